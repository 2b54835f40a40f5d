"""A courier that keeps a copy in a folder of everything it sends."""

from dataclasses import dataclass

from webcare_desk.connectors.courier import Courier
from webcare_desk.domain.reply import Receipt


@dataclass(frozen=True, slots=True)
class CopyingCourier:
    """Writes the copy first: what PV got can then be shown, whatever happens after."""

    copies: Courier
    way: Courier

    def send(self, mail: bytes, *, key: str) -> Receipt:
        """Keep the copy, send the mail, and return the receipt of the sending."""
        self.copies.send(mail, key=key)
        return self.way.send(mail, key=key)
