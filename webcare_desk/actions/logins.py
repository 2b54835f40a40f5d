"""What an account may be called, and which roles it may have."""

from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import Role, as_heard
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import Reads

#: So many letters a login has at most: it stands in columns.
_LONGEST = 64


def require_free(read: Reads, login: str) -> None:
    """Refuse a login that an account has or had, one that sounds like it, or that misleads."""
    meant = as_heard(login)
    if not meant:
        msg = Said.of(QT_TRANSLATE_NOOP("Said", "An account needs a login."))
        raise RefusedError(msg)
    if not login.strip().isprintable() or len(login.strip()) > _LONGEST:
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said", "A login has at most {most} letters and none that cannot be seen."
            ),
            most=_LONGEST,
        )
        raise RefusedError(msg)
    if meant == Role.SYSTEM:
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said", "In the log {login} is the program itself: choose another login."
            ),
            login=repr(login),
        )
        raise RefusedError(msg)
    if any(as_heard(other.login) == meant for other in read.moderators()):
        msg = Said.of(
            QT_TRANSLATE_NOOP("Said", "The login {login} is taken; logins are never used twice."),
            login=repr(login),
        )
        raise RefusedError(msg)


def roles_name(roles: frozenset[Role]) -> Name:
    """Return roles as one name: `moderator+supervisor`; SYSTEM is for nobody."""
    if not roles or Role.SYSTEM in roles:
        msg = Said.of(QT_TRANSLATE_NOOP("Said", "Give the account at least one role of a person."))
        raise RefusedError(msg)
    return Name("+".join(sorted(roles)))
