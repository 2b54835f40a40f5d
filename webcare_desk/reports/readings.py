"""What somebody read whose reading is followed, as an entry of the log names it."""

from collections.abc import Mapping

from webcare_desk.domain.audit import AuditEntry
from webcare_desk.said import QT_TRANSLATE_NOOP

#: What the entry of a reading names, as the window calls it; a command of the terminal stays as it is typed.
READINGS: Mapping[str, str] = {
    "inbox": QT_TRANSLATE_NOOP("Sentences", "the list of comments"),
    "search": QT_TRANSLATE_NOOP("Sentences", "what a search found"),
    "supervision": QT_TRANSLATE_NOOP("Sentences", "supervision"),
    "audit": QT_TRANSLATE_NOOP("Sentences", "the audit log"),
    "gaps": QT_TRANSLATE_NOOP("Sentences", "sources and gaps"),
    "people": QT_TRANSLATE_NOOP("Sentences", "people"),
    "protocol": QT_TRANSLATE_NOOP("Sentences", "the protocol"),
    "register": QT_TRANSLATE_NOOP("Sentences", "the register of cases"),
    "register-export": QT_TRANSLATE_NOOP("Sentences", "an export of the register of cases"),
    "list-export": QT_TRANSLATE_NOOP("Sentences", "an export of our list for PV"),
    "case": QT_TRANSLATE_NOOP("Sentences", "a case of the register"),
    "packet": QT_TRANSLATE_NOOP("Sentences", "what PV reads of a case"),
    "answers": QT_TRANSLATE_NOOP("Sentences", "answers to ask PV about"),
    "case-export": QT_TRANSLATE_NOOP("Sentences", "an export of a case"),
    "case-evidence": QT_TRANSLATE_NOOP("Sentences", "what came with an answer of PV"),
    "comment-originals": QT_TRANSLATE_NOOP("Sentences", "what was frozen of a comment"),
    "protocol-backtest": QT_TRANSLATE_NOOP("Sentences", "a test of the protocol"),
    "review-periodic": QT_TRANSLATE_NOOP("Sentences", "the periodic review"),
    "supervision-review": QT_TRANSLATE_NOOP("Sentences", "reviews of the log"),
    "supervision-audit": QT_TRANSLATE_NOOP("Sentences", "the audit log"),
    "supervision-approvals": QT_TRANSLATE_NOOP("Sentences", "what waits for a second person"),
    "supervision-quality": QT_TRANSLATE_NOOP("Sentences", "the quality check"),
    "supervision-deviations": QT_TRANSLATE_NOOP("Sentences", "deviations"),
    "supervision-people": QT_TRANSLATE_NOOP("Sentences", "who is online"),
    "supervision-coverage": QT_TRANSLATE_NOOP("Sentences", "coverage"),
    "supervision-screening": QT_TRANSLATE_NOOP("Sentences", "how screening does"),
    "supervision-reconciliation": QT_TRANSLATE_NOOP(
        "Sentences", "the reconciliation with PV's list"
    ),
}


def what_was_read(entry: AuditEntry) -> str:
    """Return what an entry of a reading names, nothing for other entries."""
    what = str(entry.detail.get("what", "")) if entry.action == "read" else ""
    return READINGS.get(what, what)
