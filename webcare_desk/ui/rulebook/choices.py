"""The versions a person can look at: in force, drafts, and those from before. No widgets."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from webcare_desk.app import App
from webcare_desk.domain.approval import RequestState
from webcare_desk.new_version import Obstacle, Version, asked_versions, obstacle, versions
from webcare_desk.protocol.library import load_kept, load_pack
from webcare_desk.protocol.model import Protocol
from webcare_desk.protocol.versions import Draft, archived, drafts
from webcare_desk.rulebook import pack_of


class Standing(StrEnum):
    """What a version is."""

    IN_FORCE = "in-force"
    DRAFT = "draft"
    ASKED = "asked"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class Choice:
    """A version with the folder of its packs, and which of them it is.

    `since` (UTC microseconds) is when it came into force, will, or was changed last,
    `obstacle` why what is asked for does not come into force any more.
    """

    standing: Standing
    name: str
    root: Path
    pack: str
    since: int
    digest: str = ""
    draft: Draft | None = None
    is_approved: bool = False
    obstacle: Obstacle | None = None


def read_choices(app: App) -> tuple[Choice, ...]:
    """Return every version there is, the one in force first."""
    came = versions(app)
    found = [_in_force(app, came)]
    found += [
        Choice(
            Standing.DRAFT,
            draft.name,
            draft.root,
            app.settings.pack,
            draft.changed_at,
            draft=draft,
        )
        for draft in drafts(app.folder)
    ]
    for request, at in asked_versions(app):
        digest = request.wanted.payload.partition('"digest":"')[2][:64]
        root = archived(app.folder, digest)
        if root is not None:
            name = str(request.wanted.target)
            found.append(
                Choice(
                    Standing.ASKED,
                    name,
                    root,
                    pack_of(name),
                    at,
                    digest,
                    is_approved=request.state is RequestState.APPROVED,
                    obstacle=obstacle(app, request),
                )
            )
    found += [
        Choice(Standing.EARLIER, each.name, each.root, pack_of(each.name), each.since, each.digest)
        for each in came
        if each.root is not None and each.digest != app.protocol.digest
    ]
    return tuple(found)


def protocol_of(choice: Choice) -> Protocol | None:
    """Return the protocol of a version; None where it has problems and never came into force."""
    came = choice.standing in {Standing.IN_FORCE, Standing.EARLIER}
    kept = load_kept(choice.root, choice.digest, choice.pack) if came else None
    return load_pack(choice.root, choice.pack).protocol if kept is None else kept.protocol


def _in_force(app: App, came: list[Version]) -> Choice:
    """Return the version in force: its kept packs, for those that are set may be newer."""
    protocol = app.protocol
    since = next((each.since for each in came if each.digest == protocol.digest), 0)
    root = archived(app.folder, protocol.digest) or app.protocols
    name = f"{protocol.id} {protocol.version}"
    return Choice(Standing.IN_FORCE, name, root, protocol.id, since, protocol.digest)
