"""Which commands do nothing for a comment as it stands: the menu shows them grey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webcare_desk.domain.inbox import Queue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from webcare_desk.store.base import Reads


def unfit(read: Reads, comment: int | None) -> Iterator[str]:
    """Yield the ids of the commands that the state of a comment leaves nothing to do."""
    from webcare_desk.casebook.awaiting import awaits_pv
    from webcare_desk.domain.reply import DeliveryState

    work = None if comment is None else read.work(comment)
    if work is None or comment is None:
        return
    yield "close" if work.queue is Queue.DONE else "reopen"
    deliveries = read.deliveries_of(comment)
    if not any(each.state is DeliveryState.FAILED for each in deliveries):
        yield "retry"
    if not any(awaits_pv(read, each) for each in read.escalations_of(comment)):
        yield "acknowledge"
