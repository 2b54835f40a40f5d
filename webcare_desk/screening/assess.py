"""Lexicon and model together: one comment to its score, tier, categories and reasons."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from webcare_desk.domain.finding import Category, Context, Finding, Language, Mark, Screening, Tier
from webcare_desk.domain.learning import Correction
from webcare_desk.screening.assessment import MOST_CATEGORIES, Assessment, Span
from webcare_desk.screening.correction import moved
from webcare_desk.screening.drowned import raised
from webcare_desk.screening.features import Shown, of_reply, of_scene, of_whole, seen
from webcare_desk.screening.lexicon import Cue
from webcare_desk.screening.model import CRISIS, IN_REVIEW, REPORTABLE, REVIEW, Model, blend
from webcare_desk.screening.order import around, ends, order_of
from webcare_desk.screening.score import tells_purpose
from webcare_desk.screening.screener import BLAMED, Look, Screener
from webcare_desk.screening.tokens import Tokens
from webcare_desk.screening.trimmings import untrimmed

__all__ = ["CRISIS", "REPORTABLE", "WORDING", "Assessment", "Assessor", "Span"]

#: The heads that name no category.
_NAMELESS: Final = frozenset({REPORTABLE, CRISIS, REVIEW, IN_REVIEW})
#: The kind of a span that the model alone gives.
WORDING: Final = "wording"
_MOST_WORDS: Final = 3
#: By how many logits an adverse event that the lexicon found raises the chance: of what is
#: told outright more is missed than of what is told sideways.
NAMED: Final = 0.4
# What a head calls otherwise than the lexicon does.
_HEADS: Final = {
    Category.ADVERSE_EVENT: "adverse_event",
    Category.LACK_OF_EFFECT: "lack_of_effect",
    Category.MEDICATION_ERROR: "medication_error",
    Category.OFF_LABEL: "off_label",
    Category.OCCUPATIONAL: "occupational",
    Category.ABUSE: "misuse",
}
_DENIED: Final = frozenset(
    {
        *(Context.NEGATED, Context.BENEFIT, Context.HYPOTHETICAL, Context.QUESTION),
        *(Context.PAST, Context.TREATED),
    }
)
# What the model likes to name beside an adverse event, seldom rightly: "after the shot I had a
# cough" is no infection by it. Beside one that the lexicon found these ask four times the chance.
_LIGHTLY_NAMED: Final = frozenset({"lack_of_effect", "infection", "off_label"})
_BESIDE: Final = 4.0
# Up to so many words there is little for the model to weigh.
_SHORT: Final = 9
# A person looks at a far smaller chance of a crisis; from this one on it goes before all else.
_EVIDENT: Final = 0.1
# What one sentence has to say of a crisis to bring its comment to a person by itself.
_PLAIN: Final = 0.03
# What may be said of a crisis that makes it no less of one; and of one that is agreed with.
_AS_GRAVE: Final = frozenset(
    {Context.TYPO, Context.DEOBFUSCATED, Context.SECOND_HAND, Context.QUESTION}
)
_AGREED: Final = frozenset({Context.INHERITED, *_AS_GRAVE})
# No more words than "I want to go home": a crisis only where it is evident.
_FEW: Final = 5


@dataclass(frozen=True, slots=True)
class Assessor:
    """A model beside a lexicon; `mandatory` are the concepts at which a person always looks.

    `correction` is what a desk learnt; `opinion.screen_with` applies it.
    """

    model: Model
    mandatory: frozenset[str]
    correction: Correction | None = None

    def __call__(
        self,
        text: str,
        screener: Screener,
        parent: Screening | None = None,
        names: tuple[str, ...] = (),
    ) -> Assessment:
        """Return the assessment of `text`; `names` are the folded names of its products."""
        return self.of(text, screener, screener.look(text, parent), parent, names)

    def of(
        self,
        text: str,
        screener: Screener,
        look: Look,
        parent: Screening | None,
        names: tuple[str, ...],
    ) -> Assessment:
        """Return the assessment of a text at which `screener` has looked.

        What stands around may add to it and hide nothing; a sentence alone may say more as well.
        """

        def alone(sentence: str) -> Assessment:
            return self.whole(sentence, screener.look(sentence), None, names, least=_PLAIN)

        found, core = self.whole(text, look, parent, names), untrimmed(text)
        if core != text and core.strip():
            bare = self.whole(core, screener.look(core, parent), parent, names)
            found = max(found, bare, key=lambda one: (one.tier, one.crisis, one.score))
        return raised(found, core, alone, self.model.check)

    def whole(
        self,
        text: str,
        look: Look,
        parent: Screening | None,
        names: tuple[str, ...],
        *,
        least: float = 0.0,
    ) -> Assessment:
        """Return what all words of a text say together; a crisis has no less than a chance `least`."""
        found, tokens = look.screening, look.tokens
        words = seen(tokens.words, names)
        chances = self._chances(text, look, words, parent)
        if names_event(found):
            chances = {**chances, REPORTABLE: moved(chances[REPORTABLE], NAMED)}
        if parent is None and _may_be_review(found, len(words), names):
            chances = {**chances, REPORTABLE: max(chances[REPORTABLE], blend(chances))}
        told = tells_crisis(found)
        few = _EVIDENT if len(words) <= _FEW else 0.0
        agreed = _agrees(look, parent, len(words))
        told = told or (agreed and _is_crisis(parent))
        crisis = told or chances[CRISIS] >= max(self._threshold(), few, least)
        alarming = chances[CRISIS] >= self.model.alarm
        sure = (
            alarming or agreed or look.excepted or is_sure(found, len(words)) or self._must(found)
        )
        score = self._score(chances, crisis=crisis, told=told, sure=sure) if text.strip() else 0.0
        if not crisis and len(words) <= _SHORT and tells_purpose(found.findings, tokens):
            score = self.model.check
        tier = self._tier(score)
        if tier is Tier.NONE:
            return Assessment(
                found.language, tier, score, (), crisis=False, spans=_told(found.findings)
            )
        spans = _told(found.findings)
        if not _says_why(found, crisis=crisis):
            spans = (*spans, *self.wording(text, tokens, names, crisis=crisis))
        categories = self._categories(chances, look, crisis=crisis)
        return Assessment(found.language, tier, score, categories, crisis, spans)

    def _chances(
        self, text: str, look: Look, words: Sequence[str], parent: Screening | None
    ) -> Mapping[str, float]:
        """Return what the model's heads say of a text that answers `parent`."""
        order = order_of(look, words)
        whole = chain(of_whole(text, words, look.screening), of_reply(look, words, parent))
        return self.model.chances(Shown(words, around(order), ends(order), whole, of_scene(look)))

    def _score(
        self, chances: Mapping[str, float], *, crisis: bool, told: bool, sure: bool
    ) -> float:
        """Return the chance; what is sure or mandatory brings it to the tier it asks for."""
        score = max(chances[REPORTABLE], chances[CRISIS] if crisis else 0.0)
        if crisis and (told or chances[CRISIS] >= _EVIDENT):
            return self.model.strong + (1 - self.model.strong) * score
        return max(score, self.model.check) if sure or crisis else score

    def _must(self, found: Screening) -> bool:
        """Tell whether a word stands there at which a person always looks, denied or not."""
        return any(one.concept in self.mandatory for one in found.findings)

    def _tier(self, score: float) -> Tier:
        if score >= self.model.strong:
            return Tier.STRONG
        return Tier.CHECK if score >= self.model.check else Tier.NONE

    def _threshold(self) -> float:
        return next(head.threshold for head in self.model.heads if head.name == CRISIS)

    def _categories(
        self, chances: Mapping[str, float], look: Look, *, crisis: bool
    ) -> tuple[str, ...]:
        """Return the likeliest categories, five at most, with those that the lexicon found.

        A flag without any has that of what a person always looks at, or else the likeliest.
        """
        single = [head for head in self.model.heads if head.name not in _NAMELESS]
        plain, events = named(look), look.screening.findings
        beside = _LIGHTLY_NAMED if _HEADS[Category.ADVERSE_EVENT] in plain else frozenset[str]()
        likely = [
            one.name
            for one in single
            if one.name in plain
            or chances[one.name] >= one.threshold * (_BESIDE if one.name in beside else 1)
        ]
        ranked = sorted(likely, key=lambda name: (name not in plain, -chances[name]))
        most = ranked[:MOST_CATEGORIES]
        if likely or crisis:
            return tuple(name for name in likely if name in most)
        must = {_head(one) for one in events if one.concept in self.mandatory}
        rest = [head for head in single if head.name in must] or single
        return (max(rest, key=lambda head: chances[head.name]).name,)

    def wording(
        self, text: str, tokens: Tokens, names: tuple[str, ...], *, crisis: bool
    ) -> Iterator[Span]:
        """Yield the words that weighed most, in the order of the text; of no words, all of it."""
        words, head = seen(tokens.words, names), CRISIS if crisis else REPORTABLE
        if not words:
            yield Span(0, len(text), WORDING, "nothing in it is a word")
            return
        pull = self.model.pull(words, head)
        heaviest = sorted(range(len(words)), key=lambda at: -pull[at])[:_MOST_WORDS]
        for at in sorted(at for at in heaviest if pull[at] > 0 or at == heaviest[0]):
            start, end = tokens.span(at, at)
            near = " ".join(words[max(at - 1, 0) : at + 2])
            yield Span(start, end, WORDING, f"weighs most: {near}")


