"""What a report says in answer to each question of the form, and what another answer changes.

Only questions that one element answers: who took it also stands in G.k.10.r, as the situations
do, and what stands in the narrative alone is told there in words.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from webcare_desk.domain.case_parts import Listed, Part
from webcare_desk.domain.e2b import Null, Section, Value, report_of
from webcare_desk.domain.intake import CHOICES, DATES, Ask
from webcare_desk.pv.e2b.asked import COURSE, DOSE, ELEMENTS, REPORTER, USE, elements_of
from webcare_desk.pv.e2b.build import CONSUMER, UNKNOWN
from webcare_desk.pv.e2b.parts import listed

_AGES = (Ask.AGE, Ask.PARENT_AGE)
_PERSON, _PARENT = (
    (Ask.INITIALS, Ask.SEX, Ask.AGE, Ask.AGE_GROUP),
    (Ask.PARENT_INITIALS, Ask.PARENT_AGE),
)
_UNITS = {
    "nl": {"a": "jaar", "mo": "maanden", "wk": "weken", "d": "dagen"},
    "en": {"a": "years", "mo": "months", "wk": "weeks", "d": "days"},
}
#: What stands for an answer that nobody gave, where the element must have one.
_NOT_TOLD: dict[Ask, Value] = {
    Ask.INITIALS: Null.UNK,
    Ask.OUTCOME: UNKNOWN,
    Ask.QUALIFICATION: CONSUMER,
}


@dataclass(frozen=True, slots=True)
class Told:
    """The answer to a question as the form has it, and by which path it stands in the report.

    `of` is the event or medicine that it is told of; None is the patient, parent or reporter.
    """

    ask: Ask
    path: str
    answer: str
    of: Listed | None = None

    def is_named(self, elements: frozenset[str]) -> bool:
        """Say whether some elements are this one, or the unit beside it."""
        element = ELEMENTS[self.ask]
        return element in elements or (self.ask in _AGES and f"{element[:-1]}b" in elements)


def told_in(batch: Section, language: str) -> tuple[Told, ...]:
    """Return each question with its answer: patient, each event, each medicine, reporter, parent.

    Of several uses of a medicine it is the first, and of several reporters the primary one: the
    desk itself makes no others.
    """
    report = report_of(batch)
    return (
        *(_told(ask, report, "", language) for ask in _PERSON),
        *_of_parts(batch, language),
        *_of_reporter(report, language),
        *(_told(ask, report, "", language) for ask in _PARENT),
    )


def _of_parts(batch: Section, language: str) -> Iterator[Told]:
    report = report_of(batch)
    for each in listed(batch):
        found, way = report.each(each.part)[each.place - 1], f"{each.part}[{each.place}]/"
        if each.part is Part.REACTION:
            yield from (_told(ask, found, way, language, each) for ask in COURSE)
        else:
            use = next(iter(found.each("G.k.4.r")), Section("G.k.4.r"))
            way = f"{way}G.k.4.r[1]/"
            yield from (_told(ask, use, way, language, each) for ask in USE)


def _of_reporter(report: Section, language: str) -> Iterator[Told]:
    known = report.each("C.2.r") or (Section("C.2.r"),)
    places = [place for place, each in enumerate(known) if each.text("C.2.r.5") == "1"]
    place = next(iter(places), 0)
    for ask in (Ask.QUALIFICATION, Ask.COUNTRY, *REPORTER[1:]):
        yield _told(ask, known[place], f"C.2.r[{place + 1}]/", language)


def _told(ask: Ask, found: Section, way: str, language: str, of: Listed | None = None) -> Told:
    element = ELEMENTS[ask]
    value = found.text(element)
    if ask in CHOICES:
        answers = (answer for answer, code in CHOICES[ask].items() if code and code == value)
        value = next(answers, "")
    elif ask in DATES:
        value = _day(value, language)
    elif ask in _AGES and value:
        unit = found.text(f"{element[:-1]}b")
        value = f"{value} {_UNITS[language].get(unit, unit)}".strip()
    return Told(ask, f"{way}{element}", value, of)


def _day(stamp: str, language: str) -> str:
    """Return a date as the form asks for it, as exact as it is known; in Dutch the day comes first."""
    parts = [each for each in (stamp[:4], stamp[4:6], stamp[6:8]) if each]
    if language == "nl":
        parts = [each.lstrip("0") for each in reversed(parts)]
    return "-".join(parts)


def mended(told: Told, answer: str) -> dict[str, Value | None]:
    """Return by their paths the elements that another answer changes; none if it cannot be read."""
    element = ELEMENTS[told.ask]
    found = elements_of(told.ask, answer) if answer else _taken_back(told.ask, element)
    way = told.path.removesuffix(element)
    return {f"{way}{code}": value for code, value in found.items()}


def _taken_back(ask: Ask, element: str) -> dict[str, Value | None]:
    beside = (f"{element[:-1]}b",) if ask in _AGES else DOSE if ask is Ask.DOSE else ()
    return {element: _NOT_TOLD.get(ask), **dict.fromkeys(beside)}
