"""Asking the poster from the register: the desk posts the invitation, and each attempt is kept."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.caseroom import Desk, desk
from tests.ui.scene import OWN
from tests.ui.walk import nameless, too_small
from webcare_desk import actions, people
from webcare_desk.domain.inquiry import InquiryOutcome
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reply import DeliveryKind
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.register.ask import AskDialog, EndDialog
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.secret import Secret

__all__ = ["desk"]


def ask(desk: Desk) -> AskDialog:
    """Open the form that asks."""
    desk.window.bar.press("ask")
    asking = desk.dialog(AskDialog)
    assert isinstance(asking, AskDialog)
    return asking


def send(desk: Desk, asking: AskDialog, attempts: int) -> None:
    """Press the main button and wait until the attempt is kept."""
    asking.main.click()
    desk.qtbot.waitUntil(lambda: len(desk.app.desk.read.inquiries(desk.cases[0])) == attempts)
    desk.qtbot.waitUntil(lambda: desk.window.dialog is None)


def test_only_approved_words_are_asked_and_the_button_says_what_it_does(desk: Desk) -> None:
    desk.choose(desk.cases[0])
    asking = ask(desk)
    assert asking.asked() == ("age", "batch", "outcome")
    assert "chargenummer" in asking.private.toPlainText()
    for box in asking.boxes.values():
        box.setChecked(False)
    assert asking.private.toPlainText() == ""
    asking.main.click()
    desk.qtbot.waitUntil(lambda: "at least one" in asking.error.text())
    asking.by_hand.setChecked(True)
    assert asking.main.text() == "Only record"
    asking.by_hand.setChecked(False)
    assert asking.main.text() == "Post it and record"
    assert nameless(asking) == []
    assert too_small(asking) == []


def test_who_is_asked_in_another_language_than_the_comments_knows_it(
    desk: Desk, chief_place: Workplace
) -> None:
    for language, told in (("fr", 1), ("nl", 0)):
        asking = AskDialog(chief_place, desk.cases[0], "1", language, 1, desk.window)
        said = [each.text() for each in asking.findChildren(PlainLabel)]
        assert sum("not in the language of the comment" in each for each in said) == told


@pytest.mark.requirement("P10")
def test_the_desk_posts_the_invitation_and_each_attempt_is_kept(desk: Desk, chief: Actor) -> None:
    read, story = desk.app.desk.read, desk.window.detail.texts[0]
    desk.choose(desk.cases[0])
    first = ask(desk)
    invited = first.public.toPlainText()
    send(desk, first, 1)
    desk.qtbot.waitUntil(lambda: "waiting for an answer" in story.toPlainText())
    assert "the invitation in public: held" in story.toPlainText()
    sent = read.inquiries(desk.cases[0])[0].delivery
    assert sent is not None
    desk.app.desk.perform(actions.CancelDelivery(sent), chief)
    desk.qtbot.waitUntil(lambda: "called back before it left" in story.toPlainText())
    second = ask(desk)
    assert second.public.toPlainText() == invited
    second.by_hand.setChecked(True)
    send(desk, second, 2)
    desk.window.bar.press("ask")
    end = desk.dialog(EndDialog)
    assert isinstance(end, EndDialog)
    end.outcome.setCurrentIndex(end.outcome.findData(InquiryOutcome.NO_ANSWER))
    end.main.click()
    desk.qtbot.waitUntil(lambda: "no answer" in story.toPlainText())
    assert read.inquiries(desk.cases[0])[1].outcome is InquiryOutcome.NO_ANSWER


def test_an_invitation_that_waits_for_a_hide_says_so(desk: Desk, chief: Actor) -> None:
    read, story = desk.app.desk.read, desk.window.detail.texts[0]
    about = read.escalation(desk.cases[0])
    assert about is not None
    hide = actions.ChangeVisibility(about.comment, DeliveryKind.HIDE, 0, Reason.PERSONAL_DATA)
    desk.app.desk.perform(hide, chief)
    desk.choose(desk.cases[0])
    send(desk, ask(desk), 1)
    sent = read.inquiries(desk.cases[0])[0].delivery
    assert sent is not None
    desk.app.desk.perform(actions.SendNow(sent), chief)
    desk.qtbot.waitUntil(
        lambda: "the invitation in public: waits until the comment is hidden" in story.toPlainText()
    )


def test_who_posts_nothing_is_told_so_and_records_only_what_was_asked_in_another_way(
    desk: Desk, workplace_of: Callable[..., Workplace]
) -> None:
    officer = workplace_of(people.log_in(desk.app.desk, "chief", Secret(OWN), Role.PV_OFFICER))
    asking = AskDialog(officer, desk.cases[0], "1", "en", 1, desk.window)
    asking.open()
    assert not asking.by_hand.isChecked()
    assert asking.by_hand.isEnabled()
    assert "Your role posts no replies" in asking.meaning.text()
    assert not asking.main.isEnabled()
    QTest.keyClick(asking, Qt.Key.Key_Return)
    assert desk.app.desk.read.inquiries(desk.cases[0]) == []
    asking.by_hand.setChecked(True)
    assert asking.main.isEnabled()
    assert "posts nothing" in asking.meaning.text()
    with desk.qtbot.waitSignal(asking.accepted):
        asking.main.click()
    assert desk.app.desk.read.inquiries(desk.cases[0])[0].delivery is None


def test_the_form_that_asks_begins_at_its_first_question(desk: Desk) -> None:
    desk.choose(desk.cases[0])
    asking = ask(desk)
    first = next(iter(asking.boxes.values()))
    asking.activateWindow()
    desk.qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert list(asking.boxes.values())[1].hasFocus()
