"""Leaving the program while something is open above a window: nothing typed is lost, nobody waits."""

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.test_leaving_forms import asked, press
from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor
from webcare_desk.ui import start
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.main_window import MainWindow


def form_above(window: QWidget | None, words: str) -> FormDialog:
    """Open a form above a window, and type in it."""
    form = FormDialog(window, "Answer", "Keep")
    line = form.field("Number")
    form.open()
    line.setText(words)
    return form


def shown() -> set[QWidget]:
    """Return every window on the screen."""
    return {each for each in QApplication.topLevelWidgets() if each.isVisible()}


@pytest.mark.parametrize("leave", ["quit", "log_out"])
def test_the_window_stays_until_what_was_typed_may_go(
    window: MainWindow, qtbot: QtBot, leave: str
) -> None:
    beside = window.acts.windows.register()
    form = form_above(beside, "PV-1")
    getattr(window.acts, leave)()
    box = asked(form)
    assert box is not None
    assert {window, beside, form, box} <= shown()
    with qtbot.assertNotEmitted(window.closed):
        press(box, "Cancel")
    getattr(window.acts, leave)()
    again = asked(form)
    assert again is not None
    press(again, "Throw away")
    with qtbot.waitSignal(window.closed) as how:
        getattr(window.acts, leave)()
    assert how.args == [leave == "log_out"]
    assert not shown()


def test_a_question_that_is_open_is_asked_again_not_answered(window: MainWindow) -> None:
    form = form_above(window, "PV-1")
    form.close()
    window.acts.quit()
    assert {window, form} <= shown()
    assert len([each for each in shown() if isinstance(each, QMessageBox)]) == 1
    form.done(FormDialog.DialogCode.Rejected)


def test_what_nobody_typed_in_closes_with_the_window(window: MainWindow) -> None:
    form_above(window.acts.windows.register(), "")
    window.acts.quit()
    assert not shown()


def test_a_session_that_was_ended_elsewhere_leaves_nothing_on_the_screen(
    desk_app: App, chief: Actor, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    del qtbot
    told: list[str] = []

    def end_it(window: MainWindow) -> None:
        form_above(window.acts.windows.register(), "PV-1")
        window.conduct.ended.emit("Your session was ended.")

    def give_up(*args: object) -> None:
        told.append(str(args[-1]))
        assert not shown()

    monkeypatch.setattr(start, "_enter", give_up)
    assert start.run_window(desk_app, chief, on_ready=end_it) == 0
    assert told == ["Your session was ended."]


def test_a_window_of_somebody_else_does_not_keep_the_program_running(
    desk_app: App, chief: Actor, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Qt's own `quit` asks every window once more and stays when one of them does not close."""
    monkeypatch.setattr("webcare_desk.ui.main_window.leave_dialogs", lambda **_: True)
    form = form_above(None, "PV-1")
    qtbot.addWidget(form)
    assert start.run_window(desk_app, chief, on_ready=lambda window: window.acts.quit()) == 0
    form.done(FormDialog.DialogCode.Rejected)
