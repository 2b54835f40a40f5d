"""How packets reach PV."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.settings.table import Table

#: What a packet that only goes into a folder says; mail needs real addresses.
SENDER = "webcare@example.invalid"
RECIPIENT = "pv@example.invalid"
#: Where packets go when the settings name no folder: inside the desk's own.
PACKETS = "packets"
#: A name that exists nowhere (RFC 2606): a report that goes there is lost.
_NOWHERE: Final = re.compile(r"(^|[.@/])invalid\.?(?=[/:]|$)", re.IGNORECASE)


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

    `certificate` is PV's own, to which each packet is then encrypted; this and `ca_file` lie in
    the desk's folder where they are relative. `user` is the login at the mail server, or the client's name at `url`.
    Only a folder does without real addresses.
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

    def goes_to(self, desk: Path) -> str:
        """Return the address or folder at which PV gets the packets of the desk in a folder.

        Nothing where no way is set.
        """
        return {
            CourierKind.NONE: "",
            CourierKind.SMTP: self.recipient,
            CourierKind.HTTPS: self.url,
            CourierKind.FOLDER: str((desk / (self.folder or PACKETS)).absolute()),
        }[self.kind]


def read_courier(table: Table) -> CourierSettings:
    """Return what the table `pv` says."""
    security = table.member("security", Security, Security.STARTTLS)
    courier = CourierSettings(
        kind=table.member("kind", CourierKind, CourierKind.NONE),
        host=table.text("host", ""),
        port=table.port(465 if security is Security.TLS else 587),
        security=security,
        user=table.text("user", ""),
        sender=table.text("sender", SENDER),
        recipient=table.text("recipient", RECIPIENT),
        ca_file=table.text("ca_file", ""),
        folder=table.text("folder", ""),
        url=table.text("url", ""),
        certificate=table.text("certificate", ""),
    )
    _refuse_unreal(table, courier)
    table.refuse_rest()
    return courier


def _refuse_unreal(table: Table, courier: CourierSettings) -> None:
    """Refuse a way that lacks its server or an address, or names one that exists nowhere."""
    mails = {
        "sender": (courier.sender, QT_TRANSLATE_NOOP("Said", "the desk's own mail address")),
        "recipient": (courier.recipient, QT_TRANSLATE_NOOP("Said", "PV's mail address")),
    }
    needed = {
        CourierKind.SMTP: {
            "host": (courier.host, QT_TRANSLATE_NOOP("Said", "the mail server")),
            "user": (courier.user, QT_TRANSLATE_NOOP("Said", "the login at the mail server")),
            **mails,
        },
        CourierKind.HTTPS: {
            "url": (courier.url, QT_TRANSLATE_NOOP("Said", "PV's address for packets")),
            **mails,
        },
    }
    for key, (said, wanted) in needed.get(courier.kind, {}).items():
        if not said or _NOWHERE.search(said):
            raise table.missing(key=key, wanted=Said.of(wanted))
