"""What stands in the boxes of a CIOMS form I, from the elements of a report.

Seriousness is shown as it stands in the report: what nobody judged is not ticked.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from webcare_desk.domain.e2b import Null, Section, Value, report_of, walk
from webcare_desk.pv.e2b.elements import elements
from webcare_desk.pv.e2b.times import stamp

_LABELS = {
    "1": ("Initialen van de patiënt", "Patient initials"),
    "1a": ("Land", "Country"),
    "2": ("Geboortedatum", "Date of birth"),
    "2a": ("Leeftijd", "Age"),
    "3": ("Geslacht", "Sex"),
    "4-6": ("Begin van de reactie", "Reaction onset"),
    "7+13": ("Beschrijving van de reactie", "Describe reaction(s)"),
    "8-12": ("Ernst, zoals gemeld", "Seriousness, as reported"),
    "14": ("Verdacht middel, charge", "Suspect drug(s), batch"),
    "15": ("Dosering", "Daily dose"),
    "16": ("Toedieningsweg", "Route of administration"),
    "17": ("Indicatie", "Indication"),
    "18": ("Gebruikt van en tot", "Therapy dates"),
    "19": ("Duur van het gebruik", "Therapy duration"),
    "20": ("Maatregel, afloop", "Action taken, outcome"),
    "21": ("Hervat", "Rechallenge"),
    "22": ("Andere middelen", "Concomitant drugs"),
    "23": ("Voorgeschiedenis", "Other relevant history"),
    "24a": ("Afzender", "Manufacturer or sender"),
    "24b": ("Kenmerk", "Control number"),
    "24c": ("Ontvangen (dag nul)", "Date received (day zero)"),
    "24d": ("Bron", "Report source"),
    "25": ("Soort bericht, datum", "Report type, date"),
    "26": ("Melder", "Reporter"),
}
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
_ACTION, _OUTCOME = ("maatregel", "action taken"), ("afloop", "outcome")
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
_CONCOMITANT = "2"


@dataclass(frozen=True, slots=True)
class Box:
    """One box: its number on the form, its label, and its text."""

    number: str
    label: str
    text: str


def boxes(batch: Section, language: str) -> dict[str, Box]:
    """Return every box of the form by its number, in `language` (nl, else en)."""
    report, place = report_of(batch), 0 if language == "nl" else 1
    texts = (
        dict(_person(report, place)) | dict(_drugs(report, place)) | dict(_sender(report, place))
    )
    return {
        number: Box(number, labels[place], texts.get(number, ""))
        for number, labels in _LABELS.items()
    }


def every_element(batch: Section, language: str) -> Iterator[tuple[str, str]]:
    """Give each element of the report with its value, so that nothing can be missing."""
    known = elements()
    for path, found in walk(batch):
        for code, value in found.values:
            name = known[code].name(language) if code in known else code
            yield f"{path or 'N'}  {name}", told(value)


def told(value: Value | None) -> str:
    """Return a value as text; a missing one by its reason."""
    if isinstance(value, Null):
        return f"({value.value})"
    return value or ""


def _person(report: Section, place: int) -> Iterator[tuple[str, str]]:
    reactions = report.each("E.i")
    countries = (told(each.get("E.i.9")) for each in reactions)
    reporters = (told(each.get("C.2.r.3")) for each in report.each("C.2.r"))
    yield "1", told(report.get("D.1"))
    yield "1a", _once(countries) or _once(reporters)
    yield "2", _day(report.get("D.2.1"))
    yield "2a", _age(report, place)
    yield "3", _word("sex", report.get("D.5"), place)
    yield "4-6", _once(_day(each.get("E.i.4")) for each in reactions)
    words = [f"“{told(each.get('E.i.1.1a'))}”" for each in reactions if each.get("E.i.1.1a")]
    coded = [told(each.get("E.i.2.1b")) for each in reactions if each.text("E.i.2.1b")]
    parts = [", ".join(words), "MedDRA: " + ", ".join(coded) if coded else ""]
    yield "7+13", "\n".join(part for part in [*parts, _narrative(report, place)] if part)
    yield "8-12", "\n".join(_seriousness(reactions, place))
    yield "23", "\n".join(filter(None, [told(report.get("D.7.2")), *_histories(report)]))


def _age(report: Section, place: int) -> str:
    """Return the age; where nobody gave one, in which group of ages it is."""
    group = report.get("D.2.3") if not isinstance(report.get("D.2.2a"), str) else None
    return _once([_length(report, "D.2.2", place), _word("group", group, place)])


def _length(found: Section, code: str, place: int) -> str:
    """Return a time with its unit in words."""
    value, unit = found.get(f"{code}a"), told(found.get(f"{code}b"))
    words = _UNITS[unit][place][value != "1"] if unit in _UNITS else unit
    return " ".join(filter(None, (told(value), words)))


def _narrative(report: Section, place: int) -> str:
    """Return the narrative in the form's language, where the report has it."""
    dutch = "".join(_goes_on(report, "dut"))
    if place == 0 and dutch:
        return dutch
    return "\n".join(filter(None, (told(report.get("H.1")), *_goes_on(report, "eng"))))


def _goes_on(report: Section, language: str) -> Iterator[str]:
    native = (each for each in report.each("H.5.r") if each.get("H.5.r.1b") == language)
    yield from (told(each.get("H.5.r.1a")) for each in native)


