"""A signature as it is shown under what was signed: name, role, meaning, time with its zone."""

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.signature import Meaning, Signature, printed_time
from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.words import role_word

_MEANINGS = {
    Meaning.AUTHORED: QT_TRANSLATE_NOOP("SignDialog", "I wrote this"),
    Meaning.REVIEWED: QT_TRANSLATE_NOOP("SignDialog", "I reviewed this"),
    Meaning.APPROVED: QT_TRANSLATE_NOOP("SignDialog", "I approve this"),
    Meaning.QUALITY_CHECKED: QT_TRANSLATE_NOOP("SignDialog", "I checked the quality of this"),
    Meaning.RESPONSIBLE: QT_TRANSLATE_NOOP("SignDialog", "I take responsibility for this"),
    Meaning.ERASURE_ASKED: QT_TRANSLATE_NOOP("SignDialog", "I ask for this erasure"),
    Meaning.ERASURE_APPROVED: QT_TRANSLATE_NOOP("SignDialog", "I approve this erasure"),
    Meaning.RESTORE_APPROVED: QT_TRANSLATE_NOOP("SignDialog", "I approve this restore"),
    Meaning.FORK_APPROVED: QT_TRANSLATE_NOOP("SignDialog", "I approve going on with another log"),
}


def meaning_words(meaning: Meaning) -> str:
    """Return what somebody says by signing."""
    return QCoreApplication.translate("SignDialog", _MEANINGS[meaning])


def signed_lines(*signatures: Signature | None) -> list[str]:
    """Return what each signature that is there must show (21 CFR 11.50(b))."""
    by = QCoreApplication.translate("Signed", "Signed by {name} ({role})")
    meaning = QCoreApplication.translate("Signed", "Meaning: “{words}”")
    time = QCoreApplication.translate("Signed", "Time: {time}")
    lines: list[str] = []
    for each in signatures:
        if each is not None:
            lines += [
                by.format(name=oneline(each.name, 60), role=role_word(each.role)),
                meaning.format(words=meaning_words(each.meaning)),
                time.format(time=printed_time(each.at, each.zone)),
            ]
    return lines
