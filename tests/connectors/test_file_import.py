"""Exports of listening tools: every row becomes a comment or says why not."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.connectors.exports import DATE, HEADER, MAPPING, csv_file, header_of, row
from tests.connectors.reading import ids
from webcare_desk.connectors import file_layout, file_rows
from webcare_desk.connectors.file_import import (
    mapping_of,
    preview,
    read_file,
)
from webcare_desk.connectors.file_mapping import ColumnMapping
from webcare_desk.connectors.file_threads import begun_by
from webcare_desk.errors import MalformedError, UnavailableError, UsageError


def rejected(path: Path, mapping: ColumnMapping = MAPPING) -> list[tuple[int, str]]:
    """Return the lines and reasons of what a file lost."""
    return [(each.line, each.reason) for each in read_file(path, mapping).rejected]


def test_every_column_finds_its_place(tmp_path: Path) -> None:
    path = csv_file(tmp_path, HEADER + f"7,Anne,hoi,{DATE},t1,6,https://example.org/7\n")

    (comment,) = read_file(path, MAPPING).comments

    assert (comment.remote_id, comment.author_name, comment.text) == ("7", "Anne", "hoi")
    assert (comment.thread, comment.parent) == ("t1", "6")
    assert comment.link == "https://example.org/7"
    assert comment.posted_at == 1_792_888_200_000_000


def test_each_bad_row_is_named_with_its_line_and_reason(tmp_path: Path) -> None:
    content = (
        HEADER
        + row(1)
        + row(2, text="")
        + row(3, date="gisteren")
        + row(1)
        + "5,Anne\n"
        + '6,Anne,"twee\nregels",nooit,t1,,\n'
        + '7,Anne,"a"b,x,t1,,\n'
        + "\n"
        + row(8)
    )
    path = csv_file(tmp_path, content)

    assert rejected(path) == [
        (3, "This row has no text."),
        (4, "The date 'gisteren' is not written as iso-8601."),
        (5, "This row has the id of line 2."),
        (6, "This row has 2 fields where the header has 7."),
        (7, "The date 'nooit' is not written as iso-8601."),
        (9, "The quotation marks of this row do not match."),
    ]
    assert ids(list(read_file(path, MAPPING).comments)) == ["1", "8"]


def test_a_quotation_mark_that_is_never_closed_swallows_its_own_row_alone(tmp_path: Path) -> None:
    path = csv_file(tmp_path, HEADER + row(1) + row(2, text='"open') + row(3) + row(4))

    assert rejected(path) == [(3, "A quotation mark in this row is never closed.")]
    assert ids(list(read_file(path, MAPPING).comments)) == ["1", "3", "4"]


def test_without_the_new_start_the_rows_behind_it_would_be_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = csv_file(tmp_path, HEADER + row(1) + row(2, text='"open') + row(3) + row(4))
    monkeypatch.setattr(file_rows, "_READ_AGAIN", 0)

    assert ids(list(read_file(path, MAPPING).comments)) == ["1"]
    assert rejected(path) == [
        (3, "A quotation mark in this row is never closed. It took the 2 lines below with it.")
    ]


def test_in_a_file_of_lone_quotation_marks_each_row_is_named(tmp_path: Path) -> None:
    path = csv_file(tmp_path, HEADER + "".join(row(n, text='"open') for n in range(300)))

    assert [line for line, _ in rejected(path)] == list(range(2, 302))


def test_a_field_that_is_too_long_is_rejected(tmp_path: Path) -> None:
    long = "a" * (file_layout.LARGEST_FIELD + 1)
    path = csv_file(tmp_path, HEADER + row(1, text=long) + row(2))

    (line, reason), *others = rejected(path)

    assert (line, others) == (2, [])
    assert reason.startswith("A field of this row is longer than 1 million")
    assert len(read_file(path, MAPPING).comments) == 1


def test_a_field_of_a_million_characters_is_kept(tmp_path: Path) -> None:
    path = csv_file(tmp_path, HEADER + row(1, text="a" * 999_999))

    assert len(read_file(path, MAPPING).comments[0].text) == 999_999


@pytest.mark.parametrize(
    ("encoding", "note"),
    [
        ("utf-8", ()),
        ("utf-8-sig", ()),
        ("utf-16", ()),
        ("utf-16-le", ("The file is read as UTF-16 although it does not say so.",)),
        (
            "cp1252",
            ("The file is no UTF-8 and was read as Windows-1252; look at its accents.",),
        ),
    ],
)
def test_an_encoding_is_recognised_and_a_doubt_is_said(
    tmp_path: Path, encoding: str, note: tuple[str, ...]
) -> None:
    path = csv_file(tmp_path, (HEADER + row(1, text="éénmaal koorts €")).encode(encoding))

    read = read_file(path, MAPPING)

    assert [comment.text for comment in read.comments] == ["éénmaal koorts €"]
    assert read.notes == note


def test_a_broken_byte_costs_its_own_row_alone(tmp_path: Path) -> None:
    content = (HEADER + row(1, text="één") + row(2) + row(3)).encode()
    path = csv_file(tmp_path, content.replace(b"2,Anne,hoi", b"2,Anne,h\xff"))

    assert rejected(path) == [(3, "This row holds bytes that are no text in the file's encoding.")]
    assert [comment.text for comment in read_file(path, MAPPING).comments] == ["één", "hoi"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("told", [True, False])
def test_the_delimiter_is_recognised(tmp_path: Path, delimiter: str, *, told: bool) -> None:
    lines = (HEADER + row(1)).replace(",", delimiter)
    path = csv_file(tmp_path, (f"sep={delimiter}\r\n" if told else "") + lines)

    assert header_of(path) == tuple(HEADER.strip().split(","))
    assert len(read_file(path, MAPPING).comments) == 1


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("'=1+1 zei ze", "=1+1 zei ze"),
        ("  '+31 6", "  +31 6"),
        ("'@anne", "@anne"),
        ("'＝x", "＝x"),
        ("'s ochtends koorts", "'s ochtends koorts"),
        ("=1+1", "=1+1"),
    ],
)
def test_the_guard_against_formulas_is_taken_off(tmp_path: Path, given: str, kept: str) -> None:
    path = csv_file(tmp_path, HEADER + row(1, text=given))

    assert read_file(path, MAPPING).comments[0].text == kept


def test_characters_that_no_store_holds_are_replaced(tmp_path: Path) -> None:
    path = csv_file(tmp_path, HEADER + row(1, text="a\0b"))

    assert read_file(path, MAPPING).comments[0].text == "a␀b"


def test_json_lines_are_read_and_their_broken_lines_named(tmp_path: Path) -> None:
    path = tmp_path / "export.jsonl"
    good = {
        "id": 12345678901234567890,
        "user": {"name": "Anne"},
        "text": "koorts",
        "at": 1792888200,
    }
    lines = [
        json.dumps(good),
        "",
        '{"id": 2, "text"',
        "[1]",
        "[" * 100_000,
        json.dumps({"id": 3, "text": None, "at": 1792888200}),
        json.dumps({"id": 4, "text": "a" * 1_000_001, "at": 1}),
        '{"id": 5, "text": "' + "a" * 4_000_000 + '"}',
        r'{"id": 6, "text": "\ud83d half", "at": 1792888200.25, "tags": ["x"], "ok": true}',
    ]
    path.write_text("\n".join(lines))
    mapping = ColumnMapping("text", "at", "id", "user.name", date_format="epoch")

    read = read_file(path, mapping)

    assert [(c.remote_id, c.author_name, c.text) for c in read.comments] == [
        ("12345678901234567890", "Anne", "koorts"),
        ("6", "", "\ufffd half"),
    ]
    assert read.comments[0].thread == begun_by("12345678901234567890")
    assert [each.line for each in read.rejected] == [3, 4, 5, 6, 7, 8]
    assert read.rejected[0].reason == "This line is broken JSON."
    assert read.rejected[1].reason == "This line is no JSON object."
    assert header_of(path) == ("id", "user.name", "text", "at", "tags", "ok")


def test_json_lines_with_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    path = tmp_path / "export.ndjson"
    path.write_bytes('{"text": "één", "date": "2026-01-01"}\n'.encode() + b'{"text": "\xff"}\n')

    read = read_file(path, ColumnMapping("text", "date"))

    assert [each.line for each in read.rejected] == [2]
    assert read.rejected[0].reason.startswith("This row holds bytes")


def test_two_comments_of_a_day_are_told_apart_by_a_time_in_its_own_column(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "Date,Time,text\n2026-11-13,14:05,hoi\n2026-11-13,16:05,hoi\n")

    first, second = read_file(path, mapping_of(path, {"zone": "UTC"})).comments

    assert second.posted_at - first.posted_at == 2 * 3_600_000_000
    assert first.remote_id != second.remote_id


def test_a_preview_reads_the_first_rows_alone(tmp_path: Path) -> None:
    path = csv_file(tmp_path, HEADER + "".join(map(row, range(50))) + row(1))

    assert len(preview(path, MAPPING).comments) == 20
    assert len(preview(path, MAPPING, 5).comments) == 5


def test_a_file_that_is_not_there_or_not_to_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnavailableError, match=r"export\.csv cannot be read: No such file"):
        read_file(tmp_path / "export.csv", MAPPING)
    with pytest.raises(UnavailableError):
        read_file(tmp_path, MAPPING)
    with pytest.raises(MalformedError, match="is empty"):
        read_file(csv_file(tmp_path, ""), MAPPING)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = csv_file(tmp_path, HEADER)
    with path.open("r+b") as file:
        file.truncate(file_layout.LARGEST_FILE + 1)

    with pytest.raises(MalformedError, match="at most 200 MB"):
        read_file(path, MAPPING)


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        (replace(MAPPING, text="tekst"), "'tekst' cannot be the text: there is no such column"),
        (replace(MAPPING, link="twice"), "'twice' cannot be the link: two columns"),
        (replace(MAPPING, text=""), "Name the columns"),
        (replace(MAPPING, zone="Europe/Atlantis"), "no time zone 'Europe/Atlantis'"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused(
    tmp_path: Path, mapping: ColumnMapping, sentence: str
) -> None:
    path = csv_file(tmp_path, HEADER.strip() + ",twice,twice\n")

    with pytest.raises(UsageError, match=sentence):
        read_file(path, mapping)


def test_a_header_that_cannot_be_read_has_no_columns(tmp_path: Path) -> None:
    long = "a" * (file_layout.LARGEST_FIELD + 1)
    first = csv_file(tmp_path, HEADER + row(1))
    read_file(first, MAPPING)

    assert header_of(csv_file(tmp_path, f"sep=;\n{long}")) == ()
    assert header_of(csv_file(tmp_path, "sep=;\n")) == ()


@settings(deadline=None, max_examples=60)
@given(rows=st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20)), max_size=12))
def test_no_row_is_ever_lost(
    tmp_path_factory: pytest.TempPathFactory, rows: Sequence[tuple[str, str]]
) -> None:
    buffer = io.StringIO()
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL)
    writer.writerow(("id", "text", "date"))
    writer.writerows((remote_id, text, DATE) for remote_id, text in rows)
    path = csv_file(tmp_path_factory.mktemp("any"), buffer.getvalue())

    read = read_file(path, ColumnMapping("text", "date", "id"))

    assert len(read.comments) + len(read.rejected) == len(rows)
