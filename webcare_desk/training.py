"""The built-in test: its questions, one sitting of it, and how everybody's training stands."""

import os
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from webcare_desk import actions
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Digest, digest
from webcare_desk.domain.moderator import Actor, Moderator, Right, rights_of
from webcare_desk.domain.training import (
    COURSE,
    Answer,
    Certificate,
    Standing,
    TrainingQuestion,
    Trap,
    draw,
    standing_of,
)
from webcare_desk.errors import LexiconError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.screening.source import Items, Node, Table, Text, read_table

_LANGUAGES = ("nl", "en")
_SEED_BYTES = 4


@dataclass(frozen=True)
class Pool:
    """Every question there is, and the digest of the files they came from."""

    questions: tuple[TrainingQuestion, ...]
    digest: Digest


def load_pool(folder: Path) -> Pool:
    """Return the questions of `folder`; LexiconError names file, line and problem."""
    files = [folder / f"{language}.yaml" for language in _LANGUAGES]
    questions = [
        question
        for language, file in zip(_LANGUAGES, files, strict=True)
        for question in _questions(file, language)
    ]
    names = [question.id for question in questions]
    if len(set(names)) < len(names):
        msg = Said.of(
            QT_TRANSLATE_NOOP("Said", "{folder}: two questions have the same id"), folder=folder
        )
        raise LexiconError(msg)
    return Pool(tuple(questions), digest(b"\0".join(file.read_bytes() for file in files)))


def _questions(file: Path, language: str) -> list[TrainingQuestion]:
    for name, node in read_table(file).entries:
        if name.value == "questions" and isinstance(node, Items):
            return [_question(file, each, language) for each in node.nodes]
    msg = Said.of(QT_TRANSLATE_NOOP("Said", "{file}: the list `questions` is missing"), file=file)
    raise LexiconError(msg)


def _question(file: Path, node: Node, language: str) -> TrainingQuestion:
    fields = {} if not isinstance(node, Table) else {key.value: at for key, at in node.entries}
    said = {name: at.value for name, at in fields.items() if isinstance(at, Text)}
    traps = fields.get("trap")
    nodes = traps.nodes if isinstance(traps, Items) else ()
    try:
        return TrainingQuestion(
            id=said["id"],
            language=language,
            text=said["text"],
            answer=Answer(said["answer"]),
            traps=tuple(Trap(trap.value) for trap in nodes if isinstance(trap, Text)),
            why=tuple((each, said[each]) for each in _LANGUAGES),
        )
    except (KeyError, ValueError) as error:
        msg = Said.of(
            QT_TRANSLATE_NOOP("Said", "{file}:{line}: this is no question of the test ({error})"),
            file=file,
            line=node.line,
            error=str(error),
        )
        raise LexiconError(msg) from error


@dataclass(frozen=True)
class Sitting:
    """One person's test under way; each answer makes the next sitting."""

    pool: Pool
    seed: int
    count: int
    given: tuple[Answer, ...] = ()

    @cached_property
    def questions(self) -> tuple[TrainingQuestion, ...]:
        """The questions of this sitting, in their order."""
        return draw(self.pool.questions, self.count, self.seed)

    @property
    def current(self) -> TrainingQuestion | None:
        """Return the question that waits for its answer, or None at the end."""
        return None if self.is_over else self.questions[len(self.given)]

    @property
    def is_over(self) -> bool:
        """Say whether every question has its answer."""
        return len(self.given) == len(self.questions)

    @property
    def right_answers(self) -> int:
        """Return how many answers are right so far."""
        pairs = zip(self.given, self.questions, strict=False)
        return sum(answer is question.answer for answer, question in pairs)

    def answered(self, answer: Answer) -> "Sitting":
        """Return the sitting after one more answer; an answer is not taken back."""
        return replace(self, given=(*self.given, answer))


def sit(desk: Desk, pool: Pool, seed: int | None = None) -> Sitting:
    """Return a test as long as the desk's rules ask, drawn by `seed` or at random."""
    drawn = drawn_by_lot() if seed is None else seed
    return Sitting(pool, drawn, min(desk.read.policy().questions, len(pool.questions)))


def begin(desk: Desk, pool: Pool, by: Actor) -> Sitting:
    """Begin a test that counts: the log says so before the first question is seen."""
    sitting = sit(desk, pool)
    desk.perform(actions.BeginTest(pool.digest, sitting.seed, sitting.count), by)
    return sitting


def drawn_by_lot() -> int:
    """Return a seed that nobody chose."""
    return int.from_bytes(os.urandom(_SEED_BYTES), "big")


def finish(desk: Desk, sitting: Sitting, by: Actor) -> Certificate | None:
    """Record a test that is over; return the certificate it earned, or None."""
    act = actions.FinishTest(
        sitting.pool.digest, sitting.seed, sitting.right_answers, len(sitting.given)
    )
    key = desk.perform(act, by)
    found = desk.read.certificates(by.moderator)
    return next((each for each in found if each.id == key), None)


@dataclass(frozen=True, slots=True)
class Trained:
    """How one person's training stands: the newest certificate of each course."""

    person: Moderator
    standing: Standing
    certificates: tuple[Certificate, ...]


def everybody(desk: Desk) -> tuple[Trained, ...]:
    """Return how everybody stands who has an open account that answers or closes."""
    now, kept = desk.clock(), desk.read.certificates()
    people = [person for person in desk.read.moderators() if person.active]
    return tuple(
        _trained(person, [each for each in kept if each.moderator == person.id], now)
        for person in people
        if any(Right.CLOSE in rights_of(role) for role in person.roles)
        or any(each.moderator == person.id for each in kept)
    )


def _trained(person: Moderator, kept: list[Certificate], now: int) -> Trained:
    newest: dict[str, Certificate] = {}
    for each in sorted(kept, key=lambda found: found.expires_at):
        newest[each.course] = each
    return Trained(person, standing_of(newest.get(COURSE), now), tuple(newest.values()))


@dataclass(frozen=True, slots=True)
class Asked:
    """That a certificate is asked for, and the one that expires last; None while there is none."""

    certificate: Certificate | None


def asked_of(desk: Desk, actor: Actor) -> Asked | None:
    """Return by which certificate somebody replies and closes; None where none is asked for."""
    if not desk.read.policy().training_gate or Right.CLOSE not in rights_of(actor.role):
        return None
    return Asked(desk.read.certificate(actor.moderator, COURSE))
