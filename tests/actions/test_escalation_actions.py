"""A comment goes to PV once, keeps its day zero, and is acknowledged only by PV's answer."""

from dataclasses import replace

import pytest

from tests.support.desks import (
    CRITERIA,
    HOUR,
    MORNING,
    SYSTEM,
    Bench,
    arrival,
    escalate,
    take_in,
    triage,
    version_of,
)
from tests.support.pv_says import pv_says
from webcare_desk.actions import (
    ClaimDelivery,
    Escalate,
    HandOver,
    Open,
    QueueReply,
    RecordDelivery,
    RecordVerified,
    known_case,
)
from webcare_desk.actions.cases import AddVersion, CloseCase
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name, digest
from webcare_desk.domain.case_version import Sheet, VersionKind
from webcare_desk.domain.escalation import Escalation, EscalationState, Situation
from webcare_desk.domain.finding import Category, Tier
from webcare_desk.domain.inbox import NEVER, Queue, Status, Work
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reply import DeliveryKind
from webcare_desk.domain.triage import Triage
from webcare_desk.errors import RefusedError, StaleError


def got(desk: Desk, escalation: int) -> Escalation:
    """Return an escalation that is there."""
    found = desk.read.escalation(escalation)
    assert found is not None
    return found


def test_an_escalation_freezes_the_case_and_queues_its_packet(bench: Bench, anna: Actor) -> None:
    desk = bench.desk
    take_in(desk, arrival(1, said=triage(reply_due=None)))
    escalation = got(desk, escalate(desk, 1, anna, '{"case":"vrij van pijn"}'))
    assert escalation.case == '{"case":"vrij van pijn"}'
    assert (escalation.state, escalation.owner) == (EscalationState.OPEN, Role.PV_OFFICER)
    assert escalation.recognised_at == bench.clock.at
    assert escalation.due_at == escalation.aware_at + 24 * HOUR
    (packet,) = desk.read.deliveries_of(1)
    assert (packet.kind, packet.escalation) == (DeliveryKind.PACKET, escalation.id)
    assert packet.not_before == bench.clock.at
    assert desk.read.escalations_of(1) == [escalation]
    assert [each.comment for each in desk.read.open_steps()] == [1]
    work = desk.read.work(1)
    assert work is not None
    assert (work.status, work.queue) == (Status.ESCALATED, Queue.WAITING)
    assert work.due == work.aware_due == escalation.due_at


