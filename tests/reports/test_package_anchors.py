"""What somebody kept of the log is met by the stand-alone verifier, as he kept it."""

import email
import json
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.jobs.test_forward import CASE, TEXT, Counter, Post
from tests.reports.test_package import judged, package, verifier
from tests.support import inspector
from tests.support.desks import ORIGIN, Bench, arrival, escalate, log_in, take_in
from webcare_desk.domain.moderator import Role
from webcare_desk.jobs.anchor import make_mail
from webcare_desk.pv.packet import to_json


def from_the_desk(bench: Bench) -> bytes:
    """Return the mail of an anchor as the supervisor's mailbox has it."""
    addresses = {"sender": "desk@desk.example", "recipient": "supervisor@desk.example"}
    mail = bench.desk.read.anchor_mail(make_mail(bench.desk, **addresses, language="nl"))
    assert mail is not None
    return mail.encode("ascii")


def to_pv(bench: Bench) -> bytes:
    """Return the mail of a case as pharmacovigilance received it."""
    anna = log_in(bench.desk)[Role.SUPERVISOR]
    (comment,) = take_in(bench.desk, arrival(3, TEXT))
    case = to_json(CASE, "").decode("ascii")
    counter = Counter(bench, Post(), escalate(bench.desk, comment, anna, case))
    counter.tick()
    return counter.post.arrived[0]


def whole(mail: bytes) -> bytes:
    """Return the mail as a program saves it."""
    return mail.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def forwarded(mail: bytes) -> bytes:
    """Return a mail to which the mail is attached."""
    outer = EmailMessage()
    outer["Subject"] = "Fwd: — bewaard"
    outer.set_content("Zie bijlage.")
    outer.add_attachment(email.message_from_bytes(mail))
    return outer.as_bytes()


def attachment(name: str) -> Callable[[bytes], bytes]:
    """Return how an attachment is saved."""

    def saved(mail: bytes) -> bytes:
        parts = email.message_from_bytes(mail).walk()
        (found,) = (part for part in parts if part.get_filename() == name)
        data = found.get_payload(decode=True)
        assert isinstance(data, bytes)
        return data

    return saved


@pytest.mark.requirement("A7", "B1")
@pytest.mark.parametrize(
    ("mail_of", "kept"),
    [
        (from_the_desk, whole),
        (from_the_desk, forwarded),
        (from_the_desk, attachment("checkpoint.txt")),
        (to_pv, whole),
        (to_pv, attachment("packet.json")),
    ],
)
def test_a_mail_or_a_packet_is_met_as_it_was_kept(
    bench: Bench,
    tmp_path: Path,
    mail_of: Callable[[Bench], bytes],
    kept: Callable[[bytes], bytes],
) -> None:
    take_in(bench.desk, arrival(1))
    anchor = tmp_path / "given.eml"
    anchor.write_bytes(kept(mail_of(bench)))
    _, folder = package(bench, tmp_path)
    # Of the entries alone: the package brings the anchors that the desk knows of.
    log = folder / "entries.jsonl"
    code, said = inspector.judged(verifier, bench.signer.verifier, log, anchor)
    assert (code, said.count("entries is met")) == (inspector.HOLDS, 1), said
    assert judged(bench, folder, anchor)[0] == inspector.HOLDS


def in_a_mail(note: str) -> bytes:
    mail = EmailMessage()
    mail.set_content(note, cte="base64")
    return mail.as_bytes()


def in_a_packet(note: str) -> bytes:
    return json.dumps({"format": "x", "head": note}).encode()


@pytest.mark.requirement("A7")
@pytest.mark.parametrize("kept", [in_a_mail, in_a_packet])
def test_a_kept_head_that_the_log_does_not_lead_to_is_found(
    bench: Bench, tmp_path: Path, kept: Callable[[str], bytes]
) -> None:
    _, folder = package(bench, tmp_path)
    anchor = tmp_path / "given.eml"
    anchor.write_bytes(kept(bench.signer.seal(ORIGIN, 3, b"\1" * 32)))
    code, said = judged(bench, folder, anchor)
    assert (code, "not that of an anchor" in said) == (inspector.FAILS, True), said


@pytest.mark.parametrize("content", [b"Everything is fine.", b'{"head":[7]}', b"", b"[" * 99999])
def test_a_file_with_no_head_in_it_is_wrong_use_and_no_verdict(
    bench: Bench, tmp_path: Path, content: bytes
) -> None:
    _, folder = package(bench, tmp_path)
    anchor = tmp_path / "given.eml"
    anchor.write_bytes(content)
    code, said = judged(bench, folder, anchor)
    assert (code, "DOES NOT HOLD" in said) == (inspector.WRONG_USE, False)
    assert "given.eml holds no signed head" in said or content.startswith(b"[")


def test_a_package_that_was_not_unpacked_is_wrong_use(bench: Bench, tmp_path: Path) -> None:
    package(bench, tmp_path)
    code, said = judged(bench, tmp_path / "package.zip")
    assert code == inspector.WRONG_USE
    assert "package.zip is packed: unpack it, and name the folder" in said
