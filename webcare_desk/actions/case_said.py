"""What PV said of a case by mail or in words: entered with its evidence, and signed."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment
from webcare_desk.actions.case_answer import Judged, tell_escalation
from webcare_desk.actions.case_moves import (
    answered,
    move,
    next_of,
    standing_of,
    version_meant,
)
from webcare_desk.actions.signed import require_signature
from webcare_desk.domain.audit import Detail, Details, Name
from webcare_desk.domain.case_state import DECIDED
from webcare_desk.domain.case_version import (
    EVENT_OF,
    MEANING_OF,
    CaseVersion,
    Meaning,
    PvDecision,
    Said,
    record_of,
)
from webcare_desk.domain.evidence import digest_of
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reason import NOT_A_CASE, Reason
from webcare_desk.errors import RefusedError
from webcare_desk.store import tables
from webcare_desk.store.base import Reads, Session


@dataclass(frozen=True, slots=True)
class RecordAnswer(Action[Judged]):
    """What PV said by mail or in words, entered and signed by who took it.

    The signature (`sign` with `record_of(said, reason)`) stands in row `signature`.
    """

    said: Said
    signature: int
    reason: Reason | None = None
    explanation: str = ""
    name: ClassVar[Name] = Name("record-answer")
    is_urgent: ClassVar[bool] = True
    right: ClassVar[Right] = Right.ACKNOWLEDGE
    reasons: ClassVar[tuple[Reason, ...]] = NOT_A_CASE
    is_reason_optional: ClassVar[bool] = True

    def apply(self, session: Session, moment: Moment) -> Judged:
        """Keep it with its evidence, and let the case move, unless PV has not got its latest version.

        What has not left cannot be what PV speaks of where an earlier version has.
        """
        said, standing = self.said, standing_of(session, self.said.case)
        require_whole(session, said, self.reason)
        require_signature(session, moment, self.signature, record_of(said, self.reason))
        version = version_meant(session, said.case)
        self._keep(session, moment, version)
        meaning = MEANING_OF[said.decision]
        if not _renumbers(session, said):
            # A version that was received is answered as by a receiver's system that takes it.
            is_taken = meaning is Meaning.RECEIVED
            answered(session, moment, version, Meaning.ACCEPTED if is_taken else meaning)
            more: dict[str, Detail] = {"duplicate_of": said.duplicate_of, "reason": self.reason}
            if version.number == standing.number:
                move(session, moment, said.case, EVENT_OF[said.decision], more)
        if said.decision is not PvDecision.REJECTED:
            is_case = said.decision is not PvDecision.NOT_A_CASE
            tell_escalation(session, moment, said.case, said.pv_reference, is_case=is_case)
        return Judged(meaning, said.case, standing.comment, said.pv_reference)

    def _keep(self, session: Session, moment: Moment, version: CaseVersion) -> None:
        said = self.said
        session.add(
            tables.CASE_ANSWER,
            {
                "escalation": said.case,
                "number": version.number,
                "way": said.way,
                "meaning": MEANING_OF[said.decision],
                "waiting": 0,
                "at": moment.at,
                "by": Name(moment.by.moderator),
                "proof": digest_of(said.evidence),
                "document": session.add_document(said.evidence),
                "signature": self.signature,
                "duplicate_of": said.duplicate_of,
                "reason": self.reason,
                "version": 1,
            },
            {"report": None, "pv_reference": said.pv_reference, "words": said.words},
        )

    def subject_of(self, result: Judged) -> int | None:
        """Return the comment of the case."""
        return result.comment

    def detail_of(self, result: Judged) -> Details:
        """Say what PV decided, and how it came."""
        return {
            "escalation": result.case,
            "decision": self.said.decision,
            "way": self.said.way,
            "signature": self.signature,
        }


def require_whole(read: Reads, said: Said, reason: Reason | None) -> None:
    """Refuse an answer that could not be kept; ask before anybody signs it."""
    standing = standing_of(read, said.case)
    is_latest = version_meant(read, said.case).number == standing.number
    if is_latest and not _renumbers(read, said):
        next_of(standing, EVENT_OF[said.decision])
    if not said.evidence.strip():
        msg = "Attach the mail, or write down who said it and when."
        raise RefusedError(msg)
    if said.decision is PvDecision.ACCEPTED and not said.pv_reference.strip():
        msg = "Give the reference under which PV keeps the case."
        raise RefusedError(msg)
    if (said.decision is PvDecision.NOT_A_CASE) is not (reason is not None):
        msg = "A reason goes with “not a case”, and with nothing else."
        raise RefusedError(msg)
    other = said.duplicate_of
    if other is not None and (other == said.case or read.case_standing(other) is None):
        msg = f"Case {other} is no other case of this desk."
        raise RefusedError(msg)
    is_named = other is not None or bool(said.pv_reference.strip())
    if said.decision is PvDecision.DUPLICATE and not is_named:
        msg = "Say of which case it is a duplicate: one of ours, or PV's number."
        raise RefusedError(msg)


def _renumbers(read: Reads, said: Said) -> bool:
    """Say whether PV's decision stands and is said again with another number of theirs.

    A number that was mistyped, or that PV changed, is put right so; nothing else moves.
    """
    standing, versions = standing_of(read, said.case), read.case_versions(said.case)
    answers = (each.answer for each in reversed(versions) if each.answer is not None)
    number = said.pv_reference.strip()
    return (
        standing.state in DECIDED
        and next(answers, None) is MEANING_OF[said.decision]
        and said.duplicate_of in {None, standing.duplicate_of}
        and number not in {"", standing.pv_reference}
    )
