"""What the model beside the lexicon adds to a screening: it may only add."""

from dataclasses import dataclass, replace
from typing import Final

from webcare_desk.domain.finding import Category, Mark, Opinion, Screening, Tier
from webcare_desk.screening.assess import WORDING, Assessment, Assessor
from webcare_desk.screening.correction import corrected, features, moved, shift
from webcare_desk.screening.features import seen
from webcare_desk.screening.lexicon import Cue
from webcare_desk.screening.model import Model
from webcare_desk.screening.screener import Look, Screener

_DIGITS: Final = 16
#: What the labels of a comment are called, and what each is on a desk.
CATEGORIES: Final = {
    "adverse_event": Category.ADVERSE_EVENT,
    "lack_of_effect": Category.LACK_OF_EFFECT,
    "pregnancy": Category.PREGNANCY,
    "overdose": Category.OVERDOSE,
    "medication_error": Category.MEDICATION_ERROR,
    "misuse": Category.MISUSE,
    "off_label": Category.OFF_LABEL,
    "quality": Category.QUALITY,
    "occupational": Category.OCCUPATIONAL,
    "interaction": Category.INTERACTION,
    "infection": Category.INFECTION,
}


@dataclass(frozen=True, slots=True)
class Regarded:
    """A text with what lexicon and model see in it, before any correction."""

    text: str
    look: Look
    found: Assessment
    names: tuple[str, ...]

    @property
    def buckets(self) -> tuple[int, ...]:
        """The buckets of the desk's own correction."""
        words = seen(self.look.tokens.words, self.names)
        return features(self.look.screening, words, self.found.categories)


def regard(
    assessor: Assessor,
    screener: Screener,
    text: str,
    parent: Screening | None,
    names: tuple[str, ...],
) -> Regarded:
    """Look at a text once, by lexicon and model."""
    look = screener.look(text, parent)
    return Regarded(text, look, assessor.of(text, screener, look, parent, names), names)


def screen_with(
    assessor: Assessor,
    screener: Screener,
    text: str,
    parent: Screening | None,
    names: tuple[str, ...],
) -> Screening:
    """Return the screening of `text` with what the model says of it; one look serves both."""
    regarded = regard(assessor, screener, text, parent, names)
    score, tier = _corrected(assessor, regarded)
    version = 0 if assessor.correction is None else assessor.correction.version
    opinion = Opinion(
        model=name_of(assessor.model) + (f"+{version}" if version else ""),
        tier=tier,
        score=round(score, 6),
        categories=_categories(regarded.found) if tier else (),
        spans=_weighed(assessor, regarded) if tier else (),
    )
    return replace(regarded.look.screening, opinion=_agreed(opinion, regarded.look, parent))


def name_of(model: Model) -> str:
    """Return the name of a model: the first digits of its digest."""
    return model.digest[:_DIGITS]


def _weighed(assessor: Assessor, regarded: Regarded) -> tuple[tuple[int, int], ...]:
    """Return the places of the words that weighed most, where no finding says why already."""
    found = regarded.found
    if not found.crisis and any(one.kind == Mark.EVENT for one in found.spans):
        return ()
    spans = [one for one in found.spans if one.kind == WORDING]
    if not spans:
        tokens, names = regarded.look.tokens, regarded.names
        spans = list(assessor.wording(regarded.text, tokens, names, crisis=found.crisis))
    return tuple((one.start, one.end) for one in spans)


def _corrected(assessor: Assessor, regarded: Regarded) -> tuple[float, Tier]:
    """Return score and tier after the desk's correction; a crisis and what is mandatory stay."""
    found, correction = regarded.found, assessor.correction
    if correction is None or found.crisis or not regarded.text.strip():
        return found.score, found.tier
    by = shift(correction, regarded.buckets)
    if by < 0 and _is_kept(assessor, regarded):
        return found.score, found.tier
    score = moved(found.score, by)
    return score, corrected(found.tier, score, assessor.model.check, assessor.model.strong)


def _is_kept(assessor: Assessor, regarded: Regarded) -> bool:
    """Say whether nothing that is learnt may lower a text: a person always looks at it."""
    return any(one.concept in assessor.mandatory for one in regarded.look.screening.findings)


def _categories(found: Assessment) -> tuple[Category, ...]:
    """Return what the model names, a crisis first and then in the order of danger."""
    named = {CATEGORIES.get(name, Category.OTHER_SAFETY) for name in found.categories}
    if found.crisis:
        named.add(Category.CRISIS)
    return tuple(category for category in Category if category in named)


def _agreed(opinion: Opinion, look: Look, parent: Screening | None) -> Opinion:
    """Take over what an agreement ("me too") answers, where the model flagged that."""
    above = None if parent is None else parent.opinion
    if above is None or above.tier is Tier.NONE or Cue.AGREEMENT not in look.cues:
        return opinion
    both = {*opinion.categories, *above.categories}
    told = replace(opinion, categories=tuple(one for one in Category if one in both))
    if opinion.tier is not Tier.NONE:
        return told
    said = look.cues[Cue.AGREEMENT][0]
    return replace(told, tier=Tier.CHECK, spans=(look.tokens.span(said.first, said.last),))
