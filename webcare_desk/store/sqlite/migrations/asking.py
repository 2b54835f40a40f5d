"""0015: the public reply that an attempt sends."""

from sqlite_utils import Database

from webcare_desk.store.sqlite.migrations.guard import run

_ASKING = """
ALTER TABLE inquiry ADD COLUMN delivery INTEGER REFERENCES delivery(id);
CREATE UNIQUE INDEX inquiry_delivery ON inquiry(delivery) WHERE delivery IS NOT NULL;
"""


def asking(db: Database) -> None:
    """Let an attempt name the reply that is sent for it."""
    run(db, _ASKING)
