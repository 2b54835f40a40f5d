"""Requests that need two persons: one asks, somebody else approves, each signs.

Escalating is no kind of request: it never waits for a second person.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from webcare_desk.domain.audit import Digest, Name, canonical, digest
from webcare_desk.domain.moderator import Moderator, Right, Role
from webcare_desk.domain.signature import Meaning
from webcare_desk.domain.spans import DAY, HOUR
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

#: How long a request stands, approved or not; after that somebody asks again.
STANDS_FOR = 30 * DAY
#: A desk that lost its second approver acts alone only this long after it asked.
ALONE_AFTER = 72 * HOUR


class RequestKind(StrEnum):
    """What takes two persons."""

    PROTOCOL_IN_FORCE = "protocol-in-force"
    #: A protocol that drops or switches off a rule which finds what must be reported.
    RULE_OFF = "rule-off"
    ROLE_GRANT = "role-grant"
    ERASURE = "erasure"
    FORK = "fork"
    RESTORE = "restore"
    #: An account that asks for no code any more, where no administrator can enter.
    CODE_DROP = "code-drop"


class RequestState(StrEnum):
    """How far a request has come: waiting → approved → used, or it ends on the way."""

    WAITING = "waiting"
    APPROVED = "approved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    USED = "used"


#: Another version of the protocol, whatever it takes from PV.
PROTOCOLS = frozenset({RequestKind.PROTOCOL_IN_FORCE, RequestKind.RULE_OFF})
#: The right that asking takes.
RIGHT_OF: Mapping[RequestKind, Right] = {
    RequestKind.PROTOCOL_IN_FORCE: Right.CONFIGURE,
    RequestKind.RULE_OFF: Right.CONFIGURE,
    RequestKind.ROLE_GRANT: Right.ADMINISTER,
    RequestKind.ERASURE: Right.ERASE,
    RequestKind.FORK: Right.RESTORE,
    RequestKind.RESTORE: Right.RESTORE,
    RequestKind.CODE_DROP: Right.APPROVE,
}
_MEANINGS: Mapping[RequestKind, tuple[Meaning, Meaning]] = {
    RequestKind.PROTOCOL_IN_FORCE: (Meaning.AUTHORED, Meaning.APPROVED),
    RequestKind.RULE_OFF: (Meaning.AUTHORED, Meaning.APPROVED),
    RequestKind.ROLE_GRANT: (Meaning.AUTHORED, Meaning.APPROVED),
    RequestKind.ERASURE: (Meaning.ERASURE_ASKED, Meaning.ERASURE_APPROVED),
    RequestKind.FORK: (Meaning.RESPONSIBLE, Meaning.FORK_APPROVED),
    RequestKind.RESTORE: (Meaning.RESPONSIBLE, Meaning.RESTORE_APPROVED),
    RequestKind.CODE_DROP: (Meaning.RESPONSIBLE, Meaning.APPROVED),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: `payload` (canonical JSON) says exactly what will be done."""

    kind: RequestKind
    target: Name
    payload: str

    @property
    def record(self) -> Digest:
        """The digest that both signatures are under."""
        return digest(self.payload.encode("ascii"))

    @property
    def document(self) -> Name:
        """The name of what is signed."""
        return Name(f"{self.kind.value}:{self.target}")

    @property
    def asking(self) -> Meaning:
        """What the asker's signature means."""
        return _MEANINGS[self.kind][0]

    @property
    def approving(self) -> Meaning:
        """What the approver's signature means."""
        return _MEANINGS[self.kind][1]


def wanted(kind: RequestKind, target: Name, payload: Mapping[str, object]) -> Wanted:
    """Return what is asked for; the same payload always has the same digest."""
    return Wanted(kind, target, canonical(payload).decode("ascii"))


def role_grant(account: Moderator, roles: frozenset[Role], *, active: bool) -> Wanted:
    """Return what is asked for when an account is to get roles, or is to be opened again."""
    payload = {
        "account": account.id,
        "login": account.login,
        "roles": sorted(roles),
        "active": active,
    }
    return wanted(RequestKind.ROLE_GRANT, Name(account.id), payload)


