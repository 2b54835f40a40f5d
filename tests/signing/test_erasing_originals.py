"""Erasing and the frozen originals: the pictures of a post go, and what must be kept keeps its own."""

import base64
from collections.abc import Sequence

import pytest

from tests.support.desks import SYSTEM, Bench, arrival, escalate, take_in
from tests.support.erasable import CALM, DAY, approved, erasure
from tests.support.signing import Signer
from webcare_desk import erasing
from webcare_desk.actions import Close, Erase, KeepPicture, LiftHold, Open, RecordLate, SetHold
from webcare_desk.actions.late import Means
from webcare_desk.desk import Desk
from webcare_desk.domain.erasure import HoldBasis, Retention
from webcare_desk.domain.original import PictureState
from webcare_desk.domain.reason import Reason
from webcare_desk.errors import StaleError
from webcare_desk.jobs.originals import draw_originals

CLAIM = HoldBasis.LEGAL_CLAIM


def drawn(words: Sequence[bytes]) -> list[bytes | None]:
    """Draw an original as its own words."""
    return list(words)


def pictures(desk: Desk, comment: int) -> list[str | None]:
    return [desk.read.picture_of(each.id) for each in desk.read.originals(comment)]


def kept(desk: Desk, comment: int) -> str:
    return " ".join(erasing.choose(desk.read, [comment], desk.clock(), Retention()).kept)


def test_a_post_that_came_later_leaves_the_pictures_of_a_case(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    desk, noor = bench.desk, crew["noor"].actor
    [told] = take_in(desk, arrival(1))
    escalate(desk, told, noor)
    draw_originals(desk, drawn)
    [late] = take_in(desk, arrival(50, "Mooi recept!", said=CALM))
    desk.perform(Close(late, Reason.DONE), noor)
    erasing.erase(
        desk, crew["dee"].actor, approved(desk, crew, erasure(late)), bench.folder, Retention()
    )
    assert len(pictures(desk, told)) == 2
    assert all(pictures(desk, told))


def test_the_pictures_in_which_a_post_stands_go_with_it(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    desk, noor = bench.desk, crew["noor"].actor
    anna, bart = take_in(desk, arrival(1, "GEHEIM", said=CALM), arrival(2, "Bart", said=CALM))
    take_in(desk, arrival(11, "Dag Anna", said=CALM, parent="r1", own=True))
    for comment in (anna, bart):
        desk.perform(Open(comment), noor)
    draw_originals(desk, drawn)
    desk.perform(Close(anna, Reason.DONE), noor)
    erasing.erase(
        desk, crew["dee"].actor, approved(desk, crew, erasure(anna)), bench.folder, Retention()
    )
    assert pictures(desk, anna) == pictures(desk, bart) == [None]


def test_what_stands_in_the_original_of_a_case_is_kept_with_it(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    desk, noor = bench.desk, crew["noor"].actor
    told, heard, beside = take_in(
        desk, arrival(1), arrival(2, "ook", said=CALM, thread="t2"), arrival(3, said=CALM)
    )
    [near] = take_in(desk, arrival(4, "erbij", said=CALM, thread="t2"))
    escalate(desk, told, noor)
    desk.perform(Open(heard), noor)
    desk.perform(RecordLate(Means.PHONE, desk.clock(), "Gebeld", heard), noor)
    for comment, of in ((beside, told), (near, heard)):
        desk.perform(Close(comment, Reason.DONE), noor)
        stands = f"Comment {comment} stands in the frozen original of comment {of}, a safety case"
        assert stands in kept(desk, comment)
    bench.clock.pass_by(26 * 366 * DAY)
    assert not kept(desk, beside) + kept(desk, near)


def test_what_stands_in_the_original_of_a_held_comment_waits_for_the_hold(
    desk: Desk, crew: dict[str, Signer]
) -> None:
    anna, bart = take_in(desk, arrival(1, "Anna", said=CALM), arrival(2, "Bart", said=CALM))
    desk.perform(Open(bart), crew["noor"].actor)
    desk.perform(Close(anna, Reason.DONE), crew["noor"].actor)
    desk.perform(SetHold(bart, CLAIM, "claim 7"), crew["dee"].actor)
    assert f"original of comment {bart}, which is held for the law (GDPR {CLAIM})" in kept(
        desk, anna
    )
    desk.perform(LiftHold(bart, CLAIM, "over"), crew["dee"].actor)
    assert not kept(desk, anna)


def test_a_picture_that_was_being_drawn_does_not_bring_erased_words_back(
    desk: Desk, crew: dict[str, Signer]
) -> None:
    noor = crew["noor"].actor
    anna, bart = take_in(desk, arrival(1, "GEHEIM", said=CALM), arrival(2, "Bart", said=CALM))
    desk.perform(Open(bart), noor)
    desk.perform(Close(anna, Reason.DONE), noor)
    approved(desk, crew, erasure(anna))

    def meanwhile(words: Sequence[bytes]) -> list[bytes | None]:
        desk.perform(Erase(erasure(anna), Retention()), crew["dee"].actor)
        return list(words)

    draw_originals(desk, meanwhile)
    [frozen] = desk.read.originals(bart)
    assert (frozen.state, frozen.picture) == (PictureState.WAITING, None)
    words = base64.b64encode(b"GEHEIM").decode("ascii")
    with pytest.raises(StaleError, match="erased meanwhile"):
        desk.perform(KeepPicture(frozen.id, frozen.version, words, "ab" * 32), SYSTEM)
    assert draw_originals(desk, drawn) == 0
    [frozen] = desk.read.originals(bart)
    assert (frozen.state, frozen.problem) == (PictureState.NOT_DRAWN, "erased")
    assert desk.read.originals_waiting(9) == []


def test_an_original_of_later_leaves_an_erased_post_out_and_is_drawn(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    desk, noor = bench.desk, crew["noor"].actor
    gone, told = take_in(desk, arrival(1, "GEHEIM", said=CALM), arrival(2))
    desk.perform(Close(gone, Reason.SPAM), noor)
    erasing.erase(
        desk, crew["dee"].actor, approved(desk, crew, erasure(gone)), bench.folder, Retention()
    )
    escalate(desk, told, noor)
    desk.perform(Open(gone), noor)
    assert draw_originals(desk, drawn) == 3
    shown = [[post for post, _ in each.posts] for each in desk.read.originals(told)]
    assert shown == [[told], [told]]
    assert desk.read.originals_waiting(9) == []
