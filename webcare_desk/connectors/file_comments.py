"""The rows of an export as comments: each becomes one, or is rejected with a sentence why."""

import hashlib
import json
import re
import time
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from webcare_desk.connectors.file_layout import layout_of
from webcare_desk.connectors.file_mapping import (
    ColumnMapping,
    check_mapping,
    joined,
    moment_of,
    untimed,
)
from webcare_desk.connectors.file_rows import FileRow, columns_of, rows_in
from webcare_desk.connectors.text import storable
from webcare_desk.domain.comment import RemoteComment, can_be_posted

#: Rejected rows that are told with their line and a sentence; those after them are counted.
_LISTED = 10_000
#: The apostrophe that keeps a spreadsheet from running a text as a formula.
_GUARD = re.compile(r"^(\s*)'(?=\s*[=+\-@|%＝＋－＠\t\r\n])")


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that is no comment: the line it begins in, and a sentence why."""

    line: int
    reason: str


@dataclass(slots=True)
class Rows:
    """What the rows of a file are, by their ids and in their order; no thread is made up yet."""

    notes: tuple[str, ...]
    comments: dict[str, RemoteComment] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    rejected: list[Rejected] = field(default_factory=list)
    unlisted: int = 0

    def refuse(self, line: int, reason: str) -> None:
        """Tell of a row that is no comment, or count it where so many are told of already."""
        if len(self.rejected) < _LISTED:
            self.rejected.append(Rejected(line, reason))
        else:
            self.unlisted += 1

    def reject(self, remote_id: str, reason: str) -> None:
        """Take a comment out again."""
        del self.comments[remote_id]
        self.refuse(self.lines[remote_id], reason)


def read_rows(path: Path, mapping: ColumnMapping, limit: int | None = None) -> Rows:
    """Read the first rows of a file, or all; `UsageError` when the mapping does not fit it."""
    layout = layout_of(path, mapping.encoding)
    check_mapping(mapping, columns_of(path, layout))
    found = Rows(tuple(filter(None, (layout.note, mapping.doubt))))
    for row in islice(rows_in(path, layout), limit):
        read = _comment(row, mapping)
        if isinstance(read, RemoteComment) and read.remote_id in found.lines:
            same = "has the id of" if mapping.id else "says the same as"
            read = f"This row {same} line {found.lines[read.remote_id]}."
        if isinstance(read, str):
            found.refuse(row.line, read)
        else:
            found.comments[read.remote_id] = read
            found.lines[read.remote_id] = row.line
    return found


def _comment(row: FileRow, mapping: ColumnMapping) -> RemoteComment | str:
    """Return the comment, or the sentence why there is none."""
    if row.problem:
        return row.problem
    text = _field(row, mapping.text)
    date = joined(_field(row, mapping.posted_at), _field(row, mapping.time))
    if not text.strip():
        return "This row has no text."
    posted_at = moment_of(date, mapping)
    if posted_at is None and mapping.time and not _field(row, mapping.time).strip():
        posted_at = moment_of(date, untimed(mapping))
    if posted_at is None:
        return f"The date {date[:40]!r} is not written as {mapping.date_format}."
    if not can_be_posted(posted_at, time.time_ns() // 1000):
        return f"The date {date[:40]!r} cannot be: it is before 1990, or still to come."
    author = _field(row, mapping.author)
    return RemoteComment(
        remote_id=_field(row, mapping.id).strip() or _digest(row, mapping),
        thread=_field(row, mapping.thread).strip(),
        parent=_field(row, mapping.parent).strip() or None,
        author_id=author,
        author_name=author,
        text=text,
        posted_at=posted_at,
        link=_field(row, mapping.link).strip(),
    )


def _field(row: FileRow, column: str) -> str:
    return _GUARD.sub(r"\1", storable(row.fields.get(column, "")))


def _digest(row: FileRow, mapping: ColumnMapping) -> str:
    """Return an id that the same comment gets in every import, however often it was liked since."""
    columns = mapping.author, mapping.posted_at, mapping.text, mapping.thread, mapping.parent
    more = (mapping.link, mapping.time) if mapping.time else (mapping.link,)
    content = json.dumps([row.fields.get(each, "") for each in (*columns, *more)])
    return f"row-{hashlib.sha256(content.encode('ascii')).hexdigest()[:32]}"
