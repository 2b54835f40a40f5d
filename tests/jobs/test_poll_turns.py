"""What waits for somebody is read again in turns, however many newer comments came in."""

from dataclasses import replace

import pytest

from tests.jobs.faulty import Platform
from tests.jobs.test_poll_overtaken import calm
from tests.support.desks import CALM, SOURCE, Bench, arrival, escalate, take_in
from webcare_desk.actions import Close
from webcare_desk.connectors.base import Page
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reason import Reason
from webcare_desk.jobs import poll as job
from webcare_desk.jobs.poll import note_unread, poll

NOTHING = Page((), "{}", more=False)


@pytest.fixture
def source(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Platform:
    """Give a platform of whose comments a poll reads the newest one, and two that wait, again."""
    monkeypatch.setattr(job, "RECENT", 1)
    monkeypatch.setattr(job, "WAITING", 2)
    return Platform(bench.clock)


def polled(bench: Bench, source: Platform) -> set[str]:
    """Poll once while nothing new comes in; return which comments were read again."""
    source.asked.clear()
    source.pages.append(NOTHING)
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
    assert max(map(len, turns)) <= 3
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
        bench.clock.pass_by(24 * 3_600_000_000)
        assert note_unread(bench.desk, SOURCE) is not None
    assert read == {f"r{n}" for n in range(4)}
