"""What the receiver refused of the latest version: the elements that its answer names, to mend them."""

import json
from dataclasses import dataclass

from webcare_desk.casebook.reading import version_of
from webcare_desk.domain.case_version import AnswerMeaning, CaseAnswer, Way
from webcare_desk.store.base import Reads


@dataclass(frozen=True, slots=True)
class Refusal:
    """The sentences of an answer, and the elements that they name."""

    sentences: tuple[str, ...]
    elements: frozenset[str]


def refusal(read: Reads, case: int) -> Refusal | None:
    """Return what was said of the latest version by the last answer that refused it, if any did."""
    latest = version_of(read, case).number
    answers = [
        each
        for each in read.case_answers(case)
        if each.number == latest and each.meaning is AnswerMeaning.REJECTED
    ]
    if not answers:
        return None
    from webcare_desk.pv.e2b.acknowledgement import named_in

    last = answers[-1]
    # The words of an acknowledgement are its code alone.
    spoken = "" if last.way is Way.E2B else last.words
    problems = [each["text"] for each in json.loads(last.problems or "[]")]
    said = tuple(filter(None, (*problems, spoken)))
    return Refusal(said, frozenset(code for each in said for code in named_in(each)))


def receivers_problems(answer: CaseAnswer) -> tuple[str, ...]:
    """Return what the receiver's system names in an answer, each with the elements it is about."""
    problems = json.loads(answer.problems or "[]")
    told = ((", ".join(each["elements"]), each["text"]) for each in problems)
    return tuple(f"{where}: {text}" if where else text for where, text in told)
