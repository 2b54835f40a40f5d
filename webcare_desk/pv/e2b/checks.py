"""The checks that rules name: each looks at the sections of a batch and gives what breaks it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from webcare_desk.domain.e2b import Null, Section, Value, walk
from webcare_desk.pv.e2b.contradictions import (
    age_at_onset,
    age_group,
    lifetime,
    not_before,
    not_if,
)
from webcare_desk.pv.e2b.elements import elements, section_of
from webcare_desk.pv.e2b.lists import LISTED
from webcare_desk.pv.e2b.masking import BLANK, MASKED, found_in, scanned
from webcare_desk.pv.e2b.rules import Breach, Checked, Profile, Rule, rules
from webcare_desk.pv.e2b.times import stamp

Sections = Sequence[tuple[str, Section]]
Check = Callable[[Rule, Sections, Checked], Iterator[Breach]]
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", re.ASCII)
_TOKEN = re.compile(r"\S+")
_MEDDRA = re.compile(r"[0-9]{8}")
_REPORT_NUMBER = re.compile(r"[A-Z]{2}-[^-]+-.+")


def breaches(found: Checked) -> tuple[Breach, ...]:
    """Return what is wrong with a batch under a profile, in the order of the rules."""
    sections = [*walk(found.batch)]
    due = (rule for rule in rules() if found.profile in rule.profiles)
    return tuple(breach for rule in due for breach in _broken(rule, sections, found))


def _broken(rule: Rule, sections: Sections, found: Checked) -> Iterator[Breach]:
    """Give each place at which a rule does not hold."""
    single = _SINGLE.get(rule.check)
    if single is not None:
        for path, value in _values(rule.element, sections):
            blanks = single(rule, value, found)
            if blanks is not None:
                yield Breach(rule, path, rule.element, blanks)
    else:
        yield from _BETWEEN[rule.check](rule, sections, found)


def _values(code: str, sections: Sections) -> Iterator[tuple[str, Value | None]]:
    """Give the value of an element in each section in which it can stand."""
    home = section_of(code)
    yield from ((path, each.get(code)) for path, each in sections if each.code == home)


Blanks = dict[str, object] | None


def _required(rule: Rule, value: Value | None, found: Checked) -> Blanks:
    del rule, found
    return {} if value is None else None


def _value(rule: Rule, value: Value | None, found: Checked) -> Blanks:
    del found
    known = elements()[rule.element].codes
    is_known = not isinstance(value, str) or value in known
    return None if is_known else {"codes": ", ".join(known)}


def _blank_text(rule: Rule, value: Value | None, found: Checked) -> Blanks:
    del rule, found
    return {} if isinstance(value, str) and not value.strip() else None


def _null(rule: Rule, value: Value | None, found: Checked) -> Blanks:
    allowed = elements()[rule.element].nulls
    if not isinstance(value, Null) or value.value in allowed:
        return None
    if rule.element == "E.i.2.1b" and found.profile is Profile.INTAKE:
        return None
    return {}


def _length(rule: Rule, value: Value | None, found: Checked) -> Blanks:
    del found
    most = elements()[rule.element].length
    if isinstance(value, str) and len(value) > most:
        return {"length": len(value), "most": most}
    return None


def _form(pattern: re.Pattern[str]) -> Callable[[Rule, Value | None, Checked], Blanks]:
    def check(rule: Rule, value: Value | None, found: Checked) -> Blanks:
        del rule, found
        return {} if isinstance(value, str) and not pattern.fullmatch(value) else None

    return check


def _time(rule: Rule, value: Value | None, found: Checked) -> Blanks:
    del rule, found
    return {} if isinstance(value, str) and stamp(value) is None else None


def _precision(rule: Rule, value: Value | None, found: Checked) -> Blanks:
    del found
    told = stamp(value) if isinstance(value, str) else None
    least = elements()[rule.element].least
    return {} if told is not None and not told.is_at_least(least) else None


def _future(rule: Rule, value: Value | None, found: Checked) -> Blanks:
    del rule
    told = stamp(value) if isinstance(value, str) else None
    return {} if told is not None and told.begins > found.now else None


_SINGLE: dict[str, Callable[[Rule, Value | None, Checked], Blanks]] = {
    "REQ": _required,
    "VAL": _value,
    "NUL": _null,
    "BLK": _blank_text,
    "LEN": _length,
    "NUM": _form(_NUMBER),
    "TOK": _form(_TOKEN),
    "MED": _form(_MEDDRA),
    "TIM": _time,
    "PRE": _precision,
    "FUT": _future,
    "report-number": _form(_REPORT_NUMBER),
    **LISTED,
}


def _reports(sections: Sections) -> Iterator[tuple[str, Section]]:
    yield from _each("N.2.r", sections)


def _each(code: str, sections: Sections) -> Iterator[tuple[str, Section]]:
    yield from ((path, each) for path, each in sections if each.code == code)


def _exactly_one(rule: Rule, sections: Sections, found: Checked) -> Iterator[Breach]:
    del found
    inner, code, value = rule.of
    for path, report in _reports(sections):
        count = sum(each.get(code) == value for each in report.each(inner))
        if count != 1:
            yield Breach(rule, path, rule.element, {"count": count})


def _needs(rule: Rule, sections: Sections, found: Checked) -> Iterator[Breach]:
    del found
    home, given, wanted = rule.of
    for path, each in _each(home, sections):
        if _any(each, given) and not _any(each, wanted):
            yield Breach(rule, path, rule.element)


def _any(found: Section, codes: str) -> bool:
    """Say whether one of some elements has a value; a rule has commas between their codes."""
    return any(found.get(code) is not None for code in codes.split(","))


def _needs_where(*, is_so: bool) -> Check:
    def check(rule: Rule, sections: Sections, found: Checked) -> Iterator[Breach]:
        del found
        given, value, wanted = rule.of
        for path, report in _reports(sections):
            if (report.get(given) == value) is is_so and report.get(wanted) is None:
                yield Breach(rule, path, rule.element)

    return check


def _at_least_one(rule: Rule, sections: Sections, found: Checked) -> Iterator[Breach]:
    del found
    for path, report in _reports(sections):
        if not report.each(rule.of[0]):
            yield Breach(rule, path, rule.element)


def _one_of(rule: Rule, sections: Sections, found: Checked) -> Iterator[Breach]:
    del found
    inner, code, values = rule.of
    for path, report in _reports(sections):
        told = {each.text(code) for each in report.each(inner)} - {""}
        if told and not told & set(values.split(",")):
            yield Breach(rule, path, rule.element)


def _same(rule: Rule, sections: Sections, found: Checked) -> Iterator[Breach]:
    del found
    one, other = rule.of
    for path, report in _reports(sections):
        both = report.text(one), report.text(other)
        if all(both) and both[0] != both[1]:
            yield Breach(rule, path, rule.element)


def _named(rule: Rule, sections: Sections, found: Checked) -> Iterator[Breach]:
    del found
    said, inner, code = rule.of
    for path, report in _reports(sections):
        named = any(each.text(code) for each in report.each(inner))
        if report.get(said) == "true" and not named:
            yield Breach(rule, path, rule.element)


def _together(rule: Rule, sections: Sections, found: Checked) -> Iterator[Breach]:
    del found
    one, other = rule.of
    for path, each in _each(section_of(one), sections):
        if (each.get(one) is None) != (each.get(other) is None):
            yield Breach(rule, path, rule.element)


def _history(rule: Rule, sections: Sections, found: Checked) -> Iterator[Breach]:
    del found
    for path, report in _reports(sections):
        if report.get(rule.of[0]) is None and not report.each("D.7.1.r"):
            yield Breach(rule, path, rule.element)


def _one_version(rule: Rule, sections: Sections, found: Checked) -> Iterator[Breach]:
    del found
    for path, report in _reports(sections):
        versions = {each.text(rule.of[0]) for each in report.each("E.i")} - {""}
        if len(versions) > 1:
            yield Breach(rule, path, rule.element, {"count": len(versions)})


def _refers(rule: Rule, sections: Sections, found: Checked) -> Iterator[Breach]:
    del found
    known = {each.text("E.i@id") for _, each in _each("E.i", sections)}
    for path, each in _each("G.k.9.i", sections):
        if each.text(rule.of[0]) not in known:
            yield Breach(rule, path, rule.element)


def _none_of(codes: Iterable[str], *kinds: type) -> Check:
    def check(rule: Rule, sections: Sections, found: Checked) -> Iterator[Breach]:
        del found
        for path, each in sections:
            for code in codes:
                if isinstance(each.get(code), kinds):
                    yield Breach(rule, path, code)

    return check


def _scan(rule: Rule, sections: Sections, found: Checked) -> Iterator[Breach]:
    del found
    for path, each in sections:
        for code, value in each.values:
            if isinstance(value, str) and scanned(code) and found_in(value):
                yield Breach(rule, path, code)


_BETWEEN: dict[str, Check] = {
    "exactly-one": _exactly_one,
    "needs": _needs,
    "needs-if": _needs_where(is_so=True),
    "needs-unless": _needs_where(is_so=False),
    "at-least-one": _at_least_one,
    "one-of": _one_of,
    "same": _same,
    "not-before": not_before,
    "not-if": not_if,
    "age-group": age_group,
    "age-at-onset": age_at_onset,
    "age": lifetime,
    "named": _named,
    "together": _together,
    "history": _history,
    "one-version": _one_version,
    "refers": _refers,
    "masked": _none_of(MASKED, str),
    "blank": _none_of(BLANK, str, Null),
    "scan": _scan,
}
