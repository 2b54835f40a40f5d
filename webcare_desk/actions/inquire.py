"""Asking the poster of a case for more, and how that ended: every attempt is documented."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment
from webcare_desk.actions.case_moves import standing_of
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.inquiry import MOST, WAITED, Inquiry, InquiryOutcome
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import RefusedError
from webcare_desk.store import tables
from webcare_desk.store.base import Session


@dataclass(frozen=True, slots=True)
class AskPoster(Action[int]):
    """Approved questions went to the poster of a case; the result is the attempt's id."""

    case: int
    questions: tuple[Name, ...]
    name: ClassVar[Name] = Name("ask-poster")
    right: ClassVar[Right] = Right.ESCALATE

    def apply(self, session: Session, moment: Moment) -> int:
        """Keep the attempt; one waits for its end before the next one."""
        standing_of(session, self.case)
        if not self.questions:
            msg = "Choose at least one question."
            raise RefusedError(msg)
        before = session.inquiries(self.case)
        if any(each.outcome is None for each in before):
            msg = "An earlier attempt is still open: say first how it ended."
            raise RefusedError(msg)
        if len(before) >= MOST:
            msg = f"This poster was asked {MOST} times; that is enough."
            raise RefusedError(msg)
        return session.add(
            tables.INQUIRY,
            {
                "escalation": self.case,
                "attempt": len(before) + 1,
                "questions": Name("+".join(self.questions)),
                "asked_at": moment.at,
                "by": Name(moment.by.moderator),
                "due_at": moment.at + WAITED,
                "version": 1,
            },
        )

    def detail_of(self, result: int) -> Details:
        """Name the case and the questions."""
        asked = Name("+".join(self.questions))
        return {"inquiry": result, "escalation": self.case, "questions": asked}


@dataclass(frozen=True, slots=True)
class EndInquiry(Action[Inquiry]):
    """Say how an attempt ended; what the poster told goes to PV as a follow-up."""

    inquiry: int
    outcome: InquiryOutcome
    name: ClassVar[Name] = Name("end-inquiry")
    right: ClassVar[Right] = Right.ESCALATE

    def apply(self, session: Session, moment: Moment) -> Inquiry:
        """Keep the outcome; the clock of the attempt stops."""
        found = session.inquiry(self.inquiry)
        if found is None or found.outcome is not None:
            msg = f"There is no open attempt {self.inquiry}."
            raise RefusedError(msg)
        ended: Details = {"outcome": self.outcome, "ended_at": moment.at}
        session.change(tables.INQUIRY, found.id, ended)
        return found

    def detail_of(self, result: Inquiry) -> Details:
        """Name the case, the attempt and how it ended."""
        return {"inquiry": result.id, "escalation": result.case, "outcome": self.outcome}
