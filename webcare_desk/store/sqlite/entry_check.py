"""What is checked in every entry: it follows, it has one encoding, its clock owns up."""

import json
from binascii import hexlify
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from webcare_desk.domain.audit import LEAF_VERSIONS, canonical

#: Remarks beyond this number are not kept.
MOST_REMARKS = 100


@dataclass(slots=True)
class Clock:
    """The time of the entry before, and each time that the clock went back."""

    at: int = 0
    remarks: list[str] = field(default_factory=list)

    def flaw(self, seq: int, fields: Mapping[str, Any]) -> str | None:
        """Say what is wrong when the entry does not own how far the clock went back."""
        back = self.at - fields["at"]
        self.at = fields["at"]
        if back > 0 and len(self.remarks) < MOST_REMARKS:
            self.remarks.append(f"entry {seq}: the clock had gone back {back / 1_000_000:.6f} s")
        if fields.get("clock_back_us", 0) != max(back, 0):
            return f"entry {seq} does not tell how far the clock had gone back"
        return None


def flaw_of(size: int, seq: int, leaf: bytes, previous: bytes) -> str | None:
    """Say what is wrong with the place of an entry; `previous` is the hash before it."""
    if seq != size:
        return f"entry {size} is missing: entry {seq} stands in its place"
    if b'"prev":"%b"' % hexlify(previous) not in leaf:
        return f"entry {seq} does not follow the entry before it: one of the two was changed"
    return None


def misfit(
    seq: int, leaf: bytes, previous: bytes, columns: tuple[object, ...], clock: Clock
) -> str | None:
    """Parse the entry: one encoding only, and the columns beside it say the same."""
    fields = json.loads(leaf)
    if canonical(fields) != leaf or fields["seq"] != seq or fields["prev"] != previous.hex():
        return f"entry {seq} is not written as the desk writes"
    if columns != (fields["at"], fields["actor"], fields["action"], fields["subject"]):
        return f"entry {seq} is found under other words than it holds"
    if fields["v"] not in LEAF_VERSIONS:
        return f"entry {seq} is of version {fields['v']}, which this program cannot check"
    return clock.flaw(seq, fields)
