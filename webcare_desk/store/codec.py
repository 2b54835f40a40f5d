"""Findings and rule ids as the text that a revision keeps of them."""

import json
from collections.abc import Sequence
from typing import Final

from webcare_desk.domain.finding import Category, Context, Finding, Mark, Opinion, Tier

#: A score of 1, as it is kept.
MILLION: Final = 1_000_000
# One for all: making an encoder takes as long as using it.
_ENCODER: Final = json.JSONEncoder(separators=(",", ":"))


def findings_text(findings: Sequence[Finding]) -> str:
    """Return `findings` as JSON: `[mark, concept, category, start, end, contexts]` each."""
    rows = [[f.mark, f.concept, f.category, f.start, f.end, sorted(f.contexts)] for f in findings]
    return _ENCODER.encode(rows)


def findings_of(text: str) -> tuple[Finding, ...]:
    """Return the findings that `findings_text` wrote."""
    return tuple(
        Finding(
            mark=Mark(mark),
            concept=concept,
            category=Category(category) if category else None,
            start=start,
            end=end,
            contexts=frozenset(Context(context) for context in contexts),
        )
        for mark, concept, category, start, end, contexts in json.loads(text)
    )


def places_text(spans: Sequence[tuple[int, int]]) -> str | None:
    """Return places in a text as `12-18+40-44`; of none, None."""
    return "+".join(f"{start}-{end}" for start, end in spans) or None


def opinion_of(columns: Sequence[object]) -> Opinion:
    """Return what the model said: model, tier, score, categories and spans as they are kept."""
    model, tier, score, categories, spans = (str(column or "") for column in columns)
    places = (place.split("-") for place in spans.split("+") if place)
    return Opinion(
        model=model,
        tier=Tier(int(tier or 0)),
        score=int(score or 0) / MILLION,
        categories=tuple(Category(name) for name in categories.split("+") if name),
        spans=tuple((int(start), int(end)) for start, end in places),
    )


def names_text(names: Sequence[str]) -> str:
    """Return names as a JSON list."""
    return _ENCODER.encode(list(names))
