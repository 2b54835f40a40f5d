"""What left before its comment got the clock of PV's answer then: it gets that one, once."""

import pytest

from tests.actions.test_pv_clock import left, row
from tests.support.desks import HOUR, SYSTEM, Bench
from tests.support.safety import Safety, make_safety
from webcare_desk.actions import deliver
from webcare_desk.actions.cases import ClockOldCase
from webcare_desk.domain.case_version import CaseStanding
from webcare_desk.domain.escalation import EscalationPlan, Step
from webcare_desk.domain.moderator import Role
from webcare_desk.errors import RefusedError
from webcare_desk.jobs.old_cases import clock_old


@pytest.fixture
def old(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Safety:
    """Return a case whose report left when that set no clock."""
    safety = make_safety(bench)
    with monkeypatch.context() as patch:
        patch.setattr(deliver, "set_clock", lambda *_: None)
        safety.leave()
    assert (left(safety, row(safety).aware_due), row(safety).awaits_answer) == (24, True)
    return safety


def answers_in(hours: int) -> EscalationPlan:
    steps = [Step(each, Role.PV_OFFICER, Role.SUPERVISOR, hours, ()) for each in ("forward", "pv")]
    return EscalationPlan("ae-to-pv", tuple(steps))


def test_a_report_that_left_before_gets_the_clock_of_the_answer_once(old: Safety) -> None:
    desk = old.bench.desk
    assert clock_old(desk, lambda _: answers_in(72)) == 1
    assert (left(old, row(old).aware_due), row(old).awaits_answer) == (72, True)
    size = desk.read.log_size()
    assert clock_old(desk, lambda _: answers_in(72)) == 0
    with pytest.raises(RefusedError, match="Case 1 does not have the clock"):
        desk.perform(ClockOldCase(1, HOUR), SYSTEM)
    assert desk.read.log_size() == size
    old.bench.require_sound()


def test_an_answer_that_is_due_when_the_report_was_needs_no_other_clock(old: Safety) -> None:
    size = old.bench.desk.read.log_size()
    assert clock_old(old.bench.desk, lambda _: answers_in(24)) == 0
    assert old.bench.desk.read.log_size() == size


def test_another_process_may_be_quicker(old: Safety) -> None:
    desk = old.bench.desk

    def plan_of(standing: CaseStanding) -> EscalationPlan:
        desk.perform(ClockOldCase(standing.case, 72 * HOUR), SYSTEM)
        return answers_in(48)

    assert clock_old(desk, plan_of) == 0
    assert left(old, row(old).aware_due) == 72


def test_what_has_not_left_keeps_the_clock_to_forward_it(bench: Bench) -> None:
    make_safety(bench)
    assert bench.desk.read.cases_clocked_before() == []
