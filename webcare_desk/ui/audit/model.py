"""The entries as a virtual table: pages come from a worker as a person scrolls."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from webcare_desk.domain.audit import AuditEntry
from webcare_desk.store.base import LogFilter, Reads
from webcare_desk.ui.clock import moment
from webcare_desk.ui.latest import Latest
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.tasks import Tasks
from webcare_desk.ui.timeline.sentences import sentence, who

PAGE = 128
_Index = QModelIndex | QPersistentModelIndex


class EntriesModel(QAbstractTableModel):
    """Entries that fit a filter, the newest first; keyset pages by entry number."""

    loaded = Signal()

    def __init__(self, read: Reads, tasks: Tasks, parent: QObject) -> None:
        """Hold nothing until a filter is set."""
        super().__init__(parent)
        self._read = read
        self._chosen = LogFilter()
        self._entries: list[AuditEntry] = []
        self._names: Mapping[str, str] = {}
        self._has_more = False
        self._paging = Latest(tasks, self, self._append, partial(self._failed, tasks))

    @property
    def names(self) -> Mapping[str, str]:
        """Return the people of the desk by id."""
        return self._names

    def choose(self, chosen: LogFilter, names: Mapping[str, str]) -> None:
        """Show the entries that fit a filter, from the newest."""
        self.beginResetModel()
        self._chosen, self._names, self._entries = chosen, names, []
        self._has_more = False
        self.endResetModel()
        self._ask(None)

    def entry(self, row: int) -> AuditEntry | None:
        """Return the entry of a row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def _ask(self, before: int | None) -> None:
        self._has_more = False  # until the page is here
        read, chosen = self._read, self._chosen
        self._paging.ask(lambda: read.entries(chosen, before, PAGE))

    def _append(self, page: list[AuditEntry]) -> None:
        if page:
            first = len(self._entries)
            self.beginInsertRows(QModelIndex(), first, first + len(page) - 1)
            self._entries.extend(page)
            self.endInsertRows()
        self._has_more = len(page) == PAGE
        self.loaded.emit()

    def _failed(self, tasks: Tasks, error: Exception) -> None:
        self._has_more = True  # scrolling asks again
        tasks.problem.emit(str(error))

    def _text(self, entry: AuditEntry, column: int) -> str:
        if column == 0:
            return str(entry.seq)
        if column == 1:
            return moment(entry.at)
        if column == 2:  # noqa: PLR2004 - the third column
            return oneline(who(entry.actor, self._names), 60)
        if column == 3:  # noqa: PLR2004 - the fourth column
            return oneline(sentence(entry, self._names), 200)
        return "" if entry.subject is None else str(entry.subject)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many entries have been loaded."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else 5

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        entry = self.entry(index.row())
        return None if entry is None else self._text(entry, index.column())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        headings = (
            self.tr("Entry"),
            self.tr("Time"),
            self.tr("Person"),
            self.tr("What happened"),
            self.tr("Comment"),
        )
        return headings[section]

    def canFetchMore(self, parent: _Index) -> bool:
        """Say whether older entries may fit."""
        return not parent.isValid() and self._has_more

    def fetchMore(self, parent: _Index) -> None:
        """Load the next page of older entries."""
        if self.canFetchMore(parent):
            self._ask(self._entries[-1].seq)
