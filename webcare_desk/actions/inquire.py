"""Asking the poster of a case for more: every attempt is documented (GVP VI.B.3)."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Moment, OnComment
from webcare_desk.actions.case_moves import standing_of
from webcare_desk.actions.outbound import queue_reply
from webcare_desk.actions.with_pv import is_taken_back
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import CaseStanding
from webcare_desk.domain.inquiry import MOST, WAITED, Inquiry, Invitation, tried
from webcare_desk.domain.moderator import Right, rights_of
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Session

_TEMPLATE = Name("follow-up-hand-over")


@dataclass(frozen=True, slots=True)
class AskPoster(OnComment[Inquiry]):
    """Ask the poster of a case approved questions; the result is the attempt.

    The questions themselves are for a private message. With an `invitation` the desk posts the
    approved public reply that asks for one, and nothing else can be said in public: its words
    are those of the approved set. Without one a person has asked in another way.
    """

    case: int
    questions: tuple[Name, ...]
    invitation: Invitation | None = None
    name: ClassVar[Name] = Name("ask-poster")
    right: ClassVar[Right] = Right.ESCALATE

    def apply(self, session: Session, moment: Moment) -> Inquiry:
        """Keep the attempt, and put the reply in the outbox; one waits for the end of the last."""
        standing = standing_of(session, self.case)
        before = session.inquiries(self.case)
        self._refuse(session, standing, before)
        attempt: Details = {
            "escalation": self.case,
            "attempt": len(before) + 1,
            "questions": Name("+".join(self.questions)),
            "asked_at": moment.at,
            "by": Name(moment.by.moderator),
            "due_at": moment.at + WAITED,
            "version": 1,
        }
        sent = self._sent(session, moment, standing.comment, tried(before) + 1)
        made = session.inquiry(session.add(tables.INQUIRY, {**attempt, "delivery": sent}))
        if made is None:  # pragma: no cover - it was written one line above
            msg = Said.of(QT_TRANSLATE_NOOP("Said", "The attempt was not kept."))
            raise RefusedError(msg)
        return made

    def _refuse(self, session: Session, standing: CaseStanding, before: list[Inquiry]) -> None:
        """Refuse where nothing is asked, nobody waits for what is told, or one attempt is open."""
        if not self.questions:
            msg = Said.of(QT_TRANSLATE_NOOP("Said", "Choose at least one question."))
            raise RefusedError(msg)
        if standing.state is CaseState.CLOSED:
            msg = Said.of(QT_TRANSLATE_NOOP("Said", "This case is closed: nobody asks any more."))
            raise RefusedError(msg)
        if is_taken_back(session.case_versions(self.case)):
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said", "This report was taken back: what a poster answers could go nowhere."
                )
            )
            raise RefusedError(msg)
        if any(each.outcome is None for each in before):
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said", "An earlier attempt is still open: say first how it ended."
                )
            )
            raise RefusedError(msg)
        if tried(before) >= MOST:
            msg = Said.of(
                QT_TRANSLATE_NOOP("Said", "This poster was asked {most} times; that is enough."),
                most=MOST,
            )
            raise RefusedError(msg)

    def _sent(self, session: Session, moment: Moment, comment: int, attempt: int) -> int | None:
        """Queue the public reply, where the desk is to post it; return the delivery."""
        from webcare_desk.pv.questions import public_text  # reads a file

        if self.invitation is None:
            return None
        if Right.REPLY not in rights_of(moment.by.role):
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said",
                    "In your role nobody replies in public; let a moderator send the question.",
                )
            )
            raise RefusedError(msg)
        text = public_text(self.invitation.language, attempt)
        return queue_reply(session, moment, comment, text, _TEMPLATE, self.invitation.hold)

    def detail_of(self, result: Inquiry) -> Details:
        """Name the case and the questions, and say whether the desk posts the invitation."""
        asked = Name("+".join(self.questions))
        said: Details = {"inquiry": result.id, "escalation": self.case, "questions": asked}
        return {**said, "posted": self.invitation is not None}
