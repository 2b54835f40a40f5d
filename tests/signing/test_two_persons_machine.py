"""Whatever anybody tries in whatever order: nothing that takes two is done by one.

The walk acts through the desk alone, with every account, session and signature
it can get, also signatures of somebody else. A ledger beside it keeps who asked
and who signed; the desk's own state is held against it after every step.
"""

import contextlib
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.support.desks import Bench, enter, make_bench
from tests.support.signing import Signer, sign_directly, staff
from webcare_desk.actions import Action, Approve, Ask, Decline, SetRoles, Withdraw, approve
from webcare_desk.domain.approval import RequestState, Wanted, role_grant
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.signature import SealedKey, Signature
from webcare_desk.errors import DeniedError, RefusedError, StoreError
from webcare_desk.store.base import Session

ROLES = {
    "ada": Role.ADMINISTRATOR,
    "eve": Role.ADMINISTRATOR,
    "noor": Role.SUPERVISOR,
    "mo": Role.MODERATOR,
}
GRANTS = (
    frozenset({Role.MODERATOR, Role.SENIOR}),
    frozenset({Role.SUPERVISOR}),
    frozenset({Role.ADMINISTRATOR}),
)
NAMES = st.sampled_from(sorted(ROLES))
CHOICES = st.sampled_from(GRANTS)


