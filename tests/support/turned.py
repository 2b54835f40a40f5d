"""Logs with several keys, made entry by entry as JSON Lines, and wrongly where a test wants it."""

from dataclasses import dataclass, field

from tests.support.edges import edge_of
from webcare_desk.domain.audit import canonical, leaf_hash
from webcare_desk.domain.epoch import (
    FORK,
    ROTATE,
    Epoch,
    KeyHandover,
    handover_detail,
    handover_text,
)
from webcare_desk.vault.signing import Signer

ORIGIN = "webcare-desk/turned"


@dataclass(slots=True)
class Log:
    """Leaves, with the key that signs the next head; `named` counts the keys named so far."""

    signer: Signer = field(default_factory=lambda: Signer.generate(ORIGIN))
    leaves: list[bytes] = field(default_factory=list)
    named: int = 0

    def add(self, action: str = "open", **detail: object) -> None:
        """Write an entry."""
        before = leaf_hash(self.leaves[-1]).hex() if self.leaves else "0" * 64
        fields = {
            "v": 2, "seq": len(self.leaves), "at": len(self.leaves), "actor": "system",
            "role": "system", "session": "system", "action": action, "subject": None,
            "detail": detail, "changes": [], "prev": before,
        }  # fmt: skip
        self.leaves.append(canonical(fields))

    def note(self, signer: Signer | None = None) -> str:
        """Return a head of the log as it is now."""
        chosen, edge = signer or self.signer, edge_of(self.leaves)
        return chosen.seal(chosen.name, edge.size, edge.root())

    def rotate(self, new: Signer, by: Signer | None = None) -> None:
        """Name a new key; `by` signs that, else the key in force."""
        self.named += 1
        epoch, size = Epoch(self.named, new.public), len(self.leaves)
        text = handover_text(ORIGIN, size, edge_of(self.leaves).root(), epoch)
        signature = (by or self.signer).key.sign(text)
        turn = KeyHandover(size, edge_of(self.leaves).root(), epoch, signature)
        self.add(ROTATE, **handover_detail(turn.epoch, turn.signature))
        self.signer = new

    def fork(self, new: Signer) -> None:
        """Go on under another name and key."""
        self.add(FORK, origin=new.name, key=new.public)
        self.signer, self.named = new, 0

    def lines(self, note: str) -> bytes:
        """Return the log as it is exported, under `note`."""
        return b"".join(leaf + b"\n" for leaf in (*self.leaves, canonical({"note": note})))


def stolen() -> tuple[str, bytes]:
    """Return the registered key, and a log that a thief of a later key wrote anew."""
    first, thief = Signer.generate(ORIGIN), Signer.generate(ORIGIN)
    log = Log(first)
    log.add("make-desk")
    log.add("close")
    log.rotate(thief, by=thief)
    log.add("open")
    return first.verifier, log.lines(log.note())
