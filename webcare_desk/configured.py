"""Which settings a desk works by: what changed in its file since they were read last is logged."""

import json
from contextlib import suppress
from dataclasses import fields

from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Digest, canonical, digest
from webcare_desk.domain.moderator import Actor, system_actor
from webcare_desk.errors import RefusedError, SecretError, StoreError
from webcare_desk.settings import Settings, SourceSettings


def record_settings(desk: Desk, settings: Settings) -> bool:
    """Record which keys differ from those that the log knows; say whether it knows these now.

    Where the log cannot be written now, a later look tells.
    """
    keys = digests_of(settings)
    with suppress(SecretError, StoreError):
        if not _knows(desk, dict(keys)):
            from webcare_desk.actions import RecordSettings

            with suppress(RefusedError):  # another program, or another job, was first
                desk.perform(RecordSettings(keys), system_actor())
        return _knows(desk, dict(keys))
    return False


def digests_of(settings: Settings) -> tuple[tuple[str, Digest], ...]:
    """Return each key of the settings with the digest of its value, as the log knows it."""
    return tuple((key, digest(value.encode("utf-8"))) for key, value in settings.keys)


def _knows(desk: Desk, keys: dict[str, Digest]) -> bool:
    return (desk.read.fact("settings") or "{}") == canonical(keys).decode("ascii")


def record_source(desk: Desk, name: str, settings: Settings, by: Actor) -> None:
    """Record what `by` changes of the source `name`; what else the file says is told by itself.

    Raises what the desk does: who may not, or cannot be recorded, changes nothing.
    """
    from webcare_desk.actions import RecordSettings

    own = {f"source.{name}.{each.name}" for each in fields(SourceSettings)}
    known: dict[str, Digest] = json.loads(desk.read.fact("settings") or "{}")
    said = {key: digest(value.encode("utf-8")) for key, value in settings.keys if key in own}
    keys = {key: value for key, value in known.items() if key not in own} | said
    if keys != known:
        desk.perform(RecordSettings(tuple(keys.items())), by)
