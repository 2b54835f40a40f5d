"""Through whose hands the password of an account went, as the log tells.

Whoever gives a password may enter with it first, choose an own one, and then give
others theirs under that name: so a giver brings along everybody who may have been
behind him at that moment. Another password that somebody else gives begins anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from webcare_desk.domain.audit import AuditEntry, Name
from webcare_desk.store.base import Reads

#: The acts that give passwords, and the one that asks: their classes use what stands here.
_MADE, _GIVEN, _ASKED = Name("add-moderator"), Name("set-password"), Name("ask")


@dataclass(frozen=True, slots=True)
class Hands:
    """Who else may have entered an account since its last password.

    With the first password of a new account the person comes at once, and finds
    out whether somebody was there before; `is_later` is every other one.
    """

    who: frozenset[str] = frozenset()
    is_later: bool = False


_NOBODY = Hands()


@dataclass(frozen=True, slots=True)
class Given:
    """Who may be behind each account `now`, and was when each request was made (`then`)."""

    now: Mapping[str, Hands]
    then: Mapping[object, Mapping[str, Hands]]


def are_apart(given: Given, one: str, other: str, request: int | None = None) -> bool:
    """Say whether no person may be behind both; `one` may have made `request` before."""
    then = given.now if request is None else given.then.get(request, given.now)
    first, second = then.get(one, _NOBODY), given.now.get(other, _NOBODY)
    if other in first.who or one in second.who:
        return False
    return not (first.is_later and second.is_later and first.who & second.who)


def given_passwords(read: Reads) -> Given:
    """Read in the log once who gave whom a password, for any number of pairs and requests."""
    found: Mapping[str, Hands] = {}
    then: dict[object, Mapping[str, Hands]] = {}
    for entry in read.entries_among((_MADE, _GIVEN, _ASKED), 0, read.log_size()):
        if entry.action == _ASKED:
            then[entry.detail.get("request")] = found
        elif _counts(entry, found):
            before = found.get(entry.actor, _NOBODY).who
            hands = Hands(before | {entry.actor}, is_later=entry.action == _GIVEN)
            found = {**found, str(entry.detail["moderator"]): hands}
    return Given(found, then)


def _counts(entry: AuditEntry, found: Mapping[str, Hands]) -> bool:
    """Say whether this gave somebody else a password, where another could have known.

    Who made an account alone had nobody else to be two with, also where he gave it
    a second password before anybody had entered: nobody had a key there yet.
    """
    whose = str(entry.detail["moderator"])
    if entry.action == _MADE:
        return entry.detail.get("alone") is False
    ended_key = any(table == "signing_key" for table, _, _ in entry.changes)
    return entry.actor != whose and (ended_key or whose in found)
