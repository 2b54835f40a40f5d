"""Sessions that a stop of the program left open, as a kill or a power cut: the next start ends them."""

from webcare_desk.actions import EndLeftSession
from webcare_desk.desk import Desk
from webcare_desk.domain.moderator import system_actor
from webcare_desk.domain.spans import HOUR


def end_left(desk: Desk, session: str) -> None:
    """End `session`, that of a window that was stopped, if it is open.

    With it ends each in which nothing was done for an hour, as of a command that was stopped.
    """
    for each in desk.read.online():
        is_silent = desk.clock() - (each.last_at or each.began_at) > HOUR
        if each.session == session or is_silent:
            desk.perform(EndLeftSession(each.session), system_actor())
