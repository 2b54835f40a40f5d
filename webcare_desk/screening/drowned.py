"""A sentence that would be a strong sign alone, in a comment whose rest drowns it.

A model that weighs all words of a text by their number lets small talk hide one plain sentence.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from webcare_desk.domain.finding import Tier
from webcare_desk.screening.assessment import Assessment

#: From which part of the least chance that is looked at on a comment's sentences are read alone:
#: below it hardly any tells of something, and reading them all would cost as much again.
FAINT: Final = 0.1
_MOST: Final = 20
_FEWEST_WORDS: Final = 3
_SENTENCE: Final = re.compile(r"[^.!?…\n]+[.!?…]*")


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield the first twenty sentences of three words or more, each with where it begins."""
    found = 0
    for one in _SENTENCE.finditer(text):
        if len(one[0].split()) >= _FEWEST_WORDS:
            yield one.start(), one[0]
            found += 1
        if found == _MOST:
            return


def raised(
    found: Assessment, text: str, alone: Callable[[str], Assessment], check: float
) -> Assessment:
    """Return `found`, brought to the tier *check* where a sentence alone is a strong sign.

    `alone` assesses a sentence; its categories and spans are the reason, in the places of `text`.
    """
    if found.tier is not Tier.NONE or found.score < FAINT * check:
        return found
    parts = [(start, part) for start, part in sentences(text) if part.strip() != text.strip()]
    told = [(start, alone(part)) for start, part in parts]
    strong = [one for one in told if one[1].tier is Tier.STRONG]
    if not strong:
        return found
    start, best = max(strong, key=lambda one: one[1].score)
    there = (replace(one, start=one.start + start, end=one.end + start) for one in best.spans)
    return replace(
        best,
        language=found.language,
        tier=Tier.CHECK,
        score=check,
        spans=tuple(sorted({*found.spans, *there}, key=lambda one: (one.start, one.end, one.kind))),
    )
