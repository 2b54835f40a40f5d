"""Each entry as a sentence, and each changed value with what it was before."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from webcare_desk.domain.audit import AuditEntry
from webcare_desk.reports.acts import filled, words_of
from webcare_desk.reports.readings import what_was_read

#: Counters that say nothing to a reader.
_SILENT = frozenset({"version", "batch"})
_RANGES = ("_first", "_last")
_DIGEST = re.compile("[0-9a-f]{64}")
_TIMES = ("_at", "due", "_until", "not_before")
_MOMENTS = frozenset({"at", "since", "until"})
_NEVER = 2**53 - 1


@dataclass(frozen=True, slots=True)
class Change:
    """One value that an entry set; `old` is None where there was none before.

    `is_change` says that something which stood there was replaced.
    """

    what: str
    old: str | None
    new: str | None

    @property
    def is_change(self) -> bool:
        """Say whether a value was replaced, rather than written first."""
        return self.old is not None

    @property
    def shown(self) -> str:
        """The new value; nothing is a dash."""
        return "–" if self.new is None else self.new


@dataclass(frozen=True, slots=True)
class Step:
    """An entry as a reader sees it; `beside` says what it is about, and what else it tells."""

    seq: int
    at: int
    who: str
    role: str
    sentence: str
    changes: tuple[Change, ...]
    reason: str = ""
    beside: tuple[str, ...] = ()

    @property
    def is_change(self) -> bool:
        """Say whether the entry replaced anything that stood there."""
        return any(change.is_change for change in self.changes)


def step_of(entry: AuditEntry, names: Mapping[str, str]) -> Step:
    """Return the entry as a step; `names` gives people by their id, and by `moderator N`."""
    who = "The program" if entry.actor == "system" else names.get(entry.actor, entry.actor)
    sentence = filled(words_of(entry), entry, who, what_was_read(entry))
    reason = "" if entry.reason is None else entry.reason.replace("-", " ")
    changes, beside = tuple(_changes(entry, names)), tuple(_beside(entry, names))
    return Step(entry.seq, entry.at, who, entry.role, sentence, changes, reason, beside)


def _beside(entry: AuditEntry, names: Mapping[str, str]) -> Iterator[str]:
    """Yield which entry it is, on which comment, and what it says beside its changes."""
    yield f"entry {entry.seq}"
    if entry.subject is not None:
        yield f"comment {entry.subject}"
    yield entry.role
    if entry.stamp is not None:
        yield f"{entry.stamp.zone}, {_ahead(entry.stamp.offset)}"
    if entry.clock_back:
        yield clock_words(entry)
    yield from details(entry, names)


def details(entry: AuditEntry, names: Mapping[str, str]) -> Iterator[str]:
    """Yield what an entry says beside its changes; `names` gives people by their id."""
    for name, value in sorted(entry.detail.items()):
        if name not in _SILENT and not name.endswith(_RANGES):
            yield f"{name.replace('_', ' ')}: {_value(name, value, names) or '–'}"


def clock_words(entry: AuditEntry) -> str:
    """Return how far the clock had gone back before an entry."""
    return f"the clock had gone back {entry.clock_back / 1_000_000:.6f} s"


def _ahead(minutes: int) -> str:
    """Return how far a zone is ahead of UTC, as `+01:00`."""
    sign, minutes = "-" if minutes < 0 else "+", abs(minutes)
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}"


def _changes(entry: AuditEntry, names: Mapping[str, str]) -> Iterator[Change]:
    for table, key, columns in entry.changes:
        row = f"{table.replace('_', ' ')} {names.get(f'{table} {key}', key)}"
        for name, values in sorted(columns.items()):
            if name in _SILENT or not isinstance(values, list | tuple):
                continue
            old, new = values
            if name == "~":
                yield _text_change(row, old, new)
            else:
                label = f"{row} {name.replace('_', ' ')}"
                yield Change(label, _value(name, old, names), _value(name, new, names))


def _text_change(what: str, old: object, new: object) -> Change:
    """Return what became of personal text: the log has digests of it, never the text."""
    before = None if old is None else f"text {str(old)[:12]}…"
    return Change(what, before, "erased" if new is None else f"text {str(new)[:12]}…")


def _value(name: str, value: object, names: Mapping[str, str]) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int) and is_moment(name):
        return "never" if value == _NEVER else moment(value) if value else "not set"
    words = str(value)
    return f"{words[:12]}…" if _DIGEST.fullmatch(words) else names.get(words, words)


def is_moment(name: str) -> bool:
    """Say whether a number of this name is a moment (UTC microseconds), 0 for one not set."""
    return name in _MOMENTS or name.endswith(_TIMES)


def moment(at: int) -> str:
    """Return a moment (UTC microseconds) to the second, with its zone."""
    return f"{datetime.fromtimestamp(at // 1_000_000, UTC):%Y-%m-%d %H:%M:%S} UTC"
