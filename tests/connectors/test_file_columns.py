"""The columns of a file: those of JSON Lines stand nowhere but in the rows."""

import csv
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.connectors.exports import csv_file, header_of
from webcare_desk.connectors.file_import import mapping_of, read_file
from webcare_desk.errors import MalformedError, UsageError


def json_lines(folder: Path, *rows: Mapping[str, object]) -> Path:
    """Write rows as JSON Lines."""
    path = folder / "export.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_a_field_that_is_null_or_comes_late_is_a_column(tmp_path: Path) -> None:
    rows = [{"id": n, "parent_id": None} for n in range(60)]

    assert header_of(json_lines(tmp_path, *rows, {"id": 60, "link": "x"})) == (
        "id",
        "parent_id",
        "link",
    )


def test_an_object_that_is_missing_in_some_rows_is_no_column_beside_its_fields(
    tmp_path: Path,
) -> None:
    rows: tuple[dict[str, object], ...] = (
        {"parent": None, "user": "Anne"},
        {"parent": {"id": 5}, "user": {"name": "Bert"}},
    )

    assert header_of(json_lines(tmp_path, *rows)) == ("user", "parent.id", "user.name")


@pytest.mark.parametrize("name", ["export.json", "export.jsonl", "export.csv"])
@pytest.mark.parametrize("content", ['[{"id": 1}, {"id": 2}]', '[\n {\n  "id": 1\n }\n]\n', "[]"])
def test_one_list_of_json_is_told_from_json_lines(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content + " " * 200_000, encoding="utf-8")

    with pytest.raises(MalformedError, match="is one JSON list: save it as JSON Lines"):
        mapping_of(path, {})


def test_a_header_may_be_longer_than_a_csv_reader_takes_and_may_begin_with_a_bracket(
    tmp_path: Path,
) -> None:
    limit = csv.field_size_limit(131_072)  # as in a process that has read no table yet
    try:
        with pytest.raises(UsageError, match="No column looks like the text"):
            mapping_of(csv_file(tmp_path, "<html>" + "x" * 200_000), {})
    finally:
        csv.field_size_limit(limit)
    assert header_of(csv_file(tmp_path, "[id];[text]\n1;hoi\n")) == ("[id]", "[text]")


def deep(levels: int) -> dict[str, object]:
    row: dict[str, object] = {"x": "y"}
    for _ in range(levels):
        row = {"": row}
    return row


@pytest.mark.parametrize("row", [{"." * 5_000: "x"}, deep(300), {"user": {"x" * 196: "y"}}])
def test_a_field_of_an_endless_name_rejects_its_row(tmp_path: Path, row: dict[str, object]) -> None:
    """Else one line of 120 kB takes 4 GB: each dot may end the name of what the field is in."""
    good = {"text": "hoi", "date": "2026-01-01"}
    path = json_lines(tmp_path, good, {**good, **row}, {**good, "user": {"x" * 195: "y"}})
    assert header_of(path) == ("text", "date", f"user.{'x' * 195}")
    found = read_file(path, mapping_of(path, {}))
    assert [each.reason for each in found.rejected] == [
        "A field of this row has a name of over 200 letters.",
        "This row says the same as line 1.",
    ]


def test_a_file_of_endless_columns_is_no_export(tmp_path: Path) -> None:
    names = [f"c{number}" for number in range(10_001)]
    table = csv_file(tmp_path, ",".join(names) + "\n")
    for path in (table, json_lines(tmp_path, *({name: "x"} for name in names))):
        with pytest.raises(MalformedError, match="more than 10,000 columns"):
            mapping_of(path, {})
    most = csv_file(tmp_path, ",".join(names[1:]) + "\n")
    assert len(header_of(most)) == 10_000


@pytest.mark.parametrize(("time", "none"), [("11:30", ""), ("2:05 PM", " ")])
def test_a_row_without_a_time_among_rows_with_one_is_read_by_its_day(
    tmp_path: Path, time: str, none: str
) -> None:
    rows = f"Datum,Tijd,Tekst\n13-02-2026,{none},koorts\n14-02-2026,{time},hoi\nmorgen,,hoi\n"
    path = csv_file(tmp_path, rows)

    found = read_file(path, mapping_of(path, {"zone": "UTC"}))

    assert min(each.posted_at for each in found.comments) == 1_770_940_800_000_000
    assert [each.line for each in found.rejected] == [4]
