"""Which steps of an escalation's plan are done, by whom and when, as the log tells. No widgets."""

from collections.abc import Iterable, Mapping

from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.escalation import Done, EscalationState


def done_steps(entries: Iterable[AuditEntry], escalation: int, count: int) -> Mapping[int, Done]:
    """Return the steps that are done of the `count` of a plan, by their place.

    `entries` are those about the comment, in any order. A step is done by the
    entry that moved the escalation past it; the last one by PV's answer.
    """
    found: dict[int, Done] = {}
    for entry in sorted(entries, key=lambda each: each.seq):
        for table, key, columns in entry.changes:
            if (table, key) != ("escalation", escalation):
                continue
            for index in range(_reached(columns, count)):
                found.setdefault(index, Done(entry.actor, entry.at))
    return found


def _reached(columns: Mapping[str, object], count: int) -> int:
    """Return how many steps are done after these columns changed."""
    if _new(columns, "state") not in {None, EscalationState.OPEN.value}:
        return count
    step = _new(columns, "step")
    return step if isinstance(step, int) else 0


def _new(columns: Mapping[str, object], name: str) -> object:
    change = columns.get(name)
    return change[-1] if isinstance(change, list | tuple) and change else None
