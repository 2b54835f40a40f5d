"""The store in one SQLite file: a connection for each thread, one writer at a time."""

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

from webcare_desk.store.sqlite import drafts, erasing, log
from webcare_desk.store.sqlite.connection import connect, lengthen_wal, translated
from webcare_desk.store.sqlite.epochs import read_epoch
from webcare_desk.store.sqlite.evidence import EvidenceReads
from webcare_desk.store.sqlite.log import HeadKeys, LogHead, Seal
from webcare_desk.store.sqlite.reads import AllReads
from webcare_desk.store.sqlite.session import SqliteSession


class SqliteStore(AllReads, EvidenceReads):
    """The desk's memory in `path`; may be used from any thread."""

    def __init__(self, path: Path, keys: HeadKeys, origin: str) -> None:
        """Use the existing database at `path`; see `opening.open_store`."""
        self._path = path
        self._keys = keys
        self._origin = origin
        self._seal: Seal | None = None
        self._size = -1  # of the log after the last act of this store
        #: The head after that act, and on which connection, at which version of the data.
        self._head: tuple[sqlite3.Connection, int, LogHead] | None = None
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._writing = threading.Lock()

    def close(self) -> None:
        """Close every connection that any thread opened."""
        while self._opened:
            self._opened.pop().close()
        self._local = threading.local()

    @contextlib.contextmanager
    def write(self) -> Iterator["SqliteSession"]:
        """Open the one transaction in which something may change.

        It takes the write lock at once (BEGIN IMMEDIATE), opens the door that
        the triggers ask for, and commits only if the session was sealed.
        """
        with self._writing, translated(self._path):
            db = self._connection(writer=True)
            db.execute("BEGIN IMMEDIATE")
            try:
                head, version = self._head_now(db)
                seal = self._seal_after(db, head)  # first: what is only read says why itself
                db.execute("INSERT INTO door(id, seq) VALUES (1, ?)", (head.edge.size,))
                session = SqliteSession(db, seal, head)
                yield session
                session.require_sealed()
                db.execute("COMMIT")
                self._size = head.edge.size + 1 if session.keeps_key else -1
                self._head = None if session.after is None else (db, version, session.after)
            finally:
                if db.in_transaction:
                    db.execute("ROLLBACK")

    def _head_now(self, db: sqlite3.Connection) -> tuple[LogHead, int]:
        """Return the head, and by which version of the data it was read or kept.

        The version changes when any other connection commits
        (sqlite.org/pragma.html#pragma_data_version); until then ours is kept.
        """
        version: int = db.execute("PRAGMA data_version").fetchone()[0]
        if self._head is not None and self._head[:2] == (db, version):
            return self._head[2], version
        return log.head_to_follow(db), version

    def _seal_after(self, db: sqlite3.Connection, head: LogHead) -> Seal:
        """Return the key in force; another program may have handed over since our last act."""
        if self._seal is None or head.edge.size != self._size:
            epoch = read_epoch(db)
            if self._seal is None or epoch != self._seal.epoch:
                self._seal = Seal(self._keys.signer_of(epoch), self._origin, epoch)
        return self._seal

    def scrub(self) -> None:
        """Write over what erased text left in the files; BusyError while another reads it."""
        with self._writing, translated(self._path):
            erasing.scrub(self._connection(writer=True))

    def keep_draft(self, comment: int, author: str, body: str, at: int) -> None:
        """Keep what a moderator is typing; an empty draft is removed."""
        with self._reading() as db:
            drafts.keep(db, comment, author, body, at)

    def leaves(self, first: int = 0) -> Iterator[tuple[int, bytes]]:
        """Yield number and bytes of every entry from `first` on, in order."""
        with self._reading() as db:
            yield from log.leaves(db, first)

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let every read of this thread see one and the same moment for a while."""
        with self._reading() as db:
            db.execute("BEGIN")
            db.execute("SELECT 1 FROM sqlite_schema").fetchone()  # from here on it is fixed
        try:
            yield
        finally:
            db.execute("ROLLBACK")

    @contextlib.contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with translated(self._path):
            yield self._connection(writer=False)

    def _connection(self, *, writer: bool) -> sqlite3.Connection:
        name = "writer" if writer else "reader"
        found: sqlite3.Connection | None = getattr(self._local, name, None)
        if found is None:
            found = connect(self._path)
            self._opened.append(found)
            setattr(self._local, name, found)
            if writer:
                lengthen_wal(found)
        return found
