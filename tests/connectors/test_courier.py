"""The frozen mail to PV has our headers and no others, whatever a text says."""

import io
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from webcare_desk.connectors.courier import (
    Attachment,
    build_mail,
    checked_address,
    checked_mail,
    message_id_in,
    message_id_of,
    oneline,
)
from webcare_desk.errors import MalformedError, UsageError

KEY = "01970000-0000-7000-8000-000000000001"
SENDER = "desk@agency.example"
EVIL = "=?utf-8?q?a=0D=0ABcc:_evil=40x?="
ATTACHMENTS = (
    Attachment("packet.json", "application/json", b'{"a":1}'),
    Attachment("report.pdf", "application/pdf", bytes(range(256)) * 40),
    Attachment("checkpoint.txt", "text/plain", "origin\n1\nAAAA\n\n— desk-1 AAAA\n".encode()),
)
OURS = {"From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"}


def frozen(**changes: Any) -> bytes:  # noqa: ANN401 - fields of any type
    """Return the mail of delivery KEY with some fields changed."""
    fields: dict[str, Any] = {
        "subject": "Mogelijke bijwerking: WD-2025-0001",
        "body": "Kenmerk: WD-2025-0001.\n“hoofdpijn 🤢”\n",
        "attachments": ATTACHMENTS,
        "message_id": message_id_of(KEY, SENDER),
        "date": 1_761_438_600_000_000,
        "sender": SENDER,
        "recipient": "pv@sponsor.example",
    }
    return build_mail(**(fields | changes))


def read(mail: bytes) -> EmailMessage:
    return BytesParser(EmailMessage, policy=policy.default).parse(io.BytesIO(mail))


