"""Whoever gave another a password may be both: those two are not two persons."""

import pytest

from tests.support.desks import Bench, enter
from tests.support.passwords import CHEAP
from tests.support.signing import Signer, account, give_key, hire, new_password, staff
from webcare_desk.actions import AddModerator, Decline, SetRoles
from webcare_desk.actions.hands import Given, given_passwords
from webcare_desk.actions.two_persons import decidable, has_leave
from webcare_desk.desk import Desk
from webcare_desk.domain.approval import ALONE_AFTER, RequestKind, new_account, wanted
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.reason import Reason
from webcare_desk.errors import RefusedError
from webcare_desk.store.base import Reads
from webcare_desk.vault.passwords import hash_password
from webcare_desk.vault.secret import Secret

DAY = 86_400_000_000
FORK = wanted(RequestKind.FORK, Name("log"), {"size": 7})
OTHER = wanted(RequestKind.RESTORE, Name("backup"), {})
#: What somebody is told who may be the other one.
REFUSED = "One of these two gave the other a password"


@pytest.fixture
def crew(bench: Bench) -> dict[str, Signer]:
    """Hire an administrator and a supervisor."""
    return staff(bench.desk, ada=Role.ADMINISTRATOR, noor=Role.SUPERVISOR)


def taken(bench: Bench, ada: Signer, login: str = "noor", role: Role = Role.SUPERVISOR) -> Signer:
    """Let Ada give somebody a password, enter with it and choose an "own" one, twice."""
    account = bench.desk.read.account(login)
    assert account is not None
    new_password(bench.desk, account.moderator.id, ada.actor, f"what ada gave {login}")
    give_key(bench.desk, account.moderator.id, login, role)
    return give_key(bench.desk, account.moderator.id, login, role)


@pytest.mark.requirement("D4")
@pytest.mark.parametrize("days", [None, 1, 400])
def test_who_was_given_a_password_by_the_asker_does_not_approve(
    bench: Bench, crew: dict[str, Signer], days: int | None
) -> None:
    """The reset comes so many days before the request, or after it."""
    ada = crew["ada"]
    before = ada.ask(bench.desk, FORK) if days is None else None
    noor = taken(bench, ada)
    bench.clock.pass_by((days or 0) * DAY)
    request, signed = before or ada.ask(bench.desk, FORK), bench.desk.read.last_signature()
    with pytest.raises(RefusedError, match=REFUSED):
        noor.approve(bench.desk, request)
    assert bench.desk.read.last_signature() == signed


@pytest.mark.requirement("D4")
def test_the_desk_itself_refuses_one_person_with_two_accounts(
    bench: Bench, crew: dict[str, Signer], monkeypatch: pytest.MonkeyPatch
) -> None:
    request, noor = crew["ada"].ask(bench.desk, FORK), taken(bench, crew["ada"])
    monkeypatch.setattr("webcare_desk.signing_off.why_not_approve", lambda *_: None)
    with pytest.raises(RefusedError, match=REFUSED):
        noor.approve(bench.desk, request)


@pytest.mark.requirement("D4")
def test_a_chain_of_passwords_reaches_back_to_its_first_giver(bench: Bench) -> None:
    """Ada enters as Eve, and as Eve gives Noor a password; that Eve gets her own back helps nobody."""
    desk = bench.desk
    roles = dict.fromkeys(("ada", "eve", "pia"), Role.ADMINISTRATOR)
    crew = staff(desk, **roles, noor=Role.SUPERVISOR)
    request = crew["ada"].ask(desk, FORK)
    noor = taken(bench, taken(bench, crew["ada"], "eve", Role.ADMINISTRATOR))
    taken(bench, crew["pia"], "eve", Role.ADMINISTRATOR)
    with pytest.raises(RefusedError, match=REFUSED):
        noor.approve(desk, request)
    asked = noor.ask(desk, OTHER)
    with pytest.raises(RefusedError, match=REFUSED):
        crew["ada"].again(desk).approve(desk, asked)
    assert taken(bench, crew["pia"]).approve(desk, request).name == "Noor"


@pytest.mark.requirement("D4")
def test_nor_are_two_whom_the_same_one_gave_another_password(bench: Bench) -> None:
    """Ada could enter as Noor to ask, and as Joe to approve."""
    desk = bench.desk
    crew = staff(desk, ada=Role.ADMINISTRATOR, noor=Role.SUPERVISOR, joe=Role.SUPERVISOR)
    request = taken(bench, crew["ada"]).ask(desk, FORK)
    crew["joe"].again(desk).approve(desk, request)
    asked = taken(bench, crew["ada"]).ask(desk, OTHER)
    with pytest.raises(RefusedError, match=REFUSED):
        taken(bench, crew["ada"], "joe").approve(desk, asked)


@pytest.mark.requirement("D4")
def test_who_gives_the_last_of_two_passwords_counts_though_nobody_had_entered(
    bench: Bench,
) -> None:
    """Eve gave Noor a password; before Noor came, Ada gave her another one."""
    desk = bench.desk
    roles = dict.fromkeys(("ada", "eve"), Role.ADMINISTRATOR)
    crew = staff(desk, **roles, noor=Role.SUPERVISOR)
    new_password(desk, crew["noor"].uid, crew["eve"].actor, "what eve gave noor")
    noor, request = taken(bench, crew["ada"]), crew["ada"].ask(desk, FORK)
    with pytest.raises(RefusedError, match=REFUSED):
        noor.approve(desk, request)
    assert noor.approve(desk, crew["eve"].ask(desk, OTHER)).name == "Noor"


