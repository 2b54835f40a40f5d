"""What an approved phrase of a reply says was done; `reply.done` tells what was."""

from enum import StrEnum


class Claim(StrEnum):
    """What a reply tells its reader that the desk did."""

    ESCALATED = "escalated"
    TOLD_QUALITY = "told-quality"
    HIDDEN = "hidden"
