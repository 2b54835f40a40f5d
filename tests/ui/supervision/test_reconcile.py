"""Reconciliation in the window: PV's list comes in, what differs is settled, both sides sign."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDialog, QFileDialog

from tests.ui.caseroom import Desk, desk
from tests.ui.scene import OWN
from tests.ui.showing import shows_signature
from tests.ui.walk import guessing, nameless, too_small
from webcare_desk.actions.cases import ResolveDiscrepancy
from webcare_desk.casebook.reconcile import statement
from webcare_desk.casebook.versions import nullify
from webcare_desk.domain.case_clocks import whole_days
from webcare_desk.domain.case_version import Way
from webcare_desk.domain.listed import DiscrepancyKind, Resolution
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reconciliation import OpenLine
from webcare_desk.reports.listing import to_csv
from webcare_desk.ui.supervision import reconcile as reconcile_board
from webcare_desk.ui.supervision.begin import date_of
from webcare_desk.ui.supervision.give_list import GiveListDialog
from webcare_desk.ui.supervision.reconcile import ReconcileBoard
from webcare_desk.ui.supervision.signing import SignDialog
from webcare_desk.ui.supervision.take_list import TakeListDialog
from webcare_desk.ui.supervision.words_dialog import SayDialog
from webcare_desk.ui.table import Tone

__all__ = ["desk"]


@pytest.fixture
def board(desk: Desk) -> Iterator[ReconcileBoard]:
    """Return the comparison as the register opens it."""
    desk.window.reconcile()
    found = desk.window.lists
    assert found is not None
    yield found
    found.close()


def dialog_of(desk: Desk, board: ReconcileBoard, kind: type[QDialog]) -> QDialog:
    desk.qtbot.waitUntil(lambda: isinstance(board.dialog, kind))
    assert board.dialog is not None
    return board.dialog


def take(desk: Desk, board: ReconcileBoard, path: Path) -> TakeListDialog:
    board.take_in()
    dialog = dialog_of(desk, board, TakeListDialog)
    assert isinstance(dialog, TakeListDialog)
    dialog.take(path)
    return dialog


def giving(desk: Desk, board: ReconcileBoard) -> GiveListDialog:
    board.give_ours()
    dialog = dialog_of(desk, board, GiveListDialog)
    assert isinstance(dialog, GiveListDialog)
    return dialog


def differing(desk: Desk, board: ReconcileBoard, folder: Path) -> None:
    """Take in a list that has neither of our cases, but one of somebody else."""
    path = folder / "pv.csv"
    path.write_text("kenmerk,casenumber\nNL-X-1,PV-8\n", encoding="utf-8")
    take(desk, board, path).main.click()
    desk.qtbot.waitUntil(lambda: len(desk.app.desk.read.discrepancies()) > 0)
    count = len(desk.app.desk.read.discrepancies())
    desk.qtbot.waitUntil(lambda: len(board.listing.rows.rows) == count)


def test_what_differs_is_a_queue_that_is_settled_with_words(
    desk: Desk, board: ReconcileBoard, tmp_path: Path
) -> None:
    for case in desk.cases:
        desk.leave(case)
    differing(desk, board, tmp_path)
    kinds = [each.kind for each in desk.app.desk.read.discrepancies()]
    assert DiscrepancyKind.UNKNOWN_TO_US in kinds
    assert kinds.count(DiscrepancyKind.MISSING_AT_PV) == 2
    assert re.search(r"1 line\S* of PV, 2 case\S* of ours, 0 matched\.", board.hint.text())
    assert "Not signed by us yet." in board.hint.text()
    assert "Open since" in board.detail.toPlainText()
    rows = board.listing.rows
    shown = [str(rows.index(at, column).data()) for at in range(3) for column in range(6)]
    assert not any("\ufffd" in each for each in shown)
    open_now = len(kinds)
    board.settle()
    settle = dialog_of(desk, board, SayDialog)
    assert isinstance(settle, SayDialog)
    settle.choice.setCurrentIndex(settle.choice.findData(Resolution.NOT_OURS))
    settle.main.click()
    assert "few words" in settle.error.text()
    settle.words.setPlainText("van een ander bureau, gebeld met PV")
    settle.main.click()
    desk.qtbot.waitUntil(lambda: len(board.listing.rows.rows) == open_now - 1)


def test_of_a_case_that_was_taken_back_nothing_is_sent_again(
    desk: Desk, board: ReconcileBoard, tmp_path: Path, chief: Actor
) -> None:
    for case in desk.cases:
        desk.leave(case)
    gone, stays = desk.cases
    nullify(desk.app.desk, gone, chief, "verkeerde pagina")
    differing(desk, board, tmp_path)
    missing = {each.case: each for each in desk.app.desk.read.discrepancies()}
    assert "nothing is to be sent" in board.told(missing[gone])
    assert "nothing is to be sent" not in board.told(missing[stays]) + board.told(missing[None])


def test_a_list_that_is_longer_than_the_window_shows_says_so(
    desk: Desk, board: ReconcileBoard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for case in desk.cases:
        desk.leave(case)
    differing(desk, board, tmp_path)
    assert "not shown" not in board.hint.text()
    monkeypatch.setattr(reconcile_board, "_MOST", 1)
    board.refresh()
    desk.qtbot.waitUntil(lambda: len(board.listing.rows.rows) == 1)
    assert board.hint.text().endswith("2 more, the newest, are not shown.")


def test_how_it_was_settled_stays_when_it_is_refused(
    desk: Desk, board: ReconcileBoard, tmp_path: Path
) -> None:
    differing(desk, board, tmp_path)
    item = board.listing.item
    assert isinstance(item, OpenLine)
    board.settle()
    settle = dialog_of(desk, board, SayDialog)
    assert isinstance(settle, SayDialog)
    settle.words.setPlainText("gebeld met PV")
    done = ResolveDiscrepancy(item.id, Resolution.NOT_OURS, "door een ander")
    desk.app.desk.perform(done, desk.window._work.actor)
    settle.main.click()
    desk.qtbot.waitUntil(settle.error.isVisible)
    assert "no open discrepancy" in settle.error.text()
    assert settle.words.toPlainText() == "gebeld met PV"
    settle.done(SayDialog.DialogCode.Rejected)


@pytest.mark.requirement("D1")
def test_both_sides_sign(desk: Desk, board: ReconcileBoard, tmp_path: Path) -> None:
    differing(desk, board, tmp_path)
    board.sign()
    signing = dialog_of(desk, board, SignDialog)
    assert isinstance(signing, SignDialog)
    covered = signing.covers.toPlainText()
    assert "Period: " in covered
    assert "0 matched" in covered
    assert "– Not in our register: NL-X-1" in covered
    assert covered.count("– Not on PV's list: NL-") == 2
    signing.login.setText("chief")
    signing.password.setText(OWN)
    signing.main.click()
    desk.qtbot.waitUntil(lambda: shows_signature(board.hint.text(), "Ann Chief"))
    board.pv_signed()
    theirs = dialog_of(desk, board, SayDialog)
    assert isinstance(theirs, SayDialog)
    theirs.choice.setCurrentIndex(theirs.choice.findData(Way.PHONE))
    theirs.words.setPlainText("dr. De Boer\nakkoord, 14:00")
    theirs.main.click()
    desk.qtbot.waitUntil(lambda: "Signed by PV: dr. De Boer, by telephone, " in board.hint.text())
    (found,) = desk.app.desk.read.reconciliations()
    assert found.signature is not None
    assert (found.pv_name, found.pv_way) == ("dr. De Boer", Way.PHONE)
    assert not board._is_unsigned()
    assert not board._waits_for_pv()


def test_our_own_list_comes_back_and_agrees(
    desk: Desk, board: ReconcileBoard, tmp_path: Path
) -> None:
    for case in desk.cases:
        desk.leave(case)
    now = desk.app.desk.clock()
    path = tmp_path / "back.csv"
    path.write_bytes(to_csv(statement(desk.app.desk.read, 0, now + 1, now)))
    dialog = take(desk, board, path)
    assert dialog.columns["reference"].currentData() == "our reference"
    assert dialog.columns["hash"].currentData() == "verbatim sha-256"
    dialog.main.click()
    desk.qtbot.waitUntil(lambda: "2 matched" in board.hint.text())
    assert board.empty.isVisible()


def test_a_list_that_cannot_be_read_is_said(
    desk: Desk, board: ReconcileBoard, tmp_path: Path
) -> None:
    board.take_in()
    dialog = dialog_of(desk, board, TakeListDialog)
    assert isinstance(dialog, TakeListDialog)
    dialog.main.click()
    assert "Choose the file first" in dialog.error.text()
    dialog.take(tmp_path / "nothing.csv")
    assert dialog.error.isVisible()
    path = tmp_path / "strange.csv"
    path.write_text("colour\nred\n", encoding="utf-8")
    dialog.take(path)
    dialog.main.click()
    desk.qtbot.waitUntil(lambda: bool(dialog.error.text()))
    dialog.reject()
    board._taken(((3, "no text"),))
    desk.qtbot.waitUntil(lambda: "could not be read; see below." in board.outcome.text())


@pytest.mark.parametrize("name", ["cases.csv", "cases.xlsx", "cases.pdf"])
def test_our_list_leaves_as_a_file(
    desk: Desk, board: ReconcileBoard, tmp_path: Path, name: str
) -> None:
    dialog = giving(desk, board)
    dialog.give_to(tmp_path / "cases.doc")
    desk.qtbot.waitUntil(lambda: "is no .csv" in dialog.error.text())
    dialog.give_to(tmp_path / "nowhere" / name)
    desk.qtbot.waitUntil(lambda: "cannot be written" in dialog.error.text())
    dialog.give_to(tmp_path / name)
    desk.qtbot.waitUntil(lambda: f"Our list is in {name}" in board.outcome.text())
    assert (tmp_path / name).stat().st_size > 100
    last = desk.app.desk.read.entries_after(0, 500)[-1]
    assert (last.action, last.detail["what"]) == ("read", "list-export")


def test_our_list_is_of_whole_days(
    desk: Desk, board: ReconcileBoard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two lists in a row, made at any hour, leave no case between them."""
    dialog = giving(desk, board)
    today = date_of(dialog.until)
    assert dialog.since.date() == TakeListDialog(desk.window._work, board).since.date()
    dialog.since.setDate(dialog.until.date().addDays(2))
    assert dialog.until.date() == dialog.since.date()
    dialog.since.setDate(QDate(2026, 3, 2))
    dialog.until.setDate(QDate.currentDate())
    place = tmp_path / "cases.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    dialog.main.click()
    desk.qtbot.waitUntil(place.exists)
    desk.qtbot.waitUntil(lambda: board.dialog is None)
    first, last = whole_days(date(2026, 3, 2), today, desk.app.protocol.openings.zone)
    wanted = statement(desk.app.desk.read, first, last, 0)
    assert place.read_bytes() == to_csv(wanted)


def test_an_old_line_stands_out_and_everything_can_be_reached(
    desk: Desk, board: ReconcileBoard, tmp_path: Path
) -> None:
    differing(desk, board, tmp_path)
    line = desk.app.desk.read.discrepancies()[0]
    late = board._row(line, line.opened_at + 8 * 24 * 3_600_000_000)
    assert late.cells[0].tone is Tone.DANGER
    take_in, give = (each(desk.window._work, board) for each in (TakeListDialog, GiveListDialog))
    take_in.show()
    give.show()
    for top in (board, take_in, give):
        assert guessing(top) == []
        assert nameless(top) == []
        assert too_small(top) == []
    take_in.close()
    give.close()
