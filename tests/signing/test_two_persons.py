"""What takes two persons, and when one may act alone."""

import pytest

from tests.support.desks import SYSTEM, Bench, enter
from tests.support.signing import Signer, account, hire, staff
from webcare_desk.actions import AddModerator, Decline, PutProtocolInForce, SetRoles
from webcare_desk.desk import Desk
from webcare_desk.domain.approval import (
    ALONE_AFTER,
    STANDS_FOR,
    RequestKind,
    RequestState,
    Wanted,
    new_account,
    protocol_change,
    role_grant,
)
from webcare_desk.domain.audit import Name, digest
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.reason import Reason
from webcare_desk.errors import RefusedError

MODERATOR = frozenset({Role.MODERATOR})
SENIOR = frozenset({Role.MODERATOR, Role.SENIOR})
CHIEF = frozenset({Role.SUPERVISOR})


@pytest.fixture
def crew(desk: Desk) -> dict[str, Signer]:
    """Hire an administrator, a supervisor and a moderator: two of them can approve."""
    return staff(desk, ada=Role.ADMINISTRATOR, noor=Role.SUPERVISOR, mo=Role.MODERATOR)


def grant(desk: Desk, uid: str, roles: frozenset[Role], *, active: bool = True) -> Wanted:
    """Return what is asked for when an account is to get roles."""
    person = desk.read.moderator(uid)
    assert person is not None
    return role_grant(person, roles, active=active)


def last_detail(desk: Desk) -> dict[str, object]:
    """Return what the newest entry says."""
    return dict(desk.read.entries_after(desk.read.log_size() - 2, 1)[0].detail)


def test_a_further_role_takes_two_persons_and_is_given_once(
    desk: Desk, crew: dict[str, Signer]
) -> None:
    ada, noor, mo = crew["ada"], crew["noor"], crew["mo"]
    given = SetRoles(mo.uid, SENIOR, active=True)
    with pytest.raises(RefusedError, match="ask for approval first"):
        desk.perform(given, ada.actor)
    request = ada.ask(desk, grant(desk, mo.uid, SENIOR), "Mo knows the work")
    with pytest.raises(RefusedError, match="still waits for the second"):
        desk.perform(given, ada.actor)
    noor.approve(desk, request)
    desk.perform(given, ada.actor)
    told = {"roles": "moderator+senior", "active": True, "request": request, "alone": False}
    assert last_detail(desk) == {"moderator": mo.uid, **told}
    found = desk.read.request(request)
    assert found is not None
    assert found.state is RequestState.USED
    desk.perform(SetRoles(mo.uid, MODERATOR, active=True), ada.actor)
    with pytest.raises(RefusedError, match="ask for approval first"):
        desk.perform(given, ada.actor)


def test_an_approval_is_for_exactly_these_roles(desk: Desk, crew: dict[str, Signer]) -> None:
    ada, noor, mo = crew["ada"], crew["noor"], crew["mo"]
    noor.approve(desk, ada.ask(desk, grant(desk, mo.uid, SENIOR)))
    for other in (SetRoles(mo.uid, CHIEF, active=True), SetRoles(noor.uid, SENIOR, active=True)):
        with pytest.raises(RefusedError, match="ask for approval first"):
            desk.perform(other, ada.actor)


def test_what_can_never_be_done_is_not_asked_for(desk: Desk, crew: dict[str, Signer]) -> None:
    ada, mo = crew["ada"], crew["mo"]
    desk.perform(SetRoles(mo.uid, MODERATOR, active=False), ada.actor)
    for active in (True, False):
        with pytest.raises(RefusedError, match="at least one role"):
            desk.perform(SetRoles(mo.uid, frozenset(), active=active), ada.actor)
    for wanted in (grant(desk, mo.uid, frozenset()), new_account("kim", "Kim Vos", frozenset())):
        with pytest.raises(RefusedError, match="at least one role"):
            ada.ask(desk, wanted)
    assert desk.read.requests(is_open=False) == []


def test_nobody_approves_a_role_for_oneself(desk: Desk, crew: dict[str, Signer]) -> None:
    ada, noor = crew["ada"], crew["noor"]
    both = CHIEF | {Role.ADMINISTRATOR}
    request = ada.ask(desk, grant(desk, noor.uid, both))
    with pytest.raises(RefusedError, match="a role for oneself"):
        noor.approve(desk, request)


def test_closing_and_taking_roles_away_takes_one_and_opening_again_two(
    desk: Desk, crew: dict[str, Signer]
) -> None:
    ada, noor, mo = crew["ada"], crew["noor"], crew["mo"]
    desk.perform(SetRoles(mo.uid, MODERATOR, active=False), ada.actor)
    opened = SetRoles(mo.uid, MODERATOR, active=True)
    with pytest.raises(RefusedError, match="two persons"):
        desk.perform(opened, ada.actor)
    noor.approve(desk, ada.ask(desk, grant(desk, mo.uid, MODERATOR)))
    desk.perform(opened, ada.actor)


@pytest.mark.parametrize("roles", [MODERATOR, CHIEF])
def test_a_new_account_takes_two(
    desk: Desk, crew: dict[str, Signer], roles: frozenset[Role]
) -> None:
    """Or an administrator could invent a person and work on cases under that name."""
    ada, noor = crew["ada"], crew["noor"]
    added = AddModerator("kim", "Kim", roles, "x")
    with pytest.raises(RefusedError, match="two persons"):
        desk.perform(added, ada.actor)
    noor.approve(desk, ada.ask(desk, new_account("kim", "Kim", roles)))
    with pytest.raises(RefusedError, match="two persons"):
        desk.perform(AddModerator("kim", "Kim", roles | SENIOR, "x"), ada.actor)
    desk.perform(added, ada.actor)
    assert last_detail(desk)["alone"] is False


