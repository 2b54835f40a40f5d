"""To whom heads of the log go."""

from dataclasses import dataclass

from webcare_desk.settings.table import Table


@dataclass(frozen=True, slots=True)
class AnchorSettings:
    """To whom heads of the log go: a supervisor's mailbox, a time-stamping authority.

    `tsa_roots` is the file with the certificates that its time stamps must lead to.
    """

    mail: str = ""
    tsa: str = ""
    tsa_roots: str = ""


def read_anchor(table: Table) -> AnchorSettings:
    """Return what the table `anchor` says; an authority needs its certificates."""
    anchor = AnchorSettings(
        mail=table.text("mail", ""),
        tsa=table.text("tsa", ""),
        tsa_roots=table.text("tsa_roots", ""),
    )
    if anchor.tsa and not anchor.tsa_roots:
        wanted = "the file with the certificates of the authority"
        raise table.missing(key="tsa_roots", wanted=wanted)
    table.refuse_rest()
    return anchor
