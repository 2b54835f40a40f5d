"""An entry of the log as a person reads it: its fields, its changes, its very bytes."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.audit import AuditEntry, leaf_hash
from webcare_desk.domain.inbox import NEVER
from webcare_desk.reports.sentences import is_moment
from webcare_desk.ui.clock import moment
from webcare_desk.ui.timeline.sentences import sentence, who

translate = QCoreApplication.translate
_DIGEST = 64
_SHORT = 12
_DIGEST_COLUMN = "~"


def told(entry: AuditEntry, names: Mapping[str, str]) -> str:
    """Return an entry as plain text, the sentence first and the bytes last."""
    return "\n".join((*_lines(entry, names), *_bytes(entry)))


def told_briefly(entry: AuditEntry, names: Mapping[str, str]) -> str:
    """Return an entry as plain text without its bytes."""
    return "\n".join(_lines(entry, names))


def _lines(entry: AuditEntry, names: Mapping[str, str]) -> Iterator[str]:
    yield sentence(entry, names)
    yield ""
    exact = datetime.fromtimestamp(entry.at / 1_000_000, UTC).isoformat(timespec="microseconds")
    yield _field(translate("Audit", "Entry"), str(entry.seq))
    yield _field(translate("Audit", "Time"), f"{moment(entry.at)}  ({exact})")
    yield _field(translate("Audit", "Person"), f"{who(entry.actor, names)}  ({entry.actor})")
    yield _field(translate("Audit", "Role"), entry.role)
    yield _field(translate("Audit", "Session"), entry.session)
    yield _field(translate("Audit", "Action"), entry.action)
    if entry.subject is not None:
        yield _field(translate("Audit", "Comment"), str(entry.subject))
    for name, value in entry.detail.items():
        yield _field(name, _value(name, value))
    if entry.changes:
        yield from _changes(entry)


def _bytes(entry: AuditEntry) -> Iterator[str]:
    yield ""
    yield translate("Audit", "The bytes that were hashed")
    yield entry.leaf.decode("ascii", "backslashreplace")
    yield _field(translate("Audit", "Hash"), leaf_hash(entry.leaf).hex())


def _changes(entry: AuditEntry) -> Iterator[str]:
    yield ""
    yield translate("Audit", "What changed (texts by their digest)")
    for table, key, columns in entry.changes:
        yield f"{table} {key}"
        for column, values in columns.items():
            name = translate("Audit", "digest of the texts") if column == _DIGEST_COLUMN else column
            yield f"    {name}: {_change(column, values)}"


def _change(name: str, values: object) -> str:
    """Return `old → new`; a new row has no old value."""
    if isinstance(values, list | tuple) and len(values) == 2:  # noqa: PLR2004 - old and new
        return f"{_value(name, values[0])} → {_value(name, values[1])}"
    return _value(name, values)


def _value(name: str, value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, str):
        return f"{value[:_SHORT]}…" if len(value) == _DIGEST else value
    if isinstance(value, int) and not isinstance(value, bool) and is_moment(name):
        return _moment(value)
    return json.dumps(value, ensure_ascii=True)


def _moment(value: int) -> str:
    if value == NEVER:
        return translate("Audit", "never")
    return f"{moment(value)} ({value})" if value else translate("Audit", "not set")


def _field(name: str, value: str) -> str:
    return f"{name}: {value}"


def day_begins(day: date) -> int:
    """Return the first instant of a day on this machine's wall, in UTC microseconds."""
    local = datetime(day.year, day.month, day.day).astimezone()
    return int(local.timestamp() * 1_000_000)


def day_ends(day: date) -> int:
    """Return the last instant of a day on this machine's wall, in UTC microseconds."""
    return day_begins(day + timedelta(days=1)) - 1
