"""`pv fetch`: an acknowledgement that waits in a folder or a mailbox moves its case."""

import email
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Console
from tests.connectors import imap_server
from tests.connectors.imap_server import Post
from tests.connectors.test_mailbox import mail
from tests.connectors.test_smime_open import WORD, identity, sealed
from tests.pv.e2b.test_e2b_acknowledgement import acknowledgement
from tests.support.tls import Authority, rsa_key
from webcare_desk.domain.e2b import report_of
from webcare_desk.pv.e2b.read import read
from webcare_desk.vault.secret import Secret


@pytest.fixture
def answer(console: Console) -> bytes:
    """Let a case leave, and return PV's acknowledgement of it."""
    settle(console, "")
    console.good("comment", "escalate", "1", user="sanne")
    console.good("outbox", "send", user="willem")
    (packet,) = (console.folder / "packets").glob("*.eml")
    parts = email.message_from_bytes(packet.read_bytes()).walk()
    files = {part.get_filename(): part.get_payload(decode=True) for part in parts}
    assert isinstance(files["original.png"], bytes)
    report = files["e2b-r3.xml"]
    assert isinstance(report, bytes)
    batch = read(report).batch
    number = report_of(batch).text("C.1.1")
    return acknowledgement(report=number, batch=batch.text("N.1.2"))


def settle(console: Console, answers: str) -> None:
    """Write the settings: packets into a folder, and where answers come from."""
    text = f"[pv]\nkind = 'folder'\n[answers]\n{answers}"
    (console.folder / "desk.toml").write_text(text, encoding="utf-8")


def state(console: Console) -> tuple[str, str]:
    (case,) = json.loads(console.good("case", "list", "--json", user="noor"))
    return case["state"], case["pv_reference"]


def test_an_acknowledgement_in_a_folder_moves_its_case_once(
    console: Console, answer: bytes
) -> None:
    settle(console, "folder = 'answers'")
    folder = console.folder / "answers"
    folder.mkdir()
    (folder / "ack.xml").write_bytes(answer)
    out = console.good("pv", "fetch", user="willem")
    assert out.splitlines()[1].split() == ["answers", "1", "1", "0", "0"]
    assert state(console) == ("accepted", "PV-9")
    (again,) = json.loads(console.good("pv", "fetch", "--json", user="willem"))
    assert (again["looked"], again["taken"]) == (0, 0)
    assert (folder / "ack.xml").read_bytes() == answer


def test_an_acknowledgement_in_a_mailbox_moves_its_case(
    console: Console, answer: bytes, tmp_path: Path
) -> None:
    authority = Authority(tmp_path)
    console.keep("imap", Secret(Post.password))
    with imap_server.serving(Post({4: mail(answer)}), authority.server()) as port:
        settle(
            console,
            f"host = '127.0.0.1'\nport = {port}\nuser = 'desk'\nca_file = '{authority.roots}'",
        )
        console.good("pv", "fetch", user="willem")
    assert state(console) == ("accepted", "PV-9")


def test_an_encrypted_acknowledgement_moves_its_case(
    console: Console, answer: bytes, tmp_path: Path
) -> None:
    key = rsa_key()
    pair = Authority(tmp_path).person("desk", key)
    (console.folder / "answers").mkdir()
    (console.folder / "answers" / "a.eml").write_bytes(sealed(mail(answer), pair))
    settle(console, "folder = 'answers'")
    assert console.run("pv", "fetch", user="willem").code == 1
    assert state(console)[0] == "sent"
    (console.folder / "answers" / "b.eml").write_bytes(sealed(mail(answer), pair))
    identity(console.folder, pair, key)
    settle(console, "folder = 'answers'\nidentity = 'desk.p12'")
    assert "no secret “smime”" in console.run("pv", "fetch", user="willem").err
    console.good("secret", "set", "smime", stdin=f"{WORD}\n")
    console.good("pv", "fetch", user="willem")
    assert state(console) == ("accepted", "PV-9")
    assert "holds until" in console.run("pv", "check", user="sanne").out


