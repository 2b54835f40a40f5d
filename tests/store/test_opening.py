"""One place opens the database: its settings are proven, and no other file is touched."""

import ast
import sqlite3
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from tests.support.desks import ORIGIN, Bench, arrival, make_desk, take_in
from webcare_desk import store as store_package
from webcare_desk.errors import (
    CorruptFileError,
    ForeignFileError,
    NewerDeskError,
    ReadOnlyError,
    StoreError,
)
from webcare_desk.store.sqlite import connection as connecting
from webcare_desk.store.sqlite import migrations as migrating
from webcare_desk.store.sqlite import opening
from webcare_desk.store.sqlite.migrations.review import find_entries
from webcare_desk.store.sqlite.opening import MIGRATIONS, create_store, open_store
from webcare_desk.vault.signing import Signer

SAFE = {
    "journal_mode": "wal",
    "synchronous": 2,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "recursive_triggers": 1,
    "busy_timeout": 5000,
}
#: A value that each setting must not have.
UNSAFE = {
    "journal_mode": "delete",
    "synchronous": 1,
    "fullfsync": 0,
    "checkpoint_fullfsync": 0,
    "foreign_keys": 0,
    "secure_delete": 0,
    "trusted_schema": 1,
    "cell_size_check": 0,
    "mmap_size": 4096,
    "recursive_triggers": 0,
    "busy_timeout": 1,
}
SIGNER = Signer.generate(ORIGIN)


def settings_of(connection: sqlite3.Connection) -> dict[str, object]:
    """Return what a connection answers."""
    return {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in SAFE}


def test_every_connection_of_every_thread_is_safe(bench: Bench) -> None:
    take_in(bench.desk, arrival(1))
    worker = threading.Thread(target=take_in, args=(bench.desk, arrival(2)))
    worker.start()
    worker.join()
    assert bench.desk.read.work(2) is not None
    opened = bench.store._opened
    assert len(opened) == 3
    assert [settings_of(connection) for connection in opened] == [SAFE] * 3


@pytest.mark.parametrize("name", SAFE)
def test_a_connection_that_is_set_otherwise_is_refused(
    pristine: Bench, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    class Careless(sqlite3.Connection):
        """A library that was built to know better."""

        def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:  # noqa: ANN401 - as the base class
            if sql.startswith(f"PRAGMA {name} ="):
                sql = f"PRAGMA {name} = {UNSAFE[name]}"
            return super().execute(sql, *values)

    def connect(path: str, **options: Any) -> sqlite3.Connection:  # noqa: ANN401 - the same
        return Careless(path, **options)

    monkeypatch.setattr(sqlite3, "connect", connect)
    with pytest.raises(StoreError, match=f"does not accept {name}"):
        connecting.connect(pristine.database)


def test_a_connection_that_nobody_set_is_not_safe(pristine: Bench) -> None:
    """The twin: what SQLite gives by itself would be refused."""
    with pristine.shell() as shell:
        assert settings_of(shell) != SAFE


def test_nothing_but_the_connection_opens_the_desk() -> None:
    """Copies, the replay's own file, the schema in memory and a look at the lock are no desks.

    Nor is the desk that a qualification makes, to try past the program what must be refused.
    """
    allowed = {
        "alone.py": 1,
        "connection.py": 3,
        "copying.py": 2,
        "opening.py": 1,
        "past.py": 1,
        "proof.py": 3,
        "replay.py": 1,
        "schema.py": 1,
        "verify.py": 1,
    }
    folder = Path(store_package.__file__).parents[1]
    found: dict[str, int] = {}
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "sqlite3.connect":
                found[path.name] = found.get(path.name, 0) + 1
    assert found == allowed


def test_every_table_is_strict(pristine: Bench) -> None:
    with pristine.shell() as shell:
        tables = shell.execute("PRAGMA table_list").fetchall()
    lax = {row[1] for row in tables if row[2] == "table" and not row[5]}
    theirs = {"_sqlite_migrations", "sqlite_schema", "sqlite_temp_schema", "sqlite_sequence"}
    assert lax <= theirs


def test_a_desk_is_not_made_over_another_file(tmp_path: Path) -> None:
    database = tmp_path / "desk.db"
    database.write_bytes(b"mine")
    with pytest.raises(ForeignFileError, match="never made over another file"):
        create_store(tmp_path, SIGNER, ORIGIN)
    assert database.read_bytes() == b"mine"


def test_a_start_that_was_cut_off_is_begun_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(path: Path, *, create: bool) -> None:
        connecting.connect(path, create=create).close()
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(opening, "migrate", cut_off)
        with pytest.raises(KeyboardInterrupt):
            create_store(tmp_path, SIGNER, ORIGIN)
    assert not (tmp_path / "desk.db").exists()
    assert (tmp_path / "desk.db.new").exists()
    make_desk(tmp_path).store.close()
    assert sorted(path.name for path in tmp_path.glob("desk.db.new*")) == []


def test_a_folder_without_a_desk_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"There is no desk at .*: its database desk\.db"):
        open_store(tmp_path, SIGNER, ORIGIN)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ReadOnlyError, match="cannot be opened"):
        create_store(tmp_path / "none", SIGNER, ORIGIN)


