"""When a person first dealt with a comment, by what the log has of it."""

from collections.abc import Iterable

from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.moderator import Role


def first_act(about: Iterable[AuditEntry]) -> int | None:
    """Return when a person first did anything, in UTC microseconds; None where nobody did."""
    return min((entry.at for entry in about if entry.role != Role.SYSTEM), default=None)
