"""Entering and leaving: passwords are checked outside the transaction, and every try is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.desks import SECOND, Bench, make_bench
from webcare_desk import people
from webcare_desk.actions.people import TRIES
from webcare_desk.desk import Desk
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.errors import DeniedError, LoginError, RefusedError, UsageError
from webcare_desk.vault.passwords import Cost
from webcare_desk.vault.secret import Secret

CHEAP = Cost(memory=64, passes=1, lanes=1)
RIGHT, WRONG = Secret("a short sentence works well"), Secret("another sentence altogether")


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """Make a desk that must be sound when the test is over."""
    made = make_bench(tmp_path)
    yield made
    made.require_sound()
    made.desk.store.close()


@pytest.fixture
def desk(bench: Bench) -> Desk:
    """Give the desk alone."""
    return bench.desk


@pytest.fixture
def ada(desk: Desk) -> Actor:
    """Make the first administrator and let her in."""
    people.add_first_administrator(desk, "ada", "Ada Smit", RIGHT, CHEAP)
    return people.log_in(desk, "ada", RIGHT, cost=CHEAP)


def names(desk: Desk) -> list[str]:
    """Return what happened, the oldest first."""
    return [entry.action for entry in desk.read.entries_after(0, 100)]


def test_the_first_account_is_an_administrator_and_there_is_no_second_first(
    desk: Desk, ada: Actor
) -> None:
    assert ada.role is Role.ADMINISTRATOR
    with pytest.raises(RefusedError, match="has accounts"):
        people.add_first_administrator(desk, "eve", "Eve", RIGHT, CHEAP)


def test_a_session_begins_and_ends_in_the_log(desk: Desk, ada: Actor) -> None:
    people.log_out(desk, ada)
    assert names(desk) == ["add-first-administrator", "log-in", "log-out"]
    with pytest.raises(DeniedError, match="session has ended"):
        people.log_out(desk, ada)


def test_a_wrong_password_and_an_unknown_login_say_the_same(desk: Desk, ada: Actor) -> None:
    del ada
    for login, password in (("ada", WRONG), ("nobody", RIGHT)):
        with pytest.raises(LoginError, match=r"The login or the password is wrong\."):
            people.log_in(desk, login, password, cost=CHEAP)
    assert names(desk)[-2:] == ["record-failed-login"] * 2


def test_after_some_wrong_passwords_the_account_waits(bench: Bench, ada: Actor) -> None:
    del ada
    for _ in range(TRIES):
        with pytest.raises(LoginError, match="wrong"):
            people.log_in(bench.desk, "ada", WRONG, cost=CHEAP)
    with pytest.raises(LoginError, match="Too many wrong passwords"):
        people.log_in(bench.desk, "ada", RIGHT, cost=CHEAP)
    bench.clock.pass_by(31 * SECOND)
    assert people.log_in(bench.desk, "ada", RIGHT, cost=CHEAP).role is Role.ADMINISTRATOR


def test_who_has_several_roles_chooses_one(desk: Desk, ada: Actor) -> None:
    roles = frozenset({Role.MODERATOR, Role.SUPERVISOR})
    people.add_moderator(desk, "willem", "Willem Aerts", roles, RIGHT, ada, CHEAP)
    with pytest.raises(LoginError, match=r"Choose the role to work in: moderator, supervisor\."):
        people.log_in(desk, "willem", RIGHT, cost=CHEAP)
    assert people.log_in(desk, "willem", RIGHT, Role.SUPERVISOR, CHEAP).role is Role.SUPERVISOR
    with pytest.raises(LoginError, match="has no role pv-officer"):
        people.log_in(desk, "willem", RIGHT, Role.PV_OFFICER, CHEAP)


def test_a_new_password_takes_the_place_of_the_old_one(desk: Desk, ada: Actor) -> None:
    people.set_password(desk, ada.moderator, WRONG, ada, CHEAP)
    with pytest.raises(LoginError, match="wrong"):
        people.log_in(desk, "ada", RIGHT, cost=CHEAP)
    assert people.log_in(desk, "ada", WRONG, cost=CHEAP).moderator == ada.moderator


def test_a_password_that_is_too_short_changes_nothing(desk: Desk, ada: Actor) -> None:
    before = names(desk)
    short = Secret("kort")
    with pytest.raises(UsageError, match="at least 12"):
        people.set_password(desk, ada.moderator, short, ada, CHEAP)
    with pytest.raises(UsageError, match="at least 12"):
        people.add_moderator(desk, "x", "X", frozenset({Role.MODERATOR}), short, ada, CHEAP)
    with pytest.raises(UsageError, match="at least 12"):
        people.add_first_administrator(desk, "x", "X", short, CHEAP)
    assert names(desk) == before
