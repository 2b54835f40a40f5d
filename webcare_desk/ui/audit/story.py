"""The story of a comment: who did what, when and why, and what was so before and after."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from webcare_desk.actions import RecordDelivery
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import NEVER, Queue, Status
from webcare_desk.domain.reason import Reason
from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.store import tables
from webcare_desk.store.base import Store
from webcare_desk.ui.clock import moment
from webcare_desk.ui.timeline.folding import every_entry, folded
from webcare_desk.ui.timeline.pane import more_words
from webcare_desk.ui.timeline.sentences import sentence, who
from webcare_desk.ui.words import (
    category_word,
    queue_word,
    reason_word,
    status_word,
    visibility_word,
)

translate = QCoreApplication.translate

#: The columns of the work on a comment that a story tells of, and their names.
_COLUMNS: Mapping[str, str] = {
    "status": QT_TRANSLATE_NOOP("Story", "Status"),
    "queue": QT_TRANSLATE_NOOP("Story", "Queue"),
    "category": QT_TRANSLATE_NOOP("Story", "Category"),
    "visibility": QT_TRANSLATE_NOOP("Story", "Visibility"),
    "assigned_to": QT_TRANSLATE_NOOP("Story", "Assigned to"),
    "aware_at": QT_TRANSLATE_NOOP("Story", "Day zero"),
    "aware_due": QT_TRANSLATE_NOOP("Story", "PV must know by"),
}


#: What its clock is called once the report has left.
_ANSWERED = QT_TRANSLATE_NOOP("Story", "PV answers by")


def read_story(store: Store, comment: int, names: Mapping[str, str]) -> str:
    """Return the story of a comment; runs in a worker."""
    told = folded(every_entry(store, comment))
    entries = told.entries[::-1]
    texts = {
        entry.explanation: kept.values[0] or ""
        for entry in entries
        if entry.explanation is not None
        and (kept := store.salted_text(tables.TEXT, entry.explanation)) is not None
    }
    title = translate("Story", "The story of comment {number}").format(number=comment)
    return "\n".join((title, *story(entries, names, texts, told.more)))


def story(
    entries: Sequence[AuditEntry],
    names: Mapping[str, str],
    texts: Mapping[int, str],
    more: Mapping[int, int],
) -> Iterator[str]:
    """Yield the lines of a story; `texts` are the words that people gave as reasons, by their id.

    `more` is how many entries are left out before one.
    """
    for entry in entries:
        if left := more.get(entry.seq):
            yield from ("", more_words(left))
        yield ""
        yield f"{moment(entry.at)}  ·  {sentence(entry, names)}"
        if entry.clock_back:
            yield "    " + translate("Story", "The clock had gone back before this.")
        yield from ("    " + line for line in _why(entry, names, texts))
        yield from ("    " + line for line in _changes(entry, names))


def _why(entry: AuditEntry, names: Mapping[str, str], texts: Mapping[int, str]) -> Iterator[str]:
    """Yield why it was done, unless the sentence says all of it already."""
    if entry.reason not in set(Reason):
        return
    words, reason = texts.get(entry.explanation or 0, ""), reason_word(Reason(entry.reason))
    if words or reason not in sentence(entry, names):
        line = f"{reason}: {words}" if words else reason
        yield translate("Story", "Because: {why}").format(why=line)


def _changes(entry: AuditEntry, names: Mapping[str, str]) -> Iterator[str]:
    for table, _, columns in entry.changes:
        for column, values in columns.items():
            if table == "work" and column in _COLUMNS and isinstance(values, list | tuple):
                old, new = (_said(column, value, names) for value in values)
                name = _ANSWERED if _is_pvs(entry, column) else _COLUMNS[column]
                yield f"{translate('Story', name)}: {old} → {new}"


def _is_pvs(entry: AuditEntry, column: str) -> bool:
    """Say whether a column has PV's clock from an entry on: the report has left."""
    return column == "aware_due" and entry.action == RecordDelivery.name


def _said(column: str, value: object, names: Mapping[str, str]) -> str:
    if value is None or value == NEVER:
        return "–"
    words: Mapping[str, Callable[[str], str]] = {
        "status": lambda text: status_word(Status(text)),
        "queue": lambda text: queue_word(Queue(text)),
        "category": lambda text: category_word(Category(text)),
        "visibility": lambda text: visibility_word(Visibility(text)),
        "assigned_to": lambda text: who(text, names),
    }
    if column in words:
        return words[column](str(value))
    return moment(int(str(value)))
