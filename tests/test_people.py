"""Entering and leaving: passwords are checked outside the transaction, and every try is kept."""

import base64
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.desks import SECOND, Bench, make_bench
from tests.support.passwords import CHEAP
from webcare_desk import people
from webcare_desk.actions import Lock, LockCause, LogOut, SetEntryRules, SetRoles, Unlock
from webcare_desk.desk import Desk
from webcare_desk.domain.alert import TRIES
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.spans import DAY
from webcare_desk.errors import (
    CodeNeededError,
    DeniedError,
    DiskFullError,
    LoginError,
    PasswordTooOldError,
    RefusedError,
    RoleNeededError,
    SecretError,
    UsageError,
)
from webcare_desk.store.room import Limits, Room
from webcare_desk.vault import totp
from webcare_desk.vault.secret import MemorySecrets, Secret

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


@pytest.mark.requirement("A8")
def test_a_session_begins_and_ends_in_the_log(desk: Desk, ada: Actor) -> None:
    people.log_out(desk, ada)
    assert names(desk) == ["add-first-administrator", "log-in", "log-out"]
    with pytest.raises(DeniedError, match="session has ended"):
        desk.perform(LogOut(), ada)
    people.log_out(desk, ada)  # what somebody else may have done meanwhile is not done again
    assert names(desk)[-1:] == ["log-out"]


def test_a_wrong_password_and_an_unknown_login_say_the_same(desk: Desk, ada: Actor) -> None:
    del ada
    for login, password in (("ada", WRONG), ("nobody", RIGHT)):
        with pytest.raises(LoginError, match=r"The login or the password is wrong\."):
            people.log_in(desk, login, password, cost=CHEAP)
    assert names(desk)[-2:] == ["record-failed-login"] * 2


def test_who_has_left_is_told_no_more_than_a_stranger_and_counted(desk: Desk, ada: Actor) -> None:
    mo = people.add_moderator(desk, "mo", "Mo Bos", frozenset({Role.MODERATOR}), RIGHT, ada, CHEAP)
    desk.perform(SetRoles(mo, frozenset({Role.MODERATOR}), active=False), ada)
    for _ in range(TRIES):
        with pytest.raises(LoginError, match=r"The login or the password is wrong\."):
            people.log_in(desk, "mo", RIGHT, cost=CHEAP)
    assert names(desk)[-TRIES:] == ["record-failed-login"] * TRIES
    assert [alert.tries for alert in desk.read.alerts()] == [TRIES]


def test_a_login_is_the_one_that_it_sounds_like(desk: Desk, ada: Actor) -> None:
    people.add_moderator(desk, " Jan ", "Jan Bos", frozenset({Role.MODERATOR}), RIGHT, ada, CHEAP)
    assert [each.login for each in desk.read.moderators()] == ["ada", "Jan"]
    for typed in ("Jan", "jan", " JAN"):
        assert people.log_in(desk, typed, RIGHT, cost=CHEAP).role is Role.MODERATOR


def test_after_some_wrong_passwords_the_account_waits(bench: Bench, ada: Actor) -> None:
    del ada
    for _ in range(TRIES):
        with pytest.raises(LoginError, match="wrong"):
            people.log_in(bench.desk, "ada", WRONG, cost=CHEAP)
    with pytest.raises(LoginError, match="Too many wrong tries"):
        people.log_in(bench.desk, "ada", RIGHT, cost=CHEAP)
    bench.clock.pass_by(31 * SECOND)
    assert people.log_in(bench.desk, "ada", RIGHT, cost=CHEAP).role is Role.ADMINISTRATOR


def test_who_has_several_roles_chooses_one(desk: Desk, ada: Actor) -> None:
    roles = frozenset({Role.MODERATOR, Role.SUPERVISOR})
    people.add_moderator(desk, "willem", "Willem Aerts", roles, RIGHT, ada, CHEAP)
    with pytest.raises(
        LoginError, match=r"Choose the role to work in: moderator, supervisor\."
    ) as refused:
        people.log_in(desk, "willem", RIGHT, cost=CHEAP)
    assert isinstance(refused.value, RoleNeededError)
    assert refused.value.roles == roles
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


class Broken(MemorySecrets):
    """A keyring that is locked."""

    def get(self, name: str) -> Secret | None:
        """Give nothing."""
        msg = f"no {name}: the keyring is locked"
        raise SecretError(msg)


def steps_later(bench: Bench, key: Secret, steps: int = 0) -> str:
    """Return the code that a telephone shows some steps from now."""
    step = totp.step_at(bench.clock.at) + steps
    return totp.code(base64.b32decode(key.reveal()), step)


def test_a_second_factor_is_asked_for_once_it_was_proven(bench: Bench, ada: Actor) -> None:
    desk, secrets, key = bench.desk, MemorySecrets(), totp.new_key()
    with pytest.raises(LoginError, match="code is wrong"):
        people.enrol(desk, secrets, key, "000000x", ada)
    assert secrets.get(f"totp:{ada.moderator}") is None
    people.enrol(desk, secrets, key, steps_later(bench, key), ada)
    with pytest.raises(CodeNeededError):
        people.log_in(desk, "ada", RIGHT, cost=CHEAP)
    replayed = people.More(steps_later(bench, key), secrets)
    with pytest.raises(LoginError, match="used before"):
        people.log_in(desk, "ada", RIGHT, cost=CHEAP, more=replayed)
    with pytest.raises(LoginError, match="wrong"):
        people.log_in(desk, "ada", WRONG, cost=CHEAP, more=replayed)
    with pytest.raises(LoginError, match="code is wrong"):
        people.log_in(desk, "ada", RIGHT, cost=CHEAP, more=people.More("123", secrets))
    assert names(desk)[-3:] == ["record-failed-login"] * 3
    fresh = people.More(steps_later(bench, key, 1), secrets)
    assert people.log_in(desk, "ada", RIGHT, cost=CHEAP, more=fresh).moderator == ada.moderator


