"""The headings and words of the lists that leave the desk, in Dutch; English is their source."""

from collections.abc import Iterable
from typing import Final

#: What PV's lists say is read back in both languages (`pv_list`).
_DUTCH: Final = {
    "Cases handed to pharmacovigilance": "Meldingen die aan geneesmiddelenbewaking zijn overgedragen",
    "Register of safety cases": "Register van meldingen",
    "Period": "Periode",
    "Cases": "Meldingen",
    "Made": "Gemaakt",
    "Shown": "Getoond",
    "to": "tot",
    "none: this is a nil report": "geen: dit is een nulmelding",
    "nil report: no case in this period": "nulmelding: geen melding in deze periode",
    "erased cases left out": "gewiste meldingen weggelaten",
    "our reference": "onze referentie",
    "permalink": "permalink",
    "verbatim sha-256": "verbatim sha-256",
    "recognised": "herkend",
    "handed over": "overgedragen",
    "version": "versie",
    "state": "stand",
    "PV number": "PV-nummer",
    "status": "besluit",
    "period": "periode",
    "number": "nummer",
    "case": "melding",
    "since": "sinds",
    "kind": "soort",
    "day zero": "dag nul",
    "due": "uiterlijk",
    "with": "bij",
    "alarm": "alarm",
    "alarm about questions": "alarm over vragen",
    "PV's number": "nummer van PV",
    "duplicate of": "dubbel van",
    "comment": "reactie",
    "source": "bron",
    "author": "schrijver",
    "words": "tekst",
    "drafted": "concept",
    "queued": "in de rij",
    "sent": "verstuurd",
    "came-back": "teruggekomen",
    "acknowledged": "ontvangen",
    "received": "ontvangen",
    "accepted": "aangenomen",
    "not-a-case": "geen melding",
    "duplicate": "dubbel",
    "rejected": "geweigerd",
    "nullified": "ingetrokken",
    "corrected": "verbeterd",
    "follow-up": "vervolg",
    "closed": "afgesloten",
    "ask PV": "vraag PV",
    "initial": "eerste melding",
    "amendment": "wijziging",
    "nullification": "intrekking",
    "correction": "verbetering",
    "moderator": "moderator",
    "senior": "senior moderator",
    "pv-officer": "PV-medewerker",
    "supervisor": "supervisor",
    "administrator": "beheerder",
    "data-protection": "privacyfunctionaris",
    "auditor": "auditor",
    "system": "programma",
    "open": "open",
    "ours": "aan ons",
    "pv": "wacht op PV",
    "decided": "door PV beslist",
    "all": "alle",
}


def worded(english: str, language: str) -> str:
    """Return a heading or a word of a list in Dutch ("nl") or else in English."""
    return _DUTCH[english] if language == "nl" and english else english


def headings(english: Iterable[str], language: str) -> tuple[str, ...]:
    """Return the headings of a list."""
    return tuple(worded(each, language) for each in english)
