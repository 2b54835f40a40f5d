"""Polling: nothing missed in silence, edits and deletions found, a record of every poll."""

from dataclasses import replace

import pytest

from tests.jobs.faulty import ALL, Fault, Platform
from tests.support.desks import SOURCE, SYSTEM, Bench, arrival, triage
from webcare_desk.actions import PutProtocolInForce
from webcare_desk.connectors.base import Page
from webcare_desk.domain.audit import Digest, Name
from webcare_desk.domain.comment import Comment, RemoteComment, Visibility
from webcare_desk.domain.coverage import Coverage, CoverageState
from webcare_desk.domain.finding import Screening, Tier
from webcare_desk.domain.occasion import Addressee, Circumstances
from webcare_desk.domain.triage import Triage
from webcare_desk.errors import (
    MalformedError,
    RateLimitedError,
    SecretError,
    UnavailableError,
    WebcareError,
)
from webcare_desk.jobs.poll import poll

COMPLETE, PARTIAL, FAILED = CoverageState.COMPLETE, CoverageState.PARTIAL, CoverageState.FAILED


class Triaging:
    """Triage that remembers what it was asked about, and in which order."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.asked: list[str] = []
        self.parents: dict[str, Screening | None] = {}
        self.told: dict[str, Circumstances] = {}

    def __call__(
        self, comment: RemoteComment, parent: Screening | None, told: Circumstances
    ) -> Triage:
        """Screen; what answers something strong is strong too."""
        self.told[comment.remote_id] = told
        self.asked.append(comment.remote_id)
        self.parents[comment.remote_id] = parent
        return triage(Tier.STRONG if parent or "koorts" in comment.text else Tier.CHECK)


@pytest.fixture
def source(bench: Bench) -> Platform:
    """Give a platform without pages."""
    return Platform(bench.clock)


def remote(n: int, text: str = "Ik heb hoofdpijn", parent: str | None = None) -> RemoteComment:
    return arrival(n, text, parent=parent).comment


def page(*comments: RemoteComment, cursor: str = "c", more: bool = False) -> Page:
    return Page(comments, cursor, more, expected=len(comments))


def polled(bench: Bench, source: Platform, *pages: Page | Exception, most: int = 200) -> Coverage:
    """Poll a source that gives these pages, and check that the record was kept."""
    source.pages.extend(pages)
    coverage = poll(bench.desk, source, Triaging(), pages=most)
    assert bench.desk.read.coverage(SOURCE, 1) == [coverage]
    return coverage


def kept(bench: Bench, remote_id: str) -> Comment:
    found = bench.desk.read.comment_named(SOURCE, remote_id)
    assert found is not None
    return found


def test_what_a_source_could_not_read_of_its_own_is_a_gap(bench: Bench, source: Platform) -> None:
    first = replace(page(remote(1), cursor="a", more=True), problem="Two rows are no text.")
    coverage = polled(bench, source, first, most=1)
    assert coverage.state is PARTIAL
    assert coverage.problem is not None
    assert "more than 1 pages" in coverage.problem
    assert coverage.problem.endswith("Two rows are no text.")
    last = replace(page(remote(2)), problem="Two rows are no text.")
    assert polled(bench, source, last).problem == "Two rows are no text."


def test_pages_are_read_to_the_end_and_the_next_poll_goes_on_from_there(
    bench: Bench, source: Platform
) -> None:
    coverage = polled(bench, source, page(remote(1), cursor="a", more=True), page(remote(2)))
    assert (coverage.state, coverage.seen, coverage.added) == (COMPLETE, 2, 2)
    assert (coverage.expected, coverage.problem) == (1, None)
    assert coverage.began_at < coverage.ended_at
    polled(bench, source, page(remote(1), remote(2)))
    assert source.cursors == [None, "a", "c"]


def test_a_poll_that_finds_nothing_leaves_a_record_and_no_other_entry(
    bench: Bench, source: Platform
) -> None:
    before = bench.desk.read.log_size()
    coverage = polled(bench, source, page())
    assert (coverage.state, coverage.seen, coverage.added) == (COMPLETE, 0, 0)
    assert [entry.action for entry in bench.desk.changes(before - 1)] == ["record-coverage"]


def test_what_is_known_is_neither_triaged_nor_written_again(bench: Bench, source: Platform) -> None:
    polled(bench, source, page(remote(1)))
    source.pages.append(page(remote(1), remote(2)))
    asking = Triaging()
    assert poll(bench.desk, source, asking).added == 1
    assert asking.asked == ["r2"]


def test_an_edit_and_a_hiding_on_a_page_are_kept(bench: Bench, source: Platform) -> None:
    polled(bench, source, page(remote(1), remote(2)))
    hidden = replace(remote(2), visibility=Visibility.HIDDEN)
    coverage = polled(bench, source, page(remote(1, "Nu ook koorts"), hidden))
    assert coverage.added == 2
    assert kept(bench, "r1").text == "Nu ook koorts"
    assert kept(bench, "r1").revision == 2
    assert (kept(bench, "r2").visibility, kept(bench, "r2").revision) == (Visibility.HIDDEN, 1)


def test_a_reply_before_its_parent_on_the_page_still_inherits(
    bench: Bench, source: Platform
) -> None:
    asking = Triaging()
    source.pages.append(page(remote(3, "ik ook", "r2"), remote(2, "ja", "r1"), remote(1, "koorts")))
    poll(bench.desk, source, asking)
    assert asking.asked == ["r1", "r2", "r3"]
    assert asking.parents["r1"] is None
    assert [getattr(asking.parents[each], "tier", None) for each in ("r2", "r3")] == [2, 2]


def test_a_reply_inherits_from_what_the_desk_knows_already(bench: Bench, source: Platform) -> None:
    polled(bench, source, page(remote(1, "koorts")))
    asking = Triaging()
    source.pages.append(page(remote(1, "koorts"), remote(2, "ik ook", "r1"), remote(3, "?", "r9")))
    poll(bench.desk, source, asking)
    assert getattr(asking.parents["r2"], "tier", None) is Tier.STRONG
    assert asking.parents["r3"] is None
    name = source.source
    assert asking.told["r2"] == Circumstances(name, Addressee.OTHER)
    assert asking.told["r3"] == Circumstances(name)
    again = replace(remote(6, "nog iets", "r1"), author_name=remote(1).author_name)
    ours = replace(remote(4, "dag"), own=True)
    source.pages.append(page(ours, remote(5, "dank", "r4"), again))
    poll(bench.desk, source, asking)
    assert asking.told["r6"] == Circumstances(name, Addressee.SELF)
    assert asking.told["r5"] == Circumstances(name, Addressee.DESK)


def test_comments_that_answer_each_other_in_a_ring_are_kept(bench: Bench, source: Platform) -> None:
    ring = page(remote(1, parent="r2"), remote(2, parent="r1"), remote(3, parent="r3"))
    assert polled(bench, source, ring).added == 3


def test_the_same_comment_twice_on_a_page_is_one_comment(bench: Bench, source: Platform) -> None:
    coverage = polled(bench, source, page(remote(1), remote(1)))
    assert (coverage.seen, coverage.added) == (1, 1)


def test_a_large_page_is_kept_in_small_transactions(bench: Bench, source: Platform) -> None:
    before = bench.desk.read.log_size()
    assert polled(bench, source, page(*(remote(n) for n in range(501)))).added == 501
    actions = [entry.action for entry in bench.desk.changes(before - 1)]
    assert actions == ["ingest", "ingest", "record-coverage"]


def test_an_edit_that_no_page_shows_is_found_by_reading_again(
    bench: Bench, source: Platform
) -> None:
    polled(bench, source, page(remote(1), remote(2)))
    source.now = {"r1": remote(1, "Toch koorts")}
    coverage = polled(bench, source, page(remote(2)))
    assert source.asked == ["r1"]
    assert (coverage.seen, coverage.added) == (1, 1)
    assert kept(bench, "r1").text == "Toch koorts"


def test_a_comment_that_is_gone_is_deleted_but_its_words_stay(
    bench: Bench, source: Platform
) -> None:
    polled(bench, source, page(remote(1), remote(2, "ik ook", "r1")))
    assert polled(bench, source, page(remote(1))).added == 1
    gone = kept(bench, "r2")
    assert (gone.visibility, gone.text, gone.author_name) == (
        Visibility.DELETED,
        "ik ook",
        "Anna 2",
    )
    assert gone.screening.tier is Tier.STRONG
    assert polled(bench, source, page(remote(1))).added == 0
    assert source.asked == ["r2", "r2"]
    assert source.calls.count("visibility_of") == 1


def test_a_deleted_thread_starter_is_deleted_too(bench: Bench, source: Platform) -> None:
    polled(bench, source, page(remote(1)))
    polled(bench, source, page())
    assert kept(bench, "r1").visibility is Visibility.DELETED


def test_where_a_platform_cannot_show_deletions_nothing_is_taken_for_deleted(
    bench: Bench, source: Platform
) -> None:
    source.capabilities = replace(ALL, detects_deletes=False)
    polled(bench, source, page(remote(1)))
    assert polled(bench, source, page()).added == 0
    assert kept(bench, "r1").visibility is Visibility.VISIBLE
    source.capabilities = replace(ALL, detects_deletes=False, detects_edits=False)
    source.asked.clear()
    polled(bench, source, page())
    assert source.asked == []


def test_a_comment_that_cannot_be_read_leaves_the_others_looked_at(
    bench: Bench, source: Platform
) -> None:
    polled(bench, source, page(remote(1), remote(2), remote(3)))
    source.now = {"r2": remote(2, "Toch koorts")}
    unread = replace(page(remote(1)), problem="Comment 4 is too large.")
    coverage = polled(bench, source, replace(unread, more=True), unread)
    assert (coverage.state, coverage.problem) == (PARTIAL, "Comment 4 is too large.")
    assert kept(bench, "r2").text == "Toch koorts"
    assert kept(bench, "r2").visibility is Visibility.VISIBLE
    assert kept(bench, "r3").visibility is Visibility.DELETED


@pytest.mark.parametrize(
    "error",
    [
        UnavailableError("no connection"),
        MalformedError("the same page again"),
        RateLimitedError("wait 60 seconds", 60.0),
        SecretError("no keyring"),
    ],
)
def test_an_error_before_the_first_page_is_a_failed_poll_that_leaves_the_place(
    bench: Bench, source: Platform, error: WebcareError
) -> None:
    polled(bench, source, page(remote(1), cursor="here"))
    coverage = polled(bench, source, error)
    assert (coverage.state, coverage.seen) == (FAILED, 0)
    assert (coverage.problem or "").startswith(str(error))
    assert bench.desk.read.cursor(SOURCE) == "here"
    assert [gap for _, gap in bench.desk.read.gaps()] == [coverage]


def test_an_error_after_a_page_keeps_the_page_and_moves_on_from_it(
    bench: Bench, source: Platform
) -> None:
    error = MalformedError("half a page")
    coverage = polled(bench, source, page(remote(1), cursor="a", more=True), error)
    assert (coverage.state, coverage.added, coverage.problem) == (PARTIAL, 1, "half a page")
    assert bench.desk.read.cursor(SOURCE) == "a"
    assert polled(bench, source, page(remote(2))).state is COMPLETE
    assert source.cursors == [None, "a", "a"]


def test_a_source_without_end_is_left_after_so_many_pages_and_gone_on_with(
    bench: Bench, source: Platform
) -> None:
    endless = [page(remote(n), cursor=f"c{n}", more=True) for n in range(3)]
    coverage = polled(bench, source, *endless, most=3)
    assert coverage.state is PARTIAL
    assert coverage.problem is not None
    assert "3 pages" in coverage.problem
    assert bench.desk.read.cursor(SOURCE) == "c2"


def test_when_reading_again_fails_the_poll_covers_only_in_part(
    bench: Bench, source: Platform
) -> None:
    polled(bench, source, page(remote(1), cursor="a"))
    source.faults.append(Fault(UnavailableError("no connection")))
    coverage = polled(bench, source, page(cursor="b"))
    assert (coverage.state, coverage.problem) == (PARTIAL, "no connection")
    assert bench.desk.read.cursor(SOURCE) == "b"
    assert kept(bench, "r1").visibility is Visibility.VISIBLE


def test_no_transaction_is_open_while_the_platform_is_asked(bench: Bench, source: Platform) -> None:
    polled(bench, source, page(remote(1)))
    action = PutProtocolInForce(Name("base@1"), Digest("0" * 64))
    source.faults.append(Fault(during=lambda: bench.desk.perform(action, SYSTEM)))
    polled(bench, source, page())
    assert bench.desk.read.fact("protocol") == "0" * 64
