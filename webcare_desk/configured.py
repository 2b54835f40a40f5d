"""Which settings a desk works by: what changed in its file since it was opened last is logged."""

from contextlib import suppress

from webcare_desk.desk import Desk
from webcare_desk.domain.audit import canonical, digest
from webcare_desk.domain.moderator import system_actor
from webcare_desk.errors import RefusedError, SecretError, StoreError
from webcare_desk.settings import Settings


def record_settings(desk: Desk, settings: Settings) -> None:
    """Record which keys differ from those that the log knows, if any does.

    Where the log cannot be written now, or another program was first, the next opening tells.
    """
    keys = tuple((key, digest(value.encode("utf-8"))) for key, value in settings.keys)
    with suppress(SecretError, StoreError, RefusedError):
        if (desk.read.fact("settings") or "{}") != canonical(dict(keys)).decode("ascii"):
            from webcare_desk.actions import RecordSettings  # noqa: PLC0415 - off the start path

            desk.perform(RecordSettings(keys), system_actor())
