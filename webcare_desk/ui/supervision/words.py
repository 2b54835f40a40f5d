"""The terms of oversight as the window says them, in the window's language."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.deviation import DeviationKind, DeviationState, MeasureKind
from webcare_desk.domain.quality import CheckReason, DecisionKind
from webcare_desk.domain.question import ReviewQuestion
from webcare_desk.domain.review import Verdict
from webcare_desk.said import QT_TRANSLATE_NOOP

_WORDS: tuple[tuple[StrEnum, str], ...] = (
    (ReviewQuestion.LATE_FORWARD, QT_TRANSLATE_NOOP("Oversight", "Forwarded to PV too late")),
    (
        ReviewQuestion.TAKEN_BACK,
        QT_TRANSLATE_NOOP("Oversight", "A decision about a report was taken back"),
    ),
    (ReviewQuestion.REASON_OTHER, QT_TRANSLATE_NOOP("Oversight", "Done for the other reason")),
    (
        ReviewQuestion.STEP_LEFT_OUT,
        QT_TRANSLATE_NOOP("Oversight", "A step of a plan left out or late"),
    ),
    (ReviewQuestion.AT_NIGHT, QT_TRANSLATE_NOOP("Oversight", "Decided at night")),
    (ReviewQuestion.OWN_CHECK, QT_TRANSLATE_NOOP("Oversight", "Checked a decision of one's own")),
    (ReviewQuestion.HIDDEN_FIRST, QT_TRANSLATE_NOOP("Oversight", "Hidden before it was frozen")),
    (
        ReviewQuestion.MANY_AT_ONCE,
        QT_TRANSLATE_NOOP("Oversight", "Many “not a report” within a minute"),
    ),
    (ReviewQuestion.CLOCK_BACK, QT_TRANSLATE_NOOP("Oversight", "The clock went back")),
    (
        ReviewQuestion.FAILED_LOGINS,
        QT_TRANSLATE_NOOP("Oversight", "A wrong try to enter or to sign"),
    ),
    (
        ReviewQuestion.FORKED,
        QT_TRANSLATE_NOOP("Oversight", "Went on after a fork, or from a backup"),
    ),
    (ReviewQuestion.SAMPLE, QT_TRANSLATE_NOOP("Oversight", "Drawn at random")),
    (Verdict.IN_ORDER, QT_TRANSLATE_NOOP("Oversight", "In order")),
    (Verdict.FINDING, QT_TRANSLATE_NOOP("Oversight", "Finding")),
    (DecisionKind.NOT_A_REPORT, QT_TRANSLATE_NOOP("Oversight", "Closed: not a report")),
    (DecisionKind.ESCALATED, QT_TRANSLATE_NOOP("Oversight", "Escalated to PV")),
    (CheckReason.MISSED_EVENT, QT_TRANSLATE_NOOP("Oversight", "A report was missed")),
    (CheckReason.WRONG_CATEGORY, QT_TRANSLATE_NOOP("Oversight", "It is something else")),
    (CheckReason.NOT_REPORTABLE, QT_TRANSLATE_NOOP("Oversight", "It is no report")),
    (CheckReason.INCOMPLETE, QT_TRANSLATE_NOOP("Oversight", "Something is missing")),
    (CheckReason.OTHER, QT_TRANSLATE_NOOP("Oversight", "Another reason")),
    (DeviationKind.LATE_FORWARD, QT_TRANSLATE_NOOP("Oversight", "Late to PV")),
    (DeviationKind.MISSED_EVENT, QT_TRANSLATE_NOOP("Oversight", "Missed report")),
    (DeviationKind.COVERAGE_GAP, QT_TRANSLATE_NOOP("Oversight", "Gap in coverage")),
    (DeviationKind.FAILED_BACKUP, QT_TRANSLATE_NOOP("Oversight", "Failed backup")),
    (DeviationKind.FAILED_DELIVERY, QT_TRANSLATE_NOOP("Oversight", "Failed delivery")),
    (DeviationKind.LOG_FLAW, QT_TRANSLATE_NOOP("Oversight", "Flaw in the log")),
    (DeviationKind.OTHER, QT_TRANSLATE_NOOP("Oversight", "Something else")),
    (DeviationState.OPEN, QT_TRANSLATE_NOOP("Oversight", "Cause unknown")),
    (DeviationState.EXPLAINED, QT_TRANSLATE_NOOP("Oversight", "Being mended")),
    (DeviationState.CHECKED, QT_TRANSLATE_NOOP("Oversight", "Ready to close")),
    (DeviationState.CLOSED, QT_TRANSLATE_NOOP("Oversight", "Closed")),
    (MeasureKind.CORRECTIVE, QT_TRANSLATE_NOOP("Oversight", "Mends it")),
    (MeasureKind.PREVENTIVE, QT_TRANSLATE_NOOP("Oversight", "Prevents it")),
)
#: Members of two enumerations may be equal as texts, so that the kind belongs to the key.
_BY_KIND: Mapping[tuple[str, str], str] = {
    (type(member).__name__, member.value): words for member, words in _WORDS
}


def word(member: StrEnum) -> str:
    """Return the name of a member."""
    return QCoreApplication.translate("Oversight", _BY_KIND[type(member).__name__, member.value])
