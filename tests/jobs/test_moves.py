"""What is no move: what a file says, what a platform does not tell, and what the desk has not."""

from dataclasses import replace

import pytest

from tests.jobs.faulty import ALL, Platform
from tests.jobs.test_poll_overtaken import calm
from tests.support.desks import SOURCE, Bench, arrival
from webcare_desk.connectors.base import Page
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.jobs.poll import poll
from webcare_desk.store.base import LogFilter

FIRST = arrival(1).comment
SECOND = arrival(2, parent="r1").comment


def polled(bench: Bench, *pages: RemoteComment, is_file: bool = False) -> None:
    """Poll a source once for each of these, as it stands then."""
    source = Platform(bench.clock, capabilities=replace(ALL, detects_edits=not is_file))
    source.pages.extend(Page((each,), "c", more=False, expected=1) for each in pages)
    for _ in pages:
        poll(bench.desk, source, calm)


def moves(bench: Bench) -> list[int | None]:
    """Return which comments were found moved."""
    return [
        each.subject for each in bench.desk.read.entries(LogFilter(action="record-move"), None, 9)
    ]


@pytest.mark.parametrize("is_file", [False, True])
def test_only_a_platform_says_where_a_comment_stands_now(bench: Bench, *, is_file: bool) -> None:
    polled(bench, FIRST, replace(FIRST, thread="t9"), is_file=is_file)
    found = bench.desk.read.comment_named(SOURCE, FIRST.remote_id)
    assert found is not None
    assert found.thread == (FIRST.thread if is_file else "t9")
    assert len(moves(bench)) == (not is_file)


def test_what_is_answered_and_comes_in_later_or_never_moves_nothing(bench: Bench) -> None:
    polled(bench, SECOND, SECOND, FIRST, SECOND, replace(SECOND, parent="r77"))
    assert moves(bench) == []
