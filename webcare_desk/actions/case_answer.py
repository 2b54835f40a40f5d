"""A receiver's acknowledgement: what its system said of a report, brought by a person or found.

Whether a report has left, was answered before, or is ours at all is judged within the act, so
that two people who read the same acknowledgement do not record it twice.
"""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.anchor import take_with
from webcare_desk.actions.base import Moment, OnComment
from webcare_desk.actions.case_moves import (
    answered,
    has_left,
    is_of_either,
    left_without_case,
    move,
    standing_of,
    version_meant,
)
from webcare_desk.actions.escalate import acknowledge
from webcare_desk.actions.pv_clock import set_clock
from webcare_desk.domain.audit import Detail, Details, Digest, Name, digest
from webcare_desk.domain.case_state import CaseEvent, CaseState
from webcare_desk.domain.case_version import AnswerMeaning, CaseAnswer, CaseVersion, Way
from webcare_desk.domain.evidence import digest_of
from webcare_desk.domain.inbox import NEVER
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reply import Delivery, DeliveryState
from webcare_desk.store import tables
from webcare_desk.store.base import Session

#: Whether they arrived was not known; an answer that counts says that they did.
_IN_DOUBT = frozenset({DeliveryState.SENDING, DeliveryState.UNCERTAIN})
_COUNTS = frozenset({AnswerMeaning.ACCEPTED, AnswerMeaning.REJECTED})
#: Where the latest version is here, and goes to PV as soon as its packet leaves.
_HERE = frozenset({CaseState.QUEUED, CaseState.CAME_BACK})
#: The receiver's yes and no (ACK.B.r.6).
_YES, _NO = "CA", "CR"


@dataclass(frozen=True, slots=True)
class Told:
    """One message of an acknowledgement: the ids it may mean, by their digests, and what it says.

    `report` is the first id as it stands, `reference` the receiver's number, `code` CA or CR,
    `problems` the receiver's errors as JSON; by mail came what a person there wrote in words.
    """

    reports: tuple[Digest, ...]
    batch: Digest | None
    report: str
    reference: str
    code: str
    problems: str
    way: Way = Way.E2B


@dataclass(frozen=True, slots=True)
class Judged:
    """What one message means, and of which case and comment; None where it is none of ours.

    `repeats` is what a repeated answer means.
    """

    meaning: AnswerMeaning
    case: int | None
    comment: int | None
    reference: str
    repeats: AnswerMeaning | None = None


