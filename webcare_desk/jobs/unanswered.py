"""One tick of the plans that lead to no packet: who is told that a crisis is not answered.

Such a plan has no escalation that could change hands. Its first step waits until a reply was
read back, or the comment was closed; until then whoever's turn it is gets an alarm.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from webcare_desk.actions import AlarmComment
from webcare_desk.actions.rewording import owed_since
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import Comment
from webcare_desk.domain.escalation import EscalationPlan
from webcare_desk.domain.inbox import InboxRow, PageKey, Queue, Work
from webcare_desk.domain.moderator import Role, system_actor
from webcare_desk.domain.plan import Phase, owner_in, state_at
from webcare_desk.errors import RefusedError
from webcare_desk.protocol.model import Protocol
from webcare_desk.store.base import LogFilter, Reads

_PAGE = 500


def unanswered(
    desk: Desk,
    protocol: Protocol,
    plans_of: Callable[[Comment], Iterable[str]],
    is_open: Callable[[int], bool] = lambda _: True,
) -> int:
    """Raise every alarm that is due, each once; return how many were raised.

    `plans_of` gives the plans that are recommended for a comment now, `is_open` says whether
    the office is open at an instant.
    """
    raised = 0
    for comment, work in _owed(desk.read, protocol, desk.clock()):
        plans = (protocol.plans[name] for name in plans_of(comment) if name in protocol.plans)
        plan = next((plan for plan in plans if plan.steps and not plan.forwards), None)
        alarm = None if plan is None else _alarm(desk, plan, comment, work, is_open)
        if alarm is not None:
            # Refused: somebody answered while we looked.
            with suppress(RefusedError):
                desk.perform(alarm, system_actor())
                raised += 1
    return raised


def _owed(read: Reads, protocol: Protocol, now: int) -> Iterator[tuple[Comment, Work]]:
    """Give what waits for a reply where the rules of such a plan put it."""
    ours = {name for name, plan in protocol.plans.items() if not plan.forwards}
    queues = {rule.queue for rule in protocol.rules if rule.plan in ours} | {Queue.CRISIS}
    for queue in sorted(queues):
        for row in _rows(read, queue, now):
            comment, work = read.comment(row.comment), read.work(row.comment)
            if comment and work and work.awaits_reply:
                yield comment, work


def _rows(read: Reads, queue: Queue, now: int) -> Iterator[InboxRow]:
    """Yield all of a queue, a page at a time: who was alarmed of already stands before the rest."""
    after: PageKey | None = None
    while page := read.page(queue, after, _PAGE, now):
        yield from page
        after = PageKey(page[-1].due, page[-1].comment)


def _alarm(
    desk: Desk,
    plan: EscalationPlan,
    comment: Comment,
    work: Work,
    is_open: Callable[[int], bool],
) -> AlarmComment | None:
    """Return the alarm that is due; in office hours its owner sees what is in time in the queue."""
    now, begun = desk.clock(), begins(desk.read, comment, work)
    is_staffed = plan.out_of_hours is None or is_open(now)
    state = state_at(plan, 0, now - begun, is_open=is_staffed)
    if state.phase is Phase.OWNER and is_staffed:
        return None
    alarm = AlarmComment(comment.id, Name(plan.id), owner_in(plan, state), state.phase)
    is_known = last_alarm(desk.read, comment.id, begun) == (plan.id, alarm.to, alarm.phase)
    return None if is_known else alarm


def begins(read: Reads, comment: Comment, work: Work) -> int:
    """Return when the clock of such a plan begins: with the first look, and before it as it came.

    What older words got in a look, or were told of in an alarm, says nothing of words that came
    in later and made it a crisis.
    """
    first = comment.ingested_at if work.aware_at is None else work.aware_at
    return max(first, owed_since(read, comment.id))


def last_alarm(read: Reads, comment: int, since: int) -> tuple[str, Role, Phase] | None:
    """Return the plan, the role and the phase of the last alarm since an instant, if any."""
    found = read.entries(LogFilter(subject=comment, action=AlarmComment.name), None, 1)
    said = next((entry.detail for entry in found if entry.at >= since), None)
    if said is None:
        return None
    return str(said["plan"]), Role(str(said["to"])), Phase(str(said["phase"]))