def decoded(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return content


def test_the_mail_holds_text_and_attachments_as_given() -> None:
    mail = read(frozen())
    assert mail["Subject"] == "Mogelijke bijwerking: WD-2025-0001"
    assert mail["From"] == SENDER
    assert mail["To"] == "pv@sponsor.example"
    assert mail["Date"] == "Sun, 26 Oct 2025 00:30:00 +0000"
    body = mail.get_body()
    assert body is not None
    assert body.get_content() == "Kenmerk: WD-2025-0001.\r\n“hoofdpijn 🤢”\r\n"
    found = [
        Attachment(part.get_filename() or "", part.get_content_type(), decoded(part))
        for part in mail.iter_attachments()
        if isinstance(part, EmailMessage)
    ]
    assert tuple(found) == ATTACHMENTS


def test_addresses_of_every_length_give_a_mail_that_leaves() -> None:
    """Between 28 and 38 letters of a domain the Message-ID did not fit its line."""
    for length in range(1, 182):
        sender, recipient = f"w@{'d' * length}", f"{'p' * (length % 64 + 1)}@{'d' * length}"
        own = message_id_of(KEY, sender)
        mail = frozen(sender=sender, recipient=recipient, message_id=own)
        assert message_id_in(mail) == own, length
        assert (read(mail)["From"], read(mail)["To"]) == (sender, recipient)
        assert max(map(len, mail.split(b"\r\n"))) < 998


def test_a_message_id_on_a_line_of_its_own_is_ours() -> None:
    """So an older desk froze it, and a frozen mail is never built again."""
    folded = frozen().replace(b"Message-ID: ", b"Message-ID:\r\n ")
    assert checked_mail(folded) == folded


@pytest.mark.requirement("P17")
def test_the_same_delivery_gives_the_same_bytes_and_message_id() -> None:
    assert frozen() == frozen()
    assert message_id_in(frozen()) == f"<{KEY}@agency.example>"


def test_a_mail_has_lines_that_every_server_takes() -> None:
    mail = frozen(body="a" * 1_000_000)
    assert max(len(line) for line in mail.split(b"\r\n")) <= 998
    assert b"\n" not in mail.replace(b"\r\n", b"")


_HOSTILE = (
    st.text(max_size=60)
    | st.text('=?utf-8qQbB0DA:\r\n\x0b\x85\u2028 _@<>,;"', max_size=60)
    | st.just(EVIL)
)


@settings(max_examples=150, deadline=None)
@given(_HOSTILE, _HOSTILE)
@example(EVIL, EVIL)
@example("a\r\nBcc: evil@x.example", "x")
@example("\ud800\x00\u2028\x85\x0b", "\ud800\x00\r\x85")
def test_no_subject_and_no_text_makes_a_header(subject: str, body: str) -> None:
    mail = frozen(subject=f"Kenmerk {subject}", body=body)
    top = mail.partition(b"\r\n\r\n")[0]
    names = [line.split(b":")[0] for line in top.split(b"\r\n") if line[:1] not in b" \t"]
    assert sorted(name.decode() for name in names) == sorted(OURS)
    assert set(read(mail).keys()) == OURS
    assert read(mail)["To"] == "pv@sponsor.example"


def test_the_email_library_alone_writes_or_refuses_a_header_from_a_subject() -> None:
    naive = EmailMessage(policy=policy.SMTP)
    for name in sorted(OURS - {"Subject", "MIME-Version", "Content-Type"}):
        naive[name] = "a@b.example"
    naive["Subject"] = EVIL
    naive.set_content("x")
    try:
        mail = naive.as_bytes()
    except ValueError:
        return  # a Python in which CVE-2024-6923 is fixed refuses it
    assert b"\r\nBcc: evil@x" in mail or b"\r\nBcc:" in mail
    with pytest.raises(MalformedError):
        checked_mail(mail)


@pytest.mark.parametrize(
    "change",
    [
        (b"\r\nTo: ", b"\r\nBcc: evil@x.example\r\nTo: "),
        (b"\r\nTo: ", b"\nBcc: evil@x.example\r\nTo: "),
        (b"\r\nTo: ", b"\rBcc: evil@x.example\r\nTo: "),
        (b"\r\nTo: ", b"\r\nTo: evil@x.example\r\nTo: "),
        (b"\r\nTo: ", b"\r\n\r\nTo: "),
        (b"\r\nSubject: ", b"\r\nX-Subject: "),
        (b"\r\nContent-Disposition: attachment", b"\r\nX-Evil: attachment"),
        (b"From: ", b"garbage\r\nFrom: "),
    ],
)
def test_a_mail_with_another_header_is_refused(change: tuple[bytes, bytes]) -> None:
    mail = frozen()
    assert checked_mail(mail) == mail
    with pytest.raises(MalformedError, match="header that is not ours"):
        checked_mail(mail.replace(*change, 1))


@pytest.mark.parametrize(
    "address",
    [
        "",
        "nobody",
        "a@",
        "@b.example",
        "a b@x.example",
        "a@x.example\r\nRCPT TO:<evil@x.example>",
        "a@x.example\n",
        "<a@x.example>",
        "a@x.example>",
        "Evil <a@x.example>",
        "é@x.example",
        "=?utf-8?q?a?=@x.example",
        "a@x.example,b@x.example",
    ],
)
def test_an_envelope_address_is_bare_or_refused(address: str) -> None:
    with pytest.raises(UsageError, match="is not a mail address"):
        checked_address(address)
    for field in ("sender", "recipient"):
        with pytest.raises(UsageError):
            frozen(**{field: address})


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400))
def test_a_line_is_short_ascii_and_holds_no_encoded_word(text: str) -> None:
    line = oneline(text)
    assert line.isascii()
    assert line.isprintable()
    assert len(line) <= 150
    assert "=?" not in line


def test_a_line_keeps_what_dutch_needs() -> None:
    assert oneline("Patiënt: één  melding\n€") == "Patient: een melding ?"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("message_id", "<a b@x>"),
        ("message_id", "a@x"),
        ("message_id", "<a@x>\r\nBcc: y"),
        ("attachments", ()),
        ("attachments", (Attachment("a/b.txt", "text/plain", b""),)),
        ("attachments", (Attachment("A.txt\r\n", "text/plain", b""),)),
        ("attachments", (Attachment("a.txt", "text/pl;ain", b""),)),
    ],
)
def test_what_the_program_itself_must_not_do_is_a_bug(field: str, value: object) -> None:
    with pytest.raises(ValueError, match="not a"):
        frozen(**{field: value})


def test_a_key_that_is_none_gives_no_message_id() -> None:
    with pytest.raises(ValueError, match="not the key"):
        message_id_of("a@b", SENDER)


def test_the_boundary_stands_in_no_text_of_others() -> None:
    mail = frozen()
    boundary = read(mail).get_boundary()
    assert boundary is not None
    assert mail.count(boundary.encode()) == len(ATTACHMENTS) + 3
    again = read(frozen(body=f"--{boundary}\r\nX-Evil: 1\r\n\r\n--{boundary}--\r\n"))
    assert sum(isinstance(part, Message) for part in again.iter_parts()) == len(ATTACHMENTS) + 1
