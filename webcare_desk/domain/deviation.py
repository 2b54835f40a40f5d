"""Deviations: what went otherwise than it should, why, and what is done about it (CAPA).

A deviation goes from open through its cause and its measures to a check
whether they worked, and is closed with a signature (Annex 11 §13).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from webcare_desk.domain.audit import Digest, Name, canonical, digest
from webcare_desk.domain.spans import DAY
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

#: How long a deviation may stay open, in microseconds.
CLOSE_WITHIN = 30 * DAY


class DeviationKind(StrEnum):
    """What kind of thing went wrong."""

    LATE_FORWARD = "late-forward"
    MISSED_EVENT = "missed-event"
    COVERAGE_GAP = "coverage-gap"
    FAILED_BACKUP = "failed-backup"
    FAILED_DELIVERY = "failed-delivery"
    LOG_FLAW = "log-flaw"
    OTHER = "other"


class DeviationState(StrEnum):
    """How far a deviation has come."""

    OPEN = "open"
    EXPLAINED = "explained"
    CHECKED = "checked"
    CLOSED = "closed"


class MeasureKind(StrEnum):
    """A measure mends what happened, or keeps it from happening again."""

    CORRECTIVE = "corrective"
    PREVENTIVE = "preventive"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the program noticed; a person opens it as a deviation.

    `origin` names what it is about, such as `late-forward:12`: each only once.
    `since` is when it went wrong, in UTC microseconds.
    """

    kind: DeviationKind
    origin: Name
    comment: int | None
    since: int


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure, whose it is, until when, and what came of it."""

    id: int
    deviation: int
    kind: MeasureKind
    what: str
    owner: str
    due_at: int
    done_at: int | None
    done_by: str | None
    result: str | None


@dataclass(frozen=True, slots=True)
class Deviation:
    """A deviation as it is kept; times in UTC microseconds.

    Every cause that was given stands in `cause`, and every answer whether the measures worked in
    `effect`, after ✓ or ✗: the oldest first, each in lines of its own.
    `next_due` is the first of its own due time and of those of its measures that are not done.
    """

    id: int
    uid: str
    kind: DeviationKind
    origin: str | None
    comment: int | None
    state: DeviationState
    title: str
    opened_by: str
    opened_at: int
    due_at: int
    owner: str
    cause: str | None
    is_effective: bool | None
    effect: str | None
    effect_by: str | None
    effect_at: int | None
    closed_by: str | None
    closed_at: int | None
    signature: int | None
    next_due: int


def involved_in(measures: Iterable[Measure]) -> frozenset[str]:
    """Return the accounts that own or did any of these measures."""
    found = {person for each in measures for person in (each.owner, each.done_by)}
    return frozenset(person for person in found if person is not None)


def record_of(deviation: Deviation, measures: Sequence[Measure]) -> Digest:
    """Return the digest that the signature under a closed deviation is made over."""
    return digest(
        canonical(
            {
                "v": "webcare-desk deviation v1",
                "deviation": deviation.uid,
                "kind": deviation.kind,
                "title": deviation.title,
                "cause": deviation.cause,
                "effect": deviation.effect,
                "is_effective": deviation.is_effective,
                "measures": [
                    [each.kind, each.what, each.owner, each.done_at, each.result]
                    for each in sorted(measures, key=lambda one: one.id)
                ],
            }
        )
    )


_NOT_DONE = QT_TRANSLATE_NOOP(
    "Said", "The measures must be done before anybody can say whether they worked."
)
_CLOSED = QT_TRANSLATE_NOOP("Said", "This deviation is closed already.")
_NO_CAUSE = QT_TRANSLATE_NOOP("Said", "Say first what the cause was.")
_NO_MEASURE = QT_TRANSLATE_NOOP("Said", "Name first what is done about it: a measure.")
_UNDONE = QT_TRANSLATE_NOOP("Said", "A measure is not done yet.")
_FAILED = QT_TRANSLATE_NOOP(
    "Said", "The measures did not work: name another one, or another cause, first."
)
_UNJUDGED = QT_TRANSLATE_NOOP("Said", "Somebody must first find that the measures worked.")


def added(before: str | None, words: str) -> str:
    """Return what was said before with what is said now below it."""
    return "\n".join(filter(None, (before, words.strip())))


def why_not_judge(deviation: Deviation, measures: Sequence[Measure]) -> Said | None:
    """Return why nobody can say yet whether the measures worked, or None."""
    if not measures or any(each.done_at is None for each in measures):
        return Said.of(_NOT_DONE)
    return Said.of(_FAILED) if deviation.is_effective is False else None


def why_not_close(deviation: Deviation, measures: Sequence[Measure]) -> Said | None:
    """Return why a deviation cannot be closed yet, or None."""
    is_judged = deviation.is_effective and all(_is_judged(deviation, each) for each in measures)
    obstacles = (
        (deviation.state is DeviationState.CLOSED, _CLOSED),
        (deviation.cause is None, _NO_CAUSE),
        (not measures, _NO_MEASURE),
        (any(each.done_at is None for each in measures), _UNDONE),
        (deviation.is_effective is False, _FAILED),
        (not is_judged, _UNJUDGED),
    )
    return next((Said.of(why) for stands, why in obstacles if stands), None)


def _is_judged(deviation: Deviation, measure: Measure) -> bool:
    """Say whether a measure was done before its effect was checked."""
    at, done = deviation.effect_at, measure.done_at
    return at is not None and done is not None and done <= at
