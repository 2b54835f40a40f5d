"""To whom heads of the log go."""

from dataclasses import dataclass

from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.settings.courier import CourierKind, CourierSettings
from webcare_desk.settings.table import Table


@dataclass(frozen=True, slots=True)
class AnchorSettings:
    """To whom heads of the log go: a supervisor's mailbox, a time-stamping authority.

    The mail goes by the server and login of the way to PV. `tsa_roots` is the file with the
    certificates that time stamps must lead to; a relative one lies in the desk's folder.
    """

    mail: str = ""
    tsa: str = ""
    tsa_roots: str = ""


def read_anchor(table: Table, courier: CourierSettings) -> AnchorSettings:
    """Return what the table `anchor` says; an authority needs its certificates, a mail SMTP.

    A file in a folder of this machine is with nobody else.
    """
    anchor = AnchorSettings(
        mail=table.text("mail", ""),
        tsa=table.text("tsa", ""),
        tsa_roots=table.text("tsa_roots", ""),
    )
    if anchor.mail and courier.kind is not CourierKind.SMTP:
        raise table.missing(
            key="mail",
            wanted=Said.of(QT_TRANSLATE_NOOP("Said", 'left out, unless pv.kind is "smtp"')),
        )
    if anchor.tsa and not anchor.tsa_roots:
        wanted = QT_TRANSLATE_NOOP("Said", "the file with the certificates of the authority")
        raise table.missing(key="tsa_roots", wanted=Said.of(wanted))
    table.refuse_rest()
    return anchor
