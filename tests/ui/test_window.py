"""The whole window by keyboard: from the list to a reply, a note, a hide and an escalation."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.conftest import ingest, remote
from tests.ui.walk import (
    back_to,
    dialog_of,
    guessing,
    longest,
    nameless,
    opened,
    press,
    too_small,
    type_in,
    waits,
)
from webcare_desk.domain.inbox import Queue, Reason, Status
from webcare_desk.domain.reply import DeliveryKind, DeliveryState
from webcare_desk.store.base import LogFilter
from webcare_desk.ui.answer import AnswerDialog
from webcare_desk.ui.escalation.dialog import EscalationDialog
from webcare_desk.ui.inbox.model import ROW
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.menus import COMMANDS
from webcare_desk.ui.palette import Palette
from webcare_desk.ui.places import Beside
from webcare_desk.ui.plain import BODY_LIMIT
from webcare_desk.ui.workplace import Workplace

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def window(chief_place: Workplace, qtbot: QtBot) -> Iterator[MainWindow]:
    """Return a supervisor's window on the queue Safety."""
    with opened(chief_place, qtbot) as made:
        yield made


def entries(window: MainWindow, action: str, comment: int | None = None) -> int:
    chosen = LogFilter(action=action, subject=comment)
    return len(window._work.app.desk.read.entries(chosen, None, 100))


def shown(window: MainWindow, qtbot: QtBot) -> int:
    """Wait until the comment pane shows what the list picked, and return it."""
    waits(qtbot, lambda: window.comment.sheet is not None)
    waits(qtbot, lambda: window.comment.sheet and window.comment.sheet.comment == window.shown)
    assert window.shown is not None
    return window.shown


def pick(window: MainWindow, qtbot: QtBot, comment: int) -> int:
    window.acts.open_comment(comment)
    assert shown(window, qtbot) == comment
    window.inbox.view.setFocus()
    return comment


def test_reading_a_comment_is_recorded_and_only_then(window: MainWindow, qtbot: QtBot) -> None:
    assert window.shown is None
    assert entries(window, "open") == 0
    press(Key.Key_J)
    comment = shown(window, qtbot)
    waits(qtbot, lambda: entries(window, "open", comment))
    work = window._work.app.desk.read.work(comment)
    assert work is not None
    assert work.status is Status.OPEN
    assert work.aware_at is not None


def test_j_and_k_and_the_arrows_go_through_the_list(window: MainWindow, qtbot: QtBot) -> None:
    window.queues.choose(Queue.OTHER)
    places = []
    for key in (Key.Key_J, Key.Key_J, Key.Key_Down, Key.Key_K, Key.Key_Up):
        press(key)
        places.append(window.inbox.view.currentIndex().row())
    assert places == [0, 1, 2, 1, 0]
    assert window.shown == window.inbox.view.currentIndex().data(ROW).comment
    shown(window, qtbot)


def test_claim_and_release_by_one_key(window: MainWindow, qtbot: QtBot) -> None:
    comment = pick(window, qtbot, 4)
    read = window._work.app.desk.read
    press(Key.Key_C)
    waits(qtbot, lambda: read.work(comment).claimed_by)  # type: ignore[union-attr]  # it is there
    press(Key.Key_8)
    waits(qtbot, lambda: window.inbox.model.row_of(comment) is not None)
    pick(window, qtbot, comment)
    press(Key.Key_C)
    waits(qtbot, lambda: not read.work(comment).claimed_by)  # type: ignore[union-attr]  # it is there


def test_a_reply_from_a_template_is_queued_and_can_be_called_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    comment = pick(window, qtbot, 1)
    template = window.comment.sheet.file.recommendation.templates[0]  # type: ignore[union-attr]  # shown
    press(Key.Key_R)
    assert QApplication.focusWidget() is window.comment.composer.reply.edit
    window.protocol.template_chosen.emit(template)
    waits(qtbot, lambda: window.comment.composer.text)
    press(Key.Key_Return, CTRL)
    read = window._work.app.desk.read
    waits(qtbot, lambda: read.deliveries_in(DeliveryState.HELD))
    [held] = read.deliveries_in(DeliveryState.HELD)
    assert (held.kind, held.comment, held.template) == (DeliveryKind.REPLY, comment, template)
    waits(qtbot, window.toast.isVisible)
    window.inbox.view.setFocus()
    press(Key.Key_Z, CTRL)
    waits(qtbot, lambda: not read.deliveries_in(DeliveryState.HELD))
    assert not window.toast.isVisible()


def test_a_private_note_goes_nowhere_but_beside_the_comment(
    window: MainWindow, qtbot: QtBot
) -> None:
    comment = pick(window, qtbot, 3)
    press(Key.Key_N)
    assert QApplication.focusWidget() is window.comment.composer.note.edit
    type_in("let op: jhe")
    press(Key.Key_Return, CTRL)
    read = window._work.app.desk.read
    waits(qtbot, lambda: read.notes(comment))
    assert [note.text for note in read.notes(comment)] == ["let op: jhe"]
    assert read.deliveries_of(comment) == []
    assert window.shown == comment


