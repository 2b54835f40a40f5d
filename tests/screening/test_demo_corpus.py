"""The demo community as a yardstick: what is missed, and what a moderator must look at.

The lexicon was written before the community was read, and then widened in general
terms after reading what it missed, so the recall here is not a held-out measure.
"""

import json
from dataclasses import dataclass

import pytest

from webcare_desk.domain.finding import Category, Screening, Tier, is_reportable
from webcare_desk.paths import resources_dir
from webcare_desk.screening import Screener


@dataclass(frozen=True, slots=True)
class Judged:
    """A comment with the labels a person gave it and what screening says."""

    text: str
    language: str
    labels: frozenset[str]
    screening: Screening

    def reportable(self) -> bool:
        """Tell whether a person says this must reach pharmacovigilance."""
        return any(is_reportable(Category(label)) for label in self.labels)


@pytest.fixture(scope="module")
def judged(screener: Screener) -> list[Judged]:
    """Return the community in its order; the labels hold for the edited text."""
    path = resources_dir() / "demo" / "community.jsonl"
    done: dict[str, Judged] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row.get("edited_text") or row["text"]
        parent = done.get(row["parent"] or "")
        screening = screener(text, parent.screening if parent else None)
        done[row["id"]] = Judged(text, row["lang"], frozenset(row["labels"]), screening)
    return list(done.values())


def test_reportable_comments_are_at_least_looked_at(judged: list[Judged]) -> None:
    reportable = [one for one in judged if one.reportable()]
    missed = [one.text for one in reportable if one.screening.tier < Tier.CHECK]
    assert len(reportable) >= 50
    assert len(missed) <= 0.05 * len(reportable), missed


def test_no_crisis_is_missed(judged: list[Judged]) -> None:
    crises = [one for one in judged if "crisis" in one.labels]
    assert crises
    assert [one.text for one in crises if one.screening.tier is not Tier.STRONG] == []


def test_the_burden_stays_bearable(judged: list[Judged]) -> None:
    others = [one for one in judged if not one.reportable() and "crisis" not in one.labels]
    flagged = [one.text for one in others if one.screening.tier >= Tier.CHECK]
    strong = [one.text for one in others if one.screening.tier is Tier.STRONG]
    assert len(flagged) <= 0.20 * len(others), flagged
    assert len(strong) <= 0.05 * len(others), strong


def test_the_language_of_nearly_every_comment_is_found(judged: list[Judged]) -> None:
    right = sum(one.screening.language == one.language for one in judged)
    assert right >= 0.97 * len(judged)
