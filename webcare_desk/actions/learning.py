"""What the desk learns from its decisions: each step is an act, and can be taken back."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Reads, Session

#: The facts: whether the desk learns, up to which entry it has, and the version in force.
LEARNING, LEARNT, CORRECTION = Name("learning"), Name("learnt"), Name("correction")
ON, OFF = "on", "off"


def learns(read: Reads) -> bool:
    """Say whether the desk learns from decisions."""
    return read.fact(LEARNING) == ON


def learnt_until(read: Reads) -> int:
    """Return the last entry of the log that was learnt from, or before which nothing is."""
    return int(read.fact(LEARNT) or 0)


def version_in_force(read: Reads) -> int:
    """Return the version of the correction that the desk screens by; 0: none."""
    return int(read.fact(CORRECTION) or 0)


@dataclass(frozen=True, slots=True)
class SetLearning(Action[None]):
    """From now on decisions are learnt from, or not; the version in force stays."""

    is_on: bool
    name: ClassVar[Name] = Name("set-learning")
    right: ClassVar[Right] = Right.OVERSEE

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep it; decisions of before are not learnt from."""
        del moment
        if learns(session) == self.is_on:
            msg = (
                Said.of(QT_TRANSLATE_NOOP("Said", "The desk learns already."))
                if self.is_on
                else Said.of(QT_TRANSLATE_NOOP("Said", "The desk does not learn."))
            )
            raise RefusedError(msg)
        session.set_fact(LEARNING, ON if self.is_on else OFF)
        session.set_fact(LEARNT, str(session.log_size()))

    def detail_of(self, result: None) -> Details:
        """Say which."""
        del result
        return {"on": self.is_on}


@dataclass(frozen=True, slots=True)
class RefitScreening(Action[int]):
    """One decision makes the next version of the correction, out of the one in force.

    `entry` is the decision's place in the log, `model` the name of the model that is corrected.
    """

    comment: int
    entry: int
    is_report: bool
    model: Name
    based_on: int
    weights: str
    name: ClassVar[Name] = Name("refit-screening")
    right: ClassVar[Right] = Right.INGEST

    def apply(self, session: Session, moment: Moment) -> int:
        """Keep the version and put it in force; each decision counts once."""
        if not learns(session):
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said", "The desk does not learn from decisions; a supervisor can let it."
                )
            )
            raise RefusedError(msg)
        if self.entry <= learnt_until(session) or self.based_on != version_in_force(session):
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said", "This decision was learnt from, or another version is in force by now."
                )
            )
            raise RefusedError(msg)
        version = session.add(
            tables.CORRECTION,
            {
                "model": self.model,
                "based_on": self.based_on,
                "comment": self.comment,
                "entry": self.entry,
                "is_report": int(self.is_report),
                "at": moment.at,
            },
            {"weights": self.weights},
        )
        session.set_fact(CORRECTION, str(version))
        session.set_fact(LEARNT, str(self.entry))
        return version

    def detail_of(self, result: int) -> Details:
        """Name the version, what it was made of, and the model."""
        told: Details = {"version": result, "based_on": self.based_on, "model": self.model}
        return {**told, "is_report": self.is_report, "entry": self.entry}


@dataclass(frozen=True, slots=True)
class UseCorrection(Action[None]):
    """The desk screens by an earlier version of its correction again, or by none (0).

    `model` names the model that screens now: no other model's correction can be used.
    """

    version: int
    model: Name
    name: ClassVar[Name] = Name("use-correction")
    right: ClassVar[Right] = Right.OVERSEE

    def apply(self, session: Session, moment: Moment) -> None:
        """Put the version in force."""
        del moment
        kept = session.correction(self.version)
        if self.version and kept is None:
            msg = Said.of(
                QT_TRANSLATE_NOOP("Said", "There is no version {version} of the correction."),
                version=self.version,
            )
            raise RefusedError(msg)
        if kept is not None and kept.model != self.model:
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said", "Version {version} was learnt for another model, and would not be used."
                ),
                version=self.version,
            )
            raise RefusedError(msg)
        if self.version == version_in_force(session):
            msg = Said.of(QT_TRANSLATE_NOOP("Said", "This version is in force already."))
            raise RefusedError(msg)
        session.set_fact(CORRECTION, str(self.version))

    def detail_of(self, result: None) -> Details:
        """Name the version."""
        del result
        return {"version": self.version}
