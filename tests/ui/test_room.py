"""Windows fit the screen, panes and columns fit their letters."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from webcare_desk.domain.intake import Ask
from webcare_desk.ui import theme
from webcare_desk.ui.composer.note import NoteTab
from webcare_desk.ui.composer.reply import ReplyTab
from webcare_desk.ui.elided import ElidedButton
from webcare_desk.ui.escalation.dialog import EscalationDialog
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.panes import MIDDLE
from webcare_desk.ui.register.window import RegisterWindow
from webcare_desk.ui.room import give_room, give_words_room, growth
from webcare_desk.ui.supervision.deviations import DeviationBoard
from webcare_desk.ui.supervision.listing import Listing, Row
from webcare_desk.ui.table import Cell, Column
from webcare_desk.ui.workplace import Workplace


def screen() -> QSize:
    return QGuiApplication.primaryScreen().availableSize()


def test_a_window_grows_with_its_letters_and_never_beyond_the_screen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    give_room(window, 200, 100)
    assert window.size() == QSize(200, 100)
    monkeypatch.setattr(theme, "scale", lambda: 1.5)
    give_room(window, 200, 100)
    assert window.size() == QSize(300, 150)
    give_room(window, 2000, 2000)
    assert window.width() == screen().width()
    assert window.height() < screen().height()


def test_panes_grow_as_far_as_the_screen_allows(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    wide = screen().width()
    assert growth(window, wide // 2) == pytest.approx(1.0)
    assert growth(window, 2 * wide) == pytest.approx(0.85)
    monkeypatch.setattr(theme, "scale", lambda: 1.5)
    assert growth(window, wide // 2) == pytest.approx(1.5)
    assert growth(window, round(wide / 1.2)) == pytest.approx(1.2, rel=0.01)


def test_the_windows_beside_the_main_one_fit_the_screen(
    chief_place: Workplace, qtbot: QtBot
) -> None:
    register, board = RegisterWindow(chief_place), DeviationBoard(chief_place)
    for widget in (register, board):
        qtbot.addWidget(widget)
        widget.show()
        assert widget.minimumSizeHint().width() < screen().width()
    assert register.width() <= screen().width()
    assert register.height() < screen().height()


def test_the_pane_of_the_comment_keeps_its_least_width(window: MainWindow) -> None:
    assert window.comment.minimumWidth() >= 0.85 * MIDDLE


def test_the_composer_fits_the_least_width_of_its_pane(qtbot: QtBot) -> None:
    for tab in (ReplyTab(), NoteTab()):
        qtbot.addWidget(tab)
        assert tab.minimumSizeHint().width() < 0.85 * MIDDLE


def test_a_column_that_takes_the_rest_keeps_room_for_words(qtbot: QtBot) -> None:
    listing = Listing("Rows", (Column("Number", 40), Column("What happened"), Column("By", 400)))
    qtbot.addWidget(listing)
    listing.resize(300, 200)
    listing.show()
    assert listing.columnWidth(1) >= 240
    assert listing.horizontalScrollBar().maximum() > 0
    listing.resize(1200, 200)
    assert listing.horizontalScrollBar().maximum() == 0
    assert listing.columnWidth(1) > 600


def test_a_column_grows_with_its_heading_and_what_is_in_sight(qtbot: QtBot) -> None:
    listing = Listing("Rows", (Column("A heading", 20), Column("Our number", 90), Column("Rest")))
    qtbot.addWidget(listing)
    listing.resize(900, 200)
    listing.show()
    header = listing.horizontalHeader()
    assert listing.columnWidth(0) == 40  # twice its width at most
    assert listing.columnWidth(1) >= header.sectionSizeHint(1)
    before = listing.columnWidth(1)
    cells = tuple(map(Cell, ("1", "NL-VAREN-20261122387EA68F", "words")))
    listing.take((Row(1, None, cells),))
    assert before < listing.columnWidth(1) <= 180
    assert sum(listing.columnWidth(each) for each in range(3)) == listing.viewport().width()


@pytest.mark.parametrize(("scale", "columns"), [(1.0, 3), (1.5, 2)])
def test_larger_letters_leave_fewer_questions_beside_each_other(
    chief_place: Workplace,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    scale: float,
    columns: int,
) -> None:
    monkeypatch.setattr(theme, "scale", lambda: scale)
    dialog = EscalationDialog(chief_place, 1)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.form is not None)
    assert dialog.form is not None
    fields = [dialog.form.fields.widgets[ask] for ask in (Ask.BATCH, Ask.DOSE, Ask.DOSE_FORM)]
    qtbot.waitUntil(lambda: fields[1].x() > fields[0].x())
    assert len({field.x() for field in fields}) == columns
    tops = {box.y() for box in dialog.form.situations.values()}
    assert (len(tops) == len(dialog.form.situations)) is (columns == 2)


def test_a_button_with_a_long_title_keeps_no_pane_wide(qtbot: QtBot) -> None:
    button = ElidedButton("Serious: a stay in hospital, or an illness that is grave")
    qtbot.addWidget(button)
    button.resize(300, 30)
    button.show()
    assert button.fontMetrics().horizontalAdvance(button.text()) > 200
    assert button.minimumSizeHint().width() < 150


def test_a_field_has_room_for_the_words_that_say_what_it_is_for(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.setPlaceholderText("Search: author, words, PV's number")
    give_words_room(line)
    needed = line.fontMetrics().horizontalAdvance(line.placeholderText())
    assert line.minimumWidth() > needed


def test_a_button_ends_in_an_ellipsis_where_its_title_does_not_fit(qtbot: QtBot) -> None:
    button = ElidedButton("Side effect & what we ask about it, in full")
    qtbot.addWidget(button)
    button.resize(120, 30)
    button.show()
    assert button.text().endswith("…")
    button.resize(900, 30)
    assert button.text() == "Side effect && what we ask about it, in full"
