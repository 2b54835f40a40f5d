"""What stands in the boxes of a CIOMS form I, from the elements of a report.

Seriousness is shown as it stands in the report: what nobody judged is not ticked.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from webcare_desk.domain.e2b import Section, report_of, walk
from webcare_desk.pv.cioms_words import (
    day,
    length,
    mark_of,
    of_drugs,
    of_reactions,
    once,
    told,
    word,
)
from webcare_desk.pv.e2b.elements import elements
from webcare_desk.pv.e2b.long_text import narrative_of
from webcare_desk.pv.e2b.units import dose_of

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
_ACTION, _OUTCOME = ("maatregel", "action taken"), ("afloop", "outcome")
_LANGUAGES = ("nl", "en")
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


def _person(report: Section, place: int) -> Iterator[tuple[str, str]]:
    reactions = report.each("E.i")
    countries = (told(each.get("E.i.9")) for each in reactions)
    reporters = (told(each.get("C.2.r.3")) for each in report.each("C.2.r"))
    yield "1", told(report.get("D.1"))
    yield "1a", once(countries) or once(reporters)
    yield "2", day(report.get("D.2.1"))
    yield "2a", _age(report, place)
    yield "3", word("sex", report.get("D.5"), place)
    yield "4-6", of_reactions(reactions, lambda each: day(each.get("E.i.4")))
    words = of_reactions(reactions, _words)
    coded = of_reactions(reactions, lambda each: each.text("E.i.2.1b"))
    parts = [words, _named("MedDRA", coded)]
    yield (
        "7+13",
        "\n".join(part for part in [*parts, narrative_of(report, _LANGUAGES[place])] if part),
    )
    yield "8-12", "\n".join(_seriousness(reactions, place))
    yield "23", "\n".join(filter(None, [told(report.get("D.7.2")), *_histories(report)]))


def _words(reaction: Section) -> str:
    words = reaction.get("E.i.1.1a")
    return f"“{told(words)}”" if words else ""


def _age(report: Section, place: int) -> str:
    """Return the age; where nobody gave one, in which group of ages it is."""
    group = report.get("D.2.3") if not isinstance(report.get("D.2.2a"), str) else None
    return once([length(report, "D.2.2", place), word("group", group, place)])


def _seriousness(reactions: Iterable[Section], place: int) -> Iterator[str]:
    ticked = {code for each in reactions for code, value in each.values if value == "true"}
    for code in (f"E.i.3.2{letter}" for letter in "abcdef"):
        name = elements()[code].name(_LANGUAGES[place]).partition("(")[2].rstrip(")")
        yield f"[{'x' if code in ticked else ' '}] {name}"


def _histories(report: Section) -> Iterator[str]:
    for each in report.each("D.7.1.r"):
        yield " ".join(told(value) for _, value in each.values)


def _drugs(report: Section, place: int) -> Iterator[tuple[str, str]]:
    drugs, reactions = report.each("G.k"), report.each("E.i")
    suspects = [each for each in drugs if each.get("G.k.1") != _CONCOMITANT]
    others = [each for each in drugs if each.get("G.k.1") == _CONCOMITANT]
    yield "14", "\n".join(_product(each, number) for number, each in enumerate(suspects, 1))
    yield "15", of_drugs(suspects, lambda drug: map(_dose, drug.each("G.k.4.r")))
    yield "16", of_drugs(suspects, lambda drug: map(_route, drug.each("G.k.4.r")))
    yield "17", of_drugs(suspects, lambda drug: map(_indication, drug.each("G.k.7.r")))
    yield "18", of_drugs(suspects, lambda drug: map(_span, drug.each("G.k.4.r")))
    yield (
        "19",
        of_drugs(
            suspects,
            lambda drug: (length(dose, "G.k.4.r.6", place) for dose in drug.each("G.k.4.r")),
        ),
    )
    actions = of_drugs(suspects, lambda drug: [word("action", drug.get("G.k.8"), place)])
    outcomes = of_reactions(reactions, lambda each: word("outcome", each.get("E.i.7"), place))
    yield "20", once([_named(_ACTION[place], actions), _named(_OUTCOME[place], outcomes)])
    yield "21", of_drugs(suspects, lambda drug: _again(drug, reactions, place))
    yield "22", "\n".join(_product(each, number) for number, each in enumerate(others, 1))


def _dose(dose: Section) -> str:
    words = told(dose.get("G.k.4.r.8"))
    is_told = dose_of(words) == (dose.text("G.k.4.r.1a"), dose.text("G.k.4.r.1b"))
    amount = "" if is_told else _joined(dose, "G.k.4.r.1a", "G.k.4.r.1b")
    return " ".join(filter(None, [amount, words]))


def _route(dose: Section) -> str:
    return told(dose.get("G.k.4.r.10.1")) or told(dose.get("G.k.4.r.10.2b"))


def _indication(found: Section) -> str:
    return told(found.get("G.k.7.r.1")) or told(found.get("G.k.7.r.2b"))


def _again(drug: Section, reactions: Sequence[Section], place: int) -> Iterator[str]:
    """Give whether a drug was taken again, and which reaction came back where there are several."""
    marks = {each.text("E.i@id"): mark_of(number) for number, each in enumerate(reactions)}
    for each in drug.each("G.k.9.i"):
        said = word("again", each.get("G.k.9.i.4"), place)
        mark = marks.get(each.text("G.k.9.i.1")) if len(reactions) > 1 else None
        yield f"{mark}: {said}" if mark and said else said


def _product(drug: Section, number: int) -> str:
    batches = once(told(each.get("G.k.4.r.7")) for each in drug.each("G.k.4.r"))
    named = told(drug.get("G.k.2.2"))
    return f"{number}. {named}" + (f" ({batches})" if batches else "")


def _sender(report: Section, place: int) -> Iterator[tuple[str, str]]:
    reporters = report.each("C.2.r")
    yield "24a", told(report.get("C.3.2"))
    yield "24b", told(report.get("C.1.1"))
    yield "24c", _received(report, place)
    sources = [word("type", report.get("C.1.3"), place)]
    sources += [word("source", each.get("C.2.r.4"), place) for each in reporters]
    yield "24d", once(sources)
    version = word("version", report.get("C.1.11.1"), place) or _plain_version(report, place)
    made, why = day(report.get("C.1.2")), told(report.get("C.1.11.2"))
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
    first = day(report.get("C.1.4"))
    if not _is_followed_up(report):
        return first
    return f"{day(report.get('C.1.5'))}\n{('dag nul', 'day zero')[place]}: {first}"


def _named(name: str, text: str) -> str:
    """Return a text after what it says: an outcome alone reads as that of stopping the drug."""
    return f"{name}: {text}" if text else ""


def _span(dose: Section) -> str:
    both = day(dose.get("G.k.4.r.4")), day(dose.get("G.k.4.r.5"))
    return " – ".join(both) if any(both) else ""


def _joined(found: Section, *codes: str) -> str:
    return " ".join(filter(None, (told(found.get(code)) for code in codes)))
