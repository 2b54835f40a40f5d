"""0015: the public reply that an attempt sends, and whom an alarm about it has reached."""

from sqlite_utils import Database

from webcare_desk.store.sqlite.migrations.guard import run

_ASKING = """
ALTER TABLE inquiry ADD COLUMN delivery INTEGER REFERENCES delivery(id);
ALTER TABLE inquiry ADD COLUMN alarm TEXT;
ALTER TABLE inquiry ADD COLUMN alarmed_at INTEGER;
CREATE UNIQUE INDEX inquiry_delivery ON inquiry(delivery) WHERE delivery IS NOT NULL;
"""


def asking(db: Database) -> None:
    """Let an attempt name the reply that is sent for it, and its alarm."""
    run(db, _ASKING)