def is_sure(found: Screening, words: int) -> bool:
    """Tell whether the lexicon alone is enough: in a text too short for the model, or a reply.

    In a longer text the model weighs what the lexicon found with the rest.
    """
    if found.tier is Tier.STRONG and words <= _SHORT:
        return True
    inherited = any(Context.INHERITED in one.contexts for one in found.findings)
    return inherited and found.tier is not Tier.NONE


def _agrees(look: Look, parent: Screening | None, words: int) -> bool:
    """Tell whether a few words agree with a parent that the model flagged, as "ditto" does."""
    if parent is None or parent.opinion is None or parent.opinion.tier is Tier.NONE:
        return False
    return words <= _SHORT and Cue.AGREEMENT in look.cues


def _may_be_review(found: Screening, words: int, names: tuple[str, ...]) -> bool:
    """Tell whether a text may be a review's sentence: English, and of no page of a product.

    On such a page a few words that name an event are read as one too: "headache".
    """
    few = words <= _FEW and names_event(found)
    return found.language is Language.EN and (few or not names)


def _is_crisis(parent: Screening | None) -> bool:
    return parent is not None and parent.opinion is not None and parent.opinion.is_crisis


def tells_crisis(found: Screening) -> bool:
    """Tell whether the lexicon found self-harm or violence in so many words."""
    return found.tier is Tier.STRONG and any(
        one.category is Category.CRISIS
        and one.contexts <= (_AGREED if Context.INHERITED in one.contexts else _AS_GRAVE)
        for one in found.findings
    )


