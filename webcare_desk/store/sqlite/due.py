"""Which deliveries a job has to look at: the rules of `domain.reply`, said to the database."""

from collections.abc import Iterable
from typing import Final

from webcare_desk.domain.reply import (
    NOT_HIDDEN,
    RESTING,
    UNDER_WAY,
    DeliveryKind,
    DeliveryState,
)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in sorted(names))


#: The kinds that go to a department.
MAILS: Final = _listed(kind for kind in DeliveryKind if kind.is_mail)
# Sorted, as the index of what is due has them: it serves a query that says the same.
_UNDER_WAY: Final = _listed(UNDER_WAY)
_HELD, _DOUBTED = DeliveryState.HELD, DeliveryState.UNCERTAIN

# `domain.reply.waits_for_hide`: else the waiting crowd out what they wait for.
_WAITS_FOR_HIDE: Final = (
    f"d.kind = '{DeliveryKind.REPLY}' "  # noqa: S608 - constants of the domain
    f"AND (d.state = '{_HELD}' OR d.state = '{_DOUBTED}' AND d.receipt IS NULL) "
    "AND EXISTS (SELECT 1 FROM delivery h WHERE h.comment = d.comment "
    f"AND (h.id < d.id OR d.problem = '{NOT_HIDDEN}') AND h.kind = '{DeliveryKind.HIDE}' "
    f"AND h.state IN ({_UNDER_WAY}))"
)
DUE: Final = (
    f"WHERE d.state IN ({_UNDER_WAY}) AND (d.not_before <= ? "  # noqa: S608 - the same
    f"OR d.state = '{_HELD}' AND d.problem IN (SELECT value FROM json_each(?)) "
    f"OR d.not_before > iif(d.kind IN ({MAILS}), ?, ?) AND d.not_before < ? "
    f"AND (coalesce(d.problem, '') NOT IN ({_listed(RESTING)}) OR d.not_before > ?)) "
    "AND (d.lease_until <= ? OR d.lease_until > ?) "
    "AND d.kind IN (SELECT value FROM json_each(?)) "
    f"AND NOT ({_WAITS_FOR_HIDE}) "
    "ORDER BY d.not_before, d.id LIMIT ?"
)
