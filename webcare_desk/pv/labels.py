"""The fixed words of a PV document in Dutch and English."""

from webcare_desk.domain.escalation import Criterion, Presence, Situation
from webcare_desk.domain.finding import Tongue
from webcare_desk.domain.intake import CHOICES, Ask

_LANGUAGES = ("nl", "en")
_LABELS = {
    "title": ("Mogelijke bijwerking uit een openbare reactie", "Possible adverse event"),
    "subtitle": (
        "Overgedragen aan geneesmiddelenbewaking",
        "Handed over to pharmacovigilance",
    ),
    "reference": ("Kenmerk", "Reference"),
    "number": ("Meldingsnummer (C.1.1)", "Report number (C.1.1)"),
    "same-number": (
        "het eindigt op ons kenmerk, zonder leestekens geschreven",
        "it ends in our reference, written without punctuation",
    ),
    "latest": ("Laatste informatie (C.1.5)", "Latest information (C.1.5)"),
    "reason": ("Reden (C.1.11.2)", "Reason (C.1.11.2)"),
    "news": ("Wat er nieuw of verbeterd is", "What is new or mended"),
    "reworded": ("De reactie zoals zij nu luidt", "The comment as it now reads"),
    "replaced": (
        "XML kan niet elk teken dragen; in e2b-r3.xml staat U+FFFD voor: {0}.",
        "XML cannot carry every character; in e2b-r3.xml U+FFFD stands for: {0}.",
    ),
    "as-frozen": (
        (
            "Hieronder staat het geval zoals het eerst is vastgelegd. "
            "De melding zoals die nu luidt, staat in cioms.pdf en e2b-r3.xml."
        ),
        (
            "Below stands the case as it was frozen first. "
            "The report as it now reads stands in cioms.pdf and e2b-r3.xml."
        ),
    ),
    "clocks": ("Tijden", "Clocks"),
    "posted": ("Geplaatst", "Posted"),
    "ingested": ("Ingelezen", "Taken in"),
    "viewed": ("Eerst gezien", "First viewed"),
    "day-zero": ("dag nul", "day zero"),
    "recognised": ("Herkend", "Recognised"),
    "due": ("Uiterlijk bij PV", "Due at PV"),
    "original": ("Het origineel, woord voor woord", "The original, word for word"),
    "language": ("Taal", "Language"),
    "no-language": ("onbekend", "unknown"),
    "link": ("Link", "Link"),
    "author": ("Auteur", "Author"),
    "source": ("Bron", "Source"),
    "post-id": ("Berichtnummer", "Post id"),
    "revision": ("Versie", "Revision"),
    "taken": ("Vastgelegd", "Frozen"),
    "thread": ("Het gesprek", "The thread"),
    "thread-cut": (
        (
            "{0} van de {1} berichten: waar de reactie op antwoordt, de antwoorden erop, wat de "
            "auteur verder schreef, en wat er het dichtst bij staat."
        ),
        (
            "{0} of the {1} posts: what the comment answers, the answers to it, what its author "
            "wrote besides, and what stands nearest to it."
        ),
    ),
    "subject": ("DEZE REACTIE", "THIS COMMENT"),
    "above": ("(woord voor woord hierboven)", "(word for word above)"),
    "criteria": ("De vier minimumcriteria", "The four minimum criteria"),
    "criterion": ("Criterium", "Criterion"),
    "answer": ("Antwoord", "Answer"),
    "words": ("Woorden in de tekst", "Words in the text"),
    "basis": ("Grond", "Basis"),
    "from-text": ("uit de tekst", "from the text"),
    "defaulted": ("aangenomen", "defaulted"),
    "reporter-default": ("aangenomen: consument", "defaulted: consumer"),
    "product-default": (
        "aangenomen: het product van de pagina",
        "defaulted: the page's product",
    ),
    "situations": ("Bijzondere situaties", "Special situations"),
    "none": ("geen aangekruist", "none ticked"),
    "products": ("Producten, zoals gespeld", "Products, as spelled"),
    "events": ("Woorden voor het voorval", "Words for the event"),
    "serious": (
        "Woorden die op ernst kunnen wijzen (PV beslist)",
        "Words that may point to seriousness (PV decides)",
    ),
    "linked": (
        "Volgens de moderator mogelijk hetzelfde geval als",
        "In the moderator's eyes possibly the same case as",
    ),
    "not-found": ("geen gevonden", "none found"),
    "by": ("Herkend door", "Recognised by"),
    "protocol": ("Protocol", "Protocol"),
    "remark": ("Opmerking van de moderator", "Remark of the moderator"),
    "findable": (
        "Wat iemand vindbaar maakt, staat alleen in de velden C.2.r en D.10.",
        "What a person can be found by stands in the fields C.2.r and D.10 alone.",
    ),
    "no-remark": ("geen", "none"),
    "head": ("Getekende kop van het logboek", "Signed head of the audit log"),
    "head-why": (
        "Bewaar dit document: de kop maakt latere wijziging van het logboek zichtbaar.",
        "Keep this document: the head makes a later change of the log visible.",
    ),
    "page": ("Pagina {0} van {1}", "Page {0} of {1}"),
}
_CRITERIA = {
    Criterion.PATIENT: ("Patiënt", "Patient"),
    Criterion.REPORTER: ("Melder", "Reporter"),
    Criterion.PRODUCT: ("Product", "Product"),
    Criterion.EVENT: ("Voorval", "Event"),
}
_PRESENCES = {
    Presence.PRESENT: ("aanwezig", "present"),
    Presence.ABSENT: ("afwezig", "absent"),
    Presence.UNCLEAR: ("onduidelijk", "unclear"),
}
_SITUATIONS = {
    Situation.PREGNANCY: ("zwangerschap", "pregnancy"),
    Situation.BREASTFEEDING: ("borstvoeding", "breastfeeding"),
    Situation.OVERDOSE: ("overdosering", "overdose"),
    Situation.ABUSE: ("misbruik", "abuse"),
    Situation.MISUSE: ("verkeerd gebruik", "misuse"),
    Situation.MEDICATION_ERROR: ("medicatiefout", "medication error"),
    Situation.OCCUPATIONAL: ("blootstelling op het werk", "occupational exposure"),
    Situation.OFF_LABEL: ("gebruik buiten de bijsluiter", "off-label use"),
    Situation.LACK_OF_EFFECT: ("uitblijven van effect", "lack of effect"),
    Situation.EXPIRED: ("over de houdbaarheidsdatum", "taken beyond expiry"),
    Situation.COUNTERFEIT: ("vervalsing", "counterfeit"),
    Situation.INFECTION: ("overdracht van een infectie", "transmission of an infection"),
    Situation.INTERACTION: ("wisselwerking", "interaction"),
}


