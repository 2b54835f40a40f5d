"""Which version of a report a packet carries: every form of the packet says the same of it.

The case in a packet stays as it was frozen; the report of a later version does not.
"""

from dataclasses import dataclass
from datetime import timedelta

from webcare_desk.domain.case_version import VersionKind
from webcare_desk.domain.e2b import Section, report_of
from webcare_desk.domain.original import OriginalProof
from webcare_desk.pv.e2b.times import moment, stamp
from webcare_desk.pv.labels import label
from webcare_desk.pv.moment import both, is_moment

_TITLES = {
    VersionKind.FOLLOW_UP: {"nl": "Vervolgmelding", "en": "Follow-up report"},
    VersionKind.AMENDMENT: {"nl": "Gewijzigde melding", "en": "Amended report"},
    VersionKind.NULLIFICATION: {"nl": "Intrekking van de melding", "en": "Nullification"},
    VersionKind.CORRECTION: {"nl": "Verbeterde melding", "en": "Corrected report"},
}
#: What a version is in C.1.11.1, whose reason stands in C.1.11.2.
_WITH_REASON = {VersionKind.NULLIFICATION, VersionKind.AMENDMENT}


@dataclass(frozen=True, slots=True)
class Reworded:
    """What the comment says since it was escalated, as it was frozen then."""

    text: str
    proof: OriginalProof


@dataclass(frozen=True, slots=True)
class Later:
    """A version after the first one: what it is, its number, and what was said of it."""

    kind: VersionKind
    number: int
    words: str
    reworded: Reworded | None = None

    def title(self, language: str) -> str:
        """Return what it is called, with its number."""
        titles = _TITLES[self.kind]
        version = {"nl": "versie"}.get(language, "version")
        return f"{titles.get(language, titles['en'])} ({version} {self.number})"


@dataclass(frozen=True, slots=True)
class Edition:
    """The report that is sent, and what it is where it is a later version."""

    batch: Section
    later: Later | None = None

    @property
    def report(self) -> str:
        """Return the number of the report, which every version has (C.1.1)."""
        return report_of(self.batch).text("C.1.1")

    @property
    def received_at(self) -> int | None:
        """Return when the latest information reached us (C.1.5), where it tells a moment."""
        told = stamp(report_of(self.batch).text("C.1.5"))
        if told is None or not told.has_offset:
            return None
        at = (told.begins - moment(0)) // timedelta(microseconds=1)
        return at if is_moment(at) else None

    def number(self, language: str) -> tuple[str, str]:
        """Return the name of C.1.1 and its text, which says how our reference stands in it."""
        return label("number", language), f"{self.report} ({label('same-number', language)})"

    def news(self, later: Later, language: str, zone: str) -> tuple[tuple[str, str], ...]:
        """Return what a later version says beside its title, each with its name."""
        at = self.received_at
        received = "—" if at is None else both(at, language, zone)
        key = "reason" if later.kind in _WITH_REASON else "news"
        told = ((label("latest", language), received), (label(key, language), later.words))
        if later.reworded is None:
            return told
        return (*told, (label("reworded", language), later.reworded.text))
