"""The headings and words of the lists that leave the desk, in Dutch; English is their source."""

from collections.abc import Iterable
from typing import Final

#: What PV's lists say is read back in both languages (`pv_list`).
_DUTCH: Final = {
    "Cases handed to pharmacovigilance": "Gevallen die aan geneesmiddelenbewaking zijn overgedragen",
    "Register of safety cases": "Register van veiligheidsgevallen",
    "Period": "Periode",
    "Cases": "Gevallen",
    "Made": "Gemaakt",
    "Shown": "Getoond",
    "to": "tot",
    "none: this is a nil report": "geen: dit is een nulmelding",
    "nil report: no case in this period": "nulmelding: geen geval in deze periode",
    "our reference": "onze referentie",
    "permalink": "permalink",
    "verbatim sha-256": "verbatim sha-256",
    "recognised": "herkend",
    "handed over": "overgedragen",
    "version": "versie",
    "state": "toestand",
    "PV number": "PV-nummer",
    "status": "besluit",
    "number": "nummer",
    "case": "geval",
    "since": "sinds",
    "kind": "soort",
    "day zero": "dag nul",
    "due": "uiterlijk",
    "with": "bij",
    "alarm": "alarm",
    "alarm about questions": "alarm over vragen",
    "PV's number": "nummer van PV",
    "duplicate of": "duplicaat van",
    "comment": "reactie",
    "source": "bron",
    "author": "schrijver",
    "words": "tekst",
    "drafted": "opgesteld",
    "queued": "in de wachtrij",
    "sent": "verstuurd",
    "acknowledged": "bevestigd",
    "received": "ontvangen",
    "accepted": "geaccepteerd",
    "not-a-case": "geen casus",
    "duplicate": "duplicaat",
    "rejected": "afgewezen",
    "corrected": "gecorrigeerd",
    "follow-up": "vervolg",
    "closed": "gesloten",
    "initial": "eerste melding",
    "amendment": "wijziging",
    "nullification": "intrekking",
    "correction": "correctie",
    "moderator": "moderator",
    "senior": "senior",
    "pv-officer": "PV-medewerker",
    "supervisor": "supervisor",
    "administrator": "beheerder",
    "data-protection": "privacyfunctionaris",
    "auditor": "auditor",
    "system": "programma",
    "open": "open",
    "ours": "bij ons",
    "pv": "bij PV",
    "decided": "besloten",
    "all": "alle",
}


def worded(english: str, language: str) -> str:
    """Return a heading or a word of a list in Dutch ("nl") or else in English."""
    return _DUTCH[english] if language == "nl" and english else english


def headings(english: Iterable[str], language: str) -> tuple[str, ...]:
    """Return the headings of a list."""
    return tuple(worded(each, language) for each in english)
