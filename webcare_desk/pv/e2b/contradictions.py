"""What two elements of a report cannot both be: an end before its beginning, an age against a birth.

No receiver rejects the most of these; who reads them cannot tell which of the two is true.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from webcare_desk.domain.e2b import Section
from webcare_desk.pv.e2b.elements import section_of
from webcare_desk.pv.e2b.rules import Breach, Checked, Rule
from webcare_desk.pv.e2b.times import stamp

_Sections = Sequence[tuple[str, Section]]
#: A decade says too little to contradict anything.
_DAYS: Mapping[str, float] = {"a": 365.25, "mo": 30.4, "wk": 7, "d": 1, "h": 1 / 24}
#: By the code of D.2.3, from and until which age it can be meant: authorities draw them differently.
_GROUPS: Mapping[str, tuple[float, float]] = {
    "0": (0, 0),
    "1": (0, 0.2),
    "2": (0, 3),
    "3": (1, 14),
    "4": (9, 21),
    "5": (16, 80),
    "6": (55, 150),
}
_YEAR = 365.25
#: EudraVigilance takes no age above it.
_LONGEST_LIFE = 150
_DECADE = 10
#: A birthday may lie between: an age in whole years says no more than that.
_LEEWAY = 1.1


def not_before(rule: Rule, sections: _Sections, found: Checked) -> Iterator[Breach]:
    """Compare two times as far as the coarser one is exact: 2025 is not before May 2025."""
    del found
    first, second = rule.of
    for path, each in _each(section_of(second), sections):
        begins = _beside(first, second, path, each, sections)
        if any(_is_before(each.text(second), begin) for begin in begins):
            yield Breach(rule, path, rule.element)


def _beside(
    first: str, second: str, path: str, each: Section, sections: _Sections
) -> Iterator[str]:
    """Give an element of the same section, or wherever it stands in the same report."""
    if section_of(first) == section_of(second):
        yield each.text(first)
        return
    report = path.partition("/")[0]
    for other, known in _each(section_of(first), sections):
        if other.partition("/")[0] == report:
            yield known.text(first)


def _is_before(end_text: str, begin_text: str) -> bool:
    begin, end = stamp(begin_text), stamp(end_text)
    if begin is None or end is None:
        return False
    if begin.has_offset and end.has_offset:
        return end.begins < begin.begins
    steps = min(len(_digits(begin_text)), len(_digits(end_text)))
    return _digits(end_text)[:steps] < _digits(begin_text)[:steps]


def _digits(text: str) -> str:
    return re.split(r"[+.-]", text)[0]


def not_if(rule: Rule, sections: _Sections, found: Checked) -> Iterator[Breach]:
    """Tell an element that cannot stand beside a value of another one."""
    del found
    given, value, unwanted = rule.of
    for path, each in _each(section_of(unwanted), sections):
        if each.get(given) == value and each.text(unwanted):
            yield Breach(rule, path, rule.element)


def age_group(rule: Rule, sections: _Sections, found: Checked) -> Iterator[Breach]:
    """Tell an age that no authority has in its group."""
    del found
    for path, report in _each("N.2.r", sections):
        age, limits = _age(report), _GROUPS.get(report.text("D.2.3"))
        if age is not None and limits is not None and not limits[0] <= age <= limits[1]:
            yield Breach(rule, path, rule.element)


def age_at_onset(rule: Rule, sections: _Sections, found: Checked) -> Iterator[Breach]:
    """Tell an age that nobody born then had when it began, or who has not lived so long yet."""
    del found
    for path, report in _each("N.2.r", sections):
        age, born = _age(report), stamp(report.text("D.2.1"))
        if age is None or born is None:
            continue
        onsets = [told.begins for each in report.each("E.i") if (told := stamp(each.text("E.i.4")))]
        received = stamp(report.text("C.1.4"))
        latest = onsets or ([] if received is None else [received.begins])
        is_older = bool(latest) and age > _years(born.begins, max(latest)) + _LEEWAY
        if is_older or (onsets and age < _years(born.begins, min(onsets)) - _LEEWAY):
            yield Breach(rule, path, rule.element)


def is_lifetime(number: str, unit: str) -> bool:
    """Say whether somebody can be so old; what is no age at all has rules of its own.

    A decade may be the one somebody is in: the sixteenth begins at 150.
    """
    days = _DECADE * _YEAR if unit == "{decade}" else _DAYS.get(unit)
    try:
        return days is None or 0 <= float(number) * days <= _LONGEST_LIFE * _YEAR
    except ValueError:
        return True


def lifetime(rule: Rule, sections: _Sections, found: Checked) -> Iterator[Breach]:
    """Tell an age that nobody reaches."""
    del found
    number, unit = rule.of
    for path, each in _each(section_of(number), sections):
        if not is_lifetime(each.text(number), each.text(unit)):
            yield Breach(rule, path, rule.element)


def _age(report: Section) -> float | None:
    days = _DAYS.get(report.text("D.2.2b"))
    try:
        return None if days is None else float(report.text("D.2.2a")) * days / _YEAR
    except ValueError:
        return None


def _years(begins: datetime, ends: datetime) -> float:
    return (ends - begins).days / _YEAR


def _each(code: str, sections: _Sections) -> Iterator[tuple[str, Section]]:
    yield from ((path, each) for path, each in sections if each.code == code)