def code_drop(account: Moderator) -> Wanted:
    """Return what is asked for when an account is to ask for no code any more."""
    payload = {"account": account.id, "login": account.login, "codes": False}
    return wanted(RequestKind.CODE_DROP, Name(account.id), payload)


def new_account(login: str, name: str, roles: frozenset[Role]) -> Wanted:
    """Return what is asked for when an account is to be made."""
    payload = {"login": login, "name": name, "roles": sorted(roles)}
    return wanted(RequestKind.ROLE_GRANT, Name("new-account"), payload)


def roles_in(request: Wanted) -> frozenset[Role]:
    """Return the roles that a request to grant some names."""
    return frozenset(map(Role, json.loads(request.payload)["roles"]))


def protocol_change(
    protocol: Name,
    content: Digest,
    in_place_of: str,
    rules_off: Sequence[str],
    effective_at: int | None,
) -> Wanted:
    """Return what is asked for when another protocol is to come into force.

    `in_place_of` is the digest of the one in force when it is asked for: in place of
    another one it would change something else than was signed. `rules_off` are rules
    that sent comments to PV and would not any more: they make it a request of another
    kind, which says so. It comes into force at `effective_at` (UTC microseconds) at the
    earliest.
    """
    kind = RequestKind.RULE_OFF if rules_off else RequestKind.PROTOCOL_IN_FORCE
    payload: dict[str, object] = {
        "protocol": protocol,
        "digest": content,
        "in_place_of": in_place_of,
        "rules_off": sorted(rules_off),
    }
    if effective_at is not None:
        payload["effective_at"] = effective_at
    return wanted(kind, protocol, payload)


def is_overtaken(request: Wanted, in_force: str | None) -> bool:
    """Say whether a protocol is asked for in place of another one than that `in_force` (a digest)."""
    if request.kind not in PROTOCOLS:
        return False
    return bool(json.loads(request.payload).get("in_place_of") != (in_force or ""))


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it is kept; times in UTC microseconds.

    `asked_in` is a session, `asking` and `approving` are the rows of the
    signatures. `reason` is the asker's own words.
    """

    id: int
    uid: str
    wanted: Wanted
    reason: str
    state: RequestState
    asked_by: str
    asked_in: str
    asked_at: int
    ends_at: int
    asking: int
    decided_by: str | None = None
    decided_at: int | None = None
    approving: int | None = None
    used_at: int | None = None


#: What is said of a request whose time is over.
RAN_OUT = Said.of(QT_TRANSLATE_NOOP("Said", "This request has run out; ask again."))
#: What is said of a request for a version of the protocol that would undo another one unread.
OVERTAKEN = Said.of(
    QT_TRANSLATE_NOOP(
        "Said", "Another version came into force since this was asked for: ask for it again."
    )
)
#: What is said of a request of which somebody has decided.
DECIDED: Mapping[RequestState, str] = {
    RequestState.APPROVED: QT_TRANSLATE_NOOP("Said", "This request is approved already."),
    RequestState.DECLINED: QT_TRANSLATE_NOOP("Said", "This request is declined already."),
    RequestState.WITHDRAWN: QT_TRANSLATE_NOOP("Said", "This request is withdrawn already."),
    RequestState.USED: QT_TRANSLATE_NOOP("Said", "This request is used already."),
}
_OWN = QT_TRANSLATE_NOOP("Said", "Who asked does not decide: a second person must.")
_SAME = QT_TRANSLATE_NOOP(
    "Said", "Decide in a session of your own, not in the one in which it was asked."
)


def has_run_out(request: Request, at: int) -> bool:
    """Say whether nothing came of a request in time: approved or not, it is of no use at `at`."""
    is_open = request.state in {RequestState.WAITING, RequestState.APPROVED}
    return is_open and at >= request.ends_at


def why_not_decide(request: Request, by: str, session: str, at: int) -> Said | None:
    """Return why account `by` may not decide in `session` at `at`; None if it may."""
    if request.state is not RequestState.WAITING:
        return Said.of(DECIDED[request.state])
    if has_run_out(request, at):
        return RAN_OUT
    if by == request.asked_by:
        return Said.of(_OWN)
    if session == request.asked_in:
        return Said.of(_SAME)
    return None