class TwoPersons(RuleBasedStateMachine):
    """People ask, sign, approve, decline, withdraw and grant, at random."""

    def __init__(self) -> None:
        """Hire everybody, each with a key and two sessions."""
        super().__init__()
        self.place = contextlib.ExitStack()
        folder = self.place.enter_context(tempfile.TemporaryDirectory())
        self.bench: Bench = make_bench(Path(folder))
        self.people: dict[str, Signer] = staff(self.bench.desk, **ROLES)
        self.sessions: dict[str, list[Actor]] = {
            login: [signer.actor, enter(self.bench.desk, signer.uid, login, ROLES[login])]
            for login, signer in self.people.items()
        }
        self.rows: list[int] = []
        self.before = self.held()

    def held(self) -> dict[str, frozenset[Role]]:
        """Return the roles that everybody has."""
        return {each.id: each.roles for each in self.bench.desk.read.moderators()}

    def tried(self, action: Action[Any], by: Actor) -> object:
        """Perform what may be refused; return None then."""
        with contextlib.suppress(RefusedError, DeniedError):
            return self.bench.desk.perform(action, by)
        return None

    def wanted(self, login: str, roles: frozenset[Role]) -> Wanted:
        """Return the grant of roles to somebody."""
        person = self.bench.desk.read.moderator(self.people[login].uid)
        assert person is not None
        return role_grant(person, roles, active=True)

    def signed(self, who: str, session: int, what: Wanted, *, to_approve: bool) -> None:
        """Let somebody sign a grant, in one of their sessions."""
        signer = self.people[who]
        key = self.bench.desk.read.signing_key(signer.uid)
        assert key is not None
        meaning = what.approving if to_approve else what.asking
        with contextlib.suppress(RefusedError, DeniedError):
            row = sign_directly(
                self.bench.desk,
                self.sessions[who][session],
                SealedKey(key.public, key.sealed),
                signer.password,
                (what.record, what.document, meaning),
            )
            self.rows.append(row)

    @rule(who=NAMES, session=st.integers(0, 1), to=NAMES, roles=CHOICES, approving=st.booleans())
    def sign(
        self, who: str, session: int, to: str, roles: frozenset[Role], *, approving: bool
    ) -> None:
        """Sign any grant, to ask for it or to approve it."""
        self.signed(who, session, self.wanted(to, roles), to_approve=approving)

    @precondition(lambda self: self.rows)
    @rule(who=NAMES, session=st.integers(0, 1), to=NAMES, roles=CHOICES, data=st.data())
    def ask(
        self, who: str, session: int, to: str, roles: frozenset[Role], data: st.DataObject
    ) -> None:
        """Ask for any grant with any signature there is."""
        row = data.draw(st.sampled_from(self.rows))
        self.tried(Ask(self.wanted(to, roles), "", row), self.sessions[who][session])

    @rule(who=st.sampled_from(("ada", "eve")), session=st.integers(0, 1), to=NAMES, roles=CHOICES)
    def ask_rightly(self, who: str, session: int, to: str, roles: frozenset[Role]) -> None:
        """Ask as one should, so that the walk comes further than to refusals."""
        what = self.wanted(to, roles)
        self.signed(who, session, what, to_approve=False)
        if self.rows:
            self.tried(Ask(what, "", self.rows[-1]), self.sessions[who][session])

    @precondition(lambda self: self.rows)
    @rule(who=NAMES, session=st.integers(0, 1), request=st.integers(1, 6), data=st.data())
    def approve(self, who: str, session: int, request: int, data: st.DataObject) -> None:
        """Approve any request with any signature there is."""
        row = data.draw(st.sampled_from(self.rows))
        self.tried(Approve(request, row), self.sessions[who][session])

    @rule(who=NAMES, session=st.integers(0, 1), request=st.integers(1, 3))
    def approve_rightly(self, who: str, session: int, request: int) -> None:
        """Approve as one should; that it is one's own request is for the desk to see."""
        found = self.bench.desk.read.request(request)
        if found is not None:
            self.signed(who, session, found.wanted, to_approve=True)
            if self.rows:
                self.tried(Approve(request, self.rows[-1]), self.sessions[who][session])

    @rule(who=NAMES, session=st.integers(0, 1), request=st.integers(1, 6), decline=st.booleans())
    def end(self, who: str, session: int, request: int, *, decline: bool) -> None:
        """Decline or withdraw any request."""
        self.tried(
            Decline(request, Reason.MADE_IN_ERROR) if decline else Withdraw(request),
            self.sessions[who][session],
        )

    @rule(who=NAMES, session=st.integers(0, 1), to=NAMES, roles=CHOICES)
    def grant(self, who: str, session: int, to: str, roles: frozenset[Role]) -> None:
        """Give any roles to anybody."""
        account = self.people[to].uid
        self.tried(SetRoles(account, roles, active=True), self.sessions[who][session])

    @rule(who=st.sampled_from(("ada", "eve")), request=st.integers(1, 3))
    def grant_what_was_asked(self, who: str, request: int) -> None:
        """Give what a request asks for, whatever became of it."""
        found = self.bench.desk.read.request(request)
        if found is not None:
            roles = frozenset(map(Role, json.loads(found.wanted.payload)["roles"]))
            self.tried(SetRoles(found.wanted.target, roles, active=True), self.sessions[who][0])

    @invariant()
    def nobody_did_both(self) -> None:
        """Every decided request has two people, two sessions and two fitting signatures."""
        read = self.bench.desk.read
        spent: list[int] = []
        for request in read.requests(is_open=False):
            asking = read.signature(request.asking)
            assert asking is not None
            assert (asking.signer, asking.session) == (request.asked_by, request.asked_in)
            spent.append(request.asking)
            if request.approving is not None:
                approving = read.signature(request.approving)
                assert approving is not None
                assert approving.signer not in {request.asked_by, request.wanted.target}
                assert approving.session != request.asked_in
                assert approving.record == asking.record == request.wanted.record
                spent.append(request.approving)
            if request.state is RequestState.USED:
                assert request.approving is not None
        assert len(spent) == len(set(spent))

    @invariant()
    def nobody_has_more_than_was_approved(self) -> None:
        """Each role that somebody got stands in a request that was used for it."""
        now = self.held()
        more = {uid: roles - self.before[uid] for uid, roles in now.items()}
        used = [
            request
            for request in self.bench.desk.read.requests(is_open=False)
            if request.state is RequestState.USED
        ]
        for uid, roles in more.items():
            for role in roles:
                assert any(
                    request.wanted.target == uid and role.value in request.wanted.payload
                    for request in used
                )

    def teardown(self) -> None:
        """Require that the log of the whole walk verifies and replays equal; leave no folder."""
        with self.place:
            self.place.callback(self.bench.desk.store.close)
            self.bench.require_sound()


WALK = settings(max_examples=15, stateful_step_count=40)
TestTwoPersons = TwoPersons.TestCase
TestTwoPersons.settings = WALK


def test_without_the_check_of_the_person_the_walk_finds_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The twin: with that one check away the walk fails, here at the database's own rule."""
    monkeypatch.setattr(approve, "why_not_decide", lambda *_: None)
    quick = settings(max_examples=60, stateful_step_count=40, phases=[Phase.generate])
    with pytest.raises((StoreError, AssertionError), match=r"CHECK constraint|assert"):
        run_state_machine_as_test(TwoPersons, settings=quick)


def test_without_the_right_signature_the_walk_finds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The twin: a signature of anybody over anything is taken."""
    monkeypatch.setattr(approve, "_fitting", any_signature)
    quick = settings(max_examples=60, stateful_step_count=40, phases=[Phase.generate])
    with pytest.raises((StoreError, AssertionError)):
        run_state_machine_as_test(TwoPersons, settings=quick)


def any_signature(session: Session, _: object, signature: int, *__: object) -> Signature:
    """Return a signature as it is, whoever made it."""
    found = session.signature(signature)
    if found is None:
        raise RefusedError
    return found
