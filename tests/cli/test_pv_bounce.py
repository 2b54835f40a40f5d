"""A packet that came back is in doubt again and shown so, whoever says it, and is sent once more."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.cli.conftest import HOUR, Console
from tests.connectors.courier_servers import Inbox, server_of
from tests.connectors.test_bounces import bounce
from tests.pv.e2b.test_e2b_acknowledgement import acknowledgement
from webcare_desk import rounds
from webcare_desk.actions.answers import PLACE
from webcare_desk.casebook.reading import batch_of
from webcare_desk.connectors.answers import Found, Letter
from webcare_desk.connectors.courier import message_id_in
from webcare_desk.demo.certificate import make_certificate
from webcare_desk.domain.audit import Name
from webcare_desk.domain.case_version import AnswerMeaning
from webcare_desk.domain.e2b import report_of
from webcare_desk.domain.evidence import bytes_of
from webcare_desk.domain.reply import DeliveryState
from webcare_desk.errors import PacketError
from webcare_desk.jobs.answers import hear
from webcare_desk.reports.acts import words_of
from webcare_desk.vault.secret import Secret


@dataclass
class Sent:
    """A desk whose packet has left by mail, and a folder for what comes back."""

    console: Console

    def hears(self, name: str, data: bytes) -> list[int]:
        """Put a file into the folder and fetch; return looked, taken, strange and passed."""
        (self.console.folder / "answers" / name).write_bytes(data)
        (heard,) = json.loads(self.console.run("pv", "fetch", "--json", user="willem").out)
        return [heard[each] for each in ("looked", "taken", "strange", "passed")]

    def delivery(self) -> tuple[str, str | None]:
        """Return the packet's state and problem."""
        (found,) = json.loads(self.console.good("outbox", "list", "--json", user="sanne"))
        return found["state"], found["problem"]

    def answer(self) -> bytes:
        """Return PV's acknowledgement."""
        with self.console.opened() as app:
            batch = batch_of(app.desk.read, 1)
        return acknowledgement(report=report_of(batch).text("C.1.1"), batch=batch.text("N.1.2"))


@pytest.fixture
def sent(console: Console, tmp_path: Path) -> Iterator[Sent]:
    """Let a packet leave by mail."""
    console.keep("smtp", Secret("any"))
    (console.folder / "answers").mkdir()
    with server_of(Inbox(), make_certificate(tmp_path)) as account:
        settings = (
            f'[pv]\nkind = "smtp"\nhost = "127.0.0.1"\nport = {account.port}\nuser = "desk"\n'
            f'sender = "{account.sender}"\nrecipient = "pv@sponsor.example"\n'
            f'ca_file = "{account.ca_file}"\n[answers]\nfolder = "answers"\n'
        )
        (console.folder / "desk.toml").write_text(settings, encoding="utf-8")
        console.good("comment", "escalate", "1", user="sanne")
        console.good("outbox", "send", user="willem")
        yield Sent(console)


def mail_of(sent: Sent) -> bytes:
    """Return the packet's mail, as it left."""
    with sent.console.opened() as app:
        mail = app.desk.read.mail_of(1)
    assert mail is not None
    return mail.encode("ascii")


def test_a_packet_that_came_back_is_in_doubt_and_leaves_again(sent: Sent) -> None:
    assert sent.delivery() == ("sent", None)
    assert sent.hears("a.eml", bounce(mail_of(sent))) == [1, 0, 0, 0]
    assert sent.delivery() == ("uncertain", "bounced")
    with sent.console.opened() as app:
        clock = app.desk.clock
        step = app.desk.read.open_steps()[0].step
        for hours, moved in ((5, 0), (7, 1)):
            later = replace(app, desk=replace(app.desk, clock=lambda: clock() + hours * HOUR))  # noqa: B023 - used at once
            assert len(rounds.forward_due(later)) == moved
        assert app.desk.read.open_steps()[0].step == step + 1
    assert sent.delivery() == ("sent", None)
    assert sent.hears("b.eml", bounce(mail_of(sent))) == [1, 0, 0, 0]
    sent.console.good("outbox", "now", "1", user="willem")
    sent.console.good("outbox", "send", user="willem")
    assert sent.delivery() == ("sent", None)


def test_what_pv_has_answered_came_not_back(sent: Sent) -> None:
    sent.hears("a.eml", bounce(mail_of(sent)))
    assert sent.hears("ack.xml", sent.answer()) == [1, 1, 0, 0]
    assert sent.delivery() == ("sent", None)
    assert sent.hears("b.eml", bounce(mail_of(sent)) + b"\r\n") == [1, 0, 0, 0]
    assert sent.delivery() == ("sent", None)


def test_a_report_over_anything_else_is_passed_and_changes_nothing(sent: Sent) -> None:
    mail = mail_of(sent)
    key = message_id_in(mail).partition("@")[0]
    for number, other in enumerate((b"<a@b>", b"", f"{key}@evil.example>".encode())):
        changed = mail.replace(message_id_in(mail).encode(), other)
        heard = sent.hears(f"{number}.eml", bounce(changed))
        assert heard[1] == 0
        assert sent.delivery() == ("sent", None)
    with sent.console.opened() as app:
        assert [each.state for each in app.desk.read.deliveries_of(1)] == [DeliveryState.SENT]


