"""The words of the escalation form, in the window's language."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.escalation import Criterion, Presence, Situation
from webcare_desk.ui.noop import QT_TRANSLATE_NOOP

_CRITERIA: Mapping[Criterion, str] = {
    Criterion.PATIENT: QT_TRANSLATE_NOOP("Escalation", "Patient"),
    Criterion.REPORTER: QT_TRANSLATE_NOOP("Escalation", "Reporter"),
    Criterion.PRODUCT: QT_TRANSLATE_NOOP("Escalation", "Product"),
    Criterion.EVENT: QT_TRANSLATE_NOOP("Escalation", "Event"),
}
_PRESENCES: Mapping[Presence, str] = {
    Presence.PRESENT: QT_TRANSLATE_NOOP("Escalation", "present"),
    Presence.ABSENT: QT_TRANSLATE_NOOP("Escalation", "absent"),
    Presence.UNCLEAR: QT_TRANSLATE_NOOP("Escalation", "unclear"),
}
_SITUATIONS: Mapping[Situation, str] = {
    Situation.PREGNANCY: QT_TRANSLATE_NOOP("Escalation", "Pregnancy"),
    Situation.BREASTFEEDING: QT_TRANSLATE_NOOP("Escalation", "Breastfeeding"),
    Situation.OVERDOSE: QT_TRANSLATE_NOOP("Escalation", "Overdose"),
    Situation.ABUSE: QT_TRANSLATE_NOOP("Escalation", "Abuse"),
    Situation.MISUSE: QT_TRANSLATE_NOOP("Escalation", "Misuse"),
    Situation.MEDICATION_ERROR: QT_TRANSLATE_NOOP("Escalation", "Medication error"),
    Situation.OCCUPATIONAL: QT_TRANSLATE_NOOP("Escalation", "Exposure at work"),
    Situation.OFF_LABEL: QT_TRANSLATE_NOOP("Escalation", "Off-label use"),
    Situation.LACK_OF_EFFECT: QT_TRANSLATE_NOOP("Escalation", "Lack of effect"),
    Situation.EXPIRED: QT_TRANSLATE_NOOP("Escalation", "Taken beyond expiry"),
    Situation.COUNTERFEIT: QT_TRANSLATE_NOOP("Escalation", "Counterfeit"),
    Situation.INFECTION: QT_TRANSLATE_NOOP("Escalation", "Transmission of an infection"),
    Situation.INTERACTION: QT_TRANSLATE_NOOP("Escalation", "Interaction"),
}


def criterion_word(criterion: Criterion) -> str:
    """Return the name of a criterion."""
    return QCoreApplication.translate("Escalation", _CRITERIA[criterion])


def presence_word(presence: Presence) -> str:
    """Return present, absent or unclear."""
    return QCoreApplication.translate("Escalation", _PRESENCES[presence])


def situation_word(situation: Situation) -> str:
    """Return the name of a special situation."""
    return QCoreApplication.translate("Escalation", _SITUATIONS[situation])
