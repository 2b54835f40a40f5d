"""From a frozen safety case to a report: what a comment tells, and nothing concluded from it.

Seriousness, causality and coding are PV's: they stand as "no information". Deterministic: the
same case gives the same report, its inner identifiers included.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID, uuid5

from webcare_desk.domain.case_parts import ROLE_CODES, DrugRole
from webcare_desk.domain.e2b import (
    BATCH,
    REPORT,
    Null,
    Section,
    Value,
    section,
    with_sections,
    with_values,
)
from webcare_desk.domain.escalation import Situation
from webcare_desk.domain.filing import Parties
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.intake import Ask, meant
from webcare_desk.pv.e2b.asked import (
    COURSE,
    PATIENT,
    REPORTER,
    answered,
    country_of,
    others_of,
    situation_codes,
    use_of,
)
from webcare_desk.pv.e2b.long_text import first_part, rest, whole
from webcare_desk.pv.e2b.times import written
from webcare_desk.pv.narrative import narrative

_SPACE = UUID("5b1f3c0e-6f0a-5d0e-9a55-6f7c2f1d9e01")
#: ISO 639-2 by ISO 639-1; what nobody could tell, and what an older packet calls otherwise, is `und`.
_LANGUAGES = {
    "nl": "dut",
    "en": "eng",
    "de": "ger",
    "fr": "fre",
    "es": "spa",
    "pt": "por",
    "it": "ita",
    "tr": "tur",
    "pl": "pol",
}
_LONGEST_NAME = 60
#: What stands where nobody told it: the reporter's qualification, the outcome of an event.
CONSUMER, UNKNOWN = "5", "0"
_PRIMARY, _SPONTANEOUS, _OTHER = "1", "1", "2"
#: What stands for a product that the comment does not name; the page it stands on does.
NOT_NAMED = "not named: the page's product"


def report_number(case: SafetyCase, parties: Parties) -> str:
    """Return C.1.1, which never changes: country, sender without a hyphen, our reference."""
    return _numbered(case.reference, parties)


def _numbered(reference: str, parties: Parties) -> str:
    own = "".join(filter(str.isalnum, reference)) or "0"
    return f"{parties.country}-{parties.sender.replace('-', '')}-{own}"


def batch_of(
    case: SafetyCase,
    parties: Parties | None = None,
    *,
    as_typed: bool = False,
    filed: Mapping[str, str] | None = None,
) -> Section:
    """Return the batch with the report of one case, as it was when it was recognised.

    `filed` has C.1.1 of cases that it is linked with, by our references: PV knows them so.
    `as_typed` keeps answers of the form that no element can hold, for the rules to find.
    """
    parties = parties or Parties()
    number = report_number(case, parties)
    created = written(max(case.awareness.recognised_at, case.day_zero_at), parties.zone)
    values: dict[str, Value | None] = {
        "N.1.1": "1",
        "N.1.2": f"B-{uuid5(_SPACE, number + created)}",
        "N.1.3": parties.sender,
        "N.1.4": parties.receiver,
        "N.1.5": created,
    }
    made = _Making(case, parties, number, created, as_typed, filed or {})
    return section(BATCH, values, _report(made))


@dataclass(frozen=True, slots=True)
class _Making:
    """What the parts of one report are made from."""

    case: SafetyCase
    parties: Parties
    number: str
    created: str
    as_typed: bool
    filed: Mapping[str, str]

    def linked(self) -> list[str]:
        """Return the numbers of linked cases; one that is not known is made as ours is."""
        return [self.filed.get(each) or _numbered(each, self.parties) for each in self.case.linked]

    def is_meant(self, which: Ask, place: int) -> bool:
        """Say whether the form's answers are of this event or product: the only one, or the chosen.

        What is of none of several stands in the narrative alone; the rules look at it all the same.
        """
        chosen = meant(self.case, which)
        return place == (0 if chosen is None and self.as_typed else chosen)

    def told(self, *asks: Ask) -> dict[str, Value | None]:
        return answered(self.case, asks, as_typed=self.as_typed)


def _report(made: _Making) -> Section:
    case, parties, number, created = made.case, made.parties, made.number, made.created
    first = written(case.day_zero_at, parties.zone)
    values: dict[str, Value | None] = {
        "N.2.r.1": number,
        "N.2.r.2": parties.sender,
        "N.2.r.3": parties.receiver,
        "N.2.r.4": created,
        "C.1.1": number,
        "C.1.2": created,
        "C.1.3": _SPONTANEOUS,
        "C.1.4": first,
        "C.1.5": first,
        "C.1.6.1": "true",
        "C.1.7": "false",
        "C.1.8.1": number,
        "C.1.8.2": _OTHER,
        "C.1.9.1": Null.NI,
        "C.3.1": parties.sender_type,
        "C.3.2": parties.organisation,
        "D.1": Null.UNK,
        "H.1": first_part(narrative(case, "en")),
        **made.told(*PATIENT),
    }
    return section(REPORT, values, *_parts(made))


def _parts(made: _Making) -> list[Section]:
    case, parties = made.case, made.parties
    author = case.snapshot.author.strip()
    reporter: dict[str, Value | None] = {
        "C.2.r.1.2": author if len(author) <= _LONGEST_NAME else None,
        "C.2.r.3": country_of(case, parties.country, as_typed=made.as_typed),
        "C.2.r.4": CONSUMER,
        "C.2.r.5": _PRIMARY,
        **made.told(*REPORTER),
    }
    return [
        section("C.1.6.1.r", {"C.1.6.1.r.1": "packet.json: the frozen original with its thread"}),
        section("C.2.r", reporter),
        *(section("C.1.10.r", {"C.1.10.r": each}) for each in made.linked()),
        *(_reaction(made, place) for place in range(max(1, len(case.event_words)))),
        *(_drug(made, place) for place in range(max(1, len(case.products)))),
        *(_other(made.number, *each) for each in enumerate(others_of(case))),
        *rest(narrative(case, "en"), "eng"),
        *(whole(narrative(case, "nl"), "dut") if case.snapshot.language == "nl" else ()),
    ]


def _reaction(made: _Making, place: int) -> Section:
    case = made.case
    words = case.event_words[place] if case.event_words else None
    ident = str(uuid5(_SPACE, f"{made.number}/E/{place}"))
    found = reaction(ident, words, _LANGUAGES.get(case.snapshot.language, "und"))
    return with_values(found, made.told(*COURSE) if made.is_meant(Ask.WHICH_EVENT, place) else {})


def reaction(ident: str, words: str | None, language: str) -> Section:
    """Return a reaction as it was told, of which nothing is concluded."""
    values: dict[str, Value | None] = {
        "E.i@id": ident,
        "E.i.1.1a": words,
        "E.i.1.1b": language if words else None,
        "E.i.2.1b": Null.NI,
        "E.i.7": UNKNOWN,
    }
    return section("E.i", values | {f"E.i.3.2{letter}": Null.NI for letter in "abcdef"})


def drug(ident: str, name: str, role: str) -> Section:
    """Return a medicine by the name it was given; `role` is the code of G.k.1."""
    return section("G.k", {"G.k@id": ident, "G.k.1": role, "G.k.2.2": name})


def _drug(made: _Making, place: int) -> Section:
    case = made.case
    interacts = Situation.INTERACTION in case.situations
    found = drug(
        str(uuid5(_SPACE, f"{made.number}/G/{place}")),
        case.products[place] if case.products else NOT_NAMED,
        ROLE_CODES[DrugRole.INTERACTING if interacts else DrugRole.SUSPECT],
    )
    if not made.is_meant(Ask.WHICH_PRODUCT, place):
        return found
    told = (section("G.k.10.r", {"G.k.10.r": code}) for code in situation_codes(case))
    return with_sections(found, *told, *use_of(case, as_typed=made.as_typed))


def _other(number: str, place: int, name: str) -> Section:
    """Return a medicine that was taken beside the products, and is not suspected."""
    made = str(uuid5(_SPACE, f"{number}/G/other/{place}"))
    return drug(made, name, ROLE_CODES[DrugRole.CONCOMITANT])
