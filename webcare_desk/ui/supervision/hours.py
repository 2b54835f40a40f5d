"""One day hour by hour: who was on duty, and how each source was read; red until explained."""

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from webcare_desk import oversight
from webcare_desk.domain.coverage import CoverHour, HourState
from webcare_desk.domain.spans import HOUR
from webcare_desk.ui import theme
from webcare_desk.ui.audit.told import day_begins, day_ends
from webcare_desk.ui.clock import time_of_day
from webcare_desk.ui.dress import dress
from webcare_desk.ui.latest import Latest
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.room import give_room
from webcare_desk.ui.supervision.begin import date_of
from webcare_desk.ui.supervision.listing import Listing, Row
from webcare_desk.ui.table import Cell, Column, Tone
from webcare_desk.ui.timeline.sentences import who
from webcare_desk.ui.unread import nothing_read
from webcare_desk.ui.workplace import Workplace

_READ = {HourState.COVERED, HourState.EXPLAINED}
_MINUTES = 5  # the letters of hours and minutes in a time of day


class HoursDialog(QDialog):
    """A table of one day: a row for each hour, a column for each source."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        """Show today."""
        super().__init__(parent)
        self._work = workplace
        self.setWindowTitle(self.tr("Coverage hour by hour"))
        give_room(self, 900, 760)
        self.day = QDateEdit(QDate.currentDate())
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("dddd d MMM yyyy")
        self.day.setAccessibleName(self.tr("Day"))
        self.verdict = PlainLabel()
        self._names = {each.id: each.name for each in workplace.app.desk.read.moderators()}
        app = workplace.app
        known = (each.name for each in app.settings.sources)
        self._sources = oversight.watched(app.desk.read, known)
        hour, duty = Column(self.tr("Hour"), 80), Column(self.tr("On duty"), 0)
        sources = (Column(name, 260) for name in self._sources)
        self.listing = Listing(self.tr("Hours"), (hour, *sources, duty))
        self._reading: Latest[list[CoverHour]] = Latest(workplace.tasks, self, self._show)
        head = QHBoxLayout()
        head.addWidget(self.day)
        head.addWidget(self.verdict, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        column.setSpacing(theme.M)
        column.addLayout(head)
        column.addWidget(self.listing, 1)
        self.day.dateChanged.connect(lambda _: self.read())
        self.read()
        dress(self)

    def read(self) -> None:
        """Read the chosen day, in a worker."""
        desk, sources, day = self._work.app.desk, self._sources, date_of(self.day)
        since, until = day_begins(day), day_ends(day) + 1
        self._reading.ask(
            lambda: oversight.cover_hours(desk.read, sources, since, until, desk.clock())
        )

    def _show(self, found: list[CoverHour]) -> None:
        of: dict[int, list[CoverHour]] = {}
        for each in found:
            of.setdefault(each.begins_at, []).append(each)
        shown = {each.source for each in found}
        for place, name in enumerate(self._sources, start=1):
            self.listing.setColumnHidden(place, name not in shown)
        self.listing.take([self._row(begins, hours) for begins, hours in of.items()])
        now = self._work.app.desk.clock()
        present = [row for row, begins in enumerate(of) if begins <= now < begins + HOUR]
        if present:  # today opens at the present hour
            self.listing.selectRow(present[-1])
            self.listing.scrollTo(self.listing.currentIndex())
        red = sum(each.state is HourState.GAP for each in found)
        words = self.tr("⚠ %n hour(s) with a gap that nobody has explained", "", red)
        self.verdict.setText(words if red else self._without_red(found))

    def _without_red(self, found: list[CoverHour]) -> str:
        """Say that every gap of a day is explained; of a day on which nothing was read, only that."""
        if any(each.state in _READ for each in found):
            return self.tr("✓ No gap is unexplained")
        return nothing_read(self._work.app) or self.tr("No source was read on this day.")

    def _row(self, begins: int, hours: list[CoverHour]) -> Row:
        on_duty = ", ".join(who(each, self._names) for each in hours[0].on_duty)
        shown = {each.source: self._cell(each) for each in hours}
        cells = (shown.get(name, Cell("")) for name in self._sources)
        hour = Cell(time_of_day(begins)[:_MINUTES], Tone.FAINT)
        duty = Cell(on_duty or "–", Tone.PLAIN if on_duty else Tone.FAINT)
        return Row(begins, hours, (hour, *cells, duty))

    def _cell(self, hour: CoverHour) -> Cell:
        read = self.tr("{seen} read, {added} new or changed").format(
            seen=hour.seen, added=hour.added
        )
        gap, explained = self.tr("gap"), self.tr("gap, explained")
        return {
            HourState.COVERED: Cell(f"✓ {read}", Tone.GOOD),
            HourState.EXPLAINED: Cell(f"◌ {explained}  ·  {read}", Tone.FAINT),
            HourState.GAP: Cell(f"✗ {gap}  ·  {read}", Tone.DANGER),
            HourState.BEFORE: Cell("–", Tone.FAINT),
            HourState.AHEAD: Cell("", Tone.FAINT),
        }[hour.state]
