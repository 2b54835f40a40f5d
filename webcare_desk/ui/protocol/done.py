"""Which steps of an escalation's plan are done, by whom and when, as the log tells. No widgets."""

from collections.abc import Iterable, Mapping

from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.escalation import Done, EscalationState


def done_steps(entries: Iterable[AuditEntry], escalation: int, count: int) -> Mapping[int, Done]:
    """Return the steps that are done of the `count` of a plan, by their place.

    `entries` are those about the comment, in any order. A step is done by the
    entry that moved the escalation past it; the last one by PV's answer. One that it was moved
    back to is to be done again.
    """
    found: dict[int, Done] = {}
    for entry in sorted(entries, key=lambda each: each.seq):
        for table, key, columns in entry.changes:
            if (table, key) != ("escalation", escalation):
                continue
            reached = _reached(columns, count)
            if reached is None:
                continue
            found = {index: done for index, done in found.items() if index < reached}
            for index in range(reached):
                found.setdefault(index, Done(entry.actor, entry.at))
    return found


def _reached(columns: Mapping[str, object], count: int) -> int | None:
    """Return how many steps are done after these columns changed; None where that stays."""
    if _new(columns, "state") not in {None, EscalationState.OPEN.value}:
        return count
    step = _new(columns, "step")
    return step if isinstance(step, int) else None


def _new(columns: Mapping[str, object], name: str) -> object:
    change = columns.get(name)
    return change[-1] if isinstance(change, list | tuple) and change else None
