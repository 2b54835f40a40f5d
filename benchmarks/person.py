"""Who works on the benchmarks' desks; apart from what makes them, so that it loads at once."""

from webcare_desk.desk import Desk
from webcare_desk.domain.moderator import Actor, Role

ORIGIN = "benchmark"
LOGIN = "bench"


def enter(desk: Desk) -> Actor:
    """Return a moderator in a session of his own."""
    from webcare_desk.actions import LogIn  # not needed where a session is open

    account = desk.read.account(LOGIN)
    if account is None:
        msg = "the desk has no account"
        raise LookupError(msg)
    session = f"session-{desk.clock()}"
    return desk.perform(
        LogIn(LOGIN, Role.MODERATOR), Actor(account.moderator.id, Role.MODERATOR, session)
    )
