"""The SQLite that this Python brings: an older one takes a sound desk for a damaged one."""

import sqlite3
from typing import Final

from webcare_desk.errors import NewerDeskError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

#: The first that knows STRICT tables.
LEAST: Final = (3, 37)


def require_sqlite() -> str:
    """Return the version of SQLite; refuse one that cannot read a desk."""
    if sqlite3.sqlite_version_info < LEAST:
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said",
                "This Python has SQLite {found}; the desk needs {least} or newer: take another Python.",
            ),
            found=sqlite3.sqlite_version,
            least=".".join(map(str, LEAST)),
        )
        raise NewerDeskError(msg)
    return sqlite3.sqlite_version
