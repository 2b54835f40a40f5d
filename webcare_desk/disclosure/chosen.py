"""Which entries are handed over, by which filter, and what the first page says of them."""

import base64
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from webcare_desk import __version__
from webcare_desk.actions import AddFirstAdministrator, AddModerator
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import AuditEntry, Digest, canonical, digest
from webcare_desk.domain.moderator import Actor
from webcare_desk.reports.case_file import Cover
from webcare_desk.reports.extract import size_of
from webcare_desk.reports.sentences import moment
from webcare_desk.store import tables
from webcare_desk.store.base import LogFilter

_PAGE = 1000


@dataclass(frozen=True, slots=True)
class Chosen:
    """Entries, oldest first, and their number; those of a whole log are read as they are used."""

    entries: Iterable[AuditEntry]
    count: int


def choose(desk: Desk, filter_: LogFilter) -> Chosen:
    """Return the entries that a filter chooses."""
    if filter_ == LogFilter():
        return Chosen(_every(desk), desk.read.log_size())
    found = [*newest_first(desk, filter_)]
    return Chosen(found[::-1], len(found))


def newest_first(desk: Desk, filter_: LogFilter) -> Iterator[AuditEntry]:
    """Yield the entries that a filter chooses, the newest first."""
    last = None
    while page := desk.read.entries(filter_, last, _PAGE):
        yield from page
        last = page[-1].seq


def _every(desk: Desk) -> Iterator[AuditEntry]:
    last = -1
    while page := desk.changes(last, _PAGE):
        yield from page
        last = page[-1].seq


def cover_of(desk: Desk, by: Actor, filter_: LogFilter, shown: int, key: str) -> Cover:
    """Return what the first page says; `key` is the log's public key."""
    note, names = desk.read.head_note(), names_of(desk)
    origin, _, root, *_ = note.split("\n")
    return Cover(
        origin=origin,
        key=key,
        root=Digest(base64.b64decode(root).hex()),
        size=size_of(note),
        shown=shown,
        made_at=desk.clock(),
        made_by=names.get(by.moderator, by.moderator),
        build=__version__,
        filters=tuple(_shown(name, value, names) for name, value in _fields(filter_).items()),
        comment=filter_.subject,
    )


def _shown(name: str, value: object, names: Mapping[str, str]) -> str:
    """Return a filter as a reader knows it: a moment in time, a person by name."""
    if name in {"since", "until"} and isinstance(value, int):
        return f"{name}: {moment(value)}"
    return f"{name}: {names.get(str(value), value)}"


def filter_digest(filter_: LogFilter) -> Digest:
    """Return the digest of a filter; of words that were searched for only that there were some."""
    fields = _fields(filter_)
    return digest(canonical({**fields, "words": "words" in fields}))


def _fields(filter_: LogFilter) -> dict[str, object]:
    fields = {
        "actor": filter_.actor,
        "action": filter_.action,
        "comment": filter_.subject,
        "since": filter_.since,
        "until": filter_.until,
        "words": filter_.words or None,
    }
    return {name: value for name, value in fields.items() if value is not None}


def names_of(desk: Desk) -> dict[str, str]:
    """Return the people of the desk by id, and by `moderator N`, as entries name their rows."""
    people = {each.id: each.name for each in desk.read.moderators()}
    made = (AddFirstAdministrator.name, AddModerator.name)
    entries = (entry for name in made for entry in newest_first(desk, LogFilter(action=name)))
    rows = {f"{table} {key}": new for entry in entries for table, key, new in _accounts(entry)}
    return people | {row: people[new] for row, new in rows.items() if new in people}


def _accounts(entry: AuditEntry) -> Iterator[tuple[str, str | int, object]]:
    """Yield the row of each account that an entry made, with its id."""
    for table, key, columns in entry.changes:
        values = columns.get("uid")
        if table == tables.MODERATOR.name and isinstance(values, list | tuple):
            yield table, key, values[-1]
