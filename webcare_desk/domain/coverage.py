"""Proof that a source was read, and what was not: a record for every poll."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from webcare_desk.domain.comment import IMPORTED
from webcare_desk.domain.spans import HOUR


class CoverageState(StrEnum):
    """How a poll ended. Only COMPLETE covers; the others leave a gap.

    UNREAD is no poll: it is the time between two of them in which nobody read the source.
    """

    COMPLETE = "complete"
    PARTIAL = "partial"
    FAILED = "failed"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Coverage:
    """One poll of one source, or `polls` that left the same gap; times in UTC microseconds.

    `seen` counts the comments on the pages read, each once, `added` those that were new
    or changed. `expected` is the platform's own total, where it gives one.
    `problem` is a sentence for a person when the poll did not end well; it still knows its marks.
    """

    source: str
    began_at: int
    ended_at: int
    state: CoverageState
    seen: int
    added: int
    expected: int | None = None
    problem: str | None = None
    polls: int = 1


#: How long a source may go unread, by day and by night, before that is a gap of its own.
ALLOWED = HOUR


def continues(poll: Coverage, last: Coverage) -> bool:
    """Say whether a poll found what the one before it did, and nobody read in between.

    A file does not: another one has other comments, however alike what is wrong with them.
    """
    if poll.source.startswith(IMPORTED):
        return False
    is_same = (poll.state, poll.problem) == (last.state, last.problem)
    return is_same and last.began_at <= poll.began_at <= last.ended_at + ALLOWED


class HourState(StrEnum):
    """What one hour of one source looks like; only GAP is red."""

    COVERED = "covered"
    EXPLAINED = "explained"
    GAP = "gap"
    BEFORE = "before"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Part:
    """What one poll read, and when."""

    at: int
    seen: int
    added: int


@dataclass(frozen=True, slots=True)
class Poll:
    """A poll by its row, and who explained why it did not cover.

    A gap may be many polls that ended alike: `parts` are those where it is known what each read.
    """

    id: int
    coverage: Coverage
    explained_by: str | None
    parts: tuple[Part, ...] = ()

    @property
    def read(self) -> tuple[Part, ...]:
        """What was read, and when; all of it when the poll began, where no more is known."""
        whole = self.coverage
        return self.parts or (Part(whole.began_at, whole.seen, whole.added),)


@dataclass(frozen=True, slots=True)
class Shift:
    """A session as the time of a person on duty; `ended_at` None: it goes on."""

    moderator: str
    began_at: int
    ended_at: int | None


@dataclass(frozen=True, slots=True)
class CoverHour:
    """One hour of one source: how it was read, what was seen, and who was on duty.

    `polls` are those that covered; `seen` and `added` count what every poll of the hour read,
    whether it covered or not, which may be nothing.
    """

    source: str
    begins_at: int
    state: HourState
    polls: int
    seen: int
    added: int
    on_duty: tuple[str, ...]


def cover_hour(
    source: str, begins_at: int, polls: Sequence[Poll], shifts: Iterable[Shift], until: int
) -> CoverHour:
    """Return one hour of a source; `polls` are all that it had up to `until`, the oldest first.

    A gap of any length makes the hour red until every gap in it is explained. So is an hour in
    which nobody read, once the source was read for the first time; the running one is from
    `ALLOWED` after the last time that it was. Nights and weekends count.
    """
    ends_at = begins_at + HOUR
    touching = [
        each
        for each in polls
        if each.coverage.began_at < ends_at and each.coverage.ended_at >= begins_at
    ]
    whole = [each for each in touching if each.coverage.state is CoverageState.COMPLETE]
    gaps = [each for each in touching if each.coverage.state is not CoverageState.COMPLETE]
    read = [part for each in polls for part in each.read if begins_at <= part.at < ends_at]
    on_duty = {
        each.moderator
        for each in shifts
        if each.began_at < ends_at and (each.ended_at is None or each.ended_at > begins_at)
    }
    first = min((each.coverage.began_at for each in polls), default=ends_at)
    if begins_at >= until:
        state = HourState.AHEAD
    elif ends_at <= first:
        state = HourState.BEFORE
    elif any(each.explained_by is None for each in gaps):
        state = HourState.GAP
    elif gaps:
        state = HourState.EXPLAINED
    else:
        is_read = bool(whole) or until - _last_read(polls, begins_at) <= ALLOWED
        state = HourState.COVERED if is_read else HourState.GAP
    seen, added = sum(each.seen for each in read), sum(each.added for each in read)
    duty = () if state is HourState.AHEAD else tuple(sorted(on_duty))
    return CoverHour(source, begins_at, state, len(whole), seen, added, duty)


def _last_read(polls: Iterable[Poll], before: int) -> int:
    """Return when the last poll ended that covered, or of which a person explained the gap."""
    ends = (
        each.coverage.ended_at
        for each in polls
        if each.coverage.state is CoverageState.COMPLETE or each.explained_by is not None
    )
    return max((end for end in ends if end < before), default=0)
