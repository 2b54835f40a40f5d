"""Signed heads: Ed25519 notes over the size and root of the audit log.

The formats are those of C2SP: signed-note (text, blank line, signature line)
and tlog-checkpoint (origin, size, root). Here they are read more strictly: a
note has exactly one signature line, no extension lines and one spelling only,
so that no changed bit survives. Imported when first needed (`cryptography`).
"""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from webcare_desk.domain.audit import Digest
from webcare_desk.domain.epoch import Epoch, handover_text, key_id, vkey_of
from webcare_desk.errors import BrokenSealError, SecretError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.vault.encoding import KEY_NAME, as_base64, from_base64, require_key_name
from webcare_desk.vault.secret import Secret

_ALGORITHM = b"\x01"
_KEY_BYTES = 32
_ROOT_BYTES = 32
_LONGEST = 2000
_PRIVATE = "PRIVATE+KEY+"
_ORIGIN = re.compile(r"[!-~]([ -~]{0,198}[!-~])?")
_NOTE = re.compile(r"([^\n]+)\n(0|[1-9][0-9]{0,15})\n([^\n]+)\n\n— ([^\n ]+) ([^\n ]+)\n")
_VKEY = re.compile(r"([!-*,-~]{1,120})\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a log: its origin, its number of entries, its Merkle root."""

    origin: str
    size: int
    root: bytes


@dataclass(frozen=True)
class Signer:
    """A named Ed25519 key that seals heads; it seals one for every act on the desk."""

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
        text = secret.reveal()
        found = _VKEY.fullmatch(text.removeprefix(_PRIVATE))
        seed = _key_of(found[3]) if found else None
        if found is None or seed is None or not text.startswith(_PRIVATE):
            raise SecretError(Said.of(_NO_KEY))
        signer = cls(found[1], Ed25519PrivateKey.from_private_bytes(seed))
        if signer.to_secret() != secret:
            raise SecretError(Said.of(_NO_KEY))
        return signer

    def to_secret(self) -> Secret:
        """Return the private key as `PRIVATE+KEY+name+id+base64`."""
        named, seed = self._key_id.hex(), as_base64(_ALGORITHM + self.key.private_bytes_raw())
        return Secret(f"{_PRIVATE}{self.name}+{named}+{seed}")

    @property
    def public(self) -> Digest:
        """The public key as the log names it."""
        return Digest(self.key.public_key().public_bytes_raw().hex())

    @property
    def verifier(self) -> str:
        """The public key as `name+id+base64`: all that a verifier needs."""
        return vkey_of(self.name, self.key.public_key().public_bytes_raw())

    @cached_property
    def _key_id(self) -> bytes:
        return key_id(self.name, self.key.public_key().public_bytes_raw())

    def signer_of(self, epoch: Epoch) -> Self:
        """Return this key if it is that of `epoch`, or raise SecretError."""
        if epoch.key not in {None, self.public}:
            msg = QT_TRANSLATE_NOOP(
                "Said", "The log is signed by another key by now; open the desk again."
            )
            raise SecretError(Said.of(msg))
        return self

    def hand_over(self, origin: str, size: int, root: bytes, epoch: Epoch) -> bytes:
        """Return the signature by which this key names that of `epoch`."""
        return self.key.sign(handover_text(origin, size, root, epoch))

    def seal(self, origin: str, size: int, root: bytes) -> str:
        """Return the signed note over a head; ValueError if it is no head."""
        if not _ORIGIN.fullmatch(origin) or not 0 <= size < 10**16 or len(root) != _ROOT_BYTES:
            msg = "not a head: origin, size or root is out of range"
            raise ValueError(msg)
        text = f"{origin}\n{size}\n{as_base64(root)}\n"
        signed = self._key_id + self.key.sign(text.encode("ascii"))
        return f"{text}\n— {self.name} {as_base64(signed)}\n"


def open_note(note: str, vkey: str) -> Head:
    """Return the head that the owner of `vkey` signed, or raise BrokenSealError."""
    name, public = read_vkey(vkey)
    head, signer, signed = read_note(note)
    if signer != name or signed[:4] != key_id(name, public):
        msg = QT_TRANSLATE_NOOP(
            "Said", "The audit log's head is signed by another key than this desk's."
        )
        raise BrokenSealError(Said.of(msg))
    text = note[: note.index("\n\n") + 1]
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signed[4:], text.encode("ascii"))
    except (InvalidSignature, UnicodeEncodeError) as error:
        msg = QT_TRANSLATE_NOOP(
            "Said", "The signature of the audit log's head is wrong: the head was changed."
        )
        raise BrokenSealError(Said.of(msg)) from error
    return head


def read_note(note: str) -> tuple[Head, str, bytes]:
    """Return head, signer's name and signature of a note, NOT verified.

    Raise BrokenSealError unless the note is in its one spelling.
    """
    found = _NOTE.fullmatch(note) if len(note) <= _LONGEST else None
    if found is None:
        raise BrokenSealError(Said.of(_NO_NOTE))
    origin, size, root_text, name, signed_text = found.groups()
    root, signed = from_base64(root_text), from_base64(signed_text)
    if root is None or signed is None or len(root) != _ROOT_BYTES:
        raise BrokenSealError(Said.of(_NO_NOTE))
    if not _ORIGIN.fullmatch(origin) or not KEY_NAME.fullmatch(name):
        raise BrokenSealError(Said.of(_NO_NOTE))
    return Head(origin, int(size), root), name, signed


_NO_NOTE = QT_TRANSLATE_NOOP("Said", "This is not a signed head of an audit log.")
_NO_KEY = QT_TRANSLATE_NOOP(
    "Said", "The signing key in the keyring is damaged; enrol this desk again."
)
_NO_VKEY = QT_TRANSLATE_NOOP("Said", "The public key of the audit log is damaged.")


def read_vkey(vkey: str) -> tuple[str, bytes]:
    """Return name and bytes of a public key, or raise BrokenSealError."""
    found = _VKEY.fullmatch(vkey)
    public = _key_of(found[3]) if found else None
    if found is None or public is None or key_id(found[1], public).hex() != found[2]:
        raise BrokenSealError(Said.of(_NO_VKEY))
    return found[1], public


def _key_of(text: str) -> bytes | None:
    data = from_base64(text)
    if data is None or data[:1] != _ALGORITHM or len(data) != _KEY_BYTES + 1:
        return None
    return data[1:]
