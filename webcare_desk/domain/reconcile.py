"""Whether both sides' lists agree: each line of PV's beside each case of ours.

A line is matched by our reference, else by the permalink, else by the digest of the verbatim
text, and by that only where it is unique. Pure: lists in, discrepancies out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from webcare_desk.domain.audit import Digest, canonical, digest
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.spelling import letters_of, plain


class DiscrepancyKind(StrEnum):
    """What does not agree."""

    MISSING_AT_PV = "missing-at-pv"
    UNKNOWN_TO_US = "unknown-to-us"
    TWICE = "twice"
    OTHER_NUMBER = "other-number"
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


def compare(ours: Sequence[Ours], theirs: Sequence[Theirs], since: int, until: int) -> Agreement:
    """Return where the lists agree and where not.

    Every case may be matched; missing are only those recognised from `since` up to `until`
    (UTC microseconds).
    """
    keys = _keys(ours, theirs)
    lines = [each for each in theirs if not each.is_nil]
    found = {each.line: _candidates(each, keys) for each in lines}
    cases = {each.case: each for each in ours}
    wrong: list[Discrepancy] = []
    matches: list[tuple[int, int]] = []
    for each in lines:
        case = next(iter(found[each.line]), None)
        if case is None:
            wrong.append(_unknown(each))
            continue
        matches.append((each.line, case))
        wrong += _differences(cases[case], each, found[each.line])
    wrong += _twice(matches, cases)
    known = {case for _, case in matches}
    wrong += [
        Discrepancy(DiscrepancyKind.MISSING_AT_PV, each.case, None, each.reference)
        for each in ours
        if each.case not in known and since <= each.recognised_at < until
    ]
    # A case on several lines differs in one way, and not once a line.
    once = {each.key: each for each in reversed(wrong)}
    return _with_agreed(Agreement(tuple(matches), tuple(reversed(once.values()))), lines)


def _with_agreed(found: Agreement, lines: Iterable[Theirs]) -> Agreement:
    """Return a comparison with what its lines confirm, be it after an earlier one."""
    told = {each.line: each for each in lines}
    matched = [(told[line], case) for line, case in found.matches]
    wrong = {(each.kind, each.case) for each in found.discrepancies}
    said = {(kind, case) for line, case in matched for kind in _told(line)}
    names = {plain(name) for line, _ in matched for name in _names(line)}
    return replace(found, agreed=frozenset(said - wrong), known=frozenset(names - {""}))


def _told(line: Theirs) -> Iterator[DiscrepancyKind]:
    """Give what a line that was matched says something about; a column left out says nothing."""
    kind = DiscrepancyKind
    yield from (kind.MISSING_AT_PV, kind.TWICE)
    if line.pv_reference.strip():
        yield kind.OTHER_NUMBER
    if line.status is not None:
        yield kind.OTHER_STATUS
    if line.verbatim is not None or line.link.strip():
        yield kind.OTHER_TEXT


def _names(line: Theirs) -> tuple[str, ...]:
    """Return by what a line may have been called where it was unknown, the best first."""
    return (line.reference, line.link, line.pv_reference, line.verbatim or "")


@dataclass(frozen=True, slots=True)
class _Keys:
    references: Mapping[str, int]
    links: Mapping[str, tuple[int, ...]]
    texts: Mapping[Digest, int]


def _keys(ours: Sequence[Ours], theirs: Iterable[Theirs]) -> _Keys:
    """Return our cases by each key: by one link all of them, by one text none of several."""
    links: dict[str, tuple[int, ...]] = {}
    for each in sorted(ours, key=lambda one: one.case):
        links[each.link.strip()] = (*links.get(each.link.strip(), ()), each.case)
    texts = Counter(text for each in ours for text in each.texts)
    told = Counter(each.verbatim for each in theirs)
    return _Keys(
        {letters_of(name): each.case for each in ours for name in (each.subject, each.reference)},
        links,
        {
            text: each.case
            for each in ours
            for text in each.texts
            if texts[text] == 1 and told[text] <= 1
        },
    )


def _candidates(line: Theirs, keys: _Keys) -> tuple[int, ...]:
    """Return the cases that the keys of a line name, the strongest key first.

    A link of several cases, one of which was taken back, names the one that another key names;
    without one it names the latest.
    """
    name = letters_of(line.reference)
    told = keys.references.get(name) if name else None
    text = None if line.verbatim is None else keys.texts.get(line.verbatim)
    links = keys.links.get(line.link.strip(), ()) if line.link.strip() else ()
    linked = next((case for case in (told, text, *reversed(links)) if case in links), None)
    named = (told, linked, text)
    return tuple(dict.fromkeys(case for case in named if case is not None))


def _unknown(line: Theirs) -> Discrepancy:
    shown = next(filter(None, (*_names(line), line.cells, line.told)))
    return Discrepancy(DiscrepancyKind.UNKNOWN_TO_US, None, line.line, "", shown)


def _differences(ours: Ours, line: Theirs, named: tuple[int, ...]) -> list[Discrepancy]:
    kind, wrong = DiscrepancyKind, []
    if len(named) > 1 or line.verbatim not in {None, *ours.texts}:
        told = line.link if len(named) > 1 else str(line.verbatim)
        wrong.append(Discrepancy(kind.OTHER_TEXT, ours.case, line.line, ours.reference, told))
    if line.pv_reference.strip() and plain(line.pv_reference) != plain(ours.pv_reference):
        told = line.pv_reference.strip()
        wrong.append(Discrepancy(kind.OTHER_NUMBER, ours.case, line.line, ours.pv_reference, told))
    if line.status is not None and not _agrees(ours, line.status):
        known = ours.decided or ours.state
        wrong.append(Discrepancy(kind.OTHER_STATUS, ours.case, line.line, known, line.told))
    return wrong


def _agrees(ours: Ours, status: ListStatus) -> bool:
    """Say whether PV's word fits what we know; that it was received fits all that has left."""
    if status is ListStatus.RECEIVED:
        return ours.sent_at is not None and ours.decided is not ListStatus.REJECTED
    if status is ListStatus.NULLIFIED:
        return ours.is_taken_back
    return ours.decided is status


def _twice(matches: Sequence[tuple[int, int]], cases: Mapping[int, Ours]) -> list[Discrepancy]:
    """Return the lines that say a case once more; the first one is the case."""
    seen: set[int] = set()
    wrong = []
    for line, case in matches:
        if case in seen:
            reference = cases[case].reference
            wrong.append(Discrepancy(DiscrepancyKind.TWICE, case, line, reference, reference))
        seen.add(case)
    return wrong
