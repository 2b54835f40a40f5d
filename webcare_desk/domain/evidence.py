"""Evidence that a person attaches: the bytes of a file, kept as a text from which they come back.

A mail is text and stays readable; anything else is kept as a data URL (RFC 2397). Either way the
digest is that of the file itself, so that who has the file can tell that it is the one.
"""

import base64
import binascii
from typing import Final

from webcare_desk.domain.audit import Digest, digest

_MARK: Final = "data:application/octet-stream;base64,"


def evidence_of(data: bytes) -> str:
    """Return a file as the text that is kept; `bytes_of` gives the file back."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if text.startswith(_MARK) or "\0" in text or (data and not text):
        return _MARK + base64.b64encode(data).decode("ascii")
    return text


def bytes_of(evidence: str) -> bytes:
    """Return the file that was kept, or what was typed as UTF-8."""
    if evidence.startswith(_MARK):
        try:
            return base64.b64decode(evidence.removeprefix(_MARK), validate=True)
        except binascii.Error:
            pass  # typed, and only like ours
    return evidence.encode("utf-8", "surrogatepass")


def digest_of(evidence: str) -> Digest:
    """Return the digest of the file that was kept."""
    return digest(bytes_of(evidence))
