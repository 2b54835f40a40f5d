"""Signing keys begin and end with the passwords they are sealed under."""

from webcare_desk.actions.base import Moment
from webcare_desk.actions.two_persons import note_approvers
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.signature import SealedKey
from webcare_desk.store import tables
from webcare_desk.store.base import Session


def add_key(session: Session, moderator: str, key: SealedKey, moment: Moment) -> None:
    """Keep a new signing key of an account."""
    session.add(
        tables.SIGNING_KEY,
        {"moderator": Name(moderator), "public": key.public, "made_at": moment.at},
        {"sealed": key.sealed},
    )


def renew_key(session: Session, moderator: str, key: SealedKey | None, moment: Moment) -> None:
    """End the key of an old password and keep that of the new one, if there is one."""
    end_key(session, moderator, moment)
    if key is not None:
        add_key(session, moderator, key, moment)
        note_approvers(session)


def end_key(session: Session, moderator: str, moment: Moment) -> None:
    """End the key of an account, if it has one; its private half is erased."""
    key = session.signing_key(moderator)
    if key is not None:
        ended: Details = {"ended_at": moment.at, "ended_by": Name(moment.by.moderator)}
        session.change(tables.SIGNING_KEY, key.id, ended, {"sealed": ""})