def test_a_fetch_tells_what_came_back_and_what_contradicts_pv(sent: Sent) -> None:
    answers, run = sent.console.folder / "answers", sent.console.run
    (answers / "a.eml").write_bytes(bounce(mail_of(sent)))
    said = run("pv", "fetch", user="willem")
    assert (said.code, "The packet of case 1 came back" in said.out) == (1, True)
    listed = sent.console.good("escalation", "list", user="willem")
    assert "came-back" in sent.console.good("case", "list", user="noor")
    assert "came-back" in listed
    assert "moderator" in listed
    (answers / "ack.xml").write_bytes(sent.answer())
    assert run("pv", "fetch", user="willem").code == 0
    assert "accepted" not in sent.console.good("escalation", "list", user="willem")
    for name, change, words in (
        ("no", (b'"CA"', b'"CR"'), "Case 1 was answered otherwise before"),
        ("other", (b"PV-9", b"PV-10"), "Case 1 had another number of PV before"),
        ("unclear", (b'"CA"', b'"XX"'), "Case 1 has neither a yes nor a no"),
    ):
        (answers / f"{name}.xml").write_bytes(sent.answer().replace(*change))
        said = run("pv", "fetch", user="willem")
        assert (said.code, words in said.out) == (1, True), said.out
        assert run("pv", "fetch", user="willem").code == 0
        assert "accepted, ask PV: answer" in sent.console.good("case", "list", user="noor")
    assert "case 1: unreadable" in sent.console.good("pv", "unmatched", user="noor")
    sent.console.good("audit", "verify", user="willem")
    sent.console.good("audit", "replay", user="willem")


def letter(mail: bytes, **more: str) -> bytes:
    """Return what a person at PV answers to a mail."""
    made = EmailMessage()
    made["From"], made["Subject"] = "pv@sponsor.example", "Re: Mogelijke bijwerking"
    made["In-Reply-To"] = message_id_in(mail)
    for name, value in more.items():
        made[name.replace("_", "-")] = value
    made.set_content("We registered this as SP-2026-0011. Not a case.")
    return made.as_bytes()


def test_what_pv_answers_in_words_is_kept_with_its_case_once(sent: Sent) -> None:
    mail = letter(mail_of(sent))
    assert sent.hears("a.eml", mail) == [1, 0, 1, 0]
    assert sent.hears("b.eml", mail) == [1, 0, 1, 0]
    with sent.console.opened() as app:
        (answer,) = app.desk.read.case_answers(1)
        assert answer.meaning is AnswerMeaning.UNREADABLE
        document = app.desk.read.case_document(answer.evidence)
    assert document is not None
    assert bytes_of(document) == mail
    assert sent.delivery() == ("sent", None)
    assert "case 1: a mail, to be read" in sent.console.good("pv", "unmatched", user="noor")
    assert "mail: to be read" in sent.console.good("case", "show", "1", user="noor")
    sent.console.good("audit", "verify")


def test_a_fetch_tells_of_a_mail_that_has_to_be_read(sent: Sent) -> None:
    (sent.console.folder / "answers" / "a.eml").write_bytes(letter(mail_of(sent)))
    said = sent.console.run("pv", "fetch", user="willem")
    assert (
        said.code,
        "PV wrote a mail about case 1: read it with `case evidence 1`" in said.out,
    ) == (1, True)
    with sent.console.opened() as app:
        entries = app.desk.read.entries_after(0, app.desk.read.log_size())
    (found,) = (each for each in entries if each.action == "receive-acknowledgement")
    assert found.detail["way"] == "mail"
    assert words_of(found) == "{who} found a mail of PV about a case, for a person to read"


@dataclass
class Letters:
    """A mailbox with one mail in it."""

    found: Letter

    def fetch(self, cursor: str | None) -> Found:
        """Give it."""
        assert cursor is None
        return Found((), "1", more=False, looked=1, passed=0, letters=(self.found,))

    def check(self) -> str:
        """Say nothing."""
        return ""


def test_a_mail_about_a_case_that_cannot_be_read_is_kept_without_one(sent: Sent) -> None:
    packet = mail_of(sent)
    mail = letter(packet)

    def keep(case: int, _: bytes) -> None:
        msg = f"case {case}"
        raise PacketError(msg)

    source = Letters(Letter((message_id_in(packet),), mail))
    with sent.console.opened() as app:
        hear(app.desk, Name("imap"), source, lambda _: None, keep)
        (kept,) = app.desk.read.loose_answers()
        assert bytes_of(app.desk.read.case_document(kept.evidence) or "") == mail
        assert app.desk.read.fact(f"{PLACE}imap") == "1"


def test_words_that_a_machine_sends_or_that_answer_no_packet_are_no_answer(sent: Sent) -> None:
    packet = mail_of(sent)
    other = packet.replace(message_id_in(packet).encode(), b"<x@sponsor.example>")
    assert sent.hears("a.eml", letter(packet, Auto_Submitted="auto-replied")) == [1, 0, 0, 0]
    assert sent.hears("b.eml", letter(other)) == [1, 0, 0, 0]
    assert sent.hears("c.eml", letter(packet, References="<" + "x" * 5_000)) == [1, 0, 0, 0]
    with sent.console.opened() as app:
        assert app.desk.read.case_answers(1) == []
