"""Where the functions are tried: a desk of its own, of the demo, and what is known of the given one."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from webcare_desk.actions import Ingest
from webcare_desk.connectors.courier import message_id_in
from webcare_desk.demo.answer import attachments
from webcare_desk.demo.stage import Stage
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.moderator import system_actor
from webcare_desk.domain.triage import Arrival
from webcare_desk.errors import MalformedError

_SOURCE = Name("qualification")


@dataclass(frozen=True, slots=True)
class Given:
    """What the desk that is qualified gives: its protocol by name and problems, its schemas."""

    protocol: Callable[[], tuple[str, Sequence[str]]]
    schemas: Path | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """A desk of the demo that runs, a folder for copies, and what the given desk gives."""

    stage: Stage
    place: Path
    given: Given


def packet(stage: Stage) -> dict[str, bytes]:
    """Return the files of the packet that came into PV's mailbox on loopback."""
    mails = stage.mailbox.mails()
    if not mails:
        msg = "No packet came to PV."
        raise MalformedError(msg)
    return attachments(stage.mailbox, message_id_in(mails[0]))


def remote(stage: Stage, text: str) -> RemoteComment:
    """Return a comment with this text as a platform would give it now."""
    number = secrets.token_hex(4)
    return RemoteComment(
        remote_id=f"q-{number}",
        thread="qualification",
        parent=None,
        author_id=f"a-{number}",
        author_name=f"Writer {number}",
        text=text,
        posted_at=stage.app.desk.clock(),
    )


def bring(stage: Stage, text: str) -> int:
    """Take a comment in, as a poll does; return its number."""
    came, app = remote(stage, text), stage.app
    app.desk.perform(Ingest(_SOURCE, (Arrival(came, app.triage(came)),)), system_actor())
    found = app.desk.read.comment_named(_SOURCE, came.remote_id)
    if found is None:
        msg = "A comment that came in is not on the desk."
        raise MalformedError(msg)
    return found.id
