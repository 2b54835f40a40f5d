"""One tick of the originals: what was frozen is drawn, and the picture is kept with its hash.

Drawing never holds anything up: where it cannot be done, the record says so and the packet too.
"""

import base64
import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from webcare_desk.actions import KeepPicture
from webcare_desk.actions.freeze import as_frozen
from webcare_desk.connectors.courier import Attachment
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.escalation import Escalation
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.moderator import system_actor
from webcare_desk.domain.original import (
    Cause,
    Frozen,
    OriginalProof,
    PictureState,
)
from webcare_desk.errors import MalformedError, PacketError, StaleError, UnavailableError
from webcare_desk.said import reason_of
from webcare_desk.store.base import Reads

if TYPE_CHECKING:
    from webcare_desk.pv.edition import Reworded

#: So many originals in one process.
BATCH = 20
#: There is no Qt here; the original itself cannot be drawn.
NO_QT: Final = Name("no-qt")
UNDRAWABLE: Final = Name("undrawable")
#: A post of it was erased before it was drawn: a picture would not be of what was frozen.
ERASED: Final = Name("erased")

PICTURE: Final = "original.png"
WORDS: Final = "original.json"
#: The comment as it was reworded since.
LATEST: Final = "original-latest.png"
LATEST_WORDS: Final = "original-latest.json"
_WORDS: Final = {
    "nl": {
        "there": "Het bevroren origineel als beeld:",
        "latest": "De reactie is daarna gewijzigd; zoals zij het laatst luidde:",
        "none": "Van het origineel is geen beeld: op deze computer kon het niet worden getekend.",
    },
    "en": {
        "there": "The frozen original as a picture:",
        "latest": "The comment was reworded since; as it read last:",
        "none": "There is no picture of the original: it could not be drawn on this computer.",
    },
}

Draw = Callable[[Sequence[bytes]], Sequence[bytes | None]]


def draw_originals(desk: Desk, draw: Draw, waiting: Sequence[Frozen] | None = None) -> int:
    """Draw what waits, or these; return how many were drawn."""
    found = desk.read.originals_waiting(BATCH) if waiting is None else waiting
    words = {each: as_frozen(desk.read, each) for each in found}
    whole = {each: said for each, said in words.items() if said is not None}
    pictures, missing = _drawn(draw, list(whole.values()))
    kept = dict(zip(whole, pictures, strict=True))
    for frozen in found:
        with suppress(StaleError):  # drawn by another process meanwhile, or erased
            why = missing if frozen in whole else ERASED
            desk.perform(_kept(frozen, kept.get(frozen), why), system_actor())
    return sum(picture is not None for picture in pictures)


def _drawn(draw: Draw, originals: Sequence[bytes]) -> tuple[Sequence[bytes | None], Name]:
    """Return a picture of each, and why there is none where there is none."""
    try:
        return (draw(originals) if originals else ()), UNDRAWABLE
    except UnavailableError:
        return [None] * len(originals), NO_QT


def draw_escalated(desk: Desk, draw: Draw, escalation: Escalation) -> None:
    """Draw what a packet is about to show, unless that was tried before."""
    found = (original_of(desk.read, escalation), latest_of(desk.read, escalation))
    waiting = [each for each in found if each is not None and each.state is PictureState.WAITING]
    if waiting:
        draw_originals(desk, draw, waiting)


def original_of(read: Reads, escalation: Escalation) -> Frozen | None:
    """Return what was frozen when a comment was escalated."""
    found = [
        each
        for each in read.originals(escalation.comment)
        if each.cause is Cause.ESCALATE and each.taken_at == escalation.recognised_at
    ]
    return next(iter(found), None)


def latest_of(read: Reads, escalation: Escalation) -> Frozen | None:
    """Return what was frozen of a comment when it was reworded last, after it was escalated."""
    found = [
        each
        for each in read.originals(escalation.comment)
        if each.cause is Cause.EDIT and each.taken_at > escalation.recognised_at
    ]
    return found[-1] if found else None


def reworded_in(read: Reads, latest: Frozen | None) -> "Reworded | None":
    """Return what a comment says since it was escalated; None where it was not reworded."""
    from webcare_desk.pv.edition import Reworded

    proof = proof_of(latest)
    if latest is None or proof is None or as_frozen(read, latest) is None:
        return None
    posts = read.frozen_as(latest).posts
    text = next(each.text for each in posts if each.comment == latest.comment)
    return Reworded(text, proof)


def latest_in(
    read: Reads, latest: Frozen | None, language: str
) -> tuple[tuple[Attachment, ...], str]:
    """Return what a packet shows of a comment that was reworded: its files, and their hashes."""
    words = None if latest is None else as_frozen(read, latest)
    if latest is None or words is None:
        return (), ""
    files = [Attachment(LATEST_WORDS, "application/json", words)]
    told = [f"{LATEST_WORDS}, SHA-256 {latest.text_hash}"]
    if (picture := read.picture_of(latest.id)) is not None:
        files.append(Attachment(LATEST, "image/png", base64.b64decode(picture)))
        told.append(f"{LATEST}, SHA-256 {latest.picture_hash}")
    said = _WORDS.get(language, _WORDS["en"])["latest"]
    return tuple(files), "\n".join(("", said, *told))


def picture_in(
    read: Reads, frozen: Frozen | None, language: str
) -> tuple[tuple[Attachment, ...], str]:
    """Return what a packet shows of the original: its picture, and the sentence with the hash."""
    words = _WORDS.get(language, _WORDS["en"])
    picture = None if frozen is None else read.picture_of(frozen.id)
    if frozen is None or picture is None:
        return (), words["none"]
    file = Attachment(PICTURE, "image/png", base64.b64decode(picture))
    return (file,), f"{words['there']} {PICTURE}, SHA-256 {frozen.picture_hash}"


def proof_of(frozen: Frozen | None) -> OriginalProof | None:
    """Return what a packet says of its original: both hashes, by which the files are known."""
    if frozen is None:
        return None
    return OriginalProof(frozen.taken_at, frozen.text_hash, frozen.picture_hash)


def words_in(read: Reads, frozen: Frozen | None) -> tuple[Attachment, ...]:
    """Return the original as JSON, unless a post of it was erased since."""
    words = None if frozen is None else as_frozen(read, frozen)
    return () if words is None else (Attachment(WORDS, "application/json", words),)


def _kept(frozen: Frozen, picture: bytes | None, missing: Name) -> KeepPicture:
    if picture is None:
        return KeepPicture(frozen.id, frozen.version, problem=missing)
    encoded = base64.b64encode(picture).decode("ascii")
    digest = hashlib.sha256(picture).hexdigest()
    return KeepPicture(frozen.id, frozen.version, encoded, digest)


def frozen_case(escalation: Escalation) -> SafetyCase:
    """Return what was escalated; MalformedError for what cannot be read."""
    from webcare_desk.pv.packet import case_from_json

    try:
        return case_from_json(escalation.case.encode("utf-8"))[0]
    except PacketError as error:
        raise MalformedError(reason_of(error)) from error
