"""The rows of an exported file, each with the line it begins in, good or bad."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from webcare_desk.connectors.file_layout import (
    LARGEST_FIELD,
    LARGEST_LINE,
    FileKind,
    Layout,
    opened,
    reading,
)
from webcare_desk.errors import MalformedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

#: How many characters may be read again behind broken rows, so that a file
#: full of lone quotation marks cannot keep the desk busy for hours.
_READ_AGAIN = 100_000_000
#: How bytes that the encoding does not know arrive.
_NO_TEXT = re.compile("[\udc80-\udcff]")
#: Columns of a file, and characters of a field's name in JSON with those of what it is in.
_MOST_COLUMNS, _LONGEST_NAME = 10_000, 200
#: Characters by which a bad row is known.
_LONGEST_TOLD = 300
_BAD_BYTES = "This row holds bytes that are no text in the file's encoding."


@dataclass(frozen=True, slots=True)
class FileRow:
    """One row: its fields by column, or else the problem it has, as a sentence.

    `told` are the first words of a row with a problem, to know it by.
    """

    line: int
    fields: Mapping[str, str]
    problem: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of all rows of a file, read anew each time that they are gone through."""

    path: Path
    layout: Layout

    def __iter__(self) -> Iterator[Mapping[str, str]]:
        """Yield the fields of each row; of a bad row none."""
        return (row.fields for row in rows_in(self.path, self.layout))


def rows_in(path: Path, layout: Layout) -> Iterator[FileRow]:
    """Yield every row of a file but the header and blank lines."""
    with reading(path), opened(path, layout.encoding) as file:
        lines = enumerate(file, 1)
        if layout.kind is FileKind.JSON_LINES:
            yield from (_json_row(number, line) for number, line in lines if line.strip())
        else:
            yield from _table(_Lines(islice(lines, layout.lines_before, None)), layout)


def columns_of(path: Path, layout: Layout) -> tuple[str, ...]:
    """Return the columns of a table, or the fields of all good lines of JSON.

    Raises MalformedError where there are more than any export has: each row takes their time.
    """
    columns = _columns(path, layout)
    if len(columns) > _MOST_COLUMNS:
        msg = QT_TRANSLATE_NOOP(
            "Said", "{file} has more than {most:,} columns: it is no export of comments."
        )
        raise MalformedError(Said.of(msg, file=path.name, most=_MOST_COLUMNS))
    return columns


def _columns(path: Path, layout: Layout) -> tuple[str, ...]:
    if layout.kind is FileKind.JSON_LINES:
        return _json_columns(rows_in(path, layout))
    with reading(path), opened(path, layout.encoding) as file:
        lines = _Lines(islice(enumerate(file, 1), layout.lines_before, None))
        return tuple(_header(csv.reader(lines, delimiter=layout.delimiter)))


def _json_columns(rows: Iterator[FileRow]) -> tuple[str, ...]:
    """Return the fields, but none that only stands for an object that is missing."""
    filled: dict[str, bool] = {}
    for row in rows:
        for name, value in row.fields.items():
            filled[name] = filled.get(name, False) or bool(value)
        if len(filled) > _MOST_COLUMNS:
            return tuple(filled)
    outer = {name[:end] for name in filled for end, sign in enumerate(name) if sign == "."}
    return tuple(name for name, has_value in filled.items() if has_value or name not in outer)


class _LongNameError(Exception):
    """The name of a field that no export has: what it is in would be looked for at each dot."""


