"""What a platform answered: its status and JSON, turned into our errors."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from webcare_desk.errors import (
    ConnectorError,
    DuplicateError,
    ForbiddenError,
    GoneError,
    MalformedError,
    RateLimitedError,
    TooLargeError,
    UnauthorisedError,
    UnavailableError,
    UncertainError,
)
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

#: How deep lists and objects may stand in each other in an answer.
DEPTH = 50
#: Seconds to wait where a platform does not say how long, and at most.
WAIT, LONGEST_WAIT = 60.0, 86_400.0


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, the header (names in lower case), and the JSON value.

    `problem` says what is wrong with the body, if it is not usable JSON; an
    empty body gives None and is none.
    """

    status: int
    headers: Mapping[str, str]
    value: object
    problem: str | None = None

    @property
    def code(self) -> str:
        """Return the platform's own word for an error, such as `comment_flood`."""
        code = self.value.get("code") if isinstance(self.value, dict) else None
        return code if isinstance(code, str) and _CODE.fullmatch(code) else ""


def answer_of(status: int, headers: Mapping[str, str], body: bytes | None) -> Answer:
    """Return the answer with its JSON read; None for a body means it is too large."""
    named = {name.lower(): text for name, text in headers.items()}
    value, problem = _read(named.get("content-type", ""), body)
    return Answer(status, named, value, problem)


def accept(answer: Answer, host: str, *, write: bool) -> Answer:
    """Return a good answer, or raise what its status or body means.

    After a write, a server error, a redirect or an unreadable body leaves
    open whether it was done: `UncertainError`.
    """
    refusal = _refusal(answer, host)
    if refusal:
        raise refusal
    doubt = _doubt(answer)
    if doubt and write:
        raise UncertainError(Said.of(_PERHAPS, host=host, doubt=doubt))
    if doubt:
        raise _kind(answer)(Said.of(_NOT, host=host, doubt=doubt))
    return answer


def _kind(answer: Answer) -> type[ConnectorError]:
    if answer.status >= _REFUSED:
        return UnavailableError
    return TooLargeError if answer.problem == _TOO_LARGE else MalformedError


def wait_of(headers: Mapping[str, str], now: datetime) -> float:
    """Return the seconds that Retry-After asks for: a number or a date (RFC 9110 §10.2.3)."""
    text = headers.get("retry-after", "").strip()
    if re.fullmatch(r"[0-9]{1,9}", text):
        return min(float(text), LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(text)
        seconds = (moment.replace(tzinfo=moment.tzinfo or UTC) - now).total_seconds()
    except (ValueError, OverflowError):
        return WAIT
    return min(max(seconds, 0.0), LONGEST_WAIT)


def _read(kind: str, body: bytes | None) -> tuple[object, str | None]:
    if body is None:
        return None, _TOO_LARGE
    if not body.strip():
        return None, None
    if not re.match(r"application/(?:[\w.+-]+\+)?json\b", kind.strip().lower()):
        page = body.lstrip()[:1] == b"<" or "html" in kind
        return None, Said.of(_WEB_PAGE if page else _NO_JSON)
    try:
        value = json.loads(body, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        return None, Said.of(_BROKEN)
    return (None, Said.of(_DEEP)) if _depth(value) > DEPTH else (value, None)


def _refuse_constant(name: str) -> float:
    raise ValueError(name)


def _depth(value: object) -> int:
    depth, level = 0, [value]
    while level and depth <= DEPTH:
        lists = [part for part in level if isinstance(part, list)]
        objects = [part.values() for part in level if isinstance(part, dict)]
        depth += bool(lists or objects)
        level = [inner for part in (*lists, *objects) for inner in part]
    return depth


def _refusal(answer: Answer, host: str) -> ConnectorError | None:
    if answer.status == _TOO_MANY:
        wait = wait_of(answer.headers, datetime.now(UTC))
        msg = QT_TRANSLATE_NOOP("Said", "{host} asks to wait for {wait:.0f} seconds.")
        return RateLimitedError(Said.of(msg, host=host, wait=wait), wait)
    if answer.status in _REFUSALS:
        error, sentence = _REFUSALS[answer.status]
        return error(Said.of(sentence, host=host))
    if _REFUSED <= answer.status < _SERVER_ERROR and answer.status != _TIMED_OUT:
        msg = QT_TRANSLATE_NOOP("Said", "{host} refused the request ({answer}).")
        return ForbiddenError(Said.of(msg, host=host, answer=answer.code or answer.status))
    return None


def _doubt(answer: Answer) -> str | None:
    if answer.status >= _REFUSED:
        trouble = QT_TRANSLATE_NOOP("Said", "has trouble of its own (HTTP {status})")
        return Said.of(trouble, status=answer.status)
    if answer.status >= _REDIRECTED or answer.status < _GOOD:
        return elsewhere(answer)
    return answer.problem


def elsewhere(answer: Answer) -> Said:
    """Say where a redirect points to, without its query: that may hold somebody's key."""
    told = answer.headers.get("location", "").partition("?")[0]
    address = "".join(filter(str.isprintable, told))[:_ADDRESS]
    return Said.of(_ELSEWHERE_AT, address=address) if address else Said.of(_ELSEWHERE)


_GOOD, _REDIRECTED, _REFUSED, _TIMED_OUT, _TOO_MANY, _SERVER_ERROR = 200, 300, 400, 408, 429, 500
_TOO_LARGE = Said.of(QT_TRANSLATE_NOOP("Said", "sent more than 5 MB for one page"))
_WEB_PAGE = QT_TRANSLATE_NOOP("Said", "sent a web page instead of JSON")
_NO_JSON = QT_TRANSLATE_NOOP("Said", "sent something else instead of JSON")
_BROKEN = QT_TRANSLATE_NOOP("Said", "sent broken JSON")
_DEEP = QT_TRANSLATE_NOOP("Said", "sent JSON that is nested too deeply")
_ELSEWHERE = QT_TRANSLATE_NOOP(
    "Said", "points to another address, which is not followed: check the address of the site"
)
_ELSEWHERE_AT = QT_TRANSLATE_NOOP(
    "Said",
    "points to another address ({address}), which is not followed: check the address of the site",
)
#: So many characters of an address are told.
_ADDRESS = 100
_CODE = re.compile(r"[a-z0-9_-]{1,64}")
_NOT = QT_TRANSLATE_NOOP("Said", "{host} {doubt}.")
_PERHAPS = QT_TRANSLATE_NOOP("Said", "{host} {doubt}; it may have done what was asked.")
_GONE = (
    GoneError,
    QT_TRANSLATE_NOOP("Said", "What was asked for is not there any more at {host}."),
)
_REFUSALS: Mapping[int, tuple[type[ConnectorError], str]] = {
    401: (
        UnauthorisedError,
        QT_TRANSLATE_NOOP("Said", "{host} refused the login; renew the password in the settings."),
    ),
    403: (
        ForbiddenError,
        QT_TRANSLATE_NOOP("Said", "The desk's account may not do this at {host}."),
    ),
    404: _GONE,
    409: (DuplicateError, QT_TRANSLATE_NOOP("Said", "{host} already holds this very reply.")),
    410: _GONE,
}
