"""The inbox: where a comment stands and which one comes next."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.finding import Category, Tier
from webcare_desk.domain.reason import Reason

#: The due time of work that no clock runs for: the year 2255, after every real one,
#: and the largest whole number that every JSON reader keeps exactly.
NEVER = 2**53 - 1


def nearest(reply_due: int | None, aware_due: int | None) -> int:
    """Return the nearest of two due times, or NEVER."""
    return min(due for due in (reply_due, aware_due, NEVER) if due is not None)


class Queue(StrEnum):
    """Where a comment stands; the order of the members is the order of danger."""

    CRISIS = "crisis"
    SAFETY = "safety"
    QUALITY = "quality"
    QUESTION = "question"
    OTHER = "other"
    WAITING = "waiting"
    DONE = "done"

    @property
    def is_open(self) -> bool:
        """Say whether a moderator still has to do something here."""
        return self not in {Queue.WAITING, Queue.DONE}


def home_of(category: Category) -> Queue:
    """Return the queue in which what a person has to look at again stands by its category."""
    own = {Category.CRISIS: Queue.CRISIS, Category.QUALITY: Queue.QUALITY}
    return own.get(category, Queue.SAFETY)


class Status(StrEnum):
    """How far the work on a comment has come."""

    NEW = "new"
    OPEN = "open"
    ANSWERED = "answered"
    ESCALATED = "escalated"
    CLOSED = "closed"


class Handover(IntEnum):
    """How far the latest version of a report has come that PV has not answered with a yes."""

    ON_ITS_WAY = 1
    FAILING = 2
    DONE = 3
    REFUSED = 4


@dataclass(frozen=True, slots=True)
class Work:
    """The state of the work on one comment; times in UTC microseconds.

    `due` is the nearest of `reply_due` and `aware_due`. That is by when PV must know, and once
    the report has left by when PV answers. A claim is a lease: `claimed_by` holds the comment
    until `claimed_until`.
    """

    comment: int
    queue: Queue
    status: Status
    category: Category
    tier: Tier
    due: int
    reply_due: int | None
    aware_at: int | None
    aware_due: int | None
    claimed_by: str | None
    claimed_until: int
    assigned_to: str | None
    visibility: Visibility
    reason: Reason | None
    version: int

    @property
    def awaits_reply(self) -> bool:
        """Say whether a reply is due and somebody still works on it."""
        return self.queue.is_open and self.reply_due is not None


@dataclass(frozen=True, slots=True)
class PageKey:
    """The place after which a page begins: the last row's due time and id.

    In a list by tier also its tier.
    """

    due: int
    comment: int
    tier: Tier = Tier.STRONG


@dataclass(frozen=True, slots=True)
class InboxRow:
    """What the list shows of one comment; `preview` has at most 400 characters.

    `handover` is that of its last report to PV, None where PV has answered all of it.
    `pv_due` is by when PV must have a later version, where PV has answered an earlier one.
    With `awaits_answer` all of it has left, and `aware_due` is by when PV answers.
    """

    comment: int
    queue: Queue
    status: Status
    category: Category
    tier: Tier
    due: int
    reply_due: int | None
    aware_due: int | None
    claimed_by: str | None
    author_name: str
    preview: str
    source: str
    posted_at: int
    visibility: Visibility
    handover: Handover | None = None
    is_erased: bool = False
    awaits_answer: bool = False
    pv_due: int | None = None


@dataclass(frozen=True, slots=True)
class QueueCount:
    """How many comments stand in a queue, and the due time of its first one."""

    queue: Queue
    count: int
    worst: int | None
