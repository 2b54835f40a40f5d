"""What can be asked of the attempts to hear more from a poster."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from webcare_desk.domain.inquiry import Inquiry


class InquiryReads(Protocol):
    """Reads of attempts."""

    def inquiries(self, case: int) -> list[Inquiry]:
        """Return the attempts about a case, the first one first."""

    def inquiry(self, inquiry: int) -> Inquiry | None:
        """Return one attempt."""

    def inquiry_of(self, delivery: int) -> Inquiry | None:
        """Return the attempt for which a reply is sent, or None."""

    def open_inquiries(self) -> list[Inquiry]:
        """Return the attempts whose end nobody has told, the nearest due time first."""
