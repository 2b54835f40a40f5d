"""The pane of one comment: what it shows, what it records, and that nothing is lost."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import ingest, remote
from webcare_desk import actions
from webcare_desk.app import App
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reason import Reason
from webcare_desk.store.base import LogFilter
from webcare_desk.ui import theme
from webcare_desk.ui.comment.difference import DifferenceBody
from webcare_desk.ui.comment.pane import CommentPane
from webcare_desk.ui.comment.post import Post
from webcare_desk.ui.comment.subject import Subject
from webcare_desk.ui.look import apply_theme
from webcare_desk.ui.workplace import Workplace


@pytest.fixture
def pane(chief_place: Workplace, qtbot: QtBot) -> CommentPane:
    """Return a supervisor's pane, empty."""
    return made(chief_place, qtbot)


def made(place: Workplace, qtbot: QtBot) -> CommentPane:
    pane = CommentPane(place)
    qtbot.addWidget(pane)
    pane.resize(620, 820)
    pane.show()
    return pane


def shown(pane: CommentPane, qtbot: QtBot, comment: int) -> Subject:
    """Show a comment and return the widget of its words."""
    with qtbot.waitSignal(pane.loaded):
        pane.show_comment(comment)
    assert pane.thread_view.subject is not None
    return pane.thread_view.subject


def acts(app: App, comment: int) -> list[str]:
    return [each.action for each in app.desk.read.entries(LogFilter(subject=comment), None, 50)]


def test_the_words_stand_with_their_findings_below(pane: CommentPane, qtbot: QtBot) -> None:
    subject = shown(pane, qtbot, 1)
    assert subject.body.toPlainText().startswith("Sinds ik Ventora")
    lines = [subject.findings.item(row).text() for row in range(subject.findings.count())]
    assert "event: hoofdpijn — headache" in lines
    assert "product: Ventora — ventora" in lines
    assert pane.header.author.text() == "Jan de V."
    assert "UTC" in pane.header.about.text() or "CE" in pane.header.about.text()
    assert "Dutch" in pane.header.about.text()
    assert pane.header.tier.text() == "Strong signal"


def test_nothing_found_is_never_called_safe(pane: CommentPane, qtbot: QtBot) -> None:
    shown(pane, qtbot, 7)
    assert "No signal found" in pane.header.category.text()
    assert "safe" not in pane.header.category.text().lower()


def test_seeing_a_comment_is_recorded_once(pane: CommentPane, desk_app: App, qtbot: QtBot) -> None:
    shown(pane, qtbot, 1)
    qtbot.waitUntil(lambda: "open" in acts(desk_app, 1))
    pane.reload()
    pane.show_comment(1)
    pane._claim(False)  # noqa: FBT003 - as the button does
    qtbot.waitUntil(lambda: "claim" in acts(desk_app, 1))
    assert acts(desk_app, 1).count("open") == 1


def test_tab_into_the_findings_lets_one_stand_out(pane: CommentPane, qtbot: QtBot) -> None:
    subject = shown(pane, qtbot, 1)
    before = len(subject.body.extraSelections())
    focus = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason)
    QApplication.sendEvent(subject.findings, focus)
    assert len(subject.body.extraSelections()) == before + 1
    subject.findings.setCurrentRow(1)
    assert len(subject.body.extraSelections()) == before + 1
    lost = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason)
    QApplication.sendEvent(subject.findings, lost)
    assert len(subject.body.extraSelections()) == before


def test_claiming_and_taking_over_say_who_works_on_it(
    pane: CommentPane,
    desk_app: App,
    moderator: Actor,
    workplace_of: Callable[..., Workplace],
    qtbot: QtBot,
) -> None:
    shown(pane, qtbot, 1)
    pane.header.claim.click()
    qtbot.waitUntil(lambda: pane.header.holder.text() == "You work on it")
    other = made(workplace_of(moderator), qtbot)
    shown(other, qtbot, 1)
    assert other.header.holder.text() == "Ann Chief works on it"
    assert other.header.claim.text() == "Take over  C"
    other.header.claim.click()
    qtbot.waitUntil(lambda: other.header.holder.text() == "You work on it")
    work = desk_app.desk.read.work(1)
    assert work is not None
    assert work.claimed_by == moderator.moderator