def _seriousness(reactions: Iterable[Section], place: int) -> Iterator[str]:
    ticked = {code for each in reactions for code, value in each.values if value == "true"}
    language = ("nl", "en")[place]
    for code in (f"E.i.3.2{letter}" for letter in "abcdef"):
        name = elements()[code].name(language).partition("(")[2].rstrip(")")
        yield f"[{'x' if code in ticked else ' '}] {name}"


def _histories(report: Section) -> Iterator[str]:
    for each in report.each("D.7.1.r"):
        yield " ".join(told(value) for _, value in each.values)


def _drugs(report: Section, place: int) -> Iterator[tuple[str, str]]:
    drugs = report.each("G.k")
    suspects = [each for each in drugs if each.get("G.k.1") != _CONCOMITANT]
    others = [each for each in drugs if each.get("G.k.1") == _CONCOMITANT]
    doses = [dose for each in suspects for dose in each.each("G.k.4.r")]
    again = (part for each in suspects for part in each.each("G.k.9.i"))
    yield "14", "\n".join(_product(each, number) for number, each in enumerate(suspects, 1))
    yield (
        "15",
        _once(
            " ".join(
                filter(
                    None, [_joined(each, "G.k.4.r.1a", "G.k.4.r.1b"), told(each.get("G.k.4.r.8"))]
                )
            )
            for each in doses
        ),
    )
    yield (
        "16",
        _once(told(each.get("G.k.4.r.10.1")) or told(each.get("G.k.4.r.10.2b")) for each in doses),
    )
    yield (
        "17",
        _once(
            told(part.get("G.k.7.r.1")) or told(part.get("G.k.7.r.2b"))
            for each in suspects
            for part in each.each("G.k.7.r")
        ),
    )
    yield "18", _once(_span(each) for each in doses)
    yield "19", _once(_length(each, "G.k.4.r.6", place) for each in doses)
    actions = (_word("action", each.get("G.k.8"), place) for each in suspects)
    outcomes = (_word("outcome", each.get("E.i.7"), place) for each in report.each("E.i"))
    yield "20", _once([_named(_ACTION[place], actions), _named(_OUTCOME[place], outcomes)])
    yield "21", _once(_word("again", each.get("G.k.9.i.4"), place) for each in again)
    yield "22", "\n".join(_product(each, number) for number, each in enumerate(others, 1))


def _product(drug: Section, number: int) -> str:
    batches = _once(told(each.get("G.k.4.r.7")) for each in drug.each("G.k.4.r"))
    named = told(drug.get("G.k.2.2"))
    return f"{number}. {named}" + (f" ({batches})" if batches else "")


def _sender(report: Section, place: int) -> Iterator[tuple[str, str]]:
    reporters = report.each("C.2.r")
    yield "24a", told(report.get("C.3.2"))
    yield "24b", told(report.get("C.1.1"))
    yield "24c", _received(report, place)
    sources = [_word("type", report.get("C.1.3"), place)]
    sources += [_word("source", each.get("C.2.r.4"), place) for each in reporters]
    yield "24d", _once(sources)
    version = _word("version", report.get("C.1.11.1"), place) or _plain_version(report, place)
    made, why = _day(report.get("C.1.2")), told(report.get("C.1.11.2"))
    yield "25", "; ".join(filter(None, [version, made, why]))
    names = (f"C.2.r.1.{part}" for part in range(1, 5))
    parts = [*names, *(f"C.2.r.2.{part}" for part in range(1, 8)), "C.2.r.3"]
    yield (
        "26",
        "\n".join(
            " ".join(filter(None, (told(each.get(code)) for code in parts))) for each in reporters
        ),
    )


def _is_followed_up(report: Section) -> bool:
    """Say whether information came after the first: E2B has no other mark of a follow-up."""
    return report.get("C.1.5") not in {None, report.get("C.1.4")}


def _plain_version(report: Section, place: int) -> str:
    names = ("vervolg", "follow-up") if _is_followed_up(report) else ("eerste", "initial")
    return names[place]


def _received(report: Section, place: int) -> str:
    """Return day zero; of a follow-up when its information came, and day zero beside it."""
    first = _day(report.get("C.1.4"))
    if not _is_followed_up(report):
        return first
    return f"{_day(report.get('C.1.5'))}\n{('dag nul', 'day zero')[place]}: {first}"


def _named(name: str, values: Iterable[str]) -> str:
    """Return values after what they say: an outcome alone reads as that of stopping the drug."""
    text = _once(values)
    return f"{name}: {text}" if text else ""


def _span(dose: Section) -> str:
    both = _day(dose.get("G.k.4.r.4")), _day(dose.get("G.k.4.r.5"))
    return " – ".join(both) if any(both) else ""


def _joined(found: Section, *codes: str) -> str:
    return " ".join(filter(None, (told(found.get(code)) for code in codes)))


def _once(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(filter(None, texts)))


def _word(kind: str, value: Value | None, place: int) -> str:
    words = {code: names for code, *names in _CODES[kind]}
    return words[value][place] if isinstance(value, str) and value in words else told(value)


def _day(value: Value | None) -> str:
    """Return a time with marks between its parts, as exact as it is."""
    text = told(value)
    if not isinstance(value, str) or stamp(value) is None:
        return text
    digits = value.partition("+")[0].partition("-")[0].partition(".")[0]
    day = "-".join(filter(None, (digits[:4], digits[4:6], digits[6:8])))
    clock = ":".join(filter(None, (digits[8:10], digits[10:12], digits[12:14])))
    return " ".join(filter(None, (day, clock, value[len(digits) :] if clock else "")))
