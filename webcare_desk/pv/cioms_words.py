"""What an element's value is called on a CIOMS form I, and of which drug or reaction it is."""

from collections.abc import Callable, Iterable, Sequence

from webcare_desk.domain.e2b import Null, Section, Value
from webcare_desk.pv.e2b.times import stamp

_CODES = {
    "sex": (("1", "man", "male"), ("2", "vrouw", "female")),
    "type": (
        *(("1", "spontaan", "spontaneous"), ("2", "uit onderzoek", "from a study")),
        *(("3", "overig", "other"), ("4", "onbekend", "not available")),
    ),
    "source": (
        *(("1", "arts", "physician"), ("2", "apotheker", "pharmacist")),
        *(("3", "andere zorgverlener", "other health professional"), ("4", "jurist", "lawyer")),
        ("5", "consument", "consumer"),
    ),
    "version": (("1", "intrekking", "nullification"), ("2", "wijziging", "amendment")),
    "action": (
        *(("0", "onbekend", "unknown"), ("1", "gestaakt", "withdrawn")),
        *(("2", "verlaagd", "reduced"), ("3", "verhoogd", "increased")),
        *(("4", "gelijk gebleven", "not changed"), ("9", "niet van toepassing", "not applicable")),
    ),
    "outcome": (
        *(("0", "onbekend", "unknown"), ("1", "hersteld", "recovered")),
        *(("2", "herstellende", "recovering"), ("3", "niet hersteld", "not recovered")),
        *(("4", "hersteld met restverschijnselen", "recovered with sequelae"),),
        ("5", "overleden", "fatal"),
    ),
    "again": (
        *(
            ("1", "ja, kwam terug", "yes, recurred"),
            ("2", "ja, kwam niet terug", "yes, not recurred"),
        ),
        *(("3", "ja, onbekend", "yes, unknown"), ("4", "nee", "no")),
    ),
    "group": (
        *(("0", "foetus", "foetus"), ("1", "pasgeborene", "neonate"), ("2", "baby", "infant")),
        *(("3", "kind", "child"), ("4", "tiener", "adolescent")),
        *(("5", "volwassene", "adult"), ("6", "oudere", "elderly")),
    ),
}
#: Units of UCUM for one and for several, in both languages.
_UNITS = {
    "{decade}": (("decennium", "decennia"), ("decade", "decades")),
    "a": (("jaar", "jaar"), ("year", "years")),
    "mo": (("maand", "maanden"), ("month", "months")),
    "wk": (("week", "weken"), ("week", "weeks")),
    "d": (("dag", "dagen"), ("day", "days")),
    "h": (("uur", "uur"), ("hour", "hours")),
    "min": (("minuut", "minuten"), ("minute", "minutes")),
    "s": (("seconde", "seconden"), ("second", "seconds")),
}


def told(value: Value | None) -> str:
    """Return a value as text; a missing one by its reason."""
    if isinstance(value, Null):
        return f"({value.value})"
    return value or ""


def length(found: Section, code: str, place: int) -> str:
    """Return a time with its unit in words."""
    value, unit = found.get(f"{code}a"), told(found.get(f"{code}b"))
    words = _UNITS[unit][place][value != "1"] if unit in _UNITS else unit
    return " ".join(filter(None, (told(value), words)))


def word(kind: str, value: Value | None, place: int) -> str:
    """Return what a code means; one that has no words here stands as it is."""
    words = {code: names for code, *names in _CODES[kind]}
    return words[value][place] if isinstance(value, str) and value in words else told(value)


def once(texts: Iterable[str]) -> str:
    """Return texts behind each other, each once."""
    return "; ".join(dict.fromkeys(filter(None, texts)))


def day(value: Value | None) -> str:
    """Return a time with marks between its parts, as exact as it is."""
    text = told(value)
    if not isinstance(value, str) or stamp(value) is None:
        return text
    digits = value.partition("+")[0].partition("-")[0].partition(".")[0]
    day = "-".join(filter(None, (digits[:4], digits[4:6], digits[6:8])))
    clock = ":".join(filter(None, (digits[8:10], digits[10:12], digits[12:14])))
    return " ".join(filter(None, (day, clock, value[len(digits) :] if clock else "")))


def of_drugs(drugs: Sequence[Section], texts: Callable[[Section], Iterable[str]]) -> str:
    """Return what is told of each drug after its number in box 14; where all are alike, without it."""
    return _of_each([f"{number}." for number in range(1, len(drugs) + 1)], drugs, texts)


def of_reactions(reactions: Sequence[Section], text: Callable[[Section], str]) -> str:
    """Return what is told of each reaction after its mark in box 7; where all are alike, without it."""
    marks = [f"{mark_of(place)}:" for place in range(len(reactions))]
    return _of_each(marks, reactions, lambda each: [text(each)])


def mark_of(place: int) -> str:
    """Return by what a reaction is found in another box, in both languages."""
    return f"R{place + 1}"


def _of_each(
    marks: Sequence[str], parts: Sequence[Section], texts: Callable[[Section], Iterable[str]]
) -> str:
    found = [once(texts(each)) for each in parts]
    if len(set(found)) == 1:
        return found[0]
    return "; ".join(f"{mark} {text}" for mark, text in zip(marks, found, strict=True) if text)
