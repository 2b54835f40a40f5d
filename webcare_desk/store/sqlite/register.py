"""Reading the register of safety cases, a page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webcare_desk.store.sqlite.asking import Asking
from webcare_desk.store.sqlite.cases import DOUBT

if TYPE_CHECKING:
    from webcare_desk.domain.register import RegisterFilter, RegisterRow

_ROW = (
    "SELECT s.id, s.escalation, e.comment, e.plan, s.state, s.since, v.received_at, v.number, "  # noqa: S608 - constants of this program
    f"s.alarm, s.alarmed_at, s.duplicate_of, s.reason, e.pv_reference, s.version, {DOUBT}, "
    # Day zero as it was frozen with the packet; of one that was erased the first look is left.
    "e.uid, v.kind, coalesce(CASE WHEN json_valid(d.body) THEN json_extract(d.body, '$.clocks.' || "
    "replace(coalesce(json_extract(d.body, '$.day_zero'), 'first-viewed'), '-', '_') || '_at.us') END, "
    "e.aware_at), e.due_at, a.name, c.source, substr(t.body, 1, 200), "
    "CASE WHEN json_valid(d.body) THEN coalesce(json_array_length(d.body, '$.linked'), 0) ELSE 0 END, "
    "CASE WHEN json_valid(d.body) THEN json_extract(d.body, '$.reference') END, "
    "(SELECT max(i.alarm) FROM inquiry i WHERE i.escalation = s.escalation AND i.outcome IS NULL) "
    "FROM safety_case s JOIN escalation e ON e.id = s.escalation "
    "JOIN case_version v ON v.escalation = s.escalation AND v.number = "
    "(SELECT max(number) FROM case_version WHERE escalation = s.escalation) "
    "JOIN comment c ON c.id = e.comment JOIN author a ON a.id = c.author "
    "JOIN work w ON w.comment = c.id "
    "JOIN revision r ON r.id = w.revision "
    "JOIN text t ON t.id = r.body JOIN document d ON d.id = e.packet "
)
_WORDS = (
    "(t.body LIKE ? ESCAPE '\\' OR a.name LIKE ? ESCAPE '\\' OR e.pv_reference LIKE ? ESCAPE '\\')"
)
_STANDING = 15
_ALARMED = (
    f"({DOUBT} IS NOT NULL OR s.state <> 'closed' AND (s.alarm IS NOT NULL OR EXISTS "  # noqa: S608 - constants of this program
    "(SELECT 1 FROM inquiry i "
    "WHERE i.escalation = s.escalation AND i.outcome IS NULL AND i.alarm IS NOT NULL)))"
)


class RegisterReads(Asking):
    """What is asked of the register."""

    def register_page(
        self, chosen: RegisterFilter, before: int | None, limit: int
    ) -> list[RegisterRow]:
        """Return up to `limit` cases that fit, older than case `before`."""
        where, values = _where(chosen)
        if before is not None:
            where, values = [*where, "s.escalation < ?"], [*values, before]
        query = f"{_ROW} WHERE {' AND '.join(where)} ORDER BY s.escalation DESC LIMIT ?"
        with self._reading() as db:
            return [_made(row) for row in db.execute(query, (*values, limit))]

    def register_row(self, case: int) -> RegisterRow | None:
        """Return the row of one case, or None."""
        with self._reading() as db:
            row = db.execute(f"{_ROW} WHERE s.escalation = ?", (case,)).fetchone()
        return None if row is None else _made(row)

    def cases_ending(self, digits: str) -> list[tuple[int, str]]:
        """Return the cases whose uid ends with these eight digits, each with its uid."""
        query = (
            "SELECT e.id, e.uid FROM escalation e JOIN safety_case s ON s.escalation = e.id "
            "WHERE substr(e.uid, -8) = ? ORDER BY e.id"
        )
        with self._reading() as db:
            return [(int(case), str(uid)) for case, uid in db.execute(query, (digits,))]


def _where(chosen: RegisterFilter) -> tuple[list[str], list[object]]:
    from webcare_desk.domain.register import STATES, Shown

    states = [state.value for state in STATES[chosen.shown]]
    where, values = [f"s.state IN ({', '.join('?' * len(states))})"], list[object](states)
    if chosen.shown is Shown.ALARM:
        where.append(_ALARMED)
    for word in chosen.words.split():
        escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        where.append(_WORDS)
        values += [f"%{escaped}%"] * 3
    return where, values


def _made(row: tuple[Any, ...]) -> RegisterRow:
    from webcare_desk.domain.case_version import VersionKind
    from webcare_desk.domain.identity import short_number
    from webcare_desk.domain.moderator import Role
    from webcare_desk.domain.register import RegisterRow
    from webcare_desk.store.sqlite.cases import standing_of

    uid, kind, *rest, reference, asking = row[_STANDING:]
    rest += [reference or short_number(uid), None if asking is None else Role(asking)]
    return RegisterRow(standing_of(row[:_STANDING]), uid, VersionKind(kind), *rest)
