"""Reading the rules for people, their certificates, and alerts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webcare_desk.store.sqlite.asking import Asking

if TYPE_CHECKING:
    from webcare_desk.domain.alert import Alert
    from webcare_desk.domain.policy import Policy
    from webcare_desk.domain.training import Certificate


_CERTIFICATE = (
    "SELECT id, moderator, course, issued_at, expires_at, score, seed, issued_by FROM certificate "
)
_ALERT = "SELECT id, kind, moderator, first_at, last_at, tries, seen_by, seen_at FROM alert "
_POLICY = (
    "SELECT training_gate, pass_percent, questions, certificate_days, idle_minutes, password_days "
    "FROM policy"
)


class ConductReads(Asking):
    """What is asked of the people of a desk, and how they stand."""

    def policy(self) -> Policy:
        """Return the rules for people that are in force."""
        from webcare_desk.domain.policy import Policy

        with self._reading() as db:
            row = db.execute(_POLICY).fetchone()
        return Policy() if row is None else Policy(bool(row[0]), *row[1:])

    def has_policy(self) -> bool:
        """Say whether the desk has set a rule of its own."""
        with self._reading() as db:
            return db.execute("SELECT 1 FROM policy").fetchone() is not None

    def certificate(self, moderator: str, course: str) -> Certificate | None:
        """Return the certificate of a course that expires last, or None."""
        from webcare_desk.domain.training import Certificate

        with self._reading() as db:
            row = db.execute(
                f"{_CERTIFICATE} WHERE moderator = ? AND course = ? "
                "ORDER BY expires_at DESC, id DESC LIMIT 1",
                (moderator, course),
            ).fetchone()
        return None if row is None else Certificate(*row)

    def certificates(self, moderator: str | None = None) -> list[Certificate]:
        """Return certificates, of everybody or of one, the newest first."""
        from webcare_desk.domain.training import Certificate

        with self._reading() as db:
            rows = db.execute(
                f"{_CERTIFICATE} WHERE ? IS NULL OR moderator = ? ORDER BY id DESC",
                (moderator, moderator),
            ).fetchall()
        return [Certificate(*row) for row in rows]

    def alerts(self) -> list[Alert]:
        """Return alerts, those that nobody has looked at first, then the newest."""
        with self._reading() as db:
            rows = db.execute(
                f"{_ALERT} ORDER BY seen_at IS NOT NULL, last_at DESC, id DESC LIMIT 100"
            ).fetchall()
        return [_alert(row) for row in rows]

    def unseen_alert(self, moderator: str | None) -> Alert | None:
        """Return the count of wrong tries that nobody has looked at, or None."""
        with self._reading() as db:
            row = db.execute(
                f"{_ALERT} WHERE seen_at IS NULL AND moderator IS ?", (moderator,)
            ).fetchone()
        return None if row is None else _alert(row)


def _alert(row: tuple[int, str, str | None, int, int, int, str | None, int | None]) -> Alert:
    from webcare_desk.domain.alert import Alert, AlertKind

    key, kind, *rest = row
    return Alert(key, AlertKind(kind), *rest)  # type: ignore[arg-type]  # the columns of _ALERT
