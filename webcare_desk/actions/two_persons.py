"""When an act takes two persons, and when one may do it alone.

A desk needs two persons from the moment on which two people could approve: two
open accounts with that right, each with a signing key of its own. Before that
nobody else is there who could, so the act is done and its entry says `alone`:
this is how the first administrator sets a desk up. From then on a desk never
goes back by itself, or an administrator could close the other accounts and be
alone again. If fewer than two are left, a request that nobody could approve
takes effect alone after ALONE_AFTER, which everybody has seen waiting.
"""

from dataclasses import dataclass

from webcare_desk.actions.base import Moment
from webcare_desk.domain.approval import ALONE_AFTER, Request, RequestState, Wanted
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.moderator import Right, rights_of
from webcare_desk.errors import RefusedError
from webcare_desk.store import tables
from webcare_desk.store.base import Reads, Session

#: The fact that says that this desk has had two people who could approve.
_FACT = Name("two-persons")


@dataclass(frozen=True, slots=True)
class Leave:
    """On what an act that takes two persons was done: a request, or alone."""

    request: int | None
    alone: bool

    @property
    def detail(self) -> Details:
        """What the entry says of it."""
        return {"request": self.request, "alone": self.alone}


def approvers(read: Reads) -> frozenset[str]:
    """Return the accounts that could approve: open, with the right, and with a key."""
    return frozenset(
        person.id
        for person in read.moderators()
        if person.active
        and any(Right.APPROVE in rights_of(role) for role in person.roles)
        and read.signing_key(person.id) is not None
    )


def takes_two(read: Reads) -> bool:
    """Say whether this desk has ever had two people who could approve."""
    return read.fact(_FACT) is not None


def note_approvers(session: Session) -> None:
    """Keep that two people can approve now; call it where accounts or keys change."""
    if not takes_two(session) and len(approvers(session)) > 1:
        session.set_fact(_FACT, "yes")


def take_leave(session: Session, moment: Moment, wanted: Wanted) -> Leave:
    """Use up the approved request for exactly this, or refuse.

    Its effect is in the same transaction: an approval is used once, by the
    act it was given for, or not at all.
    """
    if not takes_two(session):
        return Leave(None, alone=True)
    standing = [each for each in session.requests_for(wanted) if each.ends_at > moment.at]
    for request in standing:
        if request.state is RequestState.APPROVED:
            return _used(session, moment, request, alone=False)
    for request in standing:
        if may_go_alone(session, request, moment.at):
            return _used(session, moment, request, alone=True)
    raise RefusedError(_WAITS if standing else _ASK)


def may_go_alone(read: Reads, request: Request, at: int) -> bool:
    """Say whether a waiting request has waited long enough on a desk with no second person."""
    return len(approvers(read)) < len(("asker", "approver")) and (
        at - request.asked_at >= ALONE_AFTER
    )


_ASK = "This takes two persons: ask for approval first; another person approves it."
_WAITS = "This takes two persons, and the request still waits for the second one."


def _used(session: Session, moment: Moment, request: Request, *, alone: bool) -> Leave:
    changed: Details = {"state": RequestState.USED, "used_at": moment.at}
    session.change(tables.REQUEST, request.id, changed)
    return Leave(request.id, alone)
