"""A report of our own mail server that a mail came back is read, and nothing else is taken for one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.connectors.test_answer_attachments import XML
from tests.connectors.test_answer_attachments import mail as answer
from tests.connectors.test_courier import KEY, SENDER, frozen
from webcare_desk.connectors.answers import Looked, bounced_by, looked_into
from webcare_desk.connectors.courier import message_id_of

OURS = message_id_of(KEY, SENDER)


def bounce(original: bytes, action: str = "failed", kind: str = "message/rfc822") -> bytes:
    """Return the report over a mail, as Postfix writes it."""
    lines = (
        "From: MAILER-DAEMON@mx.agency.example",
        "Subject: Undelivered Mail Returned to Sender",
        "MIME-Version: 1.0",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=BB",
        "",
        "--BB",
        "Content-Type: text/plain",
        "",
        "550 5.1.1 User unknown",
        "--BB",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; mx",
        "",
        "Final-Recipient: rfc822; pv@sponsor.example",
        f"Action: {action}",
        "Status: 5.1.1",
        "",
        "--BB",
        f"Content-Type: {kind}",
        "",
        "",
    )
    return "\r\n".join(lines).encode() + original + b"\r\n--BB--\r\n"


HEADERS = frozen().partition(b"\r\n\r\n")[0] + b"\r\n"


@pytest.mark.parametrize(
    "report",
    [
        bounce(frozen()),
        bounce(HEADERS, kind="text/rfc822-headers"),
        bounce(frozen(), "Failed"),
        bounce(frozen().replace(b"Message-ID: ", b"Message-ID:\r\n ")),
    ],
)
def test_a_mail_that_came_back_is_named_whoever_may_write_answers(report: bytes) -> None:
    assert looked_into(report, "pv@sponsor.example", None) == Looked((), OURS)


@pytest.mark.parametrize(
    "report",
    [
        bounce(frozen(), "delayed"),
        bounce(frozen(), "delivered"),
        bounce(frozen(), kind="text/plain"),
        bounce(b"\r\n", kind="text/rfc822-headers"),
        bounce(frozen()).replace(b"delivery-status; boundary", b"feedback-report; boundary"),
        bounce(frozen()).replace(b"message/delivery-status", b"text/plain"),
        bounce(frozen()).replace(b"multipart/report", b"multipart/mixed"),
        frozen(),
        b"",
    ],
)
def test_nothing_else_is_a_mail_that_came_back(report: bytes) -> None:
    assert bounced_by(report) == ""


def test_an_answer_is_still_one() -> None:
    assert looked_into(answer(("application", "xml", None)), "", None) == Looked((XML,))


@settings(max_examples=200)
@given(st.lists(st.tuples(st.integers(0, 1500), st.integers(0, 255)), max_size=9))
def test_no_report_ends_the_reading(changes: list[tuple[int, int]]) -> None:
    data = bytearray(bounce(HEADERS))
    for place, byte in changes:
        data[place % len(data)] = byte
    assert isinstance(bounced_by(bytes(data)), str)
