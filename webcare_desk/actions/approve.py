"""Two persons: one asks, another approves, each with a signature; then it may be done, once."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment
from webcare_desk.actions.logins import roles_name
from webcare_desk.actions.two_persons import still_asked, why_not_second
from webcare_desk.domain.approval import (
    DECIDED,
    RIGHT_OF,
    STANDS_FOR,
    Request,
    RequestKind,
    RequestState,
    Wanted,
    has_run_out,
    roles_in,
    why_not_decide,
)
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.moderator import Right, Role, rights_of
from webcare_desk.domain.reason import DECLINING, Reason
from webcare_desk.domain.signature import Meaning, Signature
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Reads, Session


def require_askable(read: Reads, wanted: Wanted, role: Role, at: int) -> None:
    """Refuse what `role` cannot ask for at `at`; ask before anybody signs it."""
    if RIGHT_OF[wanted.kind] not in rights_of(role):
        msg = QT_TRANSLATE_NOOP("Said", "In the role {role} one may not ask for this.")
        raise RefusedError(Said.of(msg, role=role))
    if still_asked(read, wanted, at):
        msg = QT_TRANSLATE_NOOP(
            "Said", "Exactly this is asked for already; it waits or is approved."
        )
        raise RefusedError(Said.of(msg))
    if wanted.kind is RequestKind.ROLE_GRANT:
        roles_name(roles_in(wanted))  # an account without one can never be made


@dataclass(frozen=True, slots=True)
class Ask(Action[int]):
    """Somebody asks for what takes two persons; `signature` is the row of theirs."""

    wanted: Wanted
    words: str
    signature: int
    name: ClassVar[Name] = Name("ask")
    right: ClassVar[Right] = Right.SIGN

    def apply(self, session: Session, moment: Moment) -> int:
        """Keep the request and return its row."""
        require_askable(session, self.wanted, moment.by.role, moment.at)
        _fitting(session, moment, self.signature, self.wanted, self.wanted.asking)
        return session.add(
            tables.REQUEST,
            {
                "uid": Name(new_uid(moment.at)),
                "kind": self.wanted.kind,
                "target": self.wanted.target,
                "record": self.wanted.record,
                "state": RequestState.WAITING,
                "asked_by": Name(moment.by.moderator),
                "asked_in": Name(moment.by.session),
                "asked_at": moment.at,
                "ends_at": moment.at + STANDS_FOR,
                "asking": self.signature,
                "version": 1,
            },
            {"payload": self.wanted.payload, "reason": self.words},
        )

    def detail_of(self, result: int) -> Details:
        """Name what is asked for."""
        return {"request": result, "kind": self.wanted.kind, "target": self.wanted.target}


@dataclass(frozen=True, slots=True)
class Approve(Action[Request]):
    """Another person approves; `signature` is the row of theirs."""

    request: int
    signature: int
    name: ClassVar[Name] = Name("approve")
    right: ClassVar[Right] = Right.APPROVE

    def apply(self, session: Session, moment: Moment) -> Request:
        """Keep who approved and with which signature."""
        request = _decidable(session, self.request, moment)
        if (why_not := why_not_second(session, request, moment.by.moderator)) is not None:
            raise RefusedError(why_not)
        made = _fitting(session, moment, self.signature, request.wanted, request.wanted.approving)
        if made.at < request.asked_at:
            msg = QT_TRANSLATE_NOOP("Said", "This signature is older than the request; sign again.")
            raise RefusedError(Said.of(msg))
        _decide(session, request, moment, RequestState.APPROVED, self.signature)
        return request

    def detail_of(self, result: Request) -> Details:
        """Name what was approved, and for whom."""
        return _named(result)


@dataclass(frozen=True, slots=True)
class Decline(Action[Request]):
    """Another person says no, and why; that takes no signature."""

    request: int
    reason: Reason
    explanation: str = ""
    name: ClassVar[Name] = Name("decline")
    right: ClassVar[Right] = Right.APPROVE
    reasons: ClassVar[tuple[Reason, ...]] = DECLINING

    def apply(self, session: Session, moment: Moment) -> Request:
        """Keep who declined."""
        request, by = request_of(session, self.request), moment.by
        reason = why_not_decline(session, request, by.moderator, by.session, moment.at)
        if reason is not None:
            raise RefusedError(reason)
        _decide(session, request, moment, RequestState.DECLINED, request.approving)
        return request

    def detail_of(self, result: Request) -> Details:
        """Name what was declined."""
        return _named(result)


@dataclass(frozen=True, slots=True)
class Withdraw(Action[Request]):
    """Who asked takes it back, as long as it was not used."""

    request: int
    name: ClassVar[Name] = Name("withdraw")
    right: ClassVar[Right] = Right.SIGN

    def apply(self, session: Session, moment: Moment) -> Request:
        """Keep that it was taken back."""
        request = request_of(session, self.request)
        if request.asked_by != moment.by.moderator:
            msg = QT_TRANSLATE_NOOP("Said", "Only who asked can withdraw a request.")
            raise RefusedError(Said.of(msg))
        if request.state not in {RequestState.WAITING, RequestState.APPROVED}:
            raise RefusedError(Said.of(DECIDED[request.state]))
        session.change(tables.REQUEST, request.id, {"state": RequestState.WITHDRAWN})
        return request

    def detail_of(self, result: Request) -> Details:
        """Name what was taken back."""
        return _named(result)


def why_not_decline(read: Reads, request: Request, by: str, session: str, at: int) -> Said | None:
    """Return why account `by` may not decline in `session` at `at`; None if it may.

    Nobody can withdraw what a closed account asked for: that is declined when approved, too.
    """
    is_approved = request.state is RequestState.APPROVED and not has_run_out(request, at)
    if is_approved and is_asker_closed(read, request):
        return None
    return why_not_decide(request, by, session, at)


def is_asker_closed(read: Reads, request: Request) -> bool:
    """Say whether the account that asked is closed."""
    asker = read.moderator(request.asked_by)
    return asker is not None and not asker.active


def request_of(session: Session, request: int) -> Request:
    """Return a request, or refuse."""
    found = session.request(request)
    if found is None:
        msg = QT_TRANSLATE_NOOP("Said", "There is no request {request} on this desk.")
        raise RefusedError(Said.of(msg, request=request))
    return found


def _decidable(session: Session, request: int, moment: Moment) -> Request:
    found = request_of(session, request)
    reason = why_not_decide(found, moment.by.moderator, moment.by.session, moment.at)
    if reason is not None:
        raise RefusedError(reason)
    return found


def _fitting(
    session: Session, moment: Moment, signature: int, wanted: Wanted, meaning: Meaning
) -> Signature:
    """Return the actor's own unspent signature over exactly this, or refuse."""
    made = session.signature(signature)
    by = moment.by
    if made is None or (made.signer, made.session) != (by.moderator, by.session):
        msg = QT_TRANSLATE_NOOP("Said", "This takes a signature of your own, made in this session.")
        raise RefusedError(Said.of(msg))
    if (made.record, made.document, made.meaning) != (wanted.record, wanted.document, meaning):
        msg = QT_TRANSLATE_NOOP(
            "Said", "This signature is under another record, or means something else; sign again."
        )
        raise RefusedError(Said.of(msg))
    if session.is_spent(signature):
        msg = QT_TRANSLATE_NOOP(
            "Said", "This signature stands under a request already; sign again."
        )
        raise RefusedError(Said.of(msg))
    return made


def _decide(
    session: Session, request: Request, moment: Moment, state: RequestState, signature: int | None
) -> None:
    session.change(
        tables.REQUEST,
        request.id,
        {
            "state": state,
            "decided_by": Name(moment.by.moderator),
            "decided_in": Name(moment.by.session),
            "decided_at": moment.at,
            "approving": signature,
        },
    )


def _named(request: Request) -> Details:
    return {
        "request": request.id,
        "kind": request.wanted.kind,
        "target": request.wanted.target,
        "asked_by": Name(request.asked_by),
    }
