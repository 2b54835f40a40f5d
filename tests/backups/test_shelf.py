"""Backups: which are kept, what is on the shelf, and what each says of itself."""

import contextlib
import os
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.desks import HOUR, Clock, arrival, take_in
from tests.support.forging import forge_file
from webcare_desk.app import App
from webcare_desk.backups.make import (
    back_up_at_exit,
    back_up_when_due,
    is_changed,
    last_backup,
    make_backup,
)
from webcare_desk.backups.shelf import backup_named, backups_of, draft_of, newest_on_shelf, shelf_of
from webcare_desk.backups.verify import flaw_of
from webcare_desk.domain.backup import DAYS, HOURS, kept, moment_of, name_of
from webcare_desk.errors import CorruptFileError, DiskFullError, StoreError, UsageError
from webcare_desk.inspection import verify_copy
from webcare_desk.protocol.versions import archive, copy_versions, files_of, text_of
from webcare_desk.store.room import Limits, Room
from webcare_desk.store.sqlite import copying
from webcare_desk.store.sqlite.opening import DATABASE
from webcare_desk.vault.registered import forks_of

MOMENTS = st.integers(0, 4_000_000_000_000_000)
DAY = 24 * HOUR
MB = 1_000_000


@given(MOMENTS)
def test_the_name_of_a_backup_is_its_moment(at: int) -> None:
    assert moment_of(name_of(at)) == at


@pytest.mark.parametrize(
    "name", ["desk.db", "before-0002_mood.db", "desk-20261340T000000000000Z.db", ""]
)
def test_another_name_is_no_moment(name: str) -> None:
    assert moment_of(name) is None


def test_a_spelling_of_its_own_is_no_moment() -> None:
    assert moment_of("desk-20260303T090000123456Z.db") is not None
    assert moment_of("desk-20260303T090000123Z.db") is None


@given(st.sets(MOMENTS, max_size=200))
def test_what_is_kept_is_the_last_of_each_hour_and_day(moments: set[int]) -> None:
    found = kept(moments)
    assert found <= moments
    assert len(found) <= HOURS + DAYS
    assert not moments or max(moments) in found
    assert kept(found) == found


