"""CSV that no spreadsheet takes for a formula, and that reads back as it was.

A cell that a spreadsheet could run gets an apostrophe before it (OWASP, “CSV
Injection”), also behind blanks and in full-width letters; so does a cell that
begins with an apostrophe, so that taking one away always gives the text back.
"""

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

_STARTS = frozenset("=+-@|%\t\r\n'")


def guarded(text: str) -> str:
    """Return `text` so that it stays text in a spreadsheet."""
    return f"'{text}" if _is_risky(text) else text


def unguarded(cell: str) -> str:
    """Return the text that `guarded` was given."""
    return cell.removeprefix("'")


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[bytes]:
    """Yield a table as UTF-8 CSV (RFC 4180), a line at a time; None is empty."""
    yield b"\xef\xbb\xbf"  # without it a spreadsheet reads another alphabet
    yield _line(header)
    for row in rows:
        yield _line(["" if value is None else str(value) for value in row])


def _line(cells: Sequence[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([guarded(cell) for cell in cells])
    return line.getvalue().encode("utf-8")


def _is_risky(text: str) -> bool:
    if text[:1] in _STARTS - {""} and text:
        return True
    for char in text:
        if not (char.isspace() or unicodedata.category(char) in {"Cf", "Cc"}):
            return unicodedata.normalize("NFKC", char)[:1] in _STARTS
    return False
