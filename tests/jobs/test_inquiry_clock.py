"""Nobody says in time how asking a poster ended: the deputy is alarmed, then the supervisor."""

import pytest

from tests.jobs.test_case_clock import PLAN, plan_of, safety
from tests.support.desks import HOUR, SYSTEM
from tests.support.fixtures import bench, pristine
from tests.support.safety import Safety
from webcare_desk.actions import RecordFailedLogin
from webcare_desk.actions.cases import AlarmInquiry, AskPoster, EndInquiry
from webcare_desk.domain.audit import Name
from webcare_desk.domain.inquiry import WAITED, Inquiry, InquiryOutcome, alarm_for
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.register import RegisterFilter, Shown
from webcare_desk.errors import RefusedError
from webcare_desk.jobs import case_clock

__all__ = ["bench", "pristine", "safety"]
DAYS = WAITED // HOUR
Told = list[tuple[int, Role]]


def ask(safety: Safety) -> Inquiry:
    """Ask the poster of a case that waits for nothing else."""
    safety.leave()
    safety.ack()
    return safety.bench.desk.perform(AskPoster(1, (Name("age"),)), safety.sanne.actor)


def watch(safety: Safety, inquiry: int) -> Told:
    """Let a tick come every hour for twelve days; return after how many hours whom it reached."""
    told: Told = []
    for hour in range(12 * 24):
        case_clock.alarms(safety.bench.desk, plan_of)
        found = safety.bench.desk.read.inquiry(inquiry)
        assert found is not None
        if found.alarm is not None and found.alarm not in {each for _, each in told}:
            told.append((hour, found.alarm))
        safety.bench.clock.pass_by(HOUR)
    return told


@pytest.mark.requirement("P10")
def test_a_late_question_alarms_the_deputy_and_then_the_supervisor(safety: Safety) -> None:
    asked = ask(safety)
    assert watch(safety, asked.id) == [(DAYS, Role.SENIOR), (DAYS + 24, Role.SUPERVISOR)]
    (row,) = safety.bench.desk.read.register_page(RegisterFilter(Shown.ALARM), None, 9)
    assert (row.asking, row.standing.alarm) == (Role.SUPERVISOR, None)
    desk = safety.bench.desk
    with pytest.raises(RefusedError, match="needs no alarm"):
        desk.perform(AlarmInquiry(asked.id, Role.SUPERVISOR), SYSTEM)
    desk.perform(EndInquiry(asked.id, InquiryOutcome.NO_ANSWER), safety.sanne.actor)
    ended = desk.read.inquiry(asked.id)
    assert ended is not None
    assert (ended.alarm, alarm_for(ended, None, desk.clock())) == (None, None)
    assert desk.read.register_page(RegisterFilter(Shown.ALARM), None, 9) == []
    with pytest.raises(RefusedError, match="needs no alarm"):
        desk.perform(AlarmInquiry(asked.id, Role.SENIOR), SYSTEM)


@pytest.mark.requirement("P10")
def test_without_the_clock_of_questions_nobody_is_told(
    safety: Safety, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin: with the protection removed the same twelve days pass in silence."""
    monkeypatch.setattr(case_clock, "late_inquiries", lambda *_: 0)
    assert watch(safety, ask(safety).id) == []


def test_a_question_of_a_plan_that_is_gone_has_its_chain_all_the_same(safety: Safety) -> None:
    asked = ask(safety)
    due = asked.due_at
    assert alarm_for(asked, None, due) is None
    assert alarm_for(asked, None, due + 1) is Role.SENIOR
    assert alarm_for(asked, None, due + 25 * HOUR) is Role.SUPERVISOR


def test_a_clock_that_was_ahead_keeps_no_question_from_its_alarm(safety: Safety) -> None:
    asked, clock = ask(safety), safety.bench.clock
    clock.pass_by(-30 * 24 * HOUR)
    safety.bench.desk.perform(RecordFailedLogin("x"), SYSTEM)
    assert watch(safety, asked.id) == [(DAYS, Role.SENIOR), (DAYS + 24, Role.SUPERVISOR)]


def test_an_alarm_that_reached_the_supervisor_does_not_go_back_to_the_deputy(
    safety: Safety,
) -> None:
    asked, desk = ask(safety), safety.bench.desk
    safety.bench.clock.pass_by((DAYS + 25) * HOUR)
    assert case_clock.late_inquiries(desk, plan_of) == 1
    safety.bench.clock.pass_by(-3 * HOUR)
    found = desk.read.inquiry(asked.id)
    assert found is not None
    assert found.alarm is Role.SUPERVISOR
    assert alarm_for(found, PLAN, desk.clock()) is Role.SENIOR
    assert case_clock.late_inquiries(desk, plan_of) == 0
