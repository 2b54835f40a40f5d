"""PV's answers in a folder that somebody else fills: files are read, never moved or removed.

Where we are is the size and time of every file that is there: a file that was read while it was
still being written is another one once it is whole, and is read again; XML that ends in the middle
has to be found twice as it is. One that cannot be opened is told of and tried each time; it holds
up no other one.
"""

import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from webcare_desk.connectors.answers import (
    LARGEST,
    Found,
    Looked,
    begins_like_xml,
    found_in,
    looked_into,
    may_answer,
)
from webcare_desk.connectors.smime_open import Open
from webcare_desk.errors import ForbiddenError, UnavailableError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

#: So many files at one time.
PAGE = 50
#: What programs call a file that they have not written to its end.
_UNFINISHED = (".part", ".partial", ".filepart", ".tmp", ".crdownload")
#: Before the mark of a file that ended in the middle when it was found.
_HALF = "half "
_HEAD = 1_000
#: A link is not followed out of the folder; Windows has no such flag.
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class AnswerFolder:
    """Reads the mails of one folder (`.eml`), and what may be an acknowledgement by itself."""

    def __init__(self, folder: Path, opened: Open | None = None) -> None:
        """Mean `folder`, which must exist when it is read; `opened` opens what is sealed."""
        self._folder = folder
        self._open = opened

    def fetch(self, cursor: str | None) -> Found:
        """Return the files that are new or changed (see `AnswerSource.fetch`)."""
        known: dict[str, str] = json.loads(cursor) if cursor else {}
        try:
            there = dict(sorted(_marks(self._folder)))
            fresh = [name for name, mark in there.items() if known.get(name) != mark]
        except PermissionError as error:
            msg = QT_TRANSLATE_NOOP("Said", "The folder for PV's answers cannot be read: {folder}.")
            raise ForbiddenError(Said.of(msg, folder=self._folder)) from error
        except OSError as error:
            msg = QT_TRANSLATE_NOOP(
                "Said", "The folder for PV's answers cannot be used: {folder} ({reason})."
            )
            raise UnavailableError(
                Said.of(msg, folder=self._folder, reason=error.strerror)
            ) from error
        left = {name: mark for name, mark in known.items() if name in there}
        read, closed = self._read(fresh)
        halves = {
            name: f"{_HALF}{there[name]}"
            for name, looked in read.items()
            if _is_half(looked) and known.get(name) != f"{_HALF}{there[name]}"
        }
        read |= dict.fromkeys(halves, Looked())
        # Marks that no file has: what was closed or half stays new.
        marks = {name: there[name] for name in read} | halves | dict.fromkeys(closed, "closed")
        place = left | marks
        tried = [*read.values(), *(Looked() for _ in closed)]
        return found_in(tried, json.dumps(place, sort_keys=True), more=len(fresh) > len(tried))

    def _read(self, fresh: list[str]) -> tuple[dict[str, Looked], list[str]]:
        """Return what is in the next files, and those that cannot be opened."""
        read: dict[str, Looked] = {}
        closed: list[str] = []
        for name in fresh:
            if len(read) == PAGE:
                break
            try:
                read[name] = _content(self._folder / name, self._open)
            except OSError:
                closed.append(name)
        return read, closed

    def check(self) -> str:
        """Count what is there (see `Channel`)."""
        found = self.fetch(None)
        passed = f", {found.passed} passed over" if found.passed else ""
        more = "+" if found.more else ""
        return f"{self._folder} can be read: {found.looked}{more} files{passed}"


def _marks(folder: Path) -> Iterator[tuple[str, str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            is_unfinished = entry.name.lower().endswith(_UNFINISHED) or entry.name.startswith(".")
            if not is_unfinished and entry.is_file(follow_symlinks=False):
                found = entry.stat(follow_symlinks=False)
                yield entry.name, f"{found.st_size}-{found.st_mtime_ns}"


def _content(path: Path, opened: Open | None) -> Looked:
    """Return what a file gave: one that is too large, another kind or no file is not looked into."""
    is_mail = path.suffix.lower() == ".eml"
    number = os.open(path, os.O_RDONLY | _NO_LINK)
    with os.fdopen(number, "rb") as file:
        if not stat.S_ISREG(os.fstat(number).st_mode):
            return Looked()
        data = file.read(_HEAD)
        if not is_mail and not may_answer(path.name, data):
            return Looked()
        data += file.read(LARGEST + 1 - len(data))
    if len(data) > LARGEST:
        return Looked()
    return looked_into(data, "", opened) if is_mail else Looked((data,))


def _is_half(looked: Looked) -> bool:
    """Say whether a file is XML that ends in the middle: it may still be growing."""
    data = b"".join(looked.files or (b">",))
    return begins_like_xml(data) and not data.rstrip(b" \t\r\n\0").endswith(b">")
