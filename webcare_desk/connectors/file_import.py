"""Exports of listening tools, CSV or JSON Lines, as comments.

Nothing is lost silently: each row becomes a comment, or is rejected with the
line it begins in and a sentence why.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Literal, Never

from webcare_desk.connectors.base import Capabilities, Page, Shown
from webcare_desk.connectors.fields import place_of
from webcare_desk.connectors.file_comments import Rejected, Rows, read_rows
from webcare_desk.connectors.file_layout import layout_of
from webcare_desk.connectors.file_mapping import ColumnMapping, guess_mapping
from webcare_desk.connectors.file_rows import Fields, columns_of
from webcare_desk.connectors.file_strangers import strangers
from webcare_desk.connectors.file_threads import parents_first, threaded
from webcare_desk.domain.comment import Comment, RemoteComment, Visibility
from webcare_desk.domain.reply import OutboundReply, Receipt
from webcare_desk.errors import ForbiddenError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

#: Comments on a page of a `FileSource`.
PAGE = 500
#: Lines that a sentence names before it counts the others.
_NAMED = 10

_REJECTED = QT_TRANSLATE_NOOP("Said", "Rejected rows of the file: {refused} of {rows} ({lines}).")
_LINE = QT_TRANSLATE_NOOP("Said", "line {lines}")
_LINES = QT_TRANSLATE_NOOP("Said", "lines {lines}")
_MORE = QT_TRANSLATE_NOOP("Said", "{lines} and {others} more")
_CAPABILITIES = Capabilities(max_length=0, detects_edits=False, detects_deletes=False)


#: Gives the comment that the desk has by an id of the file, or None.
Known = Callable[[str], Comment | None]


@dataclass(frozen=True, slots=True)
class Import:
    """What a file gave: each of its `rows` is one of the comments, or rejected.

    `unlisted` were rejected after so many others that they are only counted. `notes` are sentences about the whole file, such as a doubtful encoding. `reworded` are
    the lines of comments that the desk has in other words, `redated` of those that it has with
    another date, which they keep.
    """

    comments: tuple[RemoteComment, ...]
    rejected: tuple[Rejected, ...]
    notes: tuple[str, ...] = ()
    reworded: tuple[int, ...] = ()
    redated: tuple[int, ...] = ()
    unlisted: int = 0

    @property
    def refused(self) -> int:
        """Return how many rows were rejected, listed or only counted."""
        return len(self.rejected) + self.unlisted

    @property
    def rows(self) -> int:
        """Return the number of the file's rows."""
        return len(self.comments) + self.refused

    @property
    def problem(self) -> str | None:
        """Return a sentence for the record of the poll where rows were rejected."""
        if not self.rejected:
            return None
        lines = some_lines([each.line for each in self.rejected], self.unlisted)
        return Said.of(_REJECTED, refused=self.refused, rows=self.rows, lines=lines)


def some_lines(lines: Sequence[int], unlisted: int = 0) -> str:
    """Name the first of many lines of a file, and `unlisted` ones that have no number here."""
    others = len(lines[_NAMED:]) + unlisted
    named = ", ".join(map(str, lines[:_NAMED]))
    said = Said.of(_LINES if lines[1:] else _LINE, lines=named)
    return Said.of(_MORE, lines=said, others=others) if others else said


def mapping_of(path: Path, named: Mapping[str, str]) -> ColumnMapping:
    """Return the mapping of a file: what a person `named` of it, the rest a guess."""
    layout = layout_of(path, named.get("encoding", ""))
    return guess_mapping(columns_of(path, layout), Fields(path, layout), named)


def preview(path: Path, mapping: ColumnMapping, rows: int = 20) -> Import:
    """Return what the first `rows` rows would become on a new desk, in the order of the file."""
    found = read_rows(path, mapping, rows)
    comments = tuple(threaded(found.comments, {}))
    return Import(comments, tuple(found.rejected), found.notes, unlisted=found.unlisted)


def _nothing(remote_id: str) -> None:
    """Know no comment, as a new desk."""
    del remote_id


