"""Packets and answers pass real servers: Postfix takes the mail, Dovecot shows it."""

import imaplib
import os
import re
import ssl
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.connectors.test_courier import KEY, frozen
from tests.integration.mail.cutting import cut_after
from tests.integration.mail.server import DESK, DOMAIN, PASSWORD, PV, MailServer, running
from tests.support.tls import Authority
from webcare_desk.connectors.courier import message_id_in
from webcare_desk.connectors.courier_smtp import Security, SmtpAccount, SmtpCourier
from webcare_desk.connectors.mailbox import Mailbox, MailboxAccount
from webcare_desk.errors import (
    ForbiddenError,
    UnauthorisedError,
    UnavailableError,
    UncertainError,
)

pytestmark = pytest.mark.integration
MAIL = frozen(sender=f"{DESK}@{DOMAIN}", recipient=f"{PV}@{DOMAIN}")
NAME = message_id_in(MAIL)


def account(post: MailServer, security: Security = Security.STARTTLS) -> SmtpAccount:
    port = post.smtp if security is Security.STARTTLS else post.smtps
    sender, recipient = f"{DESK}@{DOMAIN}", f"{PV}@{DOMAIN}"
    return SmtpAccount("127.0.0.1", port, security, DESK, sender, recipient, post.roots, 10.0)


def courier(account: SmtpAccount, password: str = PASSWORD) -> SmtpCourier:
    return SmtpCourier(account, lambda: password)


def mailbox(post: MailServer, security: Security = Security.TLS) -> MailboxAccount:
    port = post.imaps if security is Security.TLS else post.imap
    return MailboxAccount("127.0.0.1", port, security, DESK, ca_file=post.roots, timeout=10.0)


@pytest.mark.parametrize("security", list(Security))
def test_a_packet_arrives_once_with_its_message_id(post: MailServer, security: Security) -> None:
    way = courier(account(post, security))
    assert re.fullmatch(
        rf"127.0.0.1 takes mail of at most \d+\.\d MB for {PV}@{DOMAIN}", way.check()
    )
    assert way.send(MAIL, key=KEY).remote_id == NAME
    assert post.wait_for(PV, 1) == [NAME]


def test_a_line_cut_after_the_mail_is_in_doubt_and_the_copy_has_the_same_name(
    post: MailServer,
) -> None:
    with cut_after(post.smtp, len(MAIL)) as wire, pytest.raises(UncertainError, match="arrived"):
        courier(replace(account(post), port=wire.port)).send(MAIL, key=KEY)
    assert post.wait_for(PV, 1) == [NAME]
    courier(account(post)).send(MAIL, key=KEY)
    assert set(post.wait_for(PV, 2)) == {NAME}


def test_a_line_cut_before_the_mail_sent_nothing(post: MailServer) -> None:
    with cut_after(post.smtp, 1) as wire, pytest.raises(UnavailableError):
        courier(replace(account(post), port=wire.port)).send(MAIL, key=KEY)
    assert post.message_ids(PV) == []


def test_a_refused_recipient_and_a_refused_login_are_told(post: MailServer) -> None:
    nobody = replace(account(post), recipient=f"nobody@{DOMAIN}")
    with pytest.raises(ForbiddenError, match="refused the mail"):
        courier(nobody).send(MAIL, key=KEY)
    with pytest.raises(ForbiddenError, match="refused the mail"):
        courier(nobody).check()
    with pytest.raises(UnauthorisedError, match="refused the login"):
        courier(account(post), "wrong").send(MAIL, key=KEY)
    with pytest.raises(UnauthorisedError, match="refused the login"):
        Mailbox(mailbox(post), lambda: "wrong").fetch(None)
    assert post.message_ids(PV) == []


@pytest.mark.parametrize("security", list(Security))
def test_a_certificate_that_does_not_match_stops_both_ways(
    post: MailServer, tmp_path: Path, security: Security
) -> None:
    stranger = Authority(tmp_path, "stranger").roots
    with pytest.raises(UnavailableError, match="not trusted"):
        courier(replace(account(post, security), ca_file=stranger)).send(MAIL, key=KEY)
    reader = Mailbox(replace(mailbox(post, security), ca_file=stranger), lambda: PASSWORD)
    with pytest.raises(UnavailableError, match="not trusted"):
        reader.fetch(None)
    # `localhost` leads to the same server, and its certificate is for the address alone.
    with pytest.raises(UnavailableError, match="not trusted"):
        courier(replace(account(post, security), host="localhost")).send(MAIL, key=KEY)
    assert post.message_ids(PV) == []


@pytest.mark.parametrize("security", list(Security))
def test_an_answer_is_read_from_a_mailbox_that_stays_as_it_was(
    post: MailServer, security: Security
) -> None:
    lay(post, b"<first/>")
    reader = Mailbox(mailbox(post, security), lambda: PASSWORD)
    first = reader.fetch(None)
    assert (first.files, first.looked) == ((b"<first/>",), 1)
    assert reader.fetch(first.cursor).files == ()
    lay(post, b"<second/>")
    assert reader.fetch(first.cursor).files == (b"<second/>",)
    assert reader.check() == "127.0.0.1 shows INBOX: 2 mails"
    assert unseen(post) == 2


def lay(post: MailServer, content: bytes) -> None:
    """Let PV mail an answer to the desk."""
    before = len(post.message_ids(DESK))
    made = EmailMessage()
    made["From"], made["To"], made["Message-ID"] = f"{PV}@{DOMAIN}", f"{DESK}@{DOMAIN}", "<a@pv>"
    made.set_content("See the file.")
    made.add_attachment(content, "application", "xml", filename="ack.xml")
    folder = post.folder / "mail" / DESK
    file = folder / "tmp" / f"{before}.test"
    file.write_bytes(made.as_bytes())
    file.chmod(0o644)
    file.rename(folder / "new" / file.name)


def unseen(post: MailServer) -> int:
    """Ask another reader how many mails nobody has seen."""
    context = ssl.create_default_context(cafile=str(post.roots))
    with imaplib.IMAP4_SSL("127.0.0.1", post.imaps, ssl_context=context, timeout=10) as other:
        other.login(DESK, PASSWORD)
        _, data = other.status("INBOX", "(UNSEEN)")
    return int(str(data[0]).rpartition(" ")[2].strip(")'"))


def test_the_server_leaves_no_process_behind(mail_server: MailServer) -> None:
    assert mail_server.folder.is_dir()
    with running() as another:
        master = int((another.folder / "queue/pid/master.pid").read_text(encoding="ascii"))
        os.kill(master, 0)
    with pytest.raises(ProcessLookupError):
        os.kill(master, 0)
