"""Exports of listening tools, CSV or JSON Lines, as comments.

Nothing is lost silently: each row becomes a comment, or is rejected with the
line it begins in and a sentence why.
"""

import hashlib
import json
import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Literal, Never

from webcare_desk.connectors.base import OVERLAP, Capabilities, Idempotency, Page, Shown
from webcare_desk.connectors.fields import place_of
from webcare_desk.connectors.file_layout import layout_of
from webcare_desk.connectors.file_mapping import ColumnMapping, check_mapping, moment_of
from webcare_desk.connectors.file_rows import FileRow, columns_of, rows_in
from webcare_desk.connectors.file_strangers import strangers
from webcare_desk.connectors.file_threads import threaded
from webcare_desk.connectors.text import storable
from webcare_desk.domain.comment import Comment, RemoteComment, Visibility, can_be_posted
from webcare_desk.domain.reply import OutboundReply, Receipt
from webcare_desk.errors import ForbiddenError

#: Comments on a page of a `FileSource`.
PAGE = 500

#: The apostrophe that keeps a spreadsheet from running a text as a formula.
_GUARD = re.compile(r"^(\s*)'(?=\s*[=+\-@|%＝＋－＠\t\r\n])")

_CAPABILITIES = Capabilities(
    reply=False,
    hide=False,
    unhide=False,
    delete=False,
    irreversible=frozenset(),
    max_length=0,
    idempotency=Idempotency.NONE,
    detects_edits=False,
    detects_deletes=False,
)


#: Gives the comment that the desk has by an id of the file, or None.
Known = Callable[[str], Comment | None]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that is no comment: the line it begins in, and a sentence why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Import:
    """What a file gave; `len(comments) + len(rejected)` is the number of its rows.

    `notes` are sentences about the whole file, such as a doubtful encoding.
    """

    comments: tuple[RemoteComment, ...]
    rejected: tuple[Rejected, ...]
    notes: tuple[str, ...] = ()


def header_of(path: Path) -> tuple[str, ...]:
    """Return the columns of a file, to make a `ColumnMapping` from."""
    return columns_of(path, layout_of(path))


def sample_of(path: Path, rows: int = 20) -> tuple[FileRow, ...]:
    """Return the first rows as they stand in the file, to guess and to show."""
    return tuple(islice(rows_in(path, layout_of(path)), rows))


def preview(path: Path, mapping: ColumnMapping, rows: int = 20) -> Import:
    """Return what the first `rows` rows would become."""
    return _read(path, mapping, _nothing, rows)


def _nothing(remote_id: str) -> None:
    """Know no comment, as a new desk."""
    del remote_id


def read_file(path: Path, mapping: ColumnMapping, known: Known = _nothing) -> Import:
    """Read a whole file; `UsageError` when the mapping does not fit it."""
    return _read(path, mapping, known, None)


def _read(path: Path, mapping: ColumnMapping, known: Known, limit: int | None) -> Import:
    layout = layout_of(path)
    check_mapping(mapping, columns_of(path, layout))
    comments: dict[str, RemoteComment] = {}
    lines: dict[str, int] = {}
    rejected: list[Rejected] = []
    for row in islice(rows_in(path, layout), limit):
        read = _comment(row, mapping)
        if isinstance(read, RemoteComment) and read.remote_id in comments:
            same = "has the id of" if mapping.id else "says the same as"
            read = f"This row {same} line {lines[read.remote_id]}."
        if isinstance(read, str):
            rejected.append(Rejected(row.line, read))
        else:
            comments[read.remote_id] = read
            lines[read.remote_id] = row.line
    had = _had(comments, known)
    for remote_id, reason in strangers(comments, had).items():
        del comments[remote_id]
        rejected.append(Rejected(lines[remote_id], reason))
    rejected.sort(key=lambda each: each.line)
    found = tuple(threaded(comments, had))
    return Import(found, tuple(rejected), (layout.note,) if layout.note else ())


def _had(comments: Mapping[str, RemoteComment], known: Known) -> dict[str, Comment]:
    """Return what the desk has of these comments and of what they answer, by id."""
    named = comments.keys() | {each.parent for each in comments.values() if each.parent}
    return {each: before for each in named if (before := known(each)) is not None}


def _comment(row: FileRow, mapping: ColumnMapping) -> RemoteComment | str:
    """Return the comment, or the sentence why there is none."""
    if row.problem:
        return row.problem
    text, date = _field(row, mapping.text), _field(row, mapping.posted_at)
    if not text.strip():
        return "This row has no text."
    posted_at = moment_of(date, mapping)
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
    content = json.dumps([row.fields.get(each, "") for each in (*columns, mapping.link)])
    return f"row-{hashlib.sha256(content.encode('ascii')).hexdigest()[:32]}"


def _mark(comments: Sequence[RemoteComment], after: int) -> int:
    """Return a number that tells the comment before a place; 0 where there is none."""
    if not 0 < after <= len(comments):
        return 0
    return int.from_bytes(
        hashlib.sha256(comments[after - 1].remote_id.encode()).digest()[:6], "big"
    )


@dataclass(frozen=True)
class FileSource:
    """A file as a source that is only read; it is read once for each object.

    `known` tells what the desk has of the source: an answer joins the thread it belongs to.
    """

    source: str
    path: Path
    mapping: ColumnMapping
    known: Known = _nothing

    @property
    def capabilities(self) -> Capabilities:
        """Return that a file can be read and no more."""
        return _CAPABILITIES

    @cached_property
    def report(self) -> Import:
        """Return all comments of the file and its rejected rows."""
        return read_file(self.path, self.mapping, self.known)

    def fetch(self, cursor: str | None) -> Page:
        """Return the next page of comments in the order of the file."""
        place, comments = place_of(cursor, ("after", "mark")), self.report.comments
        start = place["after"]
        if _mark(comments, start) != place["mark"]:
            # Another file stands in its place, or other rows: it is read from its start.
            start = 0
        end = start + PAGE
        more = end < len(comments)
        after = end if more else max(0, len(comments) - OVERLAP)
        reached = {"after": after, "mark": _mark(comments, after)}
        return Page(comments[start:end], json.dumps(reached), more, len(comments))

    def refetch(self, remote_ids: Sequence[str]) -> tuple[RemoteComment, ...]:
        """Return these comments as the file has them."""
        wanted = {comment.remote_id: comment for comment in self.report.comments}
        return tuple(wanted[each] for each in remote_ids if each in wanted)

    def reply(self, reply: OutboundReply) -> Receipt:
        """Refuse: nobody reads a file."""
        self._refuse("answered", reply.parent)

    def find(self, reply: OutboundReply) -> Receipt | None:
        """Refuse: nothing was ever published here."""
        self._refuse("searched for a reply", reply.parent)

    def set_visibility(self, remote_id: str, visibility: Shown) -> None:
        """Refuse: a file hides nothing."""
        self._refuse(f"made {visibility.value}", remote_id)

    def delete(self, remote_id: str, *, confirmed: Literal[True]) -> None:
        """Refuse: the file is left as it is."""
        self._refuse("deleted" if confirmed else "deleted unasked", remote_id)

    def visibility_of(self, remote_id: str) -> Visibility:
        """Refuse: a file does not tell what its platform shows now."""
        self._refuse("looked up", remote_id)

    def _refuse(self, what: str, remote_id: str) -> Never:
        msg = f"Comment {remote_id} came from the file {self.path.name} and cannot be {what} there."
        raise ForbiddenError(msg)
