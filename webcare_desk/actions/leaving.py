"""Sessions end: who leaves, whom somebody shuts out, and what a stop left open."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import Actor, Right, Role
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Session

_ENDED = Said.of(QT_TRANSLATE_NOOP("Said", "This session has ended already."))


@dataclass(frozen=True, slots=True)
class EndSession(Action[None]):
    """Somebody who watches over the desk ends a session that another left open."""

    session: str
    name: ClassVar[Name] = Name("end-session")
    right: ClassVar[Right] = Right.GUARD

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep when; one's own session is left by logging out."""
        key = session.open_session(self.session)
        if key is None or self.session == moment.by.session:
            msg = QT_TRANSLATE_NOOP("Said", "There is no such session of somebody else.")
            raise RefusedError(Said.of(msg))
        session.change(tables.SESSION, key, {"ended_at": moment.at})


@dataclass(frozen=True, slots=True)
class EndLeftSession(Action[None]):
    """The program ends a session whose window or command was stopped before it could log out."""

    session: str
    name: ClassVar[Name] = Name("end-left-session")
    is_urgent: ClassVar[bool] = True
    right: ClassVar[Right] = Right.DELIVER

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep when; until when its person was there its last act tells."""
        key = session.open_session(self.session)
        if key is None:
            raise RefusedError(_ENDED)
        session.change(tables.SESSION, key, {"ended_at": moment.at})


@dataclass(frozen=True, slots=True)
class LogOut(Action[None]):
    """The session ends."""

    name: ClassVar[Name] = Name("log-out")
    is_urgent: ClassVar[bool] = True
    right: ClassVar[Right] = Right.SESSION
    while_locked: ClassVar[bool] = True

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep when."""
        session.change(tables.SESSION, own_session(session, moment.by), {"ended_at": moment.at})


def end_sessions(
    session: Session, moderator: str, at: int, roles: frozenset[Role] = frozenset(), keep: str = ""
) -> None:
    """End the open sessions of an account, except those in `roles` and the one to `keep`."""
    for each in session.open_sessions():
        actor = each.actor
        is_kept = actor.role in roles or actor.session == keep
        key = session.open_session(actor.session)
        if actor.moderator == moderator and not is_kept and key is not None:
            session.change(tables.SESSION, key, {"ended_at": at})


def own_session(session: Session, by: Actor) -> int:
    """Return the row of the session in which somebody acts, or refuse where it has ended."""
    key = session.open_session(by.session)
    if key is None:
        raise RefusedError(_ENDED)
    return key
