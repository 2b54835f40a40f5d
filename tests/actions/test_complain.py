"""An escalated quality complaint waits for the quality department too, in a row of its own."""

from dataclasses import replace

import pytest

from tests.actions.test_escalation_actions import PLAIN
from tests.support.desks import CALM, SYSTEM, Bench, arrival, escalate, take_in, triage, version_of
from webcare_desk.actions import (
    CancelDelivery,
    ClaimDelivery,
    Classify,
    Open,
    RecordDelivery,
    RecordFailure,
    RecordVerified,
    tells_quality,
)
from webcare_desk.actions.cases import AddVersion
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name, digest
from webcare_desk.domain.case_version import Sheet, VersionKind
from webcare_desk.domain.escalation import Situation
from webcare_desk.domain.filing import Filing
from webcare_desk.domain.finding import Category, Context, Finding, Mark
from webcare_desk.domain.inbox import NEVER, Queue
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reply import Delivery, DeliveryKind, DeliveryState
from webcare_desk.domain.triage import Triage
from webcare_desk.errors import RefusedError

WITH = Filing(tells_quality=True)
PACKET, COMPLAINT = DeliveryKind.PACKET, DeliveryKind.COMPLAINT


def told(desk: Desk, by: Actor) -> tuple[int, Delivery]:
    """Escalate comment 1 with a complaint; return the case and the complaint's delivery."""
    take_in(desk, arrival(1))
    aware_at = desk.perform(Open(1), by).aware_at or 0
    case = desk.perform(replace(PLAIN, aware_at=aware_at, tells_quality=True), by)
    packet, complaint = desk.read.deliveries_of(1)
    assert (packet.kind, complaint.kind) == (PACKET, COMPLAINT)
    assert packet.escalation == complaint.escalation == case
    assert packet.key != complaint.key
    return case, complaint


def taken(desk: Desk, complaint: Delivery, by: Actor = SYSTEM) -> Delivery:
    """Claim a delivery and record that it was taken."""
    claimed = desk.perform(ClaimDelivery(complaint.id, complaint.version, 60), by)
    return desk.perform(RecordDelivery(complaint.id, "r", claimed.version), by)


def test_the_entry_says_that_quality_is_told(desk: Desk, anna: Actor) -> None:
    told(desk, anna)
    entry = desk.read.entries_after(0, 100)[-1]
    assert (entry.action, entry.detail["tells_quality"]) == ("escalate", True)


def test_without_a_department_nothing_is_different(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    escalate(desk, 1, anna)
    assert [each.kind for each in desk.read.deliveries_of(1)] == [PACKET]
    assert "tells_quality" not in desk.read.entries_after(0, 100)[-1].detail


def test_a_complaint_is_never_called_back(desk: Desk, anna: Actor) -> None:
    _, complaint = told(desk, anna)
    with pytest.raises(RefusedError, match="never called back"):
        desk.perform(CancelDelivery(complaint.id), anna)


def test_a_complaint_that_arrived_moves_neither_the_step_nor_the_case(
    desk: Desk, anna: Actor
) -> None:
    case, complaint = told(desk, anna)
    before = desk.read.escalation(case), desk.read.case_standing(case)
    sent = taken(desk, complaint, SYSTEM)
    assert (sent.state, sent.not_before) == (DeliveryState.SENT, NEVER)
    assert (desk.read.escalation(case), desk.read.case_standing(case)) == before
    entry = desk.read.entries_after(0, 100)[-1]
    assert (entry.action, entry.detail) == ("record-delivery", {"kind": "complaint"})
    with pytest.raises(RefusedError, match="is not read back"):
        desk.perform(RecordVerified(complaint.id, version_of(desk, complaint.id)), SYSTEM)


def test_a_complaint_that_failed_says_so_of_itself(desk: Desk, anna: Actor) -> None:
    _, complaint = told(desk, anna)
    desk.perform(RecordFailure(complaint.id, Name("unavailable"), 9, complaint.version), SYSTEM)
    entry = desk.read.entries_after(0, 100)[-1]
    assert entry.detail == {"problem": "unavailable", "kind": "complaint"}
    assert desk.read.deliveries_of(1)[0].problem is None


def follow_up(bench: Bench, case: int, by: Actor) -> list[DeliveryKind]:
    """Let the packet of comment 1 leave, add a version; return what is in the outbox then."""
    desk = bench.desk
    taken(desk, desk.read.deliveries_of(1)[0])
    sheet = Sheet("{}", digest(b"number"), digest(b"batch"))
    act = AddVersion(case, 1, VersionKind.FOLLOW_UP, sheet, desk.clock(), "more of it")
    desk.perform(act, by)
    return [each.kind for each in desk.read.deliveries_of(1)]


def test_each_later_version_goes_to_quality_once(bench: Bench, anna: Actor) -> None:
    case, _ = told(bench.desk, anna)
    assert follow_up(bench, case, anna) == [PACKET, COMPLAINT, PACKET, COMPLAINT]


def test_a_later_version_of_what_quality_never_heard_goes_to_pv_alone(
    bench: Bench, anna: Actor
) -> None:
    take_in(bench.desk, arrival(1))
    assert follow_up(bench, escalate(bench.desk, 1, anna), anna) == [PACKET, PACKET]


def said(*contexts: Context, category: Category = Category.QUALITY) -> Triage:
    """Return what triage makes of a text in which one thing was found."""
    found = Finding(Mark.EVENT, "leaks", category, 0, 3, frozenset(contexts))
    calm = triage()
    return replace(calm, screening=replace(calm.screening, findings=(found,)))


@pytest.mark.parametrize(
    ("of", "situations", "is_one"),
    [
        (said(), (), True),
        (said(category=Category.COUNTERFEIT), (), True),
        (said(Context.NEGATED), (), False),
        (said(Context.HYPOTHETICAL), (), False),
        (triage(), (), False),
        (triage(), (Situation.OVERDOSE,), False),
        (triage(), (Situation.COUNTERFEIT,), True),
        (triage(category=Category.QUALITY), (), True),
    ],
)
def test_a_complaint_is_what_is_called_ticked_or_said_so(
    desk: Desk, of: Triage, situations: tuple[Situation, ...], *, is_one: bool
) -> None:
    take_in(desk, arrival(1, said=of))
    assert tells_quality(WITH, desk.read, 1, situations) is is_one
    assert not tells_quality(Filing(), desk.read, 1, situations)


def test_what_a_person_called_quality_is_a_complaint(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1, said=CALM))
    assert not tells_quality(WITH, desk.read, 1, ())
    desk.perform(Classify(1, Category.QUALITY, Queue.QUALITY, None, None, ""), anna)
    assert tells_quality(WITH, desk.read, 1, ())
    assert not tells_quality(WITH, desk.read, 99, ())
