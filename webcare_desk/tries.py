"""Wrong tries to enter or to sign, and who has to wait for them."""

from webcare_desk import actions
from webcare_desk.actions.tries import is_wait_told, refuse_locked
from webcare_desk.desk import Desk
from webcare_desk.domain.alert import AlertKind
from webcare_desk.domain.moderator import system_actor
from webcare_desk.errors import LoginError
from webcare_desk.store.base import Account


def record_wrong(desk: Desk, account: Account, kind: AlertKind) -> None:
    """Record a wrong try at an account; the caller refuses it."""
    desk.perform(actions.RecordFailedLogin(account.moderator.login, kind), system_actor())


def refuse_waiting(desk: Desk, account: Account) -> None:
    """Refuse while an account waits, with an entry for the first try of each wait; raise LoginError."""
    try:
        refuse_locked(account, desk.clock())
    except LoginError:
        if not is_wait_told(account, desk.read.unseen_alert(account.moderator.id)):
            record_wrong(desk, account, AlertKind.WHILE_WAITING)
        raise
