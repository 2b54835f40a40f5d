"""`doctor` holds the clock against the log, and looks for the backups that are told of."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import Console
from webcare_desk import actions
from webcare_desk.backups.make import make_backup
from webcare_desk.domain.moderator import system_actor


def test_one_act_by_a_clock_that_is_wrong_does_not_make_it_right(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "The clock" not in console.run("doctor").out
    with console.opened() as app:
        behind = app.desk.clock() - 100_000_000_000
        back = replace(app.desk, clock=lambda: behind)
        back.perform(actions.RecordFailedLogin("x"), system_actor())
    monkeypatch.setattr("webcare_desk.clock.now", lambda: behind)
    assert "lacks clock     The clock is wrong: the log has an entry of" in (
        console.run("doctor").out
    )
    monkeypatch.setattr("webcare_desk.inspection._RECENT", 1)
    assert "The clock" not in console.run("doctor").out, "it was put right long ago"


def test_the_backup_that_is_really_there_is_told(console: Console, tmp_path: Path) -> None:
    shelf = console.folder / "backups"
    assert "backups   none has been made" in console.run("doctor").out
    with console.opened() as app:
        made = make_backup(app)
    assert f"backups   {made.name}, 0 hours old" in console.run("doctor").out
    shelf.rename(tmp_path / "elsewhere")
    lack = console.run("doctor").out
    assert f"lacks backups   No backup is in {shelf}; the log tells of one of" in lack
    assert "mend: webcare-desk backup make" in lack
    shelf.symlink_to(tmp_path / "unmounted")
    assert f"{shelf} leads to {tmp_path / 'unmounted'}" in console.run("doctor").out
    shelf.unlink()
    shelf.touch()
    assert f"lacks backups   {shelf} is no folder" in console.run("doctor").out
