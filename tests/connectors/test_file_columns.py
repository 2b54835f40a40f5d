"""The columns of JSON Lines: they stand nowhere but in the rows."""

import json
from collections.abc import Mapping
from pathlib import Path

from webcare_desk.connectors.file_import import header_of


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
