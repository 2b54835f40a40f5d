"""What belongs to a package: which entries, and which texts they vouch for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from webcare_desk.desk import Desk
from webcare_desk.disclosure.belonging import besides, owners_in
from webcare_desk.disclosure.chosen import choose, newest_first
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.epoch import FORK, ROTATE
from webcare_desk.store import tables
from webcare_desk.store.base import LogFilter, SaltedText
from webcare_desk.store.table import Table

#: Personal texts that go with a package. Those of other tables never leave the desk: passwords,
#: keys, secrets, and where a source was read up to.
DISCLOSED = (
    tables.DOCUMENT,
    *(table for table in tables.ARRIVALS if table.personal),
    tables.ESCALATION,
    tables.DELIVERY,
    tables.COVERAGE,
    tables.SIGNATURE,
    tables.REQUEST,
    tables.HOLD,
    tables.REVIEW,
    tables.REVIEW_HIT,
    tables.QUALITY_CHECK,
    tables.DEVIATION,
    tables.MEASURE,
    tables.ANCHOR,
    tables.CORRECTION,
    tables.CASE_VERSION,
    tables.CASE_ANSWER,
    tables.ORIGINAL,
    tables.MOVE,
    tables.DISCREPANCY,
    tables.RECONCILIATION,
)
#: Without these no head can be checked: they name the key by which it is signed.
KEYS = (ROTATE, FORK)
#: Without these an extract cannot be understood: whose log it is, and which rules there were.
_ALWAYS = ("make-desk", "put-protocol-in-force", *KEYS)


@dataclass(frozen=True, slots=True)
class Scope:
    """The entries of a package, oldest first, and the rows of text that go with them.

    `cases` has the entries of each case by its comment, those too that name none.
    """

    comment: int | None
    entries: tuple[AuditEntry, ...]
    rows: frozenset[tuple[str, int]]
    cases: Mapping[int, tuple[AuditEntry, ...]]

    @property
    def shown(self) -> frozenset[int]:
        """The numbers of the entries."""
        return frozenset(entry.seq for entry in self.entries)

    @property
    def batches(self) -> Iterator[AuditEntry]:
        """The entries of comments that came in together."""
        return (entry for entry in self.entries if "batch" in entry.detail)

    @property
    def whole(self) -> tuple[str, ...]:
        """The tables of which every text is there that no entry has erased."""
        return () if self.comment else tuple(table.name for table in DISCLOSED)

    def texts(self, desk: Desk) -> Iterator[SaltedText]:
        """Yield the texts, as far as they have not been erased."""
        for table in DISCLOSED:
            for text in _texts(desk, table, self.rows, is_whole=self.comment is None):
                if (text.table, text.key) in self.rows:
                    yield text


def _texts(
    desk: Desk, table: Table, rows: frozenset[tuple[str, int]], *, is_whole: bool
) -> Iterator[SaltedText]:
    if is_whole:
        yield from desk.store.salted_texts(table)
        return
    for key in sorted(key for name, key in rows if name == table.name):
        text = desk.store.salted_text(table, key)
        if text is not None:
            yield text


def entries_of(desk: Desk, *actions: str) -> Iterator[AuditEntry]:
    """Yield every entry of these actions."""
    for name in actions:
        yield from choose(desk, LogFilter(action=name)).entries


def scope_of(desk: Desk, comment: int | None) -> Scope:
    """Return what belongs to the case of `comment`, or everything."""
    if comment is None:
        # The bytes of the entries are read again where they are written: they are most of the log.
        everything = tuple(replace(e, leaf=b"") for e in choose(desk, LogFilter()).entries)
        rows = {row for entry in everything for row in (*_changed(entry), *_arrived(entry))}
        return Scope(None, everything, frozenset(rows), _by_case(everything))
    own = desk.store.arrived_with(comment)
    came = [entry for entry in entries_of(desk, "ingest") if own & {*_arrived(entry)}]
    about = choose(desk, LogFilter(subject=comment)).entries
    owners = owners_in(about)
    case = [*about, *(entry for entry, _ in besides(newest_first(desk, LogFilter()), owners))]
    found = {entry.seq: entry for entry in (*entries_of(desk, *_ALWAYS), *came, *case)}
    touched = {row for entry in (*came, *about) for row in _changed(entry)}
    signed = {row for row in owners.cases if row[0] == tables.SIGNATURE.name}
    rows = own | touched | signed
    cases = {comment: tuple(sorted(case, key=lambda entry: entry.seq))}
    return Scope(comment, tuple(found[seq] for seq in sorted(found)), frozenset(rows), cases)


def _by_case(everything: Sequence[AuditEntry]) -> dict[int, tuple[AuditEntry, ...]]:
    found: dict[int, list[AuditEntry]] = {}
    others = {
        each.seq: cases for each, cases in besides(reversed(everything), owners_in(everything))
    }
    for entry in everything:
        own = () if entry.subject is None else (entry.subject,)
        for case in (*own, *others.get(entry.seq, ())):
            found.setdefault(case, []).append(entry)
    return {case: tuple(entries) for case, entries in found.items()}


def _changed(entry: AuditEntry) -> Iterator[tuple[str, int]]:
    """Yield the rows whose text an entry tells of."""
    for table, key, columns in entry.changes:
        if "~" in columns:
            yield table, int(key)


def _arrived(entry: AuditEntry) -> Iterator[tuple[str, int]]:
    """Yield the rows that a batch brought."""
    for table in tables.ARRIVALS:
        if not table.personal:
            continue
        first, last = (
            entry.detail.get(f"{table.name}_first"),
            entry.detail.get(f"{table.name}_last"),
        )
        if isinstance(first, int) and isinstance(last, int):
            yield from ((table.name, key) for key in range(first, last + 1))
