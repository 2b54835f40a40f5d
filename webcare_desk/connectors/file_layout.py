"""How an exported file is written: its kind, its encoding, its delimiter."""

import csv
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder, lookup
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TextIO

from webcare_desk.errors import MalformedError, UnavailableError, UsageError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

#: Bytes of a file, and characters of one field or one line of JSON.
LARGEST_FILE, LARGEST_FIELD, LARGEST_LINE = 200_000_000, 1_000_000, 4_000_000

_BLOCK = 1 << 20
_DELIMITERS = ",;\t|"
#: Characters of the header in which a delimiter is looked for; csv itself gives up at 131,072.
_ENOUGH = 100_000
#: How one list of JSON objects begins, on one line or with a line to each part.
_JSON_LIST = re.compile(r"\s*\[\s*(?:[{\]]|$)")
#: How a workbook of today (.xlsx, .ods) and an old one (.xls) begin; neither is text.
_WORKBOOK, _OLD_WORKBOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: A letter outside ASCII in UTF-8: seldom found in a text of cp1252.
_UTF8_LETTER = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_NO_ASCII = re.compile(rb"[\x80-\xff]")


class FileKind(StrEnum):
    """What an export is: a table, or one JSON object a line."""

    CSV = "csv"
    JSON_LINES = "json-lines"


@dataclass(frozen=True, slots=True)
class Layout:
    """How to read a file; `note` is a sentence about a doubt, or empty.

    `lines_before` counts lines above the header, such as `sep=;`.
    """

    kind: FileKind
    encoding: str
    delimiter: str
    lines_before: int
    note: str


def layout_of(path: Path, told: str = "") -> Layout:
    """Find out how a file is written; `told` is its encoding, where a person knows it.

    `UnavailableError` when it cannot be read, `MalformedError` when it is too
    large or empty, `UsageError` when there is no such encoding.
    """
    with reading(path):
        _refuse_size(path)
        _refuse_workbook(path)
        encoding, note = (_named(told), "") if told else _encoding_of(path)
        with opened(path, encoding) as lines:
            head = list(islice(lines, 2))
    _refuse_json_list(path, "".join(head))
    first = head[0] if head else ""
    if path.suffix.lower() in {".jsonl", ".ndjson"} or first.lstrip().startswith("{"):
        return Layout(FileKind.JSON_LINES, encoding, "", 0, note)
    sign = re.fullmatch(r"(?i)sep=(.)\s*", first)
    if sign:
        return Layout(FileKind.CSV, encoding, sign[1], 1, note)
    return Layout(FileKind.CSV, encoding, _delimiter_of(first), 0, note)


def opened(path: Path, encoding: str) -> TextIO:
    """Open a file so that bytes which are no text stay recognisable as such."""
    errors = "replace" if encoding.startswith("utf-16") else "surrogateescape"
    return path.open(encoding=encoding, errors=errors, newline="")


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what the system says about a file into a sentence."""
    try:
        yield
    except OSError as error:
        msg = QT_TRANSLATE_NOOP("Said", "{file} cannot be read: {reason}.")
        raise UnavailableError(Said.of(msg, file=path.name, reason=error.strerror)) from error
    except UnicodeError as error:
        msg = QT_TRANSLATE_NOOP("Said", "{file} is not written in this encoding.")
        raise MalformedError(Said.of(msg, file=path.name)) from error


def _refuse_size(path: Path) -> None:
    size = path.stat().st_size
    if size > LARGEST_FILE:
        msg = QT_TRANSLATE_NOOP(
            "Said", "{file} has {size} MB; split it into files of at most 200 MB."
        )
        raise MalformedError(Said.of(msg, file=path.name, size=size // 1_000_000))
    if not size:
        msg = QT_TRANSLATE_NOOP("Said", "{file} is empty.")
        raise MalformedError(Said.of(msg, file=path.name))


def _refuse_workbook(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(len(_OLD_WORKBOOK))
    if start.startswith((_WORKBOOK, _OLD_WORKBOOK)):
        msg = QT_TRANSLATE_NOOP(
            "Said", "{file} is a workbook: save its sheet as CSV, and take that."
        )
        raise MalformedError(Said.of(msg, file=path.name))


def _refuse_json_list(path: Path, head: str) -> None:
    if _JSON_LIST.match(head):
        msg = QT_TRANSLATE_NOOP(
            "Said", "{file} is one JSON list: save it as JSON Lines, an object to a line."
        )
        raise MalformedError(Said.of(msg, file=path.name))


def _encoding_of(path: Path) -> tuple[str, str]:
    with path.open("rb") as file:
        start = file.read(4096)
    if start.startswith(BOM_UTF8):
        return "utf-8-sig", ""
    if start.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16", ""
    if start[1::2].count(0) > len(start) // 4:
        return "utf-16-le", "The file is read as UTF-16 although it does not say so."
    if _is_utf8(path):
        return "utf-8", ""
    if _is_mostly_utf8(path):
        return "utf-8", "Some rows hold bytes that are no UTF-8; those rows are refused."
    return "cp1252", "The file is no UTF-8 and was read as Windows-1252; look at its accents."


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block


def _is_utf8(path: Path) -> bool:
    decoder = getincrementaldecoder("utf-8")()
    try:
        for block in _blocks(path):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _is_mostly_utf8(path: Path) -> bool:
    """Say whether more letters are UTF-8 than are not: "oké…" in Windows-1252 looks like one."""
    good = bad = 0
    for block in _blocks(path):
        rest, found = _UTF8_LETTER.subn(b"", block)
        good, bad = good + found, bad + len(_NO_ASCII.findall(rest))
    return good > bad


def _named(encoding: str) -> str:
    """Return the encoding under Python's name for it."""
    try:
        "".encode(encoding)
        name = lookup(encoding).name
    except (LookupError, ValueError) as error:
        msg = QT_TRANSLATE_NOOP(
            "Said", "There is no encoding {encoding!r}; examples are utf-8, cp1252 and utf-16."
        )
        raise UsageError(Said.of(msg, encoding=encoding)) from error
    # A mark at the start is no part of the first column's name.
    return "utf-8-sig" if name == "utf-8" else name


def _delimiter_of(header: str) -> str:
    """Return what cuts the header into most columns; a comma in doubt."""
    some = [header[:_ENOUGH]]
    return max(_DELIMITERS, key=lambda each: len(next(csv.reader(some, delimiter=each), [])))
