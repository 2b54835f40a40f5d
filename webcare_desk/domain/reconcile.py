"""Whether both sides' lists agree: each line of PV's beside each case of ours.

A line is matched by our reference, else by the permalink, else by the digest of the verbatim
text, and by that only where it is unique. Pure: lists in, discrepancies out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from webcare_desk.domain.audit import Digest
from webcare_desk.domain.listed import (
    Agreement,
    Discrepancy,
    DiscrepancyKind,
    ListStatus,
    Ours,
    Theirs,
)
from webcare_desk.domain.spelling import letters_of, plain


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
    wrong += [each for each in shared_numbers(ours) if each.case in known]
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
        yield from (kind.OTHER_NUMBER, kind.SHARED_NUMBER)
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


def shared_numbers(ours: Iterable[Ours]) -> Iterator[Discrepancy]:
    """Yield each case that PV gave the number of an earlier one; `theirs` is the earlier one's name.

    It may be one case, told twice; it may be that PV took two for one, and lost the second. What
    PV itself calls a duplicate is no question, nor is what we took back.
    """
    first: dict[str, Ours] = {}
    for each in sorted(ours, key=lambda one: one.case):
        number = plain(each.pv_reference)
        if not number or each.status in {ListStatus.DUPLICATE, ListStatus.NULLIFIED}:
            continue
        earlier = first.setdefault(number, each)
        if earlier is not each:
            kind, told = DiscrepancyKind.SHARED_NUMBER, earlier.reference
            yield Discrepancy(kind, each.case, None, each.pv_reference, told)
