"""What a version that is asked for changes, to be read before a second person signs it."""

import contextlib
import json
from collections.abc import Iterator

from webcare_desk.app import App
from webcare_desk.domain.approval import PROTOCOLS, Request, RequestState
from webcare_desk.errors import ProtocolError
from webcare_desk.protocol.diff import differences
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.model import Protocol
from webcare_desk.rulebook import kept_version, pack_of
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

_OPEN = frozenset({RequestState.WAITING, RequestState.APPROVED})
_CHANGED = QT_TRANSLATE_NOOP(
    "Said", "Changes to the version in force now: {count}. What weakens it stands first, after “!”."
)
_UNKNOWN = QT_TRANSLATE_NOOP(
    "Said", "What it changes cannot be said: this version or the one in force cannot be read."
)


def version_changes(app: App, request: Request) -> list[str]:
    """Return what an open request changes of the protocol in force now; of another one, nothing.

    Reads packs: call it from a worker.
    """
    if not changes_protocol(request):
        return []
    asked, now = _asked(app, request), _in_force(app)
    if asked is None or now is None:
        return [Said.of(_UNKNOWN)]
    return list(change_lines(now, asked))


def changes_protocol(request: Request) -> bool:
    """Say whether a request is for a version and not done or declined."""
    return request.wanted.kind in PROTOCOLS and request.state in _OPEN


def change_lines(now: Protocol, asked: Protocol) -> Iterator[str]:
    """Yield what a version changes of the one in force `now`, in lines."""
    found = differences(now, asked)
    yield Said.of(_CHANGED, count=len(found))
    yield from (f"{'!' if each.weakens else '–'} {each.item}: {each.what}" for each in found)


def _in_force(app: App) -> Protocol | None:
    """Return the protocol in force, or None where no copy of it is kept."""
    with contextlib.suppress(ProtocolError):
        return app.protocol if app.protocol.digest else None
    return None


def _asked(app: App, request: Request) -> Protocol | None:
    """Return the version as it was signed: as it was laid down, or as the configured packs have it."""
    digest, pack = json.loads(request.wanted.payload)["digest"], pack_of(request.wanted.target)
    found = kept_version(app.folder, digest, pack) or load_pack(app.protocols, pack).protocol
    return found if found is not None and found.digest == digest else None