_ASKS = {
    Ask.ABOUT: ("Over wie het gaat", "About whom it is"),
    Ask.INITIALS: ("Initialen van de patiënt", "Initials of the patient"),
    Ask.AGE: ("Leeftijd", "Age"),
    Ask.AGE_GROUP: ("Leeftijdsgroep", "Age group"),
    Ask.SEX: ("Geslacht", "Sex"),
    Ask.WHICH_PRODUCT: ("Gebruik en situaties van", "Use and situations of"),
    Ask.BATCH: ("Chargenummer", "Batch number"),
    Ask.DOSE_FORM: ("Toedieningsvorm", "Dose form"),
    Ask.DOSE: ("Dosering", "Dosage"),
    Ask.ROUTE: ("Toedieningsweg", "Route"),
    Ask.USE_START: ("Gebruik begonnen", "Use began"),
    Ask.USE_END: ("Gebruik gestopt", "Use ended"),
    Ask.OTHER_MEDICINES: ("Andere middelen", "Other medicines"),
    Ask.WHICH_EVENT: ("Begin, einde en afloop van", "Beginning, end and outcome of"),
    Ask.EVENT_START: ("Voorval begonnen", "Event began"),
    Ask.EVENT_END: ("Voorval voorbij", "Event ended"),
    Ask.OUTCOME: ("Afloop, zoals gezegd", "Outcome, as told"),
    Ask.QUALIFICATION: ("Hoedanigheid van de melder", "Qualification of the reporter"),
    Ask.COUNTRY: ("Land van de melder", "Country of the reporter"),
    Ask.CONTACT: ("Contact door PV", "Contact by PV"),
    Ask.GIVEN_NAME: ("Voornaam van de melder", "Given name of the reporter"),
    Ask.FAMILY_NAME: ("Achternaam van de melder", "Family name of the reporter"),
    Ask.STREET: ("Straat van de melder", "Street of the reporter"),
    Ask.POSTCODE: ("Postcode van de melder", "Postcode of the reporter"),
    Ask.CITY: ("Plaats van de melder", "Town of the reporter"),
    Ask.PHONE: ("Telefoon van de melder", "Telephone of the reporter"),
    Ask.EMAIL: ("E-mailadres van de melder", "E-mail address of the reporter"),
    Ask.PARENT: ("Blootgesteld door een ouder", "Exposed through a parent"),
    Ask.PARENT_INITIALS: ("Initialen van de ouder", "Initials of the parent"),
    Ask.PARENT_AGE: ("Leeftijd van de ouder", "Age of the parent"),
}
_ANSWERS = {
    "self": ("de schrijver zelf", "the writer"),
    "other": ("iemand anders", "somebody else"),
    "foetus": ("ongeboren", "foetus"),
    "newborn": ("pasgeboren", "newborn"),
    "infant": ("baby", "infant"),
    "child": ("kind", "child"),
    "adolescent": ("tiener", "adolescent"),
    "adult": ("volwassene", "adult"),
    "elderly": ("oudere", "elderly"),
    "male": ("man", "male"),
    "female": ("vrouw", "female"),
    "recovered": ("hersteld", "recovered"),
    "recovering": ("herstellende", "recovering"),
    "not-recovered": ("niet hersteld", "not recovered"),
    "recovered-with-sequelae": ("hersteld met restverschijnselen", "recovered with sequelae"),
    "fatal": ("overleden", "fatal"),
    "physician": ("arts", "physician"),
    "pharmacist": ("apotheker", "pharmacist"),
    "other-professional": ("andere zorgverlener", "other health professional"),
    "lawyer": ("jurist", "lawyer"),
    "consumer": ("consument", "consumer"),
    "agreed": ("de schrijver stemt ermee in", "the writer agrees to it"),
    "refused": ("de schrijver wil het niet", "the writer does not want it"),
    "not-asked": ("niet gevraagd", "not asked"),
    "father": ("de vader gebruikte het middel", "the father took the medicine"),
    "mother": ("de moeder gebruikte het middel", "the mother took the medicine"),
}


