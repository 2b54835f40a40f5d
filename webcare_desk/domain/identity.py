"""Ids that need no server: UUIDv7, made by the client (RFC 9562 §5.7)."""

import os


def new_uid(now: int) -> str:
    """Return a UUIDv7 for `now` (UTC microseconds): sortable, 74 random bits."""
    raw = bytearray((now // 1000).to_bytes(6, "big") + os.urandom(10))
    raw[6] = 0x70 | raw[6] & 0x0F
    raw[8] = 0x80 | raw[8] & 0x3F
    digits = raw.hex()
    parts = digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]
    return "-".join(parts)
