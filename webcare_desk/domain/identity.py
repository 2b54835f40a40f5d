"""Ids that need no server: UUIDv7, made by the client (RFC 9562 §5.7)."""

import os
from datetime import UTC, datetime


def new_uid(now: int) -> str:
    """Return a UUIDv7 for `now` (UTC microseconds): sortable, 74 random bits."""
    raw = bytearray((now // 1000).to_bytes(6, "big") + os.urandom(10))
    raw[6] = 0x70 | raw[6] & 0x0F
    raw[8] = 0x80 | raw[8] & 0x3F
    digits = raw.hex()
    parts = digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]
    return "-".join(parts)


def short_number(uid: str) -> str:
    """Return in what our number of a case ends, by whatever protocol it was filed.

    The day of its UUIDv7 and the last eight digits.
    """
    digits = uid.replace("-", "").upper()
    day = datetime.fromtimestamp(int(digits[:12], 16) / 1000, UTC)
    return f"{day:%Y%m%d}{digits[-8:]}"