def test_while_nobody_else_could_approve_one_acts_alone_and_the_entry_says_so(desk: Desk) -> None:
    ada = hire(desk, "ada", Role.ADMINISTRATOR)
    account(desk, "noor", Role.SUPERVISOR)
    assert last_detail(desk)["alone"] is True
    desk.perform(SetRoles(ada.uid, CHIEF | {Role.ADMINISTRATOR}, active=True), ada.actor)
    roles = "administrator+supervisor"
    told = {"moderator": ada.uid, "roles": roles, "active": True, "alone": True}
    assert last_detail(desk) == told


def test_closing_the_others_does_not_make_a_desk_of_one(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    """The way round it: an administrator closes every other account, then acts alone."""
    desk, ada, mo = bench.desk, crew["ada"], crew["mo"]
    desk.perform(SetRoles(crew["noor"].uid, CHIEF, active=False), ada.actor)
    given = SetRoles(mo.uid, CHIEF, active=True)
    with pytest.raises(RefusedError, match="two persons"):
        desk.perform(given, ada.actor)
    request = ada.ask(desk, grant(desk, mo.uid, CHIEF))
    bench.clock.pass_by(ALONE_AFTER // 2)
    with pytest.raises(RefusedError, match="still waits"):
        desk.perform(given, ada.actor)
    bench.clock.pass_by(ALONE_AFTER // 2)
    desk.perform(given, enter(desk, ada.uid, "ada", Role.ADMINISTRATOR))
    told = {"roles": "supervisor", "active": True, "request": request, "alone": True}
    assert last_detail(desk) == {"moderator": mo.uid, **told}


def test_what_a_closed_account_asked_for_waits_no_more(desk: Desk, crew: dict[str, Signer]) -> None:
    ada, noor = crew["ada"], crew["noor"]
    other = grant(desk, crew["mo"].uid, SENIOR)
    waiting = noor.ask(desk, change("waits"))
    approved = noor.ask(desk, change("approved"))
    own = ada.ask(desk, other)
    ada.approve(desk, approved)
    with pytest.raises(RefusedError, match="approved already"):
        desk.perform(Decline(approved, Reason.MADE_IN_ERROR), ada.actor)
    desk.perform(SetRoles(noor.uid, CHIEF, active=False), ada.actor)
    told = {"roles": "supervisor", "active": False, "withdrawn": 1}
    assert last_detail(desk) == {"moderator": noor.uid, **told}
    assert states(desk, waiting, approved, own) == ["withdrawn", "approved", "waiting"]
    desk.perform(Decline(approved, Reason.MADE_IN_ERROR), ada.actor)
    assert states(desk, approved) == ["declined"]


def change(name: str) -> Wanted:
    return protocol_change(Name(f"varen@{name}"), digest(name.encode()), "", (), None)


def states(desk: Desk, *requests: int) -> list[str]:
    """Return how far requests have come."""
    found = map(desk.read.request, requests)
    return [each.state for each in found if each is not None]


def test_waiting_long_helps_nothing_while_a_second_person_is_there(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    desk, ada, mo = bench.desk, crew["ada"], crew["mo"]
    ada.ask(desk, grant(desk, mo.uid, CHIEF))
    bench.clock.pass_by(2 * ALONE_AFTER)
    with pytest.raises(RefusedError, match="still waits"):
        desk.perform(SetRoles(mo.uid, CHIEF, active=True), ada.actor)


def test_what_was_approved_and_not_used_in_time_is_asked_for_again(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    desk, ada, mo = bench.desk, crew["ada"], crew["mo"]
    crew["noor"].approve(desk, ada.ask(desk, grant(desk, mo.uid, SENIOR)))
    bench.clock.pass_by(STANDS_FOR)
    with pytest.raises(RefusedError, match="run out; ask again"):
        desk.perform(SetRoles(mo.uid, SENIOR, active=True), ada.actor)
    again = ada.ask(desk, grant(desk, mo.uid, SENIOR))
    with pytest.raises(RefusedError, match="still waits"):
        desk.perform(SetRoles(mo.uid, SENIOR, active=True), ada.actor)
    crew["noor"].approve(desk, again)
    desk.perform(SetRoles(mo.uid, SENIOR, active=True), ada.actor)


def test_the_first_protocol_needs_nobody_and_the_next_one_two(
    desk: Desk, crew: dict[str, Signer]
) -> None:
    desk.perform(PutProtocolInForce(Name("base@1"), digest(b"1")), SYSTEM)
    second = PutProtocolInForce(Name("base@2"), digest(b"2"), ("side-effect",))
    with pytest.raises(RefusedError, match="two persons"):
        desk.perform(second, SYSTEM)
    change = protocol_change(second.protocol, second.digest, digest(b"1"), second.rules_off, None)
    assert change.kind is RequestKind.RULE_OFF
    assert "side-effect" in change.payload
    crew["noor"].approve(desk, crew["ada"].ask(desk, change))
    with pytest.raises(RefusedError, match="two persons"):
        desk.perform(PutProtocolInForce(second.protocol, second.digest), SYSTEM)
    desk.perform(second, SYSTEM)
    assert desk.read.fact("protocol") == digest(b"2")
