"""What is done to a comment stands on the screen, each with its key."""

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.walk import dialog_of, pick, waits
from webcare_desk import casework
from webcare_desk.ui.comment.header import CommentHeader
from webcare_desk.ui.escalation.dialog import EscalationDialog
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.sheet import read_sheet
from webcare_desk.ui.workplace import Workplace


def test_the_header_escalates_closes_claims_and_releases(window: MainWindow, qtbot: QtBot) -> None:
    comment = pick(window, qtbot, 1)
    header, read = window.comment.header, window._work.app.desk.read
    deeds = (header.escalate, header.done, header.claim)
    assert {each.y() for each in deeds} == {0}, "they stand on one line"
    assert header.escalate.objectName() == "primary", "of what may be a report it stands out"
    header.claim.click()
    waits(qtbot, lambda: header.claim.accessibleName() == "Release")
    assert header.claim.isVisible()
    header.claim.click()
    waits(qtbot, lambda: header.claim.accessibleName() == "Claim")
    work = read.work(comment)
    assert work is not None
    assert work.claimed_by is None
    header.done.click()
    waits(qtbot, QApplication.activePopupWidget)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    header.escalate.click()
    dialog_of(EscalationDialog, qtbot).close()


@pytest.mark.parametrize(
    ("width", "words", "tip"),
    [
        (700, ["Escalate to PV…  E", "Done…  D", "Claim  C"], ""),
        (330, ["Escalate…", "Done…", "Claim"], "Escalate to PV…  E"),
    ],
)
def test_the_buttons_of_the_header_are_short_where_one_line_has_no_room_for_them(
    workplace: Workplace, qtbot: QtBot, width: int, words: list[str], tip: str
) -> None:
    header = CommentHeader(workplace)
    qtbot.addWidget(header)
    sheet = read_sheet(workplace.app, 1, workplace.actor)
    header.resize(width, 200)
    header.show_sheet(sheet)
    header.show()
    deeds = (header.escalate, header.done, header.claim)
    assert [each.text() for each in deeds] == words
    assert tip in header.escalate.toolTip()
    qtbot.waitUntil(lambda: header.width() == width)
    assert all(each.width() >= each.sizeHint().width() for each in deeds)


def test_the_step_that_is_now_escalates(window: MainWindow, qtbot: QtBot) -> None:
    pick(window, qtbot, 1)
    protocol = window.panes.protocol
    waits(qtbot, lambda: protocol.findChildren(QPushButton, "step-escalates"))
    [button] = protocol.findChildren(QPushButton, "step-escalates")
    button.click()
    dialog_of(EscalationDialog, qtbot).close()


def test_a_comment_that_may_be_no_report_can_be_escalated_too(
    window: MainWindow, qtbot: QtBot
) -> None:
    pick(window, qtbot, 4)
    escalate = window.comment.header.escalate
    assert escalate.isVisible()
    assert escalate.objectName() == ""
    assert not window.panes.protocol.findChildren(QPushButton, "step-escalates")


def test_what_waits_for_pv_is_neither_escalated_again_nor_closed(
    window: MainWindow, qtbot: QtBot
) -> None:
    header, work = window.comment.header, window._work
    before = work.app.desk.read.work(1)
    comment = pick(window, qtbot, 1)
    waits(qtbot, lambda: work.app.desk.read.work(comment) != before)  # seen, and recorded
    casework.escalate(work.app.desk, work.app.protocol, comment, work.actor)
    waits(qtbot, lambda: not header.escalate.isVisible())
    assert not header.done.isVisible()
    assert header.claim.isVisible()
