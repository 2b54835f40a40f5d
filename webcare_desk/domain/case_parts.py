"""The parts of a report that later news adds or takes away: a reaction, a medicine."""

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What a report has several of, by the id of its section (ICH E2B(R3))."""

    REACTION = "E.i"
    DRUG = "G.k"


class DrugRole(StrEnum):
    """How a medicine is told of; its code in G.k.1 is `ROLE_CODES`."""

    SUSPECT = "suspect"
    CONCOMITANT = "concomitant"
    INTERACTING = "interacting"


ROLE_CODES = {DrugRole.SUSPECT: "1", DrugRole.CONCOMITANT: "2", DrugRole.INTERACTING: "3"}


@dataclass(frozen=True, slots=True)
class Added:
    """A part that is new, in the words of who told it; `role` is of a medicine alone."""

    part: Part
    words: str
    role: DrugRole = DrugRole.SUSPECT


@dataclass(frozen=True, slots=True)
class Removed:
    """A part that is taken away, by its place in the version before; the first is 1."""

    part: Part
    place: int


Edit = Added | Removed


@dataclass(frozen=True, slots=True)
class Listed:
    """A part as it stands in a version; `place` counts from 1."""

    part: Part
    place: int
    words: str
