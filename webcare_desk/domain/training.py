"""Certificates, and the test that earns one (21 CFR 11.10(i), GVP VI.B.5)."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from webcare_desk.domain.audit import Name
from webcare_desk.domain.spans import DAY

#: The course of the built-in test, whose certificate the gate asks for.
COURSE = Name("recognising-reports")
_SOON = 30 * DAY


class Answer(StrEnum):
    """Where a comment of the test belongs."""

    SAFETY = "safety"
    QUALITY = "quality"
    NONE = "none"


class Trap(StrEnum):
    """What makes a comment of the test easy to misread."""

    NEGATION = "negation"
    SECOND_HAND = "second-hand"
    HYPOTHETICAL = "hypothetical"
    SARCASM = "sarcasm"
    LACK_OF_EFFECT = "lack-of-effect"
    PREGNANCY = "pregnancy"
    QUALITY = "quality"
    OVERDOSE = "overdose"
    MISUSE = "misuse"
    BENEFIT = "unexpected-benefit"
    LEAFLET = "leaflet"
    OTHER_CAUSE = "other-cause"
    PLAIN = "plain"


class Standing(StrEnum):
    """How somebody's training stands."""

    VALID = "valid"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class TrainingQuestion:
    """A fictional comment with the answer and why, in each language of the window."""

    id: str
    language: str
    text: str
    answer: Answer
    traps: tuple[Trap, ...]
    why: tuple[tuple[str, str], ...]

    def explained(self, language: str) -> str:
        """Return why the answer is the answer; in English where no other is written."""
        said = dict(self.why)
        return said.get(language, said["en"])


@dataclass(frozen=True, slots=True)
class Certificate:
    """That a person passed a course; times in UTC microseconds, `score` in percent.

    `seed` is the draw of the built-in test, None where a trainer vouches.
    """

    id: int
    moderator: str
    course: str
    issued_at: int
    expires_at: int
    score: int
    seed: int | None
    issued_by: str


def standing_of(certificate: Certificate | None, now: int) -> Standing:
    """Return how training stands by the certificate that expires last."""
    if certificate is None:
        return Standing.MISSING
    if certificate.expires_at <= now:
        return Standing.EXPIRED
    return Standing.EXPIRING if certificate.expires_at - now <= _SOON else Standing.VALID


def draw(pool: Sequence[TrainingQuestion], count: int, seed: int) -> tuple[TrainingQuestion, ...]:
    """Return `count` questions, the same ones for the same seed on every machine.

    Each answer has its fair part, and at least one question; the order says
    nothing about the answer.
    """
    ranked: list[tuple[float, bytes, TrainingQuestion]] = []
    for answer in Answer:
        alike = [question for question in pool if question.answer is answer]
        mixed = sorted(alike, key=lambda question: _lot(seed, "drawn", question))
        for number, question in enumerate(mixed):
            ranked.append((number / len(alike), _lot(seed, "kind", question), question))
    chosen = [question for _, _, question in sorted(ranked, key=lambda each: each[:2])[:count]]
    return tuple(sorted(chosen, key=lambda question: _lot(seed, "asked", question)))


def _lot(seed: int, purpose: str, question: TrainingQuestion) -> bytes:
    return hashlib.sha256(f"{seed}\0{purpose}\0{question.id}".encode()).digest()
