"""What the journey says at each step, in Dutch and in English."""

from collections.abc import Iterable
from enum import StrEnum

from webcare_desk.domain.escalation import Criterion


class Step(StrEnum):
    """The steps of the journey, in order."""

    MADE = "made"
    FETCHED = "fetched"
    SCREENED = "screened"
    OPENED = "opened"
    ESCALATED = "escalated"
    ACKNOWLEDGED = "acknowledged"
    REPLIED = "replied"
    READ_BACK = "read back"
    FOLLOWED = "followed"
    VERIFIED = "verified"
    REPLAYED = "replayed"


_NAMES_NL = {
    Step.MADE: "gemaakt",
    Step.FETCHED: "opgehaald",
    Step.SCREENED: "gescreend",
    Step.OPENED: "geopend",
    Step.ESCALATED: "doorgezet",
    Step.ACKNOWLEDGED: "bevestigd",
    Step.REPLIED: "beantwoord",
    Step.READ_BACK: "teruggelezen",
    Step.FOLLOWED: "gevolgd",
    Step.VERIFIED: "geverifieerd",
    Step.REPLAYED: "nagespeeld",
}
_SENTENCES = {
    Step.MADE: (
        (
            "een demodesk met {accounts} accounts in {folder}; de geheimen staan alleen in het "
            "geheugen en verdwijnen aan het eind"
        ),
        (
            "a demo desk with {accounts} accounts in {folder}; its secrets are in memory only and "
            "go when it ends"
        ),
    ),
    Step.FETCHED: (
        "{added} berichten van de community, over HTTP; {expected} staan er, er mist niets",
        "{added} comments from the community, over HTTP; {expected} are there, none is missing",
    ),
    Step.SCREENED: (
        (
            "{crisis} mogelijke crises, {safety} mogelijke meldingen, {quality} kwaliteitsklachten, "
            "{question} vragen, {other} andere"
        ),
        (
            "{crisis} possible crises, {safety} possible reports, {quality} quality complaints, "
            "{question} questions, {other} others"
        ),
    ),
    Step.OPENED: (
        "bericht {comment} door {name}: “{text}”; {findings} vindplaatsen, de klok van 24 uur loopt",
        "comment {comment} by {name}: “{text}”; {findings} findings, the clock of 24 hours runs",
    ),
    Step.ESCALATED: (
        (
            "dossier {case} naar geneesmiddelenbewaking, per SMTP met TLS; aanwezig: {criteria}; "
            "één keer aangekomen"
        ),
        "case {case} to pharmacovigilance, by SMTP with TLS; present: {criteria}; it came once",
    ),
    Step.ACKNOWLEDGED: (
        (
            "door {name} onder nummer {reference}, na het antwoord; het pakket bewijst {size} "
            "regels van het logboek"
        ),
        (
            "by {name} as number {reference}, after the answer; the packet proves {size} entries "
            "of the log"
        ),
    ),
    Step.REPLIED: (
        "met sjabloon {template}: “{text}”",
        "with template {template}: “{text}”",
    ),
    Step.READ_BACK: (
        "{receipt} staat zo op de community; het bericht is beantwoord en klaar",
        "{receipt} stands on the community word for word; the comment is answered and done",
    ),
    Step.FOLLOWED: (
        (
            "{arrived} nieuwe berichten, {edited} bewerkt, {deleted} verwijderd op de community; "
            "alles is gezien"
        ),
        (
            "{arrived} new comments, {edited} edited and {deleted} deleted on the community; "
            "all of it was seen"
        ),
    ),
    Step.VERIFIED: (
        "het logboek: {size} regels, wortel {root}, ondertekend door deze desk",
        "the log: {size} entries, root {root}, signed by this desk",
    ),
    Step.REPLAYED: (
        "dezelfde staat: {rows} rijen opnieuw gemaakt uit {entries} regels, geen verschil",
        "equal state: {rows} rows rebuilt from {entries} entries, no difference",
    ),
}


_CRITERIA_NL = {
    Criterion.PATIENT: "patiënt",
    Criterion.REPORTER: "melder",
    Criterion.PRODUCT: "product",
    Criterion.EVENT: "gebeurtenis",
}


def criteria_of(criteria: Iterable[Criterion], language: str) -> str:
    """Return the criteria in words, or a dash."""
    words = (_CRITERIA_NL[each] if language == "nl" else each.value for each in criteria)
    return ", ".join(words) or "–"


def name_of(step: Step, language: str) -> str:
    """Return the word for a step."""
    return _NAMES_NL[step] if language == "nl" else step.value


def sentence_of(step: Step, language: str, **values: object) -> str:
    """Return what happened at a step."""
    return _SENTENCES[step][0 if language == "nl" else 1].format(**values)
