"""A long erasure is done in parts under one approval, and goes on where it was cut off."""

import pytest

from tests.support.desks import Bench, arrival, take_in
from tests.support.erasable import CALM, approved, crew_of, erasure
from tests.support.signing import Signer
from webcare_desk import erasing
from webcare_desk.actions import Erase, SetHold
from webcare_desk.desk import Desk
from webcare_desk.domain.approval import RequestState
from webcare_desk.domain.audit import Name
from webcare_desk.domain.erasure import Basis, HoldBasis, Retention, erasure_of
from webcare_desk.errors import RefusedError
from webcare_desk.store.base import LogFilter

YEARS = Retention()


@pytest.fixture
def crew(desk: Desk) -> dict[str, Signer]:
    """Hire a data protection officer, a supervisor and an administrator."""
    return crew_of(desk)


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
    assert done.kept[0] == f"Comment {gone} was erased already."
    assert done.kept[1].startswith(f"Comment {held} is held for the law")
    assert [desk.read.is_erased(each) for each in (held, *others)] == [False, True, True, True]
    assert state(desk, request) is RequestState.USED


def test_a_part_is_of_the_request(desk: Desk, crew: dict[str, Signer]) -> None:
    first, second = by_one(desk, 2)
    approved(desk, crew, erasure(first))
    with pytest.raises(RefusedError, match="does not name these comments"):
        desk.perform(Erase(erasure(first), YEARS, (second,)), crew["dee"].actor)
