"""A comment, its thread and the case they become."""

from dataclasses import replace
from typing import Any

import pytest

from webcare_desk.domain.comment import Comment, Visibility
from webcare_desk.domain.finding import (
    Category,
    Context,
    Finding,
    Language,
    Mark,
    Screening,
    Tier,
)
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.pv.e2b.cases import case_batch
from webcare_desk.pv.e2b.rules import Profile
from webcare_desk.pv.edition import Edition
from webcare_desk.pv.intake import case_of

HEAD = "desk.example/0197\n42\nq83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=\n\n— desk-1 AAAA\n"
MINUTE = 60_000_000
#: 26 October 2025 00:30 UTC: in Amsterdam the first of two hours called 02:30.
POSTED = 1_761_438_600_000_000
TEXT = "Mijn moeder heeft sinds de Ventora-pen hoofdpijn 🤢 en géén koorts."


def finding(words: str, mark: Mark, category: Category | None = None, *about: Context) -> Finding:
    """Return a finding on `words` of TEXT."""
    start = TEXT.index(words)
    concept = words.lower()
    return Finding(mark, concept, category, start, start + len(words), frozenset(about))


FINDINGS = (
    finding("koorts", Mark.EVENT, Category.ADVERSE_EVENT, Context.NEGATED),
    finding("hoofdpijn", Mark.EVENT, Category.ADVERSE_EVENT, Context.SECOND_HAND),
    finding("Ventora-pen", Mark.PRODUCT),
    finding("moeder", Mark.PERSON),
)


def comment(number: int = 2, text: str = TEXT, *found: Finding, **changes: Any) -> Comment:  # noqa: ANN401 - fields of any type
    """Return a comment of the demo's kind with some fields changed."""
    plain = Comment(
        id=number,
        uid=f"0197-{number}",
        source="varen",
        remote_id=f"c{number}",
        thread="t1",
        thread_title="Hoe gaat het met de pen?",
        parent=None,
        author_name="FietsFranka",
        text=text,
        link=f"https://community.example/t1#c{number}",
        language=Language.NL,
        posted_at=POSTED + number * MINUTE,
        ingested_at=POSTED + 10 * MINUTE,
        revision=1,
        visibility=Visibility.VISIBLE,
        own=False,
        screening=Screening(Language.NL, Tier.STRONG, found),
    )
    return replace(plain, **changes)


def case_for(
    subject: Comment, *thread: Comment, remark: str = "", in_thread: int = 0
) -> SafetyCase:
    """Return the case of `subject`, seen and recognised soon after."""
    found = case_of(
        comment=subject,
        thread=thread,
        in_thread=in_thread,
        reference="WD-2025-0001",
        aware_at=POSTED + 20 * MINUTE,
        recognised_at=POSTED + 25 * MINUTE,
        due_at=POSTED + 24 * 60 * MINUTE,
        recognised_by="Noor de Wit",
        protocol="brand@3",
    )
    return replace(found, remark=remark)


def first_edition(case: SafetyCase) -> Edition:
    """Return the first version of the report of `case`."""
    return Edition(case_batch(case, Profile.INTAKE))


@pytest.fixture
def case() -> SafetyCase:
    """Return the case of the comment above, in a thread of three."""
    return case_for(
        comment(2, TEXT, *FINDINGS),
        comment(1, "Goedemorgen! <b>Hoe</b> gaat het & met wie?", author_name="Redactie"),
        comment(3, "Sterkte ermee.", author_name="prikprinses"),
        remark="Gevraagd: leeftijd.",
    )
