"""A file as a source: the reading half of the contract, and no way back."""

import csv
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from tests.connectors.exports import DATE, HEADER, MAPPING, csv_file, row
from tests.connectors.reading import Platform, ReadingContract, answer_to, ids, poll
from webcare_desk.connectors import file_comments
from webcare_desk.connectors.base import Connector
from webcare_desk.connectors.file_import import PAGE, FileSource, preview
from webcare_desk.domain.comment import Visibility
from webcare_desk.errors import ForbiddenError


@dataclass
class FilePlatform:
    """A file that somebody exports anew after each change."""

    path: Path
    rows: dict[str, dict[str, str]] = field(default_factory=dict)
    number: int = 0
    thread: str = "t1"

    @property
    def connector(self) -> Connector:
        """Return a source that has not read the file yet."""
        return FileSource("listening", self.path, MAPPING)

    @property
    def stranger(self) -> Connector:
        """Return the same: a file has no password."""
        return self.connector

    def write(self, text: str, parent: str | None = None) -> str:
        """Add a row."""
        self.number += 1
        remote_id = f"c{self.number}"
        fields = {"id": remote_id, "author": "Anne", "text": text, "date": DATE}
        self.rows[remote_id] = fields | {"thread": self.thread, "parent": parent or "", "link": ""}
        self.export()
        return remote_id

    def edit(self, remote_id: str, text: str) -> None:
        """Change a row."""
        self.rows[remote_id]["text"] = text
        self.export()

    def remove(self, remote_id: str) -> None:
        """Take a row out."""
        del self.rows[remote_id]
        self.export()

    def export(self) -> None:
        """Write the file."""
        with self.path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, HEADER.strip().split(","))
            writer.writeheader()
            writer.writerows(self.rows.values())


@pytest.fixture
def platform(tmp_path: Path) -> Platform:
    """Return an export without rows."""
    platform = FilePlatform(tmp_path / "export.csv")
    platform.export()
    return platform


class TestFileSource(ReadingContract):
    """The reading half of the contract over a file."""


def test_a_file_takes_no_answer_and_says_so(platform: Platform) -> None:
    remote_id = platform.write("hoi")
    source, reply = platform.connector, answer_to(platform, remote_id, "Beste Anne")
    verbs = (
        lambda: source.reply(reply),
        lambda: source.find(reply),
        lambda: source.set_visibility(remote_id, Visibility.HIDDEN),
        lambda: source.delete(remote_id, confirmed=True),
        lambda: source.visibility_of(remote_id),
    )

    for verb in verbs:
        with pytest.raises(ForbiddenError, match=r"came from the file export\.csv and cannot be"):
            verb()


def test_a_long_file_is_read_page_by_page_and_the_next_time_from_its_start(tmp_path: Path) -> None:
    rows = PAGE + 100
    source = FileSource("s", csv_file(tmp_path, HEADER + "".join(map(row, range(rows)))), MAPPING)
    first, cursor = poll(source)

    second, _ = poll(source, cursor)

    assert ids(first) == [str(number) for number in range(rows)]
    assert ids(second) == ids(first)
    assert source.fetch(None).expected == rows
    beyond = '{"after": 9999, "mark": 1}'
    assert ids(list(source.fetch(beyond).comments)) == ids(first)[:PAGE]


def test_an_import_that_was_broken_off_goes_on_where_it_was(tmp_path: Path) -> None:
    path = csv_file(tmp_path, HEADER + "".join(map(row, range(PAGE + 100))))
    page = FileSource("s", path, MAPPING).fetch(None)

    rest, _ = poll(FileSource("s", path, MAPPING), page.cursor)

    assert page.more
    assert ids(rest) == [str(number) for number in range(PAGE, PAGE + 100)]


@pytest.mark.parametrize("change", ["file", "mapping"])
def test_another_file_or_mapping_is_read_from_its_start(tmp_path: Path, change: str) -> None:
    content = HEADER + "".join(row(n, f"hoi {n}") for n in range(PAGE + 100))
    cursor = FileSource("s", csv_file(tmp_path, content), MAPPING).fetch(None).cursor
    other = content.replace("hoi 7,", "koorts,")
    path = csv_file(tmp_path, other if change == "file" else content)
    mapping = replace(MAPPING, text="author") if change == "mapping" else MAPPING

    comments, _ = poll(FileSource("s", path, mapping), cursor)

    assert len(comments) == PAGE + 100


@pytest.mark.parametrize(
    "date", ["9999-12-30T10:00", "1989-12-31T23:59:59Z", "1900-01-01T00:00:00Z"]
)
def test_a_row_with_a_date_that_cannot_be_is_rejected_with_its_line(
    tmp_path: Path, date: str
) -> None:
    rows = HEADER + row(1) + row(2, date=date) + row(3)
    report = FileSource("s", csv_file(tmp_path, rows), MAPPING).report
    reason = f"The date '{date}' cannot be: it is before 1990, or still to come."
    assert [(each.line, each.reason) for each in report.rejected] == [(3, reason)]
    assert ids(list(report.comments)) == ["1", "3"]


def test_rejected_rows_beyond_the_first_ones_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each with its sentence takes a hundred times the room of a short row."""
    monkeypatch.setattr(file_comments, "_LISTED", 2)
    path = csv_file(tmp_path, HEADER + row(1) + "a\n" * 5 + row(2))
    report = FileSource("listening", path, MAPPING).report
    assert [each.line for each in report.rejected] == [3, 4]
    assert (report.refused, report.rows, len(report.comments)) == (5, 7, 2)
    page = FileSource("listening", path, MAPPING).fetch(None)
    assert page.expected == 7
    assert page.problem == "Rejected rows of the file: 5 of 7 (lines 3, 4 and 3 more)."
    assert preview(path, MAPPING).unlisted == 3
