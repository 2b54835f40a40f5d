"""A step of a crisis is recorded by a key and Enter; closing asks for those that are left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.walk import back_to, dialog_of, entries, pick, press, type_in, waits
from webcare_desk.actions import RecordStep
from webcare_desk.domain.inbox import Queue
from webcare_desk.dossier import dossier
from webcare_desk.reports.sentences import step_of
from webcare_desk.store.base import LogFilter
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.protocol.record import LeftOutDialog, StepDialog
from webcare_desk.ui.timeline.sentences import sentence

#: “Ik wil niet meer leven.”
CRISIS = 5
Key = Qt.Key


def done(window: MainWindow) -> list[str]:
    app = window._work.app
    steps = dossier(app.desk, app.protocol, CRISIS).steps
    return [each.step.id for each in steps if each.done is not None]


def open_dialogs() -> list[object]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, StepDialog)]


def said(dialog: StepDialog | LeftOutDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_a_key_and_enter_record_the_next_step(window: MainWindow, qtbot: QtBot) -> None:
    comment = pick(window, qtbot, CRISIS)
    press(Key.Key_G)
    dialog = dialog_of(StepDialog, qtbot)
    assert isinstance(dialog, StepDialog)
    assert "Needed: the reply with the help line, visible under the comment" in said(dialog)
    press(Key.Key_Return)
    waits(qtbot, lambda: entries(window, "record-step", comment))
    assert done(window) == ["answer"]
    waits(qtbot, lambda: not open_dialogs())
    back_to(window, qtbot)
    press(Key.Key_G)
    again = dialog_of(StepDialog, qtbot)
    assert isinstance(again, StepDialog)
    type_in("Kim gebeld")
    press(Key.Key_Return)
    waits(qtbot, lambda: done(window) == ["answer", "warn"])
    assert [note.text for note in window._work.app.desk.read.notes(comment)] == ["Kim gebeld"]


def test_a_click_asks_about_the_step_beside_it_and_a_refusal_keeps_the_words(
    window: MainWindow, qtbot: QtBot
) -> None:
    pick(window, qtbot, CRISIS)
    window.panes.protocol.step_wanted.emit("crisis", "warn")
    dialog = dialog_of(StepDialog, qtbot)
    assert isinstance(dialog, StepDialog)
    assert "Phone the supervisor; if there is immediate danger, phone 112" in said(dialog)
    dialog.words.setText("Kim gebeld")
    dialog.submit()
    waits(qtbot, lambda: done(window) == ["warn"])
    window.panes.protocol.step_wanted.emit("crisis", "warn")
    problems: list[str] = []
    window._work.tasks.problem.connect(problems.append)
    waits(qtbot, lambda: problems == ["No step is left that you could record."])


def test_somebody_elses_record_is_told_in_the_dialog(window: MainWindow, qtbot: QtBot) -> None:
    pick(window, qtbot, CRISIS)
    press(Key.Key_G)
    dialog = dialog_of(StepDialog, qtbot)
    assert isinstance(dialog, StepDialog)
    dialog.words.setText("Kim gebeld")
    app = window._work.app
    step = dossier(app.desk, app.protocol, CRISIS).steps[0]
    app.desk.perform(RecordStep(CRISIS, step), window._work.actor)
    dialog.submit()
    waits(qtbot, lambda: "The step answer is done already." in said(dialog))
    assert dialog.words.text() == "Kim gebeld"
    dialog.reject()


def test_closing_a_crisis_names_the_steps_that_are_left_and_takes_words(
    window: MainWindow, qtbot: QtBot
) -> None:
    comment, read = pick(window, qtbot, CRISIS), window._work.app.desk.read
    press(Key.Key_D)
    waits(qtbot, QApplication.activePopupWidget)
    press(Key.Key_3)  # not an adverse event
    dialog = dialog_of(LeftOutDialog, qtbot)
    assert isinstance(dialog, LeftOutDialog)
    assert len([text for text in said(dialog) if text.startswith("○ ")]) == 3
    press(Key.Key_Return)
    assert "Say in a few words why these steps are left out." in said(dialog)
    type_in("Een songtekst")
    press(Key.Key_Return)
    waits(qtbot, lambda: read.work(comment).queue is Queue.DONE)  # type: ignore[union-attr]  # it is there
    [entry] = read.entries(LogFilter(action="close"), None, 1)
    assert entry.detail["undone_crisis_review"]
    words = "Kim closed it without every step of its plan: Not an adverse event"
    assert sentence(entry, {entry.actor: "Kim"}) == words
    assert step_of(entry, {}).sentence.endswith("closed it without every step of its plan")
