"""The audit window keeps up with the desk: new people, new entries, and what may be typed."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import account
from webcare_desk import actions
from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.store.base import LogFilter
from webcare_desk.ui import pages
from webcare_desk.ui.audit import model as audit_model
from webcare_desk.ui.audit import window as audit_window
from webcare_desk.ui.audit.checks import Outcome, verify
from webcare_desk.ui.audit.filters import FilterBar
from webcare_desk.ui.audit.told import day_begins, day_ends
from webcare_desk.ui.audit.window import AuditWindow
from webcare_desk.ui.workplace import Workplace


@pytest.fixture
def window(chief_place: Workplace, qtbot: QtBot) -> AuditWindow:
    window = AuditWindow(chief_place)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.model.rowCount() > 0)
    return window


def said(window: AuditWindow) -> list[str]:
    return [str(window.model.index(row, 3).data()) for row in range(window.model.rowCount())]


def people(window: AuditWindow) -> list[str]:
    box = window.filters.person
    return [box.itemText(place) for place in range(box.count())]


def test_a_new_colleague_has_a_name_and_can_be_chosen(
    window: AuditWindow, desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    box = window.filters.person
    box.setCurrentIndex(box.findData(chief.moderator))
    qtbot.waitUntil(lambda: window.model._chosen.actor == chief.moderator)
    assert people(window) == ["Anybody", "The program", "Ann Chief"]
    eve = account(desk_app, "eve", "Eve New", Role.MODERATOR)
    window.filters.words.setText("logged in")
    qtbot.waitUntil(lambda: "Eve New" in people(window))
    assert box.currentData() == chief.moderator
    box.setCurrentIndex(box.findData(eve.moderator))
    qtbot.waitUntil(lambda: said(window) == ["Eve New logged in"])
    assert people(window) == ["Anybody", "The program", "Ann Chief", "Eve New"]


def test_new_entries_are_there_when_the_window_is_shown_again(
    window: AuditWindow, desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    window.table.selectRow(1)
    chosen = window.model.row(1)
    window.hide()
    desk_app.desk.perform(actions.Claim(2), chief)
    account(desk_app, "eve", "Eve New", Role.MODERATOR)
    window.show()
    size = desk_app.desk.read.log_size()
    qtbot.waitUntil(lambda: window.model.rowCount() == size)
    assert "Ann Chief claimed the comment" in said(window)
    assert said(window)[0] == "Eve New logged in"
    assert window.model.row(window.table.currentIndex().row()) is chosen


def test_more_new_entries_than_a_page_holds_leave_no_gap(
    window: AuditWindow, desk_app: App, chief: Actor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.table.selectRow(0)
    for module in (pages, audit_model):
        monkeypatch.setattr(module, "PAGE", 3)
    for _ in range(7):
        desk_app.desk.perform(actions.Claim(1), chief)
    window._filter()
    size = desk_app.desk.read.log_size()
    qtbot.waitUntil(lambda: str(window.model.index(0, 0).data()) == str(size - 1))
    qtbot.waitUntil(lambda: not window.model._paging.is_waiting)
    numbers = [row.seq for row in window.model.rows]
    assert numbers == list(range(size))[::-1][: len(numbers)]
    assert window.detail.toPlainText() == ""


@pytest.mark.parametrize(
    ("typed", "number"),
    [("1,000", 1000), ("+", None), ("+5", 5), ("0", None), ("12", 12), ("9" * 12, 9_999_999_999)],
)
def test_only_a_number_can_be_typed_for_a_comment(
    qtbot: QtBot, typed: str, number: int | None
) -> None:
    bar = FilterBar(reads=True)
    qtbot.addWidget(bar)
    bar.show()
    QTest.keyClicks(bar.comment, typed)
    assert bar.chosen().subject == number


def test_a_check_that_was_stopped_says_nothing_of_the_log(
    window: AuditWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()

    def waits(folder: Path, watch: Callable[[int], bool]) -> Outcome:
        go.wait(20)
        return verify(folder, watch)

    monkeypatch.setattr(audit_window, "verify", waits)
    window.verify.click()
    assert window.stop.isVisible()
    window.stop.click()
    go.set()
    qtbot.waitUntil(window.verify.isEnabled)
    assert not window.stop.isVisible()
    assert "was stopped" in window.outcome.text()
    assert window.outcome.objectName() == "faint"


def test_what_cannot_be_stopped_offers_no_stop(
    window: AuditWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.replay.click()
    assert not window.verify.isEnabled()
    assert not window.stop.isVisible()
    qtbot.waitUntil(window.verify.isEnabled)
    window.export_to(tmp_path / "audit.csv")
    assert not window.verify.isEnabled()
    assert not window.stop.isVisible()
    qtbot.waitUntil(window.verify.isEnabled)


def test_nothing_of_another_filter_stands_while_the_entries_are_read(
    window: AuditWindow, qtbot: QtBot
) -> None:
    window.table.selectRow(0)
    window.model.choose(LogFilter(action="log-in"))
    assert window.model.rowCount() == 0
    assert window.detail.toPlainText() == ""
    qtbot.waitUntil(lambda: said(window) == ["Ann Chief logged in"])


def test_a_day_of_the_filter_is_typed_and_an_action_is_chosen_in_words(
    window: AuditWindow, qtbot: QtBot
) -> None:
    bar = window.filters
    assert bar.since.date() == QDate.currentDate(), "the calendar opens at this month"
    assert not bar.since.isVisible()
    bar.has_since.click()
    bar.since.setFocus()
    for section, keys in (
        (QDateEdit.Section.DaySection, "12"),
        (QDateEdit.Section.YearSection, "2001"),
    ):
        bar.since.setSelectedSection(section)
        QTest.keyClicks(bar.since, keys)
    date = bar.since.date()
    assert (date.day(), date.year()) == (12, 2001)
    qtbot.waitUntil(lambda: window.model.rowCount() > 0)
    assert window.table.accessibleDescription() == ""
    names = [bar.action.itemText(row) for row in range(bar.action.count())]
    assert "Made the first account" in names
    assert "Put the protocol in force" in names
    assert names[1:] == sorted(names[1:], key=str.casefold)


def test_days_of_the_filter_are_whole_days(qtbot: QtBot) -> None:
    bar = FilterBar(reads=True)
    qtbot.addWidget(bar)
    assert bar.chosen() == LogFilter()
    bar.since.setDate(QDate(2026, 3, 29))
    bar.until.setDate(QDate(2026, 3, 29))
    assert bar.chosen() == LogFilter()
    bar.has_since.setChecked(True)
    bar.has_until.setChecked(True)
    chosen = bar.chosen()
    assert chosen.since == day_begins(bar.since.date().toPython())  # type: ignore[arg-type]
    assert chosen.until == day_ends(bar.until.date().toPython())  # type: ignore[arg-type]
    assert chosen.since is not None
    assert chosen.until is not None
    assert 82_000_000_000 < chosen.until - chosen.since < 91_000_000_000
