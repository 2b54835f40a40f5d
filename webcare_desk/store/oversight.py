"""What can be asked of a desk about the oversight of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from webcare_desk.domain.coverage import Poll
    from webcare_desk.domain.deviation import Deviation, Measure
    from webcare_desk.domain.moderator import Role
    from webcare_desk.domain.quality import Check
    from webcare_desk.domain.review import Review, ReviewHit


@dataclass(frozen=True, slots=True)
class Online:
    """A session that has not ended; times in UTC microseconds.

    `last_entry` and `last_at` are the newest act in this session.
    """

    session: str
    moderator: str
    role: Role
    began_at: int
    last_entry: int | None
    last_at: int | None


class OversightReads(Protocol):
    """Reviews, checks, deviations, who is online; the newest or the most urgent first."""

    def reviews(self) -> list[Review]:
        """Return every review, the newest first."""

    def review(self, review: int) -> Review | None:
        """Return a review."""

    def review_hits(self, review: int) -> list[ReviewHit]:
        """Return the entries of a review in their order."""

    def review_hit(self, hit: int) -> ReviewHit | None:
        """Return one entry of a review."""

    def checks_waiting(self) -> list[Check]:
        """Return the drawn decisions that nobody has checked, the nearest due first."""

    def checks(self, since: int, until: int) -> list[Check]:
        """Return what was drawn of decisions made, or checked, in a period."""

    def check(self, check: int) -> Check | None:
        """Return a drawn decision."""

    def deviations(self, *, only_open: bool = False) -> list[Deviation]:
        """Return the deviations, the nearest due first."""

    def deviation(self, deviation: int) -> Deviation | None:
        """Return a deviation."""

    def measures(self, deviation: int) -> list[Measure]:
        """Return what is done about a deviation."""

    def measure(self, measure: int) -> Measure | None:
        """Return a measure."""

    def online(self) -> list[Online]:
        """Return the sessions that have not ended, the newest first."""

    def polls_that_missed(self, limit: int) -> list[Poll]:
        """Return the gaps that nobody explained, then the last `limit` others, the newest first."""

    def known_origins(self) -> frozenset[str]:
        """Return what has been opened as a deviation already."""

    def late_forwards(self, now: int) -> list[tuple[int, int]]:
        """Return each comment of which PV should have heard by now, and by when."""
