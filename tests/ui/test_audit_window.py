"""The audit window: what it shows, what it proves, what it exports."""

import json
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QModelIndex, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from webcare_desk import actions, casework
from webcare_desk.app import App
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.moderator import Actor
from webcare_desk.errors import ReadOnlyError, StoreError
from webcare_desk.store.base import LogFilter
from webcare_desk.ui.audit.checks import Outcome, export, verify
from webcare_desk.ui.audit.filters import FilterBar
from webcare_desk.ui.audit.told import day_begins, day_ends, told
from webcare_desk.ui.audit.window import AuditWindow
from webcare_desk.ui.workplace import Workplace


@pytest.fixture
def window(chief_place: Workplace, desk_app: App, chief: Actor, qtbot: QtBot) -> AuditWindow:
    """Return the audit window of a desk on which something has happened."""
    casework.view(desk_app.desk, desk_app.protocol, 1, chief)
    desk_app.desk.perform(actions.AddNote(1, "geheim"), chief)
    desk_app.desk.perform(actions.Claim(2), chief)
    window = AuditWindow(chief_place)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.model.loaded):
        pass
    return window


def column(window: AuditWindow, number: int) -> list[str]:
    model = window.model
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def test_the_newest_entry_stands_first(window: AuditWindow, desk_app: App) -> None:
    numbers = [int(each) for each in column(window, 0)]
    assert numbers == list(range(desk_app.desk.read.log_size()))[::-1]
    assert column(window, 3)[0] == "Ann Chief claimed the comment"
    heading = window.model.headerData(3, Qt.Orientation.Horizontal)
    assert heading == "What happened"
    assert window.model.headerData(3, Qt.Orientation.Vertical) is None


def test_a_filter_leaves_what_fits(window: AuditWindow, qtbot: QtBot, chief: Actor) -> None:
    bar = window.filters
    bar.comment.setText("1")
    with qtbot.waitSignal(window.model.loaded):
        pass
    assert set(column(window, 4)) == {"1"}
    bar.action.setCurrentIndex(bar.action.findData("note"))
    bar.person.setCurrentIndex(bar.person.findData(chief.moderator))
    with qtbot.waitSignal(window.model.loaded):
        pass
    assert column(window, 3) == ["Ann Chief wrote a private note"]
    bar.until.setDate(QDate(2001, 1, 1))
    with qtbot.waitSignal(window.model.loaded):
        pass
    assert window.model.rowCount() == 0


def test_days_of_the_filter_are_whole_days(qtbot: QtBot) -> None:
    bar = FilterBar()
    qtbot.addWidget(bar)
    assert bar.chosen() == LogFilter()
    bar.since.setDate(QDate(2026, 3, 29))
    bar.until.setDate(QDate(2026, 3, 29))
    chosen = bar.chosen()
    assert chosen.since == day_begins(bar.since.date().toPython())  # type: ignore[arg-type]
    assert chosen.until == day_ends(bar.until.date().toPython())  # type: ignore[arg-type]
    assert chosen.since is not None
    assert chosen.until is not None
    assert 82_000_000_000 < chosen.until - chosen.since < 91_000_000_000


def test_an_entry_is_told_with_its_changes_and_its_bytes(
    window: AuditWindow, desk_app: App
) -> None:
    row = column(window, 3).index("Ann Chief looked at the comment")
    window.table.selectRow(row)
    text = window.detail.toPlainText()
    assert "status: new → open" in text
    entry = window.model.entry(row)
    assert entry is not None
    assert entry.leaf.decode("ascii") in text
    assert window.model.entry(999) is None
    window.table.clearSelection()
    window._on_row(QModelIndex(), QModelIndex())
    assert window.detail.toPlainText() == ""
    assert desk_app.folder.exists()


def test_values_of_every_kind_are_told() -> None:
    changes = (("work", 7, {"due": [None, 1_795_251_638_000_000], "odd": 5, "tier": [0, True]}),)
    detail = {"digest": "a" * 64, "kind": "hide"}
    entry = AuditEntry(1, 1, "u", "moderator", "s", "claim", None, detail, changes, b"{}")
    text = told(entry, {"u": "Mo"})
    assert "digest: aaaaaaaaaaaa…" in text
    assert "2026" in text
    assert "odd: 5" in text
    assert "tier: 0 → true" in text


