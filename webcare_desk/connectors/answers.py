"""What PV's answers come out of, and the attachments of a mail, whoever wrote it.

Nothing is changed where answers come from: no mark is set, nothing is moved or removed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.errors import MessageError
from email.message import Message
from email.utils import parseaddr
from typing import Protocol

from webcare_desk.connectors.mail_bounds import headers_of, taken_apart
from webcare_desk.connectors.smime_open import Open
from webcare_desk.connectors.smime_signed import signed_content

#: Bytes of one mail or file; an acknowledgement is a few thousand.
LARGEST = 10_000_000
#: Of so many parts of a mail an acknowledgement may be one.
_PARTS = 50
#: So many bytes tell what a file is.
_HEAD = 1_000
#: What is named or called so is given whatever it holds: where it cannot be read, that is told.
_NAMES = (".xml", ".ack", ".zip", ".p7m")
_SEALED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_TYPES = frozenset({"application/xml", "text/xml", "application/octet-stream", "application/zip"})
#: Signed, encrypted, and signed again (RFC 2634 §1.1).
_LAYERS = 3
#: How XML begins, in UTF-8 or UTF-16, or an acknowledgement without the line that says so.
_XML = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*<\0?(?:\?\0?x\0?m\0?l|(?:\w+:)?MCCI_)"
)
#: What Python's reader of mails raises over a header that no rule foresees: a parameter that is
#: continued and given whole is a TypeError of `email.utils.decode_params`, not a defect.
_UNFORESEEN = (
    MessageError,
    RecursionError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    AssertionError,
)


#: How a header names another mail.
_ID = re.compile(r"<[^<>\s]{1,300}>")


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail without a file, written by a person in answer to mails: their Message-IDs, and it whole."""

    answers: tuple[str, ...]
    mail: bytes


@dataclass(frozen=True, slots=True)
class Found:
    """Files that may be acknowledgements, and where to go on (`cursor`, JSON text).

    `looked` mails or files were looked into; `passed` were not, because they are too large or
    somebody else's. `more` says that there is more to read at once. `bounced` are the Message-IDs
    of mails that came back, `letters` the answers in words.
    """

    files: tuple[bytes, ...]
    cursor: str
    more: bool
    looked: int
    passed: int
    bounced: tuple[str, ...] = ()
    letters: tuple[Letter, ...] = ()


@dataclass(frozen=True, slots=True)
class Looked:
    """What one mail or file gave: its files, None when it was passed over, a mail that bounced, or words."""

    files: tuple[bytes, ...] | None = None
    bounced: str = ""
    letter: Letter | None = None


def found_in(read: Sequence[Looked], cursor: str, *, more: bool) -> Found:
    """Return what some mails or files gave together."""
    files = tuple(file for each in read for file in each.files or ())
    passed = sum(each.files is None for each in read)
    bounced = tuple(each.bounced for each in read if each.bounced)
    letters = tuple(each.letter for each in read if each.letter is not None)
    return Found(files, cursor, more, len(read) - passed, passed, bounced, letters)


class AnswerSource(Protocol):
    """A mailbox or a folder that is only read."""

    def fetch(self, cursor: str | None) -> Found:
        """Return what is new since `cursor`, or raise a ConnectorError."""

    def check(self) -> str:
        """Say in a sentence what was reached (see `courier.Channel`)."""


def looked_into(mail: bytes, sender: str, opened: Open | None) -> Looked:
    """Return what a mail gave; that one of ours came back is said by our own mail server."""
    bounced = bounced_by(mail)
    if bounced:
        return Looked((), bounced)
    files = attachments(mail, sender, opened)
    return Looked(files, letter=_letter(mail) if files == () else None)


def _letter(mail: bytes) -> Letter | None:
    """Return a mail that answers others; none that a machine sends of itself (RFC 3834 §5)."""
    try:
        headers = headers_of(mail)
        is_of_person = str(headers["Auto-Submitted"] or "no").strip().lower() == "no"
        named = f"{headers['In-Reply-To'] or ''} {headers['References'] or ''}"
        is_report = headers.get_content_type() == "multipart/report"
    except _UNFORESEEN:
        return None
    answers = tuple(dict.fromkeys(_ID.findall(named)))
    return Letter(answers, mail) if answers and is_of_person and not is_report else None


