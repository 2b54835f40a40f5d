"""0018: a thread may be erased with its last comment."""

from sqlite_utils import Database

from webcare_desk.store import tables
from webcare_desk.store.sqlite.migrations.erasure import let_blank


def threads(db: Database) -> None:
    """Let a thread be blanked where a tombstone stands for it."""
    let_blank(db, tables.THREAD, "NEW.title = '' AND NEW.remote GLOB 'erased:*'")
