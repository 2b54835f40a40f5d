"""Reading what leaves the desk: deliveries, and escalations under way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from webcare_desk.domain.inbox import NEVER, Queue
from webcare_desk.store.sqlite.asking import Asking
from webcare_desk.store.sqlite.cases import REFUSED_OR_STUCK

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable

    from webcare_desk.domain.escalation import Escalation, OpenStep
    from webcare_desk.domain.reply import Delivery, DeliveryState

_DELIVERY = (
    "SELECT d.id, d.uid AS key, d.kind, d.comment, d.escalation, d.state, "
    "coalesce(t.body, '') AS body, "
    "d.template, d.author, d.queued_at, d.not_before, d.attempts, d.lease_until, d.receipt, "
    "d.problem, d.version FROM delivery d LEFT JOIN text t ON t.id = d.body "
)
_ESCALATION = (
    "SELECT e.id, e.uid, e.comment, e.state, e.plan, e.step, e.aware_at, e.recognised_at, "
    'e.due_at, t.body AS "case", e.owner, e.by, e.pv_reference, e.version '
    "FROM escalation e JOIN document t ON t.id = e.packet "
)
_OPEN_QUEUES = ", ".join(f"'{queue}'" for queue in Queue if queue.is_open)
# Work is due no later than PV: by that the index tells what can be late.
_LATE = (
    f"SELECT comment, aware_due FROM work WHERE queue IN ({_OPEN_QUEUES}) "  # noqa: S608 - constants of this file
    "AND due < :now AND aware_due < :now AND status <> 'escalated'"
)
_PROBLEMS = (
    "SELECT (SELECT count(DISTINCT comment) FROM delivery WHERE state = 'uncertain'), "  # noqa: S608 - constants of this program
    f"(SELECT count(*) FROM (SELECT comment FROM delivery WHERE state = 'failed' UNION {REFUSED_OR_STUCK}))"
)


class OutboxReads(Asking):
    """What is on its way, what came back, and what went wrong."""

    def delivery(self, delivery: int) -> Delivery | None:
        """Return a delivery, or None."""
        return next(iter(self._deliveries("WHERE d.id = ?", delivery)), None)

    def delivery_named(self, key: str) -> Delivery | None:
        """Return the delivery with a key, or None."""
        return next(iter(self._deliveries("WHERE d.uid = ?", key)), None)

    def deliveries_of(self, comment: int) -> list[Delivery]:
        """Return every delivery about a comment, oldest first."""
        return self._deliveries("WHERE d.comment = ? ORDER BY d.id", comment)

    def deliveries_due(
        self, now: int, limit: int, solved: Iterable[str] = (), kinds: Collection[str] = ()
    ) -> list[Delivery]:
        """Return what a job has to look at, of all `kinds` without: time has come, nobody holds it.

        What waits because of a problem that is `solved` is due too; a reply that waits for a hide
        is not.

        What is to wait longer than any pause is due too: that time, or its lease, is of a clock
        that was ahead, and neither a report nor an answer must wait for it.
        """
        from webcare_desk.domain.reply import (
            LONGEST_ASKED,
            LONGEST_LEASE,
            LONGEST_PAUSE,
            PAUSE,
            DeliveryKind,
        )
        from webcare_desk.store.sqlite.due import DUE

        return self._deliveries(
            DUE,
            now,
            json.dumps(sorted(solved)),
            now + PAUSE,
            now + LONGEST_PAUSE,
            NEVER,
            now + LONGEST_ASKED,
            now,
            now + LONGEST_LEASE,
            json.dumps(sorted(kinds or DeliveryKind)),
            limit,
        )

    def deliveries_in(self, state: DeliveryState) -> list[Delivery]:
        """Return every delivery in a state, oldest first."""
        return self._deliveries("WHERE d.state = ? ORDER BY d.id", state)

    def undoable(self, author: str, now: int) -> list[Delivery]:
        """Return what of somebody's is held and can be called back, the last one first."""
        from webcare_desk.store.sqlite.due import MAILS

        return self._deliveries(
            "WHERE d.state = 'held' AND d.author = ? AND d.not_before > ? AND d.attempts = 0 "
            f"AND d.kind NOT IN ({MAILS}) ORDER BY d.queued_at DESC LIMIT 20",
            author,
            now,
        )

    def mail_of(self, delivery: int) -> str | None:
        """Return the frozen mail of a packet, if it was built."""
        with self._reading() as db:
            row = db.execute(
                "SELECT t.body FROM delivery d JOIN document t ON t.id = d.mail WHERE d.id = ?",
                (delivery,),
            ).fetchone()
        return None if row is None else str(row[0])

    def problem_counts(self) -> tuple[int, int]:
        """Return of how many comments a delivery is uncertain, and of how many there is a problem.

        That is one that failed, or a report that PV refused or that cannot leave.
        """
        with self._reading() as db:
            row = db.execute(_PROBLEMS).fetchone()
        return int(row[0]), int(row[1])

    def escalation(self, escalation: int) -> Escalation | None:
        """Return an escalation, or None."""
        return next(iter(self._escalations("WHERE e.id = ?", escalation)), None)

    def escalations_of(self, comment: int) -> list[Escalation]:
        """Return every escalation of a comment, oldest first."""
        return self._escalations("WHERE e.comment = ? ORDER BY e.id", comment)

    def open_steps(self) -> list[OpenStep]:
        """Return the present step of every open escalation, without its case."""
        from webcare_desk.domain.escalation import OpenStep
        from webcare_desk.domain.moderator import Role

        with self._reading() as db:
            rows = db.execute(
                "SELECT id, comment, plan, step, coalesce((SELECT received_at FROM case_version "
                "WHERE escalation = e.id ORDER BY number DESC LIMIT 1), aware_at), owner "
                "FROM escalation e WHERE state = 'open' ORDER BY due_at, id"
            ).fetchall()
        return [
            OpenStep(key, comment, plan, step, at, Role(owner))
            for key, comment, plan, step, at, owner in rows
        ]

    def late_forwards(self, now: int) -> list[tuple[int, int]]:
        """Return each comment of which PV should have heard by now, and by when.

        It waits in a queue past that time, or its packet never left.
        """
        with self._reading() as db:
            return db.execute(_LATE, {"now": now}).fetchall()

    def all_escalations(self, limit: int = 100_000) -> list[Escalation]:
        """Return every escalation, the newest first."""
        return self._escalations("WHERE true ORDER BY e.id DESC LIMIT ?", limit)

    def _deliveries(self, where: str, *values: object) -> list[Delivery]:
        from webcare_desk.domain.reply import Delivery, DeliveryKind, DeliveryState

        with self._reading() as db:
            rows = _named(db.execute(_DELIVERY + where, values))
        return [
            Delivery(
                **{**row, "kind": DeliveryKind(row["kind"]), "state": DeliveryState(row["state"])}
            )
            for row in rows
        ]

    def _escalations(self, where: str, *values: object) -> list[Escalation]:
        from webcare_desk.domain.escalation import Escalation, EscalationState
        from webcare_desk.domain.moderator import Role

        with self._reading() as db:
            rows = _named(db.execute(_ESCALATION + where, values))
        return [
            Escalation(
                **{**row, "state": EscalationState(row["state"]), "owner": Role(row["owner"])}
            )
            for row in rows
        ]


def _named(cursor: sqlite3.Cursor) -> list[dict[str, Any]]:
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