def test_hiding_names_what_it_means_and_whose_comment_it_is(
    window: MainWindow, qtbot: QtBot
) -> None:
    comment = pick(window, qtbot, 3)
    press(Key.Key_H)
    box = dialog_of(QMessageBox, qtbot)
    assert isinstance(box, QMessageBox)
    assert "Tom & Co" in box.informativeText()
    assert "Thank you for the lovely recipe" in box.informativeText()
    assert "community" in box.text()
    press(Key.Key_Return)
    read = window._work.app.desk.read
    waits(qtbot, lambda: read.deliveries_of(comment))
    [hide] = read.deliveries_of(comment)
    assert (hide.kind, hide.state) == (DeliveryKind.HIDE, DeliveryState.HELD)


def test_enter_does_not_delete(window: MainWindow, qtbot: QtBot) -> None:
    comment = pick(window, qtbot, 3)
    press(Key.Key_Delete, CTRL)
    box = dialog_of(QMessageBox, qtbot)
    press(Key.Key_Return)
    waits(qtbot, lambda: not box.isVisible())
    assert window._work.app.desk.read.deliveries_of(comment) == []


def test_closing_asks_for_a_reason_by_its_digit(window: MainWindow, qtbot: QtBot) -> None:
    comment = pick(window, qtbot, 8)
    press(Key.Key_D)
    waits(qtbot, QApplication.activePopupWidget)
    press(Key.Key_2)
    read = window._work.app.desk.read
    waits(qtbot, lambda: read.work(comment).reason is Reason.NO_REPLY_NEEDED)  # type: ignore[union-attr]  # it is there
    back_to(window, qtbot)
    press(Key.Key_7)
    waits(qtbot, lambda: window.inbox.model.row_of(comment) is not None)
    pick(window, qtbot, comment)
    press(Key.Key_O)
    waits(qtbot, lambda: read.work(comment).queue is not Queue.DONE)  # type: ignore[union-attr]  # it is there


def test_a_possible_report_is_not_closed_without_a_decision(
    window: MainWindow, qtbot: QtBot
) -> None:
    pick(window, qtbot, 1)
    press(Key.Key_D)
    waits(qtbot, QApplication.activePopupWidget)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    enabled = [action.text() for action in menu.actions() if action.isEnabled()]
    assert not any("No reply needed" in text for text in enabled)
    assert any("Not an adverse event" in text for text in enabled)
    menu.close()


def test_escalating_takes_one_key_and_enter_and_pv_answers(
    window: MainWindow, qtbot: QtBot
) -> None:
    comment = pick(window, qtbot, 1)
    read = window._work.app.desk.read
    press(Key.Key_E)
    dialog = dialog_of(EscalationDialog, qtbot)
    assert isinstance(dialog, EscalationDialog)
    waits(qtbot, lambda: dialog.form is not None)
    press(Key.Key_Return)
    waits(qtbot, lambda: read.escalations_of(comment))
    waits(qtbot, lambda: "NL-VAREN-" in dialog.result_line.text())
    press(Key.Key_Return)
    waits(qtbot, lambda: not dialog.isVisible())
    back_to(window, qtbot)
    press(Key.Key_P)
    dialog_of(AnswerDialog, qtbot)
    type_in("PV-2026-17")
    press(Key.Key_Return)
    waits(qtbot, lambda: not read.open_escalations())
    assert read.escalations_of(comment)[0].pv_reference == "PV-2026-17"


def test_commands_act_on_the_comment_that_is_shown_and_not_on_the_highlight(
    window: MainWindow, qtbot: QtBot
) -> None:
    comment = pick(window, qtbot, 3)
    view = window.inbox.view
    flags = view.selectionModel().SelectionFlag.NoUpdate
    view.selectionModel().setCurrentIndex(view.model().index(2, 0), flags)
    press(Key.Key_C)
    read = window._work.app.desk.read
    waits(qtbot, lambda: entries(window, "claim"))
    assert read.work(comment).claimed_by  # type: ignore[union-attr]  # it is there
    assert window.shown == comment


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
    press(Key.Key_R)
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
        assert not {"delete", "assign", "people", "acknowledge"} & enabled


def test_arrivals_show_in_the_counts(window: MainWindow, qtbot: QtBot) -> None:
    before = window.queues.count_of(Queue.OTHER).count
    ingest(window._work.app, remote(70, "late", "Wat een mooie dag"))
    waits(qtbot, lambda: window.queues.count_of(Queue.OTHER).count == before + 1)


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


def test_logging_out_is_recorded_and_closes_the_window(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closed) as told:
        press(Key.Key_U)
    assert told.args == [True]
    assert entries(window, "log-out") == 1


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
    box = dialog_of(QMessageBox, qtbot)
    assert guessing(box) == []
    press(Key.Key_Escape)


def test_a_desk_opened_for_reading_only_says_so_and_changes_nothing(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    from dataclasses import replace  # noqa: PLC0415 - one use

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