def names_event(found: Screening) -> bool:
    """Tell whether the lexicon found an adverse event, whatever is said of it."""
    return any(
        one.mark is Mark.EVENT and one.category is Category.ADVERSE_EVENT for one in found.findings
    )


def named(look: Look) -> frozenset[str]:
    """Return the names of the categories that the lexicon found told plainly.

    An everyday word names none by itself.
    """
    weak = {concept.id for _, concept in look.meant if concept.weak or concept.faint} | {BLAMED.id}
    return frozenset(
        _head(one)
        for one in look.screening.findings
        if one.mark is Mark.EVENT and one.concept not in weak and one.contexts.isdisjoint(_DENIED)
    )


def _head(one: Finding) -> str:
    return _HEADS.get(one.category, str(one.category)) if one.category else ""


def _says_why(found: Screening, *, crisis: bool) -> bool:
    """Tell whether a finding is the reason: of a crisis, one of a crisis."""
    return found.spoken is not found.language or any(
        one.mark is Mark.EVENT and (not crisis or one.category is Category.CRISIS)
        for one in found.findings
    )


def _told(findings: Sequence[Finding]) -> tuple[Span, ...]:
    return tuple(Span(one.start, one.end, one.mark.value, _reason(one)) for one in findings)


def _reason(finding: Finding) -> str:
    said = ", ".join(sorted(context.value for context in finding.contexts))
    return f"{finding.concept} ({said})" if said else finding.concept
