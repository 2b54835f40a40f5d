"""The high-water mark: how far the log had come, kept where the database is not.

A database that is behind its mark is an older copy, or was cut; one that does
not continue from it was rewritten. The right edge says more than the root: the
log must grow into what it is now by the entries after it alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from webcare_desk.domain.audit import Digest, Edge, grow, leaf_hash
from webcare_desk.domain.epoch import Epoch
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

_SHORTER = QT_TRANSLATE_NOOP(
    "Said",
    "its log has {size} entries, and the keyring remembers {remembered}: "
    "an older copy of the desk was put back, or the end of the log was cut off",
)
_OTHER = QT_TRANSLATE_NOOP(
    "Said",
    "the first {remembered} entries of its log are not those that the keyring "
    "remembers: the log was rewritten, or another desk was put in its place",
)

_CUT = QT_TRANSLATE_NOOP(
    "Said",
    "its log has {size} entries, and the signed head beside it is of {signed}: "
    "the end of the log was cut off",
)
_CHANGED = QT_TRANSLATE_NOOP(
    "Said",
    "the last of the {size} entries of its log is not the one that the signed head "
    "beside it was made after: one of the two was changed",
)


@dataclass(frozen=True, slots=True)
class LogEnd:
    """How many entries there are with the hash of the last: as the head has it, and as they are."""

    signed: tuple[int, bytes]
    found: tuple[int, bytes]


@dataclass(frozen=True, slots=True)
class LogMark:
    """The right edge of the log at some moment, and the epoch of its key."""

    edge: Edge
    epoch: Epoch

    @property
    def root(self) -> Digest:
        """The root of the log then."""
        return Digest(self.edge.root().hex())


def departure(mark: LogMark, now: Edge, after: Iterable[bytes]) -> Said | None:
    """Return how the log at edge `now` departs from its mark; None when it continues it.

    `after` are the bytes of the entries that follow the mark's.
    """
    if now.size < mark.edge.size:
        return Said.of(_SHORTER, size=now.size, remembered=mark.edge.size)
    peaks, size = list(mark.edge.peaks), mark.edge.size
    for leaf in after:
        grow(peaks, size, leaf_hash(leaf))
        size += 1
    if Edge(size, tuple(peaks)) != now:
        return Said.of(_OTHER, remembered=mark.edge.size)
    return None


def severed(end: LogEnd) -> Said | None:
    """Return how the end of the log is not that of its head; None when it is.

    No entry can follow there: the next one would follow an entry that is not here.
    """
    if end.found == end.signed:
        return None
    size, signed = end.found[0], end.signed[0]
    if size < signed:
        return Said.of(_CUT, size=size, signed=signed)
    return Said.of(_CHANGED, size=size)
