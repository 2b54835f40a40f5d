"""Reading safety cases: where each stands, its versions, and PV's answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webcare_desk.domain.inbox import Handover
from webcare_desk.store.sqlite.asking import Asking, with_kinds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from webcare_desk.domain.audit import Digest
    from webcare_desk.domain.case_version import CaseAnswer, CaseStanding, CaseVersion

#: The last answer of a case `s` of which only PV can say what it means. A person's word settles
#: it that is not about an earlier version, one about PV's number alone only another number, and
#: any word a mail, which has been read then; an unclear receipt the next plain one too, and a
#: contradiction that to a later version. Of a case that was erased nothing is left to ask about.
DOUBT = (
    "(SELECT max(x.id) FROM case_answer x WHERE x.escalation = s.escalation AND x.waiting = 0 "
    "AND x.signature IS NULL AND x.salt <> x'' "
    "AND x.meaning IN ('contrary-answer', 'different-reference', 'unreadable') "
    "AND NOT EXISTS (SELECT 1 FROM case_answer y WHERE y.escalation = x.escalation AND y.id > x.id "
    "AND (y.signature IS NOT NULL AND (x.way = 'mail' OR iif(y.meaning = 'different-reference', "
    "x.meaning = 'different-reference', y.number >= x.number)) "
    "OR y.meaning IN ('accepted', 'rejected') AND (x.meaning = 'unreadable' "
    "AND x.way = 'e2b' OR x.meaning = 'contrary-answer' AND y.number > x.number))))"
)
_STANDING = (
    "SELECT s.id, s.escalation, e.comment, e.plan, s.state, s.since, v.received_at, v.number, s.alarm, "  # noqa: S608 - constants of this program
    f"s.alarmed_at, s.duplicate_of, s.reason, e.pv_reference, s.version, {DOUBT} FROM safety_case s "
    "JOIN escalation e ON e.id = s.escalation JOIN case_version v ON v.escalation = s.escalation "
    "AND v.number = (SELECT max(number) FROM case_version WHERE escalation = s.escalation) "
)
#: The last case `s` of a comment `w`, which has none where it never went to PV.
LAST_CASE = (
    "LEFT JOIN safety_case s ON s.escalation = "
    "(SELECT max(e.id) FROM escalation e WHERE e.comment = w.comment) "
)
#: How far its latest version has come, as long as PV has not answered that with a yes.
HANDOVER = (
    f"CASE s.state WHEN 'sent' THEN {Handover.DONE} WHEN 'rejected' THEN {Handover.REFUSED} "  # noqa: S608 - constants of this program
    # An earlier version may have come back after this one was made.
    "WHEN 'queued' THEN (SELECT CASE WHEN max(d.state IN ('uncertain', 'failed') "
    f"OR d.problem IS NOT NULL) THEN {Handover.FAILING} ELSE {Handover.ON_ITS_WAY} END "
    "FROM case_version v JOIN delivery d ON d.id = v.delivery "
    "WHERE v.escalation = s.escalation AND v.answer IS NULL) "
    f"WHEN 'drafted' THEN {Handover.FAILING} WHEN 'came-back' THEN {Handover.FAILING} "
    f"WHEN 'corrected' THEN {Handover.FAILING} WHEN 'follow-up' THEN {Handover.FAILING} END"
)
#: By when PV must have a later version, as `forward_until` has it; the first one's is in `work`.
PV_DUE = (
    "CASE WHEN w.aware_due IS NULL AND s.state IN "
    "('drafted', 'queued', 'came-back', 'rejected', 'corrected', 'follow-up') THEN "
    "(SELECT iif(v.kind = 'amendment', v.made_at, v.received_at) + e.due_at - e.aware_at "
    "FROM case_version v JOIN escalation e ON e.id = v.escalation "
    "WHERE v.escalation = s.escalation ORDER BY v.number DESC LIMIT 1) END"
)
#: The comments whose report PV refused, or whose packet cannot leave: a person has to act.
REFUSED_OR_STUCK = (
    "SELECT e.comment FROM safety_case s JOIN escalation e ON e.id = s.escalation "
    "WHERE s.state <> 'closed' AND (s.state = 'rejected' OR s.state = 'queued' AND EXISTS "
    "(SELECT 1 FROM case_version v JOIN delivery d ON d.id = v.delivery "
    "WHERE v.escalation = s.escalation AND d.state = 'held' AND d.problem IS NOT NULL))"
)
_VERSION = (
    "SELECT v.id, v.escalation, v.number, v.kind, d.body, v.delivery, v.received_at, v.made_at, "
    "v.by, v.reason, v.answer, v.answered_at FROM case_version v "
    "LEFT JOIN document d ON d.id = v.document "
)
_ANSWER = (
    "SELECT id, escalation, number, way, meaning, waiting, at, by, proof, document, signature, "
    "duplicate_of, reason, report, pv_reference, words, problems FROM case_answer "
)
_Row = tuple[Any, ...]


class CaseReads(Asking):
    """What is asked of cases."""

    def case_standing(self, case: int) -> CaseStanding | None:
        """Return where a case stands, or None."""
        rows = self._rows(f"{_STANDING} WHERE s.escalation = ?", case)
        return standing_of(rows[0]) if rows else None

    def case_standings(self, *, only_open: bool = False) -> list[CaseStanding]:
        """Return where the cases stand, the newest first."""
        where = "WHERE s.state <> 'closed'" if only_open else ""
        rows = self._rows(f"{_STANDING} {where} ORDER BY s.escalation DESC LIMIT 100000")
        return [standing_of(row) for row in rows]

    def cases_to_forward(self) -> list[CaseStanding]:
        """Return where the cases stand of which the latest version is not at PV, but has to be."""
        from webcare_desk.domain.case_state import WAITS, Wait

        states = [state for state, wait in WAITS.items() if wait is Wait.FORWARD]
        where = f"WHERE s.state IN ({','.join('?' * len(states))}) ORDER BY s.escalation DESC"
        rows = self._rows(f"{_STANDING} {where}", *states)
        return [standing_of(row) for row in rows]

    def cases_clocked_before(self) -> list[CaseStanding]:
        """Return the cases at PV of which the comment still has the clock of the first report."""
        where = (
            "JOIN work w ON w.comment = e.comment WHERE s.state = 'sent' AND w.status = 'escalated' "
            "AND w.aware_due = e.due_at ORDER BY s.escalation"
        )
        return [standing_of(row) for row in self._rows(f"{_STANDING} {where}")]

    def escalations_without_case(self, limit: int) -> list[int]:
        """Return escalations from before there were cases, the oldest first."""
        query = (
            "SELECT e.id FROM escalation e WHERE NOT EXISTS "
            "(SELECT 1 FROM safety_case s WHERE s.escalation = e.id) ORDER BY e.id LIMIT ?"
        )
        return [row[0] for row in self._rows(query, limit)]

    def case_named(self, reports: Sequence[Digest]) -> int | None:
        """Return the case that has one of these numbers, the first of them that any has."""
        for report in reports:
            rows = self._rows(
                "SELECT escalation FROM safety_case WHERE report = ? ORDER BY id DESC LIMIT 1",
                report,
            )
            if rows:
                return int(rows[0][0])
        return None

    def case_versions(self, case: int) -> list[CaseVersion]:
        """Return the versions of a case, the first one first."""
        rows = self._rows(f"{_VERSION} WHERE v.escalation = ? ORDER BY v.number", case)
        return [_version(row) for row in rows]

    def case_version_of(self, delivery: int) -> CaseVersion | None:
        """Return the version that a packet of the outbox carries, or None."""
        rows = self._rows(f"{_VERSION} WHERE v.delivery = ?", delivery)
        return _version(rows[0]) if rows else None

    def version_with(self, batch: Digest) -> tuple[int, int] | None:
        """Return case and number of the version with this batch number, or None."""
        rows = self._rows("SELECT escalation, number FROM case_version WHERE batch = ?", batch)
        return (rows[0][0], rows[0][1]) if rows else None

    def case_answers(self, case: int) -> list[CaseAnswer]:
        """Return what PV answered, the oldest first."""
        rows = self._rows(f"{_ANSWER} WHERE escalation = ? ORDER BY id", case)
        return [_answer(row) for row in rows]

    def case_answer(self, answer: int) -> CaseAnswer | None:
        """Return one answer, or None."""
        rows = self._rows(f"{_ANSWER} WHERE id = ?", answer)
        return _answer(rows[0]) if rows else None

    def loose_answers(self) -> list[CaseAnswer]:
        """Return the answers to reports that are not ours and not erased, the newest first."""
        query = f"{_ANSWER} WHERE escalation IS NULL AND salt <> x'' ORDER BY id DESC LIMIT 500"
        return [_answer(row) for row in self._rows(query)]

    def answers_with(self, evidence: Digest) -> list[CaseAnswer]:
        """Return the answers that came with a document, by its digest."""
        rows = self._rows(f"{_ANSWER} WHERE proof = ? ORDER BY id", evidence)
        return [_answer(row) for row in rows]

    def case_document(self, document: int) -> str | None:
        """Return the words of a document, or None."""
        rows = self._rows("SELECT body FROM document WHERE id = ?", document)
        return str(rows[0][0]) if rows else None


def standing_of(row: _Row) -> CaseStanding:
    """Return where a case stands, from the columns of `_STANDING`."""
    from webcare_desk.domain.case_state import CaseState
    from webcare_desk.domain.case_version import CaseStanding
    from webcare_desk.domain.moderator import Role
    from webcare_desk.domain.reason import Reason

    return CaseStanding(*with_kinds(row, {4: CaseState, 8: Role, 11: Reason}))


def _version(row: _Row) -> CaseVersion:
    from webcare_desk.domain.case_version import (
        AnswerMeaning,
        CaseVersion,
        VersionKind,
    )

    return CaseVersion(*with_kinds(row, {3: VersionKind, 10: AnswerMeaning}))


def _answer(row: _Row) -> CaseAnswer:
    from webcare_desk.domain.audit import Digest
    from webcare_desk.domain.case_version import AnswerMeaning, CaseAnswer, Way
    from webcare_desk.domain.reason import Reason

    return CaseAnswer(*with_kinds(row, {3: Way, 4: AnswerMeaning, 5: bool, 8: Digest, 12: Reason}))
