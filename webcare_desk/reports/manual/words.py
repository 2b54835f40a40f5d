"""The manual's own words in Dutch and English."""

from typing import Final

from webcare_desk.domain.moderator import Role
from webcare_desk.reports.manual.terms import TERMS, Pair

_SAID: Final[dict[str, Pair]] = {
    "title": ("Protocol voor webcare en bijwerkingen", "Webcare and adverse event protocol"),
    "lead": (
        (
            "Wie antwoordt op wat, hoe snel, wat een bijwerking is en wat niet, en wie welke stap zet. "
            "Dit document is gemaakt uit het protocol waar het bureau mee werkt: wat hier staat, gebeurt."
        ),
        (
            "Who answers what, how fast, what is a side effect and what is not, and who takes which step. "
            "This document was made from the protocol that the desk works by: what stands here, happens."
        ),
    ),
    "contents": ("Inhoud", "Contents"),
    "version": ("Versie", "Version"),
    "digest": ("Kenmerk (SHA-256)", "Digest (SHA-256)"),
    "pack": ("Pakket", "Pack"),
    "sponsor": ("Opdrachtgever", "Sponsor"),
    "countries": ("Landen", "Countries"),
    "languages": ("Talen", "Languages"),
    "monitoring": ("Er wordt meegelezen", "The community is read"),
    "until": ("{start} tot en met {end}", "{start} to {end}"),
    "short": ("Het belangrijkste op één bladzijde", "What matters most, on one page"),
    "scope": ("Waarvoor dit geldt", "What this is for"),
    "channels": ("Kanalen", "Channels"),
    "channel": ("Kanaal", "Channel"),
    "whose": ("Van wie", "Whose"),
    "products": ("Geneesmiddelen", "Medicines"),
    "no_products": (
        "Dit pakket noemt geen geneesmiddelen; het merkpakket erboven doet dat.",
        "This pack names no medicines; the brand's pack above it does.",
    ),
    "brand": ("Merknaam", "Brand"),
    "substance": ("Werkzame stof", "Substance"),
    "form": ("Vorm", "Form"),
    "spelled": ("Ook geschreven als", "Also written as"),
    "public": ("In een openbaar antwoord", "In a public reply"),
    "never_named": ("nooit noemen", "never named"),
    "may_be_named": ("mag genoemd worden", "may be named"),
    "people": ("Wie er werkt, en wie vervangt", "Who works here, and who stands in"),
    "role": ("Rol", "Role"),
    "duty": ("Taak", "Duty"),
    "deputy": ("Vervanger", "Deputy"),
    "duties": ("Wie doet wat, en wanneer", "Who does what, by when"),
    "duties_lead": (
        "De uren tellen dag en nacht door vanaf het moment waarop iemand van het bureau het bericht voor het eerst zag.",
        "The hours count day and night from the moment when somebody of the desk first saw the comment.",
    ),
    "plan_called": ("Plan {plan}", "Plan {plan}"),
    "step": ("Stap", "Step"),
    "by": ("Uiterlijk", "By"),
    "plan": ("Plan", "Plan"),
    "after": ("na {hours}", "after {hours}"),
    "times": ("Hoe snel er een antwoord is", "How fast an answer comes"),
    "for_what": ("Voor", "For"),
    "response": ("Reactietijd", "Response time"),
    "clock": ("Welke klok", "Which clock"),
    "business": ("openingstijd", "office hours"),
    "wall": ("dag en nacht", "day and night"),
    "calendar": ("kalenderdagen", "calendar days"),
    "hours_title": ("Openingstijden", "Office hours"),
    "day": ("Dag", "Day"),
    "open": ("Open", "Open"),
    "closed": ("gesloten", "closed"),
    "zone": (
        "Tijdzone {zone}. Gesloten op de feestdagen van {country}.",
        "Time zone {zone}. Closed on the public holidays of {country}.",
    ),
    "zone_only": ("Tijdzone {zone}.", "Time zone {zone}."),
    "recognise": (
        "Wat is wat: de regels met hun voorbeelden",
        "What is what: the rules and their examples",
    ),
    "recognise_lead": (
        (
            "Alle regels die passen, tellen. Het gevaarlijkste staat vooraan. Onder elke regel staan teksten waarop hij "
            "past, en teksten waarop hij niet past al lijkt het soms zo."
        ),
        (
            "All rules that match count. The most dangerous stand first. Under each rule are texts on which it matches, "
            "and texts on which it does not, though some look like it."
        ),
    ),
    "is": ("Deze regel past", "This rule matches"),
    "is_not": ("Deze regel past niet", "This rule does not match"),
    "see": ("zie", "see"),
    "queue": ("Wachtrij", "Queue"),
    "answer_with": ("Antwoorden", "Replies"),
    "no_reply": ("geen antwoord", "no reply"),
    "no_plan": ("geen", "none"),
    "plans": ("De plannen als tekening", "The plans, drawn"),
    "outside": (
        "Buiten openingstijd heeft {role} elke stap die nog op tijd is.",
        "Out of hours, {role} has every step that is still in time.",
    ),
    "evidence": ("Wat er dan hoort te zijn", "What should be there then"),
    "diagram_words": ("Plan {plan}: {steps}.", "Plan {plan}: {steps}."),
    "diagram_start": (
        "Iemand van het bureau ziet het bericht voor het eerst: de klok loopt",
        "Somebody of the desk first sees the comment: the clock runs",
    ),
    "diagram_end": (
        "Afgerond, met wie het deed en wanneer in het logboek",
        "Done, with who did it and when in the log",
    ),
    "diagram_within": ("{role}, binnen {hours}", "{role}, within {hours}"),
    "diagram_reasons": (
        "Mag hier eindigen met een reden; het logboek zegt welke en van wie: {reasons}",
        "May end here with a reason; the log says which one and whose: {reasons}",
    ),
    "diagram_late": (
        "Na {passes}: {deputy} neemt over. Te laat na {late}, {after} later is het van: {next}",
        "After {passes}: {deputy} takes over. Late after {late}, {after} later it belongs to: {next}",
    ),
    "replies": ("De antwoorden", "The replies"),
    "replies_lead": (
        "Een leeg veld staat tussen ‹haakjes› en wordt ingevuld. Wat vet staat, ligt vast: dat verandert niemand.",
        "A blank stands between ‹marks› and is filled in. What stands in bold is locked: nobody changes it.",
    ),
    "blank_first_name": ("voornaam", "first name"),
    "blank_moderator_name": ("naam van de moderator", "name of the moderator"),
    "in_private": ("niet in het openbaar", "not in public"),
    "contacts": ("Adressen en hulplijnen", "Addresses and help lines"),
    "contact": ("Contact", "Contact"),
    "checked": ("Nagekeken", "Checked"),
    "valid": ("Geldig tot en met", "Valid until"),
    "no_end": ("geen einde", "no end"),
    "outdated": ("Niet meer gebruiken", "No longer to be used"),
    "terms": ("Woorden van deze gemeenschap", "Words of this community"),
    "word": ("Woorden", "Words"),
    "means": ("Betekent", "Means"),
    "proof": ("Versie en bewijs", "Version and proof"),
    "proof_text": (
        (
            "Elke beslissing van het bureau staat in een logboek dat niet ongemerkt te veranderen is, met het kenmerk van het "
            "protocol waarop zij berust. Hetzelfde kenmerk betekent hetzelfde protocol, letter voor letter. "
            "webcare-desk protocol check draait alle voorbeelden uit dit document."
        ),
        (
            "Every decision of the desk stands in a log that cannot be changed unseen, with the digest of the protocol it "
            "rests on. The same digest means the same protocol, letter for letter. "
            "webcare-desk protocol check runs every example in this document."
        ),
    ),
    "counted": (
        "{rules} regels, {examples} voorbeelden, {replies} antwoorden, {plans} plannen",
        "{rules} rules, {examples} examples, {replies} replies, {plans} plans",
    ),
    "page": ("bladzijde {page} van {pages}", "page {page} of {pages}"),
}
#: What a moderator must know without looking anything up.
SHORT: Final[tuple[Pair, ...]] = (
    (
        "Gaat iemand een mogelijk gevaar tegemoet, dan gaat dat voor alles: antwoord rustig, wijs op hulp, bel de supervisor.",
        "Where somebody may be in danger, that comes first: answer calmly, point to help, phone the supervisor.",
    ),
    (
        "Bij twijfel gaat een bericht door. Je hoeft niet te weten of het medicijn de oorzaak is; dat weegt geneesmiddelenbewaking.",
        "When in doubt, a comment goes on. You need not know whether the medicine is the cause: pharmacovigilance weighs that.",
    ),
    (
        (
            "Vier gegevens maken een melding: iemand die het overkwam, iemand die het vertelt, een product en een voorval. "
            "Ontbreekt er een, stuur dan toch door."
        ),
        (
            "Four things make a report: somebody it happened to, somebody who tells, a product and an event. "
            "Where one is missing, forward all the same."
        ),
    ),
    (
        "Zwangerschap, borstvoeding, te veel, verkeerd of anders gebruikt, geen werking: het gaat door, ook zonder klacht.",
        "Pregnancy, breastfeeding, too much, wrong or other use, no effect: it goes on, also without a complaint.",
    ),
    (
        "De klok loopt vanaf het moment waarop iemand van het bureau het bericht zag, ook in het weekend en op feestdagen.",
        "The clock runs from the moment when somebody of the desk saw the comment, on weekends and holidays too.",
    ),
    (
        "Leg een bericht eerst vast; verberg of verwijder het pas daarna.",
        "Freeze a comment first; hide or delete it only after that.",
    ),
    (
        "Geef geen medisch advies, noem in het openbaar geen middel op recept, en vraag daar nooit om persoonlijke gegevens.",
        "Give no medical advice, name no prescription medicine in public, and never ask for personal details there.",
    ),
)
_UNITS: Final[dict[str, tuple[Pair, Pair]]] = {
    "minutes": (("minuut", "minute"), ("minuten", "minutes")),
    "hours": (("uur", "hour"), ("uur", "hours")),
    "days": (("dag", "day"), ("dagen", "days")),
}
_ROLES: Final[dict[Role, Pair]] = {
    Role.MODERATOR: ("moderator", "moderator"),
    Role.SENIOR: ("senior moderator", "senior moderator"),
    Role.PV_OFFICER: ("PV-medewerker", "PV officer"),
    Role.SUPERVISOR: ("supervisor", "supervisor"),
    Role.ADMINISTRATOR: ("beheerder", "administrator"),
    Role.DATA_PROTECTION: ("functionaris gegevensbescherming", "data protection officer"),
    Role.AUDITOR: ("auditor", "auditor"),
    Role.SYSTEM: ("het programma", "the program"),
}


def said(key: str, language: str) -> str:
    """Return a text of the manual in `language`, nl or else English."""
    return _SAID[key][0 if language == "nl" else 1]


def short(language: str) -> tuple[str, ...]:
    """Return what matters most."""
    return tuple(pair[0 if language == "nl" else 1] for pair in SHORT)


def many(count: int, unit: str, language: str) -> str:
    """Return a number of `minutes`, `hours` or `days` in words: "1 hour", "24 hours"."""
    pair = _UNITS[unit][0 if count == 1 else 1]
    return f"{count} {pair[0 if language == 'nl' else 1]}"


def role_name(role: Role, language: str) -> str:
    """Return what a role is called."""
    return _ROLES[role][0 if language == "nl" else 1]


def term(value: str, language: str) -> str:
    """Return what a category, queue, kind, reason or ownership is called."""
    return TERMS[value][0 if language == "nl" else 1]
