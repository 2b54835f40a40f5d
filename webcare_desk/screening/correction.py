"""The desk's own correction of the model: a few hundred weights, one small step a decision.

It is a logistic regression over hashed features, added to the model's logit. Each weight and the
sum are clipped, so that no number of decisions moves a comment further than `MOST`.
"""

import zlib
from collections.abc import Iterator, Sequence
from math import exp, log, sqrt
from typing import Final

from webcare_desk.domain.finding import Mark, Screening, Tier
from webcare_desk.domain.learning import Correction

BUCKETS: Final = 512
#: In thousandths of a logit: how far one weight goes, and one decision moves its own text.
CLIP: Final = 500
STEP: Final = 500
#: How far all weights together move a comment, in logits.
MOST: Final = 1.0
_SHORTEST_WORD: Final = 4
_SURE: Final = 1e-6


def features(found: Screening, words: Sequence[str], categories: Sequence[str]) -> tuple[int, ...]:
    """Return the buckets of a text: its concepts, categories, language, tier and longer words."""
    names = {"prior", f"l{found.language}", f"t{found.tier.value}"}
    names |= {f"m{category}" for category in categories}
    names |= set(_of_findings(found))
    names |= {f"w{word}" for word in words if len(word) >= _SHORTEST_WORD}
    return tuple(sorted({_bucket(name) for name in names}))


def _of_findings(found: Screening) -> Iterator[str]:
    for one in found.findings:
        if one.mark is not Mark.PRODUCT:
            yield f"k{one.concept}"
            yield f"g{one.category}"


def _bucket(name: str) -> int:
    return zlib.crc32(name.encode("utf-8", "replace")) % BUCKETS


def shift(correction: Correction, buckets: Sequence[int]) -> float:
    """Return by how many logits the correction moves a text of these buckets."""
    weights = dict(correction.weights)
    moved = sum(weights.get(bucket, 0) for bucket in buckets) / 1000 / sqrt(len(buckets))
    return max(-MOST, min(MOST, moved))


def moved(score: float, by: float) -> float:
    """Return a chance after its logit was moved."""
    inner = max(_SURE, min(1 - _SURE, score))
    return 1 / (1 + exp(-(log(inner / (1 - inner)) + by)))


def learnt(
    before: Correction, buckets: Sequence[int], score: float, *, is_report: bool, version: int
) -> Correction:
    """Return the next version: one step of the logistic loss on what a person decided.

    `score` is the model's own, without the correction.
    """
    error = is_report - moved(score, shift(before, buckets))
    step = round(STEP * error / sqrt(len(buckets)))
    weights = dict(before.weights)
    for bucket in buckets:
        weights[bucket] = max(-CLIP, min(CLIP, weights.get(bucket, 0) + step))
    return Correction(
        version, tuple(sorted((at, weight) for at, weight in weights.items() if weight))
    )


def corrected(tier: Tier, score: float, check: float, strong: float) -> Tier:
    """Return the tier of a corrected score: at most one step below what the model said."""
    found = Tier.STRONG if score >= strong else Tier.CHECK if score >= check else Tier.NONE
    return max(found, Tier(max(tier - 1, 0)))
