"""Reading reviews, checks, deviations, and who is online."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webcare_desk.domain.moderator import Role
from webcare_desk.domain.spans import HOUR
from webcare_desk.said import heard
from webcare_desk.store.oversight import Online
from webcare_desk.store.sqlite.asking import Asking, with_kinds

if TYPE_CHECKING:
    import sqlite3

    from webcare_desk.domain.coverage import Poll, Shift
    from webcare_desk.domain.deviation import Deviation, Measure
    from webcare_desk.domain.quality import Check
    from webcare_desk.domain.review import Review, ReviewHit


_REVIEW = (
    "SELECT id, uid, first_entry, last_entry, seed, by, began_at, concluded_at, verdict, "
    "signature, conclusion FROM review "
)
_HIT = (
    "SELECT id, review, question, entry, actor, verdict, judged_by, judged_at, remark "
    "FROM review_hit "
)
_CHECK = (
    "SELECT id, uid, entry, comment, kind, decided_by, decided_at, seed, drawn_at, due_at, "
    "agrees, category, reason, checked_by, checked_at, remark, EXISTS (SELECT 1 FROM erased e "
    "WHERE e.place = 'comment' AND e.number = quality_check.comment) AS is_erased "
    "FROM quality_check "
)
_DEVIATION = (
    "SELECT id, uid, kind, origin, comment, state, title, opened_by, opened_at, due_at, owner, "
    "cause, is_effective, effect, effect_by, effect_at, closed_by, closed_at, signature, "
    "min(due_at, coalesce((SELECT min(m.due_at) FROM measure m WHERE m.deviation = deviation.id "
    "AND m.done_at IS NULL), due_at)) AS next_due FROM deviation "
)
_MEASURE = "SELECT id, deviation, kind, what, owner, due_at, done_at, done_by, result FROM measure "
_ONLINE = (
    "SELECT uid, moderator, role, began_at FROM session WHERE ended_at IS NULL ORDER BY id DESC"
)
#: What was done last in a session, its log-in at the least. No entry pays for an index by session:
#: the log is walked back through what the account did, from the end of the session to its begin.
_LAST = (
    "SELECT e.seq, e.at FROM entry_found f JOIN entry e "
    "ON e.seq BETWEEN f.block * 256 AND f.block * 256 + 255 AND e.actor = f.name "
    "WHERE f.kind = 'actor' AND f.name = :who "
    "AND f.block >= (SELECT min(block) FROM entry_found WHERE kind = 'hour' AND name = :begin) "
    "AND f.block <= coalesce("
    "(SELECT max(block) FROM entry_found WHERE kind = 'hour' AND name = :end), f.block) "
    "AND json_extract(CAST(e.leaf AS TEXT), '$.session') = :session "
    "ORDER BY f.block DESC, e.seq DESC LIMIT 1"
)
#: Who does nothing for so long has left (an hour, microseconds).
_AWAY = HOUR
_Row = tuple[Any, ...]


class OversightReads(Asking):
    """What a supervisor asks."""

    def reviews(self) -> list[Review]:
        """Return every review, the newest first."""
        with self._reading() as db:
            rows = db.execute(f"{_REVIEW} ORDER BY id DESC").fetchall()
            return [_review(db, row) for row in rows]

    def review(self, review: int) -> Review | None:
        """Return a review, or None."""
        with self._reading() as db:
            row = db.execute(f"{_REVIEW} WHERE id = ?", (review,)).fetchone()
            return None if row is None else _review(db, row)

    def review_hits(self, review: int) -> list[ReviewHit]:
        """Return the entries of a review in their order."""
        return [
            _hit(row) for row in self._rows(f"{_HIT} WHERE review = ? ORDER BY entry, id", review)
        ]

    def review_hit(self, hit: int) -> ReviewHit | None:
        """Return one entry of a review, or None."""
        rows = self._rows(f"{_HIT} WHERE id = ?", hit)
        return _hit(rows[0]) if rows else None

    def checks_waiting(self) -> list[Check]:
        """Return the drawn decisions that somebody can still check, the nearest due first."""
        where = "WHERE checked_at IS NULL AND NOT is_erased ORDER BY due_at, id"
        rows = self._rows(f"{_CHECK} {where}")
        return [_check(row) for row in rows]

    def checks(self, since: int, until: int) -> list[Check]:
        """Return what was drawn of decisions made, or checked, in a period."""
        where = (
            "WHERE decided_at >= ?1 AND decided_at < ?2 "
            "OR checked_at >= ?1 AND checked_at < ?2 ORDER BY entry"
        )
        return [_check(row) for row in self._rows(f"{_CHECK} {where}", since, until)]

    def check(self, check: int) -> Check | None:
        """Return a drawn decision, or None."""
        rows = self._rows(f"{_CHECK} WHERE id = ?", check)
        return _check(rows[0]) if rows else None

    def deviations(self, *, only_open: bool = False) -> list[Deviation]:
        """Return the deviations, the open ones first, the nearest due first."""
        where = "WHERE state <> 'closed'" if only_open else ""
        rows = self._rows(f"{_DEVIATION} {where} ORDER BY state = 'closed', next_due, id")
        return [_deviation(row) for row in rows]

    def deviation(self, deviation: int) -> Deviation | None:
        """Return a deviation, or None."""
        rows = self._rows(f"{_DEVIATION} WHERE id = ?", deviation)
        return _deviation(rows[0]) if rows else None

    def measures(self, deviation: int) -> list[Measure]:
        """Return what is done about a deviation, in the order in which it was named."""
        rows = self._rows(f"{_MEASURE} WHERE deviation = ? ORDER BY id", deviation)
        return [_measure(row) for row in rows]

    def measure(self, measure: int) -> Measure | None:
        """Return a measure, or None."""
        rows = self._rows(f"{_MEASURE} WHERE id = ?", measure)
        return _measure(rows[0]) if rows else None

    def online(self) -> list[Online]:
        """Return the sessions that have not ended, the newest first."""
        with self._reading() as db:
            rows = db.execute(_ONLINE).fetchall()
            last = [_last(db, row[0], row[1], row[3], None) for row in rows]
        return [
            Online(row[0], row[1], Role(row[2]), row[3], *found)
            for row, found in zip(rows, last, strict=True)
        ]

    def polls_that_missed(self, limit: int) -> list[Poll]:
        """Return the gaps that nobody explained, then the last `limit` others, the newest first."""
        from webcare_desk.domain.coverage import Coverage, CoverageState, Poll

        rows = self._rows(
            "SELECT id, source, began_at, ended_at, state, seen, added, expected, problem, "
            "explained_by FROM coverage WHERE state <> 'complete' AND (explained_by IS NULL OR id IN "
            "(SELECT id FROM coverage WHERE explained_by IS NOT NULL ORDER BY id DESC LIMIT ?)) "
            "ORDER BY explained_by IS NOT NULL, id DESC",
            limit,
        )
        return [
            Poll(row[0], Coverage(*with_kinds(row[1:9], {3: CoverageState, 7: heard})), row[9])
            for row in rows
        ]

    def polls_between(self, since: int, until: int) -> list[Poll]:
        """Return the polls that touch a period, and the first of each source, the oldest first."""
        from webcare_desk.domain.coverage import Coverage, CoverageState, Poll

        rows = self._rows(
            "SELECT id, source, began_at, ended_at, state, seen, added, expected, problem, "
            "explained_by FROM coverage WHERE began_at < ? AND ended_at >= ? "
            "OR id IN (SELECT min(id) FROM coverage GROUP BY source) ORDER BY id",
            until,
            since,
        )
        return [
            Poll(row[0], Coverage(*with_kinds(row[1:9], {3: CoverageState, 7: heard})), row[9])
            for row in rows
        ]

    def shifts(self, since: int, until: int) -> list[Shift]:
        """Return who was at the desk in a period, the program left out.

        Who had done nothing for an hour had left by then: a session that nobody ended, as after a
        power cut, or somebody else did much later, is no presence until then.
        """
        from webcare_desk.domain.coverage import Shift

        with self._reading() as db:
            rows = db.execute(
                "SELECT uid, moderator, began_at, ended_at FROM session WHERE began_at < ? "
                "AND (ended_at IS NULL OR ended_at > ?) AND role <> 'system' ORDER BY id",
                (until, since),
            ).fetchall()
            return [Shift(row[1], row[2], _left(db, *row)) for row in rows]

    def known_origins(self) -> frozenset[str]:
        """Return what has been opened as a deviation already."""
        rows = self._rows("SELECT origin FROM deviation WHERE origin IS NOT NULL")
        return frozenset(row[0] for row in rows)


def _last(
    db: sqlite3.Connection, session: str, who: str, began_at: int, ended_at: int | None
) -> tuple[int | None, int | None]:
    """Return the number and the time of the last act of a session."""
    asked = {
        "session": session,
        "who": who,
        "begin": began_at // HOUR,
        "end": None if ended_at is None else ended_at // HOUR,
    }
    return db.execute(_LAST, asked).fetchone() or (None, None)


def _left(
    db: sqlite3.Connection, session: str, who: str, began_at: int, ended_at: int | None
) -> int:
    """Return until when a session counts as somebody's presence."""
    if ended_at is not None and ended_at - began_at <= _AWAY:
        return ended_at
    _, last_at = _last(db, session, who, began_at, ended_at)
    left = max(began_at, last_at or 0) + _AWAY
    return left if ended_at is None else min(left, ended_at)