def test_what_is_no_acknowledgement_is_a_finding_and_stops_no_other(
    console: Console, answer: bytes
) -> None:
    settle(console, "folder = 'answers'")
    folder = console.folder / "answers"
    folder.mkdir()
    (folder / "a.xml").write_bytes(b"<html/>")
    (folder / "b.xml").write_bytes(b"\x00\xff" * 50)
    (folder / "c.xml").write_text(answer.decode(), encoding="utf-16")
    (folder / "d.xml").write_bytes(acknowledgement(report="NL-ELSEWHERE-1"))
    (folder / "e.xml").write_bytes(answer)
    outcome = console.run("pv", "fetch", "--json", user="willem")
    (heard,) = json.loads(outcome.out)
    assert (outcome.code, heard["looked"]) == (1, 5)
    assert heard["strange"] >= 2
    assert state(console) == ("accepted", "PV-9")
    console.good("audit", "verify")


def test_an_answer_about_no_report_of_this_desk_is_named_and_listed(console: Console) -> None:
    settle(console, "folder = 'answers'")
    folder = console.folder / "answers"
    folder.mkdir()
    file = acknowledgement(report="NL-ELSEWHERE-1")
    (folder / "a.xml").write_bytes(file)
    outcome = console.run("pv", "fetch", user="willem")
    assert outcome.code == 1
    assert "Answer 1 is about NL-ELSEWHERE-1, which is not of this desk" in outcome.out
    console.good("pv", "fetch", user="willem")
    assert "NL-ELSEWHERE-1" in console.good("pv", "unmatched", user="noor").splitlines()[1]
    (listed,) = json.loads(console.good("pv", "unmatched", "--json", user="noor"))
    assert (listed["id"], listed["report"]) == (1, "NL-ELSEWHERE-1")
    console.good("case", "evidence", "1", "--out", str(console.folder / "kept"), user="noor")
    assert (console.folder / "kept").read_bytes() == file


def test_an_answer_that_cannot_be_read_is_named_and_its_file_kept(
    console: Console, answer: bytes
) -> None:
    settle(console, "folder = 'answers'")
    (console.folder / "answers").mkdir()
    (console.folder / "answers" / "a.xml").write_bytes(answer[:600] + b">")
    outcome = console.run("pv", "fetch", user="willem")
    assert outcome.code == 1
    assert "Answer 1 cannot be read: see `case evidence 1`, or ask PV." in outcome.out
    assert "(cannot be read)" in console.good("pv", "unmatched", user="noor")
    console.good("case", "evidence", "1", "--out", str(console.folder / "kept"), user="noor")
    assert (console.folder / "kept").read_bytes() == answer[:600] + b">"
    console.good("audit", "verify")


def test_a_folder_that_is_missing_is_told_after_the_mailbox_was_read(
    console: Console, answer: bytes, tmp_path: Path
) -> None:
    authority = Authority(tmp_path)
    console.keep("imap", Secret(Post.password))
    assert "No mailbox or folder is set" in console.refused("pv", "fetch", user="willem")
    with imap_server.serving(Post({4: mail(answer)}), authority.server()) as port:
        settle(
            console,
            f"host = '127.0.0.1'\nport = {port}\nuser = 'desk'\n"
            f"ca_file = '{authority.roots}'\nfolder = 'gone'",
        )
        outcome = console.run("pv", "fetch", user="willem")
    assert "The folder for PV's answers cannot be used" in outcome.err
    assert state(console) == ("accepted", "PV-9")


def test_the_originals_of_a_comment_are_listed_and_written(
    console: Console, answer: bytes, tmp_path: Path
) -> None:
    assert answer
    found = json.loads(console.good("comment", "originals", "1", "--json", user="sanne"))
    assert [each["cause"] for each in found] == ["escalate"]
    assert "escalate" in console.good("comment", "originals", "1", user="sanne")
    words = ("comment", "originals", "1", "--write", "1", "--out", str(tmp_path))
    written = [Path(line) for line in console.good(*words, user="sanne").splitlines()]
    assert "is there already" in console.refused(*words, user="sanne")
    (tmp_path / "b").mkdir()
    told = json.loads(console.good(*words[:-1], str(tmp_path / "b"), "--json", user="sanne"))
    assert told == [str(tmp_path / "b" / file.name) for file in written]
    assert [file.name for file in written] == ["original-1.json", "original-1.png"]
    assert "hoofdpijn" in written[0].read_text(encoding="utf-8")
    assert written[1].read_bytes().startswith(b"\x89PNG")
    nowhere = (*words[:-1], str(tmp_path / "missing"))
    assert "cannot be written: No such file" in console.refused(*nowhere, user="sanne")
    assert "has no original 9" in console.run(*words[:4], "9", user="sanne").err
