"""What keeps a reply from leaving is read whole, and lies over nothing else."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import account
from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.ui.comment.pane import CommentPane
from webcare_desk.ui.composer.gates import Gate, Light, closed_to
from webcare_desk.ui.composer.reply import ReplyTab
from webcare_desk.ui.sheet import read_sheet
from webcare_desk.ui.workplace import Workplace

LONG = "Do first what it says was done: “We have passed your comment on to our drug safety desk”"
GATES = (
    Gate(Light.STOP, LONG),
    *(Gate(Light.FINE, words) for words in ("No open blanks", "406 of 10000 characters")),
    *(Gate(Light.FINE, words) for words in ("No product name", "Same language")),
)


def _parts(tab: ReplyTab) -> list[QWidget]:
    """Return what a person sees of the tab, from above to below."""
    found: list[QWidget] = [tab.edit, *tab.findChildren(QLabel), *tab.findChildren(QPushButton)]
    return sorted((each for each in found if each.isVisible()), key=lambda each: each.y())


def _cut(tab: ReplyTab) -> list[str]:
    """Return the lines that have less room than their words need."""
    labels = [each for each in _parts(tab) if isinstance(each, QLabel)]
    return [each.text() for each in labels if each.height() < each.heightForWidth(each.width())]


def test_every_line_has_its_room_at_the_smallest_size_of_the_window(
    pane: CommentPane, qtbot: QtBot
) -> None:
    tab = pane.composer.reply
    pane.resize(400, 571)
    tab.show_gates(GATES, "")
    qtbot.waitUntil(lambda: len(_parts(tab)) == len(("edit", "stop", "fine", "template", "send")))
    qtbot.waitUntil(lambda: not _cut(tab))
    below = [each for each in _parts(tab) if each is not tab.send]
    assert [each.objectName() for each in below[:3]] == ["reply", "stop", "fine"]
    qtbot.waitUntil(lambda: all(one.geometry().bottom() < two.y() for one, two in pairwise(below)))
    inside = QRect(QPoint(), tab.size())
    assert all(inside.contains(each.geometry()) for each in below)


def test_who_sends_no_replies_is_told_the_true_reason(
    workplace_of: Callable[..., Workplace], chief: Actor, desk_app: App
) -> None:
    place = workplace_of(chief)
    sheet = read_sheet(desk_app, 1, chief)
    assert not closed_to(place, sheet)
    shut = replace(place, read_only="The key of the log is not there.")
    assert closed_to(shut, sheet) == "This desk can only be read"
    auditor = account(desk_app, "vera", "Vera Audit", Role.AUDITOR)
    assert closed_to(workplace_of(auditor), sheet) == "Your role does not send replies"
