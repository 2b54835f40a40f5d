"""How keys and signatures are written: base64 in its one spelling, under a name without blanks."""

import base64
import binascii
import re
from typing import Final

#: The name of a key as C2SP has it: no blank, no `+`.
KEY_NAME: Final = re.compile(r"[!-*,-~]{1,120}")


def require_key_name(name: str) -> None:
    """Raise ValueError unless a key may be called `name`."""
    if not KEY_NAME.fullmatch(name):
        msg = f"not a key name: {name[:40]!r}"
        raise ValueError(msg)


def as_base64(data: bytes) -> str:
    """Return bytes as text."""
    return base64.b64encode(data).decode("ascii")


def from_base64(text: str) -> bytes | None:
    """Return the bytes of `text` when it is their one spelling, so that no changed bit survives."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if as_base64(data) == text else None
