"""Handing the log over to another key, and going on with a log that forked."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment
from webcare_desk.actions.hands import are_apart, given_passwords
from webcare_desk.actions.people import drop_code
from webcare_desk.domain.audit import Details, Digest, Name
from webcare_desk.domain.epoch import FORK, ROTATE, KeyHandover, handover_detail, vkey_of
from webcare_desk.domain.mark import LogMark
from webcare_desk.domain.moderator import Right, rights_of
from webcare_desk.errors import DeniedError, RefusedError, StaleError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import Session


@dataclass(frozen=True, slots=True)
class RotateKey(Action[KeyHandover]):
    """From the next entry on the log is signed by `key`; the key in force names it.

    `after` is the number of the epoch that ends: two programs on one desk
    hand over once.
    """

    after: int
    key: Digest
    name: ClassVar[Name] = ROTATE
    is_urgent: ClassVar[bool] = True
    right: ClassVar[Right] = Right.CONFIGURE

    def apply(self, session: Session, moment: Moment) -> KeyHandover:
        """Let the key in force sign for the next one."""
        del moment
        if session.epoch().number != self.after:
            msg = Said.of(QT_TRANSLATE_NOOP("Said", "The log has another key already."))
            raise StaleError(msg)
        return session.hand_over(self.key)

    def detail_of(self, result: KeyHandover) -> Details:
        """Name the key, with the signature that follows the chain."""
        return handover_detail(result.epoch, result.signature)


@dataclass(frozen=True, slots=True)
class ContinueAfterFork(Action[None]):
    """The log is not the one the keyring remembers; two persons go on with it under a new name.

    `origin` and `key` are new and registered with the supervisor again; `known`
    is the last head that was remembered. It is the first act on this log that is
    signed again, so nobody can have a session: both persons gave their passwords.
    A code whose key was lost with the keyring is dropped, of these two alone:
    they can enter again, and an administrator among them drops those of others.
    """

    origin: Name
    key: Digest
    known: LogMark | None
    approved_by: Name
    is_asker_code_lost: bool = False
    is_second_code_lost: bool = False
    name: ClassVar[Name] = FORK
    is_urgent: ClassVar[bool] = True
    right: ClassVar[Right] = Right.RESTORE
    opens_session: ClassVar[bool] = True

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep the new name and key of the log; refuse one person alone."""
        asker, second = moment.by, session.moderator(self.approved_by)
        person = session.moderator(asker.moderator)
        if person is None or not person.active or asker.role not in person.roles:
            msg = Said.of(
                QT_TRANSLATE_NOOP("Said", "This account may not act as {role}."), role=asker.role
            )
            raise DeniedError(msg)
        if second is None or not second.active or second.id == person.id:
            msg = Said.of(QT_TRANSLATE_NOOP("Said", "To go on after a fork takes a second person."))
            raise RefusedError(msg)
        if not any(Right.APPROVE in rights_of(role) for role in second.roles):
            msg = Said.of(
                QT_TRANSLATE_NOOP("Said", "The second person has no role that may approve this.")
            )
            raise RefusedError(msg)
        if not are_apart(given_passwords(session), person.id, second.id):
            session.tell({"alone": True})
        if self.is_asker_code_lost:
            drop_code(session, person.id)
        if self.is_second_code_lost:
            drop_code(session, second.id)
        session.set_fact(Name("origin"), self.origin)
        session.set_fact(Name("verifier"), vkey_of(self.origin, bytes.fromhex(self.key)))

    def detail_of(self, result: None) -> Details:
        """Name the new key, the second person, whose code was dropped, and the last known head."""
        del result
        named: Details = {
            "origin": self.origin,
            "key": self.key,
            "approved_by": self.approved_by,
            "asker_code_dropped": self.is_asker_code_lost,
            "second_code_dropped": self.is_second_code_lost,
        }
        if self.known is None:
            return named
        return {
            **named,
            "known_size": self.known.edge.size,
            "known_root": self.known.root,
            "known_epoch": self.known.epoch.number,
        }
