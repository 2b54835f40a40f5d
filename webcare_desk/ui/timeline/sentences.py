"""Each act of the log as a sentence about who did it."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.finding import Category
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.reason import Reason
from webcare_desk.reports.acts import filled, words_of
from webcare_desk.reports.readings import what_was_read
from webcare_desk.ui.composer.outbox import problem_words
from webcare_desk.ui.words import category_word, reason_word, role_word

translate = QCoreApplication.translate


def in_window(known: str) -> str:
    """Return a sentence of an act in the window's language."""
    return translate("Sentences", known)


def sentence(entry: AuditEntry, names: Mapping[str, str]) -> str:
    """Return an entry as a sentence; `names` gives the people of the desk by id."""
    words = translate("Sentences", words_of(entry))
    return filled(words, entry, who(entry.actor, names), _what(entry))


def who(actor: str, names: Mapping[str, str]) -> str:
    """Return the name of who acted; the program is called so."""
    if actor == "system":
        return translate("Sentences", "The program")
    return names.get(actor) or translate("Sentences", "A former account")


def _what(entry: AuditEntry) -> str:
    """Return the part of a sentence that the entry's own values fill."""
    if entry.action == "classify":
        value = _new_category(entry) or str(entry.detail.get("category", ""))
        return category_word(Category(value)) if value in set(Category) else ""
    if "reason" in entry.detail or entry.reason is not None:
        return reason_word(Reason(entry.reason)) if entry.reason in set(Reason) else ""
    if entry.action == "alarm-comment":
        return role_word(Role(str(entry.detail["to"])))
    if entry.action in {"finish-test", "read", "record-step"}:
        return _done(entry)
    return problem_words(str(entry.detail.get("problem", "")))


def _done(entry: AuditEntry) -> str:
    """Return how a test ended, what was read, or which step was done."""
    if entry.action == "record-step":
        late = translate("Sentences", "{step}, late") if entry.detail["late"] else "{step}"
        return late.format(step=entry.detail["step"])
    if entry.action == "read":
        return translate("Sentences", what_was_read(entry))
    passed, failed = translate("Sentences", "passed"), translate("Sentences", "not passed")
    return passed if entry.detail.get("passed") else failed


def _new_category(entry: AuditEntry) -> str:
    """Return the new category of a comment, or nothing where it stayed the same."""
    for name, _, columns in entry.changes:
        values = columns.get("category")
        if name == "work" and isinstance(values, list | tuple):
            return str(values[-1])
    return ""
