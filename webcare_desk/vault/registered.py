"""The first public key of the log, in a file beside it: the one that is registered."""

from contextlib import suppress
from pathlib import Path

from webcare_desk.domain.epoch import Epoch
from webcare_desk.errors import ReadOnlyError, SecretError, StoreError
from webcare_desk.vault.secret import Secrets

#: The file with the public key of the log, for whoever verifies it.
VERIFIER = "log.vkey"
#: What stands between the name of a log and how often it forked.
FORKED = "/fork-"


def read_verifier(folder: Path) -> str:
    """Return the public key of the log in `folder`."""
    try:
        return (folder / VERIFIER).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        msg = f"There is no desk in {folder}: {VERIFIER} cannot be read."
        raise StoreError(msg) from error


def own_name(verifier: str, name: str) -> str:
    """Return under which name the keyring has a secret of one desk, by its public key.

    A person may have the desks of two brands: one's password is never the other's.
    A desk that goes on after a fork is the same one.
    """
    return f"{name}:{verifier.split('+', 1)[0].partition(FORKED)[0]}"


def register(folder: Path, verifier: str) -> None:
    """Let `verifier` be the public key of the log; the one before it stays in a file of its own."""
    before = read_verifier(folder)
    draft = folder / f"{VERIFIER}.new"
    try:
        earlier = folder / f"log-{before.split('+', 2)[1]}.vkey"
        earlier.write_text(before + "\n", encoding="ascii")
        draft.write_text(verifier + "\n", encoding="ascii")
        draft.replace(folder / VERIFIER)
    except OSError as error:
        msg = f"The public key of the log cannot be written to {draft}: {error.strerror}."
        raise ReadOnlyError(msg) from error


def finish_registration(folder: Path, secrets: Secrets, named: str | None) -> bool:
    """Write the key that the log got after a fork, where a crash came before; say whether.

    `named` is what the desk itself says; it counts only if its private half is in the keyring.
    """
    from webcare_desk.vault.log_keys import LogKeys  # noqa: PLC0415 - loads cryptography

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
