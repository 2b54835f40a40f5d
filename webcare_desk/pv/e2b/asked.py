"""The answers of the intake form as elements of a report, and from an element back to its field.

An answer that cannot be read as its element wants it (a date such as "last week") stands in the
narrative in its own words and leaves the element empty; the form checks it as it was typed.
"""

import re
import unicodedata
from collections.abc import Mapping

from webcare_desk.domain.e2b import Section, Value, section
from webcare_desk.domain.escalation import Situation
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.intake import CHOICES, DATES, Ask
from webcare_desk.pv.e2b.contradictions import is_lifetime
from webcare_desk.pv.e2b.countries import country_code
from webcare_desk.pv.e2b.rules import Breach
from webcare_desk.pv.e2b.times import stamp
from webcare_desk.pv.e2b.units import dose_of

#: Where each answer stands; what has no element is told in the narrative.
ELEMENTS: Mapping[Ask, str] = {
    Ask.INITIALS: "D.1",
    Ask.AGE: "D.2.2a",
    Ask.AGE_GROUP: "D.2.3",
    Ask.SEX: "D.5",
    # Which one is meant shows in where the answers stand.
    Ask.WHICH_PRODUCT: "H.1",
    Ask.WHICH_EVENT: "H.1",
    Ask.BATCH: "G.k.4.r.7",
    Ask.DOSE_FORM: "G.k.4.r.9.1",
    Ask.DOSE: "G.k.4.r.8",
    Ask.ROUTE: "G.k.4.r.10.1",
    Ask.USE_START: "G.k.4.r.4",
    Ask.USE_END: "G.k.4.r.5",
    Ask.OTHER_MEDICINES: "G.k.2.2",
    Ask.EVENT_START: "E.i.4",
    Ask.EVENT_END: "E.i.5",
    Ask.OUTCOME: "E.i.7",
    Ask.QUALIFICATION: "C.2.r.4",
    Ask.COUNTRY: "C.2.r.3",
    Ask.ABOUT: "H.1",
    Ask.CONTACT: "H.1",
    Ask.GIVEN_NAME: "C.2.r.1.2",
    Ask.FAMILY_NAME: "C.2.r.1.4",
    Ask.STREET: "C.2.r.2.3",
    Ask.CITY: "C.2.r.2.4",
    Ask.POSTCODE: "C.2.r.2.6",
    Ask.PHONE: "C.2.r.2.7",
    # E2B(R3) has no place for the e-mail address of a reporter.
    Ask.EMAIL: "H.1",
    Ask.PARENT: "D.10.6",
    Ask.PARENT_INITIALS: "D.10.1",
    Ask.PARENT_AGE: "D.10.2.2a",
}
PATIENT = (
    *(Ask.INITIALS, Ask.AGE, Ask.AGE_GROUP, Ask.SEX),
    *(Ask.PARENT, Ask.PARENT_INITIALS, Ask.PARENT_AGE),
)
#: Number and unit of a dose.
DOSE = ("G.k.4.r.1a", "G.k.4.r.1b")
USE = (Ask.BATCH, Ask.DOSE_FORM, Ask.DOSE, Ask.ROUTE, Ask.USE_START, Ask.USE_END)
COURSE = (Ask.EVENT_START, Ask.EVENT_END, Ask.OUTCOME)
REPORTER = (
    *(Ask.QUALIFICATION, Ask.GIVEN_NAME, Ask.FAMILY_NAME),
    *(Ask.STREET, Ask.CITY, Ask.POSTCODE, Ask.PHONE),
)
_AGES = (Ask.AGE, Ask.PARENT_AGE)
#: G.k.10.r for a medicine that the father took.
_BY_FATHER = "3"
#: G.k.10.r; the situations that are not here have no code, and stand in the narrative.
_SITUATIONS: Mapping[Situation, str] = {
    Situation.COUNTERFEIT: "1",
    Situation.OVERDOSE: "2",
    Situation.EXPIRED: "4",
    Situation.MEDICATION_ERROR: "7",
    Situation.MISUSE: "8",
    Situation.ABUSE: "9",
    Situation.OCCUPATIONAL: "10",
    Situation.OFF_LABEL: "11",
}
#: Whole words and usual abbreviations; an “m” alone is as often a man as a month.
_UNITS = {
    "a": "a j jr jrs jaar jaren y yo yr yrs year years jahr jahre jahren an ans",
    "mo": "mo mos mnd mnden maand maanden mth mths month months monat monate monaten mois",
    "wk": "w wk wks wkn week weken weeks woche wochen semaine semaines",
    "d": "d dag dagen dgn day days tag tage tagen jour jours",
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_AGE = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s*([a-zà-ÿ]*)\.?(?:\s+oud|\s+old)?", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?", re.ASCII)
#: As the standard writes it; of 122012 nobody knows whether it is a month of 2012.
_DIGITS = re.compile(r"(?:19|20)\d\d(?:\d\d){1,2}", re.ASCII)
_DAY_FIRST = re.compile(r"(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})", re.ASCII)
_CODE = 2
_FIELDS = {"E.i.1.1a": "event_words", "H.1": "remark", "C.1.10.r": "linked"}


def situation_code(situation: Situation) -> str:
    """Return the code of G.k.10.r for a special situation; empty where it has none."""
    return _SITUATIONS.get(situation, "")


