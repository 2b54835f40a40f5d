"""Accounts and sessions: who enters as what, what a wrong password costs, who is kept out."""

import sqlite3

import pytest

from tests.support.desks import (
    SECOND,
    SYSTEM,
    Bench,
    arrival,
    enter,
    log_in,
    take_in,
)
from webcare_desk.actions import (
    AddFirstAdministrator,
    AddModerator,
    LogIn,
    LogOut,
    Open,
    RecordFailedLogin,
    SetPassword,
    SetRoles,
)
from webcare_desk.desk import Desk
from webcare_desk.domain.alert import TRIES
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.errors import DeniedError, LoginError, RefusedError

MODERATOR = frozenset({Role.MODERATOR})


def add(desk: Desk, by: Actor, login: str = "bob", roles: frozenset[Role] = MODERATOR) -> str:
    """Make an account and return its id."""
    return desk.perform(AddModerator(login, "Bob Bos", roles, "record"), by)


@pytest.fixture
def administrator(people: dict[Role, Actor]) -> Actor:
    """Give Anna as the administrator."""
    return people[Role.ADMINISTRATOR]


def test_the_first_start_makes_the_first_administrator_and_no_second(desk: Desk) -> None:
    first = AddFirstAdministrator("anna", "Anna A", "record", MODERATOR)
    uid = desk.perform(first, SYSTEM)
    (account,) = desk.read.moderators()
    assert (account.id, account.roles) == (uid, MODERATOR | {Role.ADMINISTRATOR})
    with pytest.raises(RefusedError, match="This desk has accounts"):
        desk.perform(first, SYSTEM)


@pytest.mark.requirement("C7", "A8")
def test_an_account_is_added_once_and_its_login_is_never_used_again(
    desk: Desk, administrator: Actor
) -> None:
    uid = add(desk, administrator)
    found = desk.read.account("bob")
    assert found is not None
    assert (found.moderator.id, found.moderator.name) == (uid, "Bob Bos")
    assert (found.password, found.failures) == ("record", 0)
    assert desk.read.moderator(uid) == found.moderator
    with pytest.raises(RefusedError, match="The login 'bob' is taken"):
        add(desk, administrator)


@pytest.mark.parametrize("login", ["system", " SyStem ", "se\x1b[31mm", "a\u202eb", "x" * 65])
def test_no_login_is_that_of_the_program_or_misleads_in_a_list(
    desk: Desk, administrator: Actor, login: str
) -> None:
    with pytest.raises(RefusedError, match=r"the program itself|cannot be seen"):
        add(desk, administrator, login)
    assert desk.read.account(login) is None
    add(desk, administrator, "x" * 64)


@pytest.mark.requirement("C7")
def test_a_closed_account_stays_and_neither_it_nor_its_login_comes_back(
    bench: Bench, administrator: Actor
) -> None:
    uid = add(bench.desk, administrator, "Bob")
    bench.desk.perform(SetRoles(uid, MODERATOR, active=False), administrator)
    for login in ("Bob", "bob", " BOB ", "Ｂｏｂ", "b ob"):
        with pytest.raises(RefusedError, match="never used twice"):
            add(bench.desk, administrator, login)
    with pytest.raises(RefusedError, match="needs a login"):
        add(bench.desk, administrator, "  ")
    kept = bench.desk.read.moderator(uid)
    assert kept is not None
    assert not kept.active
    for statement, sentence in (
        ("DELETE FROM moderator WHERE uid = ?", "closed and never deleted"),
        ("UPDATE moderator SET uid = 'other' WHERE uid = ?", "keeps its id"),
        ("UPDATE moderator SET login = 'other' WHERE uid = ?", "keeps its id and its login"),
    ):
        with bench.shell() as shell:
            shell.execute("BEGIN")
            shell.execute("INSERT INTO door VALUES (1, (SELECT max(seq) + 1 FROM entry))")
            with pytest.raises(sqlite3.IntegrityError, match=sentence):
                shell.execute(statement, (uid,))
            shell.execute("ROLLBACK")


