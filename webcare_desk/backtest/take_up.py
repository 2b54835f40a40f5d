"""When another version comes into force: what it newly finds becomes work."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from webcare_desk import actions
from webcare_desk.backtest.run import backtest
from webcare_desk.desk import Desk
from webcare_desk.domain.comment import Comment, as_shown
from webcare_desk.domain.escalation import EscalationPlan
from webcare_desk.domain.finding import Screening
from webcare_desk.domain.moderator import Role, system_actor
from webcare_desk.domain.spans import HOUR
from webcare_desk.errors import RefusedError
from webcare_desk.screening import Lexicon
from webcare_desk.store.base import Reads
from webcare_desk.triage import Triager


@dataclass(frozen=True, slots=True)
class TakenUp:
    """How many comments were read, became work, and were known as reports already."""

    read: int
    found: int
    known: int


def is_due(desk: Desk) -> bool:
    """Say whether the comments still have to be held against the protocol in force."""
    return desk.read.fact(actions.RECHECK) == actions.RECHECK_DUE


def take_up(desk: Desk, triager: Triager, lexicon: Lexicon, *, processes: int = 1) -> TakenUp:
    """Hold every comment against `triager` and take up what it newly finds.

    After a crash it begins again: what was taken up is known then.
    """
    read = found = known = 0
    for step in backtest(
        desk.read, triager.protocol, lexicon, triager.assessor, processes=processes
    ):
        read = step.read
        for met in step.found:
            if met.changed.is_found:
                is_new = _taken(desk, triager, met.changed.comment)
                found, known = found + is_new, known + (not is_new)
    done = TakenUp(read, found, known)
    desk.perform(actions.RecordRecheck(done.read, done.found, done.known), system_actor())
    return done


def _taken(desk: Desk, triager: Triager, key: int) -> bool:
    comment, work = desk.read.comment(key), desk.read.work(key)
    if comment is None or work is None:
        return False
    above = list(_above(desk.read, comment))
    [kept] = desk.read.kept_comments(key - 1, 1)
    parent = above[0] if above else None
    told = replace(kept.told, worded_at=actions.reply_from(desk.read, comment))
    triage = triager(as_shown(comment, parent), _screened(triager, above), told)
    due = actions.put_off_none(desk.read, work, triage.reply_due)
    triage = replace(triage, reply_due=due)
    plan = triager.protocol.plans.get(triage.plan or "")
    owner = Role.MODERATOR if plan is None else plan.steps[0].owner
    action = actions.TakeUp(key, triage, owner, None if plan is None else _within(plan))
    try:
        desk.perform(action, system_actor())
    except RefusedError:  # a person, or PV, was told of it before
        return False
    return True


def _above(read: Reads, comment: Comment) -> Iterator[Comment]:
    """Yield what a comment answers, what that answers, and so on; in a circle each once."""
    known = {comment.id}
    while comment.parent is not None and comment.parent not in known:
        parent = read.comment(comment.parent)
        if parent is None:
            return
        yield parent
        known.add(parent.id)
        comment = parent


def _screened(triager: Triager, above: Sequence[Comment]) -> Screening | None:
    """Return what this version sees in the first of them: as the replay did, whichever came first."""
    screening = None
    for comment in reversed(above):
        screening = triager.screen(comment.text, screening)
    return screening


def _within(plan: EscalationPlan) -> int | None:
    return next((step.hours * HOUR for step in plan.steps if step.id == "forward"), None)
