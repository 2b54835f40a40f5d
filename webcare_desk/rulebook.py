"""The protocol in force: the configured one, or the last one that had no problems."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from webcare_desk.errors import ProtocolError, StoreError
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.model import Protocol
from webcare_desk.protocol.problem import Problem

#: Where a desk keeps the last protocol without problems.
KEPT = "protocol-in-force"


@dataclass(frozen=True, slots=True)
class InForce:
    """The protocol the desk works by; `problems` are of the one it could not take."""

    protocol: Protocol
    problems: tuple[Problem, ...] = ()


def load_in_force(root: Path, pack: str, folder: Path) -> InForce:
    """Return the pack under `root`, else the last good one that `folder` keeps.

    Raises ProtocolError when there is neither.
    """
    loaded = load_pack(root, pack)
    if loaded.protocol is not None:
        return InForce(loaded.protocol)
    for place in (KEPT, f"{KEPT}.new", f"{KEPT}.old"):  # a crash may leave one of the others
        kept = load_pack(folder / place, pack)
        if kept.protocol is not None:
            return InForce(kept.protocol, loaded.problems)
    msg = "The protocol has problems and no earlier one is kept:\n" + "\n".join(
        map(str, loaded.problems)
    )
    raise ProtocolError(msg)


def keep(root: Path, folder: Path) -> None:
    """Keep a copy of the packs under `root` as the last that had no problems.

    The copy is whole before it takes the place of the one before. Raises
    StoreError where the folder takes no copy.
    """
    target, fresh, old = folder / KEPT, folder / f"{KEPT}.new", folder / f"{KEPT}.old"
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    try:
        shutil.copytree(root, fresh)
        if target.exists():
            target.rename(old)
        fresh.rename(target)
    except OSError as error:  # `shutil.Error` is one, without a reason of its own
        msg = f"The protocol cannot be kept in {folder}: {error.strerror or 'a file cannot be copied'}."
        raise StoreError(msg) from error
    shutil.rmtree(old, ignore_errors=True)
