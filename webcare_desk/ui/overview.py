"""How the desk as a whole is: its sources, its gaps, the next safety deadline."""

from dataclasses import dataclass, field, replace

from webcare_desk.actions.backup import is_held
from webcare_desk.actions.pv_clock import forward_until
from webcare_desk.app import App
from webcare_desk.backups.shelf import newest_on_shelf
from webcare_desk.domain.anchor import Unanchored, unanchored
from webcare_desk.domain.comment import IMPORTED
from webcare_desk.domain.coverage import Coverage, CoverageState
from webcare_desk.inspection import time_ahead
from webcare_desk.store.base import Reads

_LOOK_BACK = 100


@dataclass(frozen=True, slots=True)
class SourceNow:
    """A source after its last poll; `state` is None before the first one."""

    name: str
    state: CoverageState | None
    gaps: int
    problem: str | None


@dataclass(frozen=True, slots=True)
class Overview:
    """What the top bar and the status bar show; times in UTC microseconds.

    `last_backup` is of the last one that is there; `ahead` is the time of an entry that the
    clock of this machine has not come to, None where it is right.
    """

    sources: tuple[SourceNow, ...]
    next_due: int | None
    last_poll: int | None
    entries: int
    last_backup: int | None = None
    is_held: bool = False
    ahead: int | None = None
    unanchored: Unanchored = field(default_factory=lambda: Unanchored(0, 0))

    @property
    def is_connected(self) -> bool:
        """Say whether every source that was polled answered."""
        return all(source.state is not CoverageState.FAILED for source in self.sources)


def look_at(app: App) -> Overview:
    """Return how an open desk is, with the backups beside it."""
    names = tuple(source.name for source in app.settings.sources)
    seen = look(app.desk.read, names, app.desk.clock())
    return replace(seen, last_backup=newest_on_shelf(app.folder))


def look(read: Reads, names: tuple[str, ...], now: int) -> Overview:
    """Return how the desk is; `names` are the sources of its settings."""
    recent = read.coverage(limit=_LOOK_BACK)
    files = (poll.source for poll in reversed(recent) if poll.source.startswith(IMPORTED))
    every = dict.fromkeys((*names, *files))  # what the settings no longer name is not waited for
    gaps = [poll.source for _, poll in read.gaps()]
    return Overview(
        sources=tuple(_source(read, name, gaps.count(name)) for name in every),
        next_due=_next_due(read),
        last_poll=max((min(poll.ended_at, now) for poll in recent), default=None),
        entries=read.log_size(),
        is_held=is_held(read),
        ahead=time_ahead(read, now),
        unanchored=unanchored(read.log_size(), now, *read.anchored()),
    )


def _source(read: Reads, name: str, gaps: int) -> SourceNow:
    polls: list[Coverage] = read.coverage(name, 1)
    if not polls:
        return SourceNow(name, None, gaps, None)
    return SourceNow(name, polls[0].state, gaps, polls[0].problem)


def _next_due(read: Reads) -> int | None:
    """Return when the next safety report is due: seen comments, and what has not left for PV."""
    dues = [forward_until(read, standing) for standing in read.cases_to_forward()]
    forward = read.next_forward()
    return min(dues if forward is None else [*dues, forward], default=None)
