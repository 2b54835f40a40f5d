"""What a moderator is typing: no record, so outside the log and without an entry."""

import sqlite3


def keep(db: sqlite3.Connection, comment: int, author: str, body: str, at: int) -> None:
    """Keep a draft, on the words of `at`, in place of the one before; an empty one is removed.

    Nothing is kept for what was erased: somebody was still typing there, and no erasure comes again.
    """
    if body:
        db.execute(
            "INSERT INTO draft(comment, author, body, at) "
            "SELECT id, ?, ?, ? FROM comment WHERE id = ? AND length(salt) > 0 "
            "ON CONFLICT DO UPDATE SET body = excluded.body, at = excluded.at",
            (author, body, at, comment),
        )
    else:
        db.execute("DELETE FROM draft WHERE comment = ? AND author = ?", (comment, author))
