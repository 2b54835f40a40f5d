"""A decision about words that were erased: nobody can check it, and no rate counts it."""

from collections.abc import Callable

import pytest

from tests.support.desks import HOUR, MORNING, Bench, arrival, take_in
from tests.support.erasable import CALM, approved, erasure
from tests.support.signing import Signer, staff
from webcare_desk import oversight
from webcare_desk.actions import CheckDecision, Close, DrawChecks, Erase
from webcare_desk.desk import Desk
from webcare_desk.domain.erasure import Retention
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.quality import rates
from webcare_desk.domain.reason import Reason
from webcare_desk.errors import RefusedError
from webcare_desk.oversight.checks import decisions


@pytest.fixture
def crew(desk: Desk) -> dict[str, Signer]:
    """Hire two supervisors, and who asks for an erasure."""
    return staff(desk, dee=Role.DATA_PROTECTION, noor=Role.SUPERVISOR, bob=Role.SUPERVISOR)


@pytest.fixture
def erase(bench: Bench, crew: dict[str, Signer]) -> Callable[[int], None]:
    """Return a function that closes two comments as no report, and erases what it is given."""
    for comment in take_in(bench.desk, *(arrival(n, said=CALM) for n in (1, 2))):
        bench.desk.perform(Close(comment, Reason.NOT_AN_ADVERSE_EVENT), crew["noor"].actor)

    def gone(comment: int) -> None:
        approved(bench.desk, crew, erasure(comment))
        bench.desk.perform(Erase(erasure(comment), Retention()), crew["dee"].actor)

    return gone


def drawn(bench: Bench, crew: dict[str, Signer]) -> int:
    """Draw every decision of the day."""
    day = oversight.Draw(MORNING - HOUR, bench.clock() + HOUR, 100, 5)
    return oversight.draw_checks(bench.desk, day, crew["noor"].actor)


def test_no_erased_comment_is_drawn(
    bench: Bench, crew: dict[str, Signer], erase: Callable[[int], None]
) -> None:
    before = decisions(bench.desk.read, 0, bench.clock() + HOUR)
    erase(1)
    assert drawn(bench, crew) == 1
    assert [each.decision.comment for each in bench.desk.read.checks_waiting()] == [2]
    with pytest.raises(RefusedError, match="were erased"):
        bench.desk.perform(DrawChecks(tuple(before), 6), crew["noor"].actor)


def test_one_that_was_erased_since_is_offered_to_nobody_and_counted_apart(
    bench: Bench, crew: dict[str, Signer], erase: Callable[[int], None]
) -> None:
    assert drawn(bench, crew) == 2
    erase(1)
    assert [each.decision.comment for each in oversight.offered(bench.desk.read, "")] == [2]
    bench.desk.perform(CheckDecision(2, agrees=True), crew["bob"].actor)
    found = rates(bench.desk.read.checks(0, bench.clock() + HOUR))[0]
    assert (found.drawn, found.checked, found.erased) == (1, 1, 1)
    with pytest.raises(RefusedError, match="were erased"):
        bench.desk.perform(CheckDecision(1, agrees=True), crew["bob"].actor)


def test_one_that_was_checked_before_it_was_erased_counts(
    bench: Bench, crew: dict[str, Signer], erase: Callable[[int], None]
) -> None:
    drawn(bench, crew)
    bench.desk.perform(CheckDecision(1, agrees=True), crew["bob"].actor)
    erase(1)
    found = rates(bench.desk.read.checks(0, bench.clock() + HOUR))[0]
    assert (found.drawn, found.checked, found.erased) == (2, 1, 0)
