"""Commands in sentences, as this person types them."""

import os
import re

_PROGRAM = "WEBCARE_DESK_PROGRAM"
_COMMAND = re.compile(r"(?:^|(?<=`))webcare-desk ")


def program() -> str:
    """Return what a person types to start this program; `desk.py` says so where it did."""
    return os.environ.get(_PROGRAM, "") or "webcare-desk"


def typeable(text: str) -> str:
    """Return a sentence of ours with its commands, which stand in backticks, as this person types them."""
    return _COMMAND.sub(lambda _: f"{program()} ", text)
