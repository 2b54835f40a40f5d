"""Keeping a deviation: opened, explained, mended, checked, and closed with a signature."""

from dataclasses import dataclass
from typing import ClassVar, Final

from webcare_desk.actions.base import Action, Moment, work_of
from webcare_desk.actions.involved import may_judge
from webcare_desk.actions.signed import require_signature
from webcare_desk.domain.audit import Detail, Details, Name
from webcare_desk.domain.deviation import (
    CLOSE_WITHIN,
    Deviation,
    DeviationKind,
    DeviationState,
    Measure,
    MeasureKind,
    added,
    involved_in,
    record_of,
    why_not_close,
    why_not_judge,
)
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.spans import DAY
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Reads, Session

#: A measure that is due later is a slip of the hand.
_LONGEST: Final = 3650 * DAY
#: Nobody has said whether the measures worked, or there is more to judge than there was.
_UNCHECKED: Final[dict[str, Detail]] = {
    "is_effective": None,
    "effect_by": None,
    "effect_at": None,
}


@dataclass(frozen=True, slots=True)
class OpenDeviation(Action[int]):
    """Something went otherwise than it should; `origin` where the program noticed it."""

    kind: DeviationKind
    title: str
    comment: int | None = None
    origin: Name | None = None
    name: ClassVar[Name] = Name("open-deviation")
    right: ClassVar[Right] = Right.OVERSEE

    def apply(self, session: Session, moment: Moment) -> int:
        """Keep it with its clock and return its id."""
        if not self.title.strip():
            msg = QT_TRANSLATE_NOOP("Said", "Say in a few words what happened.")
            raise RefusedError(Said.of(msg))
        if self.origin is not None and self.origin in session.known_origins():
            msg = QT_TRANSLATE_NOOP("Said", "Somebody has opened this as a deviation already.")
            raise RefusedError(Said.of(msg))
        if self.comment is not None:
            work_of(session, self.comment)
        return session.add(
            tables.DEVIATION,
            {
                "uid": Name(new_uid(moment.at)),
                "kind": self.kind,
                "origin": self.origin,
                "comment": self.comment,
                "state": DeviationState.OPEN,
                "opened_by": Name(moment.by.moderator),
                "opened_at": moment.at,
                "due_at": moment.at + CLOSE_WITHIN,
                "owner": Name(moment.by.moderator),
                "version": 1,
            },
            {"title": self.title.strip(), "cause": None, "effect": None},
        )

    def detail_of(self, result: int) -> Details:
        """Name the deviation and its kind."""
        return {"deviation": result, "kind": self.kind, "origin": self.origin}


@dataclass(frozen=True, slots=True)
class ExplainDeviation(Action[None]):
    """What the cause was."""

    deviation: int
    cause: str
    name: ClassVar[Name] = Name("explain-deviation")
    right: ClassVar[Right] = Right.OVERSEE

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep the cause beside those before; whether the measures meet it is to be said anew."""
        del moment
        found = open_deviation(session, self.deviation)
        if not self.cause.strip():
            msg = QT_TRANSLATE_NOOP("Said", "Say what the cause was.")
            raise RefusedError(Said.of(msg))
        session.change(
            tables.DEVIATION,
            self.deviation,
            {"state": DeviationState.EXPLAINED, **_UNCHECKED},
            {"cause": added(found.cause, self.cause)},
        )

    def detail_of(self, result: None) -> Details:
        """Name the deviation."""
        del result
        return {"deviation": self.deviation}


@dataclass(frozen=True, slots=True)
class AddMeasure(Action[int]):
    """What is done about it, by whom and until when (UTC microseconds)."""

    deviation: int
    kind: MeasureKind
    what: str
    owner: str
    due_at: int
    name: ClassVar[Name] = Name("add-measure")
    right: ClassVar[Right] = Right.OVERSEE

    def apply(self, session: Session, moment: Moment) -> int:
        """Keep the measure and return its id; nobody has seen yet whether this one works."""
        found = open_deviation(session, self.deviation)
        owner = session.moderator(self.owner)
        if not self.what.strip() or owner is None or not owner.active:
            msg = QT_TRANSLATE_NOOP(
                "Said", "A measure says what is done, and by whom on this desk."
            )
            raise RefusedError(Said.of(msg))
        if not moment.at - DAY < self.due_at <= moment.at + _LONGEST:  # today began before now
            msg = QT_TRANSLATE_NOOP("Said", "A measure is due today or later, within ten years.")
            raise RefusedError(Said.of(msg))
        state = DeviationState.OPEN if found.cause is None else DeviationState.EXPLAINED
        session.change(tables.DEVIATION, self.deviation, {"state": state, **_UNCHECKED})
        return session.add(
            tables.MEASURE,
            {
                "deviation": self.deviation,
                "kind": self.kind,
                "owner": Name(self.owner),
                "due_at": self.due_at,
                "version": 1,
            },
            {"what": self.what.strip(), "result": None},
        )

    def detail_of(self, result: int) -> Details:
        """Name the deviation, the measure and whose it is."""
        return {
            "deviation": self.deviation,
            "measure": result,
            "kind": self.kind,
            "owner": Name(self.owner),
        }


@dataclass(frozen=True, slots=True)
class FinishMeasure(Action[None]):
    """A measure is done; `result` says what came of it."""

    measure: int
    result: str
    name: ClassVar[Name] = Name("finish-measure")
    right: ClassVar[Right] = Right.OVERSEE

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep when, by whom, and the result."""
        found = session.measure(self.measure)
        if found is None or found.done_at is not None:
            msg = QT_TRANSLATE_NOOP("Said", "There is no such measure to be done any more.")
            raise RefusedError(Said.of(msg))
        open_deviation(session, found.deviation)
        if not self.result.strip():
            msg = QT_TRANSLATE_NOOP("Said", "Say what was done.")
            raise RefusedError(Said.of(msg))
        session.change(
            tables.MEASURE,
            self.measure,
            {"done_at": moment.at, "done_by": Name(moment.by.moderator)},
            {"result": self.result.strip()},
        )

    def detail_of(self, result: None) -> Details:
        """Name the measure."""
        del result
        return {"measure": self.measure}


