"""Locks, codes, old passwords, alerts: what a session goes through beside its work."""

from typing import Any

import pytest

from tests.support.desks import SECOND, SYSTEM, Bench, arrival, enter, log_in, take_in
from webcare_desk.actions import (
    Action,
    AddModerator,
    Claim,
    DropCode,
    EndSession,
    EnrolCode,
    Lock,
    LockCause,
    LogIn,
    LogOut,
    Open,
    Read,
    RecordFailedLogin,
    Release,
    SeeAlert,
    SetEntryRules,
    SetPassword,
    SetRoles,
    Unlock,
)
from webcare_desk.desk import Desk
from webcare_desk.domain.alert import TRIES, AlertKind
from webcare_desk.domain.audit import Name
from webcare_desk.domain.inbox import Status
from webcare_desk.domain.moderator import Actor, Role, is_followed
from webcare_desk.errors import (
    CodeNeededError,
    DeniedError,
    LoginError,
    PasswordTooOldError,
    RefusedError,
)

DAY = 86_400 * SECOND
HOUR = 3600 * SECOND
MODERATOR = frozenset({Role.MODERATOR})


@pytest.fixture
def administrator(people: dict[Role, Actor]) -> Actor:
    """Give Anna as the administrator."""
    return people[Role.ADMINISTRATOR]


@pytest.fixture
def supervisor(people: dict[Role, Actor]) -> Actor:
    """Give Anna as the supervisor."""
    return people[Role.SUPERVISOR]


@pytest.fixture
def bob(desk: Desk, people: dict[Role, Actor]) -> Actor:
    """Let a moderator in."""
    del people
    return log_in(desk, MODERATOR, "bob")[Role.MODERATOR]


def again(desk: Desk, bob: Actor, step: int | None = None, renewed: str | None = None) -> Actor:
    """Let Bob in once more."""
    by = Actor(bob.moderator, bob.role, f"s{desk.clock()}")
    return desk.perform(LogIn("bob", bob.role, step, renewed), by)


def test_nothing_is_done_in_a_locked_session_until_it_is_unlocked(desk: Desk, bob: Actor) -> None:
    take_in(desk, arrival(1))
    desk.perform(Lock(LockCause.IDLE), bob)
    found = desk.read.session_of(bob.session)
    assert found is not None
    assert found.locked_at is not None
    acts: tuple[Action[Any], ...] = (Open(1), Claim(1), Lock(LockCause.PERSON), Release(1))
    for act in acts:
        with pytest.raises(DeniedError, match="This session is locked"):
            desk.perform(act, bob)
    desk.perform(Unlock(), bob)
    assert desk.perform(Open(1), bob).comment == 1


@pytest.mark.requirement("D3")
def test_a_lock_ends_what_is_continuous_and_names_its_cause(desk: Desk, bob: Actor) -> None:
    began = desk.read.session_of(bob.session)
    desk.perform(Lock(LockCause.SCREEN), bob)
    desk.perform(Unlock(), bob)
    after = desk.read.session_of(bob.session)
    assert began is not None
    assert after is not None
    assert after.locked_at is None
    assert after.unlocked_at is not None
    assert after.unlocked_at > began.began_at
    lock, unlock = desk.read.entries_after(desk.read.log_size() - 3, 9)
    assert (lock.action, dict(lock.detail)) == ("lock", {"cause": "screen"})
    assert unlock.action == "unlock"


def test_a_locked_session_can_be_left_and_the_program_works_on(desk: Desk, bob: Actor) -> None:
    desk.perform(Lock(LockCause.SUSPEND), bob)
    assert take_in(desk, arrival(1)) == [1]
    desk.perform(LogOut(), bob)
    assert desk.read.session_of(bob.session) is None
    with pytest.raises(DeniedError, match="ended"):
        desk.perform(Unlock(), bob)


def test_unlocking_waits_after_wrong_passwords_and_needs_an_account(
    bench: Bench, bob: Actor
) -> None:
    desk = bench.desk
    desk.perform(Lock(LockCause.IDLE), bob)
    for _ in range(TRIES):
        desk.perform(RecordFailedLogin("bob"), SYSTEM)
    with pytest.raises(LoginError, match="Too many wrong"):
        desk.perform(Unlock(), bob)
    bench.clock.pass_by(31 * SECOND)
    desk.perform(Unlock(), bob)
    with pytest.raises(LoginError):
        desk.perform(Unlock(), SYSTEM)


