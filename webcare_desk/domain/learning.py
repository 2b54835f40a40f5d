"""What a desk learns from its own decisions, and how often screening missed a report."""

from dataclasses import dataclass

from webcare_desk.domain.finding import Category, Language
from webcare_desk.domain.quality import interval


@dataclass(frozen=True, slots=True)
class Correction:
    """A small bounded addition to the model's logit; `version` is 0 before anything is learnt.

    `weights` are thousandths of a logit by bucket; a bucket that is not there weighs nothing.
    """

    version: int = 0
    weights: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class KeptCorrection:
    """One version as the desk keeps it: which decision made it, out of which version.

    `model` names the model that it corrects; `at` in UTC microseconds.
    """

    correction: Correction
    model: str
    based_on: int
    comment: int
    is_report: bool
    at: int


@dataclass(frozen=True, slots=True)
class Escalated:
    """How many comments of a language and a category a person escalated, flagged or not."""

    language: Language
    category: Category
    is_flagged: bool
    count: int


@dataclass(frozen=True, slots=True)
class Missed:
    """Of `of` comments that a person escalated, `missed` were not flagged before."""

    name: str
    missed: int
    of: int

    @property
    def interval(self) -> tuple[float, float]:
        """The exact 95 % interval of the share that is missed (Clopper and Pearson, 1934)."""
        return interval(self.missed, self.of)


@dataclass(frozen=True, slots=True)
class ScreeningStatus:
    """Whether the desk learns, by which version it screens, and what screening missed.

    `version` is 0 where no correction is in force; `is_used` says whether the present model takes
    it, which one that was learnt for another model is not. `missed` holds all, each language,
    each category.
    """

    learns: bool
    version: int
    is_used: bool
    versions: tuple[KeptCorrection, ...]
    missed: tuple[Missed, ...]
