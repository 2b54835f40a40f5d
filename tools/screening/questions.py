"""What each head of the model is asked about a comment, and how much the comment counts for it."""

from collections.abc import Iterator
from typing import Any, Final

import numpy as np

from tools.screening.fit import CHATTER
from tools.screening.texts import CODES, TRAPS, Comment, kind_of
from webcare_desk.screening.model import CRISIS, IN_REVIEW, REPORTABLE, REVIEW

#: The heads to which the layer says something, and all of them.
DEEP: Final = (REPORTABLE, CRISIS, *CODES.values())
HEADS: Final = (*DEEP, REVIEW, IN_REVIEW)
OTHERS: Final = ("goemotions_chatter", "hatecheck_nl")
REVIEWS: Final = "psytar_sentences"
#: Chatter is most of a stream and the least of what was written.
CHATTER_TWICE: Final = 2.0


def asked(comments: list[Comment], head: str) -> tuple[Any, Any]:
    """Return what a head should say of each comment, and how much each counts for it."""
    told = np.array([answer(one, head) for one in comments])
    return told, np.array([weight(one, head) for one in comments])


def answer(one: Comment, head: str) -> bool:
    """Return what the head should say about a comment."""
    if head == REVIEW:
        return is_review(one)
    if head == IN_REVIEW:
        return "adverse_event" in one["categories"]
    if head == REPORTABLE:
        return bool(one["categories"] or one["crisis"])
    return bool(one["crisis"]) if head == CRISIS else head in one["categories"]


def answers_of(one: Comment) -> Iterator[bool]:
    """Yield what the heads are asked, and then everything else that is known of a comment."""
    yield from (answer(one, name) for name in DEEP)
    yield from (one.get("told") == how for how in ("explicit", "implicit"))
    yield from (one.get("trap") == kind for kind in TRAPS)


def weight(one: Comment, head: str) -> float:
    """Return how much a comment counts for a head: reviews for their own two alone."""
    source = one["source"].partition("/")[0]
    if source in OTHERS:
        return CHATTER
    if head == IN_REVIEW:
        return float(is_review(one))
    if head == REVIEW:
        return float(one["lang"] == "en")
    if is_review(one):
        return 0.0
    return CHATTER_TWICE if kind_of(one) == "chatter" else 1.0


def is_of_others(one: Comment) -> bool:
    """Tell whether a comment is from another source than our own writers."""
    return bool(one["source"].startswith(OTHERS)) or is_review(one)


def is_review(one: Comment) -> bool:
    """Tell whether a comment is a sentence of a review."""
    return bool(one["source"].startswith((REVIEWS, "reviews/")))
