"""When an act takes two persons, and when one may do it alone.

A desk needs two persons from the moment on which two people could approve: two
open accounts with that right, each with a signing key of its own. Before that
nobody else is there who could, so the act is done and its entry says `alone`:
this is how the first administrator sets a desk up. From then on a desk never
goes back by itself, or an administrator could close the other accounts and be
alone again. A request that nobody else could approve takes effect alone after
ALONE_AFTER, which everybody has seen waiting.

Whoever gave another a password could have entered with it first, chosen an own
one and signed, or given a third one a password under that name: those are not
two persons (`hands`), until somebody else has given that account a password.
The first password of an account counts where two persons made it; who made one
alone had nobody else to be two with.
"""

from webcare_desk.actions.base import Moment
from webcare_desk.actions.hands import Given, are_apart, given_passwords
from webcare_desk.domain.approval import (
    ALONE_AFTER,
    OVERTAKEN,
    RAN_OUT,
    Request,
    RequestKind,
    RequestState,
    Wanted,
    has_run_out,
    is_overtaken,
    why_not_decide,
)
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.moderator import Right, rights_of
from webcare_desk.errors import NeedsTwoError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Reads, Session

#: The fact that says that this desk has had two people who could approve.
_FACT = Name("two-persons")


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


def take_leave(
    session: Session,
    moment: Moment,
    wanted: Wanted,
    *,
    takes_request: bool = False,
    is_last: bool = True,
) -> int | None:
    """Use up the approved request for exactly this, or refuse.

    Its effect is in the same transaction: an approval is used once, by the
    act it was given for, or not at all. The entry names the request, or says
    that the act was done alone. Return the request. What `takes_request` is
    never done without one, however small the desk. What is done in parts uses
    it up with the one that `is_last`.
    """
    if not takes_two(session) and not takes_request:
        session.tell({"alone": True})
        return None
    request = standing(session, wanted, moment.at)
    if request is None:
        raise NeedsTwoError(_why_not_yet(session, wanted, moment.at))
    if is_last:
        changed: Details = {"state": RequestState.USED, "used_at": moment.at}
        session.change(tables.REQUEST, request.id, changed)
    is_alone = request.state is not RequestState.APPROVED
    session.tell({"request": request.id, "alone": is_alone})
    return request.id


def has_leave(read: Reads, wanted: Wanted, at: int) -> bool:
    """Say whether `take_leave` would let this be done at `at`."""
    return not takes_two(read) or standing(read, wanted, at) is not None


def standing(read: Reads, wanted: Wanted, at: int) -> Request | None:
    """Return the request on which exactly this may be done at `at`."""
    found = still_asked(read, wanted, at)
    approved = [each for each in found if each.state is RequestState.APPROVED]
    alone = [each for each in found if may_go_alone(read, each, at)]
    return next(iter([*approved, *alone]), None)


def still_asked(read: Reads, wanted: Wanted, at: int) -> list[Request]:
    """Return the requests for exactly this that have not run out at `at`."""
    return [each for each in read.requests_for(wanted) if not has_run_out(each, at)]


def _why_not_yet(read: Reads, wanted: Wanted, at: int) -> Said:
    if still_asked(read, wanted, at):
        return _WAITS
    return RAN_OUT if read.requests_for(wanted) else _ASK


def may_go_alone(read: Reads, request: Request, at: int) -> bool:
    """Say whether a waiting request has waited long enough on a desk with no second person."""
    is_lost = request.wanted.kind is RequestKind.CODE_DROP  # whose codes these are cannot enter
    out = {request.asked_by, request.wanted.target} if is_lost else {request.asked_by}
    others = approvers(read) - out
    if at - request.asked_at < ALONE_AFTER:
        return False
    given = given_passwords(read)
    return not any(are_apart(given, request.asked_by, other, request.id) for other in others)


def decidable(read: Reads, by: str, session: str, at: int) -> list[Request]:
    """Return the requests that account `by` may approve in `session` at `at`."""
    asked = [
        each
        for each in read.requests(is_open=True)
        if why_not_decide(each, by, session, at) is None
    ]
    given = given_passwords(read) if asked else None
    return [each for each in asked if why_not_second(read, each, by, given) is None]


def why_not_approve(read: Reads, request: Request, by: str, session: str, at: int) -> Said | None:
    """Return why account `by` may not approve in `session` at `at`; None if it may."""
    if (why_not := why_not_decide(request, by, session, at)) is not None:
        return why_not
    return why_not_second(read, request, by)


def why_not_second(
    read: Reads, request: Request, by: str, given: Given | None = None
) -> Said | None:
    """Return what keeps account `by` from approving a request in any session; None if nothing.

    Whoever asks this of many has `given` read in the log once.
    """
    if is_overtaken(request.wanted, read.fact("protocol")):
        return OVERTAKEN
    if request.wanted.kind is RequestKind.ROLE_GRANT and by == request.wanted.target:
        return _FAVOURED
    given = given or given_passwords(read)
    return None if are_apart(given, request.asked_by, by, request.id) else ONE_GAVE


#: Why two accounts do not stand for two persons, and what helps.
ONE_GAVE = Said.of(
    QT_TRANSLATE_NOOP(
        "Said",
        "One of these two gave the other a password, also through a third one, or the same one "
        "reset both, so they do not count as two persons: somebody else approves, or another "
        "administrator gives a new password. While nobody else could approve, a request takes "
        "effect alone after three days.",
    )
)
_FAVOURED = Said.of(
    QT_TRANSLATE_NOOP(
        "Said", "Nobody approves a role for oneself: ask for it, and let another approve."
    )
)


_ASK = Said.of(
    QT_TRANSLATE_NOOP(
        "Said", "This takes two persons: ask for approval first; another person approves it."
    )
)
_WAITS = Said.of(
    QT_TRANSLATE_NOOP(
        "Said", "This takes two persons, and the request still waits for the second one."
    )
)
