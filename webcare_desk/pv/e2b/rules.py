"""The business rules of a report: data, and one small check for each kind of rule.

For every element of the table there are rules of its own (it must stand, its codes, its length,
its form, no future time); `resources/e2b/rules.tsv` holds those between elements. XSD validity
says nothing of any of them.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cache

from webcare_desk.domain.e2b import Section
from webcare_desk.paths import resources_dir
from webcare_desk.pv.e2b.elements import Element, Kind, elements


class Profile(StrEnum):
    """For whom a report is: PV's own database, an authority, or EudraVigilance, masked."""

    INTAKE = "intake"
    SUBMISSION = "submission"
    EV_MASKED = "ev-masked"


class Severity(StrEnum):
    """An error stops a submission; a warning is for a person to judge."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `check` names what is looked at, `of` its elements; messages have blanks."""

    id: str
    severity: Severity
    profiles: tuple[Profile, ...]
    element: str
    check: str
    of: tuple[str, ...]
    nl: str
    en: str


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that does not hold, and where: the path of the section and the element."""

    rule: Rule
    path: str
    element: str
    blanks: Mapping[str, object] = field(default_factory=dict)

    def message(self, language: str) -> str:
        """Return the message, in Dutch or else in English."""
        pattern = self.rule.nl if language == "nl" else self.rule.en
        found = elements().get(self.element)
        name = self.element if found is None else found.name(language)
        return pattern.format_map({"element": name, **self.blanks})


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check looks at: the batch, the profile and the present moment."""

    batch: Section
    profile: Profile
    now: datetime


_OWN = {
    "REQ": ("{element} ontbreekt.", "{element} is missing."),
    "VAL": (
        "{element} heeft een waarde die niet bestaat: mogelijk zijn {codes}.",
        "{element} has no such value: possible are {codes}.",
    ),
    "NUL": (
        "{element} mag niet leeg zijn om deze reden.",
        "{element} may not be without a value for this reason.",
    ),
    "LEN": (
        "{element} is {length} tekens lang; {most} mag.",
        "{element} is {length} characters long; {most} are allowed.",
    ),
    "BLK": ("{element} bevat alleen spaties.", "{element} holds blanks alone."),
    "NUM": ("{element} is geen getal met een punt.", "{element} is no number with a point."),
    "TOK": ("{element} bevat een spatie.", "{element} holds a blank."),
    "MED": ("{element} heeft geen acht cijfers.", "{element} has not eight digits."),
    "TIM": ("{element} is geen bestaand tijdstip.", "{element} is no time of the calendar."),
    "PRE": ("{element} is niet precies genoeg.", "{element} is not exact enough."),
    "FUT": ("{element} ligt in de toekomst.", "{element} lies in the future."),
}
_BY_KIND = {
    Kind.TEXT: ("LEN", "BLK"),
    Kind.WORD: ("LEN", "TOK"),
    Kind.NUMBER: ("LEN", "NUM"),
    Kind.CODE: ("VAL",),
    Kind.BOOL: ("VAL",),
    Kind.DATE: ("TIM", "PRE", "FUT"),
    Kind.MEDDRA: ("MED",),
    Kind.DOCUMENT: (),
}
#: What only a coder with a licence can fill: PV's own database takes it without.
_CODED = frozenset({"E.i.2.1a", "E.i.2.1b"})


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule, those of single elements first."""
    return (*(rule for each in elements().values() for rule in _own(each)), *_between())


def _own(element: Element) -> Iterator[Rule]:
    """Give the rules of one element."""
    kinds = ["REQ"] if element.mandatory else []
    for kind in (*kinds, "NUL", *_BY_KIND[element.kind]):
        if kind == "LEN" and not element.length:
            continue
        profiles = tuple(Profile)
        if kind == "REQ" and element.code in _CODED:
            profiles = (Profile.SUBMISSION, Profile.EV_MASKED)
        of = (element.code,)
        rule_id = f"{kind}-{element.code}"
        yield Rule(rule_id, Severity.ERROR, profiles, element.code, kind, of, *_OWN[kind])


def _between() -> Iterator[Rule]:
    """Give the rules between elements."""
    path = resources_dir() / "e2b" / "rules.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            named = row["profiles"]
            profiles = tuple(Profile) if named == "all" else (Profile(named),)
            yield Rule(
                id=row["id"],
                severity=Severity(row["severity"]),
                profiles=profiles,
                element=row["element"],
                check=row["check"],
                of=tuple(row["of"].split()),
                nl=row["nl"],
                en=row["en"],
            )
