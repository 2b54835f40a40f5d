"""A courier that keeps a copy in a folder of everything it sends."""

from dataclasses import dataclass, replace

from webcare_desk.connectors.courier import Courier
from webcare_desk.domain.audit import Name
from webcare_desk.domain.reply import NO_COPY, Receipt
from webcare_desk.errors import ConnectorError, UsageError


@dataclass(frozen=True, slots=True)
class CopyingCourier:
    """Writes the copy first: what PV got can then be shown, whatever happens after.

    A report does not wait for a copy that cannot be written; the receipt says that there is none.
    """

    copies: Courier
    way: Courier

    def send(self, mail: bytes, *, key: str) -> Receipt:
        """Keep the copy, send the mail, and return the receipt of the sending."""
        problem = self._copied(mail, key)
        return replace(self.way.send(mail, key=key), problem=problem)

    def _copied(self, mail: bytes, key: str) -> Name | None:
        try:
            self.copies.send(mail, key=key)
        except (ConnectorError, UsageError):
            return NO_COPY
        return None
