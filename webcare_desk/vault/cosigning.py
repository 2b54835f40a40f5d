"""Cosignatures: the supervisor's word that the log only grew since he last looked.

The format is C2SP tlog-cosignature, `cosignature/v1` with Ed25519: eight bytes
of time and a signature over two lines and the text of the head. ML-DSA is what
that page recommends for new cosigners; no library here has it yet.
"""

import re
from dataclasses import dataclass, field
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from webcare_desk.domain.epoch import key_id
from webcare_desk.errors import BrokenSealError, SecretError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.vault.encoding import as_base64, from_base64, require_key_name
from webcare_desk.vault.secret import Secret

_ALGORITHM = b"\x04"
_LINE = re.compile(r"— ([!-*,-~]{1,120}) ([A-Za-z0-9+/=]{1,200})\n")
_KEY, _TIME, _ID, _SIGNATURE = 32, 8, 4, 64


@dataclass(frozen=True, slots=True)
class Cosigner:
    """A supervisor's own key, in his own keyring: never in that of the desk he looks after."""

    name: str
    key: Ed25519PrivateKey = field(repr=False)

    @classmethod
    def generate(cls, name: str) -> Self:
        """Return a new key called `name`: no blanks, no `+` (else ValueError)."""
        require_key_name(name)
        return cls(name, Ed25519PrivateKey.generate())

    @classmethod
    def from_secret(cls, secret: Secret) -> Self:
        """Return the key that `to_secret` wrote, or raise SecretError."""
        name, _, seed_text = secret.reveal().partition("+")
        seed = from_base64(seed_text)
        if seed is None or len(seed) != _KEY:
            msg = QT_TRANSLATE_NOOP("Said", "The cosigner's key in the keyring is damaged.")
            raise SecretError(Said.of(msg))
        return cls(name, Ed25519PrivateKey.from_private_bytes(seed))

    def to_secret(self) -> Secret:
        """Return the private key as text."""
        return Secret(f"{self.name}+{as_base64(self.key.private_bytes_raw())}")

    @property
    def verifier(self) -> str:
        """The public key as C2SP spells it, with algorithm 4."""
        public = self.key.public_key().public_bytes_raw()
        identity = key_id(self.name, public, _ALGORITHM).hex()
        return f"{self.name}+{identity}+{as_base64(_ALGORITHM + public)}"

    def cosign(self, note: str, at: int) -> str:
        """Return the signature line over the head in `note`, at second `at` since 1970."""
        signed = self.key.sign(_message(note, at))
        identity = key_id(self.name, self.key.public_key().public_bytes_raw(), _ALGORITHM)
        return f"— {self.name} {as_base64(identity + at.to_bytes(_TIME, 'big') + signed)}\n"


def cosigned_at(note: str, line: str, verifier: str) -> int:
    """Return the second at which `verifier` cosigned the head in `note`, or raise BrokenSealError."""
    name, public = read_cosigner(verifier)
    found = _LINE.fullmatch(line)
    data = from_base64(found[2]) if found else None
    if found is None or data is None or len(data) != _ID + _TIME + _SIGNATURE:
        msg = QT_TRANSLATE_NOOP("Said", "This is not a cosignature.")
        raise BrokenSealError(Said.of(msg))
    if found[1] != name or data[:_ID] != key_id(name, public, _ALGORITHM):
        msg = QT_TRANSLATE_NOOP("Said", "The cosignature is by another key.")
        raise BrokenSealError(Said.of(msg))
    at = int.from_bytes(data[_ID : _ID + _TIME], "big")
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(data[_ID + _TIME :], _message(note, at))
    except InvalidSignature as error:
        msg = QT_TRANSLATE_NOOP(
            "Said", "The cosignature is wrong: it, or the head under it, was changed."
        )
        raise BrokenSealError(Said.of(msg)) from error
    return at


def _message(note: str, at: int) -> bytes:
    text = note.partition("\n\n")[0] + "\n"
    return f"cosignature/v1\ntime {at}\n{text}".encode("utf-8", "surrogatepass")


def read_cosigner(verifier: str) -> tuple[str, bytes]:
    """Return name and key of a cosigner's public key, or raise BrokenSealError."""
    parts = verifier.split("+", 2)
    data = from_base64(parts[-1]) or b""
    known = len(parts) == 3 and data[:1] == _ALGORITHM and len(data) == _KEY + 1  # noqa: PLR2004 - name, id, key
    if not known or key_id(parts[0], data[1:], _ALGORITHM).hex() != parts[1]:
        msg = QT_TRANSLATE_NOOP("Said", "This is not the public key of a cosigner.")
        raise BrokenSealError(Said.of(msg))
    return parts[0], data[1:]
