"""A long thread: what is folded, how much of it unfolds at once, and what is not there at all."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import ingest, remote
from tests.ui.showing import show
from webcare_desk.app import App
from webcare_desk.domain.comment import Visibility
from webcare_desk.ui.comment.pane import CommentPane
from webcare_desk.ui.comment.post import Post


def posts(pane: CommentPane) -> list[str]:
    page = pane.thread_view
    found = [each for each in page.findChildren(Post) if not each.isHidden()]
    return [each.body.toPlainText() for each in sorted(found, key=lambda each: each.y())]


def fold(pane: CommentPane, words: str) -> QPushButton:
    buttons = pane.thread_view.findChildren(QPushButton)
    return next(each for each in buttons if words in each.toolTip())


def test_others_unfold_twenty_at_a_time_until_none_is_left(
    pane: CommentPane, desk_app: App, qtbot: QtBot
) -> None:
    ingest(desk_app, *(remote(100 + n, f"Lid {n}", f"ander {n}") for n in range(40)))
    pane.resize(620, 20_000)
    show(pane, qtbot, 3)
    more = fold(pane, "other comment")
    assert more.text() == "Show 47 other comment(s) of the thread"
    assert posts(pane) == []
    for left in (27, 7):
        more.click()
        assert more.text() == f"Show {left} other comment(s) of the thread"
    more.click()
    assert more.isHidden()
    qtbot.waitUntil(lambda: len(posts(pane)) == 47)
    assert [text for text in posts(pane) if "ander" in text] == [f"ander {n}" for n in range(40)]


def test_what_the_comment_answers_unfolds_from_the_nearest_one(
    pane: CommentPane, desk_app: App, qtbot: QtBot
) -> None:
    chain = [
        remote(100 + n, f"Lid {n}", f"eerder {n}", f"c{99 + n}" if n else None) for n in range(40)
    ]
    *_, last = ingest(desk_app, *chain)
    pane.resize(620, 20_000)
    show(pane, qtbot, last)
    more = fold(pane, "earlier")
    assert more.text() == "Show 33 earlier comment(s)"
    more.click()
    assert more.text() == "Show 13 earlier comment(s)"
    wanted = [f"eerder {n}" for n in range(13, 39)]
    qtbot.waitUntil(lambda: [text for text in posts(pane) if "eerder" in text] == wanted)


def test_posts_that_were_not_read_are_counted(
    pane: CommentPane, desk_app: App, qtbot: QtBot
) -> None:
    ingest(desk_app, *(remote(100 + n, f"Lid {n}", f"ander {n}") for n in range(250)))
    show(pane, qtbot, 3)
    labels = [label.text() for label in pane.thread_view.findChildren(QLabel)]
    assert "58 more comment(s) of this thread are not shown here" in labels


@pytest.mark.parametrize(
    ("visibility", "words"),
    [(Visibility.VISIBLE, []), (Visibility.HIDDEN, ["Hidden"]), (Visibility.DELETED, ["Deleted"])],
)
def test_a_post_that_stands_there_no_more_says_so(
    desk_app: App, qtbot: QtBot, visibility: Visibility, words: list[str]
) -> None:
    comment = desk_app.desk.read.comment(1)
    assert comment is not None
    post = Post(replace(comment, visibility=visibility), comment.posted_at, lambda _: None)
    qtbot.addWidget(post)
    _name, _time, *others = [label.text() for label in post.findChildren(QLabel)]
    assert others == words
