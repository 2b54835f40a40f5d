"""Read again what the list shows, in a worker, and find what has arrived meanwhile."""

from dataclasses import dataclass

from webcare_desk.domain.inbox import InboxRow
from webcare_desk.store.base import Reads
from webcare_desk.ui.places import PAGE, Listing, belongs, page

#: So many rows are read again; a change further down is read row by row.
MOST = 512


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a list holds; `last` is its last row as it was when it was loaded.

    `is_whole` says that nothing came after that row.
    """

    comments: frozenset[int]
    last: InboxRow | None
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Fresh:
    """What has become of a listing: rows as they are now, who left, who came."""

    listing: Listing
    rows: tuple[InboxRow, ...]
    gone: frozenset[int]
    arrived: frozenset[int]


def read_again(read: Reads, listing: Listing, me: str, loaded: Loaded, now: int) -> Fresh:
    """Compare what is loaded with the store; arrivals count up to the end of what is."""
    had = loaded.comments
    limit = min(len(had), MOST) + PAGE
    head = page(read, listing, me, None, now, limit)
    missing = had - {row.comment for row in head}
    others = read.rows(sorted(missing), now) if missing else []
    stays = [row for row in others if _stays(row, listing, is_whole=len(head) < limit)]
    last = None if loaded.last is None else listing.key(loaded.last)
    arrived = frozenset(
        row.comment
        for row in head
        if row.comment not in had
        and not listing.words  # a search shows what was there when somebody asked
        and (loaded.is_whole or last is None or listing.key(row) < last)
    )
    rows = (*(row for row in head if row.comment in had), *others)
    return Fresh(listing, rows, frozenset(missing - {row.comment for row in stays}), arrived)


def _stays(row: InboxRow, listing: Listing, *, is_whole: bool) -> bool:
    """Say whether a row that is not in the head is still further down."""
    return not is_whole and belongs(row, listing)
