"""Which clock the comment of a case has: to forward it until it has left, then PV's answer."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest

from tests.support.desks import HOUR, SYSTEM, Bench, arrival, escalate, take_in, triage, version_of
from tests.support.safety import Safety, make_safety
from webcare_desk.actions import ClaimDelivery, MarkUncertain, Open, RecordDelivery, RecordFailure
from webcare_desk.actions.pv_clock import set_clock
from webcare_desk.casebook.awaiting import awaited
from webcare_desk.casebook.versions import News, correct, follow_up
from webcare_desk.connectors.courier_folder import FolderCourier
from webcare_desk.domain.audit import Name
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import PvDecision, SpokenAnswer, Way
from webcare_desk.domain.deviation import DeviationKind
from webcare_desk.domain.escalation import EscalationPlan, Step
from webcare_desk.domain.inbox import Handover, InboxRow, Queue
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.register import turn_in
from webcare_desk.domain.reply import BOUNCED
from webcare_desk.errors import RefusedError
from webcare_desk.jobs.forward import forward, packet_mail
from webcare_desk.oversight.proposals import proposals
from webcare_desk.ui import overview

NEWS = "De patiënt is in het ziekenhuis opgenomen."
DAY = 24 * HOUR
PROBLEM = Name("unreachable")


@pytest.fixture
def safety(bench: Bench) -> Safety:
    """Return a case whose comment waits for PV."""
    return make_safety(bench)


def row(safety: Safety) -> InboxRow:
    (found,) = safety.bench.desk.read.rows([1], safety.bench.clock.at)
    return found


def left(safety: Safety, due: int | None) -> int | None:
    """Return the hours from the first look until a time is due."""
    case = safety.bench.desk.read.escalation(1)
    assert case is not None
    return None if due is None else round((due - case.aware_at) / HOUR)


def next_due(safety: Safety) -> int | None:
    """Return the hours of the clock above the window."""
    return left(safety, overview.look(safety.bench.desk.read, (), safety.bench.clock.at).next_due)


def test_once_the_report_has_left_the_clock_is_that_of_the_answer(safety: Safety) -> None:
    assert (left(safety, row(safety).aware_due), row(safety).awaits_answer) == (24, False)
    assert next_due(safety) == 24
    safety.bench.clock.pass_by(HOUR)
    safety.leave()
    assert (left(safety, row(safety).aware_due), row(safety).awaits_answer) == (48, True)
    turn = turn_in(safety.standing, None, safety.bench.clock.at)
    assert turn is not None
    assert turn.until == row(safety).aware_due, "the register says the same"
    assert next_due(safety) is None, "no report is due any more"


def test_the_queues_go_by_the_present_step(bench: Bench, anna: Actor) -> None:
    calm = replace(arrival(2), triage=triage(reply_due=None))
    answered, calm_one = take_in(bench.desk, arrival(1), calm)
    for each in (answered, calm_one):
        escalate(bench.desk, each, anna)
        (packet,) = bench.desk.read.deliveries_of(each)
        bench.desk.perform(ClaimDelivery(packet.id, 1, HOUR, "mail"), SYSTEM)
        bench.desk.perform(
            RecordDelivery(packet.id, "250 OK", version_of(bench.desk, packet.id)), SYSTEM
        )
    rows = {each.comment: each for each in bench.desk.read.rows([answered, calm_one], 0)}
    counts = {each.queue: each.worst for each in bench.desk.read.queue_counts()}
    assert counts[Queue.WAITING] == rows[calm_one].due == rows[calm_one].aware_due
    assert counts[Queue.SAFETY] == rows[answered].due == rows[answered].reply_due, "it is due too"


def test_another_comment_that_is_due_is_named_above_the_window(safety: Safety) -> None:
    bench = safety.bench
    safety.leave()
    (other,) = take_in(bench.desk, arrival(2))
    bench.clock.pass_by(21 * HOUR)
    bench.desk.perform(Open(other, DAY), safety.sanne.actor)
    bench.clock.pass_by(6 * HOUR)
    assert next_due(safety) == 21 + 24


@pytest.mark.parametrize("is_uncertain", [False, True])
def test_a_packet_that_did_not_arrive_for_sure_keeps_the_forward_clock(
    safety: Safety, *, is_uncertain: bool
) -> None:
    desk, (packet,) = safety.bench.desk, safety.bench.desk.read.deliveries_of(1)
    desk.perform(ClaimDelivery(packet.id, 1, HOUR, "mail"), SYSTEM)
    failed = MarkUncertain if is_uncertain else RecordFailure
    desk.perform(failed(packet.id, PROBLEM, safety.bench.clock.at, packet.version + 1), SYSTEM)
    assert (left(safety, row(safety).aware_due), row(safety).awaits_answer) == (24, False)
    assert next_due(safety) == 24


def test_a_packet_that_came_back_is_due_at_pv_again(safety: Safety) -> None:
    desk = safety.bench.desk
    safety.leave()
    (packet,) = desk.read.deliveries_of(1)
    desk.perform(MarkUncertain(packet.id, BOUNCED, 0, version_of(desk, packet.id)), SYSTEM)
    assert (left(safety, row(safety).aware_due), row(safety).awaits_answer) == (24, False)
    assert row(safety).handover is Handover.FAILING
    assert safety.state() is CaseState.CAME_BACK
    turn, owner = turn_in(safety.standing, None, safety.bench.clock.at), Role.MODERATOR
    assert turn is not None
    assert (turn.owner, left(safety, turn.until)) == (owner, 24), "it has to be forwarded again"
    (waiting,) = awaited(desk.read, lambda _: None, safety.bench.clock.at)
    assert (waiting.turn.owner, left(safety, waiting.until)) == (owner, 24)
    assert next_due(safety) == 24
    safety.bench.clock.pass_by(30 * HOUR)
    kinds = [each.kind for each in proposals(desk.read, safety.bench.clock.at)]
    assert DeviationKind.LATE_FORWARD in kinds
    safety.leave()
    assert safety.state() is CaseState.SENT
    assert (left(safety, row(safety).aware_due), row(safety).awaits_answer) == (48, True)
    assert next_due(safety) is None


def test_what_pv_says_of_a_packet_that_came_back_counts_all_the_same(safety: Safety) -> None:
    safety.leave()
    (packet,) = safety.bench.desk.read.deliveries_of(1)
    safety.bench.desk.perform(MarkUncertain(packet.id, BOUNCED, 0, packet.version), SYSTEM)
    safety.ack()
    assert safety.state() is CaseState.ACCEPTED


def test_a_version_that_was_overtaken_moves_no_case_when_its_packet_comes_back(
    safety: Safety,
) -> None:
    safety.leave()
    (packet,) = safety.bench.desk.read.deliveries_of(1)
    follow_up(safety.bench.desk, 1, safety.sanne.actor, News(NEWS))
    safety.leave()
    safety.bench.desk.perform(MarkUncertain(packet.id, BOUNCED, 0, packet.version), SYSTEM)
    assert safety.state() is CaseState.SENT


def test_a_later_version_waits_until_what_came_back_has_left_again(safety: Safety) -> None:
    safety.leave()
    (packet,) = safety.bench.desk.read.deliveries_of(1)
    safety.is_in_doubt(packet.id, BOUNCED)
    with pytest.raises(RefusedError, match=r"Version 1 came back.*outbox now"):
        follow_up(safety.bench.desk, 1, safety.sanne.actor, News(NEWS))
    safety.leave()
    follow_up(safety.bench.desk, 1, safety.sanne.actor, News(NEWS))
    assert row(safety).handover is Handover.ON_ITS_WAY
    safety.is_in_doubt(packet.id, BOUNCED)
    assert row(safety).handover is Handover.FAILING, "PV has not got what the later one follows"


def test_a_later_version_of_what_pv_answered_is_listed_with_its_clock(safety: Safety) -> None:
    read, clock = safety.bench.desk.read, safety.bench.clock
    safety.leave()
    safety.ack()
    assert awaited(read, lambda _: None, clock.at) == []
    assert (row(safety).handover, row(safety).pv_due) == (None, None)
    clock.pass_by(30 * HOUR)
    follow_up(safety.bench.desk, 1, safety.sanne.actor, News(NEWS))
    (waiting,) = awaited(read, lambda _: None, clock.at)
    assert (waiting.standing.number, left(safety, waiting.until)) == (2, 54)
    assert (left(safety, row(safety).pv_due), next_due(safety)) == (54, 54)
    assert row(safety).handover is Handover.ON_ITS_WAY
    safety.leave()
    (waiting,) = awaited(read, lambda _: None, clock.at)
    assert left(safety, waiting.until) == 78
    assert (row(safety).handover, row(safety).pv_due) == (Handover.DONE, None)
    safety.ack(code="CR")
    (waiting,) = awaited(read, lambda _: None, clock.at)
    assert (waiting.turn.owner, left(safety, waiting.until)) == (Role.MODERATOR, 54)
    assert (row(safety).handover, left(safety, row(safety).pv_due)) == (Handover.REFUSED, 54)


def leave_by(safety: Safety, folder: Path, hours: int) -> None:
    """Let the latest packet leave by a plan in which PV has so many hours to answer."""
    steps = [
        Step(each, Role.PV_OFFICER, Role.SUPERVISOR, hours, ()) for each in ("forward", "answer")
    ]
    plan, desk = EscalationPlan("ae-to-pv", tuple(steps)), safety.bench.desk
    mail_of = partial(
        packet_mail, desk, sender="a@d.example", recipient="pv@d.example", language="nl"
    )
    forward(desk, FolderCourier(folder), mail_of, plan_of=lambda _: plan)


def test_the_plan_says_by_when_pv_answers(safety: Safety, tmp_path: Path) -> None:
    leave_by(safety, tmp_path, 72)
    assert left(safety, row(safety).aware_due) == 72


def test_what_pv_says_of_an_earlier_version_leaves_the_clock_of_the_latest(
    safety: Safety, tmp_path: Path
) -> None:
    leave_by(safety, tmp_path, 8)
    safety.bench.clock.pass_by(HOUR)
    follow_up(safety.bench.desk, 1, safety.sanne.actor, News(NEWS))
    leave_by(safety, tmp_path, 8)
    assert left(safety, row(safety).aware_due) == 9
    safety.says(SpokenAnswer(1, PvDecision.REJECTED, Way.PHONE, "Noor belde.", version=1))
    assert safety.state() is CaseState.SENT
    assert (left(safety, row(safety).aware_due), row(safety).awaits_answer) == (9, True)


def test_news_of_a_case_are_due_at_pv_until_they_have_left(safety: Safety) -> None:
    safety.leave()
    safety.bench.clock.pass_by(30 * HOUR)
    follow_up(safety.bench.desk, 1, safety.sanne.actor, News(NEWS, send=False))
    assert (left(safety, row(safety).aware_due), row(safety).awaits_answer) == (54, False)
    assert next_due(safety) == 54


@pytest.mark.parametrize("is_spoken", [False, True])
def test_a_report_that_pv_cannot_use_is_due_again_until_its_correction_leaves(
    safety: Safety, *, is_spoken: bool
) -> None:
    safety.leave()
    safety.bench.clock.pass_by(HOUR)
    if is_spoken:
        safety.says(SpokenAnswer(1, PvDecision.REJECTED, Way.PHONE, "Noor belde: onleesbaar."))
    else:
        safety.ack(code="CR", reference="")
    assert safety.state() is CaseState.REJECTED
    assert row(safety).handover is Handover.REFUSED
    assert (left(safety, row(safety).aware_due), row(safety).awaits_answer) == (24, False)
    assert next_due(safety) == 24
    correct(safety.bench.desk, 1, safety.sanne.actor, News("De bron is aangevuld."))
    safety.leave()
    assert (left(safety, row(safety).aware_due), row(safety).awaits_answer) == (48, True)


def test_new_words_keep_the_clock_they_got_when_they_came(safety: Safety) -> None:
    safety.bench.clock.pass_by(2 * HOUR)
    take_in(safety.bench.desk, arrival(1, "Ik lag in het ziekenhuis"))
    safety.leave()
    assert (left(safety, row(safety).aware_due), row(safety).awaits_answer) == (26, False)
    assert next_due(safety) == 26


def test_what_pv_has_answered_has_no_clock(safety: Safety) -> None:
    safety.leave()
    safety.ack()
    assert (row(safety).aware_due, row(safety).awaits_answer) == (None, False)


@dataclass(frozen=True)
class FromBeforeCases:
    """Of what left before there were cases the store knows no standing, and nothing may change."""

    asked: list[int]

    def case_standing(self, case: int) -> None:
        """Keep what was asked for."""
        self.asked.append(case)


def test_what_left_before_there_were_cases_keeps_its_clock() -> None:
    old = FromBeforeCases([])
    set_clock(cast("Any", old), 7)
    assert old.asked == [7]
