"""PV's answer to a report: what a receiver's system said, and what a person entered for PV.

Whether a report has left, was answered before, or is ours at all is judged within the act, so
that two people who read the same acknowledgement do not record it twice.
"""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment
from webcare_desk.actions.case_moves import answered, move, standing_of, versions_of
from webcare_desk.actions.escalate import acknowledge
from webcare_desk.actions.signed import require_signature
from webcare_desk.domain.audit import Detail, Details, Digest, Name, digest
from webcare_desk.domain.case_state import CaseEvent, CaseState, after
from webcare_desk.domain.case_version import (
    EVENT_OF,
    MEANING_OF,
    CaseVersion,
    Meaning,
    PvDecision,
    Said,
    Way,
    record_of,
)
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reason import NOT_A_CASE, Reason
from webcare_desk.domain.reply import DeliveryState
from webcare_desk.errors import RefusedError
from webcare_desk.store import tables
from webcare_desk.store.base import Session

_LEFT = frozenset(
    {
        DeliveryState.SENDING,
        DeliveryState.SENT,
        DeliveryState.VERIFIED,
        DeliveryState.UNCERTAIN,
    }
)
#: The receiver's yes and no (ACK.B.r.6).
_YES, _NO = "CA", "CR"


@dataclass(frozen=True, slots=True)
class Told:
    """One message of an acknowledgement: the ids it may mean, by their digests, and what it says.

    `report` is the first id as it stands, `reference` the receiver's number, `code` CA or CR,
    `problems` the receiver's errors as JSON.
    """

    reports: tuple[Digest, ...]
    batch: Digest | None
    report: str
    reference: str
    code: str
    problems: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What one message means, and of which case and comment; None where it is none of ours."""

    meaning: Meaning
    case: int | None
    comment: int | None
    reference: str


class _Acknowledging(Action[Judged]):
    """A receiver's system answered; `evidence` is the file as it came."""

    told: Told
    evidence: str
    is_urgent: ClassVar[bool] = True

    def apply(self, session: Session, moment: Moment) -> Judged:
        """Keep the answer and let the case move; the very same answer is kept once."""
        case = session.case_named(self.told.reports)
        comment = None if case is None else standing_of(session, case).comment
        seen = digest(self.evidence.encode("utf-8", "surrogatepass"))
        before = [
            each
            for each in session.answers_with(seen)
            if each.case == case and each.report == self.told.report
        ]
        version = None if case is None else _version_meant(session, case, self.told.batch)
        meaning = Meaning.REPEATED if before else self._meaning(session, version)
        if meaning is not Meaning.REPEATED:
            self._keep(session, moment, seen, version, meaning)
        if meaning in {Meaning.ACCEPTED, Meaning.REJECTED} and version is not None:
            _take(session, moment, version, meaning, (self.told.reference, self.told.report))
        return Judged(meaning, case, comment, self.told.reference)

    def _meaning(self, session: Session, version: CaseVersion | None) -> Meaning:
        if version is None:
            return Meaning.UNKNOWN
        if self.told.code not in {_YES, _NO}:
            return Meaning.UNREADABLE
        found = session.escalation(version.case)
        known = None if found is None else found.pv_reference
        if known is None and not _has_left(session, version):
            return Meaning.EARLY
        if known is not None and digest(known.encode()) in self.told.reports:
            known = None  # our own number stood for theirs until now
        meaning = Meaning.ACCEPTED if self.told.code == _YES else Meaning.REJECTED
        if version.answer is None:
            return _beside(meaning, known, self.told.reference)
        same = version.answer is meaning and known in {None, self.told.reference}
        return Meaning.REPEATED if same else Meaning.DIFFERENT

    def _keep(
        self,
        session: Session,
        moment: Moment,
        seen: Digest,
        version: CaseVersion | None,
        meaning: Meaning,
    ) -> None:
        session.add(
            tables.CASE_ANSWER,
            {
                "escalation": None if version is None else version.case,
                "number": None if version is None else version.number,
                "way": Way.E2B,
                "meaning": meaning,
                "waiting": int(meaning is Meaning.EARLY),
                "at": moment.at,
                "by": Name(moment.by.moderator),
                "proof": seen,
                "document": session.add_document(self.evidence),
                "version": 1,
            },
            {
                "report": self.told.report,
                "pv_reference": self.told.reference,
                "words": self.told.code,
                "problems": self.told.problems,
            },
        )

    def subject_of(self, result: Judged) -> int | None:
        """Return the comment of the case, if it is ours."""
        return result.comment

    def detail_of(self, result: Judged) -> Details:
        """Say what it meant."""
        return {"escalation": result.case, "meaning": result.meaning}


def _beside(meaning: Meaning, known: str | None, reference: str) -> Meaning:
    """Return what the first answer to a version means where PV's number is known already."""
    if meaning is Meaning.REJECTED or not reference or known in {None, reference}:
        return meaning
    return Meaning.DIFFERENT


@dataclass(frozen=True, slots=True)
class RecordAcknowledgement(_Acknowledging):
    """A person brought the acknowledgement: `case ack FILE`, or a button of the window."""

    told: Told
    evidence: str
    name: ClassVar[Name] = Name("record-acknowledgement")
    right: ClassVar[Right] = Right.ACKNOWLEDGE