class _Lines:
    """Numbered lines that remember those of the row being read."""

    def __init__(self, numbered: Iterator[tuple[int, str]]) -> None:
        self._numbered = numbered
        self._again: list[tuple[int, str]] = []
        self._row: list[tuple[int, str]] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        entry = self._again.pop() if self._again else next(self._numbered)
        self._row.append(entry)
        return entry[1]

    def start_row(self) -> None:
        """Forget the lines of the row before."""
        self._row = []

    @property
    def line(self) -> int:
        """Return the number of the line that the row began in."""
        return self._row[0][0]

    @property
    def text(self) -> str:
        """Return the line that the row began in."""
        return self._row[0][1]

    @property
    def below(self) -> int:
        """Return how many lines of the row stand below its first."""
        return len(self._row) - 1

    def give_back(self) -> int:
        """Read all lines of this row again but its first; return their characters."""
        below = self._row[1:]
        self._again += reversed(below)
        return sum(len(text) for _, text in below)


def _table(lines: _Lines, layout: Layout) -> Iterator[FileRow]:
    # The limit is the module's own and for the whole process; nothing else here reads CSV.
    csv.field_size_limit(LARGEST_FIELD)
    reader = csv.reader(lines, delimiter=layout.delimiter, strict=True)
    header = _header(reader)
    left = _READ_AGAIN
    while True:
        lines.start_row()
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            swallowed = lines.below if left <= 0 else 0
            left -= 0 if swallowed else lines.give_back()
            yield _bad(lines.line, lines.text, _sentence(error, swallowed))
            continue
        if values:
            yield _table_row(lines.line, header, values)


def _header(reader: "Iterator[list[str]]") -> list[str]:
    try:
        return [name.strip() for name in next(reader)]
    except (StopIteration, csv.Error):
        return []


def _table_row(line: int, header: list[str], values: list[str]) -> FileRow:
    if len(values) != len(header):
        counts = f"{len(values)} fields where the header has {len(header)}"
        return _bad(line, " · ".join(values), f"This row has {counts}.")
    if any(map(_NO_TEXT.search, values)):
        return _bad(line, " · ".join(values), _BAD_BYTES)
    return FileRow(line, dict(zip(header, values, strict=True)))


def _bad(line: int, text: str, problem: str) -> FileRow:
    told = _NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", text[:_LONGEST_TOLD])
    return FileRow(line, {}, problem, told.strip())


def _json_row(line: int, text: str) -> FileRow:
    if len(text) > LARGEST_LINE or _NO_TEXT.search(text):
        long = "This line is longer than 4 million characters."
        return _bad(line, text, long if len(text) > LARGEST_LINE else _BAD_BYTES)
    try:
        # Numbers stay text: an id of 20 digits must not lose its last ones.
        row = json.loads(text, parse_int=str, parse_float=str)
        fields = dict(_flat(row, "")) if isinstance(row, dict) else None
    except _LongNameError:
        long = f"A field of this row has a name of over {_LONGEST_NAME} letters."
        return _bad(line, text, long)
    except (ValueError, RecursionError):
        return _bad(line, text, "This line is broken JSON.")
    if fields is None:
        return _bad(line, text, "This line is no JSON object.")
    if any(len(value) > LARGEST_FIELD for value in fields.values()):
        return _bad(line, text, "A field of this row is longer than 1 million characters.")
    return FileRow(line, fields)


def _flat(row: Mapping[str, object], prefix: str) -> Iterator[tuple[str, str]]:
    """Yield the fields of an object; those of an inner one as `outer.inner`, null as nothing."""
    for inner, value in row.items():
        name = f"{prefix}{inner}"
        if len(name) > _LONGEST_NAME:
            raise _LongNameError
        if isinstance(value, dict):
            yield from _flat(value, f"{name}.")
        elif isinstance(value, str):
            yield name, value
        else:
            yield name, "" if value is None else json.dumps(value)


def _sentence(error: csv.Error, swallowed: int) -> str:
    below = f" It took the {swallowed} lines below with it." if swallowed else ""
    if "field larger" in str(error):
        return f"A field of this row is longer than 1 million characters, or never closed.{below}"
    if "unexpected end" in str(error):
        return f"A quotation mark in this row is never closed.{below}"
    return f"The quotation marks of this row do not match.{below}"
