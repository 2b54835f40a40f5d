"""A list with facts above it, as CSV, as a spreadsheet, or on paper with nothing cut."""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from xml.sax.saxutils import escape

from webcare_desk.errors import UsageError
from webcare_desk.reports.csv_guard import csv_lines
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the same list gives the same bytes
#: What XML 1.0 cannot carry.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="'
    'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@dataclass(frozen=True, slots=True)
class Listing:
    """A title, facts by name, and a table; each cell is a text, in `language` (nl or en)."""

    title: str
    facts: tuple[tuple[str, str], ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    language: str = "en"


def as_named(listing: Listing, file: str) -> bytes:
    """Return it in the form that the name of a file asks for; UsageError for another name."""
    forms = {".csv": to_csv, ".xlsx": to_xlsx, ".pdf": to_pdf}
    form = forms.get(PurePath(file).suffix.lower())
    if form is None:
        msg = QT_TRANSLATE_NOOP("Said", "{file} is no .csv, .xlsx or .pdf.")
        raise UsageError(Said.of(msg, file=file))
    return form(listing)


def to_csv(listing: Listing) -> bytes:
    """Return the table alone as UTF-8 CSV, guarded against formulas."""
    return b"".join(csv_lines(listing.header, listing.rows))


def to_xlsx(listing: Listing) -> bytes:
    """Return the table as an Office Open XML sheet: every cell is a text, none a formula."""
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATION}"><sheets>'
            '<sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _relations("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": _sheet((listing.header, *listing.rows)),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            file.writestr(zipfile.ZipInfo(name, _FIRST_DAY), f"{head}{text}")
    return target.getvalue()


def _relations(kind: str, target: str) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATION}/{kind}" Target="{target}"/></Relationships>'
    )


def _sheet(rows: Sequence[Sequence[str]]) -> str:
    told = "".join(
        f'<row r="{number}">{"".join(map(_cell, row))}</row>' for number, row in enumerate(rows, 1)
    )
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{told}</sheetData></worksheet>'


def _cell(text: str) -> str:
    shown = escape(_NO_XML.sub("\ufffd", text))
    return f'<c t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'


def to_pdf(listing: Listing) -> bytes:
    """Return title, facts and each row as a block of its own, with continuation pages."""
    from webcare_desk.reports.listing_pdf import draw  # loads what sets a PDF

    rows = (
        [(name, value) for name, value in zip(listing.header, row, strict=True) if value]
        for row in listing.rows
    )
    return draw(listing.title, listing.facts, rows, listing.language)
