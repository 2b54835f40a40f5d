"""The connector to WordPress: REST `wp/v2` with an application password.

Measured on 6.1: the same words by the same account at the same place are
refused with 409; a reply to a comment that does not exist is published all
the same; nothing tells that a comment was edited; trash can be undone for
30 days. https://developer.wordpress.org/rest-api/reference/comments/
"""

import base64
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from html import escape
from http import HTTPStatus
from typing import Literal

from webcare_desk.connectors import wordpress_answers as answers
from webcare_desk.connectors import wordpress_pages as pages
from webcare_desk.connectors.answer import Answer
from webcare_desk.connectors.base import Capabilities, Page, Shown, Trial
from webcare_desk.connectors.fields import (
    Row,
    after_write,
    integer,
    readable,
    require_confirmation,
    row_of,
    rows_of,
    withheld,
    words,
    words_if_any,
)
from webcare_desk.connectors.http import DEADLINE, HttpClient
from webcare_desk.connectors.network import DIRECT, Network
from webcare_desk.connectors.text import text_of_html
from webcare_desk.connectors.wordpress_pages import FIELDS, PAGE, Batch
from webcare_desk.domain.comment import RemoteComment, Visibility
from webcare_desk.domain.reply import OutboundReply, Receipt
from webcare_desk.errors import (
    ConnectorError,
    ForbiddenError,
    GoneError,
    MalformedError,
    TooLargeError,
)
from webcare_desk.said import QT_TRANSLATE_NOOP, Said, together

Query = dict[str, str | int]

_API = "wp-json/wp/v2"
#: Of one list: as many parts as a page has rows, in three times what one request may last.
_BATCHES, _PATIENCE = PAGE, 3
_CAPABILITIES = Capabilities(
    # 65,525 bytes; a character has at most four, and `&` becomes `&amp;`.
    max_length=10_000,
    detects_edits=True,
    detects_deletes=True,
)


