"""Erasing a person's data, holding it for the law, and how long each kind is kept (GDPR)."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from webcare_desk.domain.approval import RequestKind, Wanted, wanted
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import GUEST
from webcare_desk.domain.finding import COMPLAINTS, Category
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.spans import SECOND

_LEAP_DAY = (2, 29)


class Basis(StrEnum):
    """Why personal data are erased (GDPR Art. 17(1), Art. 5(1)(e))."""

    NOT_NEEDED = "art-17-1-a"
    CONSENT_WITHDRAWN = "art-17-1-b"
    OBJECTION = "art-17-1-c"
    UNLAWFUL = "art-17-1-d"
    OBLIGATION = "art-17-1-e"
    RETENTION_OVER = "art-5-1-e"


class HoldBasis(StrEnum):
    """Why data are kept although somebody asks for their erasure (GDPR Art. 17(3))."""

    LEGAL_OBLIGATION = "art-17-3-b"
    PUBLIC_HEALTH = "art-17-3-c"
    LEGAL_CLAIM = "art-17-3-e"


class RetentionClass(StrEnum):
    """How long a comment is kept depends on what it was."""

    SAFETY = "safety-case"
    COMPLAINT = "product-complaint"
    ORDINARY = "ordinary"
    SPAM = "spam"


#: What PV was told of is kept at least this long, whatever the settings say: as
#: long as the product is authorised and ten years more (Reg. (EU) 520/2012 Art. 12).
SAFETY_YEARS = 10


@dataclass(frozen=True, slots=True)
class Retention:
    """For how many years each class is kept after it came in."""

    safety: int = 25
    complaint: int = 10
    ordinary: int = 1
    spam: int = 1

    def years(self, kind: RetentionClass) -> int:
        """Return the years of a class; a safety case never less than SAFETY_YEARS."""
        return {
            RetentionClass.SAFETY: max(self.safety, SAFETY_YEARS),
            RetentionClass.COMPLAINT: self.complaint,
            RetentionClass.ORDINARY: self.ordinary,
            RetentionClass.SPAM: self.spam,
        }[kind]


@dataclass(frozen=True, slots=True)
class Kept:
    """A finished comment, answered or closed, as retention sees it; times in UTC microseconds.

    `escalated_at` is when it was last handed to PV, or None.
    """

    comment: int
    category: Category
    reason: Reason | None
    ingested_at: int
    escalated_at: int | None

    @property
    def kind(self) -> RetentionClass:
        """The class of this comment."""
        if self.escalated_at is not None:
            return RetentionClass.SAFETY
        if self.category in COMPLAINTS:
            return RetentionClass.COMPLAINT
        return RetentionClass.SPAM if self.reason is Reason.SPAM else RetentionClass.ORDINARY

    def ends_at(self, retention: Retention) -> int:
        """Return when its time is over."""
        return years_after(self.escalated_at or self.ingested_at, retention.years(self.kind))


def years_after(at: int, years: int) -> int:
    """Return the same moment `years` later (UTC microseconds); 29 February becomes 1 March."""
    then = datetime.fromtimestamp(at // SECOND, UTC)
    if (then.month, then.day) == _LEAP_DAY:
        then = then.replace(month=3, day=1)
    return int(then.replace(year=then.year + years).timestamp()) * SECOND + at % SECOND


@dataclass(frozen=True, slots=True)
class Hold:
    """A comment that is kept for the law; times in UTC microseconds.

    `words` say for what, such as the reference of a claim.
    """

    id: int
    comment: int
    basis: HoldBasis
    words: str
    since: int
    by: str
    ended_at: int | None
    ended_by: str | None


@dataclass(frozen=True, slots=True)
class Written:
    """Who wrote a comment, with everything of theirs that has not been erased.

    `remote` is what the platform calls the author; a file and a guest's comment tell a name
    alone, and all of that name, or of none, have one row then.
    """

    author: int
    remote: str
    name: str
    comments: tuple[int, ...]

    @property
    def is_one(self) -> bool:
        """Whether one person wrote all of it: the platform has an account for them."""
        return self.remote not in {self.name, f"{GUEST}{self.name}"}


@dataclass(frozen=True, slots=True)
class ErasedRow:
    """A row whose personal text was erased: `digest` is what the log has of it."""

    place: str
    number: int
    digest: str
    request: int
    at: int


def erasure_of(target: Name, comments: Sequence[int], basis: Basis) -> Wanted:
    """Return what is asked for: exactly these comments, on this basis.

    `target` is what was asked about: `comment/12`, `comment/12-and-3-more`, `author/3`,
    `due/2026-03-03`.
    """
    payload = {"comments": sorted(set(comments)), "basis": basis}
    return wanted(RequestKind.ERASURE, target, payload)


def named(comments: Sequence[int]) -> Name:
    """Return the name of comments that somebody picked one by one."""
    first, *others = sorted(set(comments))
    return Name(f"comment/{first}-and-{len(others)}-more" if others else f"comment/{first}")


def answer_erasure(answer: int, basis: Basis) -> Wanted:
    """Return what is asked for where an answer of PV is to go that belongs to no case."""
    payload = {"answer": answer, "basis": basis}
    return wanted(RequestKind.ERASURE, Name(f"answer/{answer}"), payload)


def comments_in(request: Wanted) -> tuple[int, ...]:
    """Return the comments that a request to erase names."""
    return tuple(int(comment) for comment in json.loads(request.payload).get("comments", ()))


def answer_in(request: Wanted) -> int | None:
    """Return the answer of PV that a request to erase names, if it is about one."""
    answer = json.loads(request.payload).get("answer")
    return None if answer is None else int(answer)


def quotes(document: str, texts: Sequence[str]) -> bool:
    """Say whether one of `texts` stands as a value in a JSON document."""
    looked_for = {text for text in texts if text}
    try:
        return any(value in looked_for for value in _strings(json.loads(document)))
    except ValueError:
        return any(text in document for text in looked_for)


def _strings(value: object) -> Iterator[str]:
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            yield part
        elif isinstance(part, dict):
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)
