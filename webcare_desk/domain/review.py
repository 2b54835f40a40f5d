"""Reviews of the log: what was asked of which entries, and what a reviewer found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from webcare_desk.domain.audit import Digest, canonical, digest
from webcare_desk.domain.question import ReviewQuestion

#: Before what the same person said of an entry later.
_THEN = "\n→ "


class Verdict(StrEnum):
    """What a reviewer says of an entry, and at the end of the whole review."""

    IN_ORDER = "in-order"
    FINDING = "finding"


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that a question points to."""

    question: ReviewQuestion
    entry: int
    actor: str


@dataclass(frozen=True, slots=True)
class Review:
    """A review as it is kept, of the entries `first` to `last`; times in UTC microseconds.

    `questions` are those that were asked, each with its number of hits.
    """

    id: int
    uid: str
    first: int
    last: int
    seed: int
    by: str
    began_at: int
    concluded_at: int | None
    verdict: Verdict | None
    signature: int | None
    conclusion: str | None
    questions: tuple[tuple[ReviewQuestion, int], ...]


@dataclass(frozen=True, slots=True)
class ReviewHit:
    """One entry of a review and what a reviewer said of it, in order with words: no finding after all."""

    id: int
    review: int
    question: ReviewQuestion
    entry: int
    actor: str
    verdict: Verdict | None
    judged_by: str | None
    judged_at: int | None
    remark: str | None


def said_then(before: str | None, words: str) -> str | None:
    """Return what was said of an entry, and what is said now below it: no words are replaced."""
    return _THEN.join(filter(None, (before, words))) or None


def words_of(hit: ReviewHit) -> list[str]:
    """Return what was said of an entry, the first words first."""
    return (hit.remark or "").split(_THEN)


def by_entry(hits: Iterable[ReviewHit]) -> list[tuple[ReviewHit, tuple[ReviewQuestion, ...]]]:
    """Return each entry once, with every question that points to it: it is judged once for all.

    The hit is the one of them that asks most for a look: unjudged, else a finding.
    """
    found: dict[int, list[ReviewHit]] = {}
    for hit in sorted(hits, key=lambda each: (each.entry, each.id)):
        found.setdefault(hit.entry, []).append(hit)
    order = (None, Verdict.FINDING, Verdict.IN_ORDER)
    return [
        (
            min(same, key=lambda each: order.index(each.verdict)),
            tuple(each.question for each in same),
        )
        for same in found.values()
    ]


def record_of(
    review: Review, hits: Sequence[ReviewHit], verdict: Verdict, conclusion: str
) -> Digest:
    """Return the digest that the signature under a review is made over."""
    said = [
        [hit.question, hit.entry, hit.verdict, hit.judged_by, hit.remark]
        for hit in sorted(hits, key=lambda each: each.id)
    ]
    return digest(
        canonical(
            {
                "v": "webcare-desk review v1",
                "review": review.uid,
                "entries": [review.first, review.last],
                "seed": review.seed,
                "questions": [[question, count] for question, count in review.questions],
                "hits": said,
                "verdict": verdict,
                "conclusion": conclusion,
            }
        )
    )


def uncovered(ranges: Iterable[tuple[int, int]], size: int) -> list[tuple[int, int]]:
    """Return the ranges of a log of `size` entries that none of `ranges` covers."""
    gaps, at = [], 0
    for first, last in sorted(ranges):
        if first > at:
            gaps.append((at, min(first, size) - 1))
        at = max(at, last + 1)
    if at < size:
        gaps.append((at, size - 1))
    return [(first, last) for first, last in gaps if first <= last]