def test_a_person_says_what_the_comment_is(pane: CommentPane, desk_app: App, qtbot: QtBot) -> None:
    shown(pane, qtbot, 4)
    menu = pane.header.category.menu()
    assert menu is not None
    chosen = next(each for each in menu.actions() if each.text() == "Complaint")
    chosen.trigger()
    qtbot.waitUntil(lambda: "Complaint" in pane.header.category.text())
    work = desk_app.desk.read.work(4)
    assert work is not None
    assert work.category is Category.COMPLAINT


def test_a_refusal_is_a_sentence_at_the_place(
    workplace_of: Callable[..., Workplace], chief: Actor, desk_app: App, qtbot: QtBot
) -> None:
    pane = made(workplace_of(chief), qtbot)
    shown(pane, qtbot, 4)
    desk_app.desk.perform(actions.LogOut(), chief)
    pane.header.classified.emit(Category.SPAM)
    qtbot.waitUntil(pane.problem.isVisible)
    assert "log in again" in pane.problem.text()


def test_a_comment_that_is_not_there_is_a_sentence(pane: CommentPane, qtbot: QtBot) -> None:
    shown(pane, qtbot, 1)
    pane.show_comment(999)
    qtbot.waitUntil(pane.problem.isVisible)
    assert not pane.header.isVisible()
    assert "999" in pane.problem.text()
    pane.show_comment(None)
    assert pane.comment is None
    assert pane.sheet is None
    assert pane.problem.isHidden()


def test_the_link_is_copied_only_when_asked(pane: CommentPane, qtbot: QtBot) -> None:
    shown(pane, qtbot, 1)
    QGuiApplication.clipboard().clear()
    pane.header.copy.click()
    assert QGuiApplication.clipboard().text() == "https://community.example/c1"


def test_an_edit_shows_what_it_changed(pane: CommentPane, desk_app: App, qtbot: QtBot) -> None:
    first = remote(60, "Lies", "Ik heb hoofdpijn van Ventora.")
    (number,) = ingest(desk_app, first)
    assert shown(pane, qtbot, number).edited.isHidden()
    pane.show_comment(None)
    ingest(desk_app, replace(first, text="Ik heb geen hoofdpijn van Ventora."))
    subject = shown(pane, qtbot, number)
    subject.edited.setChecked(True)
    qtbot.waitUntil(lambda: bool(subject.findChildren(DifferenceBody)))
    (edit,) = subject.findChildren(DifferenceBody)
    assert edit.toPlainText() == "Ik heb geen hoofdpijn van Ventora."
    subject.edited.setChecked(False)
    assert edit.isHidden()


@pytest.mark.parametrize(
    ("kind", "word"), [(Visibility.HIDDEN, "Hidden"), (Visibility.DELETED, "Deleted")]
)
def test_a_comment_the_public_cannot_see_says_so(
    pane: CommentPane, desk_app: App, qtbot: QtBot, kind: Visibility, word: str
) -> None:
    (number,) = ingest(desk_app, replace(remote(61, "Lies", "Weg"), visibility=kind))
    shown(pane, qtbot, number)
    assert pane.header.banner.isVisible()
    assert pane.header.banner.text().startswith(word)


