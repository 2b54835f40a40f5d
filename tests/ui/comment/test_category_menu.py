"""The menu of the category fits a small screen: the common ones first, the others in groups."""

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from webcare_desk.domain.finding import Category
from webcare_desk.ui.comment.header import CommentHeader
from webcare_desk.ui.words import category_word
from webcare_desk.ui.workplace import Workplace


def texts(menu: QMenu) -> list[str]:
    return [each.text() for each in menu.actions() if each.text()]


def test_common_categories_come_first_and_every_other_stands_in_one_group(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    header = CommentHeader(chief_place)
    qtbot.addWidget(header)
    menu = header.category.menu()
    shown = texts(menu)
    assert shown[:2] == ["Crisis", "Adverse event"]
    assert shown[-2:] == ["Other reports", "Other"]
    assert len(shown) <= 10
    groups = [each.menu() for each in menu.actions() if each.menu() is not None]
    inner = [text for group in groups if isinstance(group, QMenu) for text in texts(group)]
    assert "Overdose" in inner
    assert sorted(shown[:-2] + inner) == sorted(map(category_word, Category))
    [overdose] = [
        each
        for group in groups
        if isinstance(group, QMenu)
        for each in group.actions()
        if each.text() == "Overdose"
    ]
    with qtbot.waitSignal(header.classified) as said:
        overdose.trigger()
    assert said.args == [Category.OVERDOSE]
