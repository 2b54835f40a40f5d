"""A comparison with PV's list as it is kept, and each line that does not agree."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from webcare_desk.domain.audit import Digest, canonical, digest
from webcare_desk.domain.case_version import Way
from webcare_desk.domain.listed import Agreement, Discrepancy, DiscrepancyKind, Resolution
from webcare_desk.domain.spelling import plain

#: What each discrepancy means, and what is to be done.
_SENTENCES: Final[Mapping[DiscrepancyKind, str]] = {
    DiscrepancyKind.MISSING_AT_PV: "We have {ours}, PV's list has not: ask PV, and send it again.",
    DiscrepancyKind.UNKNOWN_TO_US: "PV has {theirs}, which is no case of this desk: ask where it is from.",
    DiscrepancyKind.TWICE: "PV's list has {ours} more than once: ask which line holds.",
    DiscrepancyKind.OTHER_NUMBER: "PV keeps it as {theirs}, we have {ours}: enter PV's number, or ask.",
    DiscrepancyKind.SHARED_NUMBER: (
        "PV keeps this case and {theirs} both as {ours}: ask whether they are one case."
    ),
    DiscrepancyKind.OTHER_STATUS: "PV says {theirs}, we have {ours}: enter PV's answer, or ask.",
    DiscrepancyKind.OTHER_TEXT: "The line of {ours} is about another text ({theirs}): compare both.",
    DiscrepancyKind.UNREAD: "Line {theirs} Ask PV what it says, and for a list that can be read.",
}

#: Of a line that has no number and no link in a column that we know.
_BY_TEXT: Final = (
    "PV has a line without a name that we know, and its text (SHA-256 {theirs}) is of no case of "
    "this desk: say which column has PV's number, or ask where it is from."
)
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


class Absence(StrEnum):
    """Why PV's list may lack a case of ours."""

    LOST = "lost"
    NOT_LEFT = "not-left"
    #: Sent again it would come to life.
    TAKEN_BACK = "taken-back"


_ABSENT: Final = {
    Absence.LOST: _SENTENCES[DiscrepancyKind.MISSING_AT_PV],
    Absence.NOT_LEFT: "{ours} has not left this desk, so PV cannot have it: see what holds it.",
    Absence.TAKEN_BACK: "We took {ours} back: send nothing; ask PV whether the nullification arrived.",
}


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """One comparison of the cases of a period (UTC microseconds) with a list of PV.

    `evidence` is the list as it came; `lines` and `cases` count both sides, `matched` those that
    found each other. `signature` is ours; PV's side is entered: who (`pv_name`), how and with
    which evidence.
    """

    id: int
    uid: str
    since: int
    until: int
    made_at: int
    by: str
    evidence: int
    lines: int
    cases: int
    matched: int
    signature: int | None
    pv_way: Way | None
    pv_evidence: int | None
    pv_at: int | None
    pv_name: str | None


@dataclass(frozen=True, slots=True)
class OpenLine:
    """A discrepancy as it is kept, from when it was first seen; `resolution` settles it.

    `seen_in` is the last comparison in which it stood; `words` say how it was settled.
    """

    id: int
    kind: DiscrepancyKind
    mark: str
    case: int | None
    line: int | None
    opened_at: int
    seen_in: int
    resolution: Resolution | None
    resolved_at: int | None
    resolved_by: str | None
    ours: str | None
    theirs: str | None
    words: str | None

    @property
    def discrepancy(self) -> Discrepancy:
        """What does not agree, as the comparison said it."""
        return Discrepancy(self.kind, self.case, self.line, self.ours or "", self.theirs or "")


def explained(found: Discrepancy, absence: Absence) -> str:
    """Return a discrepancy as a sentence."""
    sentence = _SENTENCES[found.kind]
    if found.kind is DiscrepancyKind.MISSING_AT_PV:
        sentence = _ABSENT[absence]
    elif found.kind is DiscrepancyKind.UNKNOWN_TO_US and _DIGEST.fullmatch(found.theirs):
        sentence = _BY_TEXT
    return sentence.format(ours=found.ours or "none", theirs=found.theirs or "none")


def agrees_now(line: OpenLine, found: Agreement, *, is_within: bool) -> bool:
    """Say whether a later list settles what is open; what it says nothing about stays open.

    `is_within` says that the comparison in which it last stood was of this period or a part of
    it: a line that is gone from such a list is no longer PV's.
    """
    if line.kind is DiscrepancyKind.UNREAD:
        return is_within
    if line.kind is DiscrepancyKind.UNKNOWN_TO_US:
        return is_within or plain(line.theirs or "") in found.known
    return (line.kind, line.case) in found.agreed


def record_of(found: Reconciliation, lines: Sequence[OpenLine], list_digest: Digest) -> Digest:
    """Return the digest that our signature under a comparison is made over.

    `lines` are the discrepancies that stood in it, `list_digest` is of PV's list as it came. How
    each was settled has its own entry: a later settlement leaves the signature as it is.
    """
    return digest(
        canonical(
            {
                "v": "webcare-desk reconciliation v1",
                "reconciliation": found.uid,
                "since": found.since,
                "until": found.until,
                "list": list_digest,
                "counts": [found.lines, found.cases, found.matched],
                "discrepancies": [
                    [each.kind, each.mark] for each in sorted(lines, key=lambda one: one.id)
                ],
            }
        )
    )
