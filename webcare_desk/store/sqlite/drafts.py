"""What a moderator is typing: no record, so outside the log and without an entry."""

import sqlite3


def keep(db: sqlite3.Connection, comment: int, author: str, body: str, at: int) -> None:
    """Keep a draft in place of the one before; an empty one is removed."""
    if body:
        db.execute(
            "INSERT INTO draft(comment, author, body, at) VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET body = excluded.body, at = excluded.at",
            (comment, author, body, at),
        )
    else:
        db.execute("DELETE FROM draft WHERE comment = ? AND author = ?", (comment, author))
