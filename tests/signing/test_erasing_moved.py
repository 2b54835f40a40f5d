"""Erasing and the desk's answers that their platform has given to another comment since."""

import pytest

from tests.support.desks import SYSTEM, Bench, arrival, take_in
from tests.support.erasable import CALM, approved, erasure
from tests.support.signing import Signer
from webcare_desk import erasing
from webcare_desk.actions import Close, Open, QueueReply, RecordMove
from webcare_desk.domain.erasure import Retention
from webcare_desk.domain.reason import Reason

WORDS = "Beste Kwikstaart"


@pytest.mark.parametrize("later", [(1,), (None,), (1, None)])
def test_an_answer_goes_with_what_it_answered_first_wherever_it_was_moved(
    bench: Bench, crew: dict[str, Signer], later: tuple[int | None, ...]
) -> None:
    desk, noor = bench.desk, crew["noor"].actor
    come = (arrival(1, said=CALM), arrival(2, said=CALM, parent="r1"))
    _, asked = take_in(desk, *come)
    [answer] = take_in(desk, arrival(3, WORDS, said=CALM, parent="r2", own=True))
    desk.perform(Open(answer), noor)
    for parent in later:
        desk.perform(RecordMove(answer, "t1", "Hoe gaat het?", parent, "https://v.test/3"), SYSTEM)
    assert desk.read.answers_to(asked) == [answer]
    desk.perform(Close(asked, Reason.DONE), noor)
    request = approved(desk, crew, erasure(asked))
    erasing.erase(desk, crew["dee"].actor, request, bench.folder, Retention())
    assert desk.read.is_erased(answer)
    assert not any(WORDS.encode() in file.read_bytes() for file in bench.folder.rglob("*.db*"))


def test_the_words_tell_only_until_the_platform_does(bench: Bench, crew: dict[str, Signer]) -> None:
    desk = bench.desk
    take_in(desk, arrival(1, said=CALM), arrival(2, said=CALM))
    desk.perform(QueueReply(1, WORDS, None, 0), crew["noor"].actor)
    take_in(desk, arrival(3, WORDS, said=CALM, own=True))
    found = []
    for parent in (None, 2, None):
        desk.perform(RecordMove(3, "t1", "Hoe gaat het?", parent, "https://v.test/3"), SYSTEM)
        found.append((desk.read.answers_to(1), desk.read.answers_to(2)))
    assert found == [([3], []), ([], [3]), ([], [3])]
