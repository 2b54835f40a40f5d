"""What PV said of a case by mail or in words: entered with its evidence, and signed."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Moment, OnComment
from webcare_desk.actions.case_answer import Judged, arrived, tell_escalation
from webcare_desk.actions.case_moves import (
    answered,
    move,
    next_of,
    spoken_of,
    standing_of,
)
from webcare_desk.actions.pv_clock import set_clock
from webcare_desk.actions.signed import require_signature
from webcare_desk.domain.audit import Detail, Details, Name
from webcare_desk.domain.case_state import DECIDED, after
from webcare_desk.domain.case_version import (
    EVENT_OF,
    MEANING_OF,
    AnswerMeaning,
    CaseVersion,
    PvDecision,
    SpokenAnswer,
    record_of,
)
from webcare_desk.domain.evidence import digest_of
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reason import NOT_A_CASE, Reason
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Reads, Session

#: What no number of PV's stands for: no answer, and that PV cannot use the report.
_UNDECIDED = frozenset({None, AnswerMeaning.REJECTED})


@dataclass(frozen=True, slots=True)
class RecordAnswer(OnComment[Judged]):
    """What PV said by mail or in words, entered and signed by who took it.

    The signature (`sign` with `record_of(said, reason)`) stands in row `signature`.
    """

    said: SpokenAnswer
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
        stands = _renumbered(session, said) or _upheld(session, said)
        version = stands or _meant(session, said)
        self._keep(session, moment, version)
        meaning = MEANING_OF[said.decision]
        if stands is None:
            # A version that was received is answered as by a receiver's system that takes it.
            is_taken = meaning is AnswerMeaning.RECEIVED
            answered(session, moment, version, AnswerMeaning.ACCEPTED if is_taken else meaning)
            more: dict[str, Detail] = {"duplicate_of": said.duplicate_of, "reason": self.reason}
            if version.number == standing.number:
                move(session, moment, said.case, EVENT_OF[said.decision], more)
                if said.decision is PvDecision.REJECTED:
                    set_clock(session, said.case)  # what PV cannot use is due there again
            arrived(session, moment, version)
        is_upheld = stands is not None and said.decision is PvDecision.RECEIVED
        if said.decision is not PvDecision.REJECTED and not is_upheld:
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
                "meaning": _kept_as(said),
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

    def detail_of(self, result: Judged) -> Details:
        """Say what PV decided, how it came, and whether its number alone was put right."""
        return {
            "escalation": result.case,
            "decision": self.said.decision,
            "way": self.said.way,
            "signature": self.signature,
            **({"only_number": True} if self.said.only_number else {}),
        }


def _kept_as(said: SpokenAnswer) -> AnswerMeaning:
    """Return what an answer is kept as: a number alone says nothing of PV's decision anew."""
    return AnswerMeaning.DIFFERENT if said.only_number else MEANING_OF[said.decision]


def require_whole(read: Reads, said: SpokenAnswer, reason: Reason | None) -> None:
    """Refuse an answer that could not be kept; ask before anybody signs it."""
    _require_fitting(read, said)
    if not said.evidence.strip():
        msg = QT_TRANSLATE_NOOP("Said", "Attach the mail, or write down who said it and when.")
        raise RefusedError(Said.of(msg))
    if said.decision is PvDecision.ACCEPTED and not said.pv_reference.strip():
        msg = QT_TRANSLATE_NOOP("Said", "Give the reference under which PV keeps the case.")
        raise RefusedError(Said.of(msg))
    if (said.decision is PvDecision.NOT_A_CASE) is not (reason is not None):
        msg = QT_TRANSLATE_NOOP("Said", "A reason goes with “not a case”, and with nothing else.")
        raise RefusedError(Said.of(msg))
    other = said.duplicate_of
    if other is not None and (other == said.case or read.case_standing(other) is None):
        msg = QT_TRANSLATE_NOOP("Said", "Case {case} is no other case of this desk.")
        raise RefusedError(Said.of(msg, case=other))
    is_named = other is not None or bool(said.pv_reference.strip())
    if said.decision is PvDecision.DUPLICATE and not is_named:
        msg = QT_TRANSLATE_NOOP(
            "Said", "Say of which case it is a duplicate: one of ours, or PV's number."
        )
        raise RefusedError(Said.of(msg))


def _require_fitting(read: Reads, said: SpokenAnswer) -> None:
    """Refuse what a version cannot be answered with, or a number that nothing stands for."""
    standing = standing_of(read, said.case)
    if (_renumbered(read, said) or _upheld(read, said)) is not None:
        return
    if said.only_number:
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "Only a number is put right where PV has decided so: give that, and another number.",
        )
        raise RefusedError(Said.of(msg))
    if _meant(read, said).number == standing.number:
        next_of(standing, EVENT_OF[said.decision])


def _meant(read: Reads, said: SpokenAnswer) -> CaseVersion:
    """Return the version that PV speaks of; which of several, only who took the answer knows.

    Taken for the last one, a word about an earlier version would pass for PV's having the news.
    """
    possible = spoken_of(read, said.case)
    if said.version is None and len(possible) == 1:
        return possible[0]
    for each in possible:
        if each.number == said.version:
            return each
    numbers = ", ".join(str(each.number) for each in possible)
    msg = QT_TRANSLATE_NOOP("Said", "Say of which version of case {case} PV speaks: {numbers}.")
    raise RefusedError(Said.of(msg, case=said.case, numbers=numbers))


def _renumbered(read: Reads, said: SpokenAnswer) -> CaseVersion | None:
    """Return the version whose decision stands and is said again with another number of PV's.

    A number that was mistyped, or that PV changed, is put right so; nothing else moves. While a
    later version waits for PV, only who says that it is the number alone is taken to mean that.
    """
    standing, number = standing_of(read, said.case), said.pv_reference.strip()
    answers = [
        each
        for each in read.case_versions(said.case)
        if each.answer not in _UNDECIDED
        and (said.only_number or said.version in {None, each.number})
    ]
    is_so = (
        (said.only_number or standing.state in DECIDED)
        and said.duplicate_of in {None, standing.duplicate_of}
        and number not in {"", standing.pv_reference}
    )
    stands = is_so and bool(answers) and answers[-1].answer is MEANING_OF[said.decision]
    return answers[-1] if stands else None


def _upheld(read: Reads, said: SpokenAnswer) -> CaseVersion | None:
    """Return the latest version where PV settles a doubt by saying once more what it had decided.

    That it has the report upholds whatever it decided on that.
    """
    standing, latest = standing_of(read, said.case), read.case_versions(said.case)[-1]
    is_received = said.decision is PvDecision.RECEIVED and latest.answer not in _UNDECIDED
    is_so = (
        standing.doubt is not None
        and (is_received or latest.answer is MEANING_OF[said.decision])
        and after(standing.state, EVENT_OF[said.decision]) is None
        and said.version in {None, latest.number}
        and said.duplicate_of in {None, standing.duplicate_of}
        and said.pv_reference.strip() in {"", standing.pv_reference}
    )
    return latest if is_so else None
