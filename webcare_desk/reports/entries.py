"""The log as a table: one row an entry, everything it says in plain words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from webcare_desk.domain.audit import AuditEntry

HEADER = (
    "entry", "time (UTC)", "zone", "offset (min)", "clock went back (s)", "who", "name", "role", "session", "action",
    "comment", "reason", "protocol", "detail", "changes",
)  # fmt: skip
#: What stands for personal text, of which the log has only a digest.
TEXT = "text"


def rows(entries: Iterable[AuditEntry], names: Mapping[str, str]) -> Iterator[tuple[object, ...]]:
    """Yield the row of each entry; `names` gives people by their id, and by `moderator N`."""
    for entry in entries:
        yield (
            entry.seq,
            utc(entry.at),
            entry.stamp and entry.stamp.zone,
            entry.stamp and entry.stamp.offset,
            f"{entry.clock_back / 1_000_000:.6f}" if entry.clock_back else None,
            entry.actor,
            names.get(entry.actor, ""),
            entry.role,
            entry.session,
            entry.action,
            entry.subject,
            entry.reason,
            entry.protocol,
            "; ".join(
                f"{name}: {named(value, names)}" for name, value in sorted(entry.detail.items())
            ),
            "; ".join(changed(entry, names)),
        )


def utc(at: int) -> str:
    """Return a moment (UTC microseconds) as ISO 8601, to the microsecond."""
    seconds, rest = divmod(at, 1_000_000)
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%S}.{rest:06d}Z"


def changed(entry: AuditEntry, names: Mapping[str, str]) -> Iterator[str]:
    """Yield each value that an entry changed, the old one and the new one."""
    for table, key, columns in entry.changes:
        row = named(f"{table} {key}", names)
        for name, values in columns.items():
            old, new = values if isinstance(values, list | tuple) else (None, values)
            if name == "~":
                yield f"{row} {TEXT}: {'written' if old is None else 'changed'}"
            else:
                yield f"{row} {name}: {named(old, names)} → {named(new, names)}"


def named(value: object, names: Mapping[str, str]) -> str:
    """Return a plain value, an account with its name; nothing is a dash."""
    words = "–" if value is None else str(value)
    return f"{words} ({names[words]})" if words in names else words
