"""One tick of PV's answers: what is new in a mailbox or a folder is taken in, then passed.

An acknowledgement is taken before the place is kept: after a crash it is taken again, which
changes nothing. What is none is kept as it came, for it may be PV's no that arrived in pieces: a
person reads it among the answers that belong to no report. What PV answers in words to a packet's
mail is kept with its case. A mail to PV that came back is in doubt again. No connection is open while the desk is.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from webcare_desk.actions import MarkUncertain
from webcare_desk.actions.answers import PLACE, KeepAnswerPlace
from webcare_desk.actions.cases import ReceiveAcknowledgement, Told
from webcare_desk.connectors.answers import AnswerSource, Letter
from webcare_desk.connectors.courier import message_id_in
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.evidence import evidence_of
from webcare_desk.domain.moderator import system_actor
from webcare_desk.domain.reply import BOUNCED, REST, Delivery, DeliveryState
from webcare_desk.errors import MessageError, PacketError, RefusedError, StaleError, UsageError

#: What a file says that is no acknowledgement.
_NOTHING = Told(reports=(), batch=None, report="", reference="", code="", problems="[]")


#: Takes the number of a case and a mail.
Keep = Callable[[int, bytes], object]


@dataclass(frozen=True, slots=True)
class Heard:
    """What one visit gave: mails or files looked into, acknowledgements among them, and the rest.

    `strange` files and mails are no acknowledgement, and kept; `passed` mails or files were not looked into.
    """

    channel: str
    looked: int
    taken: int
    strange: int
    passed: int
    more: bool


def hear(
    desk: Desk,
    channel: Name,
    source: AnswerSource,
    take: Callable[[bytes], object],
    keep: Keep = lambda *_: None,
) -> Heard:
    """Take in what is new in `source`; `take` records one acknowledgement (MessageError: none).

    `keep` keeps what PV answered in words with its case. Raises ConnectorError where the source
    cannot be read; its place then stays.
    """
    before = desk.read.fact(f"{PLACE}{channel}")
    found = source.fetch(before)
    taken = sum(_is_taken(desk, take, file) for file in found.files)
    strange = len(found.files) - taken + sum(_is_kept(desk, keep, each) for each in found.letters)
    others = sum(not _came_back(desk, message_id) for message_id in found.bounced)
    looked, passed = found.looked - others, found.passed + others
    heard = Heard(channel, looked, taken, strange, passed, found.more)
    if found.cursor != before:
        kept = KeepAnswerPlace(channel, found.cursor, looked, taken, strange, passed)
        desk.perform(kept, system_actor())
    return heard


def _is_taken(desk: Desk, take: Callable[[bytes], object], file: bytes) -> bool:
    try:
        take(file)
    except (MessageError, RefusedError):
        desk.perform(ReceiveAcknowledgement(_NOTHING, evidence_of(file)), system_actor())
        return False
    return True


def _is_kept(desk: Desk, keep: Keep, letter: Letter) -> bool:
    """Keep a mail with the case whose packet it answers, as an answer that a person has to read.

    Where the case cannot be read it is kept as it came, with none.
    """
    delivery = next(filter(None, (_ours(desk, each) for each in letter.answers)), None)
    version = None if delivery is None else desk.read.case_version_of(delivery.id)
    if version is None:
        return False
    try:
        keep(version.case, letter.mail)
    except (PacketError, RefusedError, UsageError):
        desk.perform(ReceiveAcknowledgement(_NOTHING, evidence_of(letter.mail)), system_actor())
    return True


def _ours(desk: Desk, message_id: str) -> Delivery | None:
    """Return the delivery whose mail has this Message-ID."""
    delivery = desk.read.delivery_named(message_id.strip("<>").partition("@")[0])
    mail = None if delivery is None or not delivery.kind.is_mail else desk.read.mail_of(delivery.id)
    return delivery if mail and message_id_in(mail.encode("ascii")) == message_id else None


def _came_back(desk: Desk, message_id: str) -> bool:
    """Say whether a mail that came back is one of ours; what PV has not answered is then in doubt.

    Anybody can write such a report: at the most a mail leaves once more.
    """
    delivery = _ours(desk, message_id)
    if delivery is None:
        return False
    if delivery.state is DeliveryState.SENT and not _is_answered(desk, delivery):
        doubt = MarkUncertain(delivery.id, BOUNCED, desk.clock() + REST, delivery.version)
        with suppress(StaleError):  # somebody else has read it meanwhile
            desk.perform(doubt, system_actor())
    return True


def _is_answered(desk: Desk, delivery: Delivery) -> bool:
    version = desk.read.case_version_of(delivery.id)
    return version is not None and version.answer is not None
