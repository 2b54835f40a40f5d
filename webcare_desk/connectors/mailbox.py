"""PV's answers in a mailbox: IMAP with TLS and a login, read-only, with a place of our own.

The mailbox is opened with EXAMINE and mails are read with BODY.PEEK: nothing is marked as read.
Where we are is the last UID of this account's mailbox under its UIDVALIDITY (RFC 9051 §2.3.1.1);
when the server numbers anew, or the settings name another mailbox, everything is read again, and
what was taken before is then known. One mail that cannot be read holds up none after it.
"""

import bisect
import contextlib
import hashlib
import imaplib
import io
import json
import re
import ssl
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from webcare_desk.connectors.answers import LARGEST, Found, Looked, found_in, looked_into
from webcare_desk.connectors.courier import oneline
from webcare_desk.connectors.courier_smtp import Security, naming_security
from webcare_desk.connectors.smime_open import Open
from webcare_desk.connectors.timed import TimedSocket
from webcare_desk.connectors.trust import trusting
from webcare_desk.errors import (
    ConnectorError,
    ForbiddenError,
    MalformedError,
    UnauthorisedError,
    UnavailableError,
)
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

#: So many mails at one time: a mailbox of years is read in the background.
PAGE = 50
#: Bytes of a line that are read, and of so many mails the UIDs, which come on one, are asked for.
_LINE, WINDOW = 1_000_000, 20_000
_TOO_LARGE = "an answer is too large"
_SIZE = re.compile(
    rb"UID (\d{1,10})\b.*RFC822\.SIZE (\d{1,20})|RFC822\.SIZE (\d{1,20}).*UID (\d{1,10})"
)
#: A refusal that says it is one of the moment (RFC 5530).
_PASSING = re.compile(rb"\[(UNAVAILABLE|INUSE|LIMIT)\]", re.IGNORECASE)
_NAME = re.compile(r'[^"\\\x00-\x1f\x7f-\U0010ffff]{1,200}')


@dataclass(frozen=True, slots=True)
class MailboxAccount:
    """The mailbox and the desk's login there, from the settings.

    With a `sender` only mails that say they are from there are looked into: that keeps strangers'
    mail out, it proves nothing. `timeout` in seconds counts for each wait, `deadline` for a visit.
    """

    host: str
    port: int
    security: Security
    login: str
    mailbox: str = "INBOX"
    sender: str = ""
    ca_file: Path | None = None
    timeout: float = 30.0
    deadline: float = 120.0


class Mailbox:
    """Reads one mailbox of one account."""

    def __init__(
        self, account: MailboxAccount, password: Callable[[], str], opened: Open | None = None
    ) -> None:
        """Mean the account; `password` is asked for at each login, `opened` opens what is sealed."""
        self._account = account
        self._password = password
        self._open = opened

    def fetch(self, cursor: str | None) -> Found:
        """Return the attachments of the next mails (see `AnswerSource.fetch`)."""
        with self._opened() as imap:
            where = {"box": _name(self._account), "validity": _validity(imap)}
            last = _last(cursor, where)
            uids, more = _after(imap, last)
            mails = _read(imap, uids[:PAGE])
        sender, opened = self._account.sender, self._open
        read = [Looked() if mail is None else looked_into(mail, sender, opened) for mail in mails]
        place = json.dumps(where | {"uid": uids[len(mails) - 1] if mails else last})
        return found_in(read, place, more=more or len(mails) < len(uids))

    def check(self) -> str:
        """Log in and open the mailbox (see `Channel`)."""
        with self._opened() as imap:
            count = (imap.response("EXISTS")[1] or [b"0"])[-1] or b"0"
        return f"{self._account.host} shows {self._account.mailbox}: {int(count)} mails"

    @contextlib.contextmanager
    def _opened(self) -> Iterator[imaplib.IMAP4]:
        """Yield a connection that is encrypted, logged in, and has the mailbox open to read."""
        account = self._account
        if not _NAME.fullmatch(account.mailbox):
            msg = QT_TRANSLATE_NOOP(
                "Said", "{mailbox} is not the name of a mailbox that can be asked for."
            )
            raise ForbiddenError(Said.of(msg, mailbox=oneline(account.mailbox)[:60]))
        with _translated(account.host):
            imap = _connected(account, trusting(account.ca_file))
            try:
                self._log_in(imap)
                _require(imap.select(f'"{account.mailbox}"', readonly=True))
                yield imap
            finally:
                with contextlib.suppress(OSError, imaplib.IMAP4.error):
                    imap.logout()
                _close(imap)

    def _log_in(self, imap: imaplib.IMAP4) -> None:
        password = self._password()
        try:
            imap.login(self._account.login, password)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as error:
            msg = QT_TRANSLATE_NOOP("Said", "{host} refused the login to the mailbox.")
            raise UnauthorisedError(Said.of(msg, host=self._account.host)) from error
        except UnicodeEncodeError as error:
            msg = QT_TRANSLATE_NOOP(
                "Said", "The login or password for the mailbox has letters that IMAP cannot carry."
            )
            raise UnauthorisedError(Said.of(msg)) from error


