"""A desk that another program upgrades, or has upgraded: nothing is taken for harm."""

from pathlib import Path

import pytest

from tests.support.desks import Bench
from webcare_desk.errors import BusyError, NewerDeskError, StoreError
from webcare_desk.store.sqlite import opening
from webcare_desk.store.sqlite.opening import MIGRATIONS

_ROW = "INSERT INTO _sqlite_migrations(migration_set, name, applied_at) VALUES (?, ?, '2099')"


def listed(bench: Bench, name: str) -> None:
    """Put a migration on the list of those that have run."""
    with bench.shell() as shell:
        shell.execute(_ROW, ("webcare-desk", name))


@pytest.mark.parametrize("log_only", [True, False])
def test_what_a_newer_program_wrote_is_not_called_tampered(
    victim: Bench, *, log_only: bool
) -> None:
    listed(victim, "0099_later")
    with pytest.raises(NewerDeskError, match=r"by a newer Webcare Desk \(0099_later\)"):
        victim.verify(log_only=log_only)


def test_a_list_that_does_not_begin_with_ours_is_a_flaw(victim: Bench) -> None:
    with victim.shell() as shell:
        shell.execute("DELETE FROM _sqlite_migrations WHERE name = ?", (MIGRATIONS[-1],))
    listed(victim, "0099_later")
    assert "are not those of this program" in (victim.verify().flaw or "")


class Other:
    """Another program that is upgrading the desk, and is one step ahead each time."""

    def __init__(self, bench: Bench, steps: int) -> None:
        """Upgrade `bench` by so many steps."""
        self.bench, self.left, self.tries = bench, steps, 0

    def migrate(self, _: Path) -> None:
        """Do the next step first, so that this one fails."""
        self.tries += 1
        if self.left:
            self.left -= 1
            listed(self.bench, f"0099_{self.tries}")
            msg = "UNIQUE constraint failed: _sqlite_migrations.name."
            raise StoreError(msg)


@pytest.mark.parametrize(("steps", "tries"), [(2, 2), (1, 2)])
def test_a_step_that_another_program_took_first_is_no_failure(
    victim: Bench, monkeypatch: pytest.MonkeyPatch, steps: int, tries: int
) -> None:
    other = Other(victim, steps)
    monkeypatch.setattr(opening, "MIGRATIONS", (*MIGRATIONS, "0099_1", "0099_2"))
    monkeypatch.setattr(opening, "migrate", other.migrate)
    opening._upgrade(victim.database, len(MIGRATIONS))
    assert other.tries == tries


def test_a_step_that_failed_by_itself_is_told(
    victim: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_: Path) -> None:
        raise BusyError

    monkeypatch.setattr(opening, "migrate", busy)
    with pytest.raises(BusyError):
        opening._upgrade(victim.database, len(MIGRATIONS))


def test_a_copy_of_what_is_upgraded_by_then_does_not_pass_for_one_from_before(
    victim: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed(victim, "0099_1")
    monkeypatch.setattr(opening, "MIGRATIONS", (*MIGRATIONS, "0099_1"))
    opening._copy_aside(victim.database, len(MIGRATIONS))
    assert list((victim.folder / "backups").iterdir()) == []
