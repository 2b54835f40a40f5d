"""What can be asked of a desk about signatures and requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from webcare_desk.domain.approval import Request, Wanted
    from webcare_desk.domain.signature import Signature, SigningKey


class SigningReads(Protocol):
    """Signing keys, signatures, and requests that wait for a second person."""

    def signing_key(self, moderator: str) -> SigningKey | None:
        """Return the key with which an account signs now."""

    def signing_keys(self, moderator: str) -> list[SigningKey]:
        """Return every key an account has had, the oldest first."""

    def signature(self, signature: int) -> Signature | None:
        """Return a signature."""

    def signatures(self) -> list[Signature]:
        """Return every signature, the oldest first."""

    def has_signed(self, session: str) -> bool:
        """Say whether a session has signed since it began or its screen was locked."""

    def last_signature(self) -> int:
        """Return the row of the newest signature, or 0."""

    def signing_lock(self, session: str) -> int | None:
        """Return the row of a session's lock."""

    def request(self, request: int) -> Request | None:
        """Return a request."""

    def requests(self, *, is_open: bool, limit: int = 500) -> list[Request]:
        """Return requests, the newest first: those that wait or may be used, or all."""

    def requests_for(self, wanted: Wanted) -> list[Request]:
        """Return the open requests for exactly this, the newest first."""

    def is_spent(self, signature: int) -> bool:
        """Say whether a request stands on this signature already."""
