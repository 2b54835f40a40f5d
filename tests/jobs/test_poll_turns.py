"""What waits for somebody is read again in turns, however many newer comments came in."""

from dataclasses import replace

import pytest

from tests.jobs.faulty import Platform
from tests.jobs.test_poll_overtaken import calm
from tests.support.desks import CALM, SOURCE, Bench, arrival, escalate, take_in
from webcare_desk.actions import Close, DeleteComment
from webcare_desk.connectors.base import Page
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.coverage import CoverageState
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reason import Reason
from webcare_desk.jobs import poll as job
from webcare_desk.jobs.poll import note_unread, poll
from webcare_desk.jobs.send import send

NOTHING = Page((), "{}", more=False)
DAY = 24 * 3_600_000_000


@pytest.fixture
def source(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Platform:
    """Give a platform of whose comments a poll reads the newest one, and two that wait, again."""
    monkeypatch.setattr(job, "RECENT", 1)
    monkeypatch.setattr(job, "WAITING", 2)
    return Platform(bench.clock)


def polled(bench: Bench, source: Platform, page: Page = NOTHING) -> set[str]:
    """Poll once while nothing new comes in; return which comments were read again."""
    source.asked.clear()
    source.pages.append(page)
    poll(bench.desk, source, calm)
    return set(source.asked)


def test_an_old_comment_that_waits_has_its_edit_and_its_deletion_found(
    bench: Bench, source: Platform
) -> None:
    edited, deleted, *_ = take_in(bench.desk, *(arrival(n, said=CALM) for n in range(8)))
    source.now = {f"r{n}": arrival(n).comment for n in range(8) if n != 1}
    source.now["r0"] = replace(source.now["r0"], text="Ik wil niet meer leven")
    turns = [polled(bench, source) for _ in range(4)]
    assert set().union(*turns) == {f"r{n}" for n in range(8)}
    # The newest one, two that wait, and the one that was found to be deleted.
    assert max(map(len, turns)) <= 4
    found = bench.desk.read.comment(edited)
    assert found is not None
    assert found.text == "Ik wil niet meer leven"
    work = bench.desk.read.work(deleted)
    assert work is not None
    assert work.visibility is Visibility.DELETED


def test_what_waits_for_pv_alone_has_its_turn_and_what_is_done_has_none(
    bench: Bench, source: Platform, anna: Actor
) -> None:
    waits, done, _ = take_in(bench.desk, *(arrival(n, said=CALM) for n in range(3)))
    escalate(bench.desk, waits, anna)
    bench.desk.perform(Close(done, Reason.NOT_AN_ADVERSE_EVENT), anna)
    source.now = {f"r{n}": arrival(n).comment for n in range(3)}
    assert [polled(bench, source) for _ in range(2)] == [{"r0", "r2"}] * 2


def test_the_turn_goes_round_where_the_desk_was_closed_between_any_two_polls(
    bench: Bench, source: Platform
) -> None:
    take_in(bench.desk, *(arrival(n, said=CALM) for n in range(4)))
    source.now = {f"r{n}": arrival(n).comment for n in range(4)}
    read: set[str] = set()
    for _ in range(2):
        read |= polled(bench, source)
        bench.clock.pass_by(DAY)
        assert note_unread(bench.desk, SOURCE) is not None
    assert read == {f"r{n}" for n in range(4)}


def test_the_turn_goes_round_while_every_poll_leaves_the_same_gap(
    bench: Bench, source: Platform
) -> None:
    edited, *_ = take_in(bench.desk, *(arrival(n, said=CALM) for n in range(8)))
    source.now = {f"r{n}": arrival(n).comment for n in range(8)}
    source.now["r0"] = replace(source.now["r0"], text="Ik wil niet meer leven")
    odd = replace(NOTHING, problem="One comment cannot be read.")
    turns = [polled(bench, source, odd) for _ in range(4)]
    [gap] = bench.desk.read.coverage(SOURCE)
    assert (gap.state, gap.polls) == (CoverageState.PARTIAL, 4)
    assert set().union(*turns) == {f"r{n}" for n in range(8)}
    found = bench.desk.read.comment(edited)
    assert found is not None
    assert found.text == "Ik wil niet meer leven"
    assert bench.desk.read.gaps() == [(1, gap)]


def visibility(bench: Bench, comment: int) -> Visibility:
    work = bench.desk.read.work(comment)
    assert work is not None
    return work.visibility


@pytest.mark.parametrize("later", [DAY, 300 * DAY])
def test_what_was_deleted_while_it_waits_is_seen_when_it_is_back(
    bench: Bench, source: Platform, later: int
) -> None:
    gone, _ = take_in(bench.desk, *(arrival(n, said=CALM) for n in range(2)))
    source.now = {"r1": arrival(1).comment}
    polled(bench, source)
    assert visibility(bench, gone) is Visibility.DELETED
    bench.clock.pass_by(later)
    source.now["r0"] = replace(arrival(0).comment, text="Ik wil niet meer leven")
    polled(bench, source)
    assert visibility(bench, gone) is Visibility.VISIBLE
    back = bench.desk.read.comment(gone)
    assert back is not None
    assert back.text == "Ik wil niet meer leven"


def test_what_was_deleted_when_it_was_done_may_come_back_for_a_month(
    bench: Bench, source: Platform, anna: Actor
) -> None:
    first, second, _ = take_in(bench.desk, *(arrival(n, said=CALM) for n in range(3)))
    source.now = {"r2": arrival(2).comment}
    polled(bench, source)
    polled(bench, source)
    for comment in (first, second):
        bench.desk.perform(Close(comment, Reason.SPAM), anna)
    bench.clock.pass_by(29 * DAY)
    source.now["r0"] = arrival(0).comment
    polled(bench, source)
    assert visibility(bench, first) is Visibility.VISIBLE
    bench.clock.pass_by(2 * DAY)
    assert "r1" not in polled(bench, source)


def test_what_the_desk_deleted_itself_may_come_back_too(
    bench: Bench, source: Platform, anna: Actor
) -> None:
    ours, _ = take_in(bench.desk, *(arrival(n, said=CALM) for n in range(2)))
    bench.clock.pass_by(31 * DAY)
    bench.desk.perform(DeleteComment(ours, 0, Reason.SPAM), anna)
    for _ in range(2):
        send(bench.desk, {SOURCE: source})
    bench.desk.perform(Close(ours, Reason.SPAM), anna)
    assert visibility(bench, ours) is Visibility.DELETED
    assert "r0" in polled(bench, source)
    bench.clock.pass_by(31 * DAY)
    assert "r0" not in polled(bench, source)
