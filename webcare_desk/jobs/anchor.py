"""One tick of the anchors: heads of the log leave for somebody else, and his answer comes back.

As with packets the mail is frozen when it is made, and every try sends the
same bytes with the same Message-ID. No connection is open while the desk is.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from webcare_desk.actions import MakeAnchor, RecordAnchor, RecordAnchorFailure
from webcare_desk.connectors.courier import Attachment, attached, build_mail, message_id_of
from webcare_desk.domain.anchor import AnchorKind, KeptHead, Unanchored, unanchored
from webcare_desk.domain.audit import Digest
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.moderator import system_actor
from webcare_desk.domain.reply import NO_COURIER, PAUSE
from webcare_desk.errors import BrokenSealError, StaleError
from webcare_desk.jobs.problem import TROUBLE, name_of, wait

if TYPE_CHECKING:
    from collections.abc import Callable

    from webcare_desk.connectors.courier import Courier
    from webcare_desk.desk import Desk
    from webcare_desk.domain.anchor import Anchor
    from webcare_desk.store.base import Reads

CHECKPOINT = "checkpoint.txt"
_SUBJECT = {"nl": "Anker van het logboek", "en": "Anchor of the log"}
_BODY = {
    "nl": (
        "Dit is het ondertekende hoofd van het logboek van een webcare-desk, met {size} regels.\n"
        "Bewaar deze mail: wat ervoor in het logboek staat kan daarna niet ongemerkt veranderen.\n"
    ),
    "en": (
        "This is the signed head of the log of a webcare desk, with {size} entries.\n"
        "Keep this mail: what stands in the log before it cannot change unnoticed any more.\n"
    ),
}


def kept_head(note: str) -> KeptHead:
    """Return a signed head with what it says; the signature is not checked here.

    Raises BrokenSealError for what is no signed head.
    """
    from webcare_desk.vault.signing import read_note  # loads cryptography

    head = read_note(note)[0]
    return KeptHead(note, head.size, Digest(head.root.hex()))


def head_in(mail: bytes) -> KeptHead | None:
    """Return the head that travels in a mail; None when there is none."""
    note = attached(mail, CHECKPOINT)
    with suppress(BrokenSealError):
        return None if note is None else kept_head(note)
    return None


def state_of(read: Reads, now: int) -> Unanchored:
    """Return what nobody else vouches for now."""
    anchored, since = read.anchored()
    return unanchored(read.log_size(), now, anchored, since)


def make_mail(desk: Desk, *, sender: str, recipient: str, language: str) -> int:
    """Put the present head into the outbox for the supervisor's mailbox; return the anchor.

    Raises UsageError for a wrong address.
    """
    at = desk.clock()
    head, uid = kept_head(desk.read.head_note()), new_uid(at)
    mail = build_mail(
        subject=f"{_SUBJECT.get(language, _SUBJECT['en'])}: {head.size}",
        body=_BODY.get(language, _BODY["en"]).format(size=head.size) + f"\n--\n{head.note}",
        attachments=[Attachment(CHECKPOINT, "text/plain", head.note.encode("utf-8"))],
        message_id=message_id_of(uid, sender),
        date=at,
        sender=sender,
        recipient=recipient,
    )
    made = MakeAnchor(AnchorKind.MAIL, uid, head, mail.decode("ascii"))
    return desk.perform(made, system_actor())


def make_timestamp(desk: Desk) -> int:
    """Let the present head wait for a time stamp; return the anchor."""
    head, uid = kept_head(desk.read.head_note()), new_uid(desk.clock())
    return desk.perform(MakeAnchor(AnchorKind.TIMESTAMP, uid, head), system_actor())


def anchor(
    desk: Desk, courier: Courier | None, stamp: Callable[[str], str] | None
) -> tuple[Anchor, ...]:
    """Give what waits to whom it is for; return the anchors as they are then."""
    due = [each for each in desk.read.anchors_due(desk.clock()) if each.kind in _LEAVING]
    for each in due:
        # Stale: another process has given it meanwhile, with the same Message-ID.
        with suppress(StaleError):
            try:
                evidence = _given(desk, each, courier, stamp)
            except TROUBLE as error:
                again = desk.clock() + wait(each.attempts + 1, error, PAUSE)
                failure = RecordAnchorFailure(each.id, name_of(error), again)
                desk.perform(failure, system_actor())
            else:
                _record(desk, each, evidence)
    found = (desk.read.anchor(each.id) for each in due)
    return tuple(each for each in found if each is not None)


_LEAVING = frozenset({AnchorKind.MAIL, AnchorKind.TIMESTAMP})


def _given(
    desk: Desk, each: Anchor, courier: Courier | None, stamp: Callable[[str], str] | None
) -> str | None:
    """Return what was given for an anchor; None when there is no way to anybody."""
    if each.kind is AnchorKind.TIMESTAMP:
        return None if stamp is None else stamp(each.head.note)
    mail = desk.read.anchor_mail(each.id)
    if courier is None or mail is None:
        return None
    return courier.send(mail.encode("ascii"), key=each.uid).remote_id


def _record(desk: Desk, each: Anchor, evidence: str | None) -> None:
    if evidence is None:
        failure = RecordAnchorFailure(each.id, NO_COURIER, desk.clock() + PAUSE)
        desk.perform(failure, system_actor())
    else:
        desk.perform(RecordAnchor(each.id, evidence), system_actor())