def test_a_desk_of_a_newer_program_is_refused(bench: Bench) -> None:
    bench.desk.store.close()
    with bench.shell() as shell:
        shell.execute(
            "INSERT INTO _sqlite_migrations(migration_set, name, applied_at) "
            "VALUES ('webcare-desk', '0999_future', '2099')"
        )
    whole = bench.database.read_bytes()
    with pytest.raises(NewerDeskError, match=r"newer Webcare Desk \(0999_future\)"):
        bench.reopen()
    assert bench.database.read_bytes() == whole
    with bench.shell() as shell:
        shell.execute("DELETE FROM _sqlite_migrations WHERE name = '0999_future'")


def with_a_second_step(patch: pytest.MonkeyPatch, *, fails: bool) -> None:
    """Let this program know one migration more."""
    first = migrating.migrations

    def both() -> Migrations:
        steps = first()

        @steps(name="0002_mood")
        def mood(db: Database) -> None:
            db.execute("ALTER TABLE draft ADD COLUMN mood TEXT")
            if fails:
                db.execute("SELECT 1 FROM nowhere")

        return steps

    patch.setattr(migrating, "migrations", both)
    patch.setattr(opening, "MIGRATIONS", (*MIGRATIONS, "0002_mood"))


def test_before_a_migration_the_desk_is_copied(
    victim: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = victim.desk.read.log_size()
    victim.desk.store.close()
    with_a_second_step(monkeypatch, fails=False)
    victim.reopen()
    victim.require_sound()
    with victim.shell() as shell:
        assert shell.execute("SELECT count(mood) FROM draft").fetchone() == (0,)
    copy = replace(victim, folder=victim.folder / "backups")
    (copy.folder / "before-0002_mood.db").rename(copy.database)
    with copy.shell() as shell:
        assert shell.execute("SELECT count(*) FROM entry").fetchone() == (size,)
        columns = shell.execute("SELECT name FROM pragma_table_info('draft')").fetchall()
    assert ("mood",) not in columns


def test_a_migration_that_fails_changes_nothing(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.desk.store.close()
    with monkeypatch.context() as patch:
        with_a_second_step(patch, fails=True)
        with pytest.raises(StoreError, match="no such table: nowhere"):
            bench.reopen()
    with bench.shell() as shell, pytest.raises(sqlite3.OperationalError, match="mood"):
        shell.execute("SELECT mood FROM draft")
    bench.reopen()


def test_without_a_copy_there_is_no_migration(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.desk.store.close()
    backups = bench.folder / "backups"
    backups.write_bytes(b"a file where a folder belongs")
    with monkeypatch.context() as patch:
        with_a_second_step(patch, fails=False)
        with pytest.raises(ReadOnlyError, match="was not migrated"):
            bench.reopen()
        backups.unlink()
        (backups / "before-0002_mood.db").mkdir(parents=True)
        with pytest.raises(StoreError, match=r"before-0002_mood\.db"):
            bench.reopen()
    bench.reopen()


def test_a_desk_too_large_for_a_quick_look_is_opened_without_it(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    with bench.shell() as shell:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = 'inquiry_open'"
        (page,), (size,) = (
            shell.execute(query).fetchone(),
            shell.execute("PRAGMA page_size").fetchone(),
        )
    bench.desk.store.close()
    whole = bench.database.read_bytes()
    place = (page - 1) * size  # an index that opening a desk does not read
    bench.database.write_bytes(whole[:place] + b"\xff" * size + whole[place + size :])
    with pytest.raises(CorruptFileError, match="is damaged"):
        bench.reopen()
    monkeypatch.setattr(opening, "_QUICK_CHECK_BYTES", 0)
    bench.reopen()
    bench.desk.store.close()
    bench.database.write_bytes(whole)


def test_a_replay_needs_a_file_of_its_own(bench: Bench) -> None:
    (bench.folder / "replay-1.db").touch()
    with pytest.raises(StoreError, match="needs a file of its own"):
        bench.replay()


def test_the_entries_of_an_older_desk_are_found_by_filter_after_its_migration(
    victim: Bench,
) -> None:
    """A desk from before the list of blocks gets it with everything that is in its log."""
    with victim.shell() as shell:
        before = set(shell.execute("SELECT kind, name, block FROM entry_found").fetchall())
        shell.execute("DROP TRIGGER entry_is_found")
        shell.execute("DROP TABLE entry_found")
        shell.execute("CREATE INDEX entry_actor ON entry(actor, seq)")
        find_entries(Database(shell))
        after = set(shell.execute("SELECT kind, name, block FROM entry_found").fetchall())
        kept = {name for (name,) in shell.execute("SELECT name FROM sqlite_schema")}
    assert after == before
    assert "entry_is_found" in kept
    assert "entry_actor" not in kept
