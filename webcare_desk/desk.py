"""The desk: the one door through which anything changes, and the reads beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from webcare_desk.clock import Machine, now, this_machine
from webcare_desk.domain.moderator import Actor, Role, rights_of
from webcare_desk.domain.reason import LONGEST_WORDS, Why
from webcare_desk.errors import DeniedError, DiskFullError, RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import Act, Reads, Session, Store
from webcare_desk.store.room import Level, Room

if TYPE_CHECKING:
    from collections.abc import Callable

    from webcare_desk.actions.base import Action, T
    from webcare_desk.domain.audit import AuditEntry


@dataclass(frozen=True, slots=True)
class Desk:
    """A store, a clock, and the rule that every change is an action with its entry."""

    store: Store
    clock: Callable[[], int] = now
    machine: Machine = field(default_factory=this_machine)
    room: Room | None = None

    @property
    def read(self) -> Reads:
        """Return what can be asked of the desk."""
        return self.store

    def perform(self, action: Action[T], by: Actor) -> T:
        """Do `action` in one transaction with its audit entry, or not at all.

        Raises DeniedError when the role may not, and RefusedError when the
        action lacks its reason or does not fit the state of its subject. On a
        disk that is nearly full only what cannot wait is done, the last of it
        in the place of the ballast; else DiskFullError.
        """
        if self.room is None:
            return self._perform(action, by)
        if not action.is_urgent:
            _require_room(self.room, action)
        try:
            return self._perform(action, by)
        except DiskFullError:
            if not action.is_urgent or not self.room.give_up():
                raise
        return self._perform(action, by)

    def _perform(self, action: Action[T], by: Actor) -> T:
        from webcare_desk.actions.base import Moment

        if action.right not in rights_of(by.role):
            msg = Said.of(
                QT_TRANSLATE_NOOP("Said", "In the role {role} one may not do this: {action}."),
                role=by.role,
                action=action.name,
            )
            raise DeniedError(msg)
        why = reason_of(action)
        with self.store.write() as session:
            at = self.clock()  # not before: who waited here would seem to be of before the other
            _require_present(session, by, action)
            result = action.apply(session, Moment(at, by))
            words = "" if why is None else why.words.strip()
            session.seal(
                Act(
                    self.machine.stamp(at),
                    by,
                    action.name,
                    action.subject_of(result),
                    action.detail_of(result),
                    None if why is None else why.reason,
                    session.add_text(words) if words else None,
                )
            )
        return result

    def changes(self, after: int, limit: int = 500) -> list[AuditEntry]:
        """Return the entries after number `after`: the log is the change feed."""
        return self.store.entries_after(after, limit)


def _require_room(room: Room, action: Action[T]) -> None:
    if room.level() is Level.LOW:
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said",
                "The disk is nearly full ({free} MB are free): until there is room one may not do "
                "this: {action}. Escalating to PV still works.",
            ),
            free=room.free() // 1_000_000,
            action=action.name,
        )
        raise DiskFullError(msg)


def reason_of(action: Action[T]) -> Why | None:
    """Return why it is done, or refuse what needs a reason and has none that fits.

    `perform` asks it; ask it before anybody signs what an action takes up.
    """
    why = action.why
    if not action.reasons or (why is None and action.is_reason_optional):
        return None
    if why is None or why.reason not in action.reasons:
        fit = Said.each(", ", action.reasons)
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said", "One may not do this without a reason ({action}): give one of {fit}."
            ),
            action=action.name,
            fit=fit,
        )
        raise RefusedError(msg)
    if not why.is_explained:
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said", "Say in words, at most {most} characters, what the other reason is."
            ),
            most=LONGEST_WORDS,
        )
        raise RefusedError(msg)
    return why


def _require_present(session: Session, by: Actor, action: Action[T]) -> None:
    """Refuse who is not logged in, whose account is closed, or who lost the role."""
    if by.role is Role.SYSTEM or action.opens_session or session.is_present(by):
        return
    moderator = session.moderator(by.moderator)
    if moderator is None or not moderator.active or by.role not in moderator.roles:
        msg = Said.of(
            QT_TRANSLATE_NOOP("Said", "This account may not act as {role} any more."), role=by.role
        )
        raise DeniedError(msg)
    found = session.session_of(by.session)
    if found is None or found.actor != by:
        msg = Said.of(QT_TRANSLATE_NOOP("Said", "This session has ended; log in again."))
        raise DeniedError(msg)
    if found.locked_at is not None and not action.while_locked:
        msg = Said.of(QT_TRANSLATE_NOOP("Said", "This session is locked; unlock it first."))
        raise DeniedError(msg)
