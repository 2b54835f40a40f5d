"""The protocol in force: the configured one, or the last one that had no problems."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from webcare_desk.domain.approval import Wanted, protocol_change
from webcare_desk.domain.audit import Digest, Name
from webcare_desk.errors import ProtocolError
from webcare_desk.protocol.library import Kept, content_of_packs, load_kept, load_pack
from webcare_desk.protocol.model import Protocol
from webcare_desk.protocol.problem import Problem
from webcare_desk.protocol.versions import archived, put_packs
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

#: Where a desk keeps the last protocol without problems.
KEPT = "protocol-in-force"


@dataclass(frozen=True, slots=True)
class Change:
    """Another protocol than the one in force, and which rules it takes from PV.

    `in_place_of` is the digest of the one in force, as the log names it.
    `rules_off` sent comments to PV in the one in force and do not any more.
    `effective_at` (UTC microseconds) is when it comes into force at the earliest.
    """

    protocol: Protocol
    in_place_of: str = ""
    rules_off: tuple[str, ...] = ()
    effective_at: int | None = None

    @property
    def name(self) -> Name:
        """The protocol with its version, as far as a name can say it."""
        version = re.sub(r"[^a-z0-9._+-]+", "-", self.protocol.version.lower())[:40]
        return Name(f"{self.protocol.id}@{version}")

    @property
    def wanted(self) -> Wanted:
        """What two persons sign before it comes into force."""
        digest = Digest(self.protocol.digest)
        return protocol_change(
            self.name, digest, self.in_place_of, self.rules_off, self.effective_at
        )


def pack_of(name: str) -> str:
    """Return the pack of a version by its name, `varen@2.0`: another one may be chosen by now."""
    return name.partition("@")[0]


@dataclass(frozen=True, slots=True)
class InForce:
    """The protocol the desk works by.

    `problems` are of the one it could not take, and those of the one in force by the checks of
    today; `waiting` is one that waits for a second person. `change` says what is taken over from
    the one before.
    """

    protocol: Protocol
    problems: tuple[Problem, ...] = ()
    waiting: Change | None = None
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Gate:
    """What the desk has in force, and whether a change of it may be taken over.

    `problems` tries the examples of the pack that is set.
    """

    digest: str | None
    may_take: Callable[[Wanted], bool]
    problems: Callable[[], tuple[Problem, ...]]


def load_in_force(root: Path, pack: str, folder: Path, gate: Gate | None = None) -> InForce:
    """Return the pack under `root`, else the last good one that `folder` keeps.

    Behind a `gate` a changed pack is taken over only when it may be and has no problems, and of
    the kept ones only the very one that the log names. Raises ProtocolError when
    there is neither.
    """
    loaded = load_pack(root, pack)
    if loaded.protocol is not None:
        return _through(gate, loaded.protocol, folder)
    if gate is not None and gate.digest is not None:
        kept = _kept(folder, gate.digest, pack)
        if kept is not None:
            is_same = content_of_packs(root, gate.digest) is not None
            own = () if is_same else kept.problems  # else the same ones twice
            return InForce(kept.protocol, (*loaded.problems, *own))
    else:
        last = _last_good(folder, pack)
        if last is not None:
            return InForce(last, loaded.problems)
    msg = _neither(loaded.problems, folder, gate)
    raise ProtocolError(msg)


def _neither(problems: tuple[Problem, ...], folder: Path, gate: Gate | None) -> str:
    none = "no earlier one is kept"
    if gate is not None and gate.digest and any(map(Path.is_dir, _places(folder))):
        none = (
            f"no copy of the one in force is kept: what stands in {folder / KEPT} is another "
            "one than the log names. Put the packs of the one in force back"
        )
    told = "\n".join(map(str, problems))
    return f"The protocol has problems and {none}:\n{told}"


def _through(gate: Gate | None, new: Protocol, folder: Path) -> InForce:
    """Take a pack over that may be and whose examples hold, or leave the one before it in force."""
    if gate is None or gate.digest is None or gate.digest == new.digest:
        return InForce(new, change=Change(new))
    before = _kept(folder, gate.digest, new.id)
    off = () if before is None else rules_off(before.protocol, new)
    change = Change(new, gate.digest, off)
    if gate.may_take(change.wanted):
        problems = gate.problems()
        if not problems:
            return InForce(new, change=change)
        if before is None:
            msg = _neither(problems, folder, gate)
            raise ProtocolError(msg)
        return InForce(before.protocol, (*problems, *before.problems))
    if before is None:
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "The protocol was changed and waits for a second person, and the copy of the "
            "one in force is gone from {place}: put the earlier packs back, or have "
            "these approved (`protocol use --ask WORDS`).",
        )
        raise ProtocolError(Said.of(msg, place=folder / KEPT))
    return InForce(before.protocol, before.problems, waiting=change)


def kept_version(folder: Path, digest: str, pack: str) -> Protocol | None:
    """Return the version of `digest` as a desk keeps it, or None.

    It may be of another pack than `pack`: somebody has chosen that one since.
    """
    kept = _kept(folder, digest, pack)
    return None if kept is None else kept.protocol


def _kept(folder: Path, digest: str, pack: str) -> Kept | None:
    version = archived(folder, digest)
    places = [*([] if version is None else [version]), *_places(folder)]
    kept = (load_kept(place, digest, pack) for place in places)
    return next((each for each in kept if each is not None), None)


def _last_good(folder: Path, pack: str) -> Protocol | None:
    kept = (load_pack(place, pack).protocol for place in _places(folder))
    return next((each for each in kept if each is not None), None)


def _places(folder: Path) -> tuple[Path, ...]:
    return (folder / KEPT, folder / f"{KEPT}.new", folder / f"{KEPT}.old")  # after a crash


def rules_off(before: Protocol, after: Protocol) -> tuple[str, ...]:
    """Return the rules that sent comments to PV before and are gone or do not after.

    A rule does where its plan forwards: another plan, or the same one without that step, does not.
    """
    sending = set(_sending(after))
    return tuple(rule for rule in _sending(before) if rule not in sending)


def _sending(protocol: Protocol) -> list[str]:
    return [rule.id for rule in protocol.rules if rule.plan and protocol.plans[rule.plan].forwards]


def keep(root: Path, folder: Path) -> None:
    """Keep a copy of the packs under `root` as the last that had no problems, or raise StoreError."""
    put_packs(root, folder / KEPT)
