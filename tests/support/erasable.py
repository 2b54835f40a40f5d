"""A comment with a canary everywhere, and the search for them in every file."""

from dataclasses import replace
from pathlib import Path

from tests.support.desks import HOUR, SYSTEM, arrival, take_in, triage, version_of
from tests.support.signing import Signer, staff
from webcare_desk.actions import (
    AddNote,
    ClaimDelivery,
    Close,
    QueueReply,
    RecordDelivery,
    RecordMove,
    RecordVerified,
    Reopen,
)
from webcare_desk.desk import Desk
from webcare_desk.domain.approval import Wanted
from webcare_desk.domain.audit import Name
from webcare_desk.domain.erasure import Basis, erasure_of
from webcare_desk.domain.finding import Category, Tier
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.reason import Reason

CANARIES = {
    "text": "Zwaluwnest over de sloot",
    "edit": "Kievitsei in het gras",
    "author-id": "lepelaar-77",
    "author": "Grutto van Wilgenroos",
    "remote": "r31337",
    "link": "https://village.example/reiger/31337",
    "moved-link": "https://village.example/boomklever/31337",
    "moved-thread": "ijsvogel-9",
    "moved-title": "Over de pestvogel",
    "note": "Notitie met roerdomp",
    "reply": "Beste Wulp, dank voor uw bericht",
    "draft": "Concept voor de kluut",
    "why": "Omdat de tureluur het vroeg",
    "receipt": "ontvangst-scholekster",
    "published": "Gepubliceerd antwoord aan de oeverloper",
    "answer-note": "Roodborstje belde hierover",
    "answer-draft": "Nog iets voor de putter",
    "answer-why": "De sijs vond het antwoord goed",
}
CALM = triage(Tier.NONE, Category.INFORMATION, Queue.QUESTION)
DAY = 24 * HOUR


def bring(desk: Desk, noor: Signer) -> int:
    """Bring in a comment with a canary everywhere, work on it, and close it."""
    came = arrival(1, CANARIES["text"], said=CALM)
    remote = replace(
        came.comment,
        remote_id=CANARIES["remote"],
        author_id=CANARIES["author-id"],
        author_name=CANARIES["author"],
        link=CANARIES["link"],
    )
    [comment] = take_in(desk, replace(came, comment=remote))
    take_in(desk, replace(came, comment=replace(remote, text=CANARIES["edit"])))
    elsewhere = (CANARIES["moved-thread"], CANARIES["moved-title"], None, CANARIES["moved-link"])
    desk.perform(RecordMove(comment, *elsewhere), SYSTEM)
    desk.perform(AddNote(comment, CANARIES["note"]), noor.actor)
    desk.store.keep_draft(comment, noor.uid, CANARIES["draft"], desk.clock())
    reply = desk.perform(QueueReply(comment, CANARIES["reply"], None, 0), noor.actor)
    desk.perform(ClaimDelivery(reply, 1, HOUR), SYSTEM)
    desk.perform(RecordDelivery(reply, CANARIES["receipt"], version_of(desk, reply)), SYSTEM)
    desk.perform(RecordVerified(reply, version_of(desk, reply)), SYSTEM)
    # The desk's own answers come back by a poll: one with the words sent, one under the comment.
    published = arrival(13, CANARIES["published"], said=CALM, parent=CANARIES["remote"], own=True)
    [answer, _] = take_in(desk, arrival(12, CANARIES["reply"], said=CALM, own=True), published)
    desk.perform(AddNote(answer, CANARIES["answer-note"]), noor.actor)
    desk.store.keep_draft(answer, noor.uid, CANARIES["answer-draft"], desk.clock())
    desk.perform(Reopen(answer, Queue.QUESTION, Reason.OTHER, CANARIES["answer-why"]), noor.actor)
    desk.perform(Close(answer, Reason.DONE), noor.actor)
    desk.perform(Close(comment, Reason.OTHER, CANARIES["why"]), noor.actor)
    return comment


def erasure(comment: int) -> Wanted:
    """Return what is asked for when one comment is to be erased."""
    return erasure_of(Name(f"comment/{comment}"), [comment], Basis.OBJECTION)


def approved(desk: Desk, crew: dict[str, Signer], what: Wanted) -> int:
    """Let Dee ask and Noor approve; return the request."""
    request = crew["dee"].ask(desk, what)
    crew["noor"].approve(desk, request)
    return request


def found_in(folder: Path) -> set[tuple[str, str]]:
    """Return which canary stands in which file below `folder`."""
    return {
        (name, file.name)
        for file in folder.rglob("*")
        if file.is_file()
        for name, canary in CANARIES.items()
        if canary.encode() in file.read_bytes() or canary.lower().encode() in file.read_bytes()
    }


def words_in(folder: Path) -> set[str]:
    """Return which word of a canary the search index still has: it keeps them apart."""
    words = {word.lower() for canary in CANARIES.values() for word in canary.split()}
    long = {word for word in words if len(word) > len("scholen")}
    data = b"".join(file.read_bytes().lower() for file in folder.rglob("desk.db*"))
    return {word for word in long if word.encode() in data}


def crew_of(desk: Desk) -> dict[str, Signer]:
    """Hire a data protection officer, a supervisor and an administrator."""
    return staff(desk, ada=Role.ADMINISTRATOR, dee=Role.DATA_PROTECTION, noor=Role.SUPERVISOR)
