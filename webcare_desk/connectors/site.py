"""The address of a site: https, or plain http on this very machine."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

from webcare_desk.errors import UsageError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said


@dataclass(frozen=True, slots=True)
class Site:
    """A site's address without a slash at its end, and its host for sentences."""

    base: str
    host: str

    def url(self, path: str, params: dict[str, str] | None = None) -> str:
        """Return the address of `path`; what is quoted in it already stays so."""
        query = f"?{urlencode(params)}" if params else ""
        return f"{self.base}/{quote(path.lstrip('/'), safe='/%')}{query}"


def site_of(address: str) -> Site:
    """Return the parts of a site's address; `UsageError` when it is not safe.

    A name with a password in it, a query or a backslash is refused, and
    plain http where the password would leave this machine unencrypted.
    """
    try:
        parts = urlsplit(address.strip().rstrip("/"))
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise UsageError(Said.of(_BAD)) from None
    if not host or parts.query or parts.fragment or "@" in parts.netloc or "\\" in address:
        raise UsageError(Said.of(_BAD))
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(host)):
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "The address of {host} must begin with https://: anything else shows the password.",
        )
        raise UsageError(Said.of(msg, host=host))
    return Site(parts.geturl(), host)


def is_loopback(host: str) -> bool:
    """Tell whether a host name means this machine, without asking the network."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


_BAD = QT_TRANSLATE_NOOP(
    "Said", "This is not the address of a site; it should look like https://example.org."
)
