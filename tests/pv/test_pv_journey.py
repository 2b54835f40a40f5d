"""A case travels to PV by mail and is read there, with its head verified."""

from email import policy
from email.parser import BytesParser

import pytest

from tests.pv.conftest import POSTED, first_edition
from tests.support.edges import edge_of
from webcare_desk.connectors.courier import Attachment, build_mail, message_id_of
from webcare_desk.connectors.courier_smtp import Security, SmtpAccount, SmtpCourier
from webcare_desk.demo.mailbox import PvMailbox
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.pv.packet import body, case_from_json, parts, subject
from webcare_desk.vault.signing import Head, Signer, open_note

KEY = "01970000-0000-7000-8000-000000000002"
SENDER = "desk@agency.example"


def mail_of(case: SafetyCase, head: str, language: str) -> bytes:
    """Return the mail as a job puts it together."""
    edition = first_edition(case)
    made = parts(case, head, language, edition)
    return build_mail(
        subject=subject(case, language, edition),
        body=body(case, head, language, edition),
        attachments=tuple(Attachment(part.name, part.mime_type, part.content) for part in made),
        message_id=message_id_of(KEY, SENDER),
        date=POSTED,
        sender=SENDER,
        recipient="pv@sponsor.example",
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_pv_reads_the_case_and_can_verify_the_head(case: SafetyCase, language: str) -> None:
    signer, edge = Signer.generate("desk-1"), edge_of([b"one", b"two"])
    head = signer.seal("desk.example/1", edge.size, edge.root())
    mail = mail_of(case, head, language)
    with PvMailbox() as mailbox:
        account = SmtpAccount(
            host=mailbox.host,
            port=mailbox.port,
            security=Security.STARTTLS,
            login=mailbox.login,
            sender=SENDER,
            recipient="pv@sponsor.example",
            ca_file=mailbox.ca_file,
        )
        SmtpCourier(account, lambda: mailbox.password).send(mail, key=KEY)
        (arrived,) = mailbox.mails()
    read = BytesParser(policy=policy.default).parsebytes(arrived)
    files = {part.get_filename(): part.get_content() for part in read.iter_attachments()}
    assert case_from_json(files["packet.json"]) == (case, head)
    assert files["report.pdf"].startswith(b"%PDF-")
    noted = files["checkpoint.txt"].replace("\r\n", "\n")
    assert open_note(noted, signer.verifier) == Head("desk.example/1", 2, edge.root())


def test_the_mail_of_a_case_is_frozen(case: SafetyCase) -> None:
    head = Signer.generate("desk-1").seal("desk.example/1", 1, bytes(32))
    assert mail_of(case, head, "nl") == mail_of(case, head, "nl")
