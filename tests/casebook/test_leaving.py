"""A case is handed over when its packet has left, and not when somebody let it go."""

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from tests.domain.test_case_clocks import DUTCH
from tests.support.desks import HOUR, SYSTEM, version_of
from tests.support.safety import Safety
from webcare_desk.actions import RecordFailure
from webcare_desk.casebook.leaving import handed_over_at
from webcare_desk.casebook.reading import frozen
from webcare_desk.casebook.reconcile import HEADER, ours_of, statement
from webcare_desk.casebook.versions import News, follow_up
from webcare_desk.cli.case.show import clock_lines
from webcare_desk.domain.audit import Name
from webcare_desk.domain.case_clocks import days_between
from webcare_desk.domain.case_version import PvDecision, SpokenAnswer, Way
from webcare_desk.domain.listed import ListStatus
from webcare_desk.domain.reply import BOUNCED

if TYPE_CHECKING:
    from webcare_desk.app import App

ALWAYS = (0, 2**53 - 1)


def burned(safety: Safety) -> int:
    """Return the days that `case show` calls burned."""
    app = SimpleNamespace(desk=safety.bench.desk, protocol=SimpleNamespace(timetable=DUTCH))
    return int(list(clock_lines(cast("App", app), 1))[-1].rpartition(" ")[2])


@pytest.mark.requirement("P24")
def test_a_packet_that_left_two_days_later_was_handed_over_then(safety: Safety) -> None:
    read, began = safety.bench.desk.read, safety.bench.clock()
    safety.bench.clock.pass_by(50 * HOUR)
    assert statement(read, *ALWAYS, 0).rows[0][HEADER.index("handed over")] == ""
    safety.leave()
    sent = handed_over_at(read, 1)
    assert sent is not None
    assert 50 * HOUR < sent - began < 51 * HOUR
    assert ours_of(read)[0].sent_at == sent
    assert statement(read, *ALWAYS, 0).rows[0][HEADER.index("handed over")].startswith("2026-03-05")
    safety.bench.clock.pass_by(90 * HOUR)
    assert burned(safety) == days_between(frozen(read, 1).day_zero_at, sent, DUTCH.hours.zone)
    safety.says(SpokenAnswer(1, PvDecision.RECEIVED, Way.MAIL, "ontvangen"))
    safety.later()
    follow_up(safety.bench.desk, 1, safety.sanne.actor, News("nieuws"))
    safety.leave()
    assert handed_over_at(read, 1) == sent


@pytest.mark.parametrize("is_lost", [True, False])
def test_what_did_not_surely_leave_is_not_handed_over(safety: Safety, *, is_lost: bool) -> None:
    desk, delivery = safety.bench.desk, safety.claim()
    if is_lost:
        safety.is_in_doubt(delivery)
    else:
        failure = RecordFailure(delivery, Name("refused"), None, version_of(desk, delivery))
        desk.perform(failure, SYSTEM)
    safety.bench.clock.pass_by(90 * HOUR)
    assert handed_over_at(desk.read, 1) is None
    later = safety.bench.clock()
    assert burned(safety) == days_between(frozen(desk.read, 1).day_zero_at, later, DUTCH.hours.zone)


def test_what_came_back_is_handed_over_when_it_leaves_again(safety: Safety) -> None:
    desk, began = safety.bench.desk, safety.bench.clock()
    safety.leave()
    (packet,) = (each.delivery or 0 for each in safety.versions)
    safety.is_in_doubt(packet)
    assert handed_over_at(desk.read, 1) is not None  # a doubt alone takes nothing back
    safety.is_in_doubt(packet, BOUNCED)
    assert handed_over_at(desk.read, 1) is None
    assert statement(desk.read, *ALWAYS, 0).rows[0][HEADER.index("handed over")] == ""
    safety.bench.clock.pass_by(72 * HOUR)
    safety.leave()
    sent = handed_over_at(desk.read, 1)
    assert sent is not None
    assert sent - began > 72 * HOUR
    safety.is_in_doubt(packet, BOUNCED)
    safety.leave()
    again = handed_over_at(desk.read, 1)
    assert again is not None
    assert again > sent


def test_pv_had_what_it_answered(safety: Safety) -> None:
    safety.is_in_doubt(safety.claim())
    safety.bench.clock.pass_by(90 * HOUR)
    safety.ack()
    (own,) = ours_of(safety.bench.desk.read)
    assert (own.sent_at, own.decided) == (safety.versions[0].answered_at, ListStatus.ACCEPTED)


def test_no_case_was_handed_over(safety: Safety) -> None:
    assert handed_over_at(safety.bench.desk.read, 9) is None
