"""What was erased does not wait on a shelf: after thirty days no backup holds it."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

from tests.backups.conftest import Opened
from tests.support.desks import Clock
from tests.support.erasable import DAY, approved, bring, crew_of, erasure, found_in
from webcare_desk import erasing
from webcare_desk.app import App
from webcare_desk.backups.make import make_backup
from webcare_desk.backups.shelf import backups_of, shelf_of
from webcare_desk.domain.backup import Backup, stamp_of
from webcare_desk.domain.erasure import Retention
from webcare_desk.domain.spans import SECOND
from webcare_desk.store.sqlite.opening import MIGRATIONS


def aged(app: App, backup: Backup, clock: Clock) -> None:
    """Give the file of a backup the time that the desk's clock says it was made at."""
    at = backup.made_at * 1000
    os.utime(shelf_of(app.folder) / backup.name, ns=(at, at))
    clock.pass_by(31 * DAY)


def test_the_next_backup_after_thirty_days_throws_out_the_erased_text(
    opened: Opened, clock: Clock
) -> None:
    app = opened()
    crew = crew_of(app.desk)
    comment = bring(app.desk, crew["noor"])
    before = make_backup(app)
    request = approved(app.desk, crew, erasure(comment))
    left = erasing.erase(app.desk, crew["dee"].actor, request, app.folder, Retention()).backups
    assert [name for name, _ in left.left] == [before.name]
    assert {file for _, file in found_in(app.folder)} == {before.name}
    aged(app, before, clock)
    make_backup(app)
    clock.pass_by(4 * DAY)  # after a month without an entry the clock is not believed at once
    make_backup(app)
    assert before.name not in {each.name for each in backups_of(app.folder)}
    assert found_in(app.folder) == set()


def test_a_clock_that_stood_ahead_by_a_month_costs_no_backup(opened: Opened, clock: Clock) -> None:
    app = opened()
    crew = crew_of(app.desk)
    comment = bring(app.desk, crew["noor"])
    request = approved(app.desk, crew, erasure(comment))
    erasing.erase(app.desk, crew["dee"].actor, request, app.folder, Retention())
    good = make_backup(app)
    aged(app, good, clock)
    made = make_backup(app)
    left = erasing.finish(app.desk, crew["dee"].actor, app.folder)
    assert good.name in {each.name for each in backups_of(app.folder)}
    assert dict(left.left)[good.name] >= made.made_at + DAY
    clock.pass_by(DAY - 31 * DAY)  # set right: it goes on as if nothing had been
    make_backup(app)
    assert good.name in {each.name for each in backups_of(app.folder)}


def test_where_nothing_was_erased_an_old_backup_stays(opened: Opened, clock: Clock) -> None:
    """The twin: a desk that rested for a month keeps what it had."""
    app = opened()
    bring(app.desk, crew_of(app.desk)["noor"])
    before = make_backup(app)
    aged(app, before, clock)
    make_backup(app)
    assert before.name in {each.name for each in backups_of(app.folder)}
    assert before.name in {file for _, file in found_in(app.folder)}


def test_a_folder_that_was_copied_keeps_no_backup_longer(opened: Opened, clock: Clock) -> None:
    app = opened()
    crew = crew_of(app.desk)
    comment = bring(app.desk, crew["noor"])
    before = make_backup(app)
    words = (shelf_of(app.folder) / before.name).read_bytes()
    aside = app.folder / f"replaced-{stamp_of(before.made_at)}"
    aside.mkdir()
    (aside / "desk.db").write_bytes(words)
    upgrade = shelf_of(app.folder) / f"before-{MIGRATIONS[-1]}.db"
    upgrade.write_bytes(words)
    with closing(sqlite3.connect(app.folder / "desk.db", isolation_level=None)) as shell:
        shell.execute("UPDATE _sqlite_migrations SET applied_at = ?", (f"{day_of(clock)} 00:00",))
    request = approved(app.desk, crew, erasure(comment))
    left = erasing.erase(app.desk, crew["dee"].actor, request, app.folder, Retention()).backups
    assert left.until <= before.made_at + 30 * DAY
    for _ in range(8):  # a desk that is used now and then
        clock.pass_by(4 * DAY)
        for copied in (shelf_of(app.folder) / before.name, aside, upgrade):
            if copied.exists():
                os.utime(copied, ns=(clock() * 1000,) * 2)
        make_backup(app)
    assert found_in(app.folder) == set()


def day_of(clock: Clock) -> str:
    return datetime.fromtimestamp(clock() // SECOND, UTC).strftime("%Y-%m-%d")


def test_a_backup_of_an_unknown_upgrade_is_as_old_as_its_file(opened: Opened, clock: Clock) -> None:
    app = opened()
    shelf_of(app.folder).mkdir(exist_ok=True)
    upgrade = shelf_of(app.folder) / "before-0000_nothing.db"
    upgrade.write_bytes(b"")
    os.utime(upgrade, ns=(clock() * 1000,) * 2)
    left = erasing.remove_old_backups(app.folder, app.desk.read, clock()).left
    assert [at // DAY for name, at in left if name == upgrade.name] == [clock() // DAY + 30]
