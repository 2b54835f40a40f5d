"""How an attempt to hear more from a poster ends, and who is told when nobody ends it."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Moment, OnComment
from webcare_desk.domain.audit import Detail, Details, Name
from webcare_desk.domain.inquiry import TOLD, Inquiry, InquiryOutcome
from webcare_desk.domain.moderator import Right, Role
from webcare_desk.domain.reply import DeliveryState
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Session

_LEAVING = frozenset({DeliveryState.HELD, DeliveryState.SENDING})


@dataclass(frozen=True, slots=True)
class EndInquiry(OnComment[Inquiry]):
    """Say how an attempt ended; what the poster told goes to PV as a follow-up."""

    inquiry: int
    outcome: InquiryOutcome
    name: ClassVar[Name] = Name("end-inquiry")
    right: ClassVar[Right] = Right.ESCALATE

    def apply(self, session: Session, moment: Moment) -> Inquiry:
        """Keep the outcome; the clock of the attempt stops."""
        found = session.inquiry(self.inquiry)
        if found is None or found.outcome is not None or self.outcome not in TOLD:
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said", "There is no open attempt {inquiry}, or it does not end like that."
                ),
                inquiry=self.inquiry,
            )
            raise RefusedError(msg)
        if _is_leaving(session, found):
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said",
                    "The question is still in the outbox: call it back, or wait until it has left.",
                )
            )
            raise RefusedError(msg)
        end_inquiry(session, moment, found, self.outcome)
        return found

    def detail_of(self, result: Inquiry) -> Details:
        """Name the case, the attempt and how it ended."""
        return {"inquiry": result.id, "escalation": result.case, "outcome": self.outcome}


@dataclass(frozen=True, slots=True)
class AlarmInquiry(OnComment[Inquiry]):
    """Nobody said in time how an attempt ended: the deputy is told, and then the supervisor."""

    inquiry: int
    to: Role
    name: ClassVar[Name] = Name("alarm-inquiry")
    is_urgent: ClassVar[bool] = True
    right: ClassVar[Right] = Right.DELIVER

    def apply(self, session: Session, moment: Moment) -> Inquiry:
        """Keep whom the alarm has reached."""
        found = session.inquiry(self.inquiry)
        if found is None or found.outcome is not None or found.alarm is self.to:
            msg = Said.of(
                QT_TRANSLATE_NOOP("Said", "Attempt {inquiry} needs no alarm."), inquiry=self.inquiry
            )
            raise RefusedError(msg)
        changed: Details = {"alarm": self.to, "alarmed_at": moment.at}
        session.change(tables.INQUIRY, found.id, changed)
        return found

    def detail_of(self, result: Inquiry) -> Details:
        """Name the case, the attempt and who is told."""
        return {"inquiry": result.id, "escalation": result.case, "to": self.to}


def end_inquiry(session: Session, moment: Moment, found: Inquiry, outcome: InquiryOutcome) -> None:
    """Keep how an attempt ended, unless that is known."""
    if found.outcome is None:
        ended: dict[str, Detail] = {"outcome": outcome, "ended_at": moment.at}
        ended |= {"alarm": None, "alarmed_at": None}
        session.change(tables.INQUIRY, found.id, ended)


def refuse_ended(session: Session, delivery: int) -> None:
    """Refuse to send a question again of which the attempt is over."""
    asked = session.inquiry_of(delivery)
    if asked is not None and asked.outcome is not None:
        msg = Said.of(
            QT_TRANSLATE_NOOP("Said", "This attempt to ask the poster is over; ask anew.")
        )
        raise RefusedError(msg)


def _is_leaving(session: Session, found: Inquiry) -> bool:
    delivery = None if found.delivery is None else session.delivery(found.delivery)
    return delivery is not None and delivery.state in _LEAVING
