"""The hints of a comment in one line: who seems to write and how, and what a person confirmed."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.hint import HintKind
from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.sheet import Sheet

_KINDS: Mapping[HintKind, str] = {
    HintKind.PATIENT: QT_TRANSLATE_NOOP("Hints", "patient"),
    HintKind.CAREGIVER: QT_TRANSLATE_NOOP("Hints", "caregiver"),
    HintKind.ADVOCATE: QT_TRANSLATE_NOOP("Hints", "speaks for patients"),
    HintKind.PROFESSIONAL: QT_TRANSLATE_NOOP("Hints", "professional"),
    HintKind.SCEPTIC: QT_TRANSLATE_NOOP("Hints", "sceptic"),
    HintKind.NEW_DIAGNOSIS: QT_TRANSLATE_NOOP("Hints", "new diagnosis"),
    HintKind.SEARCHING: QT_TRANSLATE_NOOP("Hints", "searching"),
    HintKind.AT_A_LOW: QT_TRANSLATE_NOOP("Hints", "at a low"),
    HintKind.LONG_TERM: QT_TRANSLATE_NOOP("Hints", "long-term"),
    HintKind.POSITIVE: QT_TRANSLATE_NOOP("Hints", "positive"),
    HintKind.NEGATIVE: QT_TRANSLATE_NOOP("Hints", "negative"),
}


def hint_word(kind: HintKind) -> str:
    """Return what a kind of hint is called in the window's language."""
    return QCoreApplication.translate("Hints", _KINDS[kind])


def hints_line(sheet: Sheet) -> str:
    """Return the hints with the words they stand on, the confirmed ones ticked; empty for none."""
    text, told = sheet.file.comment.text, []
    for hint in sheet.hints:
        words = oneline(text[hint.start : hint.end], 40)
        tick = "✓ " if hint.kind in sheet.confirmed else ""
        told.append(f"{tick}{hint_word(hint.kind)} (“{words}”)")
    if not told:
        return ""
    lead = QCoreApplication.translate("Hints", "Hints, never passed on: {hints}")
    if any(hint.kind not in sheet.confirmed for hint in sheet.hints):
        lead += " · " + QCoreApplication.translate("Hints", "B confirms")
    return lead.format(hints=", ".join(told))
