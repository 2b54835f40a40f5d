"""From the list to a reply, a note, a hide and an escalation, by keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from tests.support.desks import escalate
from tests.support.passwords import CHEAP
from tests.ui.scene import OWN
from tests.ui.walk import (
    back_to,
    dialog_of,
    entries,
    held_replies,
    pick,
    press,
    shown,
    type_in,
    waits,
)
from webcare_desk import actions, people
from webcare_desk.domain.audit import Name
from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import Queue, Status
from webcare_desk.domain.moderator import Actor, system_actor
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reply import DeliveryKind, DeliveryState
from webcare_desk.store.base import LogFilter
from webcare_desk.ui.escalation.dialog import EscalationDialog
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.register.answer import PvAnswerDialog
from webcare_desk.ui.supervision.signing import SignDialog
from webcare_desk.ui.why import WordsDialog
from webcare_desk.vault.secret import Secret

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
Key = Qt.Key


def test_reading_a_comment_is_recorded_and_only_then(window: MainWindow, qtbot: QtBot) -> None:
    assert window.shown is None
    assert entries(window, "open") == 0
    press(Key.Key_J)
    comment = shown(window, qtbot)
    waits(qtbot, lambda: entries(window, "open", comment))
    work = window._work.app.desk.read.work(comment)
    assert work is not None
    assert work.status is Status.OPEN
    assert work.aware_at is not None


def test_claim_and_release_by_one_key(window: MainWindow, qtbot: QtBot) -> None:
    comment = pick(window, qtbot, 4)
    read = window._work.app.desk.read
    press(Key.Key_C)
    waits(qtbot, lambda: read.work(comment).claimed_by)  # type: ignore[union-attr]  # it is there
    press(Key.Key_8)
    waits(qtbot, lambda: window.inbox.model.row_of(comment) is not None)
    pick(window, qtbot, comment)
    press(Key.Key_C)
    waits(qtbot, lambda: not read.work(comment).claimed_by)  # type: ignore[union-attr]  # it is there


def test_a_reply_from_a_template_is_queued_and_can_be_called_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    escalate(window._work.app.desk, 1, window._work.actor)  # as the template says
    comment = pick(window, qtbot, 1)
    template = window.comment.sheet.file.recommendation.templates[0]  # type: ignore[union-attr]  # shown
    press(Key.Key_R)
    assert QApplication.focusWidget() is window.comment.composer.reply.edit
    waits(qtbot, lambda: window.comment.composer.text)
    press(Key.Key_Return, CTRL)
    read = window._work.app.desk.read
    waits(qtbot, lambda: held_replies(read))
    assert [(each.comment, each.template) for each in held_replies(read)] == [(comment, template)]
    waits(qtbot, window.panes.toast.isVisible)
    waits(qtbot, lambda: not window.comment.composer.text)
    assert window.comment.composer.reply.edit.hasFocus()
    press(Key.Key_Z, CTRL)
    waits(qtbot, lambda: not held_replies(read))
    assert not window.panes.toast.isVisible()


def test_a_private_note_goes_nowhere_but_beside_the_comment(
    window: MainWindow, qtbot: QtBot
) -> None:
    comment = pick(window, qtbot, 3)
    press(Key.Key_N)
    assert QApplication.focusWidget() is window.comment.composer.note.edit
    type_in("let op: jhe")
    press(Key.Key_Return, CTRL)
    read = window._work.app.desk.read
    waits(qtbot, lambda: read.notes(comment))
    assert [note.text for note in read.notes(comment)] == ["let op: jhe"]
    assert read.deliveries_of(comment) == []
    assert window.shown == comment


def test_hiding_names_what_it_means_and_whose_comment_it_is(
    window: MainWindow, qtbot: QtBot
) -> None:
    comment = pick(window, qtbot, 3)
    press(Key.Key_H)
    waits(qtbot, QApplication.activePopupWidget)
    press(Key.Key_3)  # an insult
    box = dialog_of(QMessageBox, qtbot)
    assert isinstance(box, QMessageBox)
    assert "Tom & Co" in box.informativeText()
    assert "Thank you for the lovely recipe" in box.informativeText()
    assert "community" in box.text()
    press(Key.Key_Return)
    read = window._work.app.desk.read
    waits(qtbot, lambda: read.deliveries_of(comment))
    [hide] = read.deliveries_of(comment)
    assert (hide.kind, hide.state) == (DeliveryKind.HIDE, DeliveryState.HELD)


def test_enter_does_not_delete(window: MainWindow, qtbot: QtBot) -> None:
    comment = pick(window, qtbot, 3)
    press(Key.Key_Delete, CTRL)
    waits(qtbot, QApplication.activePopupWidget)
    press(Key.Key_1)  # spam
    box = dialog_of(QMessageBox, qtbot)
    press(Key.Key_Return)
    waits(qtbot, lambda: not box.isVisible())
    assert window._work.app.desk.read.deliveries_of(comment) == []


def test_closing_asks_for_a_reason_by_its_digit(window: MainWindow, qtbot: QtBot) -> None:
    comment = pick(window, qtbot, 8)
    press(Key.Key_D)
    waits(qtbot, QApplication.activePopupWidget)
    press(Key.Key_2)
    read = window._work.app.desk.read
    waits(qtbot, lambda: read.work(comment).reason is Reason.NO_REPLY_NEEDED)  # type: ignore[union-attr]  # it is there
    back_to(window, qtbot)
    press(Key.Key_7)
    waits(qtbot, lambda: window.inbox.model.row_of(comment) is not None)
    pick(window, qtbot, comment)
    press(Key.Key_O)
    waits(qtbot, QApplication.activePopupWidget)
    press(Key.Key_1)  # new information
    waits(qtbot, lambda: read.work(comment).queue is not Queue.DONE)  # type: ignore[union-attr]  # it is there


def test_a_possible_report_is_not_closed_without_a_decision(
    window: MainWindow, qtbot: QtBot
) -> None:
    pick(window, qtbot, 1)
    press(Key.Key_D)
    waits(qtbot, QApplication.activePopupWidget)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    enabled = [action.text() for action in menu.actions() if action.isEnabled()]
    assert not any("No reply needed" in text for text in enabled)
    assert any("Not an adverse event" in text for text in enabled)
    assert not any("Other" in text for text in enabled), "the plan does not name it"
    menu.close()


def test_escalating_takes_one_key_and_enter_and_pv_answers(
    window: MainWindow, qtbot: QtBot
) -> None:
    comment = pick(window, qtbot, 1)
    read = window._work.app.desk.read
    press(Key.Key_E)
    dialog = dialog_of(EscalationDialog, qtbot)
    assert isinstance(dialog, EscalationDialog)
    waits(qtbot, lambda: dialog.form is not None)
    press(Key.Key_Return)
    waits(qtbot, lambda: read.escalations_of(comment))
    waits(qtbot, lambda: "NL-VAREN-" in dialog.result_line.text())
    press(Key.Key_Return)
    waits(qtbot, lambda: not dialog.isVisible())
    back_to(window, qtbot)
    window.panes.protocol.answer.button.click()
    dialog_of(PvAnswerDialog, qtbot).reject()
    back_to(window, qtbot)
    actor = window._work.actor
    people.set_password(window._work.app.desk, actor.moderator, Secret(OWN), actor, CHEAP)
    press(Key.Key_P)
    answer = dialog_of(PvAnswerDialog, qtbot)
    assert isinstance(answer, PvAnswerDialog)
    answer.reference.setText("PV-2026-17")
    answer.evidence.setPlainText("PV belde")
    answer.submit()
    sign = dialog_of(SignDialog, qtbot)
    assert isinstance(sign, SignDialog)
    sign.login.setText("chief")
    sign.password.setText(OWN)
    sign.submit()
    waits(qtbot, lambda: not read.open_steps())
    assert read.escalations_of(comment)[0].pv_reference == "PV-2026-17"
    assert read.case_answers(1)[0].signature == 1


def test_commands_act_on_the_comment_that_is_shown_and_not_on_the_highlight(
    window: MainWindow, qtbot: QtBot
) -> None:
    comment = pick(window, qtbot, 3)
    view = window.inbox.view
    flags = view.selectionModel().SelectionFlag.NoUpdate
    view.selectionModel().setCurrentIndex(view.model().index(2, 0), flags)
    press(Key.Key_C)
    read = window._work.app.desk.read
    waits(qtbot, lambda: entries(window, "claim"))
    assert read.work(comment).claimed_by  # type: ignore[union-attr]  # it is there
    assert window.shown == comment


def test_assigning_by_its_menu(window: MainWindow, qtbot: QtBot) -> None:
    comment = pick(window, qtbot, 3)
    read = window._work.app.desk.read
    press(Key.Key_A)
    waits(qtbot, QApplication.activePopupWidget)
    press(Key.Key_1)
    waits(qtbot, lambda: read.work(comment).assigned_to)  # type: ignore[union-attr]  # it is there


def test_taking_over_is_asked_for(window: MainWindow, moderator: Actor, qtbot: QtBot) -> None:
    desk = window._work.app.desk
    desk.perform(actions.Claim(3), moderator)
    comment = pick(window, qtbot, 3)
    press(Key.Key_C)
    box = dialog_of(QMessageBox, qtbot)
    assert isinstance(box, QMessageBox)
    assert "Tom & Co" in box.informativeText()
    press(Key.Key_Return)
    me = window._work.actor.moderator
    waits(qtbot, lambda: desk.read.work(comment).claimed_by == me)  # type: ignore[union-attr]  # it is there


def test_a_failed_delivery_is_tried_again(window: MainWindow, qtbot: QtBot) -> None:
    desk, by = window._work.app.desk, window._work.actor
    queued = desk.perform(
        actions.ChangeVisibility(3, DeliveryKind.HIDE, 0, Reason.AUTHOR_ASKED), by
    )
    found = desk.read.delivery(queued)
    assert found is not None
    failure = actions.RecordFailure(queued, Name("no-connector"), None, found.version)
    desk.perform(failure, system_actor())
    pick(window, qtbot, 3)
    press(Key.Key_R, SHIFT)
    waits(qtbot, lambda: desk.read.deliveries_in(DeliveryState.HELD))
    pick(window, qtbot, 4)
    said: list[str] = []
    window._work.tasks.problem.connect(said.append)
    for key, modifier in ((Key.Key_R, SHIFT), (Key.Key_P, PLAIN), (Key.Key_Z, CTRL)):
        press(key, modifier)
    waits(qtbot, lambda: len(said) >= 2)
    assert "No delivery about this comment has failed." in said
    assert "This comment does not wait for PV." in said


def test_the_other_windows_open_by_their_keys(window: MainWindow, qtbot: QtBot) -> None:
    for key in (Key.Key_L, Key.Key_G):
        press(key, CTRL)
        waits(qtbot, lambda: not window.isActiveWindow())
        other = QApplication.activeWindow()
        assert other is not None
        other.close()
        back_to(window, qtbot)
    press(Key.Key_Period)
    press(Key.Key_J)
    press(Key.Key_Return)
    assert window.shown is not None


def test_a_possible_report_is_called_none_only_with_a_reason_and_words_for_another(
    window: MainWindow, qtbot: QtBot
) -> None:
    comment = pick(window, qtbot, 1)
    read = window._work.app.desk.read
    window.comment._classify(Category.THANKS)
    waits(qtbot, QApplication.activePopupWidget)
    press(Key.Key_6)  # another reason
    dialog = dialog_of(WordsDialog, qtbot)
    press(Key.Key_Return)
    assert isinstance(dialog, WordsDialog)
    assert dialog.error.text() == "Say in a few words what the other reason is."
    type_in("Over een hond")
    press(Key.Key_Return)
    waits(qtbot, lambda: read.work(comment).category is Category.THANKS)  # type: ignore[union-attr]  # it is there
    [entry] = read.entries(LogFilter(action="classify"), None, 9)
    assert (entry.reason, entry.explanation is None) == ("other", False)


def test_what_was_no_report_is_classified_at_once(window: MainWindow, qtbot: QtBot) -> None:
    comment = pick(window, qtbot, 3)
    window.comment._classify(Category.COMPLAINT)
    read = window._work.app.desk.read
    waits(qtbot, lambda: read.work(comment).category is Category.COMPLAINT)  # type: ignore[union-attr]  # it is there
