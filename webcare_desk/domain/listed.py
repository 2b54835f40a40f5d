"""What both sides' lists say: a case of ours, a line of PV's, and what does not agree."""

from dataclasses import dataclass
from enum import StrEnum

from webcare_desk.domain.audit import Digest, canonical, digest
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.spelling import plain


class DiscrepancyKind(StrEnum):
    """What does not agree."""

    MISSING_AT_PV = "missing-at-pv"
    UNKNOWN_TO_US = "unknown-to-us"
    TWICE = "twice"
    OTHER_NUMBER = "other-number"
    #: Two cases of ours that PV keeps as one.
    SHARED_NUMBER = "shared-number"
    OTHER_STATUS = "other-status"
    OTHER_TEXT = "other-text"
    #: A line that cannot be read: whose case it is nobody knows.
    UNREAD = "unread"


class ListStatus(StrEnum):
    """What PV's list says of a line; `UNREADABLE` is a word that none of these means."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    NOT_A_CASE = "not-a-case"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"
    NULLIFIED = "nullified"
    UNREADABLE = "unreadable"


class Resolution(StrEnum):
    """How a discrepancy was settled; each with words."""

    SENT_AGAIN = "sent-again"
    NUMBER_TAKEN = "number-taken"
    STATUS_TAKEN = "status-taken"
    PV_CORRECTS = "pv-corrects"
    NOT_OURS = "not-ours"
    SAME_CASE = "same-case"
    NEXT_PERIOD = "next-period"
    #: Given by the program when a later list agrees.
    AGREES_NOW = "agrees-now"


@dataclass(frozen=True, slots=True)
class Ours:
    """One of our cases as a list has it; `verbatim` is the SHA-256 of the text, in UTF-8.

    `trimmed` is that of the text as a table keeps it (`spelling.trimmed`).
    `reference` is the number of the report (C.1.1), `subject` the one in the subject of our mail;
    PV may list either. `sent_at` is when its packet was handed over (UTC microseconds), None when
    it has not left. `decided` is what PV has said of it, as the desk knows it; of a case that
    we took back that it is nullified, as soon as PV has taken that.
    """

    case: int
    reference: str
    link: str
    verbatim: Digest
    recognised_at: int
    sent_at: int | None
    state: CaseState
    decided: ListStatus | None
    pv_reference: str
    subject: str = ""
    is_taken_back: bool = False
    trimmed: Digest | None = None

    @property
    def texts(self) -> frozenset[Digest]:
        """The digests by which its text is known."""
        return frozenset({self.verbatim, self.trimmed or self.verbatim})

    @property
    def status(self) -> ListStatus | None:
        """What our own list says of it."""
        return ListStatus.NULLIFIED if self.is_taken_back else self.decided


@dataclass(frozen=True, slots=True)
class Theirs:
    """One line of PV's list; what it does not say is empty or None.

    `word` is its status as written, `cells` all that stands in it, whatever column that is in.
    """

    line: int
    reference: str = ""
    link: str = ""
    verbatim: Digest | None = None
    pv_reference: str = ""
    status: ListStatus | None = None
    word: str = ""
    cells: str = ""

    @property
    def told(self) -> str:
        """What it says of the status: PV's own word where that means none of ours."""
        is_unreadable = self.status is ListStatus.UNREADABLE and self.word
        return self.word if is_unreadable else self.status or ""

    @property
    def is_nil(self) -> bool:
        """Say whether the line is blank, or PV's own nil report; any other is a case of theirs."""
        if self.link or self.verbatim or self.pv_reference:
            return False
        if plain(self.reference) == "nil":
            return self.status in {None, ListStatus.UNREADABLE}
        return not (self.reference or self.cells or self.status)


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """What does not agree: our case, PV's line (its number in the list), or both.

    `ours` and `theirs` are the two values that differ.
    """

    kind: DiscrepancyKind
    case: int | None
    line: int | None
    ours: str = ""
    theirs: str = ""

    @property
    def key(self) -> Digest:
        """By what the same discrepancy is known again in a later list, whatever its line."""
        told = [self.kind, self.case, self.ours, self.theirs]
        return digest(canonical(told))


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a comparison gave: which line is which case, and what does not agree.

    `agreed` is what a list says of a case just as we have it: only that settles what was open.
    `known` are the names of the lines that were matched, as `plain` writes them.
    """

    matches: tuple[tuple[int, int], ...]
    discrepancies: tuple[Discrepancy, ...]
    agreed: frozenset[tuple[DiscrepancyKind, int]] = frozenset()
    known: frozenset[str] = frozenset()