@pytest.mark.parametrize("roles", [frozenset(), frozenset({Role.SYSTEM, Role.MODERATOR})])
def test_an_account_has_a_role_of_a_person(
    desk: Desk, administrator: Actor, roles: frozenset[Role]
) -> None:
    with pytest.raises(RefusedError, match="at least one role of a person"):
        add(desk, administrator, roles=roles)
    uid = add(desk, administrator)
    with pytest.raises(RefusedError, match="at least one role of a person"):
        desk.perform(SetRoles(uid, roles, active=True), administrator)


def test_a_login_opens_a_session_in_one_role_of_the_account(
    desk: Desk, administrator: Actor
) -> None:
    uid = add(desk, administrator)
    bob = enter(desk, uid, "bob", Role.MODERATOR)
    session = desk.read.session_of(bob.session)
    assert session is not None
    assert session.actor == bob
    assert desk.read.open_session(bob.session) is not None
    with pytest.raises(LoginError, match="no role supervisor"):
        enter(desk, uid, "bob", Role.SUPERVISOR)
    with pytest.raises(LoginError, match="no role moderator"):
        desk.perform(LogIn("bob", Role.MODERATOR), Actor(uid, Role.SUPERVISOR, "s"))


def test_nobody_enters_under_another_account_or_none(desk: Desk, administrator: Actor) -> None:
    uid = add(desk, administrator)
    with pytest.raises(LoginError, match="wrong"):
        enter(desk, uid, "nobody", Role.MODERATOR)
    with pytest.raises(LoginError, match="wrong"):
        enter(desk, administrator.moderator, "bob", Role.MODERATOR)
    desk.perform(SetRoles(uid, MODERATOR, active=False), administrator)
    with pytest.raises(LoginError, match="wrong"):
        enter(desk, uid, "bob", Role.MODERATOR)