def label(key: str, language: str) -> str:
    """Return the fixed words called `key`; in English for an unknown language."""
    return _in(language, _LABELS[key])


def language_label(code: str, language: str) -> str:
    """Return the code of a comment's language, or that nobody could tell which it is."""
    return label("no-language", language) if code == Tongue.OTHER else code


def criterion_label(criterion: Criterion, language: str) -> str:
    """Return the name of a criterion."""
    return _in(language, _CRITERIA[criterion])


def presence_label(presence: Presence, language: str) -> str:
    """Return the word for present, absent or unclear."""
    return _in(language, _PRESENCES[presence])


def situation_label(situation: Situation, language: str) -> str:
    """Return the name of a special situation."""
    return _in(language, _SITUATIONS[situation])


def ask_label(ask: Ask, language: str) -> str:
    """Return what a question of the form is called."""
    return _in(language, _ASKS[ask])


def answer_label(ask: Ask, answer: str, language: str) -> str:
    """Return an answer in words: one of some is named, any other stands between quotes."""
    if ask in CHOICES and answer in CHOICES[ask]:
        return _in(language, _ANSWERS[answer])
    return f"“{answer}”"


def _in(language: str, words: tuple[str, str]) -> str:
    return words[_LANGUAGES.index(language if language in _LANGUAGES else "en")]
