"""What screening found in a text, and where: evidence, never a decision."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final


class Language(StrEnum):
    """A language a comment may be written in (ISO 639-1)."""

    NL = "nl"
    EN = "en"
    DE = "de"


#: The languages that a protocol and its templates are written in; the others are only read.
ANSWERED: Final = (Language.NL, Language.EN)


class Tongue(StrEnum):
    """A language that no lexicon reads (ISO 639-1); OTHER is one that nobody could tell (ISO 639-2)."""

    FR = "fr"
    ES = "es"
    PT = "pt"
    IT = "it"
    TR = "tr"
    PL = "pl"
    OTHER = "und"

    @property
    def concept(self) -> str:
        """The concept of a text that is in it."""
        return "foreign" if self is Tongue.OTHER else f"foreign-{self}"


#: The concepts of a text in a language that no lexicon reads.
FOREIGN: Final = {tongue.concept: tongue for tongue in Tongue}
Spoken = Language | Tongue


class Mark(StrEnum):
    """Which part of a possible report a span is evidence for.

    WORDING is what weighed most with the model; it is no evidence of the lexicon,
    so that no rule can ask for it as a finding.
    """

    EVENT = "event"
    PRODUCT = "product"
    PERSON = "person"
    CUE = "cue"
    WORDING = "wording"


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
    CHECK = "check"
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
    #: The illness that a medicine is taken for, as its taker says.
    TREATED = "treated"
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


def rank(category: Category) -> int:
    """Return the place of a category among all, the most dangerous first: 0 for a crisis."""
    return _RANKS[category]


def gravity(category: Category) -> int:
    """Return 2 for a crisis, 1 for what must be reported, and 0 for what nobody need be told of."""
    return 2 if category is Category.CRISIS else int(is_reportable(category))


def danger(category: Category) -> int:
    """Return how badly a person must look: 3 at a crisis, 2 at a report, 1 at what may be one."""
    return gravity(category) + 1 if gravity(category) else int(category is Category.CHECK)


_RANKS = {category: place for place, category in enumerate(Category)}
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
#: What the quality department is told of: a suspected counterfeit is a complaint of the product too.
COMPLAINTS: Final = frozenset({Category.QUALITY, Category.COUNTERFEIT})


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
class Opinion:
    """What the model beside the lexicon makes of a text; `score` is 0 to 1.

    `model` names the model by the first digits of its digest. `spans` are the words that
    weighed most, in characters of the text: where it flags and no event was found, or a crisis.
    """

    model: str
    tier: Tier
    score: float
    categories: tuple[Category, ...]
    spans: tuple[tuple[int, int], ...]

    @property
    def is_crisis(self) -> bool:
        """Say whether a person may be in danger: that outranks everything."""
        return Category.CRISIS in self.categories

    @property
    def urgency(self) -> Tier:
        """What the model alone can ask for: a look, and at once where it is a crisis."""
        return Tier.STRONG if self.is_crisis else min(self.tier, Tier.CHECK)


#: The concept of a span that the model gives.
WEIGHED = "weighs-most"


@dataclass(frozen=True, slots=True)
class Screening:
    """All findings of one text, and how urgently the lexicon asks to look.

    `language` is the one it is read in, even where it is in none of them. `opinion` is what the
    model adds; it never takes anything away.
    """

    language: Language
    tier: Tier
    findings: tuple[Finding, ...]
    opinion: Opinion | None = None

    @property
    def spoken(self) -> Spoken:
        """The language that the text is in, as far as that was found."""
        told = (FOREIGN[one.concept] for one in self.findings if one.concept in FOREIGN)
        return next(told, self.language)

    @property
    def urgency(self) -> Tier:
        """How urgently a person must look, by lexicon and model together."""
        return self.tier if self.opinion is None else max(self.tier, self.opinion.urgency)

    @property
    def shown(self) -> tuple[Finding, ...]:
        """What is shown in the text: the findings, and the words that weighed most."""
        if self.opinion is None:
            return self.findings
        leading = next(iter(self.opinion.categories), None)
        weighed = (
            Finding(Mark.WORDING, WEIGHED, leading, start, end) for start, end in self.opinion.spans
        )
        return (*self.findings, *weighed)