@dataclass(frozen=True)
class WordPressConnector:
    """A WordPress site as a source, read and answered by one account.

    `password` gives the application password when it is needed. An account
    that may not moderate sees approved comments alone, as rendered text: each
    page says so, and each poll reads the site from its beginning.
    """

    source: str
    site: str
    user: str
    password: Callable[[], str] = field(repr=False)
    deadline: float = DEADLINE
    network: Network = DIRECT

    @property
    def capabilities(self) -> Capabilities:
        """Return what WordPress can do for an account that may moderate."""
        return _CAPABILITIES

    def try_out(self) -> Trial:
        """Log in and read one comment's id; nothing is changed."""
        _ = self._own_author  # who is nobody there may read as any visitor does
        batch = self._batch({"offset": 0}, 1, "id")
        return Trial(self._title(), batch.total, batch.is_whole)

    def fetch(self, cursor: str | None) -> Page:
        """Return the next page in the order of ids, from some rows back."""
        site = self._client.site.base
        batch, place, more = pages.read(pages.place_at(cursor, site), self._batch_at)
        comments, odd = self._comments(batch.rows)
        problem = together(batch.problem, odd)
        return Page(comments, pages.cursor_at(place, site), more, batch.total, problem)

    def refetch(self, remote_ids: Sequence[str]) -> tuple[RemoteComment, ...]:
        """Return these comments as they are now; WordPress leaves out unknown ids.

        One that cannot be read is left out as well: the others are not. What has no id of
        WordPress is of another source that had this one's name.
        """
        found: list[RemoteComment] = []
        numbers = [each for each in remote_ids if _is_number(each)]
        for start in range(0, len(numbers), PAGE):
            some = numbers[start : start + PAGE]
            rows = self._all({"include": ",".join(some)}, len(some), skips=True).rows
            found += self._comments(rows)[0]
        return tuple(found)

    def reply(self, reply: OutboundReply) -> Receipt:
        """Publish a reply; the same again at the same place is a `DuplicateError`.

        The parent is looked at first: WordPress would publish under a gone one, and under the
        post that it has left.
        """
        parent = self._standing(reply.parent, "id,status,post")
        if pages.visibility_of(parent) is Visibility.DELETED:
            msg = QT_TRANSLATE_NOOP(
                "Said", "The comment that the reply is for is not there any more."
            )
            raise GoneError(Said.of(msg))
        content = escape(reply.text, quote=False)
        fields = {"post": integer(parent, "post"), "parent": int(_number(reply.parent))}
        answer = self._write("POST", "comments", fields | {"content": content})
        with after_write(self._client.site.host):
            return _receipt(row_of(answer.value))

    def find(self, reply: OutboundReply) -> Receipt | None:
        """Look through the account's own replies to the comment for the same words.

        A filter of the site may have taken the reply for spam, or hold it back;
        an account that may not moderate cannot tell that from a lost one.
        """
        there = self._all({"parent": _number(reply.parent)})
        alike = [row for row in there.rows if pages.says(row, reply.text)]
        same = [row for row in alike if integer(row, "author") == self._own_author]
        for row in same:
            if pages.visibility_of(row) is Visibility.VISIBLE:
                return _receipt(row)
        if not there.is_whole:
            raise ForbiddenError(Said.of(pages.NO_MODERATOR))
        if same:
            raise withheld(self._client.site.host)
        return None

    def set_visibility(self, remote_id: str, visibility: Shown) -> None:
        """Hold a comment back from the public, or approve it again; what is so already stays."""
        row = self._standing(remote_id, "id,status")
        status = answers.status_to_set(pages.status_of(row), visibility)
        if status is not None:
            self._write("POST", f"comments/{_number(remote_id)}", {"status": status})

    def delete(self, remote_id: str, *, confirmed: Literal[True]) -> None:
        """Move a comment to the trash; one that is there or gone already is fine."""
        require_confirmation(confirmed=confirmed)
        with suppress(GoneError):
            self._write("DELETE", f"comments/{_number(remote_id)}")

    def visibility_of(self, remote_id: str) -> Visibility:
        """Read a comment's status back; one that is not there counts as deleted."""
        number = _number(remote_id)
        try:
            return pages.visibility_of(self._standing(number, "id,status"))
        except GoneError:
            return Visibility.DELETED

    def _standing(self, remote_id: str, fields: str) -> Row:
        path = f"{_API}/comments/{_number(remote_id)}"
        answer, _ = self._get(path, {"_fields": fields}, {"context": "edit"})
        return row_of(answer.value)

    @cached_property
    def _client(self) -> HttpClient:
        return HttpClient(self.site, self._login, self.deadline, network=self.network)

    def _login(self) -> str:
        pair = f"{self.user}:{self.password()}".encode()
        return f"Basic {base64.b64encode(pair).decode('ascii')}"

    @cached_property
    def _own_author(self) -> int:
        answer, _ = self._get(f"{_API}/users/me", {"_fields": "id"}, {})
        return integer(row_of(answer.value), "id")

    def _title(self) -> str:
        """Return what the site calls itself, or nothing where it does not say."""
        with suppress(ConnectorError):
            answer, _ = self._get("wp-json/", {"_fields": "name"}, {})
            return text_of_html(words(row_of(answer.value), "name"))
        return ""

    def _comments(self, rows: Sequence[Row]) -> tuple[tuple[RemoteComment, ...], str | None]:
        written = [row for row in rows if pages.is_comment(row)]
        return readable(written, partial(pages.comment_of, own_author=self._own_author), "id")

    def _batch_at(self, offset: int) -> Batch:
        return self._read({"offset": offset})

    def _read(self, query: Query, size: int = PAGE) -> Batch:
        """Read a page, or the first part of it where all of it would be too large."""
        try:
            return self._batch(query, size, FIELDS)
        except TooLargeError:
            return self._read(query, size // 2) if size > 1 else self._too_large(query)

    def _too_large(self, query: Query) -> Batch:
        batch = self._batch(query, 1, "id")
        return replace(batch, rows=(), too_large=integer(batch.rows[0], "id") if batch.rows else 0)

    def _batch(self, query: Query, size: int, fields: str) -> Batch:
        # `any` counts trash and spam too, and `all` every type, so that an offset means the
        # same row.
        fixed: Query = {"orderby": "id", "order": "asc", "per_page": size}
        public = query | fixed | {"_fields": fields, "_embed": "up"}
        more: Query = {"status": "any", "type": "all", "context": "edit"}
        answer, is_whole = self._get(f"{_API}/comments", public, more)
        rows, total = rows_of(answer.value), pages.total_of(answer)
        is_short = len(rows) < min(size, total - int(query["offset"]))
        return Batch(rows, total, size, is_whole=is_whole, is_short=is_short)

    def _all(self, query: Query, most: int = 2**53, *, skips: bool = False) -> Batch:
        """Read all rows, within some requests: a total that lies must not hold up the outbox."""
        rows: list[Row] = []
        offset, until = 0, time.monotonic() + _PATIENCE * self.deadline
        for _ in range(_BATCHES):
            if time.monotonic() > until:
                break
            batch = self._read(query | {"offset": offset})
            if batch.too_large and not skips:
                raise MalformedError(Said.of(pages.TOO_LARGE, comment=batch.too_large))
            rows += batch.rows
            offset += batch.asked
            if offset >= min(batch.total, most):
                return replace(batch, rows=tuple(rows))
        msg = QT_TRANSLATE_NOOP(
            "Said", "{host} counts more comments than it gives in bearable time."
        )
        raise MalformedError(Said.of(msg, host=self._client.site.host))

    def _get(self, path: str, public: Query, more: Query) -> tuple[Answer, bool]:
        """Read with what a moderator may ask for, or else, and False, as any reader."""
        answer = self._client.exchange("GET", path, public | more)
        # With a wrong password it is a 401, and asking again would be answered
        # as to an anonymous reader.
        is_whole = not (answer.status == HTTPStatus.FORBIDDEN and answer.code in _MODERATORS_ONLY)
        if not is_whole:
            answer = self._client.exchange("GET", path, public)
        return answers.accepted(answer, self._client.site.host), is_whole

    def _write(self, method: str, path: str, value: object = None) -> Answer:
        answer = self._client.exchange(method, f"{_API}/{path}", value=value)
        return answers.written(answer, self._client.site.host)


def _receipt(row: Row) -> Receipt:
    return Receipt(str(integer(row, "id")), words_if_any(row, "link"))


def _number(remote_id: str) -> str:
    """Return an id of WordPress; anything else would be another path or list."""
    if not _is_number(remote_id):
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "This is not the id of a comment on WordPress. Where the source of this name "
            "was of another kind, give this one another name.",
        )
        raise GoneError(Said.of(msg))
    return remote_id


def _is_number(remote_id: str) -> bool:
    return remote_id.isascii() and remote_id.isdecimal()


_MODERATORS_ONLY = frozenset({"rest_forbidden_context", "rest_forbidden_param"})
