"""What was taken from people or kept for the law after a backup, done again after its restore.

Else a closed account would be open again, a password that leaked would serve, and what the law
holds could be erased. The program does it, in the same step that puts the backup in place.
"""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.backup import last_restore
from webcare_desk.actions.base import Action, Moment
from webcare_desk.actions.people import SetRoles
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.erasure import Hold
from webcare_desk.domain.moderator import Right, Role
from webcare_desk.store import tables
from webcare_desk.store.base import Session


@dataclass(frozen=True, slots=True)
class TakeAgain(Action[None]):
    """An account is closed again, or left with those of its `roles` that it still had.

    One that `stays` keeps what it has in the backup: nobody else could give roles.
    """

    moderator: str
    roles: frozenset[Role]
    active: bool
    stays: bool = False
    name: ClassVar[Name] = Name("take-again")
    right: ClassVar[Right] = Right.CONFIGURE

    def apply(self, session: Session, moment: Moment) -> None:
        """Take it, with all that ends with it."""
        last_restore(session)
        SetRoles(self.moderator, self.roles, self.active).apply(session, moment)

    def detail_of(self, result: None) -> Details:
        """Name the account with the roles that it has now, and say whether it is open."""
        of_roles = SetRoles(self.moderator, self.roles, self.active).detail_of(result)
        return {**of_roles, "stays": self.stays}


@dataclass(frozen=True, slots=True)
class EndPassword(Action[None]):
    """The password of the backup ends, which was replaced after it.

    `record` is the Argon2id record of one that nobody knows: an administrator gives another.
    Without it the old one serves once more, to choose another with. The signing key stays until
    then, so that the log goes on telling through whose hands the account went.
    """

    moderator: str
    record: str | None
    name: ClassVar[Name] = Name("end-password")
    right: ClassVar[Right] = Right.CONFIGURE

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep the record."""
        del moment
        last_restore(session)
        key = session.moderator_key(self.moderator) or 0  # which no row has
        personal = {} if self.record is None else {"password": self.record}
        session.change(tables.MODERATOR, key, {"password_at": 0}, personal)

    def detail_of(self, result: None) -> Details:
        """Name the account, and say whether the old password serves once more."""
        del result
        return {"moderator": Name(self.moderator), "serves_once": self.record is None}


@dataclass(frozen=True, slots=True)
class HoldAgain(Action[None]):
    """A comment is held again, as it was; `comment` is its number here.

    None stands for one that came after the backup: nothing can be held, and the entry tells of it.
    """

    comment: int | None
    hold: Hold
    name: ClassVar[Name] = Name("hold-again")
    right: ClassVar[Right] = Right.CONFIGURE

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep the hold as it was set: by whom, since when and for what."""
        del moment
        last_restore(session)
        if self.comment is None:
            return
        session.add(
            tables.HOLD,
            {
                "comment": self.comment,
                "basis": self.hold.basis,
                "since": self.hold.since,
                "by": Name(self.hold.by),
                "version": 1,
            },
            {"words": self.hold.words},
        )

    def detail_of(self, result: None) -> Details:
        """Name the basis, and the comment by its number on the desk that was put aside."""
        del result
        return {"basis": self.hold.basis, "was": self.hold.comment}


#: The names of these acts.
AGAIN = (TakeAgain.name, EndPassword.name, HoldAgain.name)
