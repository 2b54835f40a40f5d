"""What the list can show: a queue, one's own work, deliveries in trouble, a search."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.inbox import InboxRow, PageKey, Queue
from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.words import queue_word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from webcare_desk.store.base import Reads

PAGE = 64


class Beside(StrEnum):
    """Places that are no queue: they gather comments from several."""

    MINE = "mine"
    UNCERTAIN = "uncertain"
    PROBLEMS = "problems"


Place = Queue | Beside

#: The order of danger first; it is fixed, no preference changes it.
PLACES: tuple[Place, ...] = (*Queue, *Beside)

_WORDS: Mapping[Beside, str] = {
    Beside.MINE: QT_TRANSLATE_NOOP("Places", "Mine"),
    Beside.UNCERTAIN: QT_TRANSLATE_NOOP("Places", "Uncertain"),
    Beside.PROBLEMS: QT_TRANSLATE_NOOP("Places", "Problems"),
}


@dataclass(frozen=True, slots=True)
class Listing:
    """What the list shows; with `words` it is a search, and the place only waits.

    A queue may go `by_tier`: the most suspect first.
    """

    place: Place
    words: str = ""
    by_tier: bool = False

    @property
    def goes_by_tier(self) -> bool:
        """Whether the order is by tier: that of a queue alone can be."""
        return self.by_tier and not self.words and isinstance(self.place, Queue)

    def key(self, row: InboxRow) -> tuple[int, int, int]:
        """Return where a row stands in the order of the list."""
        return (-row.tier if self.goes_by_tier else 0, row.due, row.comment)


def place_word(place: Place) -> str:
    """Return the name of a place."""
    if isinstance(place, Queue):
        return queue_word(place)
    return QCoreApplication.translate("Places", _WORDS[place])


def page(  # noqa: PLR0913, PLR0917 - what a page is asked with
    read: Reads, listing: Listing, me: str, after: InboxRow | None, now: int, limit: int = PAGE
) -> list[InboxRow]:
    """Return up to `limit` rows of a listing after the row `after`."""
    if listing.words:
        return read.search(listing.words, after.comment if after else None, limit, now)
    key = PageKey(after.due, after.comment, after.tier) if after else None
    if isinstance(listing.place, Queue):
        return read.page(listing.place, key, limit, now, by_tier=listing.by_tier)
    if listing.place is Beside.MINE:
        return read.mine(me, key, limit, now)
    from webcare_desk.domain.reply import DeliveryState

    is_uncertain = listing.place is Beside.UNCERTAIN
    state = DeliveryState.UNCERTAIN if is_uncertain else DeliveryState.FAILED
    return read.troubled(state, key, limit, now)


def nothing_found(typed: str) -> str:
    """Return why a search shows nothing, as a sentence."""
    from webcare_desk.domain.sought import sought
    from webcare_desk.reports.searched import why_nothing

    asked = sought(typed)
    name = oneline(", ".join(asked.names), 40)
    return QCoreApplication.translate("Places", why_nothing(asked)).format(name=name)


def belongs(row: InboxRow, listing: Listing) -> bool:
    """Say whether a row that changed may still stand where it stands in a listing."""
    return bool(listing.words) or not isinstance(listing.place, Queue) or row.queue is listing.place
