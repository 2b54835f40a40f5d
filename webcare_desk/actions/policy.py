"""The rules for people: each change of one is an entry with the old and the new value."""

from dataclasses import asdict, dataclass, replace
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.policy import Policy
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Session

_ROW = 1
#: From and to, in minutes, days, percent, questions; 0 days: passwords do not age.
#: Whoever always gives the same answer is right in up to 7 of 12: no pass mark lets that pass.
_IDLE, _AGES = (1, 240), (30, 3650)
_PASS, _ASKED, _VALID = (70, 100), (6, 24), (30, 1100)
_IDLE_SAID = QT_TRANSLATE_NOOP("Said", "The minutes until the lock must be from {least} to {most}.")
_AGE_SAID = QT_TRANSLATE_NOOP(
    "Said", "The age of a password in days must be from {least} to {most}."
)
_PASS_SAID = QT_TRANSLATE_NOOP("Said", "The pass mark in percent must be from {least} to {most}.")
_ASKED_SAID = QT_TRANSLATE_NOOP("Said", "The number of questions must be from {least} to {most}.")
_VALID_SAID = QT_TRANSLATE_NOOP(
    "Said", "The days a certificate is valid must be from {least} to {most}."
)


@dataclass(frozen=True, slots=True)
class SetEntryRules(Action[None]):
    """When a window locks by itself, and how old a password may grow."""

    idle_minutes: int
    password_days: int
    name: ClassVar[Name] = Name("set-entry-rules")
    right: ClassVar[Right] = Right.ADMINISTER

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep both."""
        del moment
        _refuse_outside(_IDLE_SAID, self.idle_minutes, _IDLE)
        if self.password_days:
            _refuse_outside(_AGE_SAID, self.password_days, _AGES)
        rules = replace(
            session.policy(), idle_minutes=self.idle_minutes, password_days=self.password_days
        )
        put_policy(session, rules)


@dataclass(frozen=True, slots=True)
class SetTrainingRules(Action[None]):
    """Whether replying and closing ask for a certificate, and what earns one."""

    training_gate: bool
    pass_percent: int
    questions: int
    certificate_days: int
    name: ClassVar[Name] = Name("set-training-rules")
    right: ClassVar[Right] = Right.OVERSEE

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep all four."""
        del moment
        _refuse_outside(_PASS_SAID, self.pass_percent, _PASS)
        _refuse_outside(_ASKED_SAID, self.questions, _ASKED)
        _refuse_outside(_VALID_SAID, self.certificate_days, _VALID)
        rules = replace(
            session.policy(),
            training_gate=self.training_gate,
            pass_percent=self.pass_percent,
            questions=self.questions,
            certificate_days=self.certificate_days,
        )
        put_policy(session, rules)


def put_policy(session: Session, rules: Policy) -> None:
    """Keep the rules and tell what changes; their one row comes with the first change."""
    before = asdict(session.policy())
    session.tell({name: now for name, now in asdict(rules).items() if now != before[name]})
    if session.has_policy():
        session.change(tables.POLICY, _ROW, _plain(rules))
    else:
        session.add(tables.POLICY, {**_plain(rules), "version": 1})


def _plain(rules: Policy) -> dict[str, int]:
    return {name: int(value) for name, value in asdict(rules).items()}


def _refuse_outside(sentence: str, value: int, bounds: tuple[int, int]) -> None:
    least, most = bounds
    if not least <= value <= most:
        raise RefusedError(Said.of(sentence, least=least, most=most))