@pytest.mark.requirement("C6")
def test_wrong_passwords_cost_longer_and_longer_waits(bench: Bench, administrator: Actor) -> None:
    desk = bench.desk
    uid = add(desk, administrator)
    waits = []
    for _ in range(TRIES + 12):
        desk.perform(RecordFailedLogin("bob"), SYSTEM)
        found = desk.read.account("bob")
        assert found is not None
        waits.append(max(0, found.locked_until - bench.clock.at) // SECOND)
    doubled = [30 << n for n in range(11)]
    assert waits == [0] * (TRIES - 1) + doubled + doubled[-1:] * 2
    with pytest.raises(LoginError, match=r"try again in 9 hours"):
        enter(desk, uid, "bob", Role.MODERATOR)
    bench.clock.pass_by(doubled[-1] * SECOND)
    enter(desk, uid, "bob", Role.MODERATOR)
    found = desk.read.account("bob")
    assert found is not None
    assert (found.failures, found.locked_until) == (0, 0)


@pytest.mark.requirement("A8")
def test_a_wrong_login_is_recorded_without_its_words(desk: Desk) -> None:
    before = desk.read.log_size()
    desk.perform(RecordFailedLogin("geheim-dat-iemand-typte"), SYSTEM)
    (entry,) = desk.read.entries_after(before - 1, 9)
    assert [table for table, _, _ in entry.changes] == ["alert"]
    assert b"geheim" not in entry.leaf


def test_a_password_is_set_by_its_owner_or_by_an_administrator(
    desk: Desk, administrator: Actor
) -> None:
    uid = add(desk, administrator)
    bob = enter(desk, uid, "bob", Role.MODERATOR)
    desk.perform(SetPassword(uid, "second"), bob)
    with pytest.raises(RefusedError, match="Only an administrator"):
        desk.perform(SetPassword(administrator.moderator, "x"), bob)
    desk.perform(SetPassword(uid, "third"), administrator)
    found = desk.read.account("bob")
    assert found is not None
    assert found.password == "third"
    with pytest.raises(RefusedError, match="There is no such account"):
        desk.perform(SetPassword("nobody", "x"), administrator)


def test_a_session_ends_once_and_nobody_acts_in_it_after(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    with pytest.raises(RefusedError, match="ended already"):
        desk.perform(LogOut(), SYSTEM)
    desk.perform(LogOut(), anna)
    assert desk.read.session_of(anna.session) is None
    with pytest.raises(DeniedError, match="This session has ended"):
        desk.perform(Open(1), anna)


def test_a_lost_role_or_a_closed_account_ends_every_right_at_once(
    desk: Desk, administrator: Actor
) -> None:
    take_in(desk, arrival(1))
    bob = log_in(desk, MODERATOR, "bob")[Role.MODERATOR]
    for roles, active in ((frozenset({Role.PV_OFFICER}), True), (MODERATOR, False)):
        desk.perform(SetRoles(bob.moderator, roles, active), administrator)
        with pytest.raises(DeniedError, match="may not act as moderator any more"):
            desk.perform(Open(1), bob)
    desk.perform(SetRoles(bob.moderator, MODERATOR, active=True), administrator)
    with pytest.raises(DeniedError, match="This session has ended"):
        desk.perform(Open(1), bob)
    again = enter(desk, bob.moderator, "bob", Role.MODERATOR)
    assert desk.perform(Open(1), again).comment == 1


def test_the_last_administrator_stays(desk: Desk, administrator: Actor) -> None:
    anna = administrator.moderator
    for roles, active in ((MODERATOR, True), (frozenset({Role.ADMINISTRATOR}), False)):
        with pytest.raises(RefusedError, match="keeps an administrator"):
            desk.perform(SetRoles(anna, roles, active), administrator)
    add(desk, administrator, "carla", frozenset({Role.ADMINISTRATOR}))
    desk.perform(SetRoles(anna, MODERATOR, active=True), administrator)
    with pytest.raises(DeniedError):
        desk.perform(SetRoles(anna, MODERATOR, active=True), administrator)


def test_a_session_belongs_to_one_person_in_one_role(desk: Desk, people: dict[Role, Actor]) -> None:
    take_in(desk, arrival(1))
    bob = log_in(desk, MODERATOR, "bob")[Role.MODERATOR]
    anna = people[Role.MODERATOR]
    borrowed = Actor(bob.moderator, Role.MODERATOR, anna.session)
    risen = Actor(anna.moderator, Role.SUPERVISOR, anna.session)
    for actor in (borrowed, risen, Actor("nobody", Role.MODERATOR, anna.session)):
        with pytest.raises(DeniedError):
            desk.perform(Open(1), actor)
    assert desk.perform(Open(1), anna).comment == 1


def test_what_an_account_may_not_do_any_more_it_is_not_logged_in_for(
    desk: Desk, administrator: Actor
) -> None:
    both = frozenset({Role.MODERATOR, Role.SENIOR})
    uid = add(desk, administrator, roles=both)
    one, two = (enter(desk, uid, "bob", role) for role in (Role.MODERATOR, Role.SENIOR))
    desk.perform(SetRoles(uid, MODERATOR, active=True), administrator)
    assert desk.read.session_of(one.session) is not None
    assert desk.read.session_of(two.session) is None
    desk.perform(SetRoles(uid, MODERATOR, active=False), administrator)
    assert desk.read.session_of(one.session) is None


def test_a_new_password_ends_every_session_but_the_one_it_is_set_in(
    desk: Desk, administrator: Actor
) -> None:
    uid = add(desk, administrator)
    one, two = (enter(desk, uid, "bob", Role.MODERATOR) for _ in range(2))
    desk.perform(SetPassword(uid, "record"), one)
    open_ones = [each.actor.session for each in desk.read.open_sessions()]
    assert (one.session in open_ones, two.session in open_ones) == (True, False)
    again = Actor(uid, Role.MODERATOR, new_uid(desk.clock()))
    desk.perform(LogIn("bob", Role.MODERATOR, None, "renewed"), again)
    assert desk.read.session_of(one.session) is None
    assert desk.read.session_of(again.session) is not None
    desk.perform(SetPassword(uid, "another"), administrator)
    left = {each.actor.moderator for each in desk.read.open_sessions()}
    assert uid not in left
