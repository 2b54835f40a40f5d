"""Two persons: who may ask, who may approve, and that an approval is used once."""

from dataclasses import replace
from typing import Any

import pytest

from tests.support.desks import SYSTEM, Bench
from tests.support.signing import Signer, account, give_key, staff
from webcare_desk.actions import Action, Approve, Ask, Decline, Withdraw
from webcare_desk.actions.two_persons import approvers, takes_two
from webcare_desk.desk import Desk
from webcare_desk.domain.approval import (
    STANDS_FOR,
    Request,
    RequestKind,
    RequestState,
    has_run_out,
    wanted,
    why_not_decide,
)
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.signature import Meaning
from webcare_desk.errors import DeniedError, RefusedError

FORK = wanted(RequestKind.FORK, Name("log"), {"size": 7})


@pytest.fixture
def crew(desk: Desk) -> dict[str, Signer]:
    """Hire an administrator, a supervisor, a moderator and a data protection officer."""
    return staff(
        desk,
        ada=Role.ADMINISTRATOR,
        noor=Role.SUPERVISOR,
        mo=Role.MODERATOR,
        dee=Role.DATA_PROTECTION,
    )


def test_one_asks_another_approves_and_both_signatures_are_under_it(
    desk: Desk, crew: dict[str, Signer]
) -> None:
    request = crew["ada"].ask(desk, FORK, "the disk failed")
    (waiting,) = desk.read.requests(is_open=True)
    assert (waiting.id, waiting.reason, waiting.wanted) == (request, "the disk failed", FORK)
    made = crew["noor"].approve(desk, request)
    (approved,) = desk.read.requests(is_open=True)
    assert approved.state is RequestState.APPROVED
    assert (approved.decided_by, approved.approving) == (crew["noor"].uid, made.id)
    under = [each for each in desk.read.signatures() if each.record == FORK.record]
    assert [(each.name, each.meaning) for each in under] == [
        ("Ada", Meaning.RESPONSIBLE),
        ("Noor", Meaning.FORK_APPROVED),
    ]


def test_the_desk_takes_two_from_the_second_key_on(desk: Desk) -> None:
    ada = account(desk, "ada", Role.ADMINISTRATOR)
    noor = account(desk, "noor", Role.SUPERVISOR)
    assert not approvers(desk.read)
    give_key(desk, ada, "ada", Role.ADMINISTRATOR)
    assert sorted(approvers(desk.read)) == [ada]
    assert not takes_two(desk.read)
    give_key(desk, noor, "noor", Role.SUPERVISOR)
    assert sorted(approvers(desk.read)) == sorted([ada, noor])
    assert takes_two(desk.read)


def test_who_asked_does_not_approve_in_any_session_or_role(
    desk: Desk, crew: dict[str, Signer]
) -> None:
    request = crew["ada"].ask(desk, FORK)
    for same in (crew["ada"], crew["ada"].again(desk)):
        with pytest.raises(RefusedError, match="Who asked does not decide"):
            same.approve(desk, request)
        with pytest.raises(RefusedError, match="Who asked does not decide"):
            desk.perform(Decline(request, Reason.MADE_IN_ERROR), same.actor)


