"""What was taken from people and held for the law after a backup is so again after its restore."""

import pytest

from tests.backups.conftest import ANNA, BO, PASSWORD, Opened, put_back
from tests.support.desks import HOUR, Clock, arrival, take_in
from tests.support.passwords import CHEAP
from webcare_desk import actions, people
from webcare_desk.actions.restored import restore_wanted
from webcare_desk.app import App
from webcare_desk.backups.make import make_backup
from webcare_desk.backups.restore import Credentials
from webcare_desk.desk import Desk
from webcare_desk.domain.erasure import Hold, HoldBasis
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.errors import LoginError, PasswordTooOldError, RefusedError
from webcare_desk.reports.asked import changes
from webcare_desk.store.base import LogFilter
from webcare_desk.vault.secret import MemorySecrets, Secret

NEW = Secret("another short sentence of theirs")
MODERATOR, ADMINISTRATOR = frozenset({Role.MODERATOR}), frozenset({Role.ADMINISTRATOR})


@pytest.fixture
def chief(app: App, anna: Actor) -> Actor:
    """Give Anna as the administrator."""
    del anna
    return people.log_in(app.desk, "anna", PASSWORD, Role.ADMINISTRATOR)


def hire(desk: Desk, login: str, roles: frozenset[Role], by: Actor) -> str:
    return people.add_moderator(desk, login, login.title(), roles, PASSWORD, by, CHEAP)


def enter(desk: Desk, login: str, password: Secret = PASSWORD) -> Actor:
    role = Role.ADMINISTRATOR if login == "anna" else None
    return people.log_in(desk, login, password, role, CHEAP)


def told(desk: Desk) -> list[str]:
    """Return what two persons confirm beside the four lines of every restore."""
    return [*map(str, changes(desk.read, restore_wanted(desk.read), stands=True, may_read=False))][
        4:
    ]


def test_who_was_shut_out_stays_out_and_each_is_named(
    app: App, opened: Opened, secrets: MemorySecrets, chief: Actor
) -> None:
    desk = app.desk
    sanne, noor = (hire(desk, each, MODERATOR, chief) for each in ("sanne", "noor"))
    tom = hire(desk, "tom", MODERATOR | {Role.SUPERVISOR}, chief)
    made = make_backup(app)
    desk.perform(actions.SetRoles(sanne, MODERATOR, active=False), chief)
    desk.perform(actions.SetRoles(tom, MODERATOR, active=True), chief)
    people.set_password(desk, noor, NEW, chief, CHEAP)
    put_back(app, secrets, made)
    desk = opened().desk
    for login in ("sanne", "noor"):
        with pytest.raises(LoginError, match="is wrong"):
            enter(desk, login)
    assert enter(desk, "tom").role is Role.MODERATOR
    assert told(desk) == [
        "− Sanne (sanne): closed after the backup, and closed again",
        "− Tom (tom): lost roles after the backup, and has these alone: moderator",
        (
            "− Noor (noor): the password was replaced after the backup; the earlier one serves no "
            "more, an administrator gives a new one"
        ),
    ]
    entries = [each for each in desk.changes(made.entries) if each.action.endswith("again")]
    assert [each.detail["moderator"] for each in entries] == [sanne, tom]
    assert {(each.actor, each.role) for each in entries} == {(chief.moderator, Role.SYSTEM)}
    people.set_password(desk, noor, NEW, enter(desk, "anna"), CHEAP)
    with pytest.raises(PasswordTooOldError):
        enter(desk, "noor", NEW)


