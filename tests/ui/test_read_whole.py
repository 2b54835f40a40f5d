"""What was cut is read whole: a sentence at the bottom, a state that grew, who may do what."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import account
from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.ui.overview import look
from webcare_desk.ui.status import StatusBar
from webcare_desk.ui.supervision.checks import CheckBoard
from webcare_desk.ui.supervision.reviews import ReviewBoard
from webcare_desk.ui.table import Cell, Cells, Column, Table
from webcare_desk.ui.workplace import Workplace

_SAID = "The request waits for a second person (Supervision, Approvals)."


class State(Cells):
    """One row with a state that changes."""

    def __init__(self) -> None:
        """Begin with a short one."""
        super().__init__((Column("State", 60), Column("Comment")), None)
        self.said = "sent"

    def rowCount(self, *_: object) -> int:  # noqa: N802 - Qt's own name
        """Return the one row."""
        return 1

    def cell(self, row: int, column: int) -> Cell:
        """Return the state, or some words."""
        del row
        return Cell(self.said if column == 0 else "words")


def test_a_sentence_has_the_room_of_what_stands_beside_it(desk_app: App, qtbot: QtBot) -> None:
    bar, now = StatusBar(), desk_app.desk.clock()
    qtbot.addWidget(bar)
    bar.take(look(desk_app.desk.read, (), now), now)
    bar.resize(560, bar.sizeHint().height())
    bar.show()

    def beside() -> int:
        return sum(each.width() for each in bar.findChildren(QLabel) if each.isVisible())

    before = beside()
    bar.say(_SAID)
    wide = bar.fontMetrics().horizontalAdvance(bar.currentMessage())
    assert wide + beside() <= bar.width() < wide + before
    bar.clearMessage()
    assert beside() == before
    bar.resize(1600, bar.height())
    bar.say(_SAID)
    assert beside() >= before, "there is room for all"


def test_a_column_grows_with_a_state_that_changed(qtbot: QtBot) -> None:
    model = State()
    table = Table("States", model)
    qtbot.addWidget(table)
    table.resize(600, 200)
    table.show()
    model.said = "received by PV"
    model.dataChanged.emit(model.index(0, 0), model.index(0, 1))
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)


def test_who_may_not_begin_is_told_who_does(
    chief_place: Workplace, desk_app: App, workplace_of: Callable[..., Workplace], qtbot: QtBot
) -> None:
    auditor: Actor = account(desk_app, "vera", "Vera Audit", Role.AUDITOR)
    for board in (ReviewBoard, CheckBoard):
        told, own = board(workplace_of(auditor)), board(chief_place)
        for each in (told, own):
            qtbot.addWidget(each)
        assert "A supervisor " in told.empty.text()
        assert " N " in own.empty.text()
