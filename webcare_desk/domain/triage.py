"""What screening and the protocol say about a comment before a person looks."""

from dataclasses import dataclass

from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.finding import Category, Screening
from webcare_desk.domain.inbox import Queue


@dataclass(frozen=True, slots=True)
class Triage:
    """A recommendation with its evidence; a person decides.

    `rules` are the ids of the matching rules, the winner first; `plan` is the
    escalation plan the winner names; `reply_due` in UTC microseconds.
    """

    screening: Screening
    category: Category
    queue: Queue
    rules: tuple[str, ...]
    plan: str | None
    reply_due: int | None


@dataclass(frozen=True, slots=True)
class Arrival:
    """A comment as it came in, with its triage."""

    comment: RemoteComment
    triage: Triage


@dataclass(frozen=True, slots=True)
class Ingested:
    """What a batch did: ids of new comments, and of those that stand there otherwise now.

    `reworded` are those of `revised` that have other words; the rest is only hidden or shown.
    """

    added: tuple[int, ...]
    revised: tuple[int, ...]
    unchanged: int
    reworded: tuple[int, ...] = ()
