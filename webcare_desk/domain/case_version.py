"""The versions of a safety case, PV's answers to them, and where the case stands.

A case is an escalation, and has its number; its versions begin with the initial report.
Times in UTC microseconds.
"""

from dataclasses import dataclass
from enum import StrEnum

from webcare_desk.domain.audit import Digest, canonical, digest
from webcare_desk.domain.case_state import WAITS, CaseEvent, CaseState, Wait
from webcare_desk.domain.evidence import digest_of
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.reason import Reason


class VersionKind(StrEnum):
    """What a version is to the one before it (ICH E2B(R3), C.1.11.1)."""

    INITIAL = "initial"
    FOLLOW_UP = "follow-up"
    AMENDMENT = "amendment"
    NULLIFICATION = "nullification"
    CORRECTION = "correction"


def runs_from(kind: object, received_at: int, made_at: int) -> int:
    """Return from when PV's clock runs for a version (UTC microseconds).

    An amendment tells nothing that reached us: it is late from when it was made, not from the
    receipt of what it mends.
    """
    return made_at if kind == VersionKind.AMENDMENT else received_at


class AnswerMeaning(StrEnum):
    """What one answer of a receiver means for the desk.

    `RECEIVED` is PV's word that it has the report; a system that says so accepts it, and its
    answer has no number of PV. `CONTRARY` is a no after a yes, or a yes after a no.
    """

    RECEIVED = "received"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    REPEATED = "repeated"
    DIFFERENT = "different-reference"
    CONTRARY = "contrary-answer"
    EARLY = "before-its-report"
    UNKNOWN = "unknown-report"
    UNREADABLE = "unreadable"
    NOT_A_CASE = "not-a-case"
    DUPLICATE = "duplicate"


class Way(StrEnum):
    """How an answer of PV came."""

    E2B = "e2b"
    MAIL = "mail"
    PHONE = "phone"
    MEETING = "meeting"
    LIST = "list"


class PvDecision(StrEnum):
    """What PV said, where a person enters it."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    NOT_A_CASE = "not-a-case"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"


#: What each decision does to the case, and how it is kept.
EVENT_OF = {
    PvDecision.RECEIVED: CaseEvent.RECEIVE,
    PvDecision.ACCEPTED: CaseEvent.ACCEPT,
    PvDecision.NOT_A_CASE: CaseEvent.REFUSE,
    PvDecision.DUPLICATE: CaseEvent.DUPLICATE,
    PvDecision.REJECTED: CaseEvent.REJECT,
}
MEANING_OF = {
    PvDecision.RECEIVED: AnswerMeaning.RECEIVED,
    PvDecision.ACCEPTED: AnswerMeaning.ACCEPTED,
    PvDecision.NOT_A_CASE: AnswerMeaning.NOT_A_CASE,
    PvDecision.DUPLICATE: AnswerMeaning.DUPLICATE,
    PvDecision.REJECTED: AnswerMeaning.REJECTED,
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report as it is kept: the batch as JSON, and digests of its two numbers.

    `report` is of C.1.1, which every version has; `batch` of N.1.2, which is its own.
    """

    document: str
    report: Digest
    batch: Digest


@dataclass(frozen=True, slots=True)
class CaseStanding:
    """Where a case stands; `case` is the escalation, `since` when the state began.

    `id` is its row; `number` and `version` are of the latest version and of that row.
    `alarm` is whom an alarm has reached, `duplicate_of` another case of this desk.
    `clock_from` is when the clock of the latest version began to run. `doubt` is the last answer
    of PV's system that contradicts what is known, or is unclear, until somebody enters what holds.
    """

    id: int
    case: int
    comment: int
    plan: str
    state: CaseState
    since: int
    clock_from: int
    number: int
    alarm: Role | None
    alarmed_at: int | None
    duplicate_of: int | None
    reason: Reason | None
    pv_reference: str | None
    version: int
    doubt: int | None = None


def clock_from(standing: CaseStanding) -> int:
    """Return from when the clock of a case runs (UTC microseconds).

    What waits for PV to decide or for us to close counts from when that began; everything else
    from when the latest version reached us, for that clock never pauses (GVP VI.B.7).
    """
    waits = WAITS.get(standing.state)
    return standing.since if waits in {Wait.DECIDE, Wait.CLOSE} else standing.clock_from


@dataclass(frozen=True, slots=True)
class CaseVersion:
    """One version; `document` is its batch as JSON, None where only the packet was kept.

    `reason` is what was given for it (C.1.11.2), `answer` what the receiver said of it.
    """

    id: int
    case: int
    number: int
    kind: VersionKind
    document: str | None
    delivery: int | None
    received_at: int
    made_at: int
    by: str
    reason: str | None
    answer: AnswerMeaning | None
    answered_at: int | None


@dataclass(frozen=True, slots=True)
class CaseAnswer:
    """One answer as it is kept; `case` is None where it is about no report of ours.

    `is_waiting` says that it came before its report left and is applied when that leaves.
    `evidence` is the document that came, `signature` that of who entered it by hand,
    `problems` the receiver's errors as JSON.
    """

    id: int
    case: int | None
    number: int | None
    way: Way
    meaning: AnswerMeaning
    is_waiting: bool
    at: int
    by: str
    digest: Digest
    evidence: int
    signature: int | None
    duplicate_of: int | None
    reason: Reason | None
    report: str | None
    pv_reference: str | None
    words: str | None
    problems: str | None

    @property
    def is_unread(self) -> bool:
        """Say whether it is a file that no report could be read from."""
        return self.case is None and self.meaning is AnswerMeaning.UNREADABLE

    @property
    def is_letter(self) -> bool:
        """Say whether it is a mail in words, which a person has to read."""
        return self.way is Way.MAIL and self.meaning is AnswerMeaning.UNREADABLE


@dataclass(frozen=True, slots=True)
class SpokenAnswer:
    """What PV said of a case by mail or in words, as a person enters it.

    `evidence` is the mail (`evidence_of` its bytes), or a note of who said it and when;
    `duplicate_of` a case of this desk. With `only_number` PV's decision stands as it is, and its
    number alone is put right; without it a version that waits for PV is answered: `version`, which
    has to be named as soon as PV can speak of more than one.
    """

    case: int
    decision: PvDecision
    way: Way
    evidence: str
    pv_reference: str = ""
    words: str = ""
    duplicate_of: int | None = None
    only_number: bool = False
    version: int | None = None


def record_of(said: SpokenAnswer, reason: Reason | None) -> Digest:
    """Return the digest that the signature under an entered answer is made over."""
    return digest(
        canonical(
            {
                "v": "webcare-desk pv-answer v1",
                "case": said.case,
                "decision": said.decision,
                "way": said.way,
                "evidence": digest_of(said.evidence),
                "reference": said.pv_reference,
                "words": said.words,
                "duplicate_of": said.duplicate_of,
                "reason": reason,
                # Not in a record without them: what was signed before there were the keys still fits.
                **({"only_number": True} if said.only_number else {}),
                **({} if said.version is None else {"version": said.version}),
            }
        )
    )
