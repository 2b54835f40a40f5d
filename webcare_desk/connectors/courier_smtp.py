"""The courier by mail: SMTP with TLS and a login, never without.

`smtplib` accepts any certificate unless it is given a context; here it always
gets one that verifies. The envelope comes from the settings alone.
"""

import contextlib
import io
import re
import smtplib
import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from webcare_desk.connectors.courier import (
    checked_address,
    checked_mail,
    message_id_in,
    oneline,
)
from webcare_desk.connectors.timed import TimedSocket
from webcare_desk.connectors.trust import trusting
from webcare_desk.domain.reply import Receipt
from webcare_desk.errors import (
    ConnectorError,
    ForbiddenError,
    MailSizeError,
    MalformedError,
    UnauthorisedError,
    UnavailableError,
    UncertainError,
)
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

_ACCEPTED = range(200, 300)
#: Of a mail that is too large; with this word before it a full mailbox says so.
_TOO_LARGE, _FULL = 552, "5.2.2"
_TEMPORARY = 400
_PERMANENT = 500
_LOGIN = frozenset({530, 534, 535, 538})


class Security(StrEnum):
    """How the connection is encrypted: from a greeting on, or from the start."""

    STARTTLS = "starttls"
    TLS = "tls"


@dataclass(frozen=True, slots=True)
class SmtpAccount:
    """PV's mail server and the desk's account there, from the settings.

    `ca_file` names a private certificate authority; `timeout` in seconds counts
    for each wait, `deadline` for a try: both together are less than a claim holds.
    """

    host: str
    port: int
    security: Security
    login: str
    sender: str
    recipient: str
    ca_file: Path | None = None
    timeout: float = 30.0
    deadline: float = 75.0


class SmtpCourier:
    """Sends to one recipient through one account."""

    def __init__(self, account: SmtpAccount, password: Callable[[], str]) -> None:
        """Mean the account; `password` is asked for at each login."""
        self._account = account
        self._password = password

    def send(self, mail: bytes, *, key: str) -> Receipt:
        """Send `mail`; the receipt holds its Message-ID (see `Courier.send`)."""
        message_id = message_id_in(checked_mail(mail))
        # Only the key: the domain stays that of the sender when the mail was frozen.
        if not message_id.startswith(f"<{key}@"):
            msg = "the mail is not that of this delivery"
            raise ValueError(msg)
        sender, recipient = self._addresses()
        with self._session() as smtp:
            _envelope(smtp, sender, recipient, len(mail))
            _deliver(smtp, mail)
        return Receipt(message_id, to=recipient)

    def check(self) -> str:
        """Log in and ask whether the recipient is taken; no mail is sent (see `Channel`)."""
        sender, recipient = self._addresses()
        with self._session() as smtp:
            _envelope(smtp, sender, recipient, 0)
            smtp.rset()
            limit = smtp.esmtp_features.get("size", "")
        largest = f" of at most {int(limit) / 1e6:.1f} MB" if _is_limit(limit) else ""
        return f"{self._account.host} takes mail{largest} for {recipient}"

    def _addresses(self) -> tuple[str, str]:
        """Return sender and recipient; UsageError for what is no address."""
        return checked_address(self._account.sender), checked_address(self._account.recipient)

    @contextlib.contextmanager
    def _session(self) -> Iterator[smtplib.SMTP]:
        """Yield a connection that is encrypted and logged in."""
        with _unavailable(self._account.host):
            smtp = _connected(self._account, trusting(self._account.ca_file))
        try:
            with _unavailable(self._account.host):
                self._log_in(smtp)
            yield smtp
        finally:
            # The mail is accepted or refused by now: a rude goodbye changes nothing.
            with contextlib.suppress(OSError):
                smtp.quit()
            smtp.close()

    def _log_in(self, smtp: smtplib.SMTP) -> None:
        try:
            smtp.login(self._account.login, self._password())
        except smtplib.SMTPAuthenticationError as error:
            raise _refusal(error.smtp_code, error.smtp_error) from error
        except (smtplib.SMTPServerDisconnected, smtplib.SMTPResponseException):
            raise
        except smtplib.SMTPException as error:
            msg = QT_TRANSLATE_NOOP(
                "Said", "The mail server {host} offers no login; nothing was sent."
            )
            raise ForbiddenError(Said.of(msg, host=self._account.host)) from error
        except UnicodeEncodeError as error:
            msg = QT_TRANSLATE_NOOP(
                "Said",
                "The login or password for the mail server has letters that SMTP cannot carry.",
            )
            raise UnauthorisedError(Said.of(msg)) from error


class _Bounded(smtplib.SMTP):
    """Hears what the server says under one deadline; the desk names itself by its mail domain."""

    def __init__(self, account: SmtpAccount, **more: Any) -> None:  # noqa: ANN401 - smtplib's own
        self._until = time.monotonic() + account.deadline
        domain = account.sender.partition("@")[2]
        super().__init__(account.host, account.port, domain, timeout=account.timeout, **more)

    def getreply(self) -> tuple[int, bytes]:
        if self.file is None and self.sock is not None:  # a new one, or new by STARTTLS
            self.file = io.BufferedReader(TimedSocket(self.sock, self._until))
        return super().getreply()


