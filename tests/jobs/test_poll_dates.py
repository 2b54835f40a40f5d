"""A comment with a date that cannot be is kept, told, and keeps nothing else out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.jobs.faulty import Platform
from tests.support.desks import MORNING, SOURCE, Bench, arrival
from webcare_desk.connectors.base import Page
from webcare_desk.domain.comment import AHEAD, EARLIEST, Comment, RemoteComment
from webcare_desk.domain.coverage import Coverage, CoverageState
from webcare_desk.jobs.poll import poll
from webcare_desk.paths import protocols_dir, resources_dir
from webcare_desk.protocol.library import load_pack
from webcare_desk.screening.lines import load_both
from webcare_desk.triage import Triager, prepare_triage

FAR = int(datetime(9999, 12, 30, tzinfo=UTC).timestamp()) * 1_000_000


@pytest.fixture(scope="module")
def triager() -> Triager:
    """Give the triage of the program's own protocol, which counts office hours."""
    protocol = load_pack(protocols_dir(), "varen").protocol
    assert protocol is not None
    return prepare_triage(protocol, *load_both(resources_dir()))


@pytest.fixture
def read(bench: Bench, triager: Triager) -> Callable[..., Coverage]:
    """Give a poll of a source that has these comments."""

    def polled(*comments: RemoteComment) -> Coverage:
        source = Platform(bench.clock)
        source.pages.append(Page(comments, "c", more=False))
        source.now = {comment.remote_id: comment for comment in comments}
        return poll(bench.desk, source, triager)

    return polled


def dated(number: int, at: int, text: str = "Waar kan ik me aanmelden?") -> RemoteComment:
    return replace(arrival(number, text).comment, posted_at=at)


def kept(bench: Bench, remote_id: str) -> Comment:
    found = bench.desk.read.comment_named(SOURCE, remote_id)
    assert found is not None
    return found


@pytest.mark.parametrize("odd", [FAR, 2**63 - 1, 0, -(10**18), EARLIEST - 1, MORNING + 2 * AHEAD])
def test_a_date_that_cannot_be_loses_no_comment_of_its_page(
    bench: Bench, read: Callable[..., Coverage], odd: int
) -> None:
    began = bench.clock()
    good = dated(1, MORNING, "Ik lig in het ziekenhuis door Ventora")
    coverage = read(good, dated(2, odd))
    assert bench.desk.read.coverage(SOURCE) == [coverage]
    assert (coverage.state, coverage.seen, coverage.added) == (CoverageState.PARTIAL, 2, 2)
    assert "1 (r2)" in (coverage.problem or "")
    assert (kept(bench, "r1").posted_at, bench.desk.read.cursor(SOURCE)) == (MORNING, "c")
    assert began < kept(bench, "r2").posted_at < bench.clock()


def test_such_a_date_is_told_once_and_an_edit_leaves_it(
    bench: Bench, read: Callable[..., Coverage]
) -> None:
    read(dated(2, FAR))
    at = kept(bench, "r2").posted_at
    assert read(dated(2, FAR)).state is CoverageState.COMPLETE
    edited = read(dated(2, FAR, "Waar kan ik me afmelden?"))
    assert (edited.state, edited.added, edited.problem) == (CoverageState.COMPLETE, 1, None)
    assert (kept(bench, "r2").posted_at, kept(bench, "r2").revision) == (at, 2)


@pytest.mark.parametrize("at", [EARLIEST, MORNING + AHEAD])
def test_a_date_that_can_be_is_kept_as_it_is(
    bench: Bench, read: Callable[..., Coverage], at: int
) -> None:
    assert read(dated(1, at)).state is CoverageState.COMPLETE
    assert kept(bench, "r1").posted_at == at
