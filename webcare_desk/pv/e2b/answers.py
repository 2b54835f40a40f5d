"""Which of our reports an acknowledgement answers, and what is to be done about each.

A report is found by its own number, also when the batch is unknown; what was answered before is
not answered again, and an answer to a report that has not left is told, not believed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from webcare_desk.pv.e2b.acknowledgement import Acknowledgement, MessageAck


class Meaning(StrEnum):
    """What one answer means for the desk."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    REPEATED = "repeated"
    DIFFERENT = "different-reference"
    EARLY = "before-its-report"
    UNKNOWN = "unknown-report"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Sent:
    """One of our reports: its case, its number (C.1.1), and what is known of it.

    `pv_reference` is PV's number where PV has answered.
    """

    escalation: int
    number: str
    batch: str
    has_left: bool
    pv_reference: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer with its meaning; `escalation` is None for a report that is not ours."""

    meaning: Meaning
    message: MessageAck
    escalation: int | None
    knows_batch: bool

    @property
    def reference(self) -> str:
        """Return the receiver's number of the case, else ours."""
        return self.message.reference or next(iter(self.message.reports), "")


def answers(found: Acknowledgement, ours: Iterable[Sent]) -> tuple[Answer, ...]:
    """Return the meaning of each answer; the second of two in one file repeats the first."""
    by_number = {sent.number: sent for sent in ours}
    batches = {sent.batch for sent in by_number.values()}
    told: set[tuple[str, str]] = set()
    result = []
    for message in found.messages:
        number = next((each for each in message.reports if each in by_number), "")
        sent = by_number.get(number)
        meaning = _meaning(message, sent)
        if meaning is Meaning.ACCEPTED and (number, message.code) in told:
            meaning = Meaning.REPEATED
        told.add((number, message.code))
        escalation = None if sent is None else sent.escalation
        result.append(Answer(meaning, message, escalation, found.batch in batches))
    return tuple(result)


def _meaning(message: MessageAck, sent: Sent | None) -> Meaning:
    if sent is None:
        return Meaning.UNKNOWN
    if message.code not in {"CA", "CR"}:
        return Meaning.UNREADABLE
    if not sent.has_left:
        return Meaning.EARLY
    if not message.is_accepted:
        return Meaning.REJECTED
    if sent.pv_reference is None:
        return Meaning.ACCEPTED
    same = sent.pv_reference in {message.reference, *message.reports}
    return Meaning.REPEATED if same else Meaning.DIFFERENT
