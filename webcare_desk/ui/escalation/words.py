"""The words of the escalation form, in the window's language."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.escalation import Criterion, Presence, Situation
from webcare_desk.domain.intake import Ask, Mandatory
from webcare_desk.said import QT_TRANSLATE_NOOP

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

_ASKS: Mapping[Ask, str] = {
    Ask.ABOUT: QT_TRANSLATE_NOOP("Escalation", "About whom"),
    Ask.INITIALS: QT_TRANSLATE_NOOP("Escalation", "Initials"),
    Ask.AGE: QT_TRANSLATE_NOOP("Escalation", "Age"),
    Ask.AGE_GROUP: QT_TRANSLATE_NOOP("Escalation", "Age group"),
    Ask.SEX: QT_TRANSLATE_NOOP("Escalation", "Sex"),
    Ask.WHICH_PRODUCT: QT_TRANSLATE_NOOP("Escalation", "Use and situations of"),
    Ask.BATCH: QT_TRANSLATE_NOOP("Escalation", "Batch number"),
    Ask.DOSE_FORM: QT_TRANSLATE_NOOP("Escalation", "Dose form"),
    Ask.DOSE: QT_TRANSLATE_NOOP("Escalation", "Dosage"),
    Ask.ROUTE: QT_TRANSLATE_NOOP("Escalation", "Route"),
    Ask.USE_START: QT_TRANSLATE_NOOP("Escalation", "Use began"),
    Ask.USE_END: QT_TRANSLATE_NOOP("Escalation", "Use ended"),
    Ask.OTHER_MEDICINES: QT_TRANSLATE_NOOP("Escalation", "Other medicines"),
    Ask.WHICH_EVENT: QT_TRANSLATE_NOOP("Escalation", "Beginning, end and outcome of"),
    Ask.EVENT_START: QT_TRANSLATE_NOOP("Escalation", "Began"),
    Ask.EVENT_END: QT_TRANSLATE_NOOP("Escalation", "Ended"),
    Ask.OUTCOME: QT_TRANSLATE_NOOP("Escalation", "Outcome, as told"),
    Ask.QUALIFICATION: QT_TRANSLATE_NOOP("Escalation", "Qualification"),
    Ask.COUNTRY: QT_TRANSLATE_NOOP("Escalation", "Country"),
    Ask.CONTACT: QT_TRANSLATE_NOOP("Escalation", "Contact by PV"),
    Ask.GIVEN_NAME: QT_TRANSLATE_NOOP("Escalation", "Given name"),
    Ask.FAMILY_NAME: QT_TRANSLATE_NOOP("Escalation", "Family name"),
    Ask.STREET: QT_TRANSLATE_NOOP("Escalation", "Street and number"),
    Ask.POSTCODE: QT_TRANSLATE_NOOP("Escalation", "Postcode"),
    Ask.CITY: QT_TRANSLATE_NOOP("Escalation", "Town"),
    Ask.PHONE: QT_TRANSLATE_NOOP("Escalation", "Telephone"),
    Ask.EMAIL: QT_TRANSLATE_NOOP("Escalation", "E-mail"),
    Ask.PARENT: QT_TRANSLATE_NOOP("Escalation", "Who took it"),
    Ask.PARENT_INITIALS: QT_TRANSLATE_NOOP("Escalation", "Parent's initials"),
    Ask.PARENT_AGE: QT_TRANSLATE_NOOP("Escalation", "Parent's age"),
}
_ANSWERS: Mapping[str, str] = {
    "self": QT_TRANSLATE_NOOP("Escalation", "the writer"),
    "other": QT_TRANSLATE_NOOP("Escalation", "somebody else"),
    "foetus": QT_TRANSLATE_NOOP("Escalation", "foetus"),
    "newborn": QT_TRANSLATE_NOOP("Escalation", "newborn"),
    "infant": QT_TRANSLATE_NOOP("Escalation", "infant"),
    "child": QT_TRANSLATE_NOOP("Escalation", "child"),
    "adolescent": QT_TRANSLATE_NOOP("Escalation", "adolescent"),
    "adult": QT_TRANSLATE_NOOP("Escalation", "adult"),
    "elderly": QT_TRANSLATE_NOOP("Escalation", "elderly"),
    "male": QT_TRANSLATE_NOOP("Escalation", "male"),
    "female": QT_TRANSLATE_NOOP("Escalation", "female"),
    "recovered": QT_TRANSLATE_NOOP("Escalation", "recovered"),
    "recovering": QT_TRANSLATE_NOOP("Escalation", "recovering"),
    "not-recovered": QT_TRANSLATE_NOOP("Escalation", "not recovered"),
    "recovered-with-sequelae": QT_TRANSLATE_NOOP("Escalation", "recovered with sequelae"),
    "fatal": QT_TRANSLATE_NOOP("Escalation", "fatal"),
    "physician": QT_TRANSLATE_NOOP("Escalation", "physician"),
    "pharmacist": QT_TRANSLATE_NOOP("Escalation", "pharmacist"),
    "other-professional": QT_TRANSLATE_NOOP("Escalation", "other health professional"),
    "lawyer": QT_TRANSLATE_NOOP("Escalation", "lawyer"),
    "consumer": QT_TRANSLATE_NOOP("Escalation", "consumer"),
    "agreed": QT_TRANSLATE_NOOP("Escalation", "agreed to"),
    "refused": QT_TRANSLATE_NOOP("Escalation", "refused"),
    "not-asked": QT_TRANSLATE_NOOP("Escalation", "not asked"),
    "father": QT_TRANSLATE_NOOP("Escalation", "the father"),
    "mother": QT_TRANSLATE_NOOP("Escalation", "the mother"),
}
_MANDATORY: Mapping[Mandatory, str] = {
    Mandatory.VERBATIM: QT_TRANSLATE_NOOP("Escalation", "the words"),
    Mandatory.LINK: QT_TRANSLATE_NOOP("Escalation", "the link"),
    Mandatory.PRODUCT: QT_TRANSLATE_NOOP("Escalation", "the product"),
    Mandatory.WHO: QT_TRANSLATE_NOOP("Escalation", "who"),
    Mandatory.SEEN: QT_TRANSLATE_NOOP("Escalation", "when seen"),
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


def ask_word(ask: Ask) -> str:
    """Return the name of a question of the form."""
    return QCoreApplication.translate("Escalation", _ASKS[ask])


def answer_word(answer: str) -> str:
    """Return one of the answers that a question offers."""
    return QCoreApplication.translate("Escalation", _ANSWERS[answer])


def mandatory_word(mandatory: Mandatory) -> str:
    """Return the name of what PV must have."""
    return QCoreApplication.translate("Escalation", _MANDATORY[mandatory])
