"""Escape throws nothing away that was typed or ticked and is kept nowhere; it asks first."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QMessageBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import account
from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.people.dialog import PeopleDialog
from webcare_desk.ui.workplace import Workplace


def form_of(qtbot: QtBot) -> FormDialog:
    """Show a form with a field of each kind, filled in as it opens."""
    form = FormDialog(None, "Answer", "Keep")
    form.field("Number").setText("PV-1")
    form.field("Password", is_secret=True)
    text, box, choice = QPlainTextEdit("as it was"), QCheckBox("Only the number"), QComboBox()
    choice.addItems(["one", "two"])
    for label, widget in (("Evidence", text), ("", box), ("It came", choice)):
        form.add(label, widget)
    qtbot.addWidget(form)
    form.show()
    return form


def asked(parent: QWidget) -> QMessageBox | None:
    """Return the question that stands above a widget."""
    return next((each for each in parent.findChildren(QMessageBox) if each.isVisible()), None)


def throw_away(parent: QWidget) -> None:
    """Answer the question so."""
    box = asked(parent)
    assert box is not None
    press(box, "Throw away")


def press(box: QMessageBox, words: str) -> None:
    next(each for each in box.buttons() if each.text() == words).click()


def test_what_was_typed_or_ticked_is_asked_for_first(qtbot: QtBot) -> None:
    def type_number(form: FormDialog) -> None:
        QTest.keyClicks(form.focusWidget(), "2")

    def type_evidence(form: FormDialog) -> None:
        form.findChildren(QPlainTextEdit)[0].setPlainText("")

    def tick(form: FormDialog) -> None:
        form.findChildren(QCheckBox)[0].click()

    touches: tuple[Callable[[FormDialog], None], ...] = (type_number, type_evidence, tick)
    for touch in touches:
        form = form_of(qtbot)
        touch(form)
        QTest.keyClick(form, Qt.Key.Key_Escape)
        box = asked(form)
        assert box is not None, touch
        assert form.isVisible()
        QTest.keyClick(box, Qt.Key.Key_Return)
        assert form.isVisible(), "Enter keeps it"
        form.close()
        throw_away(form)
        assert not form.isVisible()


def test_what_was_not_touched_closes_at_once(qtbot: QtBot) -> None:
    form = form_of(qtbot)
    form.findChildren(QComboBox)[0].setCurrentIndex(1)
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_a_field_that_comes_later_is_as_it_came(qtbot: QtBot) -> None:
    form = form_of(qtbot)
    late = QCheckBox("Stays in the report")
    late.setChecked(True)
    form.add("", late)
    form.remember()
    late.click()
    form.remember()
    form.reject()
    assert form.isVisible(), "what was ticked off since is remembered"
    late.click()
    box = asked(form)
    assert box is not None
    press(box, "Cancel")
    form.reject()
    assert not form.isVisible()


def test_another_account_waits_for_what_was_ticked(
    desk_app: App, chief: Actor, workplace_of: Callable[..., Workplace], qtbot: QtBot
) -> None:
    account(desk_app, "noor", "Noor", Role.MODERATOR)
    account(desk_app, "bo", "Bo", Role.MODERATOR)
    ada = Actor(chief.moderator, Role.ADMINISTRATOR, chief.session)
    dialog = PeopleDialog(workplace_of(ada))
    qtbot.addWidget(dialog)
    dialog.show()
    tab = dialog.accounts
    assert tab is not None
    tab.list.setCurrentRow(1)
    tab.roles[Role.SENIOR].click()
    tab.list.setCurrentRow(2)
    qtbot.waitUntil(lambda: asked(tab) is not None)
    assert (tab.list.currentRow(), tab.title.text()) == (1, "Noor")
    box = asked(tab)
    assert box is not None
    press(box, "Cancel")
    assert tab.roles[Role.SENIOR].isChecked()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    closing = next(each for each in dialog.findChildren(QMessageBox) if each.isVisible())
    press(closing, "Cancel")
    tab.list.setCurrentRow(2)
    qtbot.waitUntil(lambda: asked(tab) is not None)
    throw_away(tab)
    assert (tab.list.currentRow(), tab.title.text()) == (2, "Bo")
    assert not tab.roles[Role.SENIOR].isChecked()
    dialog.reject()
    assert not dialog.isVisible()