class _Encrypted(_Bounded, smtplib.SMTP_SSL):
    """Begins with TLS."""


def _connected(account: SmtpAccount, context: ssl.SSLContext) -> smtplib.SMTP:
    """Return an encrypted connection."""
    with naming_security(account.host, account.port, account.security):
        if account.security is Security.TLS:
            return _Encrypted(account, context=context)
        smtp = _Bounded(account)
    try:
        smtp.starttls(context=context)
    except smtplib.SMTPNotSupportedError as error:
        smtp.close()
        msg = QT_TRANSLATE_NOOP(
            "Said", "The mail server {host} offers no encryption; nothing was sent."
        )
        raise ForbiddenError(Said.of(msg, host=account.host)) from error
    except BaseException:
        smtp.close()
        raise
    return smtp


@contextlib.contextmanager
def naming_security(host: str, port: int, security: Security) -> Iterator[None]:
    """Name what is likely wrong where a connection ends before the server's greeting."""
    try:
        yield
    except ssl.SSLCertVerificationError:
        raise
    except ssl.SSLError as error:
        msg = QT_TRANSLATE_NOOP(
            "Said", "{host} does not begin with TLS on port {port}: its security may be “starttls”."
        )
        raise UnavailableError(Said.of(msg, host=host, port=port)) from error
    except (TimeoutError, smtplib.SMTPServerDisconnected) as error:
        if security is Security.TLS:
            raise
        msg = QT_TRANSLATE_NOOP(
            "Said", "{host} sends no greeting on port {port}: it is away, or its security is “tls”."
        )
        raise UnavailableError(Said.of(msg, host=host, port=port)) from error
    except ValueError as error:  # a UnicodeError over `mail..example.org`, before anything is asked
        msg = QT_TRANSLATE_NOOP(
            "Said", "“{host}” is not the name of a server: look at its host in the settings."
        )
        raise UnavailableError(Said.of(msg, host=oneline(host)[:80])) from error


@contextlib.contextmanager
def _unavailable(host: str) -> Iterator[None]:
    """Translate what goes wrong before a mail is handed over."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "The certificate of the mail server {host} is not trusted; nothing was sent "
            "({reason}).",
        )
        raise UnavailableError(
            Said.of(msg, host=host, reason=oneline(error.verify_message))
        ) from error
    except smtplib.SMTPResponseException as error:
        raise _refusal(error.smtp_code, error.smtp_error) from error
    except OSError as error:
        msg = QT_TRANSLATE_NOOP("Said", "The mail server {host} cannot be reached ({reason}).")
        raise UnavailableError(Said.of(msg, host=host, reason=type(error).__name__)) from error


def _envelope(smtp: smtplib.SMTP, sender: str, recipient: str, size: int) -> None:
    options = [f"SIZE={size}"] if smtp.has_extn("size") else []
    with _unavailable("of PV"):
        for code, answer in (smtp.mail(sender, options), smtp.rcpt(recipient)):
            if code not in _ACCEPTED:
                raise _refusal(code, answer, ForbiddenError)


def _deliver(smtp: smtplib.SMTP, mail: bytes) -> None:
    """Hand the mail over; once it is on its way a lost answer proves nothing."""
    try:
        code, answer = smtp.data(mail)
    except smtplib.SMTPDataError as error:
        raise _refusal(error.smtp_code, error.smtp_error) from error
    except OSError as error:
        msg = QT_TRANSLATE_NOOP(
            "Said", "The connection broke while the mail was handed over: it may have arrived."
        )
        raise UncertainError(Said.of(msg)) from error
    if code < _TEMPORARY and code not in _ACCEPTED:
        msg = QT_TRANSLATE_NOOP(
            "Said", "The mail server's answer to the mail is not SMTP: it may have arrived."
        )
        raise UncertainError(Said.of(msg))
    if code not in _ACCEPTED:
        raise _refusal(code, answer)


def _is_limit(told: str) -> bool:
    """Say whether a server told the bytes of the largest mail; 0 is none (RFC 1870 §4)."""
    return re.fullmatch(r"0{0,20}[1-9][0-9]{0,19}", told) is not None


def _refusal(
    code: int, answer: bytes | str, otherwise: type[ConnectorError] = MalformedError
) -> ConnectorError:
    """Return the error for a reply code (RFC 5321 §4.2): 4yz may be tried again."""
    said = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    shown = f"{code} {oneline(said)}".strip()
    if code in _LOGIN:
        msg = QT_TRANSLATE_NOOP("Said", "The mail server refused the login ({shown}).")
        return UnauthorisedError(Said.of(msg, shown=shown))
    if code == _TOO_LARGE and not said.startswith(_FULL):
        msg = QT_TRANSLATE_NOOP("Said", "The mail server finds the mail too large ({shown}).")
        return MailSizeError(Said.of(msg, shown=shown))
    if code < _PERMANENT:
        msg = QT_TRANSLATE_NOOP("Said", "The mail server cannot take the mail now ({shown}).")
        return UnavailableError(Said.of(msg, shown=shown))
    msg = QT_TRANSLATE_NOOP("Said", "The mail server refused the mail ({shown}).")
    return otherwise(Said.of(msg, shown=shown))
