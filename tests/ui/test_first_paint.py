"""What the window loads and makes before its list is painted, and that nothing is lost by it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Stock
from tests.ui.walk import press, shown, waits
from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor
from webcare_desk.ui.later import Later
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.workplace import Workplace

if TYPE_CHECKING:
    from collections.abc import Callable

_PATIENCE = 60
#: What a list needs none of; each of them is there when the window is ready.
AFTERWARDS = """
yaml pydantic concurrent.futures.thread
webcare_desk.casework webcare_desk.protocol.model webcare_desk.protocol.evaluate
webcare_desk.rulebook
webcare_desk.actions webcare_desk.actions.base
webcare_desk.domain.escalation webcare_desk.domain.reply webcare_desk.domain.triage
webcare_desk.ui.comment.pane webcare_desk.ui.composer.composer webcare_desk.ui.dress
webcare_desk.ui.overview webcare_desk.ui.protocol.pane
webcare_desk.ui.sheet webcare_desk.ui.timeline.pane webcare_desk.ui.toast
""".split()  # noqa: SIM905 - so many names read better so
#: What only a command, a poll or a delivery needs.
ON_DEMAND = """
requests keyring sqlite_utils reportlab argon2 smtplib platformdirs
webcare_desk.connectors.http webcare_desk.domain.approval webcare_desk.domain.signature
webcare_desk.screening.screener webcare_desk.screening.assess webcare_desk.screening.model
webcare_desk.triage
webcare_desk.store.codec webcare_desk.store.sqlite.ingest
webcare_desk.store.sqlite.migrations webcare_desk.ui.audit.window
webcare_desk.ui.deeds webcare_desk.ui.escalation.dialog webcare_desk.ui.gaps
webcare_desk.ui.inbox.fresh webcare_desk.ui.keysheet webcare_desk.ui.login webcare_desk.ui.palette
webcare_desk.ui.people.dialog webcare_desk.ui.sources.dialog webcare_desk.setting_up tomlkit
""".split()  # noqa: SIM905 - so many names read better so


def test_the_list_is_painted_before_the_rest_is_loaded(
    desk_app: App, chief: Actor, stock: Stock
) -> None:
    origin = desk_app.verifier.split("+", 1)[0]
    key = stock.secrets.get(f"log-key:{origin}")
    assert key is not None
    words = (str(desk_app.folder), chief.moderator, chief.session)
    child = [sys.executable, "-m", "tests.support.first_paint", *words]
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            child,
            input=key.reveal(),
            check=False,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            cwd=Path(__file__).parents[2],
        )
    except subprocess.TimeoutExpired as late:
        pytest.fail(f"never ready: {late.stdout!r} {late.stderr!r}")
    assert done.returncode == 0, done.stderr
    painted, ready = map(json.loads, done.stdout.splitlines())
    assert painted["rows"] > 0
    assert {*AFTERWARDS, *ON_DEMAND} & {*painted["modules"]} == set()
    assert {*AFTERWARDS} - {*ready["modules"]} == set()


@pytest.fixture
def new_window(chief_place: Workplace, qtbot: QtBot) -> MainWindow:
    """Return a window that is shown and has done nothing yet."""
    window = MainWindow(chief_place)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    return window


def test_the_places_of_the_panes_are_there_at_once(new_window: MainWindow, qtbot: QtBot) -> None:
    panes = new_window.panes
    assert not {"comment", "protocol", "timeline", "toast"} & vars(panes).keys()
    before = [_place(widget) for widget in (panes.middle, panes.right)]
    with qtbot.waitSignal(new_window.ready):
        pass
    assert {"comment", "protocol", "timeline", "toast"} <= vars(panes).keys()
    assert [_place(widget) for widget in (panes.comment, panes.right)] == before


def _place(widget: QWidget) -> tuple[int, int]:
    return widget.x(), widget.width()


def test_keys_before_the_panes_are_made_lose_nothing(new_window: MainWindow, qtbot: QtBot) -> None:
    new_window.activateWindow()
    new_window.inbox.view.setFocus()
    new_window.acts.move(1)
    picked = new_window.shown
    assert picked == new_window.inbox.model.index(0, 0).data(Qt.ItemDataRole.UserRole).comment
    assert "comment" not in vars(new_window.panes)
    for command in ("reply", "note"):  # the last one counts
        new_window.actions_by_id[command].trigger()
    assert shown(new_window, qtbot) == picked
    waits(qtbot, new_window.comment.composer.note.edit.hasFocus)
    press(Qt.Key.Key_X)
    assert new_window.comment.composer.note.edit.toPlainText() == "x"


def test_a_click_before_the_panes_are_made_shows_that_comment(
    new_window: MainWindow, qtbot: QtBot
) -> None:
    view = new_window.inbox.view
    place = view.visualRect(new_window.inbox.model.index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    picked = new_window.shown
    assert picked == new_window.inbox.model.index(0, 0).data(Qt.ItemDataRole.UserRole).comment
    assert shown(new_window, qtbot) == picked


def test_a_window_that_is_closed_at_once_makes_nothing_more(
    new_window: MainWindow, qtbot: QtBot
) -> None:
    new_window.close()
    done: list[int] = []
    Later(_label(qtbot), [lambda: done.append(1)])  # it begins when the window would have
    waits(qtbot, lambda: done)
    assert "comment" not in vars(new_window.panes)


def test_steps_run_in_order_once_the_widget_is_painted(qtbot: QtBot) -> None:
    done: list[str] = []
    label = _label(qtbot)
    Later(label, [lambda: done.append("one"), lambda: done.append("two")])
    assert done == []
    label.show()
    waits(qtbot, lambda: len(done) == 2)
    assert done == ["one", "two"]


def test_steps_run_also_when_nothing_is_ever_painted(qtbot: QtBot) -> None:
    done: list[int] = []
    label = _label(qtbot)
    later = Later(label, [lambda: done.append(1)])
    waits(qtbot, lambda: done)
    label.show()
    label.repaint()
    assert done == [1]
    later.stop()


def test_a_bug_in_one_step_does_not_stop_the_others(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bugs: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: bugs.append(kind))
    done: list[int] = []
    label = _label(qtbot)
    steps: list[Callable[[], object]] = [_fail, lambda: done.append(1)]
    with qtbot.captureExceptions():
        Later(label, steps)
        label.show()
        waits(qtbot, lambda: done)
    assert done == [1]


def test_stopped_steps_do_not_run(qtbot: QtBot) -> None:
    done: list[int] = []
    label = _label(qtbot)
    first = Later(label, [lambda: done.append(1)])
    first.stop()
    Later(label, [lambda: done.append(2)])
    label.show()
    waits(qtbot, lambda: done)
    assert done == [2]


def _fail() -> None:
    raise ZeroDivisionError


def _label(qtbot: QtBot) -> QLabel:
    label = QLabel("a window")
    qtbot.addWidget(label)
    return label
