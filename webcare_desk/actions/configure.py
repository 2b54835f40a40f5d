"""The settings of a desk, as far as the log knows them: which of them changed, never what they say."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Final

from webcare_desk.actions.arrive import RecordCoverage
from webcare_desk.actions.base import Action, Moment
from webcare_desk.actions.pv_way import note_way
from webcare_desk.domain.audit import Details, Digest, Name, canonical, digest
from webcare_desk.domain.coverage import ALLOWED, Coverage, CoverageState
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import Reads, Session

_FACT: Final = Name("settings")
_NAMING: Final = re.compile(r"source\..+\.name")


class Setting(StrEnum):
    """What became of one key of the settings file."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class RecordSettings(Action[Mapping[str, Setting]]):
    """From this entry on the desk works by these settings: each key with the digest of its value."""

    keys: tuple[tuple[str, Digest], ...]
    name: ClassVar[Name] = Name("record-settings")
    right: ClassVar[Right] = Right.CONFIGURE

    def apply(self, session: Session, moment: Moment) -> Mapping[str, Setting]:
        """Keep the digests; return what became of the keys that are not as they were."""
        changed = differing(session, self.keys)
        if not changed:
            msg = QT_TRANSLATE_NOOP("Said", "These are the settings that the log knows.")
            raise RefusedError(Said.of(msg))
        note_way(session, changed, moment.at)
        session.set_fact(_FACT, canonical(dict(self.keys)).decode("ascii"))
        for key in changed:
            if changed[key] is Setting.REMOVED and _NAMING.fullmatch(key):
                _note_unread(session, Name(key[len("source.") : -len(".name")]), moment)
        return changed

    def detail_of(self, result: Mapping[str, Setting]) -> Details:
        """Name the digest of all of them, and each key that changed."""
        return {"digest": digest(canonical(dict(self.keys))), **result}


def differing(read: Reads, keys: tuple[tuple[str, Digest], ...]) -> Mapping[str, Setting]:
    """Return which keys are not those that the log knows, and what became of each."""
    known: dict[str, str] = json.loads(read.fact(_FACT) or "{}")
    now = dict(keys)
    gone = {key: Setting.REMOVED for key in known if key not in now}
    new = {key: Setting.ADDED for key in now if key not in known}
    other = {key: Setting.CHANGED for key in now if known.get(key, now[key]) != now[key]}
    return gone | new | other


def _note_unread(session: Session, source: Name, moment: Moment) -> None:
    """Keep as a gap that nobody read a source before it was taken out: no later poll tells it."""
    last = next(iter(session.coverage(source, 1)), None)
    if last is not None and moment.at - last.ended_at > ALLOWED:
        unread = Coverage(source, last.ended_at, moment.at, CoverageState.UNREAD, 0, 0)
        RecordCoverage(source, unread, None).apply(session, moment)
