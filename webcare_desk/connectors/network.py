"""How the desk gets to web servers, and why it does not: a company may have a way of its own."""

import re
import ssl
from dataclasses import dataclass
from pathlib import Path

from webcare_desk.connectors.site import is_loopback
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

#: How http.client says that a proxy did not let something through.
_REFUSED = re.compile(r"Tunnel connection failed: (\d{3})")
_NEEDS_LOGIN = "407"
_UNTRUSTED = QT_TRANSLATE_NOOP(
    "Said",
    "{host} cannot be reached: its certificate is not trusted. If the company's proxy opens what "
    "is encrypted, name the company's authority in desk.toml: ca_file in [network].",
)
_STILL_UNTRUSTED = QT_TRANSLATE_NOOP(
    "Said",
    "{host} cannot be reached: its certificate is not trusted, even with ca_file in [network] of "
    "desk.toml.",
)
_OUT_OF_DATE = QT_TRANSLATE_NOOP(
    "Said",
    "{host} cannot be reached: its certificate has expired, or is not valid yet. Whoever runs the "
    "server must renew it, unless the clock of this computer is wrong.",
)
_MISNAMED = QT_TRANSLATE_NOOP(
    "Said",
    "{host} cannot be reached: its certificate is for another name. Check the address; whoever "
    "runs the server must have one for this name.",
)
#: What OpenSSL finds wrong that no authority mends: X509_V_ERR_* of x509_vfy.h.
_NO_MATTER_WHO_SIGNED = {9: _OUT_OF_DATE, 10: _OUT_OF_DATE, 62: _MISNAMED, 64: _MISNAMED}
_NO_ANSWER = QT_TRANSLATE_NOOP("Said", "{host} cannot be reached: no answer.")
_HAS_PROXY = QT_TRANSLATE_NOOP(
    "Said",
    "{host} cannot be reached: no answer. This computer has a proxy, which the desk uses only "
    "where desk.toml names it: proxy in [network].",
)
_DEAF_PROXY = QT_TRANSLATE_NOOP(
    "Said", "{host} cannot be reached: the proxy {proxy} does not answer."
)
_LOGIN = QT_TRANSLATE_NOOP(
    "Said",
    "{host} cannot be reached: the proxy {proxy} asks for a login, which the desk does not give.",
)
_REFUSAL = QT_TRANSLATE_NOOP(
    "Said", "{host} cannot be reached: the proxy {proxy} answers HTTP {status}."
)


@dataclass(frozen=True, slots=True)
class Network:
    """The proxy to go by, `http://host:port`, and the file with an authority to believe as well."""

    proxy: str = ""
    ca_file: Path | None = None

    def proxies(self, host: str) -> dict[str, str]:
        """Return the proxy for each scheme; to this very machine there is none."""
        goes_by = bool(self.proxy) and not is_loopback(host)
        return dict.fromkeys(("http", "https"), self.proxy) if goes_by else {}


#: No proxy, and the usual authorities.
DIRECT = Network()


def unreached(host: str, network: Network, causes: list[BaseException]) -> Said:
    """Say why nothing could be sent to a host: its certificate, the proxy, or no answer."""
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            untrusted = _STILL_UNTRUSTED if network.ca_file else _UNTRUSTED
            return Said.of(_NO_MATTER_WHO_SIGNED.get(cause.verify_code, untrusted), host=host)
    if not network.proxies(host):
        return Said.of(_HAS_PROXY if _knows_proxy(host) else _NO_ANSWER, host=host)
    found = next(filter(None, (_REFUSED.search(str(cause)) for cause in causes)), None)
    if found is None:
        return Said.of(_DEAF_PROXY, host=host, proxy=network.proxy)
    if found[1] == _NEEDS_LOGIN:
        return Said.of(_LOGIN, host=host, proxy=network.proxy)
    return Said.of(_REFUSAL, host=host, proxy=network.proxy, status=found[1])


def _knows_proxy(host: str) -> bool:
    """Say whether this computer goes to the web by a proxy, as its environment or settings have it."""
    from urllib.request import getproxies, proxy_bypass

    return not is_loopback(host) and "https" in getproxies() and not proxy_bypass(host)
