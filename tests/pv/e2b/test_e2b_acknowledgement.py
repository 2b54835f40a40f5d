"""Acknowledgements: official ones, what receivers make of them."""

import pytest

from tests.support import e2b
from webcare_desk.errors import MessageError
from webcare_desk.pv.e2b.acknowledgement import (
    read_acknowledgement,
)

ICH = "2.16.840.1.113883.3.989.2.1.3"
MISSING = pytest.mark.skipif(e2b.folder() is None, reason="the official samples are not here")


def acknowledgement(  # noqa: PLR0913 - each part of it can be what differs
    *,
    batch: str = "B-1",
    batch_code: str = "AA",
    report: str = "NL-WEBCARE-1",
    code: str = "CA",
    reference: str = "PV-9",
    text: str = "",
) -> bytes:
    detail = f"<acknowledgementDetail><text>{text}</text></acknowledgementDetail>" if text else ""
    return f"""<MCCI_IN200101UV01 xmlns="urn:hl7-org:v3" ITSVersion="XML_1.0">
      <id extension="A-1" root="{ICH}.20"/><creationTime value="20260301101112+0100"/>
      <MCCI_IN000002UV01><id extension="{reference}" root="{ICH}.19"/>
        <acknowledgement typeCode="{code}"><targetMessage>
          <id extension="{report}" root="{ICH}.1"/></targetMessage>{detail}</acknowledgement>
      </MCCI_IN000002UV01>
      <acknowledgement typeCode="{batch_code}"><targetBatch>
        <id extension="{batch}" root="{ICH}.22"/></targetBatch></acknowledgement>
    </MCCI_IN200101UV01>""".encode()


@MISSING
def test_an_official_refusal_names_its_elements_and_is_cut_short() -> None:
    path = e2b.require() / "samples" / "R3ack-negative.ack"
    found = read_acknowledgement(path.read_bytes())
    assert (found.code, found.number) == ("AE", "34137236")
    (message,) = found.messages
    assert (message.code, message.reference) == ("CR", "19426650")
    assert [each.elements for each in message.errors] == [
        ("FDA.C.1.7.1",),
        ("FDA.C.1.12",),
        ("FDA.D.12",),
        (),
    ]
    assert [each.is_cut for each in message.errors] == [False, False, False, True]


@MISSING
def test_two_ids_in_one_attribute_are_both_looked_for() -> None:
    path = e2b.require() / "samples" / "R3ack-positive.ack"
    found = read_acknowledgement(path.read_bytes())
    assert "US-APHARMA-8744554B" in found.messages[0].reports
    assert found.messages[0].reference == "19426648"
    assert found.messages[0].code == "CA"


@MISSING
@pytest.mark.parametrize("name", ["ack3-01.xml", "ack3-03.xml"])
def test_the_test_files_of_ich_are_read(name: str) -> None:
    found = read_acknowledgement((e2b.require() / "samples" / name).read_bytes())
    assert [each.reports for each in found.messages] == [("messageNumber1",), ("messageNumber2",)]
    assert found.batch


@pytest.mark.parametrize("between", [" ", ", ", ";", " / ", "|"])
def test_ids_in_one_attribute_may_stand_apart_in_any_way(between: str) -> None:
    found = read_acknowledgement(acknowledgement(report=f"XX-1{between}NL-WEBCARE-1"))
    assert found.messages[0].reports[1:] == ("XX-1", "NL-WEBCARE-1")


def test_errors_are_linked_to_their_elements() -> None:
    text = "E.i.2.1b must be a code; G.k.4.r.1a and D.2.2b go together;plain words…"
    (message,) = read_acknowledgement(acknowledgement(code="CR", text=text)).messages
    assert [each.elements for each in message.errors] == [
        ("E.i.2.1b",),
        ("G.k.4.r.1a", "D.2.2b"),
        (),
    ]
    assert message.errors[2].is_cut


def test_other_messages_are_no_acknowledgement() -> None:
    with pytest.raises(MessageError, match="not an acknowledgement"):
        read_acknowledgement(b"<a/>")


def test_an_empty_acknowledgement_answers_nothing() -> None:
    found = read_acknowledgement(b'<MCCI_IN200101UV01 xmlns="urn:hl7-org:v3"/>')
    assert (found.number, found.batch, found.code, found.messages) == ("", "", "", ())
    bare = b'<MCCI_IN200101UV01 xmlns="urn:hl7-org:v3"><acknowledgement><acknowledgementDetail/></acknowledgement></MCCI_IN200101UV01>'
    assert read_acknowledgement(bare).errors == ()
