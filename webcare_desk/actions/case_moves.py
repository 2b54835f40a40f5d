"""How a case moves: by its state table, within whatever act moves it."""

from collections.abc import Mapping
from typing import Final

from webcare_desk.actions.base import Moment
from webcare_desk.domain.audit import Detail, Digest, Name
from webcare_desk.domain.case_state import WAITS, CaseEvent, CaseState, Wait, after
from webcare_desk.domain.case_version import (
    AnswerMeaning,
    CaseStanding,
    CaseVersion,
    Sheet,
    VersionKind,
)
from webcare_desk.domain.reply import Delivery, DeliveryState
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Reads, Session

_LEFT = frozenset(
    {
        DeliveryState.SENDING,
        DeliveryState.SENT,
        DeliveryState.VERIFIED,
        DeliveryState.UNCERTAIN,
    }
)
NO_CASE: Final = QT_TRANSLATE_NOOP("Said", "There is no case {case}.")
_STATES: Final[Mapping[CaseState, str]] = {
    CaseState.DRAFTED: QT_TRANSLATE_NOOP("Said", "drafted"),
    CaseState.QUEUED: QT_TRANSLATE_NOOP("Said", "queued"),
    CaseState.SENT: QT_TRANSLATE_NOOP("Said", "sent"),
    CaseState.CAME_BACK: QT_TRANSLATE_NOOP("Said", "came-back"),
    CaseState.ACKNOWLEDGED: QT_TRANSLATE_NOOP("Said", "acknowledged"),
    CaseState.ACCEPTED: QT_TRANSLATE_NOOP("Said", "accepted"),
    CaseState.NOT_A_CASE: QT_TRANSLATE_NOOP("Said", "not-a-case"),
    CaseState.DUPLICATE: QT_TRANSLATE_NOOP("Said", "duplicate"),
    CaseState.REJECTED: QT_TRANSLATE_NOOP("Said", "rejected"),
    CaseState.CORRECTED: QT_TRANSLATE_NOOP("Said", "corrected"),
    CaseState.FOLLOW_UP: QT_TRANSLATE_NOOP("Said", "follow-up"),
    CaseState.CLOSED: QT_TRANSLATE_NOOP("Said", "closed"),
}
_EVENTS: Final[Mapping[CaseEvent, str]] = {
    CaseEvent.QUEUE: QT_TRANSLATE_NOOP("Said", "queue"),
    CaseEvent.LEAVE: QT_TRANSLATE_NOOP("Said", "leave"),
    CaseEvent.COME_BACK: QT_TRANSLATE_NOOP("Said", "come-back"),
    CaseEvent.RECEIVE: QT_TRANSLATE_NOOP("Said", "receive"),
    CaseEvent.ACCEPT: QT_TRANSLATE_NOOP("Said", "accept"),
    CaseEvent.REFUSE: QT_TRANSLATE_NOOP("Said", "refuse"),
    CaseEvent.DUPLICATE: QT_TRANSLATE_NOOP("Said", "duplicate"),
    CaseEvent.REJECT: QT_TRANSLATE_NOOP("Said", "reject"),
    CaseEvent.CORRECT: QT_TRANSLATE_NOOP("Said", "correct"),
    CaseEvent.FOLLOW_UP: QT_TRANSLATE_NOOP("Said", "follow-up"),
    CaseEvent.CLOSE: QT_TRANSLATE_NOOP("Said", "close"),
}


def begin(
    session: Session, moment: Moment, case: int, received_at: int, sheet: Sheet | None
) -> None:
    """Make a case with its first version; it is queued by the act that begins it."""
    session.add(
        tables.SAFETY_CASE,
        {
            "escalation": case,
            "state": CaseState.DRAFTED,
            "since": moment.at,
            "report": None if sheet is None else sheet.report,
            "version": 1,
        },
    )
    add_version(session, moment, case, VersionKind.INITIAL, received_at, sheet)


def add_version(  # noqa: PLR0913, PLR0917 - what a version is made of
    session: Session,
    moment: Moment,
    case: int,
    kind: VersionKind,
    received_at: int,
    sheet: Sheet | None,
    words: str | None = None,
) -> int:
    """Keep the next version of a case and return its number."""
    number = len(session.case_versions(case)) + 1
    session.add(
        tables.CASE_VERSION,
        {
            "escalation": case,
            "number": number,
            "kind": kind,
            "document": None if sheet is None else session.add_document(sheet.document),
            "received_at": received_at,
            "made_at": moment.at,
            "by": Name(moment.by.moderator),
            "batch": None if sheet is None else sheet.batch,
            "version": 1,
        },
        {"reason": words},
    )
    return number


