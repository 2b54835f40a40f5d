"""Which steps are done of the plans that lead to no packet, as the log tells.

No table keeps it: a person records each step, and the reply that is read back is the step `answer`.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from webcare_desk.actions.rewording import owed_since, owed_with, was_answered
from webcare_desk.domain.audit import AuditEntry, Name
from webcare_desk.domain.comment import Comment
from webcare_desk.domain.escalation import Done, EscalationPlan, PlanStep
from webcare_desk.domain.inbox import Work
from webcare_desk.domain.plan import doers
from webcare_desk.domain.reply import DeliveryKind, DeliveryState
from webcare_desk.domain.spans import HOUR
from webcare_desk.store import tables
from webcare_desk.store.base import LogFilter, Reads

#: What the log calls it when a person records a step.
RECORD_STEP: Final = Name("record-step")
#: The step that is done by a reply which was read back.
ANSWER: Final = "answer"
_MOST: Final = 500


def begins(read: Reads, comment: Comment, work: Work) -> int:
    """Return when the clock of such a plan begins: with the first look, and before it as it came.

    What older words got in a look, or were told of in an alarm, says nothing of words that came
    in later and made it a crisis.
    """
    first = comment.ingested_at if work.aware_at is None else work.aware_at
    return max(first, owed_since(read, comment.id))


def plan_steps(
    read: Reads, comment: Comment, work: Work, plans: Iterable[EscalationPlan]
) -> tuple[PlanStep, ...]:
    """Return how every step of `plans` stands, in order."""
    steps = [(plan, index, step) for plan in plans for index, step in enumerate(plan.steps)]
    if not steps:
        return ()
    done = done_steps(read, work, [(plan.id, step.id) for plan, _, step in steps])
    begun = begins(read, comment, work)
    return tuple(
        PlanStep(
            plan=plan.id,
            step=step,
            due_at=_due(done.get((plan.id, step.id)), begun + step.hours * HOUR),
            doers=doers(plan, index),
            done=done.get((plan.id, step.id)),
        )
        for plan, index, step in steps
    )


def _due(done: Done | None, by_plan: int) -> int:
    """Return until when a step is in time: once it was recorded, neither plan nor look moves that."""
    return by_plan if done is None or done.due_at is None else done.due_at


def done_steps(
    read: Reads, work: Work, steps: Collection[tuple[str, str]]
) -> Mapping[tuple[str, str], Done]:
    """Return which of `steps`, each a plan and a step by their ids, are done.

    What was recorded of older words, before a comment became what it is, does not count.
    """
    found = {each: done for each, done in _recorded(read, work.comment) if each in steps}
    answer = _answer(read, work) if any(step == ANSWER for _, step in steps) else None
    if answer is not None:
        found = {each: answer for each in steps if each[1] == ANSWER} | found
    return found


def _recorded(read: Reads, comment: int) -> Iterable[tuple[tuple[str, str], Done]]:
    after = owed_with(read, comment)  # by the order of the log: a clock is set right
    about = read.entries(LogFilter(subject=comment, action=RECORD_STEP), None, _MOST)
    entries = [entry for entry in about if entry.seq > after]
    words = {note.id: note.text for note in read.notes(comment)} if entries else {}
    for entry in entries:
        said, note = entry.detail, entry.detail.get("note")
        told = words.get(note, "") if isinstance(note, int) else ""
        done = Done(entry.actor, entry.at, told, int(str(said["due_at"])))
        yield (str(said["plan"]), str(said["step"])), done


def _answer(read: Reads, work: Work) -> Done | None:
    """Return who wrote the reply to the present words, and when it was read back."""
    if not was_answered(read, work):
        return None
    replies = {
        each.id: each.author
        for each in read.deliveries_of(work.comment)
        if each.kind is DeliveryKind.REPLY and each.state is DeliveryState.VERIFIED
    }
    read_back = LogFilter(subject=work.comment, action="record-verified")
    return next(
        Done(replies[key], entry.at)
        for entry in read.entries(read_back, None, _MOST)
        for key in _deliveries_in(entry)
        if key in replies
    )


def _deliveries_in(entry: AuditEntry) -> Iterable[int]:
    return (int(key) for table, key, _ in entry.changes if table == tables.DELIVERY.name)
