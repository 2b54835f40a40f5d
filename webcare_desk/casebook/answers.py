"""Taking in a receiver's acknowledgement: each message of it is judged and kept by one act."""

import json
from dataclasses import asdict, dataclass

from webcare_desk.actions.cases import (
    Judged,
    ReceiveAcknowledgement,
    RecordAcknowledgement,
    Told,
)
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Digest, digest
from webcare_desk.domain.evidence import evidence_of
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.pv.e2b.acknowledgement import Acknowledgement, MessageAck, read_acknowledgement


@dataclass(frozen=True, slots=True)
class Answer:
    """One message of an acknowledgement, what it means, and whether its batch is ours."""

    message: MessageAck
    judged: Judged
    knows_batch: bool

    @property
    def reference(self) -> str:
        """The receiver's number of the case, else ours."""
        return self.message.reference or next(iter(self.message.reports), "")


@dataclass(frozen=True, slots=True)
class Taken:
    """An acknowledgement and what the desk made of it."""

    acknowledgement: Acknowledgement
    answers: tuple[Answer, ...]


def take(desk: Desk, data: bytes, by: Actor) -> Taken:
    """Take in an acknowledgement; the program itself may, for what it found in PV's mailbox.

    Raises MessageError when the bytes are none. Taking the same file again changes nothing.
    """
    found = read_acknowledgement(data)
    batch = _digest(found.batch) if found.batch else None
    is_ours = batch is not None and desk.read.version_with(batch) is not None
    evidence = evidence_of(data)
    act = ReceiveAcknowledgement if by.role is Role.SYSTEM else RecordAcknowledgement
    answers = tuple(
        Answer(each, desk.perform(act(_told(each, batch), evidence), by), is_ours)
        for each in found.messages
    )
    return Taken(found, answers)


def _told(message: MessageAck, batch: Digest | None) -> Told:
    return Told(
        reports=tuple(_digest(each) for each in message.reports),
        batch=batch,
        report=next(iter(message.reports), ""),
        reference=message.reference,
        code=message.code,
        problems=json.dumps([asdict(error) for error in message.errors], ensure_ascii=False),
    )


def _digest(text: str) -> Digest:
    return digest(text.encode("utf-8", "surrogatepass"))