@dataclass(frozen=True, slots=True)
class ReceiveAcknowledgement(_Acknowledging):
    """The program found the acknowledgement in PV's mailbox or folder."""

    told: Told
    evidence: str
    name: ClassVar[Name] = Name("receive-acknowledgement")
    right: ClassVar[Right] = Right.DELIVER


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
        """Keep it with its evidence, and let the case move."""
        said, standing = self.said, standing_of(session, self.said.case)
        self._require_whole(session)
        require_signature(session, moment, self.signature, record_of(said, self.reason))
        latest = versions_of(session, said.case)[-1]
        self._keep(session, moment, latest)
        meaning = MEANING_OF[said.decision]
        answered(session, moment, latest, meaning)
        more: dict[str, Detail] = {"duplicate_of": said.duplicate_of, "reason": self.reason}
        move(session, moment, said.case, EVENT_OF[said.decision], more)
        if said.decision is not PvDecision.REJECTED:
            is_case = said.decision is not PvDecision.NOT_A_CASE
            _tell_escalation(session, moment, said.case, said.pv_reference, is_case=is_case)
        return Judged(meaning, said.case, standing.comment, said.pv_reference)

    def _require_whole(self, session: Session) -> None:
        said = self.said
        if not said.evidence.strip():
            msg = "Attach the mail, or write down who said it and when."
            raise RefusedError(msg)
        if said.decision is PvDecision.ACCEPTED and not said.pv_reference.strip():
            msg = "Give the reference under which PV keeps the case."
            raise RefusedError(msg)
        if (said.decision is PvDecision.NOT_A_CASE) is not (self.reason is not None):
            msg = "A reason goes with “not a case”, and with nothing else."
            raise RefusedError(msg)
        other = said.duplicate_of
        if other is not None and (other == said.case or session.case_standing(other) is None):
            msg = f"Case {other} is no other case of this desk."
            raise RefusedError(msg)
        is_named = other is not None or bool(said.pv_reference.strip())
        if said.decision is PvDecision.DUPLICATE and not is_named:
            msg = "Say of which case it is a duplicate: one of ours, or PV's number."
            raise RefusedError(msg)

    def _keep(self, session: Session, moment: Moment, latest: CaseVersion) -> None:
        said = self.said
        session.add(
            tables.CASE_ANSWER,
            {
                "escalation": said.case,
                "number": latest.number,
                "way": said.way,
                "meaning": MEANING_OF[said.decision],
                "waiting": 0,
                "at": moment.at,
                "by": Name(moment.by.moderator),
                "proof": digest(said.evidence.encode("utf-8", "surrogatepass")),
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


def left(session: Session, moment: Moment, delivery: int) -> None:
    """Let a case move whose packet has left, and apply the answers that came before it."""
    version = session.case_version_of(delivery)
    if version is None:
        return
    standing = standing_of(session, version.case)
    if standing.number == version.number and standing.state is CaseState.QUEUED:
        move(session, moment, version.case, CaseEvent.LEAVE)
    for answer in session.case_answers(version.case):
        if answer.is_waiting and answer.number == version.number:
            meaning = Meaning.ACCEPTED if answer.words == _YES else Meaning.REJECTED
            changed: dict[str, Detail] = {"waiting": 0, "meaning": meaning}
            session.change(tables.CASE_ANSWER, answer.id, changed)
            numbers = (answer.pv_reference or "", answer.report or "")
            _take(session, moment, version, meaning, numbers)


def _version_meant(session: Session, case: int, batch: Digest | None) -> CaseVersion:
    """Return the version that an answer is about: by its batch, else the last one that left."""
    versions = versions_of(session, case)
    named = None if batch is None else session.version_with(batch)
    if named is not None and named[0] == case:
        return versions[named[1] - 1]
    gone = [each for each in versions if _has_left(session, each)]
    return gone[-1] if gone else versions[-1]


def _has_left(session: Session, version: CaseVersion) -> bool:
    """Say whether the packet of a version may have reached PV."""
    found = None if version.delivery is None else session.delivery(version.delivery)
    return found is not None and found.state in _LEFT


def _take(
    session: Session,
    moment: Moment,
    version: CaseVersion,
    meaning: Meaning,
    numbers: tuple[str, str],
) -> None:
    """Let a receiver's answer count; one to an earlier version moves nothing any more.

    `numbers` are the receiver's and our own: without a number of theirs ours stands for it,
    and PV has still to decide.
    """
    answered(session, moment, version, meaning)
    standing = standing_of(session, version.case)
    if standing.number != version.number:
        return
    if meaning is Meaning.REJECTED:
        _move_if_it_fits(session, moment, version.case, CaseEvent.REJECT)
        return
    reference, own = numbers
    if _move_if_it_fits(session, moment, version.case, CaseEvent.RECEIVE) and reference:
        move(session, moment, version.case, CaseEvent.ACCEPT)
    _tell_escalation(session, moment, version.case, reference or own, is_case=True)


def _move_if_it_fits(session: Session, moment: Moment, case: int, event: CaseEvent) -> bool:
    if after(standing_of(session, case).state, event) is None:
        return False
    move(session, moment, case, event)
    return True


def _tell_escalation(
    session: Session, moment: Moment, case: int, reference: str, *, is_case: bool
) -> None:
    found = session.escalation(case)
    if found is not None:
        acknowledge(session, moment, found, reference, is_case=is_case)
