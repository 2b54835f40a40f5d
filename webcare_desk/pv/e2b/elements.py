"""What the standard says of each element: its kind, its length, its codes, whether it must stand.

The table is `resources/e2b/elements.tsv`, one element a line (ICH E2B(R3) guide, 3.4).
"""

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from webcare_desk.paths import resources_dir

#: The sections that repeat, the innermost first where one lies in another.
REPEATING = (
    *("C.1.6.1.r", "C.1.9.1.r", "C.1.10.r", "C.2.r", "C.4.r", "C.5.1.r"),
    *("D.7.1.r", "D.8.r", "D.9.2.r", "D.9.4.r", "D.10.7.1.r", "D.10.8.r", "E.i", "F.r"),
    *("G.k.2.3.r", "G.k.4.r", "G.k.7.r", "G.k.9.i.2.r", "G.k.9.i", "G.k.10.r", "G.k"),
    *("H.3.r", "H.5.r"),
)


class Kind(StrEnum):
    """What an element holds."""

    TEXT = "text"
    WORD = "token"
    NUMBER = "number"
    CODE = "code"
    BOOL = "bool"
    DATE = "date"
    MEDDRA = "meddra"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Element:
    """One element; `length` is the largest number of characters, 0 where there is none.

    `codes` are the values it may have, `nulls` the reasons for which it may have none;
    `least` is how exact a date must be: year, day or second.
    """

    code: str
    kind: Kind
    length: int
    codes: tuple[str, ...]
    nulls: tuple[str, ...]
    mandatory: bool
    least: str
    nl: str
    en: str

    @property
    def section(self) -> str:
        """Return the section in which it stands; `N` is the batch, `N.2.r` the report."""
        return section_of(self.code)

    def name(self, language: str) -> str:
        """Return the element's id with its name, where it has one."""
        words = self.nl if language == "nl" else self.en
        return f"{self.code} ({words})" if words else self.code


def section_of(code: str) -> str:
    """Return the section in which an element stands."""
    for section in REPEATING:
        if code == section or code.startswith((f"{section}.", f"{section}@")):
            return section
    return "N" if code.startswith("N.1.") else "N.2.r"


@cache
def elements() -> dict[str, Element]:
    """Return every element of the standard by its id."""
    path = resources_dir() / "e2b" / "elements.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return {row["element"]: _element(row) for row in rows}


def _element(row: dict[str, str]) -> Element:
    return Element(
        code=row["element"],
        kind=Kind(row["type"]),
        length=int(row["length"] or 0),
        codes=tuple(row["codes"].split(",")) if row["codes"] else (),
        nulls=tuple(row["nulls"].split(",")) if row["nulls"] else (),
        mandatory=row["conformance"] == "mandatory",
        least=row["least"],
        nl=row["nl"],
        en=row["en"],
    )
