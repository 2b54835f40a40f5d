"""The table of commands is whole: names, keys, methods, rights."""

from collections import Counter

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.walk import pick
from webcare_desk.actions import Close
from webcare_desk.domain.reason import Reason
from webcare_desk.ui import keysheet, theme
from webcare_desk.ui.acts import Acts
from webcare_desk.ui.deeds import Deeds
from webcare_desk.ui.keysheet import key_sheet
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.menus import COMMANDS, Command, Menu
from webcare_desk.ui.palette import choices, found
from webcare_desk.ui.places import PLACES

KEYS = [key for command in COMMANDS for key in command.keys]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_a_name_a_key_and_a_method(command: Command) -> None:
    assert command.text
    assert command.keys
    assert callable(getattr(Acts, command.method, None) or getattr(Deeds, command.method))


def test_no_key_and_no_id_is_given_twice() -> None:
    parsed = [QKeySequence(key).toString() for key in KEYS]
    assert [key for key, count in Counter(parsed).items() if count > 1] == []
    assert "" not in parsed
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)


def test_no_key_uses_alt_or_types_a_letter_with_altgr() -> None:
    assert [key for key in KEYS if "Alt" in key] == []


@pytest.mark.parametrize("key", ["j", "k", "r", "e", "n", "c", "h", "d", "/", "Ctrl+K", "F1", "?"])
def test_the_promised_key_is_there(key: str) -> None:
    assert key in KEYS


def test_every_place_has_its_digit() -> None:
    digits = {command.argument for command in COMMANDS if command.method == "go_to"}
    assert digits == set(range(len(PLACES)))


def test_the_palette_finds_a_command_by_a_mistyped_name() -> None:
    ran: list[Command] = []
    among = choices(COMMANDS, QTranslator(), ran.append)
    for typed in ("escalte", "private"):
        found(typed, among)[0].act()
    assert [command.id for command in ran] == ["escalate", "note"]
    assert len(found("", among)) == len(COMMANDS)
    assert found("zzzzqqqq", among) == []


def test_the_menu_of_a_comment_is_in_groups_and_what_removes_stands_last() -> None:
    comment = [command for command in COMMANDS if command.menu is Menu.COMMENT]
    groups = [command.id for command in comment if command.begins]
    assert groups == ["claim", "close", "hide"]
    assert [command.id for command in comment][-4:] == ["hide", "delete", "erase", "hold"]
    assert next(each.key for each in comment if each.id == "open") == "Enter"


def test_the_menu_greys_what_a_comment_does_not_need_and_its_key_still_says_why(
    window: MainWindow, qtbot: QtBot
) -> None:
    comment = pick(window, qtbot, 3)
    menu = window.menuBar().actions()[1].menu()
    assert isinstance(menu, QMenu)
    of = window.actions_by_id

    def lit() -> set[str]:
        menu.aboutToShow.emit()
        return {
            name for name in ("close", "reopen", "retry", "acknowledge") if of[name].isEnabled()
        }

    assert lit() == {"close"}
    menu.aboutToHide.emit()
    assert of["reopen"].isEnabled()
    window._work.app.desk.perform(Close(comment, Reason.NO_REPLY_NEEDED), window._work.actor)
    assert lit() == {"reopen"}


def test_the_sheet_of_keys_shows_all_of_them_without_scrolling(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    sheet = key_sheet(parent)
    sheet.show()
    area = sheet.findChild(QScrollArea)
    assert area is not None
    page = area.widget()
    assert page is not None
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    said = [label.text() for label in page.findChildren(QLabel)]
    for text in ("Ctrl+Enter", "Ctrl+W", "Agree, in order, approve", "Close the case"):
        assert text in said
    assert said.count("J  K") == 2, "in supervision and in the register"
    assert "1 – 9  0" in said, "the places stand on one line"
    assert any(text.startswith("Go to Crisis, Safety, ") for text in said)


@pytest.mark.parametrize(("most", "points"), [(2000, theme.NORMAL), (400, theme.SMALL)])
def test_the_sheet_of_keys_takes_smaller_letters_before_it_scrolls(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, most: int, points: float
) -> None:
    monkeypatch.setattr(
        keysheet, "give_room", lambda sheet, width, height: sheet.resize(width, min(height, most))
    )
    parent = QWidget()
    qtbot.addWidget(parent)
    sheet = key_sheet(parent)
    said = {label.text(): label.font() for label in sheet.findChildren(QLabel)}
    assert said["Ctrl+Z"] == theme.font(points, bold=True)
