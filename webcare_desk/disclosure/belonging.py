"""Which entries belong to which case, also those that name no comment: signatures, erasures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from webcare_desk.domain.audit import AuditEntry
from webcare_desk.store import tables

#: A table and the key of a row.
Row = tuple[str, int]
#: Columns and details that name a signature.
_SIGNATURES = frozenset({"signature", "asking", "approving"})


@dataclass(frozen=True, slots=True)
class Owners:
    """Which cases a row belongs to, by the numbers of their comments."""

    cases: dict[Row, set[int]] = field(default_factory=dict)

    def add(self, rows: Iterable[Row], cases: set[int]) -> None:
        """Let rows belong to cases."""
        for row in rows:
            self.cases.setdefault(row, set()).update(cases)


def owners_in(entries: Iterable[AuditEntry]) -> Owners:
    """Return what belongs to each case by the entries that name its comment."""
    owners = Owners()
    for entry in entries:
        if entry.subject is not None:
            rows = {(tables.COMMENT.name, entry.subject), *_changed(entry), *_named(entry)}
            owners.add(rows, {entry.subject})
    return owners


def besides(
    newest_first: Iterable[AuditEntry], owners: Owners
) -> Iterator[tuple[AuditEntry, set[int]]]:
    """Yield each entry that names no comment and touches a case, with the cases.

    An erasure leads to its request, and that to the signatures under it: hence
    the newest come first. A batch of comments is about more than one case.
    """
    for entry in newest_first:
        if entry.subject is None and "batch" not in entry.detail:
            cases = {case for row in _changed(entry) for case in owners.cases.get(row, ())}
            if cases:
                owners.add(_named(entry), cases)
                yield entry, cases


def _changed(entry: AuditEntry) -> Iterator[Row]:
    return ((table, int(key)) for table, key, _ in entry.changes)


def _named(entry: AuditEntry) -> Iterator[Row]:
    """Yield the requests that an entry decided or used, and the signatures that it names."""
    said = [*entry.detail.items()]
    for table, key, columns in entry.changes:
        if table == tables.REQUEST.name:
            yield table, int(key)
        said += columns.items()
    for name, value in said:
        new = value[-1] if isinstance(value, list | tuple) else value
        if name in _SIGNATURES and isinstance(new, int):
            yield tables.SIGNATURE.name, new