@pytest.mark.parametrize("has_codes", [True, False])
def test_a_key_whose_enrolling_is_refused_takes_no_place(
    bench: Bench, tmp_path: Path, ada: Actor, *, has_codes: bool
) -> None:
    desk, secrets, old, new = bench.desk, MemorySecrets(), totp.new_key(), totp.new_key()
    if has_codes:
        people.enrol(desk, secrets, old, steps_later(bench, old, -1), ada)
    nearly_full = replace(desk, room=Room(tmp_path, Limits(2**62, 2**62, 0)))
    with pytest.raises(DiskFullError, match="enrol-code"):
        people.enrol(nearly_full, secrets, new, steps_later(bench, new), ada)
    kept = secrets.get(f"totp:{ada.moderator}")
    assert kept == (old if has_codes else None)


def test_a_lost_key_asks_for_an_administrator_whose_help_is_an_entry(
    bench: Bench, ada: Actor
) -> None:
    desk, secrets, key = bench.desk, MemorySecrets(), totp.new_key()
    roles = frozenset({Role.MODERATOR})
    uid = people.add_moderator(desk, "mo", "Mo Bos", roles, RIGHT, ada, CHEAP)
    mo = people.log_in(desk, "mo", RIGHT, cost=CHEAP)
    people.enrol(desk, secrets, key, steps_later(bench, key), mo)
    for broken in (None, Broken()):
        with pytest.raises(LoginError, match="not in this keyring"):
            people.log_in(desk, "mo", RIGHT, cost=CHEAP, more=people.More("123456", broken))
    people.drop_code(desk, secrets, uid, ada)
    assert secrets.get(f"totp:{uid}") is None
    people.log_in(desk, "mo", RIGHT, cost=CHEAP)
    assert "drop-code" in names(desk)


def test_the_present_password_is_no_new_one(desk: Desk, ada: Actor) -> None:
    with pytest.raises(UsageError, match="present password"):
        people.set_password(desk, ada.moderator, RIGHT, ada, CHEAP)
    with pytest.raises(UsageError, match="no such account"):
        people.set_password(desk, "nobody", RIGHT, ada, CHEAP)


def test_a_first_password_is_renewed_by_its_owner(desk: Desk, ada: Actor) -> None:
    roles = frozenset({Role.MODERATOR})
    people.add_moderator(desk, "mo", "Mo Bos", roles, RIGHT, ada, CHEAP, is_temporary=True)
    with pytest.raises(PasswordTooOldError):
        people.log_in(desk, "mo", RIGHT, cost=CHEAP)
    for wrong, sentence in ((RIGHT, "present password"), (Secret("kort"), "at least 12")):
        with pytest.raises(UsageError, match=sentence):
            people.log_in(desk, "mo", RIGHT, cost=CHEAP, more=people.More(renewed=wrong))
    people.log_in(desk, "mo", RIGHT, cost=CHEAP, more=people.More(renewed=WRONG))
    people.log_in(desk, "mo", WRONG, cost=CHEAP)


def test_a_locked_session_opens_with_its_own_password_alone(bench: Bench, ada: Actor) -> None:
    bench.desk.perform(Lock(LockCause.IDLE), ada)
    with pytest.raises(LoginError, match="wrong"):
        people.unlock(bench.desk, ada, WRONG)
    assert names(bench.desk)[-1] == "record-failed-login"
    people.unlock(bench.desk, ada, RIGHT)
    assert names(bench.desk)[-1] == "unlock"


def test_who_locks_in_place_of_leaving_renews_an_old_password_too(bench: Bench, ada: Actor) -> None:
    desk = bench.desk
    desk.perform(SetEntryRules(10, 30), ada)
    elsewhere = people.log_in(desk, "ada", RIGHT, cost=CHEAP)
    desk.perform(Lock(LockCause.IDLE), ada)
    people.unlock(desk, ada, RIGHT)
    bench.clock.pass_by(31 * DAY)
    desk.perform(Lock(LockCause.IDLE), ada)
    with pytest.raises(PasswordTooOldError, match="too old"):
        people.unlock(desk, ada, RIGHT)
    with pytest.raises(PasswordTooOldError, match="too old"):
        desk.perform(Unlock(), ada)
    with pytest.raises(UsageError, match="present password"):
        people.unlock(desk, ada, RIGHT, people.More(renewed=RIGHT), CHEAP)
    people.unlock(desk, ada, RIGHT, people.More(renewed=WRONG), CHEAP)
    assert names(desk)[-1] == "unlock"
    assert desk.read.session_of(elsewhere.session) is None
    desk.perform(Lock(LockCause.IDLE), ada)
    people.unlock(desk, ada, WRONG)


def test_a_supervisor_ends_the_session_that_another_left_locked(desk: Desk, ada: Actor) -> None:
    for login, role in (("mo", Role.MODERATOR), ("willem", Role.SUPERVISOR)):
        people.add_moderator(desk, login, f"{login} Bos", frozenset({role}), RIGHT, ada, CHEAP)
    mo = people.log_in(desk, "mo", RIGHT, cost=CHEAP)
    desk.perform(Lock(LockCause.IDLE), mo)
    for login, sentence in (("mo", "Only a supervisor"), ("nobody", "wrong")):
        with pytest.raises(LoginError, match=sentence):
            people.end_session(desk, mo.session, login, RIGHT)
    people.end_session(desk, mo.session, "willem", RIGHT)
    assert names(desk)[-3:] == ["log-in", "end-session", "log-out"]
    assert desk.read.session_of(mo.session) is None
