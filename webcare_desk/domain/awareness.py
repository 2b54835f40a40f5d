"""When a person first dealt with a comment, by what the log has of it."""

from collections.abc import Iterable
from typing import Final

from webcare_desk.domain.audit import AuditEntry, Name
from webcare_desk.domain.moderator import Role

#: The act of who looked at something, or took a file of it along.
READ: Final = Name("read")


def first_act(about: Iterable[AuditEntry]) -> int | None:
    """Return when a person first did anything, in UTC microseconds; None where nobody did.

    Who reads a case reads the words that PV has, and learns nothing of later ones.
    """
    return min((entry.at for entry in about if _is_of_these_words(entry)), default=None)


def _is_of_these_words(entry: AuditEntry) -> bool:
    return entry.role != Role.SYSTEM and not (entry.action == READ and "escalation" in entry.detail)
