"""Posts that can be read beside a comment: whoever reads one there has looked at it, and PV's clock runs."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import account, ingest, remote
from tests.ui.showing import show
from webcare_desk.app import App
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.inbox import Queue, Status, Work
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.store.base import LogFilter
from webcare_desk.ui.comment.pane import CommentPane
from webcare_desk.ui.comment.post import FOLDED, Post
from webcare_desk.ui.workplace import Workplace

pytestmark = pytest.mark.requirement("P5")
REPORT = (
    "Sinds ik Ventora slik heb ik elke nacht hartkloppingen, gisteren lag ik in het ziekenhuis."
)
CALM = "Wat een mooie wandeling was dat. " * 20


@pytest.fixture
def pane(workplace: Workplace, qtbot: QtBot) -> CommentPane:
    """Return a moderator's pane, empty."""
    pane = CommentPane(workplace)
    qtbot.addWidget(pane)
    pane.resize(620, 820)
    pane.show()
    return pane


def work(app: App, comment: int) -> Work:
    found = app.desk.read.work(comment)
    assert found is not None
    return found


def looks(app: App, comment: int) -> list[AuditEntry]:
    return app.desk.read.entries(LogFilter(subject=comment, action="open"), None, 50)


def answered(app: App, text: str) -> tuple[int, int]:
    """Bring a question and its answer onto the desk."""
    (question,) = ingest(app, remote(90, "Gerda", "Wie gaat er mee naar de wandelweek?"))
    (answer,) = ingest(app, remote(91, "Henk", text, "c90"))
    return question, answer


def settle(pane: CommentPane, qtbot: QtBot) -> None:
    """Wait until every look that the pane owes is recorded."""
    qtbot.waitUntil(lambda: not pane.looks._soon.isActive())
    pane._work.tasks._acts.submit(bool).result()


def press(pane: CommentPane, words: str) -> None:
    buttons = pane.thread_view.findChildren(QPushButton)
    next(each for each in buttons if not each.isHidden() and words in each.text()).click()


def test_an_answer_that_stands_below_a_comment_was_looked_at(
    pane: CommentPane, desk_app: App, moderator: Actor, qtbot: QtBot
) -> None:
    question, answer = answered(desk_app, REPORT)
    show(pane, qtbot, question)
    qtbot.waitUntil(lambda: work(desk_app, answer).aware_due is not None)
    (look,) = looks(desk_app, answer)
    assert (look.actor, look.detail) == (moderator.moderator, {"beside": question})
    seen = work(desk_app, answer)
    assert seen.aware_at == look.at
    assert (seen.status, seen.queue, seen.claimed_by) == (Status.NEW, Queue.SAFETY, None)
    assert len(desk_app.desk.read.originals(answer)) == 1


def test_what_nobody_unfolded_nobody_saw(pane: CommentPane, desk_app: App, qtbot: QtBot) -> None:
    show(pane, qtbot, 8)
    settle(pane, qtbot)
    assert [work(desk_app, each).aware_at for each in (1, 5, 7)] == [None, None, None]
    press(pane, "of the thread")
    qtbot.waitUntil(lambda: work(desk_app, 1).aware_due is not None)
    settle(pane, qtbot)
    assert all(work(desk_app, each).aware_at for each in range(1, 9)), "a signal or none"
    assert work(desk_app, 5).status is Status.NEW
    assert work(desk_app, 8).status is Status.OPEN


@pytest.mark.parametrize(
    ("text", "is_read"), [(CALM + REPORT, False), (REPORT + CALM, True), (CALM[:FOLDED], True)]
)
def test_a_folded_post_is_read_by_what_was_found_in_the_part_that_is_shown(
    pane: CommentPane, desk_app: App, qtbot: QtBot, text: str, *, is_read: bool
) -> None:
    question, answer = answered(desk_app, text)
    show(pane, qtbot, question)
    settle(pane, qtbot)
    assert (work(desk_app, answer).aware_at is not None) is is_read
    if not is_read:
        pane.thread_view.findChildren(Post)[-1].more.click()
        qtbot.waitUntil(lambda: work(desk_app, answer).aware_due is not None)


def test_nobody_reads_what_comes_in_behind_the_lock(
    pane: CommentPane, desk_app: App, qtbot: QtBot
) -> None:
    show(pane, qtbot, 8)
    pane.hide()
    (answer,) = ingest(desk_app, remote(91, "Henk", REPORT, "c8"))
    qtbot.waitUntil(lambda: any(not each.isHidden() for each in pane.findChildren(Post)))
    settle(pane, qtbot)
    assert work(desk_app, answer).aware_at is None
    pane.show()
    qtbot.waitUntil(lambda: work(desk_app, answer).aware_due is not None)


def test_another_comment_takes_the_place_of_what_nobody_could_read(
    pane: CommentPane, desk_app: App, qtbot: QtBot
) -> None:
    question, answer = answered(desk_app, REPORT)
    pane.hide()
    show(pane, qtbot, question)
    show(pane, qtbot, 8)
    pane.show()
    settle(pane, qtbot)
    assert looks(desk_app, answer) == []


def test_only_the_first_look_is_an_entry_and_of_a_guest_each(
    pane: CommentPane, desk_app: App, workplace_of: Callable[..., Workplace], qtbot: QtBot
) -> None:
    question, answer = answered(desk_app, REPORT)
    show(pane, qtbot, question)
    qtbot.waitUntil(lambda: len(looks(desk_app, answer)) == 1)
    show(pane, qtbot, 8)
    show(pane, qtbot, question)
    settle(pane, qtbot)
    assert len(looks(desk_app, answer)) == 1
    vera = account(desk_app, "vera", "Vera Auditor", Role.AUDITOR)
    other = CommentPane(workplace_of(vera))
    qtbot.addWidget(other)
    other.show()
    show(other, qtbot, question)
    qtbot.waitUntil(lambda: len(looks(desk_app, answer)) == 2)
    assert looks(desk_app, answer)[0].actor == vera.moderator


def test_a_look_that_cannot_be_recorded_is_told(
    pane: CommentPane, desk_app: App, moderator: Actor, qtbot: QtBot
) -> None:
    from webcare_desk.actions import LogOut

    said: list[str] = []
    pane._work.tasks.problem.connect(said.append)
    show(pane, qtbot, 8)
    settle(pane, qtbot)
    desk_app.desk.perform(LogOut(), moderator)
    press(pane, "of the thread")
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["Comment 1: This session has ended; log in again."]
