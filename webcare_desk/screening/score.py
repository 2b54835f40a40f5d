"""From evidence to a tier. It never decides; NONE means "no signal found"."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from webcare_desk.domain.finding import Category, Context, Finding, Tier, is_reportable
from webcare_desk.screening.lexicon import Concept
from webcare_desk.screening.tokens import Tokens

_LOWERING: Final = frozenset(
    {
        Context.NEGATED,
        Context.HYPOTHETICAL,
        Context.QUESTION,
        Context.BENEFIT,
        Context.PAST,
        Context.TREATED,
    }
)
_DISMISSING: Final = _LOWERING - {Context.NEGATED}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A concept that was found, what the words around it say, and how far it can go."""

    concept: Concept
    contexts: frozenset[Context]
    ceiling: Tier = Tier.STRONG


@dataclass(frozen=True, slots=True)
class Setting:
    """Whether the text as a whole names a person, a product or drug, or a cause."""

    person: bool
    product: bool
    cause: bool

    def anchors(self) -> bool:
        """Tell whether anything ties an everyday word to a patient or a product."""
        return self.person or self.product or self.cause


def tier_of(evidence: Iterable[Evidence], setting: Setting) -> Tier:
    """Return how urgently a person must look: the highest tier any evidence asks for."""
    return max((min(_tier(one, setting), one.ceiling) for one in evidence), default=Tier.NONE)


def tells_purpose(findings: Iterable[Finding], tokens: Tokens) -> bool:
    """Tell whether all that is reportable is what a medicine is taken for, as the last thing told.

    No lexicon knows all that may stand behind "and now I am".
    """
    events = [one for one in findings if one.category is not None and is_reportable(one.category)]
    treated = [one for one in events if Context.TREATED in one.contexts]
    rest = {one.category for one in events if one not in treated}
    is_last = any(one.end >= tokens.span(-1, -1)[1] for one in treated)
    return is_last and rest <= {Category.OFF_LABEL}


def _tier(evidence: Evidence, setting: Setting) -> Tier:
    """Return the tier of one piece; a context lowers STRONG to CHECK and no further."""
    concept = evidence.concept
    if concept.category is Category.CRISIS:
        return Tier.STRONG
    if concept.category is None or not is_reportable(concept.category):
        return Tier.NONE
    if concept.faint:
        tied = setting.product or setting.cause
        return Tier.CHECK if tied and evidence.contexts.isdisjoint(_DISMISSING) else Tier.NONE
    if concept.weak and not setting.anchors():
        return Tier.NONE
    if not evidence.contexts.isdisjoint(_LOWERING):
        return Tier.CHECK
    enough = setting.cause if concept.weak else setting.anchors()
    return Tier.STRONG if enough else Tier.CHECK