class _Acknowledging(OnComment[Judged]):
    """A receiver's system answered; `evidence` is the file as it came."""

    told: Told
    evidence: str
    is_urgent: ClassVar[bool] = True

    def apply(self, session: Session, moment: Moment) -> Judged:
        """Keep the answer and let the case move; the very same answer is kept once."""
        case = session.case_named(self.told.reports)
        comment = None if case is None else standing_of(session, case).comment
        seen = digest_of(self.evidence)
        before = [
            each
            for each in session.answers_with(seen)
            if each.case == case and each.report in {self.told.report, None}  # None: erased
        ]
        version = None if case is None else self._meant(session, case)
        now = self._meaning(session, version)
        meaning = AnswerMeaning.REPEATED if before else now
        if meaning in _COUNTS and version is not None and arrived(session, moment, version):
            version = session.case_versions(version.case)[version.number - 1]
            meaning = self._meaning(session, version)
        if meaning is not AnswerMeaning.REPEATED:
            self._keep(session, moment, seen, version, meaning)
        if meaning in _COUNTS and version is not None:
            _take(session, moment, version, meaning, (self.told.reference, self.told.report))
        repeats = None
        if meaning is AnswerMeaning.REPEATED:
            is_known = self._said() in {each.meaning for each in before}
            repeats = self._said() if is_known or now is AnswerMeaning.REPEATED else now
        return Judged(meaning, case, comment, self.told.reference, repeats)

    def _meant(self, session: Session, case: int) -> CaseVersion:
        is_yes = self.told.code == _YES
        return version_meant(session, case, self.told.batch, is_yes=is_yes)

    def _is_unclear(self, session: Session, version: CaseVersion) -> bool:
        return self.told.code == _YES and is_of_either(session, version.case, self.told.batch)

    def _said(self) -> AnswerMeaning:
        return AnswerMeaning.ACCEPTED if self.told.code == _YES else AnswerMeaning.REJECTED

    def _meaning(self, session: Session, version: CaseVersion | None) -> AnswerMeaning:
        if version is None:
            names_any = self.told.reports or self.told.batch
            return AnswerMeaning.UNKNOWN if names_any else AnswerMeaning.UNREADABLE
        if self.told.code not in {_YES, _NO} or self._is_unclear(session, version):
            return AnswerMeaning.UNREADABLE
        if version.answer is None and not has_left(session, version):
            return AnswerMeaning.EARLY
        known = _known(session, version.case, self.told.reports)
        return _judged(session, version, self._said(), known, self.told.reference)

    def _keep(
        self,
        session: Session,
        moment: Moment,
        seen: Digest,
        version: CaseVersion | None,
        meaning: AnswerMeaning,
    ) -> None:
        session.add(
            tables.CASE_ANSWER,
            {
                "escalation": None if version is None else version.case,
                "number": None if version is None else version.number,
                "way": self.told.way,
                "meaning": meaning,
                "waiting": int(meaning is AnswerMeaning.EARLY),
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

    def detail_of(self, result: Judged) -> Details:
        """Say what it meant, and how it came unless as an acknowledgement."""
        way = {} if self.told.way is Way.E2B else {"way": self.told.way}
        return {"escalation": result.case, "meaning": result.meaning, **way}


def _known(session: Session, case: int, reports: tuple[Digest, ...]) -> str | None:
    """Return the receiver's number of a case; None as long as our own stands for it."""
    known = standing_of(session, case).pv_reference
    return None if known is None or digest(known.encode()) in reports else known


def _judged(
    session: Session, version: CaseVersion, said: AnswerMeaning, known: str | None, reference: str
) -> AnswerMeaning:
    """Return what a yes or no to a version means beside what is known of it already.

    A second yes counts where it brings the number that the first one came without; a no where
    only a person had told of a yes: PV's system has not got the report then.
    """
    same = said is AnswerMeaning.REJECTED or not reference or known in {None, reference}
    if not same:
        return AnswerMeaning.DIFFERENT
    if version.answer is None or (said is AnswerMeaning.REJECTED and _is_hearsay(session, version)):
        return said
    if version.answer is not said:
        return AnswerMeaning.CONTRARY
    brings_number = said is AnswerMeaning.ACCEPTED and known is None and bool(reference)
    return said if brings_number else AnswerMeaning.REPEATED


def _is_hearsay(session: Session, version: CaseVersion) -> bool:
    """Say whether a version was taken by a person's word alone, and by no system's."""
    return version.answer is AnswerMeaning.ACCEPTED and not any(
        (each.number, each.way, each.words) == (version.number, Way.E2B, _YES)
        for each in session.case_answers(version.case)
    )


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


def arrived(session: Session, moment: Moment, version: CaseVersion) -> bool:
    """End the doubt about a packet whose report was answered; it is not sent again."""
    found = None if version.delivery is None else session.delivery(version.delivery)
    if found is None or found.state not in _IN_DOUBT:
        return False
    sent: dict[str, Detail] = {
        "state": DeliveryState.SENT,
        "problem": None,
        "lease_until": 0,
        "not_before": NEVER,
    }
    session.change(tables.DELIVERY, found.id, sent)
    left(session, moment, found)
    take_with(session, moment, found.id)
    return True


def left(session: Session, moment: Moment, delivery: Delivery) -> None:
    """Let a case move whose packet has left, and apply the answers that came before it."""
    version = session.case_version_of(delivery.id)
    if version is None:
        left_without_case(session, delivery)
        return
    standing = standing_of(session, version.case)
    if standing.number == version.number and standing.state in _HERE:
        move(session, moment, version.case, CaseEvent.LEAVE)
    for answer in session.case_answers(version.case):
        if answer.is_waiting and answer.number == version.number:
            _apply(session, moment, answer)


def _apply(session: Session, moment: Moment, answer: CaseAnswer) -> None:
    """Let an answer count that has waited, unless another one came meanwhile."""
    case, numbers = answer.case or 0, (answer.pv_reference or "", answer.report or "")
    version = session.case_versions(case)[(answer.number or 0) - 1]
    said = AnswerMeaning.ACCEPTED if answer.words == _YES else AnswerMeaning.REJECTED
    known = _known(session, case, (digest(numbers[1].encode()),))
    meaning = _judged(session, version, said, known, numbers[0])
    changed: dict[str, Detail] = {"waiting": 0, "meaning": meaning}
    session.change(tables.CASE_ANSWER, answer.id, changed)
    if meaning is said:
        _take(session, moment, version, meaning, numbers)


def _take(
    session: Session,
    moment: Moment,
    version: CaseVersion,
    meaning: AnswerMeaning,
    numbers: tuple[str, str],
) -> None:
    """Let a receiver's answer count; one to an earlier version moves nothing any more.

    `numbers` are the receiver's and our own: without a number of theirs ours stands for it,
    and PV has still to decide. A second yes brings their number alone.
    """
    case, is_yes, (reference, own) = version.case, meaning is AnswerMeaning.ACCEPTED, numbers
    is_latest = standing_of(session, case).number == version.number
    if version.answer is not meaning:
        answered(session, moment, version, meaning)
        if is_latest:
            move(session, moment, case, CaseEvent.RECEIVE if is_yes else CaseEvent.REJECT)
            set_clock(session, case)  # what PV cannot use is due there again
    if is_latest and is_yes and reference:
        _decide(session, moment, case)
    if is_yes:
        tell_escalation(session, moment, case, reference or own, is_case=True)


def _decide(session: Session, moment: Moment, case: int) -> None:
    """Let the receiver's number be PV's word, unless a person has entered what that was."""
    if standing_of(session, case).state is CaseState.ACKNOWLEDGED:
        move(session, moment, case, CaseEvent.ACCEPT)


def tell_escalation(
    session: Session, moment: Moment, case: int, reference: str, *, is_case: bool
) -> None:
    """Let the escalation of a case say what PV decided."""
    comment = standing_of(session, case).comment
    found = next(each for each in session.escalations_of(comment) if each.id == case)
    acknowledge(session, moment, found, reference, is_case=is_case)
