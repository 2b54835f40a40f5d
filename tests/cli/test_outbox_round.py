"""`outbox send`: one way that is wrong holds up no other one, and each is told of."""

import shutil
from functools import partial
from pathlib import Path

import pytest

from tests.cli.conftest import Console
from tests.connectors.courier_servers import Inbox, server_of
from webcare_desk import rounds
from webcare_desk.app import App
from webcare_desk.demo.certificate import make_certificate
from webcare_desk.domain.reply import Delivery
from webcare_desk.errors import UsageError
from webcare_desk.vault.secret import Secret

MAIL = """[pv]
kind = "smtp"
host = "127.0.0.1"
port = {port}
user = "desk"
sender = "{sender}"
recipient = "pv@sponsor.example"
ca_file = "{ca_file}"
"""


def settle(console: Console, settings: str) -> None:
    """Write the settings and escalate comment 1 as a complaint."""
    (console.folder / "desk.toml").write_text(settings, encoding="utf-8")
    console.good("comment", "escalate", "1", "--situation", "counterfeit", user="sanne")


def test_a_wrong_address_is_the_problem_of_its_packet_alone(console: Console) -> None:
    wrong = MAIL.format(port=9, sender="Webcare <webcare@agency.example>", ca_file="")
    settle(console, wrong + '[quality]\nfolder = "quality"\n')
    sent = console.run("outbox", "send", user="willem")
    assert (sent.code, "misconfigured" in sent.out) == (1, True)
    assert "is not a mail address" in console.run("pv", "check", user="sanne").out
    (console.folder / "desk.toml").write_text('[pv]\nkind = "folder"\n', encoding="utf-8")
    assert "misconfigured" in console.good("outbox", "list", user="willem")


@pytest.mark.requirement("P2")
@pytest.mark.parametrize("broken", ["send_due", "draw_due", "anchor_due"])
def test_a_job_that_cannot_work_keeps_no_packet_back_and_is_told(
    console: Console, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def fail(_app: App) -> None:
        msg = "It does not work."
        raise UsageError(msg)

    settle(console, '[pv]\nkind = "folder"\n')
    monkeypatch.setattr(rounds, broken, fail)
    outcome = console.run("outbox", "send", user="willem")
    assert (outcome.code, len(list((console.folder / "packets").iterdir()))) == (2, 1)
    assert "packet" in outcome.out
    assert "It does not work." in outcome.err


@pytest.mark.requirement("P2")
def test_packet_and_complaint_have_left_before_any_platform_is_asked(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[int] = []

    def slow(_app: App) -> tuple[Delivery, ...]:
        folders = ("packets", "quality")
        left.extend(len(list((console.folder / each).iterdir())) for each in folders)
        return ()

    settle(console, '[pv]\nkind = "folder"\n[quality]\nfolder = "quality"\n')
    monkeypatch.setattr(rounds, "send_due", slow)
    console.run("outbox", "send", user="willem")
    assert left == [1, 1]


def test_a_bug_over_a_packet_keeps_no_reply_back(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    jobs = ("complain_due", "send_due", "draw_due", "hand_over_late", "anchor_due")

    def fail(_app: App) -> None:
        raise LookupError

    def work(name: str, _app: App) -> tuple[Delivery, ...]:
        done.append(name)
        return ()

    monkeypatch.setattr(rounds, "forward_due", fail)
    for each in jobs:
        monkeypatch.setattr(rounds, each, partial(work, each))
    with console.opened() as app, pytest.raises(LookupError):
        rounds.work_once(app)
    assert done == list(jobs)


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_files_of_the_settings_lie_in_the_desks_folder_and_a_wrong_security_is_named(
    console: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, security: str
) -> None:
    console.keep("smtp", Secret("any"))
    monkeypatch.chdir(tmp_path)
    with server_of(Inbox(), make_certificate(tmp_path)) as account:
        assert account.ca_file is not None
        shutil.copy(account.ca_file, console.folder / "own-ca.pem")
        told = MAIL.format(port=account.port, sender=account.sender, ca_file="own-ca.pem")
        settle(console, f'{told}security = "{security}"\n')
        said = console.run("pv", "check", user="sanne").out
    words = {"starttls": "takes mail for pv@", "tls": "its security may be “starttls”"}
    assert words[security] in said


def test_a_copy_that_cannot_be_saved_keeps_no_packet_back_and_is_told(
    console: Console, tmp_path: Path
) -> None:
    inbox, certificate = Inbox(), make_certificate(tmp_path)
    console.keep("smtp", Secret("any"))
    (console.folder / "copies").write_text("in the way", encoding="utf-8")
    with server_of(inbox, certificate) as account:
        told = MAIL.format(port=account.port, sender=account.sender, ca_file=account.ca_file)
        settle(console, told.replace("[pv]", '[pv]\nfolder = "copies"'))
        sent = console.run("outbox", "send", user="willem")
        assert (sent.code, sent.err, "no-copy" in sent.out) == (1, "", True)
        assert "copies for mails cannot be made" in console.run("pv", "check", user="sanne").out
    assert len(inbox.mails) == 1
    assert "no-copy" in console.good("outbox", "list", "--state", "sent", user="willem")
    console.good("audit", "replay", user="sanne")


@pytest.mark.requirement("P2")
def test_a_packet_that_cannot_leave_is_a_finding_of_each_round(console: Console) -> None:
    settle(console, "")
    for _ in range(2):  # the second one moves nothing: the packet waits for a way
        done = console.run("outbox", "send", user="willem")
        told = ("The packet of comment 1 has not left: no-courier." in done.err, done.code)
        assert told == (True, 1)
    (console.folder / "desk.toml").write_text(
        '[pv]\nkind = "folder"\n[quality]\nfolder = "quality"\n', encoding="utf-8"
    )
    console.good("outbox", "send", user="willem")
    console.good("outbox", "send", user="willem")