class _Bounded(imaplib.IMAP4):
    """What bounds a connection: no answer is larger than a mail may be, no visit longer."""

    def __init__(self, account: MailboxAccount, **more: ssl.SSLContext) -> None:
        self._until = time.monotonic() + account.deadline
        self._heard: tuple[object, io.BufferedReader] | None = None
        super().__init__(account.host, account.port, timeout=account.timeout, **more)

    @property
    def lines(self) -> io.BufferedReader:
        """What the server says: after STARTTLS by another socket."""
        if self._heard is None or self._heard[0] is not self.sock:
            self._heard = self.sock, io.BufferedReader(TimedSocket(self.sock, self._until))
        return self._heard[1]

    def read(self, size: int) -> bytes:
        if size > LARGEST:
            raise imaplib.IMAP4.error(_TOO_LARGE)
        return self.lines.read(size)

    def readline(self) -> bytes:
        line = self.lines.readline(_LINE + 1)
        if len(line) > _LINE:
            msg = f"got more than {_LINE} bytes"
            raise imaplib.IMAP4.error(msg)
        return line

    def shutdown(self) -> None:
        self.lines.close()
        super().shutdown()


class _Encrypted(_Bounded, imaplib.IMAP4_SSL):
    """Begins with TLS."""


def _connected(account: MailboxAccount, context: ssl.SSLContext) -> imaplib.IMAP4:
    with naming_security(account.host, account.port, account.security):
        if account.security is Security.TLS:
            return _Encrypted(account, ssl_context=context)
        imap = _Bounded(account)
    try:
        imap.starttls(ssl_context=context)
    except BaseException:
        _close(imap)
        raise
    return imap


def _close(imap: imaplib.IMAP4) -> None:
    with contextlib.suppress(OSError):  # it may be closed already
        imap.shutdown()


@contextlib.contextmanager
def _translated(host: str) -> Iterator[None]:
    try:
        yield
    except ConnectorError:
        raise
    except ssl.SSLCertVerificationError as error:
        msg = QT_TRANSLATE_NOOP("Said", "The certificate of {host} is not trusted ({reason}).")
        why = oneline(error.verify_message)
        raise UnavailableError(Said.of(msg, host=host, reason=why)) from error
    except (OSError, imaplib.IMAP4.abort) as error:
        msg = QT_TRANSLATE_NOOP("Said", "The mailbox at {host} cannot be reached ({reason}).")
        raise UnavailableError(Said.of(msg, host=host, reason=type(error).__name__)) from error
    except imaplib.IMAP4.error as error:
        msg = QT_TRANSLATE_NOOP("Said", "{host} does not speak IMAP as it should: {reason}")
        raise MalformedError(Said.of(msg, host=host, reason=oneline(str(error)))) from error


def _require(answer: tuple[str, Sequence[object]]) -> Sequence[object]:
    """Return the data of a good answer, or raise imaplib's error with what was said."""
    state, data = answer
    if state != "OK":
        said = data[0] if data else b""
        words = said.decode("utf-8", "replace") if isinstance(said, bytes) else ""
        raise imaplib.IMAP4.error(words)
    return data