def _review(db: sqlite3.Connection, row: _Row) -> Review:
    from webcare_desk.domain.question import ReviewQuestion
    from webcare_desk.domain.review import Review, Verdict

    asked = db.execute(
        "SELECT question, hits FROM review_question WHERE review = ? ORDER BY id", (row[0],)
    ).fetchall()
    questions = tuple((ReviewQuestion(question), hits) for question, hits in asked)
    return Review(*with_kinds((*row, questions), {8: Verdict}))


def _hit(row: _Row) -> ReviewHit:
    from webcare_desk.domain.question import ReviewQuestion
    from webcare_desk.domain.review import ReviewHit, Verdict

    verdict = None if row[5] is None else Verdict(row[5])
    return ReviewHit(row[0], row[1], ReviewQuestion(row[2]), row[3], row[4], verdict, *row[6:])


def _check(row: _Row) -> Check:
    from webcare_desk.domain.finding import Category
    from webcare_desk.domain.quality import Check, CheckReason, Decision, DecisionKind

    decision = Decision(row[2], row[3], DecisionKind(row[4]), row[5], row[6])
    return Check(
        id=row[0],
        uid=row[1],
        decision=decision,
        seed=row[7],
        drawn_at=row[8],
        due_at=row[9],
        agrees=None if row[10] is None else bool(row[10]),
        category=None if row[11] is None else Category(row[11]),
        reason=None if row[12] is None else CheckReason(row[12]),
        checked_by=row[13],
        checked_at=row[14],
        remark=row[15],
        is_erased=bool(row[16]),
    )


def _deviation(row: _Row) -> Deviation:
    from webcare_desk.domain.deviation import Deviation, DeviationKind, DeviationState

    return Deviation(*with_kinds(row, {2: DeviationKind, 5: DeviationState, 12: bool}))


def _measure(row: _Row) -> Measure:
    from webcare_desk.domain.deviation import Measure, MeasureKind

    return Measure(*with_kinds(row, {2: MeasureKind}))
