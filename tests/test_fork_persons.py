"""Who stands for going on after a fork: two persons, not one who knows two passwords."""

import base64
import contextlib
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.passwords import CHEAP
from webcare_desk import people
from webcare_desk.app import App, make_desk, open_app
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.errors import CodeNeededError, LoginError
from webcare_desk.forks import Person, continue_after_fork
from webcare_desk.inspection import replay_log, verify_log
from webcare_desk.vault import totp
from webcare_desk.vault.secret import MemorySecrets, Secret

ADA, SAM = (
    Person(login, Secret(f"een lang genoeg wachtwoord {login}")) for login in ("ada", "sam")
)


@pytest.fixture
def folder(tmp_path: Path, secrets: MemorySecrets) -> Path:
    """Make a desk with an administrator and a supervisor."""
    folder = tmp_path / "desk"
    make_desk(folder, secrets)
    with contextlib.closing(open_app(folder, secrets)) as app:
        people.add_first_administrator(app.desk, ADA.login, "Ada", ADA.password, CHEAP)
        roles, by = frozenset({Role.SUPERVISOR}), entered(app, ADA)
        people.add_moderator(app.desk, SAM.login, "Sam", roles, SAM.password, by, CHEAP)
    return folder


def entered(app: App, person: Person) -> Actor:
    return people.log_in(app.desk, person.login, person.password, cost=CHEAP, more=person.more)


def lose_key(folder: Path, secrets: MemorySecrets) -> None:
    """Forget the key of the log, so that the desk can only be read."""
    with contextlib.closing(open_app(folder, secrets)) as app:
        name = app.verifier.split("+", 1)[0]
    for kept in [each for each in secrets._kept if each.endswith(name)]:
        secrets.forget(kept)


def enrolled(folder: Path, secrets: MemorySecrets, person: Person) -> tuple[Secret, int]:
    """Let somebody enrol; return the key of the codes and the step of the first."""
    key = totp.new_key()
    with contextlib.closing(open_app(folder, secrets)) as app:
        now = totp.step_at(app.desk.clock())
        people.enrol(app.desk, secrets, key, shown(key, now), entered(app, person))
    return key, now


def shown(key: Secret, step: int) -> str:
    return totp.code(base64.b32decode(key.reveal()), step)


def test_a_password_that_somebody_else_gave_is_no_second_person(
    folder: Path, secrets: MemorySecrets
) -> None:
    given = Secret("known to ada alone, and to sam")
    with contextlib.closing(open_app(folder, secrets)) as app:
        by = entered(app, ADA)
        sam = app.desk.read.account(SAM.login)
        assert sam is not None
        people.set_password(app.desk, sam.moderator.id, given, by, CHEAP)
    lose_key(folder, secrets)
    with contextlib.closing(open_app(folder, secrets)) as app:
        for both in ((ADA, Person("sam", given)), (Person("sam", given), ADA)):
            with pytest.raises(LoginError, match="Somebody else gave “sam” this password"):
                continue_after_fork(app, *both)
        assert app.read_only


def give_password(app: App, given: Secret, own: Secret) -> None:
    """Let Ada give Sam a password, and whoever knows it choose another one."""
    sam = app.desk.read.account(SAM.login)
    assert sam is not None
    people.set_password(app.desk, sam.moderator.id, given, entered(app, ADA), CHEAP)
    people.log_in(app.desk, "sam", given, cost=CHEAP, more=people.More(renewed=own))


def add_third(app: App) -> None:
    """Add a supervisor who could stand for it: one with a key."""
    word, own = (
        Secret("een eerste wachtwoord voor eve"),
        people.More(renewed=Secret("wat eve koos")),
    )
    roles, by = frozenset({Role.SUPERVISOR}), entered(app, ADA)
    people.add_moderator(app.desk, "eve", "Eve", roles, word, by, CHEAP, is_temporary=True)
    people.log_in(app.desk, "eve", word, cost=CHEAP, more=own)


@pytest.mark.parametrize("has_third", [True, False])
def test_who_gave_the_other_a_password_is_no_second_person_while_there_is_a_third(
    folder: Path, secrets: MemorySecrets, *, has_third: bool
) -> None:
    own = Secret("what somebody chose as sam")
    with contextlib.closing(open_app(folder, secrets)) as app:
        if has_third:
            add_third(app)
        people.set_password(app.desk, entered(app, SAM).moderator, own, entered(app, SAM), CHEAP)
        own = Secret("what somebody chose anew")
        give_password(app, Secret("known to ada alone, and to sam"), own)
    lose_key(folder, secrets)
    with contextlib.closing(open_app(folder, secrets)) as app:
        if has_third:
            with pytest.raises(LoginError, match="One of these two gave the other"):
                continue_after_fork(app, ADA, Person("sam", own))
            return
        continue_after_fork(app, ADA, Person("sam", own))
    with contextlib.closing(open_app(folder, secrets)) as app:
        assert app.desk.changes(-1)[-1].detail["alone"] is True


def test_a_lost_keyring_locks_nobody_out_who_goes_on_after_it(
    folder: Path, secrets: MemorySecrets
) -> None:
    for person in (ADA, SAM):
        enrolled(folder, secrets, person)
    anew = MemorySecrets()
    with contextlib.closing(open_app(folder, anew)) as app:
        continue_after_fork(app, SAM, ADA)
    with contextlib.closing(open_app(folder, anew)) as app:
        detail = app.desk.changes(-1)[-1].detail
        assert (detail["asker_code_dropped"], detail["second_code_dropped"]) == (True, True)
        assert {entered(app, each).role for each in (ADA, SAM)} == {
            Role.ADMINISTRATOR,
            Role.SUPERVISOR,
        }
    assert verify_log(folder).flaw is None
    assert replay_log(folder).is_equal


def test_a_code_is_dropped_only_where_its_key_is_lost(folder: Path, secrets: MemorySecrets) -> None:
    key, first = enrolled(folder, secrets, SAM)
    lose_key(folder, secrets)
    fresh = replace(SAM, more=people.More(shown(key, first + 1)))
    with contextlib.closing(open_app(folder, secrets)) as app:
        continue_after_fork(app, ADA, fresh)
    with contextlib.closing(open_app(folder, secrets)) as app:
        detail = app.desk.changes(-1)[-1].detail
        assert (detail["asker_code_dropped"], detail["second_code_dropped"]) == (False, False)
        with pytest.raises(CodeNeededError):
            entered(app, SAM)


def test_who_has_codes_gives_one(folder: Path, secrets: MemorySecrets) -> None:
    key, first = enrolled(folder, secrets, SAM)
    lose_key(folder, secrets)
    with contextlib.closing(open_app(folder, secrets)) as app:
        with pytest.raises(CodeNeededError, match="“sam” also asks for a code"):
            continue_after_fork(app, ADA, SAM)
        used = people.More(shown(key, first))
        for more, sentence in ((people.More("000000x"), "wrong"), (used, "used before")):
            with pytest.raises(LoginError, match=sentence):
                continue_after_fork(app, ADA, replace(SAM, more=more))
        fresh = replace(SAM, more=people.More(shown(key, first + 1)))
        assert "/fork-1+" in continue_after_fork(app, ADA, fresh)
