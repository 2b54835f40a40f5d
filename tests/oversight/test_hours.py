"""The desk's own hours: a time in which nobody read is a gap that a person explains."""

import pytest

from tests.jobs.faulty import Platform
from tests.support.desks import HOUR, SOURCE, SYSTEM, Bench, enter, triage
from webcare_desk import oversight
from webcare_desk.actions import (
    EndLeftSession,
    ExplainGap,
    LogOut,
    Read,
    RecordCoverage,
    RecordSettings,
)
from webcare_desk.connectors.base import Page
from webcare_desk.domain.audit import Digest, Name, digest
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.coverage import Coverage, CoverageState, HourState
from webcare_desk.domain.finding import Screening
from webcare_desk.domain.moderator import Actor, Role, system_actor
from webcare_desk.domain.occasion import Circumstances
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.triage import Triage
from webcare_desk.jobs.poll import note_unread, poll


def plain(comment: RemoteComment, parent: Screening | None, told: Circumstances) -> Triage:
    """Take every comment alike."""
    del comment, parent, told
    return triage()


def read(bench: Bench, *, noting: bool = True) -> None:
    """Read a source that has nothing, as a round does."""
    platform = Platform(bench.clock)
    platform.pages.append(Page((), "c", more=False, expected=0))
    if noting:
        note_unread(bench.desk, SOURCE)
    poll(bench.desk, platform, plain)


def partly(bench: Bench, seen: int) -> None:
    """Read a source on which the account may not see everything."""
    now = bench.clock()
    said = (CoverageState.PARTIAL, seen, 1, None, "The account may not moderate.")
    bench.desk.perform(RecordCoverage(SOURCE, Coverage(SOURCE, now, now + 1, *said), None), SYSTEM)


def states(bench: Bench, since: int, hours: int) -> list[HourState]:
    now = bench.clock()
    found = oversight.cover_hours(bench.desk.read, {SOURCE: None}, since, since + hours * HOUR, now)
    return [each.state for each in found]


