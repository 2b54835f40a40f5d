"""The desk: the one door through which anything changes, and the reads beside it."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from webcare_desk.actions.base import Action, Moment, T
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.moderator import Actor, Role, rights_of
from webcare_desk.errors import DeniedError
from webcare_desk.store.base import Act, Reads, Session, Store


def now() -> int:
    """Return the time in UTC microseconds."""
    return time.time_ns() // 1000


@dataclass(frozen=True, slots=True)
class Desk:
    """A store, a clock, and the rule that every change is an action with its entry."""

    store: Store
    clock: Callable[[], int] = now

    @property
    def read(self) -> Reads:
        """Return what can be asked of the desk."""
        return self.store

    def perform(self, action: Action[T], by: Actor) -> T:
        """Do `action` in one transaction with its audit entry, or not at all.

        Raises DeniedError when the role may not, and RefusedError when the
        action does not fit the state of its subject.
        """
        if action.right not in rights_of(by.role):
            msg = f"In the role {by.role.value} one may not {action.name}."
            raise DeniedError(msg)
        at = self.clock()
        with self.store.write() as session:
            _require_present(session, by, action)
            result = action.apply(session, Moment(at, by))
            session.seal(
                Act(at, by, action.name, action.subject_of(result), action.detail_of(result))
            )
        return result

    def changes(self, after: int, limit: int = 500) -> list[AuditEntry]:
        """Return the entries after number `after`: the log is the change feed."""
        return self.store.entries_after(after, limit)


def _require_present(session: Session, by: Actor, action: Action[T]) -> None:
    """Refuse who is not logged in, whose account is closed, or who lost the role."""
    if by.role is Role.SYSTEM or action.opens_session:
        return
    moderator = session.moderator(by.moderator)
    if moderator is None or not moderator.active or by.role not in moderator.roles:
        msg = f"This account may not act as {by.role.value} any more."
        raise DeniedError(msg)
    if session.actor_of(by.session) != by:
        msg = "This session has ended; log in again."
        raise DeniedError(msg)
