"""What an installer wrote down of a distribution (RECORD), held against what is on the disk."""

import base64
import csv
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution
from pathlib import Path
from typing import Final

from webcare_desk.qualification.check import AmissError

_MODES: Final = frozenset({"sha256", "sha384", "sha512"})
_SHOWN: Final = 10


@dataclass(frozen=True, slots=True)
class Row:
    """One row of RECORD: a file, and its digest as `sha256=…`; some have none."""

    name: str
    place: Path
    digest: str


def rows_of(found: Distribution) -> tuple[Row, ...]:
    """Return the rows of RECORD as they stand there: `Distribution.files` hides what is missing."""
    text = found.read_text("RECORD")
    if not text:
        msg = f"{name_of(found)} has no RECORD: nothing says what was installed."
        raise AmissError(msg)
    rows = (row for row in csv.reader(text.splitlines()) if len(row) > 1)
    return tuple(Row(row[0], Path(str(found.locate_file(row[0]))), row[1]) for row in rows)


def name_of(found: Distribution) -> str:
    """Return the name of a distribution, in the one way in which lock files write it."""
    return re.sub(r"[-_.]+", "-", found.name).lower()


def deviations(rows: Iterable[Row]) -> Iterator[str]:
    """Yield what is missing, changed, or recorded without a digest."""
    for row in rows:
        if "__pycache__" in row.place.parts or row.name.endswith(".dist-info/RECORD"):
            continue  # compiled here, and RECORD itself: neither has a digest
        if not row.digest:
            yield f"no digest: {row.name}"
        elif not row.place.is_file():
            yield f"missing: {row.name}"
        elif not _is_same(row):
            yield f"changed: {row.name}"


def _is_same(row: Row) -> bool:
    mode, _, value = row.digest.partition("=")
    if mode not in _MODES:
        return False
    made = hashlib.new(mode, row.place.read_bytes()).digest()
    return base64.urlsafe_b64encode(made).rstrip(b"=").decode("ascii") == value


def added(folders: Iterable[Path], known: Iterable[Row]) -> Iterator[str]:
    """Yield every file below `folders` that no row names; what Python compiles is looked at apart."""
    places = {row.place.resolve() for row in known}
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            is_own = "__pycache__" in file.parts or file.is_dir()
            if not is_own and file.resolve() not in places:
                yield f"added: {file.relative_to(folder.parent).as_posix()}"


def require_none(deviating: Iterable[str]) -> None:
    """Raise with the first deviations and how many there are."""
    found = list(deviating)
    if found:
        more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        raise AmissError("; ".join(found[:_SHOWN]) + more)