@pytest.mark.requirement("P27")
def test_a_night_with_the_desk_closed_is_a_gap_until_somebody_explains_it(
    bench: Bench, anna: Actor
) -> None:
    read(bench)
    evening = bench.clock()
    bench.clock.pass_by(HOUR // 2)
    read(bench)
    assert bench.desk.read.gaps() == []
    bench.clock.pass_by(12 * HOUR)
    read(bench)
    ((row, gap),) = bench.desk.read.gaps()
    assert gap.state is CoverageState.UNREAD
    assert gap.ended_at - gap.began_at >= 12 * HOUR
    since = evening // HOUR * HOUR + HOUR
    assert set(states(bench, since, 12)) == {HourState.GAP}
    bench.desk.perform(ExplainGap(row, Reason.READ_BY_HAND), anna)
    assert set(states(bench, since, 12)) == {HourState.EXPLAINED}
    sources = oversight.watched(bench.desk.read, [SOURCE])
    (hour, *_) = oversight.cover_hours(bench.desk.read, sources, since, since + 1, bench.clock())
    assert anna.moderator in hour.on_duty


@pytest.mark.requirement("P27")
def test_without_the_note_the_same_night_is_red_and_nobody_can_explain_it(bench: Bench) -> None:
    """The twin: the hours still show it, but no gap stands in the list."""
    read(bench, noting=False)
    evening = bench.clock()
    bench.clock.pass_by(12 * HOUR)
    read(bench, noting=False)
    assert bench.desk.read.gaps() == []
    assert set(states(bench, evening // HOUR * HOUR + HOUR, 11)) == {HourState.GAP}


@pytest.mark.requirement("P27")
def test_what_was_read_just_before_counts_for_the_running_hour(bench: Bench) -> None:
    began = bench.clock() // HOUR * HOUR
    bench.clock.at = began + HOUR // 2
    read(bench)
    bench.clock.at = began + 9 * HOUR + HOUR // 2
    read(bench)
    bench.clock.at = began + 10 * HOUR + 1
    assert states(bench, began + 10 * HOUR, 1) == [HourState.COVERED]
    bench.clock.at = began + 10 * HOUR + HOUR // 2 + HOUR // 4
    assert states(bench, began + 10 * HOUR, 1) == [HourState.GAP]


@pytest.mark.requirement("P27")
def test_each_hour_of_a_source_that_is_read_in_part_says_what_was_read(bench: Bench) -> None:
    """All those polls are one gap: the log knows what each of them read."""
    began = bench.clock() // HOUR * HOUR
    for seen in (412, 400, 0, 30):
        partly(bench, seen)
        bench.clock.pass_by(HOUR // 2)
    assert len(bench.desk.read.gaps()) == 1
    hours = oversight.cover_hours(
        bench.desk.read, {SOURCE: None}, began, began + 3 * HOUR, bench.clock()
    )
    assert [(each.seen, each.added, each.polls) for each in hours] == [
        (812, 2, 0),
        (30, 2, 0),
        (0, 0, 0),
    ]
    later = oversight.cover_hours(
        bench.desk.read, {SOURCE: None}, began + HOUR, began + 2 * HOUR, bench.clock()
    )
    assert later == hours[1:2]


def test_no_gap_that_waits_for_its_reason_is_left_out_for_an_explained_one(
    bench: Bench, anna: Actor
) -> None:
    for _ in range(4):
        bench.clock.pass_by(2 * HOUR)
        partly(bench, 1)
    for row in (2, 3, 4):
        bench.desk.perform(ExplainGap(row, Reason.READ_BY_HAND), anna)
    assert [each.id for each in bench.desk.read.polls_that_missed(2)] == [1, 4, 3]


def test_a_source_that_was_never_read_is_no_gap(bench: Bench) -> None:
    assert note_unread(bench.desk, SOURCE) is None
    assert states(bench, bench.clock() - HOUR, 1) == [HourState.BEFORE]


def settings(*sources: str) -> tuple[tuple[str, Digest], ...]:
    """Return what the log knows of settings with these sources."""
    return tuple((f"source.{name}.name", digest(name.encode())) for name in sources)


@pytest.mark.requirement("P27")
def test_the_hours_of_a_source_that_is_taken_out_stay_red_until_they_are_explained(
    bench: Bench, anna: Actor
) -> None:
    """Taking it out is no way around a gap, and what nobody read until then is one too."""
    bench.desk.perform(RecordSettings(settings(SOURCE, "never.read")), system_actor())
    began = bench.clock() // HOUR * HOUR
    read(bench)
    bench.clock.pass_by(5 * HOUR)
    bench.desk.perform(RecordSettings(settings()), system_actor())
    bench.clock.pass_by(5 * HOUR)

    def hours(since: int, until: int) -> list[tuple[str, HourState]]:
        sources = oversight.watched(bench.desk.read, ["other"])
        found = oversight.cover_hours(bench.desk.read, sources, since, until, bench.clock())
        return [(each.source, each.state) for each in found if each.source != "other"]

    assert hours(began - HOUR, began + 10 * HOUR) == [(SOURCE, HourState.GAP)] * 6
    assert hours(began - 9 * HOUR, began) == []
    assert hours(began + 6 * HOUR, began + 10 * HOUR) == []
    ((row, gap),) = bench.desk.read.gaps()
    assert (gap.source, gap.state) == (SOURCE, CoverageState.UNREAD)
    bench.desk.perform(ExplainGap(row, Reason.READ_BY_HAND), anna)
    assert {state for _, state in hours(began, began + 10 * HOUR)} == {HourState.EXPLAINED}


def test_a_source_that_is_taken_out_soon_after_its_poll_leaves_no_gap(bench: Bench) -> None:
    bench.desk.perform(RecordSettings(settings(SOURCE)), system_actor())
    read(bench)
    bench.clock.pass_by(HOUR // 2)
    bench.desk.perform(RecordSettings(settings()), system_actor())
    assert bench.desk.read.gaps() == []


def test_a_session_that_nobody_ended_lasts_an_hour_after_the_last_act(
    bench: Bench, anna: Actor
) -> None:
    """As after a power cut; that she enters again in the morning is no night's watch."""
    evening = bench.clock() // HOUR * HOUR
    bench.clock.pass_by(2 * HOUR)
    bench.desk.perform(Read(Name("inbox")), anna)
    bench.clock.pass_by(12 * HOUR)
    enter(bench.desk, anna.moderator, "anna", anna.role)
    bench.clock.pass_by(20 * HOUR)
    shifts = bench.desk.read.shifts(evening, bench.clock())
    mine = [each for each in shifts if each.moderator == anna.moderator]
    hours = {
        (at - evening) // HOUR
        for at in range(evening, evening + 34 * HOUR, HOUR)
        for each in mine
        if each.began_at < at + HOUR and (each.ended_at or 0) > at
    }
    assert hours == {0, 1, 2, 3, 14, 15}


def test_a_session_that_another_ended_the_next_day_is_no_nights_watch(
    bench: Bench, people: dict[Role, Actor]
) -> None:
    """A forgotten window: what its person does in another session keeps it no longer either."""
    anna, other = people[Role.SUPERVISOR], people[Role.MODERATOR]
    evening = bench.clock()
    bench.desk.perform(Read(Name("inbox")), anna)
    bench.clock.pass_by(12 * HOUR)
    bench.desk.perform(Read(Name("search")), other)
    known = {each.session: each for each in bench.desk.read.online()}
    assert (known[anna.session].last_at or 0) - evening < HOUR
    assert (known[other.session].last_at or 0) - evening > 12 * HOUR
    last = bench.desk.read.entries_after((known[anna.session].last_entry or 0) - 1, 1)
    assert [dict(each.detail) for each in last] == [{"what": "inbox"}]
    bench.desk.perform(EndLeftSession(anna.session), SYSTEM)
    bench.desk.perform(LogOut(), other)
    shifts = bench.desk.read.shifts(evening - HOUR, bench.clock())
    hours = [((each.ended_at or 0) - evening) / HOUR for each in shifts]
    assert [round(each) for each in hours] == [
        12 if role is Role.MODERATOR else 1 for role in people
    ]
