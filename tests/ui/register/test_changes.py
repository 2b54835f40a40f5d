"""The register follows what happens on the desk, and loses no place over it."""

import threading
from itertools import count

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.ui.caseroom import STORY, Desk, desk
from tests.ui.conftest import ingest, remote
from webcare_desk import casework
from webcare_desk.app import App
from webcare_desk.casebook import plans
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.register import RegisterFilter, Shown
from webcare_desk.store.base import Reads
from webcare_desk.ui import pages
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.register import model as register_model
from webcare_desk.ui.register.window import RegisterWindow

__all__ = ["desk"]
_NUMBERS = count(200)


def escalate(app: App, by: Actor) -> int:
    """Escalate a new comment, as somebody else does it."""
    (comment,) = ingest(app, remote(next(_NUMBERS), "Bo", f"{STORY} Ja."))
    casework.view(app.desk, app.protocol, comment, by)
    return casework.escalate(app.desk, app.protocol, comment, by)


def comment_of(desk: Desk, case: int) -> int:
    found = desk.app.desk.read.case_standing(case)
    assert found is not None
    return found.comment


def cases(desk: Desk) -> list[int]:
    return [row.standing.case for row in desk.window.model.rows]


def chosen(desk: Desk) -> int | None:
    return None if desk.window.row is None else desk.window.row.standing.case


def test_a_new_case_comes_in_and_the_chosen_one_stays(desk: Desk, chief: Actor) -> None:
    first, second = desk.cases
    desk.choose(second)
    third = escalate(desk.app, chief)
    desk.qtbot.waitUntil(lambda: cases(desk) == [third, second, first])
    assert chosen(desk) == second
    assert desk.window.count.text() == "3 case(s)"


def test_an_empty_register_shows_the_first_case_and_chooses_it(
    window: MainWindow, qtbot: QtBot, desk_app: App, chief: Actor
) -> None:
    window.acts.register()
    register = window.acts.windows.shown_register
    assert register is not None
    qtbot.waitUntil(lambda: register.count.text() == "0 case(s)")
    assert register.table.accessibleDescription() == "No case is open."
    register.words.setText("Calmira")
    fits = "No case fits what is chosen above."
    qtbot.waitUntil(lambda: register.table.accessibleDescription() == fits)
    register.words.clear()
    case = escalate(desk_app, chief)
    qtbot.waitUntil(lambda: register.model.place_of(case) == 0)
    assert register.row is not None
    assert not register.table.accessibleDescription()
    register.close()


def test_what_was_not_told_is_there_when_the_window_is_shown_again(
    desk: Desk, chief: Actor
) -> None:
    desk.window._work.feed.stop()
    desk.window.close()
    third = escalate(desk.app, chief)
    desk.window.show()
    desk.qtbot.waitUntil(lambda: cases(desk)[0] == third)


def test_who_has_scrolled_sees_the_same_rows_when_a_case_comes_above(
    desk: Desk, chief: Actor
) -> None:
    for _ in range(12):
        escalate(desk.app, chief)
    desk.qtbot.waitUntil(lambda: len(cases(desk)) == 14)
    shown = desk.window.table
    desk.window.resize(900, 420)
    desk.qtbot.waitUntil(lambda: shown.verticalScrollBar().maximum() > 3)
    desk.choose(cases(desk)[5])
    shown.verticalScrollBar().setValue(3)
    top, picked = cases(desk)[shown.rowAt(0)], chosen(desk)
    escalate(desk.app, chief)
    desk.qtbot.waitUntil(lambda: len(cases(desk)) == 15)
    assert cases(desk)[shown.rowAt(0)] == top
    assert chosen(desk) == picked


def test_a_second_change_does_not_lose_the_first(desk: Desk) -> None:
    first, second = desk.cases
    feed, tasks, model = desk.window._work.feed, desk.window._work.tasks, desk.window.model
    feed.stop()
    go = threading.Event()
    for _ in range(3):  # the workers are busy for a moment
        tasks.run(lambda: go.wait(20), lambda _: None)
    desk.leave(first)
    feed.changed.emit(frozenset({comment_of(desk, first)}))
    feed.changed.emit(frozenset({comment_of(desk, second)}))
    go.set()
    place = model.place_of(first)
    assert place is not None
    desk.qtbot.waitUntil(lambda: model.rows[place].standing.state is CaseState.SENT)


def test_what_was_read_for_another_filter_does_not_come_in(desk: Desk, chief: Actor) -> None:
    window = desk.window
    window._work.feed.stop()
    third = escalate(desk.app, chief)
    window.model.renew(frozenset({comment_of(desk, third)}))
    window.model.choose(RegisterFilter(Shown.PV))
    desk.qtbot.waitUntil(lambda: window.count.text() == "0 case(s)")
    desk.qtbot.waitUntil(lambda: not window.model._renewing.is_waiting)
    assert cases(desk) == []


def test_more_new_cases_than_a_page_holds_leave_no_gap(
    desk: Desk, chief: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (pages, register_model):
        monkeypatch.setattr(module, "PAGE", 2)
    window = desk.window
    window._work.feed.stop()
    new = [escalate(desk.app, chief) for _ in range(3)]
    window.model.look()
    desk.qtbot.waitUntil(lambda: cases(desk)[0] == new[-1])
    for _ in range(2):
        desk.qtbot.waitUntil(lambda: not window.model._paging.is_waiting)
        window.model.fetchMore(QModelIndex())
    desk.qtbot.waitUntil(lambda: cases(desk) == [*new[::-1], *desk.cases[::-1]])


def test_an_error_about_one_case_is_not_shown_with_another_or_after_the_next_act(
    desk: Desk,
) -> None:
    window, (first, second) = desk.window, desk.cases
    desk.choose(first)
    window._close_case(first)
    desk.qtbot.waitUntil(window.outcome.isVisible)
    desk.choose(second)
    assert not window.outcome.isVisible()
    window._close_case(second)
    desk.qtbot.waitUntil(window.outcome.isVisible)
    window.bar.press("packet")
    assert not window.outcome.isVisible()
    desk.dialog(QDialog).reject()


def test_the_plan_of_a_case_is_read_with_its_page_and_never_while_it_is_drawn(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, bool]] = []
    made_under = plans._made_under

    def reads(read: Reads, comment: int, case: int) -> str | None:
        asked.append((case, threading.current_thread() is threading.main_thread()))
        return made_under(read, comment, case)

    monkeypatch.setattr(plans, "_made_under", reads)
    window = RegisterWindow(desk.window._work)
    desk.qtbot.addWidget(window)
    window.show()
    desk.qtbot.waitUntil(lambda: window.model.rowCount() == 2)
    shown = [window.model.index(row, at).data() for row in (0, 1) for at in range(3)]
    assert all(shown)
    assert set(asked) == {(case, False) for case in desk.cases}
