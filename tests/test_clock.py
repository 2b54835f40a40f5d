"""What the machine's clocks say, also on a machine that says little."""

import sys
import time
from pathlib import Path

import pytest

from webcare_desk import clock
from webcare_desk.clock import Machine, boot_id, elapsed, offset_at, this_machine, zone_name
from webcare_desk.domain.audit import Stamp

SUMMER, WINTER = 1_783_000_000_000_000, 1_767_300_000_000_000


def test_the_zone_is_the_one_that_the_environment_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    time.tzset()
    assert zone_name() == "Europe/Amsterdam"
    assert (offset_at(SUMMER), offset_at(WINTER)) == (120, 60)
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("link", "zone"),
    [("/usr/share/zoneinfo/Europe/Brussels", "Europe/Brussels"), (None, "W. Europe (x)")],
)
def test_else_the_one_that_the_system_links_or_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, link: str | None, zone: str
) -> None:
    if link is not None:
        (tmp_path / "localtime").symlink_to(link)
    monkeypatch.setattr(clock, "_LOCALTIME", tmp_path / "localtime")
    monkeypatch.setenv("TZ", "ik ben Anna\n")
    monkeypatch.setattr(time, "tzname", ("W. Europe (x)", ""))
    assert zone_name() == zone


def test_a_machine_that_names_no_zone_is_not_asked_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "_LOCALTIME", tmp_path / "none")
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setattr(time, "tzname", ("", ""))
    assert zone_name() == "unknown"


def test_a_start_has_an_id_and_where_there_is_none_the_process_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(boot_id()) == 32
    monkeypatch.setattr(clock, "_BOOT_ID", tmp_path / "none")
    assert len(boot_id()) == 32
    assert boot_id() != boot_id()


def test_the_other_clock_only_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    first = elapsed()
    assert first <= elapsed()
    monkeypatch.setattr(sys, "platform", "darwin")
    assert elapsed() <= time.monotonic_ns() // 1000


@pytest.mark.requirement("A10")
def test_a_stamp_is_everything_at_one_time() -> None:
    machine = Machine("UTC", "b", lambda at: at // 7, lambda: 3)
    assert machine.stamp(14) == Stamp(14, "UTC", 2, "b", 3)
    assert this_machine().stamp(0).boot == this_machine().boot