@dataclass(frozen=True, slots=True)
class CheckEffect(Action[None]):
    """Somebody who neither owns nor did any of the measures says whether they worked.

    Where everybody who oversees did, one of them says it, and the entry says `alone`.
    """

    deviation: int
    is_effective: bool
    effect: str
    name: ClassVar[Name] = Name("check-effect")
    right: ClassVar[Right] = Right.OVERSEE

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep the answer beside those before; measures that did not work ask for another one."""
        found, measures = open_deviation(session, self.deviation), session.measures(self.deviation)
        why_not = why_not_judge(found, measures)
        if why_not is not None:
            raise RefusedError(why_not)
        by, involved = moment.by.moderator, involved_in(measures)
        if not may_judge(session, involved, by):
            raise RefusedError(OWN_MEASURE)
        if by in involved:
            session.tell({"alone": True})
        if not self.effect.strip():
            msg = QT_TRANSLATE_NOOP("Said", "Say how it was seen whether the measures worked.")
            raise RefusedError(Said.of(msg))
        session.change(
            tables.DEVIATION,
            self.deviation,
            {
                "state": DeviationState.CHECKED if self.is_effective else DeviationState.EXPLAINED,
                "is_effective": int(self.is_effective),
                "effect_by": Name(by),
                "effect_at": moment.at,
            },
            {
                "effect": added(
                    found.effect, f"{'✓' if self.is_effective else '✗'} {self.effect.strip()}"
                )
            },
        )

    def detail_of(self, result: None) -> Details:
        """Name the deviation and the answer."""
        del result
        return {"deviation": self.deviation, "is_effective": self.is_effective}


@dataclass(frozen=True, slots=True)
class CloseDeviation(Action[None]):
    """A deviation ends with a signature over `record_of`."""

    deviation: int
    signature: int
    name: ClassVar[Name] = Name("close-deviation")
    right: ClassVar[Right] = Right.OVERSEE

    def apply(self, session: Session, moment: Moment) -> None:
        """Close, when nothing is left to do."""
        record = record_of(*closable(session, self.deviation))
        require_signature(session, moment, self.signature, record)
        session.change(
            tables.DEVIATION,
            self.deviation,
            {
                "state": DeviationState.CLOSED,
                "closed_by": Name(moment.by.moderator),
                "closed_at": moment.at,
                "signature": self.signature,
            },
        )

    def detail_of(self, result: None) -> Details:
        """Name the deviation and the signature."""
        del result
        return {"deviation": self.deviation, "signature": self.signature}


#: Why somebody does not say whether the measures worked.
OWN_MEASURE: Final = Said.of(
    QT_TRANSLATE_NOOP("Said", "A measure is your own: somebody else must say whether it worked.")
)


def closable(read: Reads, deviation: int) -> tuple[Deviation, list[Measure]]:
    """Return a deviation in which nothing is left to do, with its measures, or refuse."""
    found, measures = open_deviation(read, deviation), read.measures(deviation)
    why_not = why_not_close(found, measures)
    if why_not is not None:
        raise RefusedError(why_not)
    return found, measures


def open_deviation(read: Reads, deviation: int) -> Deviation:
    """Return a deviation that is not closed, or refuse."""
    found = read.deviation(deviation)
    if found is None or found.state is DeviationState.CLOSED:
        msg = QT_TRANSLATE_NOOP("Said", "There is no such deviation, or it is closed.")
        raise RefusedError(Said.of(msg))
    return found
