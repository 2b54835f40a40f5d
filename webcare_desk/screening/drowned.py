"""A sentence that would be a strong sign or a crisis alone, in a comment whose rest drowns it.

A model that weighs all words of a text by their number lets small talk hide one plain sentence.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from webcare_desk.domain.finding import Tier
from webcare_desk.screening.assessment import MOST_CATEGORIES, Assessment

#: From which part of the least chance that is looked at on a comment's sentences are read alone:
#: below it next to none tells of something, and reading them all would cost a fifth more.
FAINT: Final = 0.03
# So many sentences from the front, and as many from the end: who writes long ends with what weighs.
_MOST: Final = 10
_FEWEST_WORDS: Final = 3
_SENTENCE: Final = re.compile(r"[^.!?…\n]+[.!?…]*")


def sentences(text: str) -> list[tuple[int, str]]:
    """Return the first ten and the last ten sentences of three words or more, and where each begins."""
    found = [
        (one.start(), one[0])
        for one in _SENTENCE.finditer(text)
        if len(one[0].split()) >= _FEWEST_WORDS
    ]
    return [*found[:_MOST], *found[_MOST:][-_MOST:]]


def raised(
    found: Assessment, text: str, alone: Callable[[str], Assessment], check: float
) -> Assessment:
    """Return `found`, brought to the tier *check* where a sentence alone is a strong sign or a crisis.

    `alone` assesses a sentence; what those name is told, in the places of `text`.
    """
    if found.tier is not Tier.NONE or found.score < FAINT * check:
        return found
    parts = [(start, part) for start, part in sentences(text) if part.strip() != text.strip()]
    told = [(start, alone(part)) for start, part in parts]
    strong = [(start, one) for start, one in told if one.tier is Tier.STRONG or one.crisis]
    if not strong:
        return found
    there = {
        replace(span, start=span.start + start, end=span.end + start)
        for start, one in strong
        for span in one.spans
    }
    spans = sorted({*found.spans, *there}, key=lambda span: (span.start, span.end, span.kind))
    categories = dict.fromkeys(name for _, one in strong for name in one.categories)
    return replace(
        found,
        tier=Tier.CHECK,
        score=check,
        categories=tuple(categories)[:MOST_CATEGORIES],
        crisis=any(one.crisis for _, one in strong),
        spans=tuple(spans),
    )
