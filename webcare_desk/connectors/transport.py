"""The wire below `connectors.http`: requests with one deadline for a whole answer.

A timeout of requests is one for each wait. Here every read of the socket, the
header's too, gets only what is left of the deadline.
"""

import http.client
import io
import socket
import ssl
import time
from collections.abc import Callable
from http.cookiejar import DefaultCookiePolicy
from pathlib import Path
from typing import Any, cast

import requests
import requests.adapters
import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import DecodeError, NewConnectionError

from webcare_desk.connectors.network import Network
from webcare_desk.connectors.timed import TimedSocket
from webcare_desk.connectors.trust import trusting

#: Everything that a request or the reading of its body can raise.
FAILURES = (requests.RequestException, urllib3.exceptions.HTTPError, OSError)


class _TimedResponse(http.client.HTTPResponse):
    """An answer whose header and body are read under the deadline."""

    def __init__(self, sock: socket.socket, *rest: Any, **named: Any) -> None:  # noqa: ANN401 - http.client's own signature
        super().__init__(sock, *rest, **named)
        until = time.monotonic() + (sock.gettimeout() or 0.0)
        plain, self.fp = self.fp, io.BufferedReader(TimedSocket(sock, until))
        plain.close()


def _opened(connection: HTTPConnection, connect: Callable[[], None]) -> None:
    # Whatever fails up to here, name, port or certificate: nothing was sent.
    try:
        connect()
    except (OSError, urllib3.exceptions.HTTPError) as error:
        raise NewConnectionError(connection, "no connection") from error


class _Http(HTTPConnection):
    response_class = _TimedResponse

    def connect(self) -> None:
        _opened(self, super().connect)


class _Https(HTTPSConnection):
    response_class = _TimedResponse

    def connect(self) -> None:
        _opened(self, super().connect)


class _HttpPool(urllib3.HTTPConnectionPool):
    ConnectionCls = _Http


class _HttpsPool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _Https


_POOLS = {"http": _HttpPool, "https": _HttpsPool}


class _Adapter(requests.adapters.HTTPAdapter):
    """Connects by our own pools, and believes what its context does."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__()

    def init_poolmanager(self, *rest: Any, **named: Any) -> None:  # noqa: ANN401 - requests' own signature
        super().init_poolmanager(*rest, ssl_context=self._context, **named)
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, proxy: str, **named: Any) -> Any:  # noqa: ANN401 - as above
        manager = super().proxy_manager_for(proxy, ssl_context=self._context, **named)
        manager.pool_classes_by_scheme = _POOLS
        return manager

    def cert_verify(self, conn: Any, *rest: Any) -> None:  # noqa: ANN401 - as above
        """Add no authority to those of the context, which checks each certificate."""
        super().cert_verify(conn, *rest)  # type: ignore[no-untyped-call]
        conn.ca_certs = None


class _Session(requests.Session):
    def get_redirect_target(self, resp: requests.Response) -> None:
        """Name no place to go on: else requests reads the whole body, and an odd place is a bug."""


def new_session(host: str, ca_file: Path | None, network: Network) -> requests.Session:
    """Return a session for one host that trusts nothing around it and keeps no cookies.

    Proxies and `.netrc` of the environment are not used, but the proxy of `network`;
    certificates are checked against `ca_file`, or else the usual authorities, and that of `network`.
    """
    context = trusting(ca_file, network.ca_file)
    session = _Session()
    session.trust_env = False
    session.proxies = network.proxies(host)
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    for scheme in ("http://", "https://"):
        session.mount(scheme, _Adapter(context))
    return session


def sent(  # noqa: PLR0913, PLR0917 - the parts of a request
    session: requests.Session,
    method: str,
    url: str,
    headers: dict[str, str],
    body: bytes | None,
    deadline: float,
) -> requests.Response:
    """Send a request and return its answer, the body unread; `deadline` in seconds."""
    return session.request(
        method,
        url,
        headers=headers,
        data=body,
        stream=True,
        allow_redirects=False,
        timeout=cast("Any", urllib3.Timeout(total=deadline)),
    )


def body_of(response: requests.Response, limit: int) -> bytes | None:
    """Return the body, unpacked, or None when it has more than `limit` bytes."""
    parts: list[bytes] = []
    length = 0
    while part := response.raw.read1(65_536, decode_content=True):
        length += len(part)
        if length > limit:
            return None
        parts.append(part)
    return b"".join(parts)


def never_connected(error: Exception) -> bool:
    """Tell whether a failure came before the first byte of the request left."""
    return any(isinstance(part, NewConnectionError) for part in causes(error))


def incomplete(error: Exception) -> bool:
    """Tell whether the answer's body was shorter than announced, or badly packed."""
    return any(isinstance(part, http.client.IncompleteRead | DecodeError) for part in causes(error))


def causes(error: Exception) -> list[BaseException]:
    """Return a failure and everything that it came from."""
    found: list[BaseException] = []
    waiting: list[object] = [error]
    while waiting:
        part = waiting.pop()
        if isinstance(part, BaseException) and part not in found:
            found.append(part)
            waiting += [part.__cause__, getattr(part, "reason", None), *part.args]
    return found
