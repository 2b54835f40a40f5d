"""The audit window: what it shows, what it proves, what it exports."""

from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QModelIndex, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.support.forging import forge
from webcare_desk import actions, casework
from webcare_desk.app import App
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.inbox import NEVER, Queue
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reason import Reason
from webcare_desk.errors import ReadOnlyError, StoreError
from webcare_desk.store.base import LogFilter
from webcare_desk.ui.audit.checks import Outcome, export, verify
from webcare_desk.ui.audit.story import read_story, story
from webcare_desk.ui.audit.told import told
from webcare_desk.ui.audit.window import AuditWindow
from webcare_desk.ui.clock import moment
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
    bar.has_until.setChecked(True)
    with qtbot.waitSignal(window.model.loaded):
        pass
    assert window.model.rowCount() == 0
    assert window.table.accessibleDescription() == "No entry fits this filter."


def test_an_entry_is_told_with_its_changes_and_its_bytes(
    window: AuditWindow, desk_app: App
) -> None:
    row = column(window, 3).index("Ann Chief looked at the comment")
    window.table.selectRow(row)
    text = window.detail.toPlainText()
    assert "status: new → open" in text
    entry = window.model.row(row)
    assert entry is not None
    assert entry.leaf.decode("ascii") in text
    assert window.model.row(999) is None
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


def test_which_number_is_a_moment_is_told_by_its_name_as_in_the_export() -> None:
    columns = {"due": [1_600_000_000_000_000, NEVER], "claimed_until": [90_000_000, 0]}
    detail = {"until": 1_000_000, "rows": 1_600_000_000_000_000}
    entry = AuditEntry(
        1, 1, "u", "moderator", "s", "claim", None, detail, (("work", 7, columns),), b""
    )
    text = told(entry, {})
    assert f"due: {moment(1_600_000_000_000_000)} (1600000000000000) → never" in text
    assert f"claimed_until: {moment(90_000_000)} (90000000) → not set" in text
    assert f"until: {moment(1_000_000)} (1000000)" in text
    assert "rows: 1600000000000000\n" in text


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


def test_a_changed_log_is_called_so(window: AuditWindow, desk_app: App, qtbot: QtBot) -> None:
    forge(desk_app.folder, "UPDATE entry SET leaf = CAST(CAST(leaf AS TEXT) || ' ' AS BLOB)")
    window.verify.click()
    qtbot.waitUntil(window.verify.isEnabled)
    assert window.outcome.text().startswith("✗ The log does not hold")
    assert window.outcome.objectName() == "stop"


def test_a_changed_row_is_found_by_verify_and_replay(
    window: AuditWindow, desk_app: App, qtbot: QtBot
) -> None:
    forge(desk_app.folder, "UPDATE work SET category = 'spam' WHERE comment = 1")
    window.verify.click()
    qtbot.waitUntil(window.verify.isEnabled)
    words = "✗ The log holds, but the desk is not what it says: work 1: category"
    assert window.outcome.text().startswith(words)
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


@pytest.mark.parametrize("name", ["audit.jsonl", "audit.csv", "audit.html", "audit.pdf"])
def test_an_export_is_written_and_is_an_entry_itself(  # noqa: PLR0913, PLR0917 - fixtures
    window: AuditWindow,
    desk_app: App,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    size, target = desk_app.desk.read.log_size(), tmp_path / name
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    window.export.click()
    qtbot.waitUntil(window.verify.isEnabled)
    assert window.outcome.text() == f"✓ {size} entries are in {name}."
    assert b"geheim" not in target.read_bytes()
    entry = desk_app.desk.read.entries_after(size - 1, 1)[0]
    assert (entry.action, entry.detail["form"]) == ("export-log", target.suffix[1:])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("", ""))
    window.export.click()
    assert window.verify.isEnabled()


