"""Threads of a file without a column of them: no stranger's words beside a comment."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.connectors.exports import DATE, HEADER, MAPPING, csv_file, on_desk
from tests.connectors.reading import ids
from webcare_desk.connectors.file_import import preview, read_file
from webcare_desk.connectors.file_threads import begun_by
from webcare_desk.domain.comment import Comment

NO_THREADS = replace(MAPPING, thread="")


def rows(*answers: tuple[str, str], thread: str = "t1") -> str:
    """Return a file of rows, each with the row it answers."""
    lines = (f"{one},Anne,hoi {one},{DATE},{thread},{parent},\n" for one, parent in answers)
    return HEADER + "".join(lines)


def threads(path: Path, *had: Comment) -> dict[str, str]:
    """Return the thread of each row, on a desk that has some comments."""
    known = {each.remote_id: each for each in had}
    return {each.remote_id: each.thread for each in read_file(path, NO_THREADS, known.get).comments}


def test_rows_that_answer_nothing_known_are_each_a_thread_of_their_own(tmp_path: Path) -> None:
    path = csv_file(tmp_path, rows(("1", ""), ("2", ""), ("3", "0"), ("4", "0")))

    assert threads(path) == {each: begun_by(each) for each in "1234"}
    assert len({each.thread for each in preview(path, NO_THREADS).comments}) == 4


def test_the_name_of_a_thread_says_nothing_of_the_comment_that_began_it() -> None:
    tweet = "1789012345678901234"
    assert tweet not in begun_by(tweet)
    assert begun_by(tweet) != begun_by("1789012345678901235")


@pytest.mark.parametrize("order", [1, -1])
def test_an_answer_and_all_that_it_answers_are_one_thread(tmp_path: Path, order: int) -> None:
    answers = (("1", ""), ("2", "1"), ("3", "2"), ("4", "1"), ("5", ""))
    path = csv_file(tmp_path, rows(*answers[::order]))

    assert threads(path) == dict.fromkeys("1234", begun_by("1")) | {"5": begun_by("5")}


def test_an_answer_joins_the_thread_that_its_parent_has_on_the_desk(tmp_path: Path) -> None:
    path = csv_file(tmp_path, rows(("8", "7"), ("9", "8")))

    assert threads(path, on_desk("7", thread="comment 3")) == dict.fromkeys("89", "comment 3")


def test_rows_that_answer_one_another_in_a_ring_are_one_thread(tmp_path: Path) -> None:
    path = csv_file(tmp_path, rows(("1", "3"), ("2", "1"), ("3", "2"), ("4", "4")))

    assert len({threads(path)[each] for each in "123"}) == 1
    assert threads(path)["4"] == begun_by("4")


def test_a_thread_that_the_file_tells_is_kept_and_holds_for_answers_without_one(
    tmp_path: Path,
) -> None:
    content = rows(("1", "")) + rows(("2", "1"), thread="")[len(HEADER) :]
    path = csv_file(tmp_path, content)

    assert {each.thread for each in read_file(path, MAPPING).comments} == {"t1"}


def test_a_file_that_begins_with_the_newest_is_read_parents_first(tmp_path: Path) -> None:
    dates = {"4": "2026-03-03", "3": "2026-03-02", "2": "2026-03-01", "1": "2026-03-01"}
    parents = {"4": "", "3": "5", "2": "1", "1": ""}
    lines = [f"{one},Anne,hoi {one},{date},,{parents[one]},\n" for one, date in dates.items()]
    path = csv_file(tmp_path, HEADER + "".join(lines) + "5,Anne,hoi,2026-03-04,,,\n")

    assert ids(list(read_file(path, MAPPING).comments)) == ["1", "2", "5", "3", "4"]
    assert ids(list(preview(path, MAPPING).comments)) == ["4", "3", "2", "1", "5"]
