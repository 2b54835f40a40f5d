"""Answers that came in before what they answer: "me too" says nothing until that is known."""

from collections.abc import Callable
from contextlib import suppress

from webcare_desk.actions import TakeUp
from webcare_desk.actions.awareness import day_zero
from webcare_desk.desk import Desk
from webcare_desk.domain.comment import RemoteComment, as_shown
from webcare_desk.domain.finding import Screening, gravity
from webcare_desk.domain.inbox import Work
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.occasion import Circumstances, addressee
from webcare_desk.domain.triage import Triage
from webcare_desk.errors import RefusedError

Triaging = Callable[[RemoteComment, Screening | None, Circumstances], Triage]


def hear_again(desk: Desk, triage: Triaging, by: Actor, parents: tuple[int, ...]) -> None:
    """Triage the answers again that were here before `parents`, and the answers to those.

    Exports and pages that begin with the newest bring them in this order. What a person has
    dealt with stays as it is.
    """
    while parents:
        early = desk.read.early_answers(parents)
        parents = tuple(each for each in early if _is_found(desk, triage, by, each))


def _is_found(desk: Desk, triage: Triaging, by: Actor, key: int) -> bool:
    """Say whether an answer turned out to be more than it seemed, and take it up."""
    read = desk.read
    comment, work = read.comment(key), read.work(key)
    parent = None if comment is None else read.comment(comment.parent or 0)
    if comment is None or work is None or parent is None or day_zero(read, work) is not None:
        return False
    to = addressee(comment.author_name, parent.author_name, own=parent.own)
    told = Circumstances(comment.source, to)
    said = triage(as_shown(comment, parent), parent.screening, told)
    if not _says_more(said, work):
        return False
    with suppress(RefusedError):  # it is known as a report
        desk.perform(TakeUp(key, said, Role.MODERATOR, None), by)
        return True
    return False


def _says_more(said: Triage, work: Work) -> bool:
    is_graver = gravity(said.category) > gravity(work.category)
    return is_graver or said.screening.urgency > work.tier
