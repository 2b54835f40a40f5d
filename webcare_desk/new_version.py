"""Another version of the protocol: asked for, approved by a second person, in force at its date."""

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from webcare_desk import actions
from webcare_desk.actions.two_persons import has_leave
from webcare_desk.admission import problems_in
from webcare_desk.app import App
from webcare_desk.backtest import TakenUp, is_due, take_up
from webcare_desk.domain.approval import (
    OVERTAKEN,
    PROTOCOLS,
    Request,
    RequestState,
    is_overtaken,
)
from webcare_desk.domain.audit import Digest
from webcare_desk.domain.moderator import system_actor
from webcare_desk.domain.spans import DAY
from webcare_desk.errors import ProtocolError, RefusedError
from webcare_desk.protocol.library import content_kept, load_pack
from webcare_desk.protocol.model import Protocol
from webcare_desk.protocol.problem import Problem
from webcare_desk.protocol.versions import VERSIONS, archive, archived, take_draft
from webcare_desk.rulebook import KEPT, Change, keep, pack_of, rules_off
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

_OPEN = frozenset({RequestState.WAITING, RequestState.APPROVED})
#: So few comments need no process of their own.
_FEW = 2_000
_ENTRIES = 500
#: So many days ahead a version may be asked for: its approval must still stand then.
MOST_DAYS = 28


class Obstacle(StrEnum):
    """Why a version that is asked for does not come into force any more."""

    LAPSED = "It was asked for more than 30 days ago."
    IN_FORCE = "It is in force already."
    UNDOES = "Another version came into force since it was asked for: ask again."
    GONE = "Its kept packs are gone, were changed, or have problems."


@dataclass(frozen=True, slots=True)
class Version:
    """A version that came into force `since` (UTC microseconds), by whom, and its packs."""

    name: str
    digest: str
    since: int
    root: Path | None
    is_in_force: bool


def versions(app: App) -> list[Version]:
    """Return every version that ever came into force, the newest first."""
    chosen = actions.PutProtocolInForce.name
    last = app.desk.read.log_size() - 1
    found = list(app.desk.read.entries_among([chosen], 0, last))[-_ENTRIES:]
    return [
        Version(
            str(entry.detail.get("protocol", "")),
            digest := str(entry.detail.get("digest", "")),
            entry.at,
            archived(app.folder, digest),
            is_in_force=entry is found[-1],
        )
        for entry in reversed(found)
    ]


def asked_versions(app: App) -> list[tuple[Request, int]]:
    """Return the requests for a version that are open, each with when it would come into force."""
    return [
        (request, effective_at)
        for request in app.desk.read.requests(is_open=True)
        if request.wanted.kind in PROTOCOLS and request.state in _OPEN
        for effective_at in _effective_at(request)
    ]


def obstacle(app: App, request: Request) -> Obstacle | None:
    """Say why a version that is asked for does not come into force any more, if it does not."""
    wanted = json.loads(request.wanted.payload)
    if request.ends_at <= app.desk.clock():
        return Obstacle.LAPSED
    if wanted["digest"] == app.protocol.digest:
        return Obstacle.IN_FORCE
    if is_overtaken(request.wanted, app.desk.read.fact("protocol")):
        return Obstacle.UNDOES
    root = archived(app.folder, wanted["digest"])
    asked = None if root is None else load_pack(root, pack_of(request.wanted.target)).protocol
    is_there = asked is not None and asked.digest == wanted["digest"]
    return None if is_there else Obstacle.GONE


def problems_of(app: App, root: Path, pack: str = "") -> tuple[Problem, ...]:
    """Return every problem of a pack under `root`, or of the one that is set; its examples are tried."""
    other: Protocol | None = None
    with contextlib.suppress(ProtocolError):  # where the first pack has problems none is in force
        other = app.protocol
    return problems_in(root, pack or app.settings.pack, app.screens, app.desk.clock(), other)


def sound(app: App, root: Path, pack: str = "") -> Protocol:
    """Return the protocol of a pack under `root`; refuse a problem, or an example that fails."""
    problems = problems_of(app, root, pack)
    loaded = load_pack(root, pack or app.settings.pack).protocol
    if problems or loaded is None:
        first = str(problems[0]) if problems else ""
        template = _HAS_PROBLEMS if problems else _UNREADABLE
        raise RefusedError(Said.of(template, count=len(problems), first=first))
    return loaded


_HAS_PROBLEMS = QT_TRANSLATE_NOOP(
    "Said",
    "A version with problems does not come into force; it has {count}. The first: {first}.",
)
_UNREADABLE = QT_TRANSLATE_NOOP(
    "Said", "A version with problems does not come into force; it has {count}."
)


