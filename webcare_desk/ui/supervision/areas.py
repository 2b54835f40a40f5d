"""The screens of the supervisor, how much waits in each, and its worst clock."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from webcare_desk import oversight
from webcare_desk.domain.approval import Request, RequestKind, RequestState, has_run_out
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.spans import WEEK
from webcare_desk.oversight.screening import missed_of
from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.ui.workplace import Workplace

#: After how long an unmatched line stands out, in microseconds.
OLD = WEEK


class Area(StrEnum):
    """The screens, from top to bottom; each has the digit of its place."""

    AUDIT = QT_TRANSLATE_NOOP("Areas", "Audit log")
    REVIEW = QT_TRANSLATE_NOOP("Areas", "Review")
    APPROVALS = QT_TRANSLATE_NOOP("Areas", "Approvals")
    QUALITY = QT_TRANSLATE_NOOP("Areas", "Quality check")
    DEVIATIONS = QT_TRANSLATE_NOOP("Areas", "Deviations")
    PEOPLE = QT_TRANSLATE_NOOP("Areas", "People online")
    COVERAGE = QT_TRANSLATE_NOOP("Areas", "Coverage")
    SCREENING = QT_TRANSLATE_NOOP("Areas", "Screening")
    RECONCILIATION = QT_TRANSLATE_NOOP("Areas", "Reconciliation")


def area_word(area: Area) -> str:
    """Return the name of a screen in the window's language."""
    return QCoreApplication.translate("Areas", area.value)


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much waits in a screen; `worst` is the first due time, in UTC microseconds.

    `oldest` is since when the oldest of it waits, where nothing is due.
    """

    area: Area
    count: int = 0
    worst: int | None = None
    oldest: int | None = None


def areas_for(work: Workplace) -> tuple[Area, ...]:
    """Return the screens that somebody sees: who may approve alone sees what waits for that."""
    return tuple(Area) if work.may(Right.REVIEW) else (Area.APPROVALS,)


def survey(work: Workplace) -> tuple[Waiting, ...]:
    """Count what waits in each screen that somebody sees; runs in a worker."""
    read, now = work.app.desk.read, work.app.desk.clock()
    if not work.may(Right.REVIEW):
        return (_approvals(work),)
    open_reviews = [each for each in read.reviews() if each.concluded_at is None]
    checks = oversight.offered(read, work.actor.moderator)
    deviations = read.deviations(only_open=True)
    proposed = oversight.proposals(read, now)
    gaps = read.gaps()
    return (
        Waiting(Area.AUDIT, read.log_size()),
        Waiting(Area.REVIEW, len(open_reviews)),
        _approvals(work),
        Waiting(Area.QUALITY, len(checks), min((each.due_at for each in checks), default=None)),
        Waiting(
            Area.DEVIATIONS,
            len(deviations) + len(proposed),
            min((each.next_due for each in deviations), default=None),
        ),
        Waiting(Area.PEOPLE, len(read.open_sessions())),
        Waiting(Area.COVERAGE, len(gaps)),
        Waiting(Area.SCREENING, missed_of(read.escalated())[0].missed),
        Waiting(Area.RECONCILIATION, read.open_discrepancies(), oldest=read.oldest_discrepancy()),
    )


def _approvals(work: Workplace) -> Waiting:
    read, now = work.app.desk.read, work.app.desk.clock()
    found = [each for each in read.requests(is_open=True) if _is_to_do(work, each, now)]
    return Waiting(Area.APPROVALS, len(found), min((e.ends_at for e in found), default=None))


def _is_to_do(work: Workplace, request: Request, now: int) -> bool:
    """Say whether a request waits for somebody: an approved erasure for whoever erases."""
    if has_run_out(request, now):
        return False
    is_erasure = request.wanted.kind is RequestKind.ERASURE
    return request.state is RequestState.WAITING or (is_erasure and work.may(Right.ERASE))
