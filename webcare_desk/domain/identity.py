"""Ids that need no server: UUIDv7, made by the client (RFC 9562 §5.7)."""

import secrets
import uuid


def new_uid(now: int) -> str:
    """Return a UUIDv7 for `now` (UTC microseconds): sortable, 74 random bits."""
    value = (now // 1000) << 80 | 0x7 << 76 | secrets.randbits(12) << 64
    return str(uuid.UUID(int=value | 0b10 << 62 | secrets.randbits(62)))
