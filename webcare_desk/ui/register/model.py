"""The rows of the register: pages come from a worker as a person scrolls."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from webcare_desk.domain.register import RegisterFilter, RegisterRow
from webcare_desk.store.base import Reads
from webcare_desk.ui.latest import Latest
from webcare_desk.ui.register.line import columns
from webcare_desk.ui.table import PAGE, Cell, Pages
from webcare_desk.ui.tasks import Tasks


class RegisterModel(Pages[RegisterRow]):
    """Cases that fit a filter, the newest first; keyset pages by case."""

    def __init__(
        self,
        read: Reads,
        tasks: Tasks,
        cells: Callable[[RegisterRow], tuple[Cell, ...]],
        parent: QObject,
    ) -> None:
        """Hold nothing until a filter is set; `cells` makes the cells of a row."""
        super().__init__(columns(), tasks, parent)
        self._read, self._cells = read, cells
        self._chosen = RegisterFilter()
        self._renewing = Latest(tasks, self, self._renew)

    @property
    def chosen(self) -> RegisterFilter:
        """Return the filter."""
        return self._chosen

    def choose(self, chosen: RegisterFilter) -> None:
        """Show the cases that fit a filter, from the newest."""
        self._chosen = chosen
        self.begin()

    def page_after(self, last: RegisterRow | None) -> Callable[[], list[RegisterRow]]:
        """Return what reads the page of older cases."""
        read, chosen = self._read, self._chosen
        before = None if last is None else last.standing.case
        return lambda: read.register_page(chosen, before, PAGE)

    def cell(self, row: int, column: int) -> Cell | None:
        """Return a cell of a case."""
        found = self.row(row)
        return None if found is None else self._cells(found)[column]

    def renew(self, comments: frozenset[int]) -> None:
        """Read the loaded cases of these comments again."""
        read = self._read
        cases = [row.standing.case for row in self.rows if row.standing.comment in comments]
        if cases:
            self._renewing.ask(lambda: [read.register_row(case) for case in cases])

    def place_of(self, case: int) -> int | None:
        """Return the row in which a case stands, or None."""
        places = (at for at, each in enumerate(self.rows) if each.standing.case == case)
        return next(places, None)

    def repaint(self) -> None:
        """Say that every row may look different: time has passed."""
        if self.rows:
            last = self.index(len(self.rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _renew(self, rows: list[RegisterRow | None]) -> None:
        for row in rows:
            place = None if row is None else self.place_of(row.standing.case)
            if row is not None and place is not None:
                self.rows[place] = row
                last = self.index(place, len(self.columns) - 1)
                self.dataChanged.emit(self.index(place, 0), last)
