"""A long erasure is done in parts under one approval, and goes on where it was cut off."""

from collections.abc import Callable
from typing import TypeVar

import pytest

from tests.support.desks import Bench, arrival, take_in
from tests.support.erasable import CALM, approved, erasure
from tests.support.signing import Signer
from webcare_desk import erasing
from webcare_desk.actions import Close, Erase, RecordScrub, SetHold, Withdraw
from webcare_desk.actions.base import Action
from webcare_desk.desk import Desk
from webcare_desk.domain.approval import RequestState
from webcare_desk.domain.audit import Name
from webcare_desk.domain.erasure import Basis, HoldBasis, Retention, erasure_of
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reason import Reason
from webcare_desk.errors import RefusedError
from webcare_desk.store.base import LogFilter

T = TypeVar("T")
YEARS = Retention()


def by_one(desk: Desk, many: int) -> list[int]:
    """Take in closed comments, all of one author: every seventh name is the same."""
    return take_in(desk, *(arrival(7 * n, said=CALM, own=True) for n in range(1, many + 1)))


def state(desk: Desk, request: int) -> RequestState:
    found = desk.read.request(request)
    assert found is not None
    return found.state


def test_each_part_has_its_entry_and_the_last_uses_the_request_up(
    bench: Bench, crew: dict[str, Signer], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, dee = bench.desk, crew["dee"]
    monkeypatch.setattr(erasing, "PART", 2)
    comments = by_one(desk, 5)
    author = desk.read.author_of(comments[0])
    what = erasure_of(Name(f"author/{author}"), comments, Basis.OBJECTION)
    request = approved(desk, crew, what)
    done = erasing.erase(desk, dee.actor, request, bench.folder, YEARS)
    entries = desk.read.entries(LogFilter(action=Erase.name), None, 9)
    assert [each.detail["request"] for each in entries] == [request] * 3
    assert sum(int(str(each.detail["rows"])) for each in entries) == done.rows
    assert [row.number for row in desk.read.erased_rows(request) if row.place == "author"] == [
        author
    ]
    assert state(desk, request) is RequestState.USED
    with pytest.raises(RefusedError, match="erased already"):
        erasing.erase(desk, dee.actor, request, bench.folder, YEARS)


def test_what_was_cut_off_goes_on_and_leaves_out_what_is_kept_by_now(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    desk, dee = bench.desk, crew["dee"]
    gone, held, *others = by_one(desk, 5)
    what = erasure_of(Name("due/2027-03-03"), [gone, held, *others], Basis.RETENTION_OVER)
    request = approved(desk, crew, what)
    desk.perform(Erase(what, YEARS, (gone,), is_last=False), dee.actor)
    assert state(desk, request) is RequestState.APPROVED
    desk.perform(SetHold(held, HoldBasis.LEGAL_CLAIM, "claim 7"), dee.actor)
    done = erasing.erase(desk, dee.actor, request, bench.folder, YEARS)
    assert [each.partition(" for ")[0] for each in done.kept] == [f"Comment {held} is held"]
    assert [desk.read.is_erased(each) for each in (held, *others)] == [False, True, True, True]
    assert state(desk, request) is RequestState.USED


def answered(desk: Desk, crew: dict[str, Signer]) -> tuple[list[int], int]:
    """Take in two comments and the answer to the first, of which it is asked that all go."""
    asked = take_in(desk, *(arrival(n, f"vraag {n}", said=CALM, thread=f"t{n}") for n in (1, 2)))
    for each in asked:
        desk.perform(Close(each, Reason.SPAM), crew["noor"].actor)
    of = take_in(desk, arrival(9, "antwoord", said=CALM, thread="t1", parent="r1", own=True))
    what = erasure_of(Name("due/2027-03-03"), [*asked, *of], Basis.RETENTION_OVER)
    return [*asked, *of], approved(desk, crew, what)


def test_an_answer_that_went_with_its_comment_stops_no_later_part(
    bench: Bench, crew: dict[str, Signer], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, dee = bench.desk, crew["dee"]
    monkeypatch.setattr(erasing, "PART", 1)
    comments, request = answered(desk, crew)
    done = erasing.erase(desk, dee.actor, request, bench.folder, YEARS)
    assert done.kept == ()
    assert all(desk.read.is_erased(each) for each in comments)
    assert state(desk, request) is RequestState.USED


def test_where_all_that_was_left_went_with_its_comment_the_request_is_used_up(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    desk, dee = bench.desk, crew["dee"]
    comments, request = answered(desk, crew)
    found = desk.read.request(request)
    assert found is not None
    desk.perform(Erase(found.wanted, YEARS, tuple(comments[:2]), is_last=False), dee.actor)
    erasing.erase(desk, dee.actor, request, bench.folder, YEARS)
    assert state(desk, request) is RequestState.USED


def meanwhile(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """Let another program do something after the first part of an erasure."""
    perform, parts = Desk.perform, list[str]()

    def and_then(self: Desk, action: Action[T], by: Actor) -> T:
        done = perform(self, action, by)
        if isinstance(action, Erase) and not parts:
            parts.append(action.name)
            act()
        return done

    monkeypatch.setattr(erasing, "PART", 1)
    monkeypatch.setattr(Desk, "perform", and_then)


def test_what_is_held_between_two_parts_is_kept_alone(
    bench: Bench, crew: dict[str, Signer], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, dee = bench.desk, crew["dee"].actor
    [_, held, _], request = answered(desk, crew)
    hold = SetHold(held, HoldBasis.LEGAL_CLAIM, "claim 7")
    meanwhile(monkeypatch, lambda: desk.perform(hold, dee))
    done = erasing.erase(desk, dee, request, bench.folder, YEARS)
    assert [each.partition(" for ")[0] for each in done.kept] == [f"Comment {held} is held"]
    assert state(desk, request) is RequestState.USED


def test_what_went_before_it_was_stopped_is_gone_from_the_files_too(
    bench: Bench, crew: dict[str, Signer], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, dee = bench.desk, crew["dee"].actor
    _, request = answered(desk, crew)
    meanwhile(monkeypatch, lambda: desk.perform(Withdraw(request), dee))
    with pytest.raises(RefusedError, match="two persons"):
        erasing.erase(desk, dee, request, bench.folder, YEARS)
    files = b"".join(file.read_bytes() for file in bench.folder.glob("desk.db*"))
    assert [words in files for words in (b"vraag 1", b"antwoord", b"vraag 2")] == [
        False,
        False,
        True,
    ]
    assert len(desk.read.entries(LogFilter(action=RecordScrub.name), None, 9)) == 1


def test_a_part_is_of_the_request(desk: Desk, crew: dict[str, Signer]) -> None:
    first, second = by_one(desk, 2)
    approved(desk, crew, erasure(first))
    with pytest.raises(RefusedError, match="does not name these comments"):
        desk.perform(Erase(erasure(first), YEARS, (second,)), crew["dee"].actor)
