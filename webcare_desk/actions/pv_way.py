"""The way to PV: that it is another one is told until somebody who answers for it has looked."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Final

from webcare_desk.actions.base import Action, Moment
from webcare_desk.domain.audit import Name, digest
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import Reads, Session

_FACT: Final = Name("new-pv-way")
_OF_WAY: Final = "pv."
_NO_WAY: Final = digest(b'"none"')


@dataclass(frozen=True, slots=True)
class NewWay:
    """Which keys of `[pv]` changed since somebody looked, the last of them `at` (UTC microseconds)."""

    at: int
    keys: tuple[str, ...]


def new_way(read: Reads) -> NewWay | None:
    """Return what changed of the way to PV and nobody has looked at, or None."""
    found = json.loads(read.fact(_FACT) or "{}")
    return NewWay(found["at"], tuple(found["keys"])) if found else None


def unseen_keys(read: Reads, changed: Iterable[str]) -> tuple[str, ...]:
    """Return the keys of the way to PV that nobody has looked at, with those that `changed` now.

    The first way of a desk is none that changed.
    """
    known: dict[str, str] = json.loads(read.fact("settings") or "{}")
    is_first = read.fact(_FACT) is None and known.get("pv.kind", _NO_WAY) == _NO_WAY
    now = () if is_first else (key for key in changed if key.startswith(_OF_WAY))
    before = new_way(read)
    return tuple(sorted({*now, *(() if before is None else before.keys)}))


def note_way(session: Session, changed: Iterable[str], at: int) -> None:
    """Keep that the way to PV is another one; call it before the new settings are kept."""
    of_way = [key for key in changed if key.startswith(_OF_WAY)]
    keys = unseen_keys(session, of_way)
    if of_way and keys:
        session.set_fact(_FACT, json.dumps({"at": at, "keys": keys}))


@dataclass(frozen=True, slots=True)
class SeePvWay(Action[None]):
    """Somebody who answers for reports has looked at the way to PV as it is since `at`."""

    at: int
    name: ClassVar[Name] = Name("see-pv-way")
    right: ClassVar[Right] = Right.ACKNOWLEDGE

    def apply(self, session: Session, moment: Moment) -> None:
        """Tell of it no more; a way that changed since is not the one that was seen."""
        del moment
        found = new_way(session)
        if found is None or found.at != self.at:
            msg = QT_TRANSLATE_NOOP(
                "Said", "Somebody has looked at the way to PV already, or it changed again."
            )
            raise RefusedError(Said.of(msg))
        session.set_fact(_FACT, "{}")
