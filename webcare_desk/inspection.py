"""What a supervisor or an inspector asks of the log: whether it holds, and says all."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from webcare_desk.app import read_verifier
from webcare_desk.errors import BrokenSealError
from webcare_desk.store.sqlite.opening import DATABASE
from webcare_desk.store.sqlite.replay import Replayed, replay
from webcare_desk.store.sqlite.verify import SignedHead, Verdict, verify


def verify_log(folder: Path, *, verifier: str | None = None) -> Verdict:
    """Check the log of the desk in `folder` with its public key.

    An inspector gives `verifier`, the key he was handed; else the one in the
    folder is used, which whoever can rewrite the log can also replace.
    """
    return verify(folder / DATABASE, signed_by(verifier or read_verifier(folder)))


def verify_copy(copy: Path, verifier: str) -> Verdict:
    """Check the log in a copy of a desk, such as a backup, with the desk's public key."""
    return verify(copy, signed_by(verifier))


def replay_log(folder: Path, target: Path | None = None) -> Replayed:
    """Rebuild the desk in `folder` from its log and compare it row for row.

    The rebuilt state goes to `target`, or is thrown away.
    """
    if target is not None:
        return replay(folder / DATABASE, target)
    with tempfile.TemporaryDirectory(prefix="webcare-desk-") as place:
        return replay(folder / DATABASE, Path(place) / "replayed.db")


def signed_by(verifier: str) -> Callable[[str], SignedHead]:
    """Return how a signed head is opened with the log's public key."""
    from webcare_desk.vault.signing import open_note  # noqa: PLC0415 - loads cryptography

    def opened(note: str) -> SignedHead:
        head = open_note(note, verifier)
        if head.origin != verifier.split("+", 1)[0]:
            msg = f"the signed head is that of another log, {head.origin[:80]}"
            raise BrokenSealError(msg)
        return SignedHead(head.origin, head.size, head.root)

    return opened
