"""Changing a desk's file as a forger does."""

import contextlib
import sqlite3
from pathlib import Path


def forge(desk: Path, *statements: str) -> None:
    """Run statements on the database of a desk while its triggers are away."""
    forge_file(desk / "desk.db", *statements)


def forge_file(database: Path, *statements: str) -> None:
    """Run statements on a database while its triggers are away."""
    with contextlib.closing(sqlite3.connect(database, isolation_level=None)) as shell:
        names = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        triggers = shell.execute(names).fetchall()
        for name, _ in triggers:
            shell.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            shell.execute(statement)
        for _, sql in triggers:
            shell.execute(sql)