def _validity(imap: imaplib.IMAP4) -> int:
    found = imap.response("UIDVALIDITY")[1]
    number = found[-1] if found else None
    if not isinstance(number, bytes) or not number.isdigit():
        msg = "the mailbox has no UIDVALIDITY"
        raise imaplib.IMAP4.error(msg)
    return int(number)


def _name(account: MailboxAccount) -> str:
    """Return what tells one mailbox from another and names no account in the log."""
    named = f"{account.host.lower()}\n{account.login}\n{account.mailbox}"
    return hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _last(cursor: str | None, where: dict[str, object]) -> int:
    place = json.loads(cursor) if cursor else {}
    return int(place["uid"]) if where.items() <= place.items() else 0


def _after(imap: imaplib.IMAP4, last: int) -> tuple[list[int], bool]:
    """Return the UIDs after `last` in the first window that has any, and whether more follow."""
    count = (imap.response("EXISTS")[1] or [None])[-1]
    if not isinstance(count, bytes) or not count.isdigit():
        msg = "the mailbox does not say how many mails it has"
        raise imaplib.IMAP4.error(msg)
    windows = range(1, int(count) + 1, WINDOW)
    # UIDs rise with the numbers: of each window it is enough to know whether it has any.
    found = bisect.bisect_left(
        windows, 1, key=lambda first: min(len(_searched(imap, first, int(count), last)), 1)
    )
    if found == len(windows):
        return [], False
    uids = _searched(imap, windows[found], int(count), last)
    if found and imap.response("EXPUNGE")[1] != [None]:
        msg = "mails were removed meanwhile, one may have moved out of its window"
        raise imaplib.IMAP4.abort(msg)
    return uids, found + 1 < len(windows)


def _searched(imap: imaplib.IMAP4, first: int, count: int, last: int) -> list[int]:
    """Return the UIDs after `last` in a window; a server names the highest one even if it is not."""
    window = f"{first}:{min(first + WINDOW - 1, count)}"
    data = _require(imap.uid("SEARCH", window, f"UID {last + 1}:*"))
    words = b" ".join(part for part in data if isinstance(part, bytes)).split()
    return sorted({int(word) for word in words if word.isdigit() and int(word) > last})


def _read(imap: imaplib.IMAP4, uids: list[int]) -> list[bytes | None]:
    """Return the first mails, as many as can be read; None for one that is passed over.

    A line that is cut, or a visit that has lasted too long, ends it; it fails where nothing was
    read. After an answer that was too large the line has to be left.
    """
    sizes, read = _sizes(imap, uids), list[bytes | None]()
    for uid in uids:
        is_small = sizes.get(uid, LARGEST + 1) <= LARGEST
        try:
            read.append(_mail(imap, uid) if is_small else None)
        except (OSError, imaplib.IMAP4.error) as error:
            if _TOO_LARGE in str(error):
                read.append(None)
            elif not read:
                raise
            break
    return read


def _sizes(imap: imaplib.IMAP4, uids: list[int]) -> dict[int, int]:
    if not uids:
        return {}
    asked = ",".join(map(str, uids))
    data = _require(imap.uid("FETCH", asked, "(UID RFC822.SIZE)"))
    found = (_SIZE.search(line) for line in data if isinstance(line, bytes))
    pairs = [each.groups() for each in found if each]
    return {int(uid or other): int(size or another) for uid, size, another, other in pairs}


def _mail(imap: imaplib.IMAP4, uid: int) -> bytes | None:
    """Return a mail; None where the server refuses this one (NO), but not for the moment alone."""
    state, data = imap.uid("FETCH", str(uid), "(BODY.PEEK[])")
    if state == "NO" and not _PASSING.search(b" ".join(filter(None, data[-1:]))):
        return None
    parts = (part[1] for part in _require((state, data)) if isinstance(part, tuple) and part[1:])
    return next((part for part in parts if isinstance(part, bytes)), b"")
