"""What is attached to a mail is found or not, whatever its writer did to it."""

from email.message import EmailMessage

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from webcare_desk.connectors.answers import attachments

XML = b'<?xml version="1.0"?><a/>'


def mail(*parts: tuple[str, str, str | None], sender: str = "pv@sponsor.example") -> bytes:
    """Return a mail with a file of XML for each type, subtype and name."""
    made = EmailMessage()
    made["From"] = sender
    made.set_content("<p>not this</p>", subtype="html")
    for kind, form, name in parts:
        made.add_attachment(XML, kind, form, filename=name)
    return made.as_bytes()


@pytest.mark.parametrize(
    ("part", "count"),
    [
        (("application", "xml", None), 1),
        (("application", "hl7+xml", None), 1),
        (("application", "octet-stream", "ack"), 1),
        (("application", "pdf", "ACK.XML"), 1),
        (("application", "pdf", "ack.pdf"), 0),
        (("image", "png", "ack.png"), 0),
    ],
)
def test_what_may_be_xml_is_looked_into(part: tuple[str, str, str | None], count: int) -> None:
    assert attachments(mail(part)) == (XML,) * count


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
