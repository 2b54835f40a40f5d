"""What can be asked of the rules for people, their certificates, sessions and alerts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from webcare_desk.domain.alert import Alert
    from webcare_desk.domain.moderator import Actor, Moderator, OpenSession
    from webcare_desk.domain.policy import Policy
    from webcare_desk.domain.training import Certificate


class ConductReads(Protocol):
    """Reads about what is asked of people, and how they stand."""

    def policy(self) -> Policy:
        """Return the rules for people that are in force."""

    def has_policy(self) -> bool:
        """Say whether the desk has set a rule of its own."""

    def certificate(self, moderator: str, course: str) -> Certificate | None:
        """Return the certificate of a course that expires last."""

    def certificates(self, moderator: str | None = None) -> list[Certificate]:
        """Return certificates, of everybody or of one, the newest first."""

    def alerts(self) -> list[Alert]:
        """Return alerts, those that nobody has looked at first, then the newest."""

    def unseen_alert(self, moderator: str | None) -> Alert | None:
        """Return the count of wrong tries that nobody has looked at."""

    def session_of(self, uid: str) -> OpenSession | None:
        """Return a session that has not ended, with its locks."""

    def open_sessions(self) -> list[OpenSession]:
        """Return every session that has not ended, the newest first."""

    def moderators(self) -> list[Moderator]:
        """Return every account."""

    def moderator(self, uid: str) -> Moderator | None:
        """Return an account by its id."""

    def moderator_key(self, uid: str) -> int | None:
        """Return the row of an account."""

    def open_session(self, uid: str) -> int | None:
        """Return the row of a session that has not ended."""

    def is_present(self, by: Actor) -> bool:
        """Say whether an account is open, has the role, and its session neither ended nor locked."""
