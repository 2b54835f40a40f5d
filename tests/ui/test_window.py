"""The whole window by keyboard: from the list to a reply, a note, a hide and an escalation."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.conftest import PASSWORD, ingest, remote
from tests.ui.walk import (
    back_to,
    dialog_of,
    guessing,
    longest,
    nameless,
    opened,
    pick,
    press,
    shown,
    too_small,
    type_in,
    waits,
)
from webcare_desk import people
from webcare_desk.app import App
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.ui.inbox.model import ROW
from webcare_desk.ui.main_window import HEIGHT, WIDTH, MainWindow
from webcare_desk.ui.menus import COMMANDS
from webcare_desk.ui.palette import Palette
from webcare_desk.ui.places import Beside
from webcare_desk.ui.plain import BODY_LIMIT
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.secret import Secret

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def test_j_and_k_and_the_arrows_go_through_the_list(window: MainWindow, qtbot: QtBot) -> None:
    window.queues.choose(Queue.OTHER)
    places = []
    for key in (Key.Key_J, Key.Key_J, Key.Key_Down, Key.Key_K, Key.Key_Up):
        press(key)
        places.append(window.inbox.view.currentIndex().row())
    assert places == [0, 1, 2, 1, 0]
    assert window.shown == window.inbox.view.currentIndex().data(ROW).comment
    shown(window, qtbot)


def test_a_search_shows_what_it_finds_and_escape_leaves_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(Key.Key_Slash)
    assert window.top.search.hasFocus()
    type_in("recipe")
    press(Key.Key_Return)
    assert shown(window, qtbot) == 3
    press(Key.Key_Escape)
    listing = window.inbox.model.listing
    assert listing is not None
    assert not listing.words
    press(Key.Key_Slash)
    press(Key.Key_Escape)
    assert window.inbox.view.hasFocus()


def test_letters_in_a_text_field_are_letters(window: MainWindow, qtbot: QtBot) -> None:
    pick(window, qtbot, 3)
    window.comment.focus_reply()
    type_in("jkrencdhaou/.?123")
    assert window.comment.composer.text == "jkrencdhaou/.?123"
    press(Key.Key_Escape)
    assert window.inbox.view.hasFocus()


def test_the_palette_runs_a_command_and_opens_a_comment_by_its_number(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(Key.Key_K, CTRL)
    dialog_of(Palette, qtbot)
    type_in("afgehandeld")
    press(Key.Key_Down)
    press(Key.Key_Up)
    press(Key.Key_Escape)
    back_to(window, qtbot)
    press(Key.Key_K, CTRL)
    dialog_of(Palette, qtbot)
    type_in("6")
    press(Key.Key_Return)
    assert shown(window, qtbot) == 6
    work, listing = window._work.app.desk.read.work(6), window.inbox.model.listing
    assert work is not None
    assert listing is not None
    assert listing.place is work.queue


def test_every_command_is_in_the_menu_bar_with_its_key(window: MainWindow) -> None:
    bar = window.menuBar().actions()
    in_menus = {action for menu in bar for action in menu.menu().actions()}  # type: ignore[attr-defined]  # of the stub
    assert {window.actions_by_id[command.id] for command in COMMANDS} <= in_menus
    for command in COMMANDS:
        keys = [key.toString() for key in window.actions_by_id[command.id].shortcuts()]
        assert len(keys) == len(command.keys)


@pytest.mark.parametrize("key", [Key.Key_F1, Key.Key_Question], ids=["F1", "?"])
def test_the_sheet_of_keys_opens(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    back_to(window, qtbot)
    press(key)
    dialog = dialog_of(QDialog, qtbot)
    assert guessing(dialog) == nameless(dialog) == []


def test_no_widget_guesses_and_every_one_has_a_name_and_a_size(
    window: MainWindow, qtbot: QtBot
) -> None:
    pick(window, qtbot, 1)
    assert guessing(window) == []
    assert nameless(window) == []
    assert too_small(window) == []


def test_a_moderator_cannot_delete_or_assign(workplace: Workplace, qtbot: QtBot) -> None:
    with opened(workplace, qtbot) as window:
        pick(window, qtbot, 3)
        enabled = {name for name, action in window.actions_by_id.items() if action.isEnabled()}
        assert {"reply", "hide", "escalate", "close"} <= enabled
        assert not {"delete", "assign", "acknowledge"} & enabled


def test_arrivals_show_in_the_counts(window: MainWindow, qtbot: QtBot) -> None:
    before = window.queues.count_of(Queue.OTHER)
    assert before is not None
    ingest(window._work.app, remote(70, "late", "Wat een mooie dag"))
    waits(qtbot, lambda: window.queues.count_of(Queue.OTHER) == before + 1)


def test_problems_has_a_key_and_is_empty(window: MainWindow) -> None:
    press(Key.Key_0)
    listing = window.inbox.model.listing
    assert listing is not None
    assert listing.place is Beside.PROBLEMS
    assert window.shown is None


def test_light_and_dark(window: MainWindow, qtbot: QtBot) -> None:
    pick(window, qtbot, 1)
    before = window.grab().toImage().pixelColor(5, 600)
    press(Key.Key_L, CTRL | SHIFT)
    after = window.grab().toImage().pixelColor(5, 600)
    assert abs(before.lightness() - after.lightness()) > 100
    press(Key.Key_L, CTRL | SHIFT)


def test_logging_out_takes_more_than_a_letter(window: MainWindow, qtbot: QtBot) -> None:
    """That it is recorded then, `test_presence` says."""
    press(Key.Key_U)
    assert window.isVisible(), "a letter alone ends nothing"
    with qtbot.waitSignal(window.closed) as told:
        press(Key.Key_Q, CTRL | SHIFT)
    assert told.args == [True]


@pytest.mark.parametrize(
    "text",
    [
        '<img src="/dev/zero"> Ventora hoofdpijn',
        "a" * 1_000_000,
        "\u202eevarb\u202c \u2067אבג\u2069 Ventora hoofdpijn",
        "Z\u0300\u0301\u0302\u0303\u0304\u0305" * 5000,
        "😀" * 30_000,
    ],
    ids=["image", "megabyte", "bidi", "zalgo", "emoji"],
)
def test_a_hostile_comment_is_shown_in_list_and_detail(
    window: MainWindow, qtbot: QtBot, text: str
) -> None:
    author = '<img src="/dev/zero">\u202e\u0000 & sons'
    [comment] = ingest(
        window._work.app, remote(66, author.replace("\0", ""), text.replace("\0", ""))
    )
    pick(window, qtbot, comment)
    window.grab()
    assert guessing(window) == []
    assert longest(window) <= BODY_LIMIT
    press(Key.Key_H)
    waits(qtbot, QApplication.activePopupWidget)
    press(Key.Key_1)
    box = dialog_of(QMessageBox, qtbot)
    assert guessing(box) == []
    press(Key.Key_Escape)


def test_a_desk_opened_for_reading_only_says_so_and_changes_nothing(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    from dataclasses import replace

    size = chief_place.app.desk.read.log_size()
    with opened(replace(chief_place, read_only="This desk can only be read."), qtbot) as window:
        press(Key.Key_J)
        shown(window, qtbot)
        enabled = {name for name, action in window.actions_by_id.items() if action.isEnabled()}
        assert not {"reply", "hide", "escalate", "close", "claim", "note"} & enabled
    assert chief_place.app.desk.read.log_size() == size


def test_the_window_keeps_its_place(
    workplace_of: Callable[..., Workplace], chief: object, qtbot: QtBot
) -> None:
    with opened(workplace_of(chief), qtbot) as window:
        window.resize(1200, 620)
    with opened(workplace_of(chief), qtbot) as again:
        assert again.height() == 620


def test_an_administrator_sees_no_comment(
    workplace_of: Callable[..., Workplace], chief: Actor, desk_app: App, qtbot: QtBot
) -> None:
    del chief
    actor = people.log_in(desk_app.desk, "chief", Secret(PASSWORD), Role.ADMINISTRATOR)
    with opened(workplace_of(actor), qtbot) as window:
        assert not window.inbox.isVisible()
        enabled = {name for name, action in window.actions_by_id.items() if action.isEnabled()}
        assert {"people", "audit", "quit"} <= enabled
        assert not {"next", "search", "safety", "reply", "open"} & enabled
        assert window.inbox.model.rowCount() == 0
        assert guessing(window) == nameless(window) == []


def test_panes_made_before_the_window_is_shown_take_their_places(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    early = MainWindow(chief_place)
    qtbot.addWidget(early)
    for make in early.panes.steps:
        make()
    late = MainWindow(chief_place)
    qtbot.addWidget(late)
    for window in (early, late):
        window.resize(WIDTH, HEIGHT)
        window.show()
    assert early._across.sizes() == late._across.sizes()
    assert early._across.sizes()[1] > early.inbox.minimumWidth()
