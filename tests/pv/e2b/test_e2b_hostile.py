"""Hostile XML is refused before it can do anything."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import e2b
from tests.support.cases import batch
from webcare_desk.domain.e2b import report_of
from webcare_desk.errors import MessageError
from webcare_desk.pv.e2b.read import read
from webcare_desk.pv.e2b.safe import LARGEST, parsed
from webcare_desk.pv.e2b.write import write

ATTACKS = e2b.files("attacks/*.xml")
#: Loads the reader, then reads one file; says the peak of memory in MB.
MEASURED = """
import sys
from pathlib import Path
from webcare_desk.errors import MessageError
from webcare_desk.pv.e2b.read import read
data = Path(sys.argv[1]).read_bytes()
try:
    read(data)
except MessageError:
    # The peak of this program: what `getrusage` says began with that of its parent.
    status = Path("/proc/self/status").read_text()
    print(int(status.split("VmHWM:")[1].split()[0]) // 1024)
"""


@pytest.mark.requirement("P31")
@pytest.mark.skipif(not ATTACKS, reason="the attack files are not here")
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a program's own peak")
@pytest.mark.parametrize("path", ATTACKS, ids=e2b.named)
def test_an_attack_is_refused_in_little_memory(path: Path) -> None:
    told = subprocess.run(  # noqa: S603 - our own interpreter and text
        [sys.executable, "-c", MEASURED, str(path)], capture_output=True, text=True, check=True
    )
    assert int(told.stdout) < 50


@pytest.mark.requirement("P31")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_document_type_is_refused_in_every_encoding(encoding: str) -> None:
    text = '<!DOCTYPE a [<!ENTITY b SYSTEM "http://127.0.0.1:1/">]><a>&b;</a>'
    with pytest.raises(MessageError, match=r"document type|well-formed"):
        parsed(text.encode(encoding))


@pytest.mark.requirement("P31")
def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        msg = "the network was asked"
        raise AssertionError(msg)

    monkeypatch.setattr(socket.socket, "connect", refuse)
    text = (
        '<a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        ' xsi:schemaLocation="urn:hl7-org:v3 http://127.0.0.1:1/a.xsd"/>'
    )
    with pytest.raises(MessageError, match="its root is a"):
        read(text.encode())


def test_a_declaration_that_hides_from_the_scan_is_still_seen() -> None:
    hidden = '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4APA-a/+AD4-'
    with pytest.raises(MessageError):
        parsed(hidden.encode("ascii"))


def test_a_message_that_is_too_large_is_not_parsed() -> None:
    with pytest.raises(MessageError, match="larger than 10 MiB"):
        parsed(b" " * (LARGEST + 1))


@pytest.mark.parametrize("data", [b"", b"no xml", b"<a>", b"\x00", b"\xff\xfe<"])
def test_what_is_no_xml_is_a_sentence(data: bytes) -> None:
    with pytest.raises(MessageError, match="not well-formed"):
        parsed(data)


def test_bytes_in_memory_are_given_no_name() -> None:
    with pytest.raises(MessageError, match=r"line 1, column 1\.$"):
        parsed(b"hello")


def test_two_answers_about_one_drug_are_not_mixed_and_an_orphan_is_listed() -> None:
    text = write(batch(3)).data
    role = b"</causalityAssessment></component>"
    start = text.index(b'<component typeCode="COMP"><causalityAssessment')
    one = text[start : text.index(role, start) + len(role)]
    known = report_of(batch(3)).each("G.k")[0].text("G.k@id").encode()
    orphan = one.replace(known, b"00000000-0000-0000-0000-000000000000")
    assert orphan != one
    found = read(text.replace(one, one + one + orphan, 1))
    assert found.batch == batch(3)
    assert [each.path.rpartition("/")[2] for each in found.unmodelled] == ["component"] * 2
