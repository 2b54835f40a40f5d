"""A safety report as ICH E2B(R3) has it: elements by their ids, in sections that repeat.

The root section is the batch (`N`); each `N.2.r` in it is one report and holds every
element that stands once, and the sections that repeat (`C.2.r`, `E.i`, `G.k` …) in it.
A value is the element's text as it stands in the message, or the reason why it has none.
An id with `@` names what stands beside an element: `E.i@id`, `G.k.2.1.1b@codeSystem`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

BATCH = "N"
REPORT = "N.2.r"


class Null(Enum):
    """Why an element has no value (ISO 21090 null flavours)."""

    NI = "NI"
    MSK = "MSK"
    UNK = "UNK"
    NA = "NA"
    ASKU = "ASKU"
    NASK = "NASK"
    NINF = "NINF"
    PINF = "PINF"
    OTH = "OTH"
    INV = "INV"
    DER = "DER"
    NAV = "NAV"
    QS = "QS"
    TRC = "TRC"
    UNC = "UNC"
    NP = "NP"


Value = str | Null


@dataclass(frozen=True, slots=True)
class Section:
    """One occurrence of a section; equal sections are in the same normal order.

    Make one with `section`, which puts values and sections into that order.
    """

    code: str
    values: tuple[tuple[str, Value], ...] = ()
    sections: tuple["Section", ...] = ()

    def get(self, code: str) -> Value | None:
        """Return the value of an element that stands here, or None."""
        return next((value for name, value in self.values if name == code), None)

    def text(self, code: str) -> str:
        """Return the text of an element, empty when it has none."""
        found = self.get(code)
        return found if isinstance(found, str) else ""

    def each(self, code: str) -> tuple["Section", ...]:
        """Return the sections called `code`, in their order."""
        return tuple(inner for inner in self.sections if inner.code == code)


def section(code: str, values: Mapping[str, Value | None], *sections: Section) -> Section:
    """Return a section in normal order, without the values that are None or empty."""
    kept = sorted((name, value) for name, value in values.items() if value)
    return Section(code, tuple(kept), tuple(sorted(sections, key=lambda each: each.code)))


def with_values(found: Section, values: Mapping[str, Value | None]) -> Section:
    """Return the section with these values in place of its own; None takes one away."""
    return section(found.code, {**dict(found.values), **values}, *found.sections)


def with_sections(found: Section, *sections: Section) -> Section:
    """Return the section with these inner sections in place of its own."""
    return section(found.code, dict(found.values), *sections)


def walk(found: Section, path: str = "") -> Iterator[tuple[str, Section]]:
    """Give every section with its path, such as `N.2.r[1]/G.k[2]`; the root has none."""
    yield path, found
    counts: dict[str, int] = {}
    for inner in found.sections:
        counts[inner.code] = counts.get(inner.code, 0) + 1
        step = f"{inner.code}[{counts[inner.code]}]"
        yield from walk(inner, f"{path}/{step}" if path else step)


def report_of(batch: Section) -> Section:
    """Return the first report of a batch; an empty one when there is none."""
    return next(iter(batch.each(REPORT)), Section(REPORT))
