"""What the model beside the lexicon adds to a screening: it may only add."""

from dataclasses import replace
from typing import Final

from webcare_desk.domain.finding import Category, Opinion, Screening, Tier
from webcare_desk.screening.assess import WORDING, Assessment, Assessor
from webcare_desk.screening.lexicon import Cue
from webcare_desk.screening.screener import Look, Screener

_DIGITS: Final = 16
_CATEGORIES: Final = {
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


def screen_with(
    assessor: Assessor,
    screener: Screener,
    text: str,
    parent: Screening | None = None,
    names: tuple[str, ...] = (),
) -> Screening:
    """Return the screening of `text` with what the model says of it; one look serves both."""
    look = screener.look(text, parent)
    found = assessor.of(text, look, parent, names)
    spans = tuple((one.start, one.end) for one in found.spans if one.kind == WORDING)
    if found.tier is not Tier.NONE and not spans:
        weighed = assessor.wording(text, look.tokens, names, crisis=found.crisis)
        spans = tuple((one.start, one.end) for one in weighed)
    opinion = Opinion(
        model=assessor.model.digest[:_DIGITS],
        tier=found.tier,
        score=round(found.score, 6),
        categories=_categories(found),
        spans=spans,
    )
    return replace(look.screening, opinion=_agreed(opinion, look, parent))


def _categories(found: Assessment) -> tuple[Category, ...]:
    """Return what the model names, a crisis first and then in the order of danger."""
    named = {_CATEGORIES.get(name, Category.OTHER_SAFETY) for name in found.categories}
    if found.crisis:
        named.add(Category.CRISIS)
    return tuple(category for category in Category if category in named)


def _agreed(opinion: Opinion, look: Look, parent: Screening | None) -> Opinion:
    """Take over what an agreement ("me too") answers, where the model alone flagged that."""
    above = None if parent is None else parent.opinion
    if above is None or above.tier is Tier.NONE or Cue.AGREEMENT not in look.cues:
        return opinion
    if opinion.tier is not Tier.NONE:
        return opinion
    said = look.cues[Cue.AGREEMENT][0]
    span = look.tokens.span(said.first, said.last)
    return replace(opinion, tier=Tier.CHECK, categories=above.categories, spans=(span,))
