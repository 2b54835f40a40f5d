"""The courier by HTTPS: one POST for each packet, with a client secret and an idempotency key.

The body is the frozen mail itself (message/rfc822). Every try sends the same bytes with the same
`Idempotency-Key`, by which PV's side knows a copy; Message-ID and key name the same delivery.
"""

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from webcare_desk.connectors.answer import Answer, accept
from webcare_desk.connectors.courier import checked_mail, message_id_in
from webcare_desk.connectors.network import DIRECT, Network, unreached
from webcare_desk.connectors.site import Site, site_of
from webcare_desk.domain.reply import Receipt
from webcare_desk.errors import (
    ConnectorError,
    UnauthorisedError,
    UnavailableError,
    UncertainError,
)
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

#: Bytes of an answer that are read; nothing in it is used.
LIMIT = 200_000
_CONFLICT, _NO_LOGIN, _FORBIDDEN = 409, 401, 403


@dataclass(frozen=True, slots=True)
class HttpsAccount:
    """PV's address for packets and the desk's account there, from the settings.

    With a `client` the secret goes as HTTP Basic (RFC 7617), without one as a bearer token
    (RFC 6750). `ca_file` names a private authority; `deadline` in seconds, for a whole try.
    """

    url: str
    client: str = ""
    ca_file: Path | None = None
    deadline: float = 60.0
    network: Network = DIRECT


class HttpsCourier:
    """Posts to one address; anything but https is refused, loopback aside."""

    def __init__(self, account: HttpsAccount, secret: Callable[[], str]) -> None:
        """Mean the account; `secret` is asked for at each try."""
        self._account = account
        self._secret = secret

    @property
    def _site(self) -> Site:
        """The address for packets; UsageError for one that is not safe."""
        return site_of(self._account.url)

    def send(self, mail: bytes, *, key: str) -> Receipt:
        """Post `mail`; the receipt holds its Message-ID (see `Courier.send`)."""
        message_id = message_id_in(checked_mail(mail))
        if not message_id.startswith(f"<{key}@"):
            msg = "the mail is not that of this delivery"
            raise ValueError(msg)
        headers = {"Content-Type": "message/rfc822", "Idempotency-Key": key}
        answer = self._asked("POST", headers, mail)
        if answer.status == _CONFLICT:  # another try with this key is still being worked on
            msg = QT_TRANSLATE_NOOP(
                "Said", "{host} is busy with this very packet; it may have arrived."
            )
            raise UncertainError(Said.of(msg, host=self._site.host))
        accept(answer, self._site.host, write=True)
        return Receipt(message_id, to=self._account.url)

    def check(self) -> str:
        """Ask with HEAD, which sends no packet (see `Channel`); what it answers is told."""
        answer = self._asked("HEAD", {}, None)
        if answer.status in {_NO_LOGIN, _FORBIDDEN}:
            accept(answer, self._site.host, write=False)
        return f"{self._site.host} is trusted and answers (HTTP {answer.status} to a HEAD)"

    def _asked(self, method: str, headers: dict[str, str], body: bytes | None) -> Answer:
        from webcare_desk.connectors import transport

        named = {"Authorization": self._login(), "User-Agent": "webcare-desk"} | headers
        account = self._account
        session = transport.new_session(self._site.host, account.ca_file, account.network)
        try:
            with (
                session,
                transport.sent(
                    session, method, self._site.base, named, body, account.deadline
                ) as response,
            ):
                transport.body_of(response, LIMIT)
                return Answer(response.status_code, _lower(response.headers), None)
        except transport.FAILURES as error:
            raise self._failure(error, sends=body is not None) from None

    def _failure(self, error: Exception, *, sends: bool) -> ConnectorError:
        from webcare_desk.connectors import transport

        host = self._site.host
        if transport.never_connected(error):
            why = unreached(host, self._account.network, transport.causes(error))
            msg = QT_TRANSLATE_NOOP("Said", "{why} Nothing was sent.")
            return UnavailableError(Said.of(msg, why=why))
        if not sends:
            msg = QT_TRANSLATE_NOOP("Said", "{host} broke off, or did not answer in time.")
            return UnavailableError(Said.of(msg, host=host))
        msg = QT_TRANSLATE_NOOP("Said", "{host} broke off; the packet may have arrived.")
        return UncertainError(Said.of(msg, host=host))

    def _login(self) -> str:
        secret = self._secret()
        if not (secret.isascii() and secret.isprintable()):
            msg = QT_TRANSLATE_NOOP(
                "Said", "The secret for {host} holds a character that cannot be sent."
            )
            raise UnauthorisedError(Said.of(msg, host=self._site.host))
        if not self._account.client:
            return f"Bearer {secret}"
        pair = f"{self._account.client}:{secret}".encode()
        return f"Basic {base64.b64encode(pair).decode('ascii')}"


def _lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): text for name, text in headers.items()}