def bounced_by(mail: bytes) -> str:
    """Return the Message-ID of the mail that a report says was not delivered (RFC 3464), or ""."""
    try:
        is_report = _is_report(headers_of(mail))
        inside = taken_apart(mail).get_payload() if is_report else []
        parts = _messages(inside)[:_PARTS]
        failed = any(_says_failed(part) for part in parts)
        return next(filter(None, map(_message_id, parts)), "") if failed else ""
    except _UNFORESEEN:
        return ""


def _is_report(mail: "Message[str, str]") -> bool:
    kind = str(mail.get_param("report-type")).lower()
    return mail.get_content_type() == "multipart/report" and kind == "delivery-status"


def _says_failed(part: "Message[str, str]") -> bool:
    blocks = _messages(part.get_payload())
    is_status = part.get_content_type() == "message/delivery-status"
    return is_status and any(str(block["Action"]).strip().lower() == "failed" for block in blocks)


def _messages(payload: object) -> "list[Message[str, str]]":
    parts = payload if isinstance(payload, list) else []
    return [part for part in parts if isinstance(part, Message)]


def _message_id(part: "Message[str, str]") -> str:
    """Return the Message-ID of the original, which a report holds whole or by its headers."""
    kind, inside = part.get_content_type(), _messages(part.get_payload())
    if kind == "message/rfc822" and inside:
        return str(inside[0]["Message-ID"] or "").strip()
    if kind == "text/rfc822-headers":
        headers = headers_of(_content(part))
        return str(headers["Message-ID"] or "").strip()
    return ""


def attachments(
    mail: bytes, sender: str = "", opened: Open | None = None
) -> tuple[bytes, ...] | None:
    """Return what is attached to a mail and may be an answer; None when it is not from `sender`.

    What is signed as one file is looked into, and what is encrypted where `opened` can open it; else it is given as it came, so
    that nobody takes the mail for one without an answer. So is a mail that cannot be read, whole:
    it is told as strange, and the mails after it have their turn. One whose sender cannot be
    read is from nobody.
    """
    is_theirs = not sender
    try:
        # The sender first: a stranger's mail is not taken apart.
        is_theirs = is_theirs or _sender(headers_of(mail)) == sender.lower()
        return tuple(_files(taken_apart(mail), opened)) if is_theirs else None
    except _UNFORESEEN:
        return (mail,) if is_theirs else None


def _sender(mail: "Message[str, str]") -> str:
    """Return the one address that the mail says it is from; two of them are nobody's."""
    lines = mail.get_all("From", [])
    return parseaddr(str(lines[0]))[1].lower() if len(lines) == 1 else ""


def may_answer(name: str, content: bytes) -> bool:
    """Say whether a file may be an answer of PV: by its name, or because it begins as XML does."""
    return name.lower().endswith(_NAMES) or begins_like_xml(content)


def begins_like_xml(content: bytes) -> bool:
    """Say whether bytes are XML as far as their beginning tells."""
    return _XML.match(content[:_HEAD]) is not None


def _files(
    mail: "Message[str, str]", opened: Open | None, layers: int = _LAYERS
) -> Iterator[bytes]:
    for part in _parts(mail):
        content = _content(part)
        is_sealed = layers > 0 and _is_sealed(part)
        signed = signed_content(content) if is_sealed else None
        is_closed = is_sealed and signed is None
        inner = opened(content) if opened is not None and is_closed else signed
        if inner is None or begins_like_xml(inner):
            yield content if inner is None else inner
        else:
            # What is encrypted in what was encrypted stays closed.
            parsed = taken_apart(inner)
            yield from _files(parsed, None if is_closed else opened, layers - 1)


def _is_sealed(part: "Message[str, str]") -> bool:
    """Say whether a part is encrypted; some mail programs tell it by the file's name alone."""
    kind, name = part.get_content_type(), str(part.get_filename() or "").lower()
    return kind in _SEALED or (kind == "application/octet-stream" and name.endswith(".p7m"))


def _parts(mail: "Message[str, str]") -> "list[Message[str, str]]":
    leaves = [part for part in mail.walk() if not part.is_multipart()][:_PARTS]
    return [part for part in leaves if _may_answer(part) or _is_sealed(part)]


def _may_answer(part: "Message[str, str]") -> bool:
    kind, name = part.get_content_type(), str(part.get_filename() or "")
    return kind in _TYPES or kind.endswith("+xml") or may_answer(name, _content(part))


def _content(part: "Message[str, str]") -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
