"""Letting a restored desk go on: one person signs, a second one signs, then it does."""

from collections.abc import Callable

from webcare_desk import signing_off
from webcare_desk.actions import ConfirmRestore
from webcare_desk.actions.restored import restore_wanted
from webcare_desk.actions.two_persons import has_leave, still_asked
from webcare_desk.desk import Desk
from webcare_desk.domain.moderator import Actor
from webcare_desk.vault.secret import Secret


def confirm_restore(desk: Desk, actor: Actor, signing: Callable[[], tuple[str, Secret]]) -> bool:
    """Sign that the restored desk may go on; say whether it does.

    The first person's signature is a request, the second one's approves it.
    On a desk that never had two people who could approve, one is enough, and
    the entry says so. `signing` gives login and password where a signature is
    due. Raises RefusedError where nothing is to be confirmed,
    or where the same person signs twice.
    """
    wanted, at = restore_wanted(desk.read), desk.clock()
    if not has_leave(desk.read, wanted, at):
        waiting = still_asked(desk.read, wanted, at)
        login, password = signing()
        if not waiting:
            signing_off.ask(desk, actor, password, wanted, login=login)
            return False
        signing_off.approve(desk, actor, password, waiting[0].id, login=login)
    desk.perform(ConfirmRestore(), actor)
    return True
