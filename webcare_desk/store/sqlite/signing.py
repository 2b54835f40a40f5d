"""Reading signing keys, signatures, and requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webcare_desk.domain.audit import Digest, Name
from webcare_desk.domain.moderator import Role
from webcare_desk.store.sqlite.asking import Asking

if TYPE_CHECKING:
    from webcare_desk.domain.approval import Request, Wanted
    from webcare_desk.domain.signature import Signature, SigningKey

_KEY = "SELECT id, public, sealed, ended_by FROM signing_key "
_SIGNATURE = (
    "SELECT id, signer, name, role, session, at, zone, meaning, record, document, protocol, "
    "public, signed FROM signature "
)
_REQUEST = (
    "SELECT id, uid, kind, target, payload, reason, state, asked_by, asked_in, asked_at, ends_at, "
    "asking, decided_by, decided_at, approving, used_at FROM request "
)
_OPEN = "state IN ('waiting', 'approved')"


class SigningStoreReads(Asking):
    """What is signed on the desk, and what waits for a second person."""

    def signing_key(self, moderator: str) -> SigningKey | None:
        """Return the key with which an account signs now, or None."""
        found = self._rows(f"{_KEY} WHERE moderator = ? AND ended_at IS NULL", moderator)
        return _key(found[0]) if found else None

    def signing_keys(self, moderator: str) -> list[SigningKey]:
        """Return every key an account has had, the oldest first."""
        return [
            _key(row) for row in self._rows(f"{_KEY} WHERE moderator = ? ORDER BY id", moderator)
        ]

    def signature(self, signature: int) -> Signature | None:
        """Return a signature, or None."""
        found = self._rows(f"{_SIGNATURE} WHERE id = ?", signature)
        return _signature(found[0]) if found else None

    def signatures(self) -> list[Signature]:
        """Return every signature, the oldest first."""
        return [_signature(row) for row in self._rows(f"{_SIGNATURE} ORDER BY id")]

    def has_signed(self, session: str) -> bool:
        """Say whether a session has signed since it began or its screen was locked."""
        query = (
            "SELECT 1 FROM signature WHERE session = ? AND id > coalesce("
            "(SELECT after FROM signing_lock WHERE session = ?), 0) LIMIT 1"
        )
        return bool(self._rows(query, session, session))

    def last_signature(self) -> int:
        """Return the row of the newest signature, or 0."""
        return int(self._rows("SELECT coalesce(max(id), 0) FROM signature")[0][0])

    def signing_lock(self, session: str) -> int | None:
        """Return the row of a session's lock, or None."""
        found = self._rows("SELECT id FROM signing_lock WHERE session = ?", session)
        return int(found[0][0]) if found else None

    def request(self, request: int) -> Request | None:
        """Return a request, or None."""
        found = self._rows(f"{_REQUEST} WHERE id = ?", request)
        return _request(found[0]) if found else None

    def requests(self, *, is_open: bool, limit: int = 500) -> list[Request]:
        """Return requests, the newest first: those that wait or may be used, or all."""
        where = f"WHERE {_OPEN}" if is_open else ""
        found = self._rows(f"{_REQUEST} {where} ORDER BY id DESC LIMIT ?", limit)
        return [_request(row) for row in found]

    def requests_for(self, wanted: Wanted) -> list[Request]:
        """Return the open requests for exactly this, the newest first."""
        found = self._rows(
            f"{_REQUEST} WHERE kind = ? AND target = ? AND record = ? AND {_OPEN} ORDER BY id DESC",
            wanted.kind,
            wanted.target,
            wanted.record,
        )
        return [_request(row) for row in found]

    def is_spent(self, signature: int) -> bool:
        """Say whether a request stands on this signature already."""
        query = "SELECT 1 FROM request WHERE asking = ? OR approving = ?"
        return bool(self._rows(query, signature, signature))


def _key(row: tuple[Any, ...]) -> SigningKey:
    from webcare_desk.domain.signature import SigningKey

    key, public, *rest = row
    return SigningKey(key, Name(public), *rest)


def _signature(row: tuple[Any, ...]) -> Signature:
    import base64

    from webcare_desk.domain.signature import Meaning, Signature

    key, signer, name, role, session, at, zone, meaning, record, document, *rest = row
    protocol, public, signed = rest
    return Signature(
        id=key,
        signer=signer,
        name=name,
        role=Role(role),
        session=session,
        at=at,
        zone=Name(zone),
        meaning=Meaning(meaning),
        record=Digest(record),
        document=Name(document),
        protocol=None if protocol is None else Digest(protocol),
        key=Name(public),
        signed=base64.b64decode(signed),
    )


def _request(row: tuple[Any, ...]) -> Request:
    from webcare_desk.domain.approval import Request, RequestKind, RequestState, Wanted

    key, uid, kind, target, payload, reason, state, *rest = row
    wanted = Wanted(RequestKind(kind), Name(target), payload)
    return Request(key, uid, wanted, reason, RequestState(state), *rest)