def change_to(app: App, root: Path, effective_at: int | None, pack: str = "") -> Change:
    """Return the change to a pack under `root`, or refuse it.

    A pack with a problem, or with an example that fails, never comes into force.
    """
    loaded = sound(app, root, pack)
    before = app.desk.read.fact("protocol")
    if loaded.digest == before:
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said", "This version is in force already: nothing in it means anything else."
            )
        )
        raise RefusedError(msg)
    return Change(loaded, before or "", rules_off(app.protocol, loaded), effective_at)


def without_copy(app: App) -> Change | None:
    """Return the change to the packs that are set, where no copy of the version in force is kept.

    None where there is one, and where those packs have problems. What they take from PV
    nobody can say then.
    """
    with contextlib.suppress(ProtocolError):
        if app.protocol.digest:
            return None
    loaded = load_pack(app.protocols, app.settings.pack).protocol
    return None if loaded is None else Change(loaded, app.desk.read.fact("protocol") or "")


def lay_down(app: App, root: Path, effective_at: int) -> Change:
    """Keep the packs under `root` as they are now, to be signed; return the change."""
    if effective_at > app.desk.clock() + MOST_DAYS * DAY:
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said",
                "A version is asked for at most {most} days ahead: an approval stands for 30.",
            ),
            most=MOST_DAYS,
        )
        raise RefusedError(msg)
    change = change_to(app, root, effective_at)
    archive(root, app.folder, change.protocol.digest)
    return change


def passed_over(app: App) -> Path | None:
    """Return the pack that the settings name, where it says something else and no longer counts.

    It counts until a version that was proposed comes into force; from then on its copy does.
    """
    named = Path(app.settings.protocols)
    if not app.settings.protocols or named == app.protocols:
        return None
    loaded = load_pack(named, app.settings.pack).protocol
    is_same = loaded is not None and loaded.digest == app.protocol.digest
    return None if is_same else named / app.settings.pack


def put_in_force(app: App, change: Change) -> None:
    """Let the desk work by a version that was laid down; refuses before its time or approval."""
    place = archived(app.folder, change.protocol.digest)
    if place is None or load_pack(place, change.protocol.id).protocol != change.protocol:
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said", "The kept packs of this version are gone or were changed: ask for it again."
            )
        )
        raise RefusedError(msg)
    if is_overtaken(change.wanted, app.desk.read.fact("protocol")):
        raise RefusedError(OVERTAKEN)
    if not has_leave(app.desk.read, change.wanted, app.desk.clock()):
        msg = Said.of(QT_TRANSLATE_NOOP("Said", "This version waits for a second person."))
        raise RefusedError(msg)
    _keep_present(app)
    # First the packs: cut off here, the version before stays in force until this is done again.
    take_draft(place, app.folder)
    keep(place, app.folder)
    digest = Digest(change.protocol.digest)
    taken = actions.PutProtocolInForce(change.name, digest, change.rules_off, change.effective_at)
    app.desk.perform(taken, system_actor())
    app.reload_protocol()


def put_due_in_force(app: App) -> str | None:
    """Put an approved version in force whose date has come; return its name."""
    now = app.desk.clock()
    for request, effective_at in asked_versions(app):
        has_come = request.state is RequestState.APPROVED and effective_at <= now
        if has_come and obstacle(app, request) is None:
            root = app.folder / VERSIONS / json.loads(request.wanted.payload)["digest"]
            change = change_to(app, root, effective_at, pack_of(request.wanted.target))
            put_in_force(app, change)
            return str(change.name)
    return None


def recheck_due(app: App) -> TakenUp | None:
    """Hold the comments against a version that has come into force, where that is due."""
    if app.read_only or not is_due(app.desk):
        return None
    few = sum(count.count for count in app.desk.read.queue_counts()) <= _FEW
    return take_up(app.desk, app.triage, app.screens[0], processes=0 if few else 1)


def go_on(app: App) -> None:
    """Do what the protocol's calendar asks for now: a version, and then its comments."""
    if app.desk.read.fact("protocol") not in {None, app.protocol.digest}:
        app.reload_protocol()  # another program put one in force
    if not app.read_only:
        try:
            put_due_in_force(app)
        finally:  # whatever is wrong with the next one
            recheck_due(app)


def _keep_present(app: App) -> None:
    """Keep the packs of the version that is still in force, if they can be found."""
    digest = app.protocol.digest
    for root in (app.folder / KEPT, app.protocols):
        if content_kept(root, digest) is not None:
            archive(root, app.folder, digest)
            return


def _effective_at(request: Request) -> Iterator[int]:
    found = json.loads(request.wanted.payload).get("effective_at")
    if isinstance(found, int):
        yield found
