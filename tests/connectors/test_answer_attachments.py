"""What is attached to a mail is found or not, whatever its writer did to it."""

from email.message import EmailMessage

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from webcare_desk.connectors.answers import attachments, bounced_by

XML = b'<?xml version="1.0"?><a/>'


def mail(
    *parts: tuple[str, str, str | None], sender: str = "pv@sponsor.example", file: bytes = XML
) -> bytes:
    """Return a mail with a file, of XML, for each type, subtype and name."""
    made = EmailMessage()
    made["From"] = sender
    made.set_content("<p>not this</p>", subtype="html")
    for kind, form, name in parts:
        made.add_attachment(file, kind, form, filename=name)
    return made.as_bytes()


@pytest.mark.parametrize(
    ("part", "count"),
    [
        (("application", "xml", None), 1),
        (("application", "hl7+xml", None), 1),
        (("application", "octet-stream", "ack"), 1),
        (("application", "pdf", "ACK.XML"), 1),
        (("text", "plain", "ack.ack"), 1),
        (("application", "zip", None), 1),
        (("application", "edi-x12", "ack.ZIP"), 1),
        (("application", "pdf", "ack.pdf"), 0),
        (("image", "png", "ack.png"), 0),
    ],
)
def test_what_may_be_an_answer_by_its_name_is_looked_into(
    part: tuple[str, str, str | None], count: int
) -> None:
    assert attachments(mail(part, file=b"%PDF")) == (b"%PDF",) * count


@pytest.mark.parametrize(
    "file",
    [
        XML,
        b"\xef\xbb\xbf\r\n" + XML,
        XML.decode().encode("utf-16"),
        XML.decode().encode("utf-16-be"),
        b"<hl7:MCCI_IN200101UV01/>",
    ],
)
def test_whatever_begins_like_xml_is_looked_into(file: bytes) -> None:
    for part in (("text", "plain", "answer.txt"), ("application", "edi-x12", None)):
        assert len(attachments(mail(part, file=file)) or ()) == 1
    assert attachments(mail(("text", "html", "a.htm"), file=b"<!DOCTYPE html>")) == ()


def test_an_attachment_of_a_forwarded_mail_is_found() -> None:
    outer = EmailMessage()
    outer["From"] = "noor@agency.example"
    outer.set_content("fw")
    inner = EmailMessage()
    inner.set_content("x")
    inner.add_attachment(XML, "application", "xml", filename="a.xml")
    outer.add_attachment(inner)
    assert attachments(outer.as_bytes()) == (XML,)


@pytest.mark.parametrize(
    ("sender", "is_theirs"),
    [
        ("PV <pv@sponsor.example>", True),
        ("Pv@Sponsor.Example", True),
        ('"pv@sponsor.example" <x@evil.example>', False),
        ("x@evil.example", False),
    ],
)
def test_only_the_senders_mail_is_looked_into(sender: str, *, is_theirs: bool) -> None:
    found = attachments(mail(("application", "xml", None), sender=sender), "pv@sponsor.example")
    assert found == ((XML,) if is_theirs else None)


def test_a_mail_from_two_or_from_nobody_is_nobodys() -> None:
    whole = mail(("application", "xml", None))
    assert attachments(b"From: pv@sponsor.example\n" + whole, "pv@sponsor.example") is None
    nobody = whole.replace(b"From: pv@sponsor.example\n", b"", 1)
    assert attachments(nobody, "pv@sponsor.example") is None


def test_a_mail_of_many_files_is_read_to_a_bound() -> None:
    assert len(attachments(mail(*[("application", "xml", None)] * 200)) or ()) < 60


#: Python 3.11 raises a TypeError over the name of this file.
POISON = (
    b"From: pv@sponsor.example\r\nContent-Type: application/xml\r\nContent-Disposition: attachment; "
    b"filename*0*=utf-8''a; filename*=b\r\n\r\n<x/>\r\n"
)


def test_a_mail_that_cannot_be_read_is_given_as_it_came() -> None:
    assert attachments(POISON) == (POISON,)
    assert attachments(POISON, "pv@sponsor.example") == (POISON,)
    assert attachments(POISON, "other@sponsor.example") is None


def test_a_mail_of_an_unreadable_sender_is_nobodys(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreadable(*_: object) -> None:
        msg = "a header"
        raise TypeError(msg)

    monkeypatch.setattr("webcare_desk.connectors.answers.parseaddr", unreadable)
    assert attachments(mail(("application", "xml", None)), "pv@sponsor.example") is None


FROM_PV = b"From: pv@sponsor.example\n"


@pytest.mark.parametrize(
    "hostile",
    [
        b'Content-Type: text/plain; name="' + b";" * 20_000 + b'"\n\nx',
        b'Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Disposition: x; filename="'
        + b";" * 20_000
        + b'"\n\nx',
        b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n" * 300,
        b"Content-Type: message/delivery-status\n\n" + b"a: b\n\n" * 300,
        b"\n" * 300_000,
        b"\r" * 300_000,
    ],
)
def test_a_mail_that_would_take_long_is_told_as_strange(hostile: bytes) -> None:
    """Else one mail of 200 kB from anybody keeps the answers after it from being read."""
    mail = FROM_PV + hostile
    assert attachments(mail, "pv@sponsor.example") == (mail,)
    assert attachments(mail, "other@sponsor.example") is None
    assert bounced_by(mail.replace(b"mixed", b"report; report-type=delivery-status")) == ""


def test_a_long_list_of_receivers_keeps_no_answer_from_being_read() -> None:
    many = b"To: " + b"somebody@agency.example,\n " * 1000 + b"pv@sponsor.example\n"
    assert attachments(many + mail(("application", "xml", None))) == (XML,)


PARTS = st.tuples(
    st.sampled_from(["filename", "name", "boundary", "charset"]),
    st.sampled_from(["", "*", "*0", "*1", "*0*", "*1*", "*00*", "*x", "**", "*-1"]),
    st.sampled_from(["=", ""]),
    st.sampled_from(["a.xml", "utf-8''a", "''", "x''%FF", '"', "", "\0", "=?x?q?=FF?=", "é"]),
).map("".join)
LINES = st.lists(PARTS, max_size=4).map(lambda each: "".join(f"; {part}" for part in each))


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["application/xml", "multipart/mixed", "message/rfc822"]), LINES, LINES)
def test_no_parameter_of_a_header_stops_the_reader(kind: str, first: str, second: str) -> None:
    head = f"Content-Type: {kind}{first}\r\nContent-Disposition: attachment{second}\r\n\r\n<a/>"
    found = attachments(head.encode())
    assert found is not None
    assert all(isinstance(each, bytes) for each in found)


DEEP = b"".join(
    b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(3000)
)


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=400)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
)
@example(DEEP)
@example(
    b"Content-Type: application/xml; name*=utf-9''%FF\nContent-Disposition: attachment; filename*=nonsense''a.xml\n\n<a/>"
)
@example(b"Content-Type: text/plain; charset=evil\nContent-Transfer-Encoding: base64\n\n!!!")
@example(b"From: =?utf-9?q?=FF?=\n\nx")
def test_no_mail_stops_the_reader(data: bytes) -> None:
    found = attachments(data, "pv@sponsor.example")
    assert found is None or all(isinstance(each, bytes) for each in found)
    assert attachments(data) is not None
