"""An open transaction: the verbs of change, each recorded for the entry."""

import contextlib
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from webcare_desk.domain.audit import Detail, Details, Digest, Name
from webcare_desk.domain.epoch import Epoch, KeyHandover
from webcare_desk.domain.inbox import Status, Work
from webcare_desk.errors import StaleError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Act, LogFilter
from webcare_desk.store.sqlite import log, rows
from webcare_desk.store.sqlite.inbox import WORK_COLUMNS, work_of
from webcare_desk.store.sqlite.log import LogHead, Seal
from webcare_desk.store.table import Table

if TYPE_CHECKING:  # the list is painted without them
    from webcare_desk.domain.audit import AuditEntry
    from webcare_desk.domain.triage import Arrival, Ingested, Triage
from webcare_desk.store.sqlite.reads import AllReads

#: What was done with a comment before it was reworded: no comment has more.
_ENTRIES = 10_000


class SqliteSession(AllReads):
    """An open transaction; see `store.base.Session`."""

    def __init__(self, db: sqlite3.Connection, seal: Seal, head: LogHead) -> None:
        """Work on a connection whose door is open after `head`."""
        self._db = db
        self._seal = seal
        self._head = head
        self._changes: list[list[object]] = []
        self._told: dict[str, Detail] = {}
        self._sealed = False
        #: The head after this act, as far as it is known without reading it.
        self.after: LogHead | None = None
        #: Whether the next act is signed by the same key.
        self.keeps_key = True
        #: The rows that this transaction has read to change them, as they are now.
        self._found: dict[tuple[str, int], rows.Row] = {}
        self._lent = contextlib.nullcontext(db)

    def _reading(self) -> contextlib.AbstractContextManager[sqlite3.Connection]:
        return self._lent

    def add(
        self,
        table: Table,
        values: Mapping[str, Detail],
        personal: Mapping[str, str | None] | None = None,
    ) -> int:
        """Insert a row and return its key."""
        key, change = rows.add(self._db, table, values, personal or {})
        self._changes.append(change)
        return key

    def change(
        self,
        table: Table,
        key: int,
        values: Mapping[str, Detail],
        personal: Mapping[str, str | None] | None = None,
    ) -> None:
        """Update a row; a row with a version gets the next one."""
        before = self._row(table, key)
        if before is None:
            msg = QT_TRANSLATE_NOOP(
                "Said", "There is no {table} {key} on this desk; read it again."
            )
            raise StaleError(Said.of(msg, table=table.name, key=key))
        change = rows.change(self._db, table, key, values, personal or {}, before)
        if change is not None:
            self._changes.append(change)

    def _row(self, table: Table, key: int) -> rows.Row | None:
        """Return a row as it stands; it is read once, for nobody else writes meanwhile."""
        found = self._found.get((table.name, key)) or rows.find(self._db, table, key)
        if found is not None:
            self._found[table.name, key] = found
        return found

    def work(self, comment: int) -> "Work | None":
        """Return the work on a comment; what changes it then need not read it again."""
        found = self._row(tables.WORK, comment)
        return None if found is None else work_of([found[name] for name in WORK_COLUMNS])

    def add_text(self, text: str) -> int:
        """Keep a text with a salt of its own and return its id."""
        key = self.add(tables.TEXT, {}, {"body": text})
        rows.index_texts(self._db, key, key)
        return key

    def ingest(self, source: str, arrivals: Sequence["Arrival"], at: int) -> "Ingested":
        """Keep new comments and new wordings; what is known already is left alone."""
        from webcare_desk.domain.triage import Ingested
        from webcare_desk.store.sqlite import ingest

        given, arrivals = len(arrivals), ingest.without_erased(self._db, source, arrivals)
        known = ingest.known(self._db, source, arrivals)
        self._found.clear()  # the batch writes rows past `change`
        batch = ingest.begin_batch(self._db, source, at, arrivals)
        added: dict[str, int] = {}
        revised: dict[int, tuple[int, Arrival, bool]] = {}
        for arrival in arrivals:
            remote = arrival.comment.remote_id
            before = known.get(remote)
            if before is not None and not ingest.differs(before, arrival):
                continue
            if before is not None and before.comment not in revised:
                revision = ingest.put_change(batch, before, arrival)
                is_reworded = before.text != arrival.comment.text
                revised[before.comment] = (revision, arrival, is_reworded)
            elif before is None and remote not in added:
                added[remote] = ingest.put_comment(batch, arrival)
        ranges, batch_digest = ingest.write_batch(self._db, batch)
        self._record_batch(ranges, batch_digest)
        for comment, found in revised.items():
            self._reopen(comment, *found, at)
        unchanged = given - len(added) - len(revised)
        reworded = tuple(comment for comment, found in revised.items() if found[2])
        return Ingested(tuple(added.values()), tuple(revised), unchanged, reworded)

    def _record_batch(self, ranges: Mapping[str, list[int]], batch_digest: Detail) -> None:
        for name, (first, last) in ranges.items():
            self._told[f"{name}_first"] = first
            self._told[f"{name}_last"] = last
        self._told["batch"] = batch_digest

    def _reopen(
        self,
        comment: int,
        revision: int,
        arrival: "Arrival",
        is_reworded: bool,  # noqa: FBT001 - of a tuple
        at: int,
    ) -> None:
        from webcare_desk.store.sqlite import reworded

        before = self.work(comment)
        if before is None:
            return
        changed = reworded.shown_otherwise(revision, arrival.comment.visibility)
        if is_reworded or reworded.is_given_back(self._db, comment, revision, arrival):
            cases = self.escalations_of(comment)
            if not cases:
                before = reworded.looked_at_anew(before, self._done_with(comment))
            elif before.status is Status.ESCALATED:
                before = reworded.told_anew(before, cases[-1], at)
            changed = reworded.work_after(before, revision, arrival)
        self.change(tables.WORK, comment, changed)

    def _done_with(self, comment: int) -> "list[AuditEntry]":
        return self.entries(LogFilter(subject=comment), None, _ENTRIES)

    def add_document(self, body: str) -> int:
        """Keep a frozen document with a salt of its own and return its id."""
        return self.add(tables.DOCUMENT, {}, {"body": body})

    def set_fact(self, name: Name, value: str) -> None:
        """Keep a fact about the desk itself, in place of what it said before."""
        row = self._db.execute("SELECT id FROM fact WHERE name = ?", (name,)).fetchone()
        if row is None:
            self.add(tables.FACT, {"name": name}, {"value": value})
        else:
            self.change(tables.FACT, row[0], {}, {"value": value})

    def say_again(self, comment: int, triage: "Triage", at: int) -> int:
        """Keep what triage says of the latest wording now; return the row of what is said."""
        from webcare_desk.store.sqlite import ingest

        revision = self.add(tables.REVISION, *ingest.said_again(self._db, comment, triage, at))
        opinion = triage.screening.opinion
        if opinion is not None:
            self.add(tables.ASSESSMENT, ingest.assessment_of(revision, opinion))
        return revision

    def hand_over(self, key: Digest) -> KeyHandover:
        """Let the key in force name `key`, which signs from the next entry on."""
        size, root = self._head.edge.size, self._head.edge.root()
        signer, origin = self._seal.signer, self._seal.origin
        epoch = Epoch(self._seal.epoch.number + 1, key)
        self.keeps_key = False
        return KeyHandover(size, root, epoch, signer.hand_over(origin, size, root, epoch))

    def erase(self, table: Table, key: int, request: int, at: int) -> int:
        """Erase a row's personal text under a tombstone; return 1, or 0 when it was erased."""
        from webcare_desk.store.sqlite import erasing

        before = erasing.digest_in(self._db, table, key)
        if before is None:
            return 0
        mark = erasing.mark_for(self, self._db, table, key)
        self.add(tables.ERASED, erasing.tombstone(table, key, before, request, at))
        self._changes.append(erasing.blank(self._db, table, key, before, mark))
        self._found.pop((table.name, key), None)
        return 1

    def forget_drafts(self, comment: int) -> None:
        """Remove what people were typing for a comment."""
        self._db.execute("DELETE FROM draft WHERE comment = ?", (comment,))

    def tell(self, detail: Details) -> None:
        """Add to what the entry will say beside the changes."""
        self._told.update(detail)

    def seal(self, act: Act) -> int:
        """Write the entry with everything that changed; return its number."""
        self._sealed = True
        if self._told:
            act = replace(act, detail={**act.detail, **self._told})
        after = log.seal(self._db, self._seal, self._head, act, self._changes)
        if all(change[0] != tables.FACT.name for change in self._changes):
            self.after = after  # else a protocol may have come into force
        return self._head.edge.size

    def require_sealed(self) -> None:
        """Refuse to commit a change that no entry tells of."""
        if not self._sealed:
            msg = "a transaction ended without its entry"
            raise AssertionError(msg)
