"""Comment 1, which many tests of actions are about: its work, and an answer to it."""

from tests.support.desks import HOUR, SYSTEM, version_of
from webcare_desk.actions import ClaimDelivery, QueueReply, RecordDelivery, RecordVerified
from webcare_desk.desk import Desk
from webcare_desk.domain.inbox import Work
from webcare_desk.domain.moderator import Actor


def work(desk: Desk) -> Work:
    """Return its work."""
    found = desk.read.work(1)
    assert found is not None
    return found


def on_its_way(desk: Desk, anna: Actor) -> int:
    """Answer comment 1 in public; the platform has taken the reply."""
    reply = desk.perform(QueueReply(1, "Wat naar.", None, 0), anna)
    taken = desk.perform(ClaimDelivery(reply, 1, HOUR), SYSTEM)
    desk.perform(RecordDelivery(reply, "r", taken.version), SYSTEM)
    return reply


def is_read_back(desk: Desk, reply: int) -> None:
    """Let the platform show a reply that it has taken."""
    desk.perform(RecordVerified(reply, version_of(desk, reply)), SYSTEM)
