"""What brings packets to PV, and the one frozen mail that it brings.

A mail is built once and kept: each try sends the same bytes with the same
Message-ID, by which PV recognises a copy. Nothing an author wrote is ever a
header; and because Python before 3.12.4 turns a crafted encoded word into
real header lines (CVE-2024-6923), the finished mail is read again and refused
when it has a header that is not ours.
"""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import format_datetime
from typing import Protocol

from webcare_desk.domain.reply import Receipt
from webcare_desk.errors import MalformedError, UsageError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST_SUBJECT = 150
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,180})")
_MESSAGE_ID = re.compile(r"<[A-Za-z0-9._-]{1,64}@[A-Za-z0-9.-]{1,181}>")
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_FILE_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
#: A mail that was frozen by an older desk may have its Message-ID on the next line.
_HEADER_LINE = re.compile(rb"([A-Za-z-]+):(?: |$)")
#: No header is folded: a Message-ID may not be divided, and Python puts a long one on a line of its own.
_UNFOLDED = policy.SMTP.clone(max_line_length=998)
_HEADERS = frozenset(
    {"From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"}
)
#: What an encrypted mail has besides: its one part is the whole.
_SEALED_HEADERS = _HEADERS | {"Content-Transfer-Encoding", "Content-Disposition"}
_PART_HEADERS = frozenset(
    {"Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "MIME-Version"}
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in the mail; `name` and `mime_type` are fixed by the program."""

    name: str
    mime_type: str
    content: bytes


class Channel(Protocol):
    """Anything between the desk and PV whose connection can be tried."""

    def check(self) -> str:
        """Say in a sentence what was reached, nothing being sent; raises what `send` would."""


class Courier(Protocol):
    """A way to PV; the same mail may be sent again, PV sees one Message-ID."""

    def send(self, mail: bytes, *, key: str) -> Receipt:
        """Send the frozen `mail` of delivery `key`, or raise a ConnectorError.

        `UncertainError`: the mail may have arrived. Anything else: it has not.
        """


def message_id_of(key: str, sender: str) -> str:
    """Return the Message-ID of delivery `key`: the same on every try."""
    if not _KEY.fullmatch(key):
        msg = f"not the key of a delivery: {key[:40]!r}"
        raise ValueError(msg)
    return f"<{key}@{checked_address(sender).partition('@')[2]}>"


def checked_address(text: str) -> str:
    """Return a bare mail address from the settings, or raise UsageError."""
    if not _ADDRESS.fullmatch(text):
        msg = QT_TRANSLATE_NOOP("Said", "“{text}” is not a mail address.")
        raise UsageError(Said.of(msg, text=oneline(text)[:60]))
    return text


def build_mail(  # noqa: PLR0913 - the parts of a mail, each named at the call
    *,
    subject: str,
    body: str,
    attachments: Sequence[Attachment],
    message_id: str,
    date: int,
    sender: str,
    recipient: str,
) -> bytes:
    """Return the finished mail; the same arguments give the same bytes.

    `date` in UTC microseconds. Raise UsageError for a wrong address and
    MalformedError when a header came out that is not ours.
    """
    if not _MESSAGE_ID.fullmatch(message_id) or not attachments:
        msg = f"no attachment, or not a Message-ID: {message_id[:80]!r}"
        raise ValueError(msg)
    mail = EmailMessage(policy=policy.SMTP)
    mail["From"] = checked_address(sender)
    mail["To"] = checked_address(recipient)
    mail["Subject"] = oneline(subject)
    mail["Date"] = format_datetime(_EPOCH + timedelta(microseconds=date))
    mail["Message-ID"] = message_id
    # What UTF-8 cannot carry is shown as an escape instead of stopping the mail.
    text = body.encode("utf-8", "backslashreplace").decode("utf-8")
    mail.set_content(text, cte="base64")
    for attachment in attachments:
        _attach(mail, attachment)
    mail.set_boundary(f"=_{hashlib.sha256(message_id.encode()).hexdigest()[:40]}")
    return checked_mail(mail.as_bytes(policy=_UNFOLDED))


def _attach(mail: EmailMessage, attachment: Attachment) -> None:
    kind, _, form = attachment.mime_type.partition("/")
    if not _FILE_NAME.fullmatch(attachment.name) or not f"{kind}{form}".isalnum():
        msg = f"not a name or type of an attachment: {attachment.name[:60]!r}"
        raise ValueError(msg)
    charset = {"charset": "utf-8"} if kind == "text" else {}
    mail.add_attachment(attachment.content, kind, form, filename=attachment.name, params=charset)


def oneline(text: str) -> str:
    """Return `text` as one short ASCII line that no mail program decodes."""
    plain = " ".join(unicodedata.normalize("NFKD", text).split())
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    line = "".join(char if " " <= char <= "~" else "?" for char in kept)
    return line.replace("=?", "= ?")[:_LONGEST_SUBJECT].rstrip()


def checked_mail(mail: bytes) -> bytes:
    """Return `mail` if its headers, read from the bytes, are ours and no others.

    Raise MalformedError otherwise: nothing is to be sent then.
    """
    names = _header_names(mail)
    parts = list(BytesParser(policy=policy.default).parsebytes(mail).walk())[1:]
    part_names = {name for part in parts for name in part.keys()}  # noqa: SIM118 - not a mapping
    ours = sorted(_SEALED_HEADERS if not parts else _HEADERS)
    if sorted(names) != ours or not part_names <= _PART_HEADERS:
        msg = QT_TRANSLATE_NOOP(
            "Said", "The mail to PV has a header that is not ours; it is not sent."
        )
        raise MalformedError(Said.of(msg))
    return mail


def _header_names(mail: bytes) -> list[str]:
    """Return the names of the top headers as a mail server reads them."""
    names = []
    for line in mail.partition(b"\r\n\r\n")[0].split(b"\r\n"):
        found = _HEADER_LINE.match(line)
        if b"\r" in line or b"\n" in line:
            names.append("?")
        elif found:
            names.append(found[1].decode("ascii"))
        elif line[:1] not in {b" ", b"\t"}:
            names.append("?")
    return names


def message_id_in(mail: bytes) -> str:
    """Return the Message-ID of a finished mail."""
    return str(BytesParser(policy=policy.default).parsebytes(mail, headersonly=True)["Message-ID"])


def attached(mail: bytes, name: str) -> str | None:
    """Return the text of the attachment called `name`, with bare line ends; None without one."""
    parsed = BytesParser(policy=policy.default).parsebytes(mail)
    for part in parsed.walk():
        if part.get_filename() == name:
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return content.decode("utf-8", "replace").replace("\r\n", "\n")
    return None