def test_a_hold_is_set_again_as_it_was(
    app: App, opened: Opened, secrets: MemorySecrets, chief: Actor
) -> None:
    desk = app.desk
    (one,) = take_in(desk, arrival(1))
    hire(desk, "dee", frozenset({Role.DATA_PROTECTION}), chief)
    dee = enter(desk, "dee")
    before = actions.SetHold(one, HoldBasis.PUBLIC_HEALTH, "since ever")
    desk.perform(before, dee)
    made = make_backup(app)
    (two,) = take_in(desk, arrival(2))
    for comment in (one, two):
        desk.perform(actions.SetHold(comment, HoldBasis.LEGAL_CLAIM, "claim 7"), dee)
    desk.perform(actions.LiftHold(one, HoldBasis.PUBLIC_HEALTH, "it is over"), dee)
    old = desk.read.holds_on(one)
    put_back(app, secrets, made)
    desk = opened().desk
    kept, again = desk.read.holds_on(one)
    assert kept.basis is HoldBasis.PUBLIC_HEALTH
    assert [facts(again)] == [facts(each) for each in old]
    held, lost = told(desk)
    assert (
        held
        == f"= Comment {one}: held for the law after the backup (GDPR art-17-3-e), and held again"
    )
    assert f"Comment {two} of the desk that is put aside" in lost
    assert desk.read.entries(LogFilter(subject=one), None, 1)[0].action == "hold-again"


def facts(hold: Hold) -> tuple[object, ...]:
    return hold.comment, hold.basis, hold.words, hold.since, hold.by


def test_who_stands_for_it_enters_once_more_and_chooses_another_password(
    app: App, opened: Opened, secrets: MemorySecrets, chief: Actor
) -> None:
    made = make_backup(app)
    people.set_password(app.desk, chief.moderator, NEW, chief, CHEAP)
    put_back(app, secrets, made)
    desk = opened().desk
    assert [each.split(": ")[1] for each in told(desk)] == [
        (
            "the password was replaced after the backup; the earlier one serves once, to choose "
            "another with"
        )
    ]
    with pytest.raises(PasswordTooOldError):
        enter(desk, "anna")
    renewed = people.More(renewed=NEW)
    people.log_in(desk, "anna", PASSWORD, Role.ADMINISTRATOR, CHEAP, renewed)


def test_the_last_administrator_is_locked_out_by_nothing(
    app: App, opened: Opened, secrets: MemorySecrets, chief: Actor
) -> None:
    """Cees and Tess stand for it; Anna, whom Eva followed after the backup, is nowhere near."""
    desk, roles = app.desk, frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR})
    for login in ("cees", "tess"):
        hire(desk, login, frozenset({Role.SUPERVISOR}), chief)
    made = make_backup(app)
    hire(desk, "eva", ADMINISTRATOR, chief)
    people.set_password(desk, chief.moderator, NEW, chief, CHEAP)
    eva = enter(desk, "eva")
    desk.perform(actions.SetRoles(chief.moderator, roles, active=False), eva)
    put_back(app, secrets, made, *(Credentials(each, PASSWORD) for each in ("cees", "tess")))
    desk = opened().desk
    stays, serves = told(desk)
    assert "and is one again: nobody else could give roles" in stays
    assert "serves once" in serves
    with pytest.raises(PasswordTooOldError):
        enter(desk, "anna")


def test_what_came_before_a_later_backup_is_not_taken(
    app: App, opened: Opened, secrets: MemorySecrets, chief: Actor, clock: Clock
) -> None:
    """An old backup was put back by mistake; then comes the later one, which knows more."""
    tom = hire(app.desk, "tom", MODERATOR, chief)
    old = make_backup(app)
    app.desk.perform(actions.SetRoles(tom, MODERATOR | {Role.SENIOR}, active=True), chief)
    clock.pass_by(HOUR)
    later = make_backup(app)
    put_back(app, secrets, old)
    app = opened()
    put_back(app, secrets, later, ANNA, BO)
    desk = opened().desk
    assert told(desk) == []
    found = desk.read.moderator(tom)
    assert found is not None
    assert found.roles == MODERATOR | {Role.SENIOR}


def test_an_account_with_no_role_left_is_closed(
    app: App, opened: Opened, secrets: MemorySecrets, chief: Actor
) -> None:
    tom = hire(app.desk, "tom", MODERATOR, chief)
    made = make_backup(app)
    app.desk.perform(actions.SetRoles(tom, frozenset({Role.AUDITOR}), active=True), chief)
    put_back(app, secrets, made)
    assert told(opened().desk) == ["− Tom (tom): closed after the backup, and closed again"]


def test_nothing_is_done_again_on_a_desk_that_was_not_put_back(app: App, chief: Actor) -> None:
    act = actions.EndPassword(chief.moderator, None)
    with pytest.raises(RefusedError, match="not held"):
        app.desk.perform(act, chief)
