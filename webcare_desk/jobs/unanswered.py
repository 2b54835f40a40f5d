"""One tick of the plans that lead to no packet: who is told that a step of a crisis is not done.

Such a plan has no escalation that could change hands. The first of its steps that is not done
waits until somebody records it (`answer`: until a reply was read back), or the comment is closed;
until then whoever's turn it is gets an alarm.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from webcare_desk.actions import AlarmComment, plan_steps
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import Comment
from webcare_desk.domain.escalation import EscalationPlan, PlanStep
from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import Queue, Work
from webcare_desk.domain.moderator import Role, system_actor
from webcare_desk.domain.plan import Phase, owner_in, state_at
from webcare_desk.domain.spans import HOUR
from webcare_desk.errors import RefusedError
from webcare_desk.protocol.model import Protocol
from webcare_desk.store.base import LogFilter, Reads
from webcare_desk.store.listing import rows_of


def unanswered(
    desk: Desk,
    protocol: Protocol,
    plans_of: Callable[[Comment], Iterable[str]],
    is_open: Callable[[int], bool],
) -> int:
    """Raise every alarm that is due, each once; return how many were raised.

    `plans_of` gives the plans that are followed for a comment now, `is_open` says whether
    the office is open at an instant.
    """
    raised = 0
    for comment, work in _open(desk.read, protocol, desk.clock()):
        plans = [protocol.plans[name] for name in plans_of(comment) if name in protocol.plans]
        steps = plan_steps(desk.read, comment, work, [one for one in plans if not one.forwards])
        step = next((each for each in steps if each.done is None), None)
        if step is not None:
            raised += _raise(desk, protocol.plans[step.plan], step, comment.id, is_open)
    return raised


def _raise(
    desk: Desk, plan: EscalationPlan, step: PlanStep, comment: int, is_open: Callable[[int], bool]
) -> int:
    """Raise the alarm about a step if it is due; return how many that were."""
    alarm = _alarm(desk, plan, step, comment, is_open)
    if alarm is not None:
        # Refused: somebody did it while we looked.
        with suppress(RefusedError):
            desk.perform(alarm, system_actor())
            return 1
    return 0


def _open(read: Reads, protocol: Protocol, now: int) -> Iterator[tuple[Comment, Work]]:
    """Give what is open where the rules of such a plan put it, and each crisis that waits for PV."""
    ours = {name for name, plan in protocol.plans.items() if not plan.forwards}
    queues = {rule.queue for rule in protocol.rules if rule.plan in ours} | {Queue.CRISIS}
    for queue in sorted(queues | {Queue.WAITING}):
        # All of them: who was alarmed of already stands before the rest.
        for row in rows_of(read, queue, now):
            is_crisis = row.category is Category.CRISIS
            comment, work = read.comment(row.comment), read.work(row.comment)
            if comment and work and (is_crisis or queue is not Queue.WAITING):
                yield comment, work


def _alarm(
    desk: Desk, plan: EscalationPlan, step: PlanStep, comment: int, is_open: Callable[[int], bool]
) -> AlarmComment | None:
    """Return the alarm that is due; in office hours its owner sees what is in time in the queue."""
    now, begun = desk.clock(), step.due_at - step.step.hours * HOUR
    is_staffed = plan.out_of_hours is None or is_open(now)
    state = state_at(plan, plan.steps.index(step.step), now - begun, is_open=is_staffed)
    if state.phase is Phase.OWNER and is_staffed:
        return None
    name, to = Name(step.step.id), owner_in(plan, state)
    if last_alarm(desk.read, comment, begun) == (*step.key, to, state.phase):
        return None
    return AlarmComment(comment, Name(plan.id), to, state.phase, name)


def last_alarm(read: Reads, comment: int, since: int) -> tuple[str, str, Role, Phase] | None:
    """Return the plan, the step, the role and the phase of the last alarm since an instant, if any."""
    found = read.entries(LogFilter(subject=comment, action=AlarmComment.name), None, 1)
    said = next((entry.detail for entry in found if entry.at >= since), None)
    if said is None:
        return None
    # One from before the steps were recorded names none.
    plan, step = str(said["plan"]), str(said.get("step", ""))
    return plan, step, Role(str(said["to"])), Phase(str(said["phase"]))