def test_an_inspection_package_is_written_here_too(
    window: AuditWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.export_to(tmp_path / "package.zip")
    qtbot.waitUntil(window.verify.isEnabled)
    assert window.outcome.text().startswith("✓"), window.outcome.text()
    assert (tmp_path / "package.zip").stat().st_size > 0


def test_an_export_that_cannot_be_written_names_the_file(
    chief_place: Workplace, tmp_path: Path
) -> None:
    with pytest.raises(ReadOnlyError, match="nowhere"):
        export(chief_place, LogFilter(), tmp_path / "nowhere" / "x.jsonl")


def test_words_are_sought_in_comments_and_in_the_names_of_acts(
    window: AuditWindow, qtbot: QtBot
) -> None:
    window.filters.words.setText("hoofdpijn")
    with qtbot.waitSignal(window.model.loaded):
        pass
    assert set(column(window, 4)) == {"1"}
    window.filters.words.setText("private note")
    with qtbot.waitSignal(window.model.loaded):
        pass
    assert column(window, 3) == ["Ann Chief wrote a private note"]


def test_a_check_tells_how_far_it_is_and_can_be_stopped(
    window: AuditWindow, desk_app: App, qtbot: QtBot
) -> None:
    heard: list[int] = []

    def watch(count: int) -> bool:
        heard.append(count)
        return True

    assert verify(desk_app.folder, watch).is_good
    assert heard == [0, desk_app.desk.read.log_size()], "the log is read, then replayed"
    stopped = verify(desk_app.folder, lambda _: False)
    assert (stopped.is_good, "was stopped" in stopped.words) == (None, True)
    window._enable(is_free=False)
    window._watch(3)
    qtbot.waitUntil(lambda: window.outcome.text().startswith("3 of "))
    window._stopped.set()
    assert not window._watch(4)
    window._enable(is_free=True)


def test_a_comment_is_told_as_a_story(
    window: AuditWindow, desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    desk = desk_app.desk
    desk.perform(actions.Close(2, Reason.OTHER, "staat elders al"), chief)
    desk.perform(actions.Reopen(2, Queue.SAFETY, Reason.MADE_IN_ERROR), chief)
    desk.perform(actions.Assign(2, chief.moderator), chief)
    text = read_story(desk.store, 2, {chief.moderator: "Ann Chief"})
    lines = [line.strip() for line in text.splitlines()]
    assert lines[0] == "The story of comment 2"
    assert "Because: Other reason: staat elders al" in lines
    assert "Status: New → Closed" in lines
    assert "Queue: Done → Safety" in lines
    assert "Assigned to: – → Ann Chief" in lines
    window.model.choose(LogFilter(subject=2))
    with qtbot.waitSignal(window.model.loaded):
        pass
    window.table.selectRow(0)
    window.story.click()
    qtbot.waitUntil(lambda: "The story of comment 2" in window.detail.toPlainText())
    window.story.click()
    assert "The bytes that were hashed" in window.detail.toPlainText()


def test_a_clock_that_went_back_is_part_of_the_story() -> None:
    changes = (("work", 1, {"aware_at": [None, 1_795_251_638_000_000], "tier": [0, 1]}),)
    entry = AuditEntry(1, 1, "u", "moderator", "s", "open", 1, {}, changes, b"{}", clock_back=5)
    lines = list(story([entry], {"u": "Mo"}, {}, {}))
    assert "    The clock had gone back before this." in lines
    assert any("Day zero: – → " in line for line in lines)
    assert not any("tier" in line for line in lines)


def test_once_the_report_has_left_the_story_names_the_clock_of_the_answer() -> None:
    changes = (("work", 1, {"aware_due": [1_795_251_638_000_000, 1_795_338_038_000_000]}),)
    entry = AuditEntry(1, 1, "u", "moderator", "s", "record-delivery", 1, {}, changes, b"{}")
    assert any("PV answers by: " in line for line in story([entry], {"u": "Mo"}, {}, {}))
    began = AuditEntry(1, 1, "u", "moderator", "s", "open", 1, {}, changes, b"{}")
    assert any("PV must know by: " in line for line in story([began], {"u": "Mo"}, {}, {}))


def test_pages_are_loaded_as_a_person_scrolls(
    chief_place: Workplace, desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    for _ in range(140):
        desk_app.desk.perform(actions.Claim(1), chief)
    window = AuditWindow(chief_place)
    qtbot.addWidget(window)
    window.show()
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
    with pytest.raises(StoreError, match=r"log\.vkey cannot be read"):
        verify(desk_app.folder)
