"""Epochs of the log's key: which key signs its heads from which entry on.

The first key is registered with the supervisor. The key in force signs the
entry that names the next one, and is then erased: whoever steals today's key
can rewrite nothing from before today. After a fork the desk registers a first
key anew. Everything that a verifier needs stands in the entries.
"""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from webcare_desk.domain.audit import Digest, Name

#: The actions whose entries change the key.
ROTATE, FORK = Name("rotate-key"), Name("continue-after-fork")
_ALGORITHM = b"\x01"
_HALF = 64


@dataclass(frozen=True, slots=True)
class Epoch:
    """A key in force; `key` is its public half, None for the one that was registered."""

    number: int = 0
    key: Digest | None = None


@dataclass(frozen=True, slots=True)
class KeyHandover:
    """Entry `entry` names the key of `epoch`; the key before it signed that.

    `root` is the root of the entries before this one, `signature` over
    `handover_text`.
    """

    entry: int
    root: bytes
    epoch: Epoch
    signature: bytes

    def text(self, origin: str) -> bytes:
        """Return what the earlier key signed."""
        return handover_text(origin, self.entry, self.root, self.epoch)


@dataclass(frozen=True, slots=True)
class Fork:
    """Entry `entry` goes on under another origin and key, which were registered anew."""

    entry: int
    origin: str
    key: Digest


KeyTurn = KeyHandover | Fork


def handover_text(origin: str, size: int, root: bytes, epoch: Epoch) -> bytes:
    """Return the checkpoint, with one extension line, by which a key names the next.

    A head of the log never has an extension line: neither passes for the other.
    """
    if epoch.key is None:
        msg = "a key is handed over to another one"
        raise ValueError(msg)
    named = vkey_of(origin, bytes.fromhex(epoch.key))
    root_text = base64.b64encode(root).decode("ascii")
    return f"{origin}\n{size}\n{root_text}\nepoch {epoch.number} {named}\n".encode("ascii")


def handover_detail(epoch: Epoch, signature: bytes) -> dict[str, int | Digest | None]:
    """Return what the entry says of a handover; `turn_of` reads it."""
    halves = signature.hex()
    return {
        "epoch": epoch.number,
        "key": epoch.key,
        "signature_r": Digest(halves[:_HALF]),
        "signature_s": Digest(halves[_HALF:]),
    }


def key_turn(
    entry: int, root: bytes, action: object, detail: Mapping[str, object]
) -> KeyTurn | None:
    """Return what an entry says of the key; None when it says nothing of it.

    Raises ValueError or KeyError for what the desk never writes.
    """
    if action == FORK:
        return Fork(entry, str(detail["origin"]), Digest(str(detail["key"])))
    if action != ROTATE:
        return None
    halves = (Digest(str(detail["signature_r"])), Digest(str(detail["signature_s"])))
    epoch = Epoch(int(str(detail["epoch"])), Digest(str(detail["key"])))
    return KeyHandover(entry, root, epoch, bytes.fromhex("".join(halves)))


def vkey_of(name: str, key: bytes) -> str:
    """Return an Ed25519 key as C2SP spells it: `name+id+base64`."""
    encoded = base64.b64encode(_ALGORITHM + key).decode("ascii")
    return f"{name}+{key_id(name, key).hex()}+{encoded}"


def key_id(name: str, key: bytes, algorithm: bytes = _ALGORITHM) -> bytes:
    """Return the four bytes by which a note's signature line names its key."""
    return hashlib.sha256(name.encode("ascii") + b"\n" + algorithm + key).digest()[:4]
