"""PV in the demo: reads a packet as a real department would, and answers."""

from collections.abc import Callable
from dataclasses import dataclass
from email import policy
from email.parser import BytesParser
from typing import TYPE_CHECKING

from webcare_desk.connectors.courier import message_id_in
from webcare_desk.demo.mailbox import PvMailbox
from webcare_desk.domain.escalation import Criterion, Presence
from webcare_desk.errors import MalformedError

if TYPE_CHECKING:
    from email.message import EmailMessage


@dataclass(frozen=True, slots=True)
class Answer:
    """What PV answers to our `case`: its own number, and what it saw in the packet.

    `criteria` are those that the packet shows as present, `log_size` the
    number of log entries whose signed head came with it.
    """

    case: str
    reference: str
    criteria: tuple[Criterion, ...]
    log_size: int


def answer(mailbox: PvMailbox, message_id: str, size_of: Callable[[str], int]) -> Answer:
    """Read the packet that came as `message_id` and return PV's answer.

    Raises a WebcareError when no such mail came, when the packet cannot be
    read, or when `size_of` finds that its signed head is not of the desk's log.
    """
    from webcare_desk.pv.packet import case_from_json  # loads pydantic

    files = attachments(mailbox, message_id)
    case, head = case_from_json(files.get("packet.json", b""))
    checkpoint = files.get("checkpoint.txt", b"").decode("utf-8").replace("\r\n", "\n")
    if checkpoint.rstrip() != head.rstrip():
        msg = "The packet and its checkpoint show different heads of the log."
        raise MalformedError(msg)
    present = (name for name, said in case.criteria if said.presence is Presence.PRESENT)
    return Answer(case.reference, f"PV-{case.reference[-8:]}", tuple(present), size_of(head))


def attachments(mailbox: PvMailbox, message_id: str) -> dict[str, bytes]:
    """Return the files of the mail that came as `message_id`, or raise MalformedError."""
    for mail in mailbox.mails():
        if message_id_in(mail) == message_id:
            parsed: EmailMessage = BytesParser(policy=policy.default).parsebytes(mail)
            return {
                part.get_filename() or "": bytes(part.get_payload(decode=True) or b"")
                for part in parsed.iter_attachments()
            }
    msg = f"No mail {message_id} came into PV's mailbox."
    raise MalformedError(msg)
