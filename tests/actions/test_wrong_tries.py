"""Wrong tries: when they are forgotten, and how long exactly an account waits for them."""

import pytest

from tests.support.desks import SECOND, SYSTEM, Bench, log_in
from webcare_desk.actions import Lock, LockCause, RecordFailedLogin, Unlock
from webcare_desk.actions.tries import refuse_locked
from webcare_desk.domain.alert import TRIES
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.spans import DAY
from webcare_desk.errors import LoginError
from webcare_desk.store.base import Account


@pytest.fixture
def bob(bench: Bench, people: dict[Role, Actor]) -> Actor:
    """Return a moderator whose window is locked, and whose account waits."""
    del people
    actor = log_in(bench.desk, frozenset({Role.MODERATOR}), "bob")[Role.MODERATOR]
    bench.desk.perform(Lock(LockCause.IDLE), actor)
    for _ in range(TRIES):
        bench.desk.perform(RecordFailedLogin("bob"), SYSTEM)
    return actor


def account_of(bench: Bench) -> Account:
    """Return the account as it is now."""
    found = bench.desk.read.account("bob")
    assert found is not None
    return found


def test_unlocking_forgets_the_wrong_tries_so_that_the_next_one_locks_nothing(
    bench: Bench, bob: Actor
) -> None:
    bench.clock.pass_by(31 * SECOND)
    bench.desk.perform(Unlock(), bob)
    assert account_of(bench).failures == 0
    assert not bench.desk.perform(RecordFailedLogin("bob"), SYSTEM)
    assert account_of(bench).locked_until == 0


@pytest.mark.usefixtures("bob")
def test_an_account_waits_no_moment_longer_than_it_is_told(bench: Bench) -> None:
    waiting = account_of(bench)
    with pytest.raises(LoginError, match="in 1 seconds"):
        refuse_locked(waiting, waiting.locked_until - 1)
    refuse_locked(waiting, waiting.locked_until)


@pytest.mark.usefixtures("bob")
def test_wrong_tries_by_a_clock_that_was_ahead_lock_nobody_out(bench: Bench) -> None:
    bench.clock.pass_by(40 * DAY)
    bench.desk.perform(RecordFailedLogin("bob"), SYSTEM)
    waiting = account_of(bench)
    assert waiting.locked_until > bench.clock.at
    with pytest.raises(LoginError, match="in 60 seconds"):
        refuse_locked(waiting, bench.clock.at)
    refuse_locked(waiting, bench.clock.at - 40 * DAY)
    with pytest.raises(LoginError, match="in 9 hours"):
        refuse_locked(waiting, waiting.locked_until - 30_720 * SECOND)
    with pytest.raises(LoginError, match="in 5 minutes"):
        refuse_locked(waiting, waiting.locked_until - 241 * SECOND)
    refuse_locked(waiting, waiting.locked_until - 30_721 * SECOND)
