"""Taking in a receiver's acknowledgement: each message of it is judged and kept by one act."""

import json
from dataclasses import asdict, dataclass, replace

from webcare_desk.actions.cases import (
    Judged,
    ReceiveAcknowledgement,
    RecordAcknowledgement,
    Told,
)
from webcare_desk.casebook.reading import batch_of
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Digest, digest
from webcare_desk.domain.case_version import Way
from webcare_desk.domain.e2b import report_of
from webcare_desk.domain.evidence import evidence_of
from webcare_desk.domain.moderator import Actor, Role, system_actor
from webcare_desk.errors import MessageError, PacketError
from webcare_desk.pv.e2b.acknowledgement import (
    ALL_REFUSED,
    REJECTED,
    TAKEN,
    Acknowledgement,
    MessageAck,
    read_acknowledgement,
)
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import Reads


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

    Raises MessageError when the bytes are none, or say nothing of any report. Taking the same
    file again changes nothing.
    """
    found = _in_doubt(read_acknowledgement(data))
    batch = _digest(found.batch) if found.batch else None
    named = None if batch is None else desk.read.version_with(batch)
    messages = found.messages if named is None else _of_batch(found, _report(desk.read, *named))
    if not messages:
        msg = QT_TRANSLATE_NOOP(
            "Said", "This acknowledgement names no report, and its batch is none of this desk."
        )
        raise MessageError(Said.of(msg))
    evidence = evidence_of(data)
    act = ReceiveAcknowledgement if by.role is Role.SYSTEM else RecordAcknowledgement
    answers = tuple(
        Answer(each, desk.perform(act(_told(each, batch), evidence), by), named is not None)
        for each in messages
    )
    return Taken(found, answers)


def keep_words(desk: Desk, case: int, mail: bytes) -> None:
    """Keep what PV answered in words to a packet's mail: a person reads it and enters what it says."""
    number = report_of(batch_of(desk.read, case)).text("C.1.1")
    told = Told((_digest(number),), None, number, "", "", "[]", Way.MAIL)
    desk.perform(ReceiveAcknowledgement(told, evidence_of(mail)), system_actor())


def _in_doubt(found: Acknowledgement) -> Acknowledgement:
    """Let a yes within a batch that was refused as a whole be no yes: PV is asked which holds.

    A no beside a batch that was taken stays one, for the report is then mended and sent again.
    """
    if found.code != ALL_REFUSED:
        return found
    messages = (
        replace(each, code=f"{found.code}, {each.code}") if each.code == TAKEN else each
        for each in found.messages
    )
    return replace(found, messages=tuple(messages))


def _of_batch(found: Acknowledgement, report: str) -> tuple[MessageAck, ...]:
    """Return what is said of our batch, which has one report: whoever names none means that one.

    A batch that is refused as a whole (ACK.A.4: AR) refuses its report; one that was read, and
    of whose report nothing is said, has neither a yes nor a no.
    """
    said = tuple(replace(each, reports=each.reports or (report,)) for each in found.messages)
    is_refused = found.code == ALL_REFUSED
    if said and (not is_refused or any(report in each.reports for each in said)):
        return said
    return (*said, MessageAck((report,), "", REJECTED if is_refused else found.code, found.errors))


def _report(read: Reads, case: int, number: int) -> str:
    """Return C.1.1 of a version; nothing of one that was erased after its years."""
    try:
        return report_of(batch_of(read, case, number)).text("C.1.1")
    except PacketError:
        return ""


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
