"""Asking the poster from the register: the desk posts the invitation, and each attempt is kept."""

import pytest

from tests.ui.caseroom import Desk, desk
from tests.ui.walk import nameless, too_small
from webcare_desk import actions
from webcare_desk.domain.inquiry import InquiryOutcome
from webcare_desk.domain.moderator import Actor
from webcare_desk.ui.register.ask import AskDialog, EndDialog

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