def test_the_log_says_which_criteria_and_situations_were_seen(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    escalation = escalate(desk, 1, anna)
    entry = desk.read.entries_after(0, 100)[-1]
    assert (entry.action, entry.subject) == ("escalate", 1)
    assert entry.detail == {
        "escalation": escalation,
        "criterion_patient": "present",
        "criterion_reporter": "present",
        "criterion_product": "present",
        "criterion_event": "present",
        "situation_overdose": True,
    }


def test_a_comment_is_one_case_which_goes_on_until_pv_says_that_it_is_none(
    desk: Desk, anna: Actor
) -> None:
    take_in(desk, arrival(1))
    escalation = escalate(desk, 1, anna)
    with pytest.raises(RefusedError, match=f"as case {escalation}: .* its follow-up"):
        escalate(desk, 1, anna)
    pv_says(desk, anna, escalation, "PV-1")
    with pytest.raises(RefusedError, match=f"as case {escalation}: .* its follow-up"):
        escalate(desk, 1, anna)
    pv_says(desk, anna, escalation, is_case=False)
    assert known_case(desk.read, 1) is None
    again = escalate(desk, 1, anna)
    assert known_case(desk.read, 1) == got(desk, again)


def _leave(desk: Desk) -> None:
    packet = desk.read.deliveries_of(1)[-1]
    desk.perform(ClaimDelivery(packet.id, packet.version, HOUR, "mail"), SYSTEM)
    desk.perform(RecordDelivery(packet.id, "250 OK", version_of(desk, packet.id)), SYSTEM)


def _tell(desk: Desk, by: Actor, case: int, kind: VersionKind) -> None:
    """Let the packet of comment 1 leave, and add a version."""
    _leave(desk)
    sheet = Sheet("{}", digest(b"number"), digest(b"batch"))
    desk.perform(AddVersion(case, 1, kind, sheet, desk.clock(), "more of it"), by)


def test_what_was_told_after_a_no_is_judged_anew(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    case = escalate(desk, 1, anna)
    pv_says(desk, anna, case, is_case=False)
    assert known_case(desk.read, 1) is None
    _tell(desk, anna, case, VersionKind.FOLLOW_UP)
    with pytest.raises(RefusedError, match=f"as case {case}"):
        escalate(desk, 1, anna)
    _leave(desk)
    pv_says(desk, anna, case, is_case=False)
    desk.perform(CloseCase(case), anna)
    assert escalate(desk, 1, anna) != case


def test_a_comment_whose_report_was_taken_back_may_be_another_case(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    case = escalate(desk, 1, anna)
    _tell(desk, anna, case, VersionKind.NULLIFICATION)
    with pytest.raises(RefusedError, match="waits for their answer"):
        escalate(desk, 1, anna)
    pv_says(desk, anna, case, "PV-1")
    assert escalate(desk, 1, anna) != case


PLAIN = Escalate(
    1,
    "019cb000-0000-7000-8000-000000000000",
    Name("ae-to-pv"),
    1,
    Role.MODERATOR,
    MORNING,
    MORNING + HOUR,
    "{}",
    CRITERIA,
    (Situation.PREGNANCY,),
)


def test_day_zero_never_moves(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1), arrival(2))
    aware_at = desk.perform(Open(1), anna).aware_at or 0
    with pytest.raises(RefusedError, match="awareness time does not change"):
        desk.perform(replace(PLAIN, aware_at=aware_at + 1), anna)
    desk.perform(replace(PLAIN, aware_at=aware_at), anna)
    unseen = replace(PLAIN, comment=2, uid="019cb000-0000-7000-8000-000000000001")
    assert got(desk, desk.perform(unseen, anna)).aware_at == MORNING


def test_what_is_said_of_older_words_does_not_escalate_other_ones(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    first = desk.read.comment(1)
    assert first is not None
    take_in(desk, arrival(1, "Edited: my father died."))
    aware_at = desk.perform(Open(1), anna).aware_at or 0
    said = replace(PLAIN, aware_at=aware_at, revision=first.revision)
    with pytest.raises(StaleError, match="changed on its platform"):
        desk.perform(said, anna)
    assert desk.read.escalations_of(1) == []
    desk.perform(replace(said, revision=first.revision + 1), anna)
    assert got(desk, 1).is_open


def test_an_escalation_of_nothing_is_refused(desk: Desk, anna: Actor) -> None:
    with pytest.raises(RefusedError, match="Comment 1 is not on this desk"):
        desk.perform(PLAIN, anna)


@pytest.mark.parametrize(
    ("is_case", "state"),
    [(True, EscalationState.ACKNOWLEDGED), (False, EscalationState.NOT_A_CASE)],
)
def test_pv_decides_whether_it_is_a_case(
    desk: Desk,
    anna: Actor,
    is_case: bool,  # noqa: FBT001 - a column of the table above
    state: EscalationState,
) -> None:
    take_in(desk, arrival(1))
    escalation = escalate(desk, 1, anna)
    pv_says(desk, anna, escalation, " PV-7 ", is_case=is_case)
    assert (got(desk, escalation).state, got(desk, escalation).pv_reference) == (state, "PV-7")
    assert desk.read.open_steps() == []
    work = desk.read.work(1)
    assert work is not None
    assert (work.status, work.queue, work.aware_due) == (Status.OPEN, Queue.SAFETY, None)
    assert work.due == work.reply_due
    with pytest.raises(RefusedError, match=r"“(accept|refuse)” does not fit that"):
        pv_says(desk, anna, escalation, "PV-7", is_case=is_case)


def test_without_pvs_reference_nothing_is_acknowledged(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    escalation = escalate(desk, 1, anna)
    with pytest.raises(RefusedError, match="reference under which PV keeps the case"):
        pv_says(desk, anna, escalation, "  ")
    assert got(desk, escalation).is_open


def answered(desk: Desk, by: Actor) -> None:
    """Let a reply reach its platform and be read back there."""
    reply = desk.perform(QueueReply(1, "Wij bellen u.", None, 0), by)
    desk.perform(ClaimDelivery(reply, 1, HOUR), SYSTEM)
    desk.perform(RecordDelivery(reply, "r", version_of(desk, reply)), SYSTEM)
    desk.perform(RecordVerified(reply, version_of(desk, reply)), SYSTEM)


def test_what_was_answered_meanwhile_is_done_when_pv_answers(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    escalation = escalate(desk, 1, anna)
    answered(desk, anna)
    pv_says(desk, anna, escalation, "PV-1")
    work = desk.read.work(1)
    assert work is not None
    assert (work.status, work.queue, work.due) == (Status.ANSWERED, Queue.DONE, NEVER)


def work_on(desk: Desk) -> Work:
    found = desk.read.work(1)
    assert found is not None
    return found


def crisis(reply_due: int | None = MORNING + HOUR) -> Triage:
    return triage(Tier.STRONG, Category.CRISIS, Queue.CRISIS, reply_due)


def test_what_is_owed_a_reply_stays_in_its_queue_beside_pv(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1, said=crisis()))
    escalation = escalate(desk, 1, anna)
    work = work_on(desk)
    assert (work.status, work.queue) == (Status.ESCALATED, Queue.CRISIS)
    assert work.due == work.reply_due == MORNING + HOUR
    pv_says(desk, anna, escalation, "PV-1")
    work = work_on(desk)
    assert (work.status, work.queue, work.due) == (Status.OPEN, Queue.CRISIS, MORNING + HOUR)


def test_once_it_is_answered_it_waits_for_pv_alone(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1, said=crisis()))
    escalate(desk, 1, anna)
    answered(desk, anna)
    work = work_on(desk)
    assert (work.status, work.queue, work.reply_due) == (Status.ESCALATED, Queue.WAITING, None)
    assert work.due == work.aware_due


def test_a_crisis_that_is_answered_comes_back_from_pv_to_be_closed(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1, said=crisis()))
    escalation = escalate(desk, 1, anna)
    answered(desk, anna)
    pv_says(desk, anna, escalation, "PV-1")
    work = work_on(desk)
    assert (work.status, work.queue, work.aware_due) == (Status.OPEN, Queue.CRISIS, None)


@pytest.mark.parametrize(
    ("category", "queue"),
    [
        (Category.CRISIS, Queue.CRISIS),
        (Category.QUALITY, Queue.QUALITY),
        (Category.OVERDOSE, Queue.SAFETY),
    ],
)
def test_what_waited_goes_home_when_pv_has_answered(
    desk: Desk, anna: Actor, category: Category, queue: Queue
) -> None:
    take_in(desk, arrival(1, said=triage(Tier.STRONG, category, queue, None)))
    escalation = escalate(desk, 1, anna)
    assert work_on(desk).queue is Queue.WAITING
    pv_says(desk, anna, escalation, "PV-1")
    assert work_on(desk).queue is queue


def test_a_step_is_handed_over_while_pv_has_not_answered(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    escalation = escalate(desk, 1, anna)
    desk.perform(HandOver(escalation, Role.SUPERVISOR), SYSTEM)
    assert got(desk, escalation).owner is Role.SUPERVISOR
    assert desk.read.entries_after(0, 100)[-1].subject == 1
    with pytest.raises(RefusedError, match="A supervisor owns this step already"):
        desk.perform(HandOver(escalation, Role.SUPERVISOR), SYSTEM)
    pv_says(desk, anna, escalation, "PV-1")
    for gone in (escalation, 99):
        with pytest.raises(RefusedError, match="not waiting for PV"):
            desk.perform(HandOver(gone, Role.MODERATOR), SYSTEM)
