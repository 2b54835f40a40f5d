"""How packets reach PV."""

from dataclasses import dataclass
from enum import StrEnum

from webcare_desk.settings.table import Table

#: What a packet that only goes into a folder says; mail needs real addresses.
SENDER = "webcare@example.invalid"
RECIPIENT = "pv@example.invalid"


class CourierKind(StrEnum):
    """How packets reach PV."""

    NONE = "none"
    SMTP = "smtp"
    HTTPS = "https"
    FOLDER = "folder"


class Security(StrEnum):
    """How the mail connection is secured; there is no way without TLS."""

    STARTTLS = "starttls"
    TLS = "tls"


@dataclass(frozen=True, slots=True)
class CourierSettings:
    """The way to PV; the SMTP password is in the keyring as `smtp`, the client secret as `https`.

    `certificate` is PV's own, to which each packet is then encrypted; a relative file lies in
    the desk's folder. `user` is the login at the mail server, or the client's name at `url`.
    """

    kind: CourierKind = CourierKind.NONE
    host: str = ""
    port: int = 587
    security: Security = Security.STARTTLS
    user: str = ""
    sender: str = SENDER
    recipient: str = RECIPIENT
    ca_file: str = ""
    folder: str = ""
    url: str = ""
    certificate: str = ""


def read_courier(table: Table) -> CourierSettings:
    """Return what the table `pv` says."""
    courier = CourierSettings(
        kind=table.member("kind", CourierKind, CourierKind.NONE),
        host=table.text("host", ""),
        port=table.port(587),
        security=table.member("security", Security, Security.STARTTLS),
        user=table.text("user", ""),
        sender=table.text("sender", SENDER),
        recipient=table.text("recipient", RECIPIENT),
        ca_file=table.text("ca_file", ""),
        folder=table.text("folder", ""),
        url=table.text("url", ""),
        certificate=table.text("certificate", ""),
    )
    if courier.kind is CourierKind.HTTPS and not courier.url:
        raise table.missing(key="url", wanted="PV's address for packets")
    table.refuse_rest()
    return courier
