"""What screening found in a text, and where: evidence, never a decision."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Language(StrEnum):
    """A language a comment may be written in (ISO 639-1)."""

    NL = "nl"
    EN = "en"


class Mark(StrEnum):
    """Which part of a possible report a span is evidence for."""

    EVENT = "event"
    PRODUCT = "product"
    PERSON = "person"
    CUE = "cue"


class Category(StrEnum):
    """What a comment may be about; the order in the file is the order of danger."""

    CRISIS = "crisis"
    ADVERSE_EVENT = "adverse-event"
    PREGNANCY = "pregnancy"
    OVERDOSE = "overdose"
    MEDICATION_ERROR = "medication-error"
    MISUSE = "misuse"
    ABUSE = "abuse"
    OCCUPATIONAL = "occupational-exposure"
    INTERACTION = "interaction"
    INFECTION = "infection"
    COUNTERFEIT = "counterfeit"
    EXPIRED = "expired"
    LACK_OF_EFFECT = "lack-of-effect"
    OFF_LABEL = "off-label"
    QUALITY = "quality"
    OTHER_SAFETY = "other-safety"
    PRIVACY = "privacy"
    MISINFORMATION = "misinformation"
    COMPLAINT = "complaint"
    MEDICAL_QUESTION = "medical-question"
    INFORMATION = "information"
    SPAM = "spam"
    THANKS = "thanks"
    NONE = "none"


class Context(StrEnum):
    """How the words around a finding bear on it."""

    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    QUESTION = "question"
    SECOND_HAND = "second-hand"
    PAST = "past"
    BENEFIT = "benefit"
    INHERITED = "inherited"
    DEOBFUSCATED = "deobfuscated"
    TYPO = "typo"


class Tier(IntEnum):
    """How urgently a person must look; NONE is "no signal found", never "safe"."""

    NONE = 0
    CHECK = 1
    STRONG = 2


def is_reportable(category: Category) -> bool:
    """Say whether PV or the quality department must hear of such a comment."""
    return category in _REPORTABLE


_REPORTABLE = frozenset(
    {
        Category.ADVERSE_EVENT,
        Category.PREGNANCY,
        Category.OVERDOSE,
        Category.MEDICATION_ERROR,
        Category.MISUSE,
        Category.ABUSE,
        Category.OCCUPATIONAL,
        Category.INTERACTION,
        Category.INFECTION,
        Category.COUNTERFEIT,
        Category.EXPIRED,
        Category.LACK_OF_EFFECT,
        Category.OFF_LABEL,
        Category.QUALITY,
        Category.OTHER_SAFETY,
    }
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One piece of evidence: `text[start:end]` in characters of the original text."""

    mark: Mark
    concept: str
    category: Category | None
    start: int
    end: int
    contexts: frozenset[Context] = frozenset()


@dataclass(frozen=True, slots=True)
class Screening:
    """All findings of one text, its language, and how urgently to look."""

    language: Language
    tier: Tier
    findings: tuple[Finding, ...]
