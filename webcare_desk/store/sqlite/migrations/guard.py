"""The triggers that refuse a change outside an entry, and how a script is run."""

from collections.abc import Sequence

from sqlite_utils import Database

from webcare_desk.store import tables
from webcare_desk.store.table import Table


def run(db: Database, script: str) -> None:
    """Run a script statement by statement: executescript would commit."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if line.rstrip().endswith(";") and _complete(statement):
            db.execute(statement)
            statement = ""


def _complete(statement: str) -> bool:
    return "CREATE TRIGGER" not in statement or statement.rstrip().endswith("END;")


def guard(db: Database, audited: Sequence[Table]) -> None:
    """Refuse a change of these tables outside an entry, and any change of evidence."""
    for table in audited:
        for verb in ("INSERT", "UPDATE", "DELETE"):
            db.execute(_guard(table.name, verb))
    for table in audited:
        if table in tables.IMMUTABLE:
            sentence = f"{table.name} is evidence and is never changed"
            db.execute(_refusal(table.name, "UPDATE", sentence))


def log_guards(db: Database) -> None:
    """Refuse any change of the log, and an entry that comes through no door."""
    db.execute(_refusal("entry", "UPDATE", "an entry is never changed"))
    db.execute(_refusal("entry", "DELETE", "an entry is never deleted"))
    db.execute(_refusal("head", "DELETE", "the head is never deleted"))
    db.execute(_entry_guard())
    db.execute(_door_guard())
    db.execute(_refusal("door", "UPDATE", "a door is never moved"))
    db.execute("CREATE TRIGGER entry_closes AFTER INSERT ON entry BEGIN DELETE FROM door; END")


def _guard(table: str, verb: str) -> str:
    return (
        f"CREATE TRIGGER {table}_{verb.lower()}_needs_entry BEFORE {verb} ON {table} "  # noqa: S608 - names from tables.py
        "WHEN NOT EXISTS (SELECT 1 FROM door) "
        f"BEGIN SELECT RAISE(ABORT, '{table} changes only within an entry'); END"
    )


def _refusal(table: str, verb: str, sentence: str) -> str:
    return (
        f"CREATE TRIGGER {table}_{verb.lower()}_refused BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
    )


def _door_guard() -> str:
    """Refuse a door for an entry that is written already: it would stay open."""
    return (
        "CREATE TRIGGER door_is_for_the_next BEFORE INSERT ON door "
        "WHEN NEW.seq <> (SELECT coalesce(max(seq) + 1, 0) FROM entry) "
        "BEGIN SELECT RAISE(ABORT, 'a door opens for the next entry only'); END"
    )


def _entry_guard() -> str:
    return (
        "CREATE TRIGGER entry_needs_door BEFORE INSERT ON entry "
        "WHEN NOT EXISTS (SELECT 1 FROM door WHERE seq = NEW.seq) "
        "OR NEW.seq <> (SELECT coalesce(max(seq) + 1, 0) FROM entry) "
        "BEGIN SELECT RAISE(ABORT, 'an entry is written through the open door'); END"
    )
