"""No cell is a formula, and every text comes back as it was."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webcare_desk.reports.csv_guard import csv_lines, guarded, unguarded

FORMULAS = (
    "=1+1", "+1", "-1", "@SUM(A1)", "|cmd", "%0A", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0=1",
    "＝1", "＋1", "－1", "＠x", "｜x", "％x", " ＝1", "\ufeff=1", "\u200b=1", "'=1", "\x00=1",
)  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_could_run_stays_text(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "koorts", "1 - 1", "a=b", "“=1”", " ", "é", "0"])
def test_what_no_spreadsheet_runs_is_left_as_it_is(text: str) -> None:
    assert guarded(text) == text


@given(st.text())
def test_every_text_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(tuple("=+-@|%\t\r\n"))


@given(
    st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1), min_size=1)
)
def test_a_table_reads_back_cell_by_cell(table: list[list[str]]) -> None:
    data = b"".join(csv_lines(table[0], table[1:])).decode("utf-8-sig")
    read = csv.reader(io.StringIO(data, newline=""))
    found = [[unguarded(cell) for cell in row] for row in read]
    assert found == table


def test_nothing_is_an_empty_cell_and_a_number_is_written_as_it_is() -> None:
    assert b"".join(csv_lines(("a", "b"), [(None, 7)])) == b"\xef\xbb\xbfa,b\r\n,7\r\n"
