"""The words of the register, in the window's language."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import AnswerMeaning, PvDecision, VersionKind
from webcare_desk.domain.inquiry import InquiryOutcome
from webcare_desk.domain.register import Shown
from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.ui.table import Tone

_STATES: Mapping[CaseState, str] = {
    CaseState.DRAFTED: QT_TRANSLATE_NOOP("Register", "drafted"),
    CaseState.QUEUED: QT_TRANSLATE_NOOP("Register", "queued"),
    CaseState.SENT: QT_TRANSLATE_NOOP("Register", "sent"),
    CaseState.CAME_BACK: QT_TRANSLATE_NOOP("Register", "came back"),
    CaseState.ACKNOWLEDGED: QT_TRANSLATE_NOOP("Register", "acknowledged"),
    CaseState.ACCEPTED: QT_TRANSLATE_NOOP("Register", "accepted"),
    CaseState.NOT_A_CASE: QT_TRANSLATE_NOOP("Register", "not a case"),
    CaseState.DUPLICATE: QT_TRANSLATE_NOOP("Register", "duplicate"),
    CaseState.REJECTED: QT_TRANSLATE_NOOP("Register", "rejected"),
    CaseState.CORRECTED: QT_TRANSLATE_NOOP("Register", "corrected"),
    CaseState.FOLLOW_UP: QT_TRANSLATE_NOOP("Register", "follow-up"),
    CaseState.CLOSED: QT_TRANSLATE_NOOP("Register", "closed"),
}
#: The light of a state: its shape says it as well as its colour.
LIGHTS: Mapping[CaseState, tuple[str, Tone]] = {
    CaseState.DRAFTED: ("○", Tone.WARNING),
    CaseState.QUEUED: ("◔", Tone.WARNING),
    CaseState.SENT: ("◑", Tone.PLAIN),
    CaseState.CAME_BACK: ("↶", Tone.DANGER),
    CaseState.ACKNOWLEDGED: ("◕", Tone.PLAIN),
    CaseState.ACCEPTED: ("●", Tone.GOOD),
    CaseState.NOT_A_CASE: ("●", Tone.FAINT),
    CaseState.DUPLICATE: ("●", Tone.FAINT),
    CaseState.REJECTED: ("✕", Tone.DANGER),
    CaseState.CORRECTED: ("○", Tone.WARNING),
    CaseState.FOLLOW_UP: ("○", Tone.WARNING),
    CaseState.CLOSED: ("✓", Tone.FAINT),
}
_SHOWN: Mapping[Shown, str] = {
    Shown.OPEN: QT_TRANSLATE_NOOP("Register", "Open"),
    Shown.OURS: QT_TRANSLATE_NOOP("Register", "Ours to do"),
    Shown.PV: QT_TRANSLATE_NOOP("Register", "Waiting for PV"),
    Shown.ALARM: QT_TRANSLATE_NOOP("Register", "With an alarm"),
    Shown.DECIDED: QT_TRANSLATE_NOOP("Register", "Decided by PV"),
    Shown.CLOSED: QT_TRANSLATE_NOOP("Register", "Closed"),
    Shown.ALL: QT_TRANSLATE_NOOP("Register", "All"),
}
_KINDS: Mapping[VersionKind, str] = {
    VersionKind.INITIAL: QT_TRANSLATE_NOOP("Register", "initial report"),
    VersionKind.FOLLOW_UP: QT_TRANSLATE_NOOP("Register", "follow-up report"),
    VersionKind.AMENDMENT: QT_TRANSLATE_NOOP("Register", "amendment"),
    VersionKind.NULLIFICATION: QT_TRANSLATE_NOOP("Register", "nullification"),
    VersionKind.CORRECTION: QT_TRANSLATE_NOOP("Register", "correction"),
}
_MEANINGS: Mapping[AnswerMeaning, str] = {
    AnswerMeaning.RECEIVED: QT_TRANSLATE_NOOP("Register", "received by PV"),
    AnswerMeaning.ACCEPTED: QT_TRANSLATE_NOOP("Register", "taken by PV"),
    AnswerMeaning.REJECTED: QT_TRANSLATE_NOOP("Register", "rejected by PV"),
    AnswerMeaning.REPEATED: QT_TRANSLATE_NOOP("Register", "said again"),
    AnswerMeaning.DIFFERENT: QT_TRANSLATE_NOOP("Register", "another number of PV"),
    AnswerMeaning.CONTRARY: QT_TRANSLATE_NOOP("Register", "contrary to PV's answer before"),
    AnswerMeaning.EARLY: QT_TRANSLATE_NOOP("Register", "came before the report left"),
    AnswerMeaning.UNKNOWN: QT_TRANSLATE_NOOP("Register", "about a report that is not ours"),
    AnswerMeaning.UNREADABLE: QT_TRANSLATE_NOOP("Register", "unclear: ask PV"),
    AnswerMeaning.NOT_A_CASE: QT_TRANSLATE_NOOP("Register", "not a case, says PV"),
    AnswerMeaning.DUPLICATE: QT_TRANSLATE_NOOP("Register", "a duplicate, says PV"),
}
_DECISIONS: Mapping[PvDecision, str] = {
    PvDecision.RECEIVED: QT_TRANSLATE_NOOP("Register", "PV has received it"),
    PvDecision.ACCEPTED: QT_TRANSLATE_NOOP("Register", "PV keeps it as a case"),
    PvDecision.NOT_A_CASE: QT_TRANSLATE_NOOP("Register", "PV takes it for no case"),
    PvDecision.DUPLICATE: QT_TRANSLATE_NOOP("Register", "PV calls it a duplicate"),
    PvDecision.REJECTED: QT_TRANSLATE_NOOP("Register", "PV cannot use the report"),
}
_OUTCOMES: Mapping[InquiryOutcome, str] = {
    InquiryOutcome.ANSWERED: QT_TRANSLATE_NOOP("Register", "answered"),
    InquiryOutcome.PARTLY: QT_TRANSLATE_NOOP("Register", "answered in part"),
    InquiryOutcome.NO_ANSWER: QT_TRANSLATE_NOOP("Register", "no answer"),
    InquiryOutcome.REFUSED: QT_TRANSLATE_NOOP("Register", "did not want to answer"),
    InquiryOutcome.NOT_REACHED: QT_TRANSLATE_NOOP("Register", "could not be reached"),
    InquiryOutcome.CALLED_BACK: QT_TRANSLATE_NOOP("Register", "called back before it left"),
}


def state_word(state: CaseState) -> str:
    """Return what a state is called."""
    return _said(_STATES[state])


def shown_word(shown: Shown) -> str:
    """Return what a choice of cases is called."""
    return _said(_SHOWN[shown])


def kind_word(kind: VersionKind) -> str:
    """Return what a version is to the one before it."""
    return _said(_KINDS[kind])


def meaning_word(meaning: AnswerMeaning) -> str:
    """Return what an answer of PV means."""
    return _said(_MEANINGS[meaning])


def decision_word(decision: PvDecision) -> str:
    """Return what PV said."""
    return _said(_DECISIONS[decision])


def outcome_word(outcome: InquiryOutcome) -> str:
    """Return how asking a poster ended."""
    return _said(_OUTCOMES[outcome])


def _said(source: str) -> str:
    return QCoreApplication.translate("Register", source)
