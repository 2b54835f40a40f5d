"""The entries as a virtual table: pages come from a worker as a person scrolls."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from webcare_desk.domain.audit import AuditEntry
from webcare_desk.store.base import LogFilter, Reads
from webcare_desk.ui.clock import moment
from webcare_desk.ui.latest import Latest
from webcare_desk.ui.pages import PAGE, Pages
from webcare_desk.ui.table import Cell, Column
from webcare_desk.ui.tasks import Tasks
from webcare_desk.ui.timeline.sentences import sentence, who


@dataclass(frozen=True, slots=True)
class _Newest:
    """The first page, and the people of the desk, read after it: it names nobody else."""

    page: list[AuditEntry]
    names: Mapping[str, str]


class EntriesModel(Pages[AuditEntry]):
    """Entries that fit a filter, the newest first; keyset pages by entry number."""

    def __init__(self, read: Reads, tasks: Tasks, parent: QObject) -> None:
        """Hold nothing until a filter is set."""
        columns = (
            Column(QCoreApplication.translate("EntriesModel", "Entry"), 56),
            Column(QCoreApplication.translate("EntriesModel", "Time"), 170),
            Column(QCoreApplication.translate("EntriesModel", "Person"), 116),
            Column(QCoreApplication.translate("EntriesModel", "What happened")),
            Column(QCoreApplication.translate("EntriesModel", "Comment"), 76),
        )
        super().__init__(columns, tasks, parent, lambda entry: entry.seq)
        self._read = read
        self._chosen = LogFilter()
        self._names: Mapping[str, str] = {}
        self._looking = Latest(tasks, self, self._take, partial(self._failed, tasks))

    @property
    def names(self) -> Mapping[str, str]:
        """Return the people of the desk by id."""
        return self._names

    def choose(self, chosen: LogFilter) -> None:
        """Show the entries that fit a filter, from the newest; for the same one, what is new."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.clear()
        self._looking.ask(partial(_read_newest, self._read, chosen))

    def page_after(self, last: AuditEntry | None) -> Callable[[], list[AuditEntry]]:
        """Return what reads the page of older entries."""
        read, chosen, before = self._read, self._chosen, None if last is None else last.seq
        return lambda: read.entries(chosen, before, PAGE)

    def cell(self, row: int, column: int) -> Cell | None:
        """Return a cell of an entry."""
        entry = self.row(row)
        return None if entry is None else Cell(self._text(entry, column))

    def _take(self, newest: _Newest) -> None:
        has_renamed, self._names = self._names != newest.names, newest.names
        self.see(newest.page)
        if has_renamed:
            self.repaint()

    def _text(self, entry: AuditEntry, column: int) -> str:
        if column == 0:
            return str(entry.seq)
        if column == 1:
            return moment(entry.at)
        if column == 2:  # noqa: PLR2004 - the third column
            return who(entry.actor, self._names)
        if column == 3:  # noqa: PLR2004 - the fourth column
            return sentence(entry, self._names)
        return "" if entry.subject is None else str(entry.subject)


def _read_newest(read: Reads, chosen: LogFilter) -> _Newest:
    page = read.entries(chosen, None, PAGE)
    return _Newest(page, {each.id: each.name for each in read.moderators()})
