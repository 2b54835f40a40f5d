"""A desk that an earlier version made holds by the rules it had; no other rules do."""

from pathlib import Path

import pytest

from tests.support.desks import ORIGIN, Bench, Clock
from tests.support.earlier import program_of
from webcare_desk.actions import MakeDesk
from webcare_desk.desk import Desk
from webcare_desk.domain.moderator import system_actor
from webcare_desk.store.sqlite.opening import MIGRATIONS, create_store
from webcare_desk.vault.signing import Signer

NOT_OURS = "not those of this program"


def made_by(version: int, folder: Path) -> Bench:
    """Make a desk as the program with so many migrations made it."""
    signer, clock = Signer.generate(ORIGIN), Clock()
    with program_of(version):
        desk = Desk(create_store(folder, signer, ORIGIN), clock)
        desk.perform(MakeDesk(ORIGIN, signer.verifier, is_demo=False), system_actor())
        desk.store.close()
    return Bench(desk, folder, signer, clock)


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_a_desk_of_an_earlier_version_holds(tmp_path: Path, version: int) -> None:
    bench = made_by(version, tmp_path)
    assert bench.verify().flaw is None
    bench.reopen()
    assert bench.verify().flaw is None
    bench.desk.store.close()


@pytest.mark.parametrize(
    ("change", "flaw"),
    [
        ("DROP TRIGGER entry_delete_refused", "trigger entry_delete_refused was dropped"),
        ("CREATE TABLE extra(a)", "table extra was added"),
        ("UPDATE _sqlite_migrations SET name = '0999_future' WHERE id = 16", NOT_OURS),
        ("DELETE FROM _sqlite_migrations WHERE id = 3", NOT_OURS),
        ("DELETE FROM _sqlite_migrations", NOT_OURS),
        ("DELETE FROM _sqlite_migrations WHERE id = 16", "was added"),
        ("UPDATE _sqlite_migrations SET id = 99 WHERE id = 3", NOT_OURS),
        ("DROP TABLE _sqlite_migrations", "cannot be read"),
    ],
)
def test_what_differs_from_the_rules_it_lists_is_found(
    tmp_path: Path, change: str, flaw: str
) -> None:
    bench = made_by(16, tmp_path)
    with bench.shell() as shell:
        shell.execute(change)
    assert flaw in (bench.verify().flaw or "")
