"""Room on the disk: the levels, the ballast, and what is still done when there is little."""

import errno
from pathlib import Path

import pytest

from tests.support.desks import Bench, arrival, escalate, log_in, take_in
from webcare_desk.desk import Desk
from webcare_desk.domain.moderator import Role
from webcare_desk.errors import DiskFullError
from webcare_desk.store.room import FILE, Level, Limits, Room, require_room

HUGE = 10**18


def test_the_level_follows_what_is_free(tmp_path: Path) -> None:
    assert Room(tmp_path, Limits(0, 0, 0)).level() is Level.ENOUGH
    assert Room(tmp_path, Limits(HUGE, 0, 0)).level() is Level.SCARCE
    assert Room(tmp_path, Limits(HUGE, HUGE, 0)).level() is Level.LOW
    assert Room(tmp_path / "nowhere").level() is Level.LOW


def test_the_ballast_is_laid_once_and_given_up_once(tmp_path: Path) -> None:
    room = Room(tmp_path, Limits(0, 0, 2_500_000))
    assert not room.has_ballast
    assert room.keep_ballast()
    assert room.keep_ballast()
    assert (tmp_path / FILE).stat().st_size == 2_500_000
    assert room.give_up()
    assert not room.give_up()
    assert list(tmp_path.iterdir()) == []


def test_no_ballast_is_laid_where_there_is_no_room_or_no_folder(tmp_path: Path) -> None:
    assert not Room(tmp_path, Limits(0, HUGE, 1)).keep_ballast()
    (tmp_path / FILE).mkdir()
    (tmp_path / FILE / "x").touch()
    assert not Room(tmp_path, Limits(0, 0, HUGE // 10)).keep_ballast()
    assert not Room(tmp_path, Limits(0, 0, 9_999_999)).keep_ballast()


def test_on_a_nearly_full_disk_only_what_cannot_wait_is_done(bench: Bench) -> None:
    anna = log_in(bench.desk, frozenset({Role.SUPERVISOR}))[Role.SUPERVISOR]
    (comment,) = take_in(bench.desk, arrival(1))
    desk = Desk(bench.desk.store, bench.clock, room=Room(bench.folder, Limits(HUGE, HUGE, 0)))
    with pytest.raises(DiskFullError, match="Escalating to PV still works"):
        take_in(desk, arrival(2))
    assert desk.read.escalation(escalate(desk, comment, anna)) is not None
    assert take_in(bench.desk, arrival(2)) == [2]


def test_a_probe_leaves_nothing_and_passes_over_other_troubles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    require_room(tmp_path / "desk.db")
    require_room(tmp_path / "nowhere" / "desk.db")
    assert list(tmp_path.iterdir()) == []

    def full(path: Path, data: bytes) -> int:
        del path, data
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(DiskFullError, match="cannot even be opened safely"):
        require_room(tmp_path / "desk.db")
