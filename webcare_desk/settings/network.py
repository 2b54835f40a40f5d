"""How the desk gets to web servers."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.settings.table import Table

_WANTED = QT_TRANSLATE_NOOP(
    "Said", "the address of a proxy without a login, such as http://proxy.example.org:8080"
)


@dataclass(frozen=True, slots=True)
class NetworkSettings:
    """The company's proxy, and a file with its own authority; a relative one lies in the desk's folder.

    Both are for web servers alone: sources, PV's address for packets, time stamps.
    """

    proxy: str = ""
    ca_file: str = ""


def read_network(table: Table) -> NetworkSettings:
    """Return what the table `network` says; a password has no place in it."""
    network = NetworkSettings(proxy=table.text("proxy", ""), ca_file=table.text("ca_file", ""))
    if network.proxy and not _is_proxy(network.proxy):
        raise table.missing(key="proxy", wanted=Said.of(_WANTED))
    table.refuse_rest()
    return network


def _is_proxy(address: str) -> bool:
    try:
        parts = urlsplit(address)
        has_port = parts.port is not None
    except ValueError:
        return False
    is_bare = parts.path in {"", "/"} and not (parts.query or parts.fragment)
    return (
        bool(parts.hostname)
        and has_port
        and parts.scheme == "http"
        and (is_bare and "@" not in parts.netloc)
    )
