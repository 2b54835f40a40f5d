"""Every entry about a comment, and those among them that a person has to read. No widgets.

Where PV's server is away the program tries again every few minutes and writes two entries a
try: they must not push out of sight who saw the comment and what he decided.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.moderator import Role
from webcare_desk.store.base import LogFilter, Reads

_PAGE = 500
#: What the program does again and again until a delivery has arrived.
_TRIES = frozenset({"claim-delivery", "record-failure", "mark-uncertain"})
#: Of the program's own entries so many are shown, the newest.
_MOST = 200

_Try = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """What is shown, the newest first; `more`: how many were left out before the entry of a number."""

    entries: tuple[AuditEntry, ...]
    more: Mapping[int, int]


def every_entry(read: Reads, comment: int) -> Iterator[AuditEntry]:
    """Yield every entry about a comment, the newest first, a page at a time."""
    before: int | None = None
    while page := read.entries(LogFilter(subject=comment), before, _PAGE):
        yield from page
        before = page[-1].seq


def folded(entries: Iterable[AuditEntry]) -> Told:
    """Leave out, of entries from the newest on, what the program did over and over.

    Of its tries that ended alike the first and the last stay, of all that it did the `_MOST`
    newest and the very first; what a person did always stays.
    """
    kept, left = _without_tries(entries)
    own = [entry for entry in kept[:-1] if entry.role == Role.SYSTEM]
    left += (entry.seq for entry in own[_MOST:])
    gone = frozenset(left)
    shown = tuple(entry for entry in kept if entry.seq not in gone)
    numbers = [entry.seq for entry in reversed(shown)]
    return Told(shown, Counter(numbers[bisect_left(numbers, seq)] for seq in left))


def _without_tries(entries: Iterable[AuditEntry]) -> tuple[list[AuditEntry], list[int]]:
    """Return the entries without the tries between the first and the last, and their numbers."""
    kept: list[AuditEntry] = []
    left: list[int] = []
    seen: set[_Try] = set()
    first: dict[_Try, AuditEntry] = {}
    for entry in entries:
        tried = _try_of(entry)
        if tried is None or tried not in seen:
            kept.append(entry)
        else:
            left += (first[tried].seq,) if tried in first else ()
            first[tried] = entry
        seen |= {tried} if tried else set()
    return sorted([*kept, *first.values()], key=lambda each: -each.seq), left


def _try_of(entry: AuditEntry) -> _Try | None:
    """Return what a try of the program has in common with those that ended as it did."""
    if entry.action not in _TRIES or entry.role != Role.SYSTEM:
        return None
    rows = ",".join(str(key) for table, key, _ in entry.changes if table == "delivery")
    return entry.action, rows, str(entry.detail.get("problem", ""))