def test_a_change_elsewhere_keeps_draft_caret_and_place(
    pane: CommentPane, desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    subject = shown(pane, qtbot, 1)
    pane.focus_reply()
    edit = pane.composer.reply.edit
    edit.setPlainText("Beste Jan")
    cursor = edit.textCursor()
    cursor.setPosition(4)
    edit.setTextCursor(cursor)
    other = actions.Classify(1, Category.COMPLAINT, Queue.OTHER, None, Reason.QUOTES_LEAFLET)
    desk_app.desk.perform(other, chief)
    qtbot.waitUntil(lambda: "Complaint" in pane.header.category.text())
    assert pane.thread_view.subject is subject
    assert edit.toPlainText() == "Beste Jan"
    assert edit.textCursor().position() == 4


def test_an_answer_that_arrives_joins_the_thread(
    pane: CommentPane, desk_app: App, qtbot: QtBot
) -> None:
    shown(pane, qtbot, 1)
    before = len(pane.thread_view.findChildren(Post))
    ingest(desk_app, remote(70, "Els", "Sterkte!", parent="c1"))
    qtbot.waitUntil(lambda: len(pane.thread_view.findChildren(Post)) == before + 1)


def test_a_long_thread_is_folded_and_unfolds_in_place(
    pane: CommentPane, desk_app: App, qtbot: QtBot
) -> None:
    answers = [remote(100 + n, f"Lid {n}", "Herkenbaar " * 60, parent="c1") for n in range(20)]
    ingest(desk_app, *answers)
    shown(pane, qtbot, 1)
    posts = pane.thread_view.findChildren(Post)
    buttons = pane.thread_view.findChildren(QPushButton)
    next(each for each in buttons if "more answer" in each.text()).click()
    assert len(pane.thread_view.findChildren(Post)) > len(posts)
    long = next(post for post in pane.thread_view.findChildren(Post) if post.more.isVisible())
    assert long.body.toPlainText().endswith("…")
    long.more.click()
    assert len(long.body.toPlainText()) > 600
    assert not long.more.isVisible()


def test_a_very_long_comment_is_shown_part_by_part(
    pane: CommentPane, desk_app: App, qtbot: QtBot
) -> None:
    text = "woord " * 5_000 + "Ventora geeft mij hoofdpijn."
    (number,) = ingest(desk_app, remote(71, "Lang", text))
    subject = shown(pane, qtbot, number)
    assert subject.part.text() == "Part 1 of 2"
    subject.findings.setCurrentRow(subject.findings.count() - 1)
    assert subject.body.number == 1
    subject.more.click()
    assert subject.part.text() == "Part 1 of 2"


@pytest.mark.parametrize(
    "text",
    [
        '<img src="/dev/zero">',
        "<b>vet</b> & \u202eomgekeerd\u202c \u200b\u200d",
        "nul \u2400 en e\u0301\u0301\u0301\u0301\u0301\u0301",
        "a" * 1_000_000,
    ],
    ids=["markup", "controls", "marks", "endless"],
)
def test_hostile_words_are_only_words(
    pane: CommentPane, desk_app: App, qtbot: QtBot, text: str
) -> None:
    hostile = replace(remote(72, text[:200], text), thread_title=text, link=text[:200])
    (number,) = ingest(desk_app, hostile)
    subject = shown(pane, qtbot, number)
    assert len(subject.body.toPlainText()) < 20_100
    assert subject.body.toPlainText()[:4] == text[:4]
    assert not pane.grab().isNull()


def test_a_command_before_the_comment_is_there_waits_for_it(
    pane: CommentPane, qtbot: QtBot
) -> None:
    pane.show_comment(1)
    pane.focus_reply("ae-acknowledge")
    qtbot.waitUntil(lambda: "Jan" in pane.composer.text)


def test_the_marks_follow_the_theme(pane: CommentPane, qtbot: QtBot, qapp: QApplication) -> None:
    subject = shown(pane, qtbot, 1)
    before: QPixmap = subject.findings.item(0).icon().pixmap(28, 16)
    try:
        apply_theme(qapp, is_dark=True)
        after = subject.findings.item(0).icon().pixmap(28, 16)
        assert after.toImage() != before.toImage()
        assert theme.DARK.surface in pane.styleSheet()
    finally:
        apply_theme(qapp, is_dark=False)
    assert theme.LIGHT.surface in pane.styleSheet()


def test_somebody_who_may_not_classify_cannot_press_it(
    workplace_of: Callable[..., Workplace], chief: Actor, desk_app: App, qtbot: QtBot
) -> None:
    place = replace(workplace_of(chief), read_only="This desk can only be read.")
    pane = made(place, qtbot)
    shown(pane, qtbot, 1)
    assert not pane.header.category.isEnabled()
    assert pane.header.claim.isHidden()
    assert not pane.composer.reply.send.isEnabled()
    assert acts(desk_app, 1) == []
