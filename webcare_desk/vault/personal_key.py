"""A person's signing key: Ed25519, its private half under that person's password.

The key that seals it is derived from the password with Argon2id (RFC 9106)
and used once, with AES-256-GCM; the public half is authenticated with it. Who
does not know the password cannot sign, an administrator no more than others
(21 CFR 11.200(a)(2), (3)). Imported when first needed (`cryptography`).
"""

import os
import re
import unicodedata

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from webcare_desk.domain.audit import Name
from webcare_desk.domain.signature import SealedKey
from webcare_desk.errors import SecretError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.vault.encoding import as_base64, from_base64
from webcare_desk.vault.passwords import STANDARD, Cost
from webcare_desk.vault.secret import Secret

_VERSION = "key-v1"
_SALT_BYTES = 16
_NONCE_BYTES = 12
_KEY_BYTES = 32
_PUBLIC = re.compile(r"ed25519:([0-9a-f]{64})")
_COST = re.compile(r"m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})")
_LARGEST_MEMORY = 1 << 20


def make_key(password: Secret, cost: Cost = STANDARD) -> SealedKey:
    """Return a new signing key that only `password` opens."""
    key = Ed25519PrivateKey.generate()
    public = Name("ed25519:" + key.public_key().public_bytes_raw().hex())
    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    box = AESGCM(_derived(password, salt, cost)).encrypt(
        nonce, key.private_bytes_raw(), public.encode("ascii")
    )
    shown = f"m={cost.memory},t={cost.passes},p={cost.lanes}"
    parts = (_VERSION, shown, *(as_base64(part) for part in (salt, nonce, box)))
    return SealedKey(public, "$".join(parts))


def sign_with(key: SealedKey, password: Secret, data: bytes) -> bytes:
    """Return the signature of `data`; SecretError when the password does not open the key."""
    salt, nonce, box, cost = _parts(key.sealed)
    try:
        seed = AESGCM(_derived(password, salt, cost)).decrypt(
            nonce, box, key.public.encode("ascii")
        )
        opened = Ed25519PrivateKey.from_private_bytes(seed)
    except (InvalidTag, ValueError) as error:
        raise SecretError(Said.of(_CLOSED)) from error
    return opened.sign(data)


def is_signed(public: str, data: bytes, signed: bytes) -> bool:
    """Say whether `signed` is the signature of `data` by the owner of `public`."""
    found = _PUBLIC.fullmatch(public)
    if found is None:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(found[1])).verify(signed, data)
    except InvalidSignature:
        return False
    return True


_CLOSED = QT_TRANSLATE_NOOP(
    "Said", "Your signing key does not open: set a new password of your own, that makes a new key."
)


def _derived(password: Secret, salt: bytes, cost: Cost) -> bytes:
    text = unicodedata.normalize("NFKC", password.reveal()).encode("utf-8", "surrogatepass")
    return hash_secret_raw(text, salt, cost.passes, cost.memory, cost.lanes, _KEY_BYTES, Type.ID)


def _parts(sealed: str) -> tuple[bytes, bytes, bytes, Cost]:
    """Read what `make_key` wrote; a cost beyond 1 GiB is nobody's of ours."""
    parts = sealed.split("$")
    cost = _COST.fullmatch(parts[1]) if len(parts) == len(_FIELDS) else None
    if cost is None or parts[0] != _VERSION or int(cost[1]) > _LARGEST_MEMORY:
        raise SecretError(Said.of(_CLOSED))
    salt, nonce, box = map(from_base64, parts[2:])
    if salt is None or nonce is None or box is None:
        raise SecretError(Said.of(_CLOSED))
    return salt, nonce, box, Cost(int(cost[1]), int(cost[2]), int(cost[3]))


_FIELDS = ("version", "cost", "salt", "nonce", "box")