def test_nor_does_one_approve_what_one_asked_under_a_taken_name(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    request = taken(bench, crew["ada"]).ask(bench.desk, FORK)
    with pytest.raises(RefusedError, match=REFUSED):
        crew["ada"].approve(bench.desk, request)


def test_what_somebody_asked_before_the_reset_was_asked_by_him(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    request = crew["noor"].ask(bench.desk, FORK)
    taken(bench, crew["ada"])
    assert crew["ada"].approve(bench.desk, request).name == "Ada"


def test_somebody_else_may_ask_or_give_another_password(bench: Bench) -> None:
    desk = bench.desk
    roles = {"ada": Role.ADMINISTRATOR, "eve": Role.ADMINISTRATOR, "noor": Role.SUPERVISOR}
    crew = staff(desk, **roles)
    noor = taken(bench, crew["ada"])
    noor.approve(desk, crew["eve"].ask(desk, OTHER))
    request = crew["ada"].ask(desk, FORK)
    with pytest.raises(RefusedError, match=REFUSED):
        noor.approve(desk, request)
    again = taken(bench, crew["eve"])
    assert again.approve(desk, request).name == "Noor"


def test_for_a_list_of_requests_the_log_is_read_once(
    bench: Bench, crew: dict[str, Signer], monkeypatch: pytest.MonkeyPatch
) -> None:
    read, reads = bench.desk.read, list[Reads]()
    for number in range(2):
        crew["ada"].ask(bench.desk, wanted(RequestKind.RESTORE, Name(f"b{number}"), {}))
    before = crew["noor"].ask(bench.desk, FORK)
    noor = taken(bench, crew["ada"])
    ada = crew["ada"].again(bench.desk).actor

    def counted(found: Reads) -> Given:
        reads.append(found)
        return given_passwords(found)

    monkeypatch.setattr("webcare_desk.actions.two_persons.given_passwords", counted)
    may = decidable(read, ada.moderator, ada.session, bench.clock.at)
    assert ([each.id for each in may], len(reads)) == ([before], 1)
    assert decidable(read, noor.actor.moderator, noor.actor.session, bench.clock.at) == []


def added(desk: Desk, ada: Signer, login: str, second: Signer | None = None) -> Signer:
    """Let Ada make an account, which `second` approves, and enter with its first password."""
    roles = frozenset({Role.SUPERVISOR})
    if second is not None:
        second.approve(desk, ada.ask(desk, new_account(login, login.title(), roles)))
    first = hash_password(Secret(f"what ada gave {login}"), CHEAP)
    uid = desk.perform(
        AddModerator(login, login.title(), roles, first, is_temporary=True), ada.actor
    )
    return give_key(desk, uid, login, Role.SUPERVISOR)


@pytest.mark.requirement("D4")
def test_the_first_password_of_an_account_that_two_made_is_one_that_was_given(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    """Noor approved that Bob gets an account; Ada may have entered it before he did."""
    desk, ada, noor = bench.desk, crew["ada"], crew["noor"]
    bob = added(desk, ada, "bob", noor)
    request = ada.ask(desk, FORK)
    with pytest.raises(RefusedError, match=REFUSED):
        bob.approve(desk, request)
    assert noor.approve(desk, request).name == "Noor"
    assert bob.approve(desk, noor.ask(desk, OTHER)).name == "Bob"


def test_whom_an_administrator_added_alone_is_a_second_person(bench: Bench) -> None:
    """The first two of a desk: nobody else was there who could have approved it."""
    desk = bench.desk
    ada = hire(desk, "ada", Role.ADMINISTRATOR)
    bob = added(desk, ada, "bob")
    assert bob.approve(desk, ada.ask(desk, FORK)).name == "Bob"


def test_another_first_password_of_one_who_never_came_is_still_the_first(bench: Bench) -> None:
    desk = bench.desk
    ada = hire(desk, "ada", Role.ADMINISTRATOR)
    uid = account(desk, "bob", Role.SUPERVISOR)
    new_password(desk, uid, ada.actor, "what ada gave bob")
    bob = give_key(desk, uid, "bob", Role.SUPERVISOR)
    assert bob.approve(desk, ada.ask(desk, FORK)).name == "Bob"


def test_where_nobody_else_could_approve_a_request_goes_alone_after_three_days(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    """A small desk goes on after its only administrator gave the only other one a password."""
    desk, ada = bench.desk, crew["ada"]
    noor, chief = taken(bench, ada), frozenset({Role.SUPERVISOR})
    request = ada.ask(desk, FORK)
    bench.clock.pass_by(ALONE_AFTER - 1)
    assert not has_leave(desk.read, FORK, bench.clock.at)
    bench.clock.pass_by(1)
    assert has_leave(desk.read, FORK, bench.clock.at)
    there = enter(desk, noor.uid, "noor", Role.SUPERVISOR)
    desk.perform(Decline(request, Reason.MADE_IN_ERROR), there)
    assert not has_leave(desk.read, FORK, bench.clock.at)
    with pytest.raises(RefusedError, match="two persons"):
        desk.perform(SetRoles(noor.uid, chief | {Role.MODERATOR}, active=True), ada.actor)
