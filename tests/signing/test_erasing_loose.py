"""What PV's mailbox gave and nobody can place: in no case, and still a person's data."""

from dataclasses import replace

import pytest

from tests.support.desks import SYSTEM, Bench, arrival, escalate, take_in
from tests.support.erasable import approved
from tests.support.pv_says import answer_of, pv_says
from tests.support.signing import Signer
from webcare_desk import erasing
from webcare_desk.actions.cases import ReceiveAcknowledgement, Told
from webcare_desk.actions.kept import why_answer_kept
from webcare_desk.cli.case.evidence import _answer
from webcare_desk.desk import Desk
from webcare_desk.domain.erasure import Basis, Retention, answer_erasure
from webcare_desk.domain.evidence import evidence_of
from webcare_desk.errors import RefusedError, UsageError
from webcare_desk.reports.asked import about, changes

LETTER = b"<brief>Mijnheer Sperwersma, hiv</brief>"
NOTHING = Told(reports=(), batch=None, report="", reference="", code="", problems="[]")


def letter(desk: Desk) -> int:
    """Take in a letter that is no answer to any report; return its number."""
    desk.perform(ReceiveAcknowledgement(NOTHING, evidence_of(LETTER)), SYSTEM)
    return desk.read.loose_answers()[0].id


def stands(bench: Bench) -> bool:
    return any(b"Sperwersma" in file.read_bytes() for file in bench.folder.rglob("*.db*"))


def test_a_letter_that_nobody_can_place_goes_with_its_file(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    desk, dee = bench.desk, crew["dee"].actor
    number = letter(desk)
    assert stands(bench)
    what = answer_erasure(number, Basis.NOT_NEEDED)
    request = approved(desk, crew, what)
    assert about(desk.read, what, may_read=False) == "PV's answer 1, which belongs to no case"
    assert list(changes(desk.read, what, stands=True, may_read=True)) == [
        "Why: No longer needed (Art. 17(1)(a))",
        "PV's answer 1, which belongs to no case",
        "It goes with the file as it came, which `case evidence 1` gives.",
    ]
    done = erasing.erase(desk, dee, request, bench.folder, Retention())
    assert (done.rows, done.kept) == (2, ())
    assert not stands(bench)
    assert desk.read.loose_answers() == []
    assert why_answer_kept(desk.read, number) == "Answer 1 of PV was erased already."
    with pytest.raises(RefusedError, match="erased already"):
        erasing.erase(desk, dee, request, bench.folder, Retention())


def test_the_file_of_several_messages_goes_wherever_it_is_kept(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    desk, evidence = bench.desk, evidence_of(LETTER)
    for report in ("AA-1", "BB-2"):
        desk.perform(ReceiveAcknowledgement(replace(NOTHING, report=report), evidence), SYSTEM)
    request = approved(desk, crew, answer_erasure(1, Basis.NOT_NEEDED))
    done = erasing.erase(desk, crew["dee"].actor, request, bench.folder, Retention())
    assert done.rows == 3
    assert not stands(bench)
    assert [each.report for each in desk.read.loose_answers()] == ["BB-2"], "nobody asked for it"
    for number in (1, 2):
        with pytest.raises(UsageError, match=f"answer {number} of PV was erased"):
            _answer(desk.read, number)


def test_a_file_that_came_for_a_case_too_goes_with_that(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    desk = bench.desk
    [comment] = take_in(desk, arrival(1, "Sinds Ventora heb ik hoofdpijn"))
    case = escalate(desk, comment, crew["noor"].actor)
    said = answer_of(desk, crew["noor"].actor, case)
    desk.perform(ReceiveAcknowledgement(NOTHING, said.said.evidence), SYSTEM)
    assert why_answer_kept(desk.read, 1) is None
    desk.perform(said, crew["noor"].actor)
    assert why_answer_kept(desk.read, 1) == (
        "The file of answer 1 of PV came for case 1, too: it goes with the comment of that."
    )


def test_the_same_letter_is_not_taken_in_again(bench: Bench, crew: dict[str, Signer]) -> None:
    desk = bench.desk
    request = approved(desk, crew, answer_erasure(letter(desk), Basis.NOT_NEEDED))
    erasing.erase(desk, crew["dee"].actor, request, bench.folder, Retention())
    desk.perform(ReceiveAcknowledgement(NOTHING, evidence_of(LETTER)), SYSTEM)
    assert desk.read.loose_answers() == []
    assert not stands(bench)


def test_an_answer_of_a_case_goes_only_with_its_comment(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    desk = bench.desk
    [comment] = take_in(desk, arrival(1, "Sinds Ventora heb ik hoofdpijn"))
    case = escalate(desk, comment, crew["noor"].actor)
    pv_says(desk, crew["noor"].actor, case, "PV belde")
    [answer] = desk.read.case_answers(case)
    why = f"Answer {answer.id} of PV is about case {case}: it goes with the case's comment."
    assert why_answer_kept(desk.read, answer.id) == why
    assert why_answer_kept(desk.read, 99) == "Answer 99 of PV is not on this desk."
    request = approved(desk, crew, answer_erasure(answer.id, Basis.NOT_NEEDED))
    with pytest.raises(RefusedError, match="goes with the case's comment"):
        erasing.erase(desk, crew["dee"].actor, request, bench.folder, Retention())