def situation_codes(case: SafetyCase) -> list[str]:
    """Return the codes of G.k.10.r of a case, that of a father's use among them."""
    codes = [code for code in map(situation_code, case.situations) if code]
    is_fathers = dict(case.details).get(Ask.PARENT) == "father"
    return [*codes, _BY_FATHER] if is_fathers else codes


def answered(
    case: SafetyCase, asks: tuple[Ask, ...], *, as_typed: bool = False
) -> dict[str, Value | None]:
    """Return the elements that answer some questions; `as_typed` keeps what cannot be read."""
    told = {ask: words for ask, words in case.details if words}
    found = dict[str, Value | None]()
    for ask in asks:
        if ask in told:
            found |= elements_of(ask, told[ask]) or (_unread(ask, told[ask]) if as_typed else {})
    return found


def _unread(ask: Ask, words: str) -> dict[str, Value | None]:
    """Return an answer that is none for its element, so that a rule says so.

    The digits of a date may be a time of the standard all the same, such as 122012 for the year 1220.
    """
    element = ELEMENTS[ask]
    if ask in _AGES:
        number, unit = _age(words) or (words, "a")
        return {element: number, _unit_beside(element): unit}
    return {element: f"“{words}”" if ask in DATES else words}


def country_of(case: SafetyCase, usual: str, *, as_typed: bool) -> str | None:
    """Return the reporter's country; the usual one stands only for one that was not told.

    `as_typed` keeps what is too long to be a code; other two letters are no country at all.
    """
    told = dict(case.details).get(Ask.COUNTRY, "").strip()
    if not told:
        return usual
    return country_code(told) or (told if as_typed and len(told) > _CODE else None)


def elements_of(ask: Ask, told: str) -> dict[str, Value | None]:
    """Return one answer as elements of the report; what cannot be read as one gives none.

    A dose stands in its own words, and as number and unit where it is nothing else.
    """
    element = ELEMENTS[ask]
    if ask in _AGES:
        number, unit = _age(told) or ("", "")
        is_age = bool(number) and is_lifetime(number, unit)
        return {element: number, _unit_beside(element): unit} if is_age else {}
    value = value_of(ask, told)
    if ask is Ask.DOSE and value:
        return {element: value, **dict(zip(DOSE, dose_of(value) or (None, None), strict=True))}
    return {element: value} if value else {}


def _unit_beside(number: str) -> str:
    return f"{number[:-1]}b"


def others_of(case: SafetyCase) -> tuple[str, ...]:
    """Return the other medicines, one name each."""
    told = dict(case.details).get(Ask.OTHER_MEDICINES, "")
    return tuple(name.strip() for name in re.split(r"[;\n]", told) if name.strip())


def use_of(case: SafetyCase, *, as_typed: bool) -> list[Section]:
    """Return how a product was used, if anything of it is known."""
    found = answered(case, USE, as_typed=as_typed)
    return [section("G.k.4.r", found)] if found else []


def value_of(ask: Ask, told: str) -> str:
    """Return an answer as its element has it; empty when it cannot be read as that."""
    told = told.strip()
    if ask in CHOICES:
        return CHOICES[ask].get(told, "")
    if ask in DATES:
        return partial_date(told)
    if ask is Ask.COUNTRY:
        return country_code(told)
    return told


def partial_date(told: str) -> str:
    """Return a date as exact as it is told (CCYY, CCYYMM, CCYYMMDD), or nothing.

    `2026-05-12`, `12-5-2026`, `5-2026` and `2026` are read, with dashes, points or strokes, and
    `20260512` and `202605`; the day stands before the month, as it does in Dutch.
    """
    told = _plain(told)
    if _DIGITS.fullmatch(told) and stamp(told) is not None:
        return told
    first, last = _YEAR_FIRST.fullmatch(told), _DAY_FIRST.fullmatch(told)
    if first is not None:
        year, month, day = first.groups()
    elif last is not None:
        day, month, year = last.groups()
    else:
        return ""
    text = "".join([year, *(f"{int(each):02}" for each in (month, day) if each)])
    return text if stamp(text) is not None else ""


def _plain(told: str) -> str:
    """Return an answer with the digits of the standard, whatever script it was typed in."""
    return "".join(str(unicodedata.decimal(each, each)) for each in told.strip())


def _age(told: str) -> tuple[str, str] | None:
    found = _AGE.fullmatch(_plain(told))
    if found is None:
        return None
    unit = _UNIT_OF.get(found[2].lower() or "a")
    return None if unit is None else (found[1].replace(",", "."), unit)


def field_of(breach: Breach, products: int) -> str | None:
    """Return the field of the form in which a breach is mended; None where it has none.

    `products` is how many products are named: what comes after them are other medicines.
    """
    if breach.element == "G.k.2.2":
        place = int(re.findall(r"G\.k\[(\d+)\]", breach.path)[-1]) if "G.k[" in breach.path else 1
        return "products" if place <= max(1, products) else Ask.OTHER_MEDICINES
    if breach.element in _FIELDS:
        return _FIELDS[breach.element]
    is_unit = breach.element in {"D.2.2b", "D.10.2.2b"}
    element = f"{breach.element[:-1]}a" if is_unit else breach.element
    return next((ask for ask, each in ELEMENTS.items() if each == element), None)