def test_a_month_of_hours_leaves_a_day_by_the_hour_and_two_weeks_by_the_day() -> None:
    moments = [hour * HOUR for hour in range(24 * 30)]
    found = sorted(kept(moments), reverse=True)
    assert found[:HOURS] == moments[:-25:-1]
    assert [at // DAY for at in found[HOURS:]] == [29 - day for day in range(1, DAYS)]


@pytest.mark.requirement("B2")
def test_a_backup_is_a_desk_that_holds_and_an_entry_with_its_head(app: App) -> None:
    take_in(app.desk, arrival(1), arrival(2))
    size = app.desk.read.log_size()
    made = make_backup(app)
    place = shelf_of(app.folder) / made.name
    assert (made.entries, made.problem) == (size, "")
    assert (verify_copy(place, app.verifier).root, flaw_of(app.folder, made)) == (made.root, "")
    entry = last_backup(app.desk.read)
    assert entry is not None
    assert entry.seq == size
    assert (entry.detail["root"], entry.detail["entries"]) == (made.root, size)
    assert name_of(int(str(entry.detail["made_at"]))) == made.name
    assert [path.name for path in shelf_of(app.folder).iterdir()] == [made.name]


def test_a_backup_is_due_an_hour_after_the_last_one_if_anything_happened(
    app: App, clock: Clock
) -> None:
    assert back_up_when_due(app) is not None
    assert back_up_at_exit(app) is None
    clock.pass_by(HOUR)
    assert back_up_when_due(app) is None
    take_in(app.desk, arrival(1))
    assert is_changed(app.desk.read)
    assert back_up_when_due(app) is not None
    take_in(app.desk, arrival(2))
    assert back_up_when_due(app) is None
    assert back_up_at_exit(app) is not None
    assert len(backups_of(app.folder)) == 2, "the earlier one of this hour went"
    clock.pass_by(-2 * HOUR)
    take_in(app.desk, arrival(3))
    made = back_up_when_due(app)
    assert made is not None
    assert made in backups_of(app.folder)


def test_the_copy_from_before_an_upgrade_is_a_backup_by_its_name(app: App, clock: Clock) -> None:
    take_in(app.desk, arrival(1))
    made = make_backup(app)
    copy = shelf_of(app.folder) / "before-0002_mood.db"
    shutil.copyfile(shelf_of(app.folder) / made.name, copy)
    clock.pass_by(HOUR)
    later = make_backup(app)
    os.utime(copy)  # as in a folder that was copied without the times of its files
    found = backup_named(app.folder, copy.name)
    assert (found.made_at, found.entries) == (made.last_at, made.entries)
    assert backup_named(app.folder, "latest").name == later.name
    assert backups_of(app.folder)[-1] == found
    assert flaw_of(app.folder, found) == ""


def test_old_backups_and_drafts_that_were_left_go(app: App, clock: Clock) -> None:
    shelf = shelf_of(app.folder)
    first = make_backup(app)
    clock.pass_by(1)
    other = draft_of(shelf / "desk-x.db")
    left = draft_of(shelf / "desk-y.db")
    for place in (other, left):
        place.touch()
    os.utime(left, ns=(0, 0))
    make_backup(app)
    assert other.exists()
    assert not left.exists()
    assert [each.name for each in backups_of(app.folder)] != [first.name]
    assert len(backups_of(app.folder)) == 1


def test_the_last_one_and_one_by_name_are_found(app: App) -> None:
    with pytest.raises(UsageError, match="There is no backup latest"):
        backup_named(app.folder, "latest")
    made = make_backup(app)
    assert backup_named(app.folder, "latest") == backup_named(app.folder, made.name) == made
    with pytest.raises(UsageError, match="There is no backup nothing"):
        backup_named(app.folder, "nothing")


def test_the_newest_is_the_one_whose_log_came_furthest(app: App, clock: Clock) -> None:
    """A clock that was behind for a day called the later one the older."""
    first = make_backup(app)
    clock.pass_by(-DAY)
    take_in(app.desk, arrival(1))
    second = make_backup(app)
    assert [each.name for each in backups_of(app.folder)] == [second.name, first.name]
    assert backup_named(app.folder, "latest") == second
    assert newest_on_shelf(app.folder) == first.made_at


def test_a_log_that_went_on_under_a_new_name_is_the_newer_one() -> None:
    assert [forks_of(each) for each in ("desk+1+k", "desk/fork-12+1+k", "desk/fork-3\n7\n")] == [
        0,
        12,
        3,
    ]


def overwritten(place: Path, start: int, filling: bytes) -> None:
    """Damage a file."""
    whole = place.read_bytes()
    place.write_bytes(whole[:start] + filling + whole[start + len(filling) :])


def test_a_damaged_backup_says_so(app: App) -> None:
    take_in(app.desk, *(arrival(n, "hoofdpijn " * 500) for n in range(20)))
    made = make_backup(app)
    place = shelf_of(app.folder) / made.name
    whole = place.read_bytes()
    overwritten(place, len(whole) // 8192 * 4096, b"\xff" * 4096)
    assert flaw_of(app.folder, made) != ""
    place.write_bytes(whole.replace(b'"action":"ingest"', b'"action":"digest"'))
    assert "entry 1 " in flaw_of(app.folder, made)
    place.write_bytes(b"")
    (found,) = backups_of(app.folder)
    assert "not the database of a desk" in found.problem
    assert flaw_of(app.folder, found) == found.problem


def test_a_head_that_is_not_of_its_log_is_a_problem(app: App) -> None:
    made = make_backup(app)
    place = shelf_of(app.folder) / made.name
    with contextlib.closing(sqlite3.connect(place, isolation_level=None)) as shell:
        shell.execute("UPDATE head SET size = size + 1")
    assert flaw_of(app.folder, made) != ""


@pytest.mark.requirement("B2")
def test_a_copy_that_does_not_hold_is_not_kept(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(source: Path, target: Path) -> None:
        copying.copy_database(source, target)
        whole = target.read_bytes()
        target.write_bytes(whole.replace(b'"action":"make-desk"', b'"action":"fake-desk"'))

    monkeypatch.setattr("webcare_desk.backups.make.copy_database", damaged)
    size = app.desk.read.log_size()
    with pytest.raises(CorruptFileError, match="was not kept: its log does not hold"):
        make_backup(app)
    assert list(shelf_of(app.folder).iterdir()) == []
    assert app.desk.read.log_size() == size


@pytest.mark.requirement("B2", "A7")
def test_a_copy_that_is_not_what_its_log_says_is_not_kept_and_not_trusted(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in(app.desk, arrival(1))
    made = make_backup(app)

    def edited(source: Path, target: Path) -> None:
        copying.copy_database(source, target)
        forge_file(target, "UPDATE work SET aware_at = 1")

    with monkeypatch.context() as patch:
        patch.setattr("webcare_desk.backups.make.copy_database", edited)
        with pytest.raises(CorruptFileError, match="not what its log says"):
            make_backup(app)
    forge_file(shelf_of(app.folder) / made.name, "UPDATE work SET aware_at = 1")
    assert flaw_of(app.folder, made) == "work 1: aware_at changed without an entry"


def test_without_room_there_is_a_sentence_and_no_half_backup(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(source: Path, target: Path) -> None:
        del source
        target.write_bytes(b"half")
        msg = "The disk is full."
        raise DiskFullError(msg)

    monkeypatch.setattr("webcare_desk.backups.make.copy_database", full)
    with pytest.raises(DiskFullError):
        make_backup(app)
    assert list(shelf_of(app.folder).iterdir()) == []


def test_a_backup_that_would_fill_the_disk_is_not_begun(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = (app.folder / DATABASE).stat().st_size
    room = Room(app.folder, Limits(0, 10 * MB, 0))
    tight = replace(app, desk=replace(app.desk, room=room))
    monkeypatch.setattr(Room, "free", lambda _: 10 * MB + size - 1)
    with pytest.raises(DiskFullError, match="no room for a backup"):
        make_backup(tight)
    assert not shelf_of(app.folder).exists()
    monkeypatch.setattr(Room, "free", lambda _: 10 * MB + size)
    assert make_backup(tight) in backups_of(app.folder)


def test_a_backup_without_its_entry_does_not_stay(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk filled up meanwhile: its entry cannot wait for another copy each minute."""
    room = Room(app.folder, Limits(0, 10 * MB, 0))
    tight = replace(app, desk=replace(app.desk, room=room))
    left = iter([100 * MB])
    monkeypatch.setattr(Room, "free", lambda _: next(left, 0))
    with pytest.raises(DiskFullError, match="one may not do this: record-backup"):
        make_backup(tight)
    assert list(shelf_of(app.folder).iterdir()) == []
    assert last_backup(app.desk.read) is None


def test_a_file_in_place_of_the_shelf_is_a_sentence(app: App) -> None:
    shelf_of(app.folder).touch()
    with pytest.raises(StoreError, match="backups cannot be used"):
        make_backup(app)


def test_a_disk_with_the_shelf_that_is_not_there_is_a_sentence(app: App, tmp_path: Path) -> None:
    shelf_of(app.folder).symlink_to(tmp_path / "unmounted")
    with pytest.raises(StoreError, match=r"backups is not there: .* leads to .*unmounted"):
        make_backup(app)


def test_versions_of_the_protocol_are_kept_beside_the_backups(app: App) -> None:
    kept = archive(app.protocols, app.folder, "d" * 64)
    before = {name: text_of(kept, name) for name in files_of(kept)}
    make_backup(app)
    make_backup(app)
    shutil.rmtree(kept.parent)
    copy_versions(shelf_of(app.folder), app.folder)
    assert before
    assert {name: text_of(kept, name) for name in files_of(kept)} == before