def queued(session: Session, moment: Moment, case: int, delivery: int) -> None:
    """Let the latest version wait in the outbox as `delivery`."""
    latest = session.case_versions(case)[-1]
    session.change(tables.CASE_VERSION, latest.id, {"delivery": delivery})
    move(session, moment, case, CaseEvent.QUEUE)


def move(
    session: Session,
    moment: Moment,
    case: int,
    event: CaseEvent,
    more: dict[str, Detail] | None = None,
) -> CaseState:
    """Let an event happen to a case, or refuse; whoever was alarmed is not any more.

    The plan's step goes with it: to forward as long as PV has not got the latest version, or
    cannot use it, and PV's answer from then on.
    """
    standing = standing_of(session, case)
    to = next_of(standing, event)
    session.change(
        tables.SAFETY_CASE,
        standing.id,
        {"state": to, "since": moment.at, "alarm": None, "alarmed_at": None, **(more or {})},
    )
    is_back = standing.state is CaseState.SENT and WAITS.get(to) is Wait.FORWARD
    _step_on(session, case, int(to is CaseState.SENT) - int(is_back))
    return to


def _step_on(session: Session, case: int | None, by: int) -> None:
    found = None if case is None else session.escalation(case)
    if by and found is not None and found.is_open:
        session.change(tables.ESCALATION, found.id, {"step": max(found.step + by, 0)})


def left_without_case(session: Session, delivery: Delivery) -> None:
    """Let an escalation from before there were cases go on as its packet leaves for the first time."""
    _step_on(session, delivery.escalation, int(delivery.receipt is None))


def came_back(session: Session, moment: Moment, delivery: int) -> None:
    """Let a case whose latest packet came back wait until that has left once more."""
    version = session.case_version_of(delivery)
    standing = None if version is None else session.case_standing(version.case)
    if version is None or standing is None or standing.number != version.number:
        return
    if standing.state is CaseState.SENT:
        move(session, moment, version.case, CaseEvent.COME_BACK)


def next_of(standing: CaseStanding, event: CaseEvent) -> CaseState:
    """Return what comes of an event, or refuse one that does not fit."""
    to = after(standing.state, event)
    if to is None:
        msg = QT_TRANSLATE_NOOP("Said", "This case is {state}: “{event}” does not fit that.")
        state, what = Said.of(_STATES[standing.state]), Said.of(_EVENTS[event])
        raise RefusedError(Said.of(msg, state=state, event=what))
    return to


def standing_of(read: Reads, case: int) -> CaseStanding:
    """Return where a case stands, or refuse."""
    found = read.case_standing(case)
    if found is None:
        raise RefusedError(Said.of(NO_CASE, case=case))
    return found


def answered(
    session: Session, moment: Moment, version: CaseVersion, meaning: AnswerMeaning
) -> None:
    """Keep with a version what the receiver said of it."""
    changed: dict[str, Detail] = {"answer": meaning, "answered_at": moment.at}
    session.change(tables.CASE_VERSION, version.id, changed)


def version_meant(read: Reads, case: int, batch: Digest | None, *, is_yes: bool) -> CaseVersion:
    """Return the version that an answer is about: by its batch, else one that waits for an answer.

    Of several a yes is for the first and a no for the last: wrongly taken for the other one, it
    would pass for PV's having the news, or would let nobody mend a report that PV has not got.
    """
    named = _named(read, case, batch)
    if named is not None:
        return read.case_versions(case)[named - 1]
    left = spoken_of(read, case)
    waiting = [each for each in left if each.answer is None] or left[-1:]
    return waiting[0 if is_yes else -1]


def is_of_either(read: Reads, case: int, batch: Digest | None) -> bool:
    """Say whether a yes may be that of a version that was taken, said again, or one to a later.

    It names no batch of ours; only a person learns from PV which.
    """
    left = spoken_of(read, case)
    waiting = [each.number for each in left if each.answer is None]
    taken = [each.number for each in left if each.answer is AnswerMeaning.ACCEPTED]
    is_unnamed = _named(read, case, batch) is None
    return is_unnamed and bool(waiting and taken) and min(taken) < min(waiting)


def _named(read: Reads, case: int, batch: Digest | None) -> int | None:
    """Return the number of the version of a case that left in a batch."""
    named = None if batch is None else read.version_with(batch)
    return None if named is None or named[0] != case else named[1]


def spoken_of(read: Reads, case: int) -> list[CaseVersion]:
    """Return the versions that PV can speak of: those that left, the latest where none has."""
    versions = read.case_versions(case)
    return [each for each in versions if has_left(read, each)] or versions[-1:]


def has_left(read: Reads, version: CaseVersion) -> bool:
    """Say whether the packet of a version may have reached PV."""
    found = None if version.delivery is None else read.delivery(version.delivery)
    return found is not None and found.state in _LEFT
