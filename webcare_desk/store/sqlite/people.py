"""Reading accounts, sessions, sources and coverage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webcare_desk.domain.moderator import Actor, Moderator, OpenSession, Role, as_heard
from webcare_desk.said import heard
from webcare_desk.store.base import Account
from webcare_desk.store.sqlite.asking import Asking

if TYPE_CHECKING:
    from webcare_desk.domain.coverage import Coverage

_MODERATOR = "SELECT uid, login, name, roles, active FROM moderator "
_SESSION = (
    "SELECT moderator, role, uid, began_at, locked_at, unlocked_at FROM session "
    "WHERE ended_at IS NULL"
)


class PeopleReads(Asking):
    """Who works on the desk."""

    def moderators(self) -> list[Moderator]:
        """Return every account, the oldest first; none is ever removed."""
        with self._reading() as db:
            rows = db.execute(f"{_MODERATOR} ORDER BY id").fetchall()
        return [_moderator(row) for row in rows]

    def account(self, login: str) -> Account | None:
        """Return the account of a login, or of the one that sounds like it, or None.

        No two sound alike: `Anna` typed for `anna` can be nobody else.
        """
        meant = as_heard(login)
        with self._reading() as db:
            known = db.execute("SELECT login, id FROM moderator WHERE login IS NOT NULL").fetchall()
            key = next((row[1] for row in known if as_heard(row[0]) == meant), None)
            row = db.execute(
                "SELECT uid, login, name, roles, active, id, password, failures, locked_until, "
                "password_at, code_step FROM moderator WHERE id = ?",
                (key,),
            ).fetchone()
        return None if row is None else Account(row[5], _moderator(row[:5]), *row[6:])

    def moderator(self, uid: str) -> Moderator | None:
        """Return an account by its id, or None."""
        with self._reading() as db:
            row = db.execute(f"{_MODERATOR} WHERE uid = ?", (uid,)).fetchone()
        return None if row is None else _moderator(row)

    def moderator_key(self, uid: str) -> int | None:
        """Return the row of an account, for an action that changes it."""
        return self._key("SELECT id FROM moderator WHERE uid = ?", uid)

    def open_session(self, uid: str) -> int | None:
        """Return the row of a session that has not ended, or None."""
        return self._key("SELECT id FROM session WHERE uid = ? AND ended_at IS NULL", uid)

    def session_of(self, uid: str) -> OpenSession | None:
        """Return a session that has not ended, with its locks, or None."""
        with self._reading() as db:
            row = db.execute(f"{_SESSION} AND uid = ?", (uid,)).fetchone()
        return None if row is None else _session(row)

    def open_sessions(self) -> list[OpenSession]:
        """Return every session that has not ended, the newest first."""
        with self._reading() as db:
            rows = db.execute(f"{_SESSION} ORDER BY id DESC").fetchall()
        return [_session(row) for row in rows]

    def is_present(self, by: Actor) -> bool:
        """Say whether an account is open, has the role, and its session neither ended nor locked."""
        with self._reading() as db:
            row = db.execute(
                "SELECT 1 FROM session s JOIN moderator m ON m.uid = s.moderator "
                "WHERE s.uid = ? AND s.moderator = ? AND s.role = ? "
                "AND s.ended_at IS NULL AND s.locked_at IS NULL "
                "AND m.active <> 0 AND instr('+' || m.roles || '+', '+' || s.role || '+')",
                (by.session, by.moderator, by.role),
            ).fetchone()
        return row is not None

    def _key(self, query: str, value: str) -> int | None:
        with self._reading() as db:
            row = db.execute(query, (value,)).fetchone()
        return None if row is None else int(row[0])


class SourceReads(Asking):
    """How far each source has been read."""

    def source_key(self, name: str) -> int | None:
        """Return the row of a source, or None before its first poll."""
        with self._reading() as db:
            row = db.execute("SELECT id FROM source WHERE name = ?", (name,)).fetchone()
        return None if row is None else int(row[0])

    def cursor(self, name: str) -> str | None:
        """Return the cursor a source's last poll left, or None."""
        with self._reading() as db:
            row = db.execute("SELECT cursor FROM source WHERE name = ?", (name,)).fetchone()
        return None if row is None else row[0]

    def coverage(self, source: str | None = None, limit: int = 100) -> list[Coverage]:
        """Return the latest polls, the newest first."""
        with self._reading() as db:
            rows = db.execute(
                "SELECT source, began_at, ended_at, state, seen, added, expected, problem, "
                "coalesce(polls, 1) FROM coverage WHERE ? IS NULL OR source = ? ORDER BY id DESC LIMIT ?",
                (source, source, limit),
            ).fetchall()
        return [_coverage(*row) for row in rows]

    def gaps(self) -> list[tuple[int, Coverage]]:
        """Return polls that did not cover and that nobody has explained, by row."""
        with self._reading() as db:
            rows = db.execute(
                "SELECT id, source, began_at, ended_at, state, seen, added, expected, problem, "
                "coalesce(polls, 1) FROM coverage WHERE state <> 'complete' AND explained_by IS NULL ORDER BY id"
            ).fetchall()
        return [(row[0], _coverage(*row[1:])) for row in rows]


def _moderator(row: tuple[str, str, str, str, int]) -> Moderator:
    uid, login, name, roles, active = row
    return Moderator(
        uid, login, name, frozenset(Role(r) for r in roles.split("+") if r), bool(active)
    )


def _session(row: tuple[str, str, str, int, int | None, int | None]) -> OpenSession:
    moderator, role, uid, began_at, locked_at, unlocked_at = row
    return OpenSession(Actor(moderator, Role(role), uid), began_at, locked_at, unlocked_at)


def _coverage(  # noqa: PLR0913, PLR0917 - one argument for each column of the row
    source: str,
    began_at: int,
    ended_at: int,
    state: str,
    seen: int,
    added: int,
    expected: int | None,
    problem: str | None,
    polls: int,
) -> Coverage:
    from webcare_desk.domain.coverage import Coverage, CoverageState

    return Coverage(
        source,
        began_at,
        ended_at,
        CoverageState(state),
        seen,
        added,
        expected,
        heard(problem),
        polls,
    )
