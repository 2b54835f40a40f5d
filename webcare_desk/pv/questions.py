"""The approved questions for a poster, and the words by which the talk goes from public to private.

`resources/follow_up/questions.tsv`; a text of an attempt is made of these rows alone.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass

from webcare_desk.errors import UsageError
from webcare_desk.paths import resources_dir
from webcare_desk.said import QT_TRANSLATE_NOOP, Said


@dataclass(frozen=True, slots=True)
class FollowUpQuestion:
    """One approved question."""

    id: str
    nl: str
    en: str

    def text(self, language: str) -> str:
        """Return it in Dutch or else in English."""
        return self.nl if language == "nl" else self.en


def approved() -> tuple[FollowUpQuestion, ...]:
    """Return the questions that may be asked, in their order."""
    return _rows("question")


def public_text(language: str, attempt: int) -> str:
    """Return the public reply that asks for a private message; it tells nothing of the case.

    Each attempt has its own words: a platform refuses a reply that it has already.
    """
    texts = _rows("public")
    return texts[min(attempt, len(texts)) - 1].text(language)


def private_text(asked: Sequence[str], language: str) -> str:
    """Return the private message with the questions asked; UsageError for one not approved."""
    known = {each.id: each for each in approved()}
    strange = [each for each in asked if each not in known]
    if strange or not asked:
        unknown = QT_TRANSLATE_NOOP("Said", "“{strange}” is no approved question.")
        nothing = QT_TRANSLATE_NOOP("Said", "Ask something.")
        raise UsageError(Said.of(unknown if strange else nothing, strange=", ".join(strange)))
    head, tail = _rows("private")
    numbered = (
        f"{number}. {known[each].text(language)}" for number, each in enumerate(asked, start=1)
    )
    return "\n\n".join((head.text(language), "\n".join(numbered), tail.text(language)))


def _rows(kind: str) -> tuple[FollowUpQuestion, ...]:
    path = resources_dir() / "follow_up" / "questions.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple(
        FollowUpQuestion(row["id"], row["nl"], row["en"]) for row in rows if row["kind"] == kind
    )
