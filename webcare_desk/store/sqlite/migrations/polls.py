"""0021: how many polls a gap is made of; a record from before says nothing, and is one."""

from sqlite_utils import Database

from webcare_desk.store.sqlite.migrations.guard import run


def polls(db: Database) -> None:
    """Make the column."""
    run(db, "ALTER TABLE coverage ADD COLUMN polls INTEGER;\n")