def test_a_guard_ends_the_session_of_another_and_no_other_one(
    desk: Desk, bob: Actor, supervisor: Actor
) -> None:
    assert bob in [each.actor for each in desk.read.open_sessions()]
    desk.perform(EndSession(bob.session), supervisor)
    with pytest.raises(DeniedError, match="ended"):
        desk.perform(Unlock(), bob)
    for session in (bob.session, supervisor.session, "none"):
        with pytest.raises(RefusedError, match="no such session"):
            desk.perform(EndSession(session), supervisor)
    assert bob not in [each.actor for each in desk.read.open_sessions()]


def test_a_code_is_asked_for_once_it_is_enrolled_and_serves_once(desk: Desk, bob: Actor) -> None:
    desk.perform(EnrolCode(100), bob)
    with pytest.raises(CodeNeededError):
        again(desk, bob)
    for step in (99, 100):
        with pytest.raises(LoginError, match="used before"):
            again(desk, bob, step)
    again(desk, bob, 101)
    with pytest.raises(LoginError, match="used before"):
        again(desk, bob, 101)
    desk.perform(Lock(LockCause.IDLE), bob)
    with pytest.raises(CodeNeededError):
        desk.perform(Unlock(), bob)
    with pytest.raises(LoginError, match="used before"):
        desk.perform(Unlock(101), bob)
    desk.perform(Unlock(102), bob)


def test_codes_are_dropped_by_their_owner_or_an_administrator(
    desk: Desk, bob: Actor, people: dict[Role, Actor]
) -> None:
    anna = people[Role.ADMINISTRATOR]
    desk.perform(EnrolCode(1), anna)
    with pytest.raises(RefusedError, match="Only an administrator"):
        desk.perform(DropCode(anna.moderator), bob)
    desk.perform(EnrolCode(1), bob)
    desk.perform(DropCode(bob.moderator), anna)
    (entry,) = desk.read.entries_after(desk.read.log_size() - 2, 9)
    assert (entry.actor, entry.detail["moderator"]) == (anna.moderator, bob.moderator)
    again(desk, bob)
    with pytest.raises(RefusedError, match="no such account"):
        desk.perform(DropCode("nobody"), anna)


def test_a_password_somebody_else_set_is_renewed_before_a_session_begins(
    desk: Desk, bob: Actor, administrator: Actor
) -> None:
    desk.perform(SetPassword(bob.moderator, "record of the administrator"), administrator)
    with pytest.raises(PasswordTooOldError, match="Somebody else set"):
        again(desk, bob)
    again(desk, bob, None, "own record")
    found = desk.read.account("bob")
    assert found is not None
    assert found.password == "own record"
    again(desk, bob)
    made = AddModerator("carla", "Carla", MODERATOR, "first", is_temporary=True)
    uid = desk.perform(made, administrator)
    with pytest.raises(PasswordTooOldError):
        enter(desk, uid, "carla", Role.MODERATOR)


@pytest.mark.requirement("C6")
def test_passwords_age_only_where_the_desk_says_so(
    bench: Bench, bob: Actor, administrator: Actor
) -> None:
    desk = bench.desk
    bench.clock.pass_by(400 * DAY)
    again(desk, bob)
    desk.perform(SetEntryRules(idle_minutes=10, password_days=90), administrator)
    with pytest.raises(PasswordTooOldError, match="too old"):
        again(desk, bob)
    again(desk, bob, None, "newer")
    bench.clock.pass_by(89 * DAY)
    again(desk, bob)
    bench.clock.pass_by(2 * DAY)
    with pytest.raises(PasswordTooOldError):
        again(desk, bob)


def test_the_rules_for_entering_keep_their_bounds_and_their_history(
    desk: Desk, administrator: Actor
) -> None:
    for idle, days in ((0, 0), (241, 0), (10, 29), (10, 3651)):
        with pytest.raises(RefusedError, match="must be from"):
            desk.perform(SetEntryRules(idle, days), administrator)
    desk.perform(SetEntryRules(5, 0), administrator)
    desk.perform(SetEntryRules(15, 90), administrator)
    assert (desk.read.policy().idle_minutes, desk.read.policy().password_days) == (15, 90)
    (entry,) = desk.read.entries_after(desk.read.log_size() - 2, 9)
    assert entry.detail == {"idle_minutes": 15, "password_days": 90}
    ((table, _, columns),) = entry.changes
    assert table == "policy"
    assert (columns["idle_minutes"], columns["password_days"]) == ([5, 15], [0, 90])


