"""Screens whose parts stand level, say what is to be done, and leave no empty room."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import account
from tests.ui.scene import Scene, scene
from tests.ui.showing import show
from webcare_desk.app import App
from webcare_desk.domain.moderator import Role
from webcare_desk.ui.audit.filters import FilterBar
from webcare_desk.ui.comment.pane import CommentPane
from webcare_desk.ui.lobby import lobby
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.rulebook.editing import EditPane
from webcare_desk.ui.supervision.areas import Area
from webcare_desk.ui.workplace import Workplace

__all__ = ["scene"]


def test_who_only_reads_has_the_whole_height_for_the_thread(
    desk_app: App, workplace_of: Callable[..., Workplace], qtbot: QtBot
) -> None:
    pane = CommentPane(workplace_of(account(desk_app, "vera", "Vera Lund", Role.AUDITOR)))
    qtbot.addWidget(pane)
    pane.resize(620, 820)
    pane.show()
    show(pane, qtbot, 1)
    assert pane.composer.height() < 20


def test_the_editor_says_that_only_a_draft_is_edited(chief_place: Workplace, qtbot: QtBot) -> None:
    pane = EditPane(chief_place)
    qtbot.addWidget(pane)
    pane.show()
    pane.take(None)
    assert "New draft" in pane.state.text()
    assert not pane.code.isVisible()


def test_an_administrator_reads_what_comes_next(qtbot: QtBot) -> None:
    page = lobby(lambda: None)
    qtbot.addWidget(page)
    told = " ".join(label.text() for label in page.findChildren(PlainLabel))
    assert all(word in told for word in ("accounts", "Sources…", "where PV"))


@pytest.mark.parametrize("area", [Area.QUALITY, Area.COVERAGE])
def test_a_heading_stands_level_with_its_buttons(scene: Scene, area: Area) -> None:
    board = scene.show(area)
    _, button = next(iter(board.buttons))
    middle = button.mapTo(board, button.rect().center()).y()
    assert abs(board.heading.geometry().center().y() - middle) <= 1


def test_the_days_of_the_filter_stand_level_with_the_other_fields(qtbot: QtBot) -> None:
    bar = FilterBar(reads=True)
    qtbot.addWidget(bar)
    bar.resize(1600, 80)
    bar.show()
    heads = [bar.has_since, bar.has_until, bar.words, bar.comment]
    middles = [each.mapTo(bar, each.rect().center()).y() for each in heads]
    assert max(middles) - min(middles) <= 1
