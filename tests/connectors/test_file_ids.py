"""Whose words a row is: ids that two files share, and rows without an id."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.connectors.exports import (
    DATE,
    HEADER,
    MAPPING,
    POSTED_AT,
    csv_file,
    on_desk,
    row,
)
from tests.connectors.reading import ids
from webcare_desk.connectors.file_import import Import, read_file
from webcare_desk.domain.comment import Comment

NO_IDS = replace(MAPPING, id="", link="")


def read(path: Path, *had: Comment) -> Import:
    """Read a file on a desk that has some comments of its source."""
    return read_file(path, MAPPING, {each.remote_id: each for each in had}.get)


@pytest.mark.parametrize(
    ("before", "how"),
    [
        (on_desk("2", author="Bert"), "by another author"),
        (on_desk("2", posted_at=POSTED_AT + 1), "that was posted at another moment"),
    ],
)
def test_a_row_with_the_id_of_somebody_elses_comment_is_rejected(
    tmp_path: Path, before: Comment, how: str
) -> None:
    found = read(csv_file(tmp_path, HEADER + row(1) + row(2, "Ik heb koorts") + row(3)), before)

    (rejected,) = found.rejected
    assert (rejected.line, ids(list(found.comments))) == (3, ["1", "3"])
    assert rejected.reason == (
        f"The desk has a comment with this id {how}. "
        "A file from elsewhere needs a name of its own: --source."
    )


@pytest.mark.parametrize("author", ["Anne", ""])
def test_the_same_comment_in_other_words_is_an_edit(tmp_path: Path, author: str) -> None:
    found = read(csv_file(tmp_path, HEADER + row(1, "anders")), on_desk("1", author=author))

    assert (ids(list(found.comments)), found.rejected) == (["1"], ())


def test_no_answer_goes_to_the_comment_that_only_has_the_same_id(tmp_path: Path) -> None:
    content = (
        HEADER
        + f"4,Eva,ik ook,{DATE},t1,3,\n3,Dirk,ik ook,{DATE},t1,2,\n"
        + row(2)
        + f"5,Anne,nee,{DATE},t1,2,\n"
    )

    found = read(csv_file(tmp_path, content), on_desk("2", author="Bert"), on_desk("5"))

    assert ids(list(found.comments)) == ["5"]
    assert [each.line for each in found.rejected] == [2, 3, 4]
    assert found.rejected[0].reason == "This row answers a row that is another comment on the desk."


def test_the_same_words_with_another_date_are_the_same_comment_which_keeps_its_date(
    tmp_path: Path,
) -> None:
    """Somebody says now which zone, or which way of writing dates, was meant."""
    known = on_desk("1", posted_at=POSTED_AT - 3_600_000_000), on_desk("2")

    found = read(csv_file(tmp_path, HEADER + row(1) + row(2)), *known)

    assert (found.rejected, found.redated) == ((), (2,))
    assert {each.remote_id: each.posted_at for each in found.comments} == {
        "1": POSTED_AT - 3_600_000_000,
        "2": POSTED_AT,
    }


def test_a_row_without_an_id_gets_the_same_id_in_every_import(tmp_path: Path) -> None:
    path = csv_file(tmp_path, HEADER + row(1, "een") + row(2, "twee") + row(3, "twee"))

    first, second = read_file(path, NO_IDS), read_file(path, NO_IDS)

    assert first == second
    assert len({comment.remote_id for comment in first.comments}) == 2
    assert [(each.line, each.reason) for each in first.rejected] == [
        (4, "This row says the same as line 3.")
    ]


def test_a_like_more_makes_no_second_comment_of_a_row_without_an_id(tmp_path: Path) -> None:
    header, line = "author,text,date,likes\n", f"Anne,koorts,{DATE},"
    mapping = replace(NO_IDS, thread="", parent="")

    before = read_file(csv_file(tmp_path, f"{header}{line}3\n"), mapping)
    after = read_file(csv_file(tmp_path, f"{header}{line}4\n"), mapping)

    assert before.comments == after.comments


@pytest.mark.parametrize("column", ["author", "text", "date", "thread", "parent", "link"])
def test_each_column_that_was_named_tells_rows_without_an_id_apart(
    tmp_path: Path, column: str
) -> None:
    fields = {
        "author": "Anne",
        "text": "hoi",
        "date": DATE,
        "thread": "t",
        "parent": "",
        "link": "",
    }
    other = fields | {column: "2026-10-24" if column == "date" else "x"}
    lines = "".join(",".join(each.values()) + "\n" for each in (fields, other))
    path = csv_file(tmp_path, ",".join(fields) + "\n" + lines)

    assert len(read_file(path, replace(MAPPING, id="")).comments) == 2


@pytest.mark.parametrize(
    ("header", "line", "time", "known"),
    [
        ("author,text,date", "a,hoi,2026-01-01", "", "b0b4ec001b8a8ecb6149d95f3b46e78b"),
        ("author,text,date,at", "a,hoi,2026-01-01,11:30", "at", "babbfa30fa941c958ef87dcce60578d5"),
    ],
)
def test_a_row_without_an_id_keeps_the_id_that_an_earlier_import_gave_it(
    tmp_path: Path, header: str, line: str, time: str, known: str
) -> None:
    """Another one would bring every comment of a grown export in again."""
    mapping = replace(NO_IDS, thread="", parent="", time=time)

    (found,) = read_file(csv_file(tmp_path, f"{header}\n{line}\n"), mapping).comments

    assert found.remote_id == f"row-{known}"
