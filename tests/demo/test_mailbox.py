"""PV's demo mailbox behaves like a real server that asks for TLS and a login."""

import smtplib
import ssl

import pytest

from webcare_desk.demo.mailbox import PvMailbox

MAIL = b"From: a@desk.example\r\nMessage-ID: <1@desk.example>\r\n\r\nhello\r\n"


def connected(mailbox: PvMailbox) -> smtplib.SMTP:
    """Return an encrypted connection that is not logged in."""
    smtp = smtplib.SMTP(mailbox.host, mailbox.port, "desk.example", timeout=10)
    smtp.starttls(context=ssl.create_default_context(cafile=str(mailbox.ca_file)))
    return smtp


def test_a_mail_arrives_as_it_was_sent_and_a_copy_is_counted() -> None:
    with PvMailbox() as mailbox:
        with connected(mailbox) as smtp:
            smtp.login(mailbox.login, mailbox.password)
            for mail in (MAIL, MAIL, MAIL.replace(b"<1@", b"<2@")):
                smtp.sendmail("a@desk.example", ["pv@pv.example"], mail)
        assert mailbox.mails() == (MAIL, MAIL.replace(b"<1@", b"<2@"))
        assert mailbox.copies("<1@desk.example>") == 2
        assert mailbox.copies("<3@desk.example>") == 0


def test_a_wrong_password_is_refused() -> None:
    with PvMailbox() as mailbox, connected(mailbox) as smtp:
        with pytest.raises(smtplib.SMTPAuthenticationError):
            smtp.login(mailbox.login, f"{mailbox.password}x")
        assert smtp.mail("a@desk.example")[0] == 530
    assert mailbox.mails() == ()


def test_without_tls_nothing_is_taken() -> None:
    with PvMailbox() as mailbox:
        with smtplib.SMTP(mailbox.host, mailbox.port, "desk.example", timeout=10) as smtp:
            smtp.ehlo()
            assert smtp.mail("a@desk.example")[0] == 530
        assert mailbox.mails() == ()


def test_the_files_of_the_certificate_are_gone_afterwards() -> None:
    with PvMailbox() as mailbox:
        assert mailbox.ca_file.is_file()
    assert not mailbox.ca_file.exists()


def test_it_can_be_closed_while_a_client_is_connected() -> None:
    with PvMailbox() as mailbox:
        smtp = connected(mailbox)
    with pytest.raises(OSError, match=r".*"):
        smtp.login(mailbox.login, mailbox.password)
    smtp.close()
