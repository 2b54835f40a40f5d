"""PV's days to submit run from day zero, and for what is new about a known case from its receipt."""

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from tests.domain.test_case_clocks import DUTCH
from tests.support.desks import HOUR
from tests.support.safety import Safety
from webcare_desk.casebook.versions import News, correct, follow_up
from webcare_desk.cli.case.show import clock_lines
from webcare_desk.domain.case_clocks import days_between
from webcare_desk.domain.register import RegisterRow, submission_from
from webcare_desk.ui.clock import day_after
from webcare_desk.ui.register.line import cells
from webcare_desk.ui.table import Cell, Tone

if TYPE_CHECKING:
    from webcare_desk.app import App

AMSTERDAM = DUTCH.hours.zone


def row_of(safety: Safety) -> RegisterRow:
    """Return the case as the register has it."""
    found = safety.bench.desk.read.register_row(1)
    assert found is not None
    return found


def days_of(safety: Safety) -> Cell:
    """Return what the register says of PV's days."""
    return cells(row_of(safety), "NL-1", None, safety.bench.clock(), AMSTERDAM)[4]


def in_all(safety: Safety) -> int:
    """Return the days since day zero: what was frozen with this case is months old."""
    return days_between(row_of(safety).day_zero_at, safety.bench.clock(), AMSTERDAM)


def lines_of(safety: Safety) -> list[str]:
    """Return what `case show` says of the clocks."""
    app = SimpleNamespace(desk=safety.bench.desk, protocol=SimpleNamespace(timetable=DUTCH))
    return list(clock_lines(cast("App", app), 1))


def test_what_came_in_today_is_not_forty_days_old(sent: Safety) -> None:
    before = lines_of(sent)
    sent.bench.clock.pass_by(40 * 24 * HOUR)
    received = sent.bench.clock()
    follow_up(sent.bench.desk, 1, sent.sanne.actor, News("opgenomen"))
    assert (submission_from(row_of(sent)) - received) // HOUR == 0
    assert days_of(sent) == Cell(f"day 0 of 15, {in_all(sent)} in all", Tone.PLAIN)
    day_zero, counts_from, *due, burned = lines_of(sent)
    assert (day_zero, burned) == (before[0], before[-1])
    assert counts_from.startswith("version 2, follow-up, counts from: 2026-04-12")
    assert due[2].startswith("PV submits: 2026-04-27")
    sent.bench.clock.pass_by(16 * 24 * HOUR)
    assert days_of(sent) == Cell(f"day 16 of 90, {in_all(sent)} in all", Tone.DANGER)


def test_a_follow_up_that_was_refused_counts_on_in_its_correction(sent: Safety) -> None:
    sent.bench.clock.pass_by(40 * 24 * HOUR)
    follow_up(sent.bench.desk, 1, sent.sanne.actor, News("opgenomen"))
    sent.leave()
    sent.ack(code="CR")
    sent.bench.clock.pass_by(2 * 24 * HOUR)
    correct(sent.bench.desk, 1, sent.sanne.actor, News("hersteld"))
    assert days_of(sent).text == f"day 2 of 15, {in_all(sent)} in all"


def test_until_pv_has_the_case_its_days_run_from_day_zero(safety: Safety) -> None:
    safety.leave()
    safety.bench.clock.pass_by(10 * 24 * HOUR)
    follow_up(safety.bench.desk, 1, safety.sanne.actor, News("opgenomen"))
    assert days_of(safety).text == f"day {in_all(safety)} of 90"
    safety.leave()
    assert days_of(safety).text == f"day {in_all(safety)} of 90"


def test_the_correction_of_the_first_report_runs_from_day_zero(safety: Safety) -> None:
    safety.leave()
    safety.ack(code="CR")
    safety.bench.clock.pass_by(10 * 24 * HOUR)
    correct(safety.bench.desk, 1, safety.sanne.actor, News("hersteld"))
    assert days_of(safety).text == f"day {in_all(safety)} of 90"


@pytest.mark.parametrize(("zone", "day"), [("Europe/Amsterdam", 8), ("America/New_York", 7)])
def test_pv_s_days_are_those_of_the_desk_and_not_of_the_computer(zone: str, day: int) -> None:
    midnight = 1_795_390_200_000_000  # 23 Nov 2026, 00:30 in Amsterdam
    assert str(day) in day_after(midnight, 15, zone).split()
