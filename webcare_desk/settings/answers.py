"""From where PV's acknowledgements are read."""

from dataclasses import dataclass

from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.settings.courier import Security
from webcare_desk.settings.table import Table


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    """A mailbox (IMAP) and a watched folder, each where it is set; both are only read.

    `identity` is the desk's own key with its certificate (PKCS#12), with which encrypted answers
    are opened; its password is in the keyring as `smime`, that of the mailbox as `imap`. With a `sender` only mails that say they are
    from there are looked into. A relative `folder`, `ca_file` or `identity` lies in the
    desk's folder.
    """

    host: str = ""
    port: int = 993
    security: Security = Security.TLS
    user: str = ""
    mailbox: str = "INBOX"
    sender: str = ""
    ca_file: str = ""
    folder: str = ""
    identity: str = ""


def read_answers(table: Table) -> AnswerSettings:
    """Return what the table `answers` says; a mailbox needs its user."""
    usual = AnswerSettings()
    security = table.member("security", Security, usual.security)
    answers = AnswerSettings(
        host=table.text("host", usual.host),
        port=table.port(993 if security is Security.TLS else 143),
        security=security,
        user=table.text("user", usual.user),
        mailbox=table.text("mailbox", usual.mailbox),
        sender=table.text("sender", usual.sender),
        ca_file=table.text("ca_file", usual.ca_file),
        folder=table.text("folder", usual.folder),
        identity=table.text("identity", usual.identity),
    )
    if answers.host and not answers.user:
        raise table.missing(
            key="user", wanted=Said.of(QT_TRANSLATE_NOOP("Said", "the login at the mailbox"))
        )
    table.refuse_rest()
    return answers