@pytest.mark.requirement("C6")
@pytest.mark.requirement("C6")
def test_five_wrong_passwords_raise_an_alert_and_more_belong_to_it(
    desk: Desk, bob: Actor, supervisor: Actor
) -> None:
    raised = [desk.perform(RecordFailedLogin("bob"), SYSTEM) for _ in range(TRIES + 2)]
    assert raised == [False] * (TRIES - 1) + [True] * 3
    (alert,) = desk.read.alerts()
    assert (alert.kind, alert.moderator) == (AlertKind.WRONG_PASSWORD, bob.moderator)
    assert (alert.tries, alert.is_open) == (TRIES + 2, True)
    assert alert.first_at < alert.last_at
    desk.perform(SeeAlert(alert.id), supervisor)
    (seen,) = desk.read.alerts()
    assert (seen.seen_by, seen.is_open) == (supervisor.moderator, False)
    for number in (alert.id, 99):
        with pytest.raises(RefusedError, match="no open alert"):
            desk.perform(SeeAlert(number), supervisor)
    assert desk.perform(RecordFailedLogin("bob"), SYSTEM)
    assert [each.is_open for each in desk.read.alerts()] == [True, False]


@pytest.mark.requirement("C6")
def test_unknown_logins_are_counted_without_what_was_typed(bench: Bench, supervisor: Actor) -> None:
    desk = bench.desk
    logins = [f"geheim-{number}" for number in range(TRIES)]
    raised = [desk.perform(RecordFailedLogin(login), SYSTEM) for login in logins]
    assert raised == [False] * (TRIES - 1) + [True]
    (alert,) = desk.read.alerts()
    assert (alert.kind, alert.moderator, alert.tries) == (AlertKind.UNKNOWN_LOGIN, None, TRIES)
    assert not any(b"geheim" in leaf for _, leaf in desk.store.leaves())
    with bench.shell() as shell:
        assert not any("geheim" in line for line in shell.iterdump())
    desk.perform(SeeAlert(alert.id), supervisor)


def test_unknown_logins_hours_apart_do_not_belong_together(bench: Bench, anna: Actor) -> None:
    del anna
    for _ in range(TRIES + 1):
        assert not bench.desk.perform(RecordFailedLogin("nobody"), SYSTEM)
        bench.clock.pass_by(2 * HOUR)
    (alert,) = bench.desk.read.alerts()
    assert (alert.tries, alert.is_open) == (1, False)


def test_an_auditor_reads_under_his_own_name_and_leaves_the_work_new(
    desk: Desk, people: dict[Role, Actor]
) -> None:
    auditor = people[Role.AUDITOR]
    take_in(desk, arrival(1))
    work = desk.perform(Open(1, HOUR), auditor)
    assert (work.status, work.aware_at is not None) == (Status.NEW, True)
    assert desk.perform(Open(1), people[Role.MODERATOR]).status is Status.OPEN
    desk.perform(Read(Name("audit-log")), auditor)
    (entry,) = desk.read.entries_after(desk.read.log_size() - 2, 9)
    assert (entry.action, dict(entry.detail), entry.changes) == ("read", {"what": "audit-log"}, ())
    assert [role for role in Role if is_followed(role)] == [Role.AUDITOR]


@pytest.mark.requirement("A8")
@pytest.mark.requirement("A8")
def test_each_administrative_act_is_an_entry(desk: Desk, administrator: Actor) -> None:
    uid = desk.perform(AddModerator("bo", "Bo", MODERATOR, "x"), administrator)
    before = desk.read.log_size()
    for act in (
        SetRoles(uid, frozenset({Role.SENIOR}), active=True),
        SetRoles(uid, frozenset({Role.SENIOR}), active=False),
        SetPassword(uid, "y"),
        DropCode(uid),
        SetEntryRules(20, 0),
    ):
        desk.perform(act, administrator)
    said = [entry.action for entry in desk.read.entries_after(before - 1, 9)]
    assert said == ["set-roles", "set-roles", "set-password", "drop-code", "set-entry-rules"]
    whose = [entry.actor for entry in desk.read.entries_after(before - 1, 9)]
    assert set(whose) == {administrator.moderator}