def test_a_log_that_holds_is_verified_and_replayed(window: AuditWindow, qtbot: QtBot) -> None:
    for button, words in (
        (window.verify, "✓ The log holds: "),
        (window.replay, "✓ Replayed "),
    ):
        button.click()
        assert not window.verify.isEnabled()
        qtbot.waitUntil(window.verify.isEnabled)
        assert window.outcome.text().startswith(words)
        assert window.outcome.objectName() == "fine"


def tamper(app: App, sql: str) -> None:
    with sqlite3.connect(app.folder / "desk.db") as db:
        for (trigger,) in db.execute(
            "SELECT name FROM sqlite_master WHERE type='trigger'"
        ).fetchall():
            db.execute(f'DROP TRIGGER "{trigger}"')
        db.execute(sql)
    db.close()


def test_a_changed_log_is_called_so(window: AuditWindow, desk_app: App, qtbot: QtBot) -> None:
    tamper(desk_app, "UPDATE entry SET leaf = CAST(CAST(leaf AS TEXT) || ' ' AS BLOB)")
    window.verify.click()
    qtbot.waitUntil(window.verify.isEnabled)
    assert window.outcome.text().startswith("✗ The log does not hold")
    assert window.outcome.objectName() == "stop"


def test_a_changed_row_is_found_by_the_replay(
    window: AuditWindow, desk_app: App, qtbot: QtBot
) -> None:
    tamper(desk_app, "UPDATE work SET category = 'spam' WHERE comment = 1")
    window.replay.click()
    qtbot.waitUntil(window.verify.isEnabled)
    assert window.outcome.text().startswith("✗ Replayed")
    assert "differ" in window.outcome.text()


def test_a_check_that_cannot_be_done_is_a_sentence(window: AuditWindow, qtbot: QtBot) -> None:
    def broken() -> Outcome:
        msg = "There is no desk here."
        raise StoreError(msg)

    window._check(broken, "Reading…")
    qtbot.waitUntil(window.verify.isEnabled)
    assert window.outcome.text() == "⚠ There is no desk here."


def test_the_export_holds_the_very_bytes(
    window: AuditWindow,
    desk_app: App,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "audit.jsonl"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.export.click()
    qtbot.waitUntil(window.verify.isEnabled)
    lines = target.read_bytes().splitlines()
    assert len(lines) == desk_app.desk.read.log_size()
    assert [json.loads(line)["seq"] for line in lines] == list(range(len(lines)))[::-1]
    assert f"{len(lines)} entries are in audit.jsonl" in window.outcome.text()
    assert b"geheim" not in target.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    window.export.click()
    assert window.verify.isEnabled()


def test_an_export_that_cannot_be_written_names_the_file(desk_app: App, tmp_path: Path) -> None:
    with pytest.raises(ReadOnlyError, match="nowhere"):
        export(desk_app.desk.read, LogFilter(), tmp_path / "nowhere" / "x.jsonl")


def test_pages_are_loaded_as_a_person_scrolls(
    chief_place: Workplace, desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    for _ in range(140):
        desk_app.desk.perform(actions.Claim(1), chief)
    window = AuditWindow(chief_place)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.model.loaded):
        pass
    assert window.model.rowCount() == 128
    assert window.model.canFetchMore(QModelIndex())
    with qtbot.waitSignal(window.model.loaded):
        window.model.fetchMore(QModelIndex())
    assert window.model.rowCount() == desk_app.desk.read.log_size()
    assert not window.model.canFetchMore(QModelIndex())
    window.model._failed(chief_place.tasks, StoreError("later"))
    assert window.model.canFetchMore(QModelIndex())


def test_a_desk_without_its_key_file_cannot_be_verified(desk_app: App) -> None:
    (desk_app.folder / "log.vkey").unlink()
    with pytest.raises(StoreError, match="no desk"):
        verify(desk_app.folder)