def test_the_database_itself_refuses_one_person_for_both(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    """Also where the program were wrong: the row has a rule of its own."""
    request = crew["ada"].ask(bench.desk, FORK)
    with bench.unguarded() as shell, pytest.raises(Exception, match="CHECK constraint"):
        shell.execute(
            "UPDATE request SET decided_by = asked_by, decided_in = 's' WHERE id = ?", (request,)
        )


def test_who_lacks_the_right_neither_asks_nor_approves(desk: Desk, crew: dict[str, Signer]) -> None:
    for who in ("mo", "dee"):
        with pytest.raises(RefusedError, match="may not ask for this"):
            crew[who].ask(desk, FORK)
    assert desk.read.signatures() == [], "what is refused is not signed either"
    request = crew["ada"].ask(desk, FORK)
    with pytest.raises(DeniedError, match="may not do this: approve"):
        crew["mo"].approve(desk, request)


def test_a_signature_fits_one_request_only(desk: Desk, crew: dict[str, Signer]) -> None:
    ada, noor = crew["ada"], crew["noor"]
    request = ada.ask(desk, FORK)
    before = desk.read.signatures()
    with pytest.raises(RefusedError, match="asked for already"):
        noor.ask(desk, FORK)
    assert desk.read.signatures() == before
    for strange in (noor.sign(desk).id, desk.read.requests(is_open=True)[0].asking, 99):
        with pytest.raises(RefusedError, match="sign"):
            desk.perform(Approve(request, strange), noor.actor)
    ada_signed = desk.read.requests(is_open=True)[0].asking
    other = replace(FORK, target=Name("other"))
    with pytest.raises(RefusedError, match="another record"):
        desk.perform(Ask(other, "", ada_signed), ada.actor)
    desk.perform(Withdraw(request), ada.actor)
    with pytest.raises(RefusedError, match="stands under a request already"):
        desk.perform(Ask(FORK, "", ada_signed), ada.actor)


def test_an_older_signature_does_not_approve_a_newer_request(
    desk: Desk, crew: dict[str, Signer]
) -> None:
    first = crew["ada"].ask(desk, FORK)
    from webcare_desk.signing_off import sign  # only here

    noor = crew["noor"]
    kept = sign(
        desk, noor.actor, noor.password, FORK.record, FORK.document, FORK.approving, login="noor"
    )
    desk.perform(Withdraw(first), crew["ada"].actor)
    second = crew["ada"].ask(desk, FORK)
    with pytest.raises(RefusedError, match="older than the request"):
        desk.perform(Approve(second, kept.id), noor.actor)


def test_a_decision_is_made_once(desk: Desk, crew: dict[str, Signer]) -> None:
    request = crew["ada"].ask(desk, FORK)
    desk.perform(Decline(request, Reason.MADE_IN_ERROR), crew["noor"].actor)
    with pytest.raises(RefusedError, match="declined already"):
        crew["noor"].approve(desk, request)
    with pytest.raises(RefusedError, match="declined already"):
        desk.perform(Withdraw(request), crew["ada"].actor)
    assert desk.read.requests(is_open=True) == []
    assert desk.read.requests(is_open=False)[0].state is RequestState.DECLINED


def test_only_who_asked_withdraws(desk: Desk, crew: dict[str, Signer]) -> None:
    request = crew["ada"].ask(desk, FORK)
    with pytest.raises(RefusedError, match="Only who asked"):
        desk.perform(Withdraw(request), crew["noor"].actor)
    with pytest.raises(RefusedError, match="no request 9"):
        desk.perform(Withdraw(9), crew["noor"].actor)
    desk.perform(Withdraw(request), crew["ada"].actor)
    with pytest.raises(RefusedError, match="withdrawn already"):
        crew["noor"].approve(desk, request)


def test_a_request_runs_out_and_may_be_asked_again(bench: Bench, crew: dict[str, Signer]) -> None:
    request = crew["ada"].ask(bench.desk, FORK)
    bench.clock.pass_by(STANDS_FOR)
    with pytest.raises(RefusedError, match="run out"):
        crew["noor"].approve(bench.desk, request)
    assert crew["ada"].ask(bench.desk, FORK) != request


def test_the_system_neither_asks_nor_approves(desk: Desk, crew: dict[str, Signer]) -> None:
    request = crew["ada"].ask(desk, FORK)
    acts: tuple[Action[Any], ...] = (
        Ask(FORK, "", 1),
        Approve(request, 1),
        Decline(request, Reason.MADE_IN_ERROR),
        Withdraw(request),
    )
    for action in acts:
        with pytest.raises(DeniedError):
            desk.perform(action, SYSTEM)


def test_another_person_in_the_same_session_is_refused() -> None:
    asked = Request(1, "u", FORK, "", RequestState.WAITING, "ada", "s1", 0, 9, 1)
    assert "session of your own" in str(why_not_decide(asked, "noor", "s1", 1))
    assert why_not_decide(asked, "noor", "s2", 1) is None


def test_a_request_has_run_out_at_its_very_end() -> None:
    asked = Request(1, "u", FORK, "", RequestState.APPROVED, "ada", "s1", 0, 9, 1)
    assert [has_run_out(asked, at) for at in (8, 9)] == [False, True]
