"""The rows of the register: pages come from a worker as a person scrolls."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from webcare_desk.domain.register import RegisterFilter, RegisterRow
from webcare_desk.ui.latest import Latest
from webcare_desk.ui.pages import PAGE, Pages
from webcare_desk.ui.register.line import columns

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from webcare_desk.domain.case_version import CaseStanding
    from webcare_desk.store.base import Reads
    from webcare_desk.ui.table import Cell
    from webcare_desk.ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class _Again:
    """Loaded cases as they are now; `page` is the first one where a case is not loaded."""

    rows: list[RegisterRow]
    page: list[RegisterRow] | None


class RegisterModel(Pages[RegisterRow]):
    """Cases that fit a filter, the newest first; keyset pages by case."""

    def __init__(
        self,
        read: Reads,
        tasks: Tasks,
        plan_of: Callable[[CaseStanding], object],
        cells: Callable[[RegisterRow], tuple[Cell, ...]],
        parent: QObject,
    ) -> None:
        """Hold nothing until a filter is set; `cells` makes the cells of a row.

        `plan_of` keeps what it reads: it is asked with the page, for `cells` is called often.
        """
        super().__init__(columns(), tasks, parent, lambda row: row.standing.case)
        self._read, self._plan_of, self._cells = read, plan_of, cells
        self._chosen = RegisterFilter()
        self._changed: set[int] = set()
        self._renewing = Latest(tasks, self, self._renew)
        self._looking = Latest(tasks, self, self.see)

    @property
    def chosen(self) -> RegisterFilter:
        """Return the filter."""
        return self._chosen

    def choose(self, chosen: RegisterFilter) -> None:
        """Show the cases that fit a filter, from the newest."""
        self._chosen = chosen
        self._looking.forget()
        self.begin()
        self.renew(frozenset())

    def look(self) -> None:
        """Read the first page again."""
        self._looking.ask(self.page_after(None))

    def page_after(self, last: RegisterRow | None) -> Callable[[], list[RegisterRow]]:
        """Return what reads the page of older cases."""
        read, chosen = self._read, self._chosen
        before = None if last is None else last.standing.case
        return lambda: self._planned(read.register_page(chosen, before, PAGE))

    def _planned(self, rows: list[RegisterRow]) -> list[RegisterRow]:
        for row in rows:
            self._plan_of(row.standing)
        return rows

    def cell(self, row: int, column: int) -> Cell | None:
        """Return a cell of a case."""
        found = self.row(row)
        return None if found is None else self._cells(found)[column]

    def renew(self, comments: frozenset[int]) -> None:
        """Read the cases of these comments again, and with them those still under way."""
        self._changed |= comments
        if self._changed:
            loaded = frozenset(map(self.key, self.rows))
            asked = frozenset(self._changed)
            self._renewing.ask(
                partial(_read_again, self._read, self.page_after(None), asked, loaded)
            )

    def renew_case(self, case: int) -> None:
        """Read a case again that was changed here."""
        place = self.place_of(case)
        if place is not None:
            self.renew(frozenset({self.rows[place].standing.comment}))

    def place_of(self, case: int) -> int | None:
        """Return the row in which a case stands, or None."""
        places = (at for at, each in enumerate(self.rows) if each.standing.case == case)
        return next(places, None)

    def _renew(self, again: _Again) -> None:
        self._changed.clear()
        for row in again.rows:
            place = self.place_of(row.standing.case)
            if place is not None:
                self.rows[place] = row
                last = self.index(place, len(self.columns) - 1)
                self.dataChanged.emit(self.index(place, 0), last)
        if again.page is not None:
            self.see(again.page)


def _read_again(
    read: Reads,
    newest: Callable[[], list[RegisterRow]],
    comments: frozenset[int],
    loaded: frozenset[int],
) -> _Again:
    """Read the cases of comments: a case of which nothing is shown may be a new one."""
    cases = {each.id for comment in comments for each in read.escalations_of(comment)}
    rows = [row for case in cases & loaded if (row := read.register_row(case)) is not None]
    return _Again(rows, newest() if cases - loaded else None)
