"""What a concept of the lexicons is called in the window's language."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from webcare_desk.said import QT_TRANSLATE_NOOP

#: By the concept's id; a test holds this against the lexicons and the pack `base`.
NAMES: Mapping[str, str] = {
    "abuse": QT_TRANSLATE_NOOP("Concepts", "abuse"),
    "abused": QT_TRANSLATE_NOOP("Concepts", "abused or threatened"),
    "allergy": QT_TRANSLATE_NOOP("Concepts", "allergy"),
    "anger": QT_TRANSLATE_NOOP("Concepts", "anger"),
    "anxiety": QT_TRANSLATE_NOOP("Concepts", "anxiety"),
    "appetite": QT_TRANSLATE_NOOP("Concepts", "appetite"),
    "blamed-change": QT_TRANSLATE_NOOP("Concepts", "a change blamed on the medicine"),
    "blamed": QT_TRANSLATE_NOOP("Concepts", "blamed on the medicine"),
    "bleeding": QT_TRANSLATE_NOOP("Concepts", "bleeding"),
    "body": QT_TRANSLATE_NOOP("Concepts", "the body"),
    "breastfeeding": QT_TRANSLATE_NOOP("Concepts", "breastfeeding"),
    "breathing": QT_TRANSLATE_NOOP("Concepts", "breathing"),
    "cognition": QT_TRANSLATE_NOOP("Concepts", "thinking and memory"),
    "complaint": QT_TRANSLATE_NOOP("Concepts", "complaint"),
    "constipation": QT_TRANSLATE_NOOP("Concepts", "constipation"),
    "counterfeit": QT_TRANSLATE_NOOP("Concepts", "counterfeit"),
    "cramp": QT_TRANSLATE_NOOP("Concepts", "cramp"),
    "danger-sign": QT_TRANSLATE_NOOP("Concepts", "a sign of danger"),
    "death": QT_TRANSLATE_NOOP("Concepts", "death"),
    "diarrhoea": QT_TRANSLATE_NOOP("Concepts", "diarrhoea"),
    "dizziness": QT_TRANSLATE_NOOP("Concepts", "dizziness"),
    "dreams": QT_TRANSLATE_NOOP("Concepts", "dreams"),
    "drowsiness": QT_TRANSLATE_NOOP("Concepts", "drowsiness"),
    "e-mail-address": QT_TRANSLATE_NOOP("Concepts", "an e-mail address"),
    "exhaustion": QT_TRANSLATE_NOOP("Concepts", "exhaustion"),
    "expired": QT_TRANSLATE_NOOP("Concepts", "past its expiry date"),
    "fainting": QT_TRANSLATE_NOOP("Concepts", "fainting"),
    "father": QT_TRANSLATE_NOOP("Concepts", "the father's exposure"),
    "fatigue": QT_TRANSLATE_NOOP("Concepts", "tiredness"),
    "fever": QT_TRANSLATE_NOOP("Concepts", "fever"),
    "hair": QT_TRANSLATE_NOOP("Concepts", "hair"),
    "headache": QT_TRANSLATE_NOOP("Concepts", "headache"),
    "hearing": QT_TRANSLATE_NOOP("Concepts", "hearing"),
    "heart": QT_TRANSLATE_NOOP("Concepts", "the heart"),
    "hospital": QT_TRANSLATE_NOOP("Concepts", "hospital"),
    "infection": QT_TRANSLATE_NOOP("Concepts", "infection"),
    "infection-through-product": QT_TRANSLATE_NOOP("Concepts", "infection through the product"),
    "information": QT_TRANSLATE_NOOP("Concepts", "a wish to know"),
    "injection-site": QT_TRANSLATE_NOOP("Concepts", "the injection site"),
    "insomnia": QT_TRANSLATE_NOOP("Concepts", "sleeplessness"),
    "interaction": QT_TRANSLATE_NOOP("Concepts", "interaction"),
    "labs": QT_TRANSLATE_NOOP("Concepts", "laboratory values"),
    "lack-of-effect": QT_TRANSLATE_NOOP("Concepts", "lack of effect"),
    "medical-question": QT_TRANSLATE_NOOP("Concepts", "medical question"),
    "medication-error": QT_TRANSLATE_NOOP("Concepts", "medication error"),
    "menstruation": QT_TRANSLATE_NOOP("Concepts", "menstruation"),
    "misinformation": QT_TRANSLATE_NOOP("Concepts", "misinformation"),
    "misuse": QT_TRANSLATE_NOOP("Concepts", "misuse"),
    "mood": QT_TRANSLATE_NOOP("Concepts", "mood"),
    "mouth-taste": QT_TRANSLATE_NOOP("Concepts", "mouth and taste"),
    "muscle-weakness": QT_TRANSLATE_NOOP("Concepts", "muscle weakness"),
    "muscles-joints": QT_TRANSLATE_NOOP("Concepts", "muscles and joints"),
    "nausea": QT_TRANSLATE_NOOP("Concepts", "nausea"),
    "numbness": QT_TRANSLATE_NOOP("Concepts", "numbness"),
    "occupational-exposure": QT_TRANSLATE_NOOP("Concepts", "exposure at work"),
    "off-label": QT_TRANSLATE_NOOP("Concepts", "off-label use"),
    "overdose": QT_TRANSLATE_NOOP("Concepts", "overdose"),
    "pain": QT_TRANSLATE_NOOP("Concepts", "pain"),
    "pregnancy": QT_TRANSLATE_NOOP("Concepts", "pregnancy"),
    "pregnancy-loss": QT_TRANSLATE_NOOP("Concepts", "loss of a pregnancy"),
    "pressure-sugar": QT_TRANSLATE_NOOP("Concepts", "blood pressure or sugar"),
    "privacy": QT_TRANSLATE_NOOP("Concepts", "somebody's data"),
    "professional": QT_TRANSLATE_NOOP("Concepts", "a professional"),
    "quality": QT_TRANSLATE_NOOP("Concepts", "product quality"),
    "relative": QT_TRANSLATE_NOOP("Concepts", "somebody close"),
    "self": QT_TRANSLATE_NOOP("Concepts", "the writer"),
    "self-harm": QT_TRANSLATE_NOOP("Concepts", "self-harm"),
    "serious": QT_TRANSLATE_NOOP("Concepts", "serious illness"),
    "severe-pain": QT_TRANSLATE_NOOP("Concepts", "severe pain"),
    "sexual": QT_TRANSLATE_NOOP("Concepts", "sexual function"),
    "side-effect": QT_TRANSLATE_NOOP("Concepts", "a side effect by that name"),
    "skin": QT_TRANSLATE_NOOP("Concepts", "skin"),
    "spam": QT_TRANSLATE_NOOP("Concepts", "spam"),
    "stomach": QT_TRANSLATE_NOOP("Concepts", "stomach"),
    "suicide": QT_TRANSLATE_NOOP("Concepts", "suicide"),
    "sweating": QT_TRANSLATE_NOOP("Concepts", "sweating"),
    "swelling": QT_TRANSLATE_NOOP("Concepts", "swelling"),
    "telephone-number": QT_TRANSLATE_NOOP("Concepts", "a telephone number"),
    "thanks": QT_TRANSLATE_NOOP("Concepts", "thanks"),
    "threat": QT_TRANSLATE_NOOP("Concepts", "a threat, or a manner of speaking"),
    "tremor-seizure": QT_TRANSLATE_NOOP("Concepts", "tremor or seizure"),
    "foreign": QT_TRANSLATE_NOOP(
        "Concepts", "not in a language that the desk can screen: a person reads it"
    ),
    "foreign-fr": QT_TRANSLATE_NOOP(
        "Concepts", "in French, which the desk cannot screen: a person reads it"
    ),
    "foreign-es": QT_TRANSLATE_NOOP(
        "Concepts", "in Spanish, which the desk cannot screen: a person reads it"
    ),
    "foreign-pt": QT_TRANSLATE_NOOP(
        "Concepts", "in Portuguese, which the desk cannot screen: a person reads it"
    ),
    "foreign-it": QT_TRANSLATE_NOOP(
        "Concepts", "in Italian, which the desk cannot screen: a person reads it"
    ),
    "foreign-tr": QT_TRANSLATE_NOOP(
        "Concepts", "in Turkish, which the desk cannot screen: a person reads it"
    ),
    "foreign-pl": QT_TRANSLATE_NOOP(
        "Concepts", "in Polish, which the desk cannot screen: a person reads it"
    ),
    "unreadable": QT_TRANSLATE_NOOP("Concepts", "text that cannot be read"),
    "unwell": QT_TRANSLATE_NOOP("Concepts", "feeling unwell"),
    "violence": QT_TRANSLATE_NOOP("Concepts", "violence"),
    "vision": QT_TRANSLATE_NOOP("Concepts", "vision"),
    "vomiting": QT_TRANSLATE_NOOP("Concepts", "vomiting"),
    "weight": QT_TRANSLATE_NOOP("Concepts", "weight"),
    "withdrawal": QT_TRANSLATE_NOOP("Concepts", "withdrawal"),
    "pregnant-now": QT_TRANSLATE_NOOP("Concepts", "pregnant now"),
    "bleeds": QT_TRANSLATE_NOOP("Concepts", "bleeding now"),
    "bleeds-not": QT_TRANSLATE_NOOP("Concepts", "bleeding elsewhere, or none"),
    "link": QT_TRANSLATE_NOOP("Concepts", "a link"),
    "me-too": QT_TRANSLATE_NOOP("Concepts", "“me too”"),
    "no-death": QT_TRANSLATE_NOOP("Concepts", "death that did not come"),
    "offer": QT_TRANSLATE_NOOP("Concepts", "an offer"),
    "passed-away": QT_TRANSLATE_NOOP("Concepts", "passed away"),
    "told-of-another": QT_TRANSLATE_NOOP("Concepts", "what another says"),
}


def concept_word(concept: str) -> str:
    """Return the name of a concept; one of a pack or of a product is called as it is there."""
    name = NAMES.get(concept)
    if name is None:
        return concept.replace("-", " ")
    return QCoreApplication.translate("Concepts", name)