def read_file(path: Path, mapping: ColumnMapping, known: Known = _nothing) -> Import:
    """Read a whole file, parents before their answers, and hold it against what the desk has.

    Exports begin with the newest: "me too" has to be read after what it answers, on whatever
    page that stands. `UsageError` when the mapping does not fit it.
    """
    found = read_rows(path, mapping)
    had = _had(found.comments, known)
    for remote_id, reason in strangers(found.comments, had).items():
        found.reject(remote_id, reason)
    redated = _keep_dates(found, had)
    return Import(
        comments=tuple(parents_first(threaded(found.comments, had))),
        rejected=tuple(sorted(found.rejected, key=lambda each: each.line)),
        notes=found.notes,
        reworded=tuple(
            found.lines[each.remote_id]
            for each in found.comments.values()
            if each.remote_id in had and had[each.remote_id].text != each.text
        ),
        redated=redated,
        unlisted=found.unlisted,
    )


def _keep_dates(found: Rows, had: Mapping[str, Comment]) -> tuple[int, ...]:
    """Give comments the dates that the desk has of them; return the lines that told others."""
    told = [
        each
        for each in found.comments.values()
        if each.remote_id in had and had[each.remote_id].posted_at != each.posted_at
    ]
    for each in told:
        dated = replace(each, posted_at=had[each.remote_id].posted_at)
        found.comments[each.remote_id] = dated
    return tuple(found.lines[each.remote_id] for each in told)


def _had(comments: Mapping[str, RemoteComment], known: Known) -> dict[str, Comment]:
    """Return what the desk has of these comments and of what they answer, by id."""
    named = comments.keys() | {each.parent for each in comments.values() if each.parent}
    return {each: before for each in named if (before := known(each)) is not None}


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
        """Return the next page, parents before their answers.

        Only an import that was broken off goes on where it was; any other begins at the
        first row, as any of them may have been edited.
        """
        place, comments = place_of(cursor, ("after", "mark")), self.report.comments
        start = place["after"] if place["mark"] == self._mark else 0
        end = start + PAGE
        more = end < len(comments)
        reached = {"after": end if more else 0, "mark": self._mark}
        report = self.report
        return Page(comments[start:end], json.dumps(reached), more, report.rows, report.problem)

    @cached_property
    def _mark(self) -> int:
        """Return a number that tells this file, read with this mapping."""
        told = hashlib.sha256()
        for each in self.report.comments:
            told.update(repr(each).encode())
        return int.from_bytes(told.digest()[:6], "big")

    def refetch(self, remote_ids: Sequence[str]) -> tuple[RemoteComment, ...]:
        """Return these comments as the file has them."""
        wanted = {comment.remote_id: comment for comment in self.report.comments}
        return tuple(wanted[each] for each in remote_ids if each in wanted)

    def reply(self, reply: OutboundReply) -> Receipt:
        """Refuse: nobody reads a file."""
        self._refuse(_ANSWERED, reply.parent)

    def find(self, reply: OutboundReply) -> Receipt | None:
        """Refuse: nothing was ever published here."""
        self._refuse(_SEARCHED, reply.parent)

    def set_visibility(self, remote_id: str, visibility: Shown) -> None:
        """Refuse: a file hides nothing."""
        self._refuse(_HIDDEN if visibility is Visibility.HIDDEN else _SHOWN, remote_id)

    def delete(self, remote_id: str, *, confirmed: Literal[True]) -> None:
        """Refuse: the file is left as it is."""
        self._refuse(_DELETED if confirmed else _UNASKED, remote_id)

    def visibility_of(self, remote_id: str) -> Visibility:
        """Refuse: a file does not tell what its platform shows now."""
        self._refuse(_LOOKED_UP, remote_id)

    def _refuse(self, why: str, remote_id: str) -> Never:
        raise ForbiddenError(Said.of(why, comment=remote_id, file=self.path.name))


_ANSWERED = QT_TRANSLATE_NOOP(
    "Said", "Comment {comment} came from the file {file} and cannot be answered there."
)
_SEARCHED = QT_TRANSLATE_NOOP(
    "Said", "Comment {comment} came from the file {file} and cannot be searched for a reply there."
)
_HIDDEN = QT_TRANSLATE_NOOP(
    "Said", "Comment {comment} came from the file {file} and cannot be made hidden there."
)
_SHOWN = QT_TRANSLATE_NOOP(
    "Said", "Comment {comment} came from the file {file} and cannot be made visible there."
)
_DELETED = QT_TRANSLATE_NOOP(
    "Said", "Comment {comment} came from the file {file} and cannot be deleted there."
)
_UNASKED = QT_TRANSLATE_NOOP(
    "Said", "Comment {comment} came from the file {file} and cannot be deleted unasked there."
)
_LOOKED_UP = QT_TRANSLATE_NOOP(
    "Said", "Comment {comment} came from the file {file} and cannot be looked up there."
)
