"""A list as CSV, as a spreadsheet and on paper: every cell is a text, and none is cut."""

import io
import zipfile

import pytest
from lxml import etree
from pypdf import PdfReader

from webcare_desk.reports.csv_guard import unguarded
from webcare_desk.reports.listing import Listing, to_csv, to_pdf, to_xlsx

LONG = "woord " * 900
LIST = Listing(
    "Cases",
    (("Period", "March"),),
    ("our reference", "remark"),
    (("NL-1", "=cmd|' /C calc'!A0"), ("NL-2 <&>", f"{LONG}\x0bEinde"), ("", "")),
)
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def test_the_spreadsheet_holds_texts_alone() -> None:
    data = to_xlsx(LIST)
    assert data == to_xlsx(LIST)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        trees = {name: etree.fromstring(file.read(name)) for name in file.namelist()}
    sheet = trees["xl/worksheets/sheet1.xml"]
    cells = ["".join(map(str, each.itertext())) for each in sheet.iter(f"{_S}c")]
    assert cells == [
        "our reference",
        "remark",
        *(cell.replace("\x0b", "\ufffd") for row in LIST.rows for cell in row),
    ]
    assert {each.get("t") for each in sheet.iter(f"{_S}c")} == {"inlineStr"}
    assert not list(sheet.iter(f"{_S}f"))


def test_the_table_is_guarded() -> None:
    told = to_csv(LIST).decode("utf-8-sig")
    assert "'=cmd" in told
    assert unguarded("'=cmd") == "=cmd"


@pytest.mark.parametrize("rows", [LIST.rows, LIST.rows * 40])
def test_nothing_is_cut_on_paper(rows: tuple[tuple[str, ...], ...]) -> None:
    made = to_pdf(Listing(LIST.title, LIST.facts, LIST.header, rows))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages]
    text = " ".join(pages)
    assert text.count("woord") == 900 * len(rows) // 3
    assert "Einde" in text
    assert "Period" in text
    assert all(f"Page {at} of {len(pages)}" in page for at, page in enumerate(pages, 1))
