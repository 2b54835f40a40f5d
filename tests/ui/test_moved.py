"""The window shows a comment where it was moved to, and its timeline from where to where."""

import pytest
from pytestqt.qtbot import QtBot

from webcare_desk import actions
from webcare_desk.domain.comment import Move, Place
from webcare_desk.domain.moderator import system_actor
from webcare_desk.ui.comment.pane import CommentPane
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.timeline.pane import TimelinePane
from webcare_desk.ui.workplace import Workplace

LINK = "https://village.test/eten#1"


def test_a_moved_comment_is_shown_in_its_new_thread(chief_place: Workplace, qtbot: QtBot) -> None:
    pane, timeline = CommentPane(chief_place), TimelinePane(chief_place)
    for each in (pane, timeline):
        qtbot.addWidget(each)
        each.show_comment(1)
    found = chief_place.app.desk.read.comment(1)
    assert found is not None
    move = actions.RecordMove(1, "eten", "Eten en drinken", None, LINK)
    chief_place.app.desk.perform(move, system_actor())
    told = f"found it moved on its platform: from {found.thread_title} to Eten en drinken"
    qtbot.waitUntil(lambda: any(said.endswith(told) for said in lines(timeline)))
    qtbot.waitUntil(lambda: pane.header._link == LINK)
    qtbot.waitUntil(
        lambda: "Eten en drinken" in {each.text() for each in pane.findChildren(PlainLabel)}
    )


def lines(timeline: TimelinePane) -> list[str]:
    """Return what the timeline tells, line by line; that somebody looked may come later."""
    return [timeline.list.item(row).text() for row in range(timeline.list.count())]


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (Place(2, "Eten", "b"), ("Pen", "Eten")),
        (Place(2, "Pen", "b"), ("a", "b")),
        (Place(1, "Pen", "b"), None),
    ],
)
def test_a_move_tells_titles_else_links_and_of_another_answer_neither(
    now: Place, told: tuple[str, str] | None
) -> None:
    assert Move(1, 0, Place(1, "Pen", "a"), now).ends == told
