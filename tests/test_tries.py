"""Wrong tries: what the log and the alert say of them, and what is written while an account waits."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.desks import SECOND, Bench, make_bench
from tests.support.passwords import CHEAP
from webcare_desk import people
from webcare_desk.actions import SeeAlert
from webcare_desk.domain.alert import TRIES, Alert, AlertKind
from webcare_desk.domain.moderator import Actor
from webcare_desk.errors import LoginError
from webcare_desk.reports.sentences import step_of
from webcare_desk.store.base import Account
from webcare_desk.vault import totp
from webcare_desk.vault.secret import MemorySecrets, Secret

RIGHT, WRONG = Secret("a short sentence works well"), Secret("another sentence altogether")


@dataclass(frozen=True, slots=True)
class Door:
    """A desk whose administrator enters with a password, and with a code where there is a key."""

    bench: Bench
    ada: Actor
    secrets: MemorySecrets
    key: Secret

    def code(self, ahead: int = 0) -> str:
        """Return the code of some steps from now."""
        step = totp.step_at(self.bench.clock.at) + ahead
        return totp.code(base64.b32decode(self.key.reveal()), step)

    def enter(self, password: Secret, code: str = "") -> str:
        """Try to enter; return what is said to it, nothing where one is in."""
        try:
            more = people.More(code, self.secrets)
            people.log_in(self.bench.desk, "ada", password, cost=CHEAP, more=more)
        except LoginError as error:
            return str(error)
        return ""

    def said(self) -> list[str]:
        """Return what the log says of the tries."""
        found = self.bench.desk.read.entries_after(0, 500)
        tried = (each for each in found if each.action == "record-failed-login")
        return [step_of(each, {}).sentence.removeprefix("The program saw ") for each in tried]

    @property
    def account(self) -> Account:
        """Return the account as it is now."""
        found = self.bench.desk.read.account("ada")
        assert found is not None
        return found

    @property
    def alert(self) -> Alert:
        """Return the only alert."""
        (found,) = self.bench.desk.read.alerts()
        return found


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    """Make a desk that must be sound when the test is over."""
    bench = make_bench(tmp_path)
    people.add_first_administrator(bench.desk, "ada", "Ada Smit", RIGHT, CHEAP)
    ada = people.log_in(bench.desk, "ada", RIGHT, cost=CHEAP)
    yield Door(bench, ada, MemorySecrets(), totp.new_key())
    bench.require_sound()
    bench.desk.store.close()


@pytest.fixture
def coded(door: Door) -> Door:
    """Let the administrator enrol."""
    people.enrol(door.bench.desk, door.secrets, door.key, door.code(-1), door.ada)
    return door


def test_who_has_the_password_and_no_code_is_told_apart_from_who_guesses_it(coded: Door) -> None:
    assert "code is wrong" in coded.enter(RIGHT, "123")
    for _ in range(TRIES - 2):
        coded.enter(WRONG)
    assert not coded.bench.desk.read.alerts()
    coded.enter(RIGHT, "123")
    assert (coded.alert.kind, coded.alert.tries) == (AlertKind.WRONG_CODE, TRIES)
    coded.bench.clock.pass_by(31 * SECOND)
    coded.enter(WRONG)
    assert (coded.alert.kind, coded.alert.tries) == (AlertKind.WRONG_CODE, TRIES + 1)
    code, password = "the right password, and a wrong code", "a wrong password"
    assert coded.said() == [code, *[password] * (TRIES - 2), code, password]


def test_an_alert_becomes_one_of_a_code_with_the_first_wrong_code(coded: Door) -> None:
    for _ in range(TRIES):
        coded.enter(WRONG)
    assert coded.alert.kind is AlertKind.WRONG_PASSWORD
    coded.bench.clock.pass_by(31 * SECOND)
    coded.enter(RIGHT, "123")
    assert (coded.alert.kind, coded.alert.tries) == (AlertKind.WRONG_CODE, TRIES + 1)


def test_a_right_code_that_was_used_is_kept_and_makes_nobody_wait(coded: Door) -> None:
    assert not coded.enter(RIGHT, coded.code())
    for _ in range(TRIES + 1):
        assert "used before" in coded.enter(RIGHT, coded.code())
    assert coded.account.failures == 0
    assert not coded.bench.desk.read.alerts()
    assert coded.said() == ["a code that was used before"] * (TRIES + 1)
    assert not coded.enter(RIGHT, coded.code(1))


def test_a_login_that_nobody_has_is_told_as_such(door: Door) -> None:
    with pytest.raises(LoginError):
        people.log_in(door.bench.desk, "nobody", RIGHT, cost=CHEAP)
    assert door.said() == ["a login that nobody has"]


def test_tries_while_an_account_waits_are_one_entry_and_do_not_prolong_it(door: Door) -> None:
    for _ in range(TRIES):
        door.enter(WRONG)
    until = door.account.locked_until
    for _ in range(20):
        assert "Too many wrong tries" in door.enter(WRONG)
    assert door.said() == [*["a wrong password"] * TRIES, "a try at an account that had to wait"]
    assert (door.alert.tries, door.alert.kind) == (TRIES + 1, AlertKind.WRONG_PASSWORD)
    assert (door.account.failures, door.account.locked_until) == (TRIES, until)
    assert door.alert.last_at > until - 30 * SECOND


def test_each_wait_and_each_look_at_its_alert_has_an_entry_of_its_own(door: Door) -> None:
    for _ in range(TRIES):
        door.enter(WRONG)
    door.enter(WRONG)
    door.bench.desk.perform(SeeAlert(door.alert.id), door.ada)
    for _ in range(2):
        door.enter(WRONG)
    opened, seen = door.bench.desk.read.alerts()
    assert (opened.is_open, opened.kind, seen.is_open) == (True, AlertKind.WHILE_WAITING, False)
    door.bench.clock.pass_by(31 * SECOND)
    for _ in range(3):
        door.enter(WRONG)
    wrong, waited = "a wrong password", "a try at an account that had to wait"
    assert door.said() == [*[wrong] * TRIES, waited, waited, wrong, waited]
