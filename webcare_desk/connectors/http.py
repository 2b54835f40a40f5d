"""The one HTTP client of all connectors: JSON over https, and nothing else.

No redirects, no proxies or passwords from the environment, certificates
always checked, one deadline for the whole answer, at most 5 MB of it. Foreign
exceptions end here: their texts can hold a URL or a header, ours never do.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from webcare_desk.connectors.answer import Answer, accept, answer_of
from webcare_desk.connectors.network import DIRECT, Network, unreached
from webcare_desk.connectors.site import Site, site_of
from webcare_desk.errors import (
    ConnectorError,
    MalformedError,
    UnauthorisedError,
    UnavailableError,
    UncertainError,
)
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

if TYPE_CHECKING:
    import requests

#: Bytes of an unpacked answer; 100 comments with their threads are far below.
LIMIT = 5_000_000
#: Seconds for one whole request, from the connection to the last byte.
DEADLINE = 20.0

Params = Mapping[str, str | int]


@dataclass(frozen=True)
class HttpClient:
    """A client for one site; `base` is its address.

    `authorise` gives the value of the Authorization header at the moment it
    is needed; the client keeps no copy of it.
    """

    base: str
    authorise: Callable[[], str] = field(repr=False)
    deadline: float = DEADLINE
    ca_file: Path | None = None
    network: Network = DIRECT

    @cached_property
    def site(self) -> Site:
        """Return the parts of the address; `UsageError` when it is not safe."""
        return site_of(self.base)

    def get(self, path: str, params: Params | None = None) -> Answer:
        """Read; `UnavailableError` or `MalformedError` when no usable answer comes."""
        return accept(self.exchange("GET", path, params), self.site.host, write=False)

    def write(self, method: str, path: str, value: object = None, key: str = "") -> Answer:
        """Send `value` as JSON; `key` becomes the Idempotency-Key.

        `UnavailableError`: nothing was done. `UncertainError`: it may have been.
        """
        answer = self.exchange(method, path, value=value, key=key)
        return accept(answer, self.site.host, write=True)

    def exchange(
        self,
        method: str,
        path: str,
        params: Params | None = None,
        *,
        value: object = None,
        key: str = "",
    ) -> Answer:
        """Send a request and return its answer, whatever its status."""
        from webcare_desk.connectors import transport

        url = self.site.url(path, {name: str(part) for name, part in (params or {}).items()})
        body = None if value is None else json.dumps(value).encode("ascii")
        try:
            with transport.sent(
                self._session, method, url, self._headers(key), body, self.deadline
            ) as response:
                whole = transport.body_of(response, LIMIT)
                return answer_of(response.status_code, response.headers, whole)
        except transport.FAILURES as error:
            raise self._failure(error, write=method != "GET") from None

    @cached_property
    def _session(self) -> "requests.Session":
        from webcare_desk.connectors import transport

        return transport.new_session(self.site.host, self.ca_file, self.network)

    def _headers(self, key: str) -> dict[str, str]:
        secret = self.authorise()
        if not (secret.isascii() and secret.isprintable()):
            msg = QT_TRANSLATE_NOOP(
                "Said", "The password for {host} holds a character that cannot be sent."
            )
            raise UnauthorisedError(Said.of(msg, host=self.site.host))
        headers = {"Authorization": secret, "Accept": "application/json"}
        headers |= {"Content-Type": "application/json", "User-Agent": "webcare-desk"}
        return headers | ({"Idempotency-Key": key} if key else {})

    def _failure(self, error: Exception, *, write: bool) -> ConnectorError:
        from webcare_desk.connectors import transport

        host = self.site.host
        if transport.never_connected(error):
            return UnavailableError(unreached(host, self.network, transport.causes(error)))
        if write:
            msg = QT_TRANSLATE_NOOP("Said", "{host} broke off; it may have done what was asked.")
            return UncertainError(Said.of(msg, host=host))
        if transport.incomplete(error):
            msg = QT_TRANSLATE_NOOP("Said", "{host} sent only a part of its answer.")
            return MalformedError(Said.of(msg, host=host))
        msg = QT_TRANSLATE_NOOP("Said", "{host} broke off, or did not answer in time.")
        return UnavailableError(Said.of(msg, host=host))
