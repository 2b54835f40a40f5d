"""What the log says that somebody has read, and a desk on whose disk nothing more can be kept."""

from webcare_desk import actions
from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor
from webcare_desk.errors import StoreError


def read_by(app: App, actor: Actor) -> list[tuple[str, int | None]]:
    """Return what somebody has read, and of which comment, the first first."""
    entries = app.desk.read.entries_after(0, 500)
    return [
        (str(entry.detail["what"]), entry.subject)
        for entry in entries
        if entry.action == "read" and entry.actor == actor.moderator
    ]


def refuse(*_: object) -> None:
    """Keep no entry."""
    msg = "Nothing can be kept."
    raise StoreError(msg)


def no_entries() -> tuple[type, str, object]:
    """Return what to patch so that no reading can be recorded."""
    return (actions.Read, "apply", refuse)
