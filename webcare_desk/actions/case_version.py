"""Later versions of a case: a follow-up, an amendment, taking it back, a correction; and its end."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Moment, OnComment, work_of
from webcare_desk.actions.case_moves import add_version, move, queued, standing_of
from webcare_desk.actions.complain import complain, was_told
from webcare_desk.actions.outbound import queue
from webcare_desk.actions.pv_clock import set_clock
from webcare_desk.actions.rewording import reworded_after
from webcare_desk.actions.with_pv import is_taken_back
from webcare_desk.domain.audit import Detail, Details, Name
from webcare_desk.domain.case_state import CaseEvent, CaseState
from webcare_desk.domain.case_version import CaseStanding, CaseVersion, Sheet, VersionKind
from webcare_desk.domain.inbox import Queue, Status, nearest
from webcare_desk.domain.moderator import Right, Role
from webcare_desk.domain.reply import DeliveryKind
from webcare_desk.errors import RefusedError, StaleError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Session

_KEPT_BACK = QT_TRANSLATE_NOOP(
    "Said",
    "Version {number} is kept back: send it to PV first (`case send`). "
    "An internal note keeps what is to follow.",
)
#: A later version may not overtake the one before it; what to do until that one has left.
_UNDER_WAY = {
    CaseState.QUEUED: QT_TRANSLATE_NOOP(
        "Said",
        "Version {number} has not left for PV yet: send it first (`outbox send`). "
        "An internal note keeps what is to follow.",
    ),
    CaseState.CAME_BACK: QT_TRANSLATE_NOOP(
        "Said",
        "Version {number} came back, so PV has not got it: send it again first (`outbox now`). "
        "An internal note keeps what is to follow.",
    ),
    CaseState.FOLLOW_UP: _KEPT_BACK,
    CaseState.CORRECTED: _KEPT_BACK,
}


@dataclass(frozen=True, slots=True)
class AddVersion(OnComment[CaseStanding]):
    """The next version of a case; `base` is the number of the one that it was made from.

    `received_at` (UTC microseconds) is when what is new reached us: the clock of the version
    runs from there; where nothing did, it is since when that clock runs. `words` are the reason,
    which goes to PV. With `send` it is queued at once, else it waits for `QueueVersion`.
    """

    case: int
    base: int
    kind: VersionKind
    sheet: Sheet
    received_at: int
    words: str
    send: bool = True
    name: ClassVar[Name] = Name("add-version")
    is_urgent: ClassVar[bool] = True
    right: ClassVar[Right] = Right.ESCALATE

    def apply(self, session: Session, moment: Moment) -> CaseStanding:
        """Keep it; return where the case stands then."""
        standing, versions = standing_of(session, self.case), session.case_versions(self.case)
        self._require_fit(standing, versions, moment)
        is_refused = standing.state is CaseState.REJECTED
        move(session, moment, self.case, CaseEvent.CORRECT if is_refused else CaseEvent.FOLLOW_UP)
        add_version(
            session, moment, self.case, self.kind, self.received_at, self.sheet, self.words.strip()
        )
        if self.send:
            _send(session, moment, standing)
        set_clock(session, self.case)
        return standing_of(session, self.case)

    def _require_fit(
        self, standing: CaseStanding, versions: list[CaseVersion], moment: Moment
    ) -> None:
        if versions[-1].number != self.base:
            msg = QT_TRANSLATE_NOOP(
                "Said", "Somebody has made another version of this case; read it again."
            )
            raise StaleError(Said.of(msg))
        if not self.words.strip():
            msg = QT_TRANSLATE_NOOP(
                "Said", "Say what is new, or why the report is changed or taken back."
            )
            raise RefusedError(Said.of(msg))
        if not versions[0].received_at <= self.received_at <= moment.at:
            msg = QT_TRANSLATE_NOOP(
                "Said", "What is new reached us not before the case itself, and not after now."
            )
            raise RefusedError(Said.of(msg))
        is_refused = standing.state is CaseState.REJECTED
        if (self.kind is VersionKind.CORRECTION) is not is_refused:
            msg = QT_TRANSLATE_NOOP(
                "Said", "A correction answers a refused report, and a refused report needs one."
            )
            raise RefusedError(Said.of(msg))
        if self.kind is VersionKind.INITIAL or (not is_refused and is_taken_back(versions)):
            msg = QT_TRANSLATE_NOOP(
                "Said", "This report was taken back: escalate the comment again for a new one."
            )
            raise RefusedError(Said.of(msg))
        if standing.state in _UNDER_WAY:
            raise RefusedError(Said.of(_UNDER_WAY[standing.state], number=self.base))

    def detail_of(self, result: CaseStanding) -> Details:
        """Name the case, the version and what it is."""
        return {
            "escalation": self.case,
            "number": result.number,
            "kind": self.kind,
            "received_at": self.received_at,
        }


def _send(session: Session, moment: Moment, standing: CaseStanding) -> None:
    of_case = {"escalation": standing.case}
    delivery = queue(session, moment, DeliveryKind.PACKET, standing.comment, {**of_case})
    queued(session, moment, standing.case, delivery)
    _news_told(session, moment, standing)
    if was_told(session, standing.comment, standing.case):
        complain(session, moment, standing.comment, standing.case)


def _news_told(session: Session, moment: Moment, standing: CaseStanding) -> None:
    """End PV's clock of a comment that was reworded: the case goes on with what is new.

    Not where the version is older than the words, which nobody has told PV then; and a reply
    that is due is due all the same.
    """
    work, case = work_of(session, standing.comment), session.escalation(standing.case)
    version = session.case_versions(standing.case)[-1]
    is_older = version.made_at != moment.at and reworded_after(
        session, standing.comment, version.made_at
    )
    if not work.queue.is_open or case is None or is_older:
        return
    waits: dict[str, Detail] = {"status": Status.ESCALATED}
    if not work.awaits_reply:
        waits["queue"] = Queue.WAITING
    told: dict[str, Detail] = {"aware_due": None, "due": nearest(work.reply_due, None)}
    session.change(tables.WORK, standing.comment, waits if case.is_open else told)


@dataclass(frozen=True, slots=True)
class QueueVersion(OnComment[CaseStanding]):
    """A version that was kept back goes to PV."""

    case: int
    name: ClassVar[Name] = Name("queue-version")
    is_urgent: ClassVar[bool] = True
    right: ClassVar[Right] = Right.ESCALATE

    def apply(self, session: Session, moment: Moment) -> CaseStanding:
        """Put it in the outbox."""
        standing = standing_of(session, self.case)
        if session.case_versions(self.case)[-1].delivery is not None:
            msg = QT_TRANSLATE_NOOP(
                "Said", "The latest version of this case is on its way already."
            )
            raise RefusedError(Said.of(msg))
        _send(session, moment, standing)
        return standing

    def detail_of(self, result: CaseStanding) -> Details:
        """Name the case and the version."""
        return {"escalation": self.case, "number": result.number}


@dataclass(frozen=True, slots=True)
class CloseCase(OnComment[CaseStanding]):
    """Nothing more is asked or told about a case that PV has decided on."""

    case: int
    name: ClassVar[Name] = Name("close-case")
    right: ClassVar[Right] = Right.ACKNOWLEDGE

    def apply(self, session: Session, moment: Moment) -> CaseStanding:
        """Close it; new information opens it again as a follow-up."""
        standing = standing_of(session, self.case)
        move(session, moment, self.case, CaseEvent.CLOSE)
        return standing

    def detail_of(self, result: CaseStanding) -> Details:
        """Name the case."""
        return {"escalation": self.case, "number": result.number}


@dataclass(frozen=True, slots=True)
class AlarmCase(OnComment[CaseStanding]):
    """Nobody has acted on a case in time: the deputy is told, and then the supervisor."""

    case: int
    to: Role
    name: ClassVar[Name] = Name("alarm-case")
    is_urgent: ClassVar[bool] = True
    right: ClassVar[Right] = Right.DELIVER

    def apply(self, session: Session, moment: Moment) -> CaseStanding:
        """Keep whom the alarm has reached."""
        standing = standing_of(session, self.case)
        if standing.state is CaseState.CLOSED or standing.alarm is self.to:
            msg = QT_TRANSLATE_NOOP("Said", "This case needs no alarm.")
            raise RefusedError(Said.of(msg))
        changed: Details = {"alarm": self.to, "alarmed_at": moment.at}
        session.change(tables.SAFETY_CASE, standing.id, changed)
        return standing

    def detail_of(self, result: CaseStanding) -> Details:
        """Name the case, what it waits in, and who is told."""
        return {"escalation": self.case, "state": result.state, "to": self.to}
