"""The first public key of the log, in a file beside it: the one that is registered."""

import base64
from contextlib import suppress
from pathlib import Path

from webcare_desk.domain.epoch import Epoch, vkey_of
from webcare_desk.durable import sync
from webcare_desk.errors import ReadOnlyError, SecretError, StoreError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.vault.secret import Secrets

#: The file with the public key of the log, for whoever verifies it.
VERIFIER = "log.vkey"
#: What stands between the name of a log and how often it forked.
FORKED = "/fork-"
#: The bytes of an Ed25519 key behind the one that names its kind.
_LENGTH = 33


def read_verifier(folder: Path) -> str:
    """Return the public key of the log in `folder`; StoreError where none can be read."""
    return key_in(folder / VERIFIER)


def key_in(file: Path) -> str:
    """Return the public key in `file`; a damaged one would look like a key that was lost."""
    try:
        key = file.read_text(encoding="ascii", errors="replace").strip()
    except OSError as error:
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "{file} cannot be read: {reason}. Put it back from a copy of this folder, or write "
            "the key into it that is registered with the supervisor.",
        )
        raise StoreError(Said.of(msg, file=file, reason=error.strerror)) from error
    if not _is_key(key):
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "{file} is damaged: it holds no public key. Put it back from a copy of this "
            "folder, or write the key into it that is registered with the supervisor.",
        )
        raise StoreError(Said.of(msg, file=file))
    return key


def _is_key(text: str) -> bool:
    """Say whether it is the one spelling of a key; without `cryptography`, as each opening asks."""
    name, _, rest = text.partition("+")
    try:
        data = base64.b64decode(rest.partition("+")[2], validate=True)
    except ValueError:
        return False
    return bool(name) and len(data) == _LENGTH and vkey_of(name, data[1:]) == text


def own_name(verifier: str, name: str) -> str:
    """Return under which name the keyring has a secret of one desk, by its public key.

    A person may have the desks of two brands: one's password is never the other's.
    A desk that goes on after a fork is the same one.
    """
    return f"{name}:{verifier.split('+', 1)[0].partition(FORKED)[0]}"


def forks_of(key: str) -> int:
    """Return how often a log had gone on under a new name, by its key or its signed head."""
    number = key.split("\n", 1)[0].split("+", 1)[0].partition(FORKED)[2]
    return int(number) if number.isdecimal() else 0


def write_key(folder: Path, key: str, name: str = VERIFIER) -> None:
    """Write a public key; a power cut must not leave its file empty beside a desk."""
    (folder / name).write_text(key + "\n", encoding="ascii")
    sync(folder / name)


def register(folder: Path, verifier: str) -> None:
    """Let `verifier` be the public key of the log; the one before it stays in a file of its own."""
    before = read_verifier(folder)
    draft = folder / f"{VERIFIER}.new"
    try:
        write_key(folder, before, f"log-{before.split('+', 2)[1]}.vkey")
        write_key(folder, verifier, draft.name)
        draft.replace(folder / VERIFIER)
        sync(folder)
    except OSError as error:
        msg = QT_TRANSLATE_NOOP(
            "Said", "The public key of the log cannot be written to {draft}: {reason}."
        )
        raise ReadOnlyError(Said.of(msg, draft=draft, reason=error.strerror)) from error


def finish_registration(folder: Path, secrets: Secrets, named: str | None) -> bool:
    """Write the key that the log got after a fork, where a crash came before; say whether.

    `named` is what the desk itself says; it counts only if its private half is in the keyring.
    """
    from webcare_desk.vault.log_keys import LogKeys  # loads cryptography

    registered = read_verifier(folder)
    if named in {None, registered} or named is None:
        return False
    origin, before = (key.split("+", 1)[0] for key in (named, registered))
    if origin.startswith(before.partition(FORKED)[0] + FORKED):
        with suppress(SecretError):
            if LogKeys(secrets, origin).signer_of(Epoch()).verifier == named:
                register(folder, named)
                return True
    return False
