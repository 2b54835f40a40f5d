"""What a row says of the report to PV: on its way, failing, or there."""

from tests.support.desks import HOUR, SYSTEM, arrival, escalate, take_in, version_of
from webcare_desk.actions import ClaimDelivery, RecordDelivery, RecordFailure
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.inbox import Handover
from webcare_desk.domain.moderator import Actor


def _told(desk: Desk, *comments: int) -> list[Handover | None]:
    return [row.handover for row in desk.read.rows(comments, 0)]


def test_a_report_is_with_pv_once_its_packet_has_left(desk: Desk, anna: Actor) -> None:
    first, other = take_in(desk, arrival(1), arrival(2))
    assert _told(desk, first, other) == [None, None]
    escalate(desk, first, anna)
    assert _told(desk, first, other) == [Handover.ON_ITS_WAY, None]
    (packet,) = desk.read.deliveries_of(first)
    desk.perform(ClaimDelivery(packet.id, 1, HOUR, "mail"), SYSTEM)
    assert _told(desk, first) == [Handover.ON_ITS_WAY]
    desk.perform(
        RecordFailure(packet.id, Name("unreachable"), 1, version_of(desk, packet.id)), SYSTEM
    )
    assert _told(desk, first) == [Handover.FAILING]
    desk.perform(ClaimDelivery(packet.id, 3, HOUR, "mail"), SYSTEM)
    desk.perform(RecordDelivery(packet.id, "250 ok", version_of(desk, packet.id)), SYSTEM)
    assert _told(desk, first) == [Handover.DONE]
