"""Handing the log over to another key."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment
from webcare_desk.domain.audit import Details, Digest, Name
from webcare_desk.domain.epoch import ROTATE, Handover, handover_detail
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import StaleError
from webcare_desk.store.base import Session


@dataclass(frozen=True, slots=True)
class RotateKey(Action[Handover]):
    """From the next entry on the log is signed by `key`; the key in force names it.

    `after` is the number of the epoch that ends: two programs on one desk
    hand over once.
    """

    after: int
    key: Digest
    name: ClassVar[Name] = ROTATE
    right: ClassVar[Right] = Right.CONFIGURE

    def apply(self, session: Session, moment: Moment) -> Handover:
        """Let the key in force sign for the next one."""
        del moment
        if session.epoch().number != self.after:
            msg = "The log has another key already."
            raise StaleError(msg)
        return session.hand_over(self.key)

    def detail_of(self, result: Handover) -> Details:
        """Name the key, with the signature that follows the chain."""
        return handover_detail(result.epoch, result.signature)
