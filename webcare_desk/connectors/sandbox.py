"""The connector to the demo community, over loopback HTTP."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal
from urllib.parse import quote

from webcare_desk.connectors.base import OVERLAP, Capabilities, Page, Shown, Trial
from webcare_desk.connectors.fields import (
    Row,
    after_write,
    flag,
    instant,
    integer,
    place_of,
    readable,
    require_confirmation,
    row_of,
    rows_of,
    withheld,
    words,
)
from webcare_desk.connectors.http import HttpClient
from webcare_desk.domain.comment import RemoteComment, Visibility
from webcare_desk.domain.reply import OutboundReply, Receipt
from webcare_desk.errors import GoneError, MalformedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

#: Comments on a page, and ids asked for at once.
PAGE = 100

_CAPABILITIES = Capabilities(max_length=10_000, detects_edits=True, detects_deletes=True)


@dataclass(frozen=True, slots=True)
class SandboxConnector:
    """The demo community as a source; its pages go by number of publication."""

    client: HttpClient
    source: str = "sandbox"

    @property
    def capabilities(self) -> Capabilities:
        """Return what the community can do: everything."""
        return _CAPABILITIES

    def try_out(self) -> Trial:
        """Log in and read one comment; nothing is changed."""
        answer = row_of(self.client.get("comments", {"after": 0, "limit": 1}).value)
        return Trial("", integer(answer, "total"), may_moderate=True)

    def fetch(self, cursor: str | None) -> Page:
        """Return the next page; a poll begins OVERLAP numbers back."""
        after = place_of(cursor, ("after",))["after"]
        answer = row_of(self.client.get("comments", {"after": after, "limit": PAGE}).value)
        rows = rows_of(answer.get("comments"))
        numbers = [after, *(integer(row, "number") for row in rows)]
        if any(later <= earlier for earlier, later in pairwise(numbers)):
            msg = QT_TRANSLATE_NOOP(
                "Said", "The community gave the same page again, or its comments out of order."
            )
            raise MalformedError(Said.of(msg))
        more = len(rows) >= PAGE
        place = {"after": numbers[-1] if more else max(0, numbers[-1] - OVERLAP)}
        comments, problem = readable(rows, _comment, "number")
        return Page(comments, json.dumps(place), more, integer(answer, "total"), problem)

    def refetch(self, remote_ids: Sequence[str]) -> tuple[RemoteComment, ...]:
        """Return these comments as they are now, without those that are gone."""
        found: list[RemoteComment] = []
        for start in range(0, len(remote_ids), PAGE):
            some = ",".join(remote_ids[start : start + PAGE])
            found += readable(self._rows({"include": some}), _comment, "number")[0]
        return tuple(found)

    def reply(self, reply: OutboundReply) -> Receipt:
        """Publish a reply; the same key gives the same comment again."""
        fields = {"thread": reply.thread, "parent": reply.parent, "text": reply.text}
        answer = self.client.write("POST", "comments", fields, key=reply.key)
        with after_write(self.client.site.host):
            return _receipt(row_of(answer.value))

    def find(self, reply: OutboundReply) -> Receipt | None:
        """Ask the community which comment came with this reply's key."""
        rows = self._rows({"key": reply.key})
        if rows and not flag(rows[0], "visible"):
            raise withheld(self.client.site.host)
        return _receipt(rows[0]) if rows else None

    def set_visibility(self, remote_id: str, visibility: Shown) -> None:
        """Hide a comment from the public, or show it again."""
        visible = visibility is Visibility.VISIBLE
        self.client.write("PUT", f"{_path(remote_id)}/visibility", {"visible": visible})

    def delete(self, remote_id: str, *, confirmed: Literal[True]) -> None:
        """Delete a comment for good; one that is gone already is fine."""
        require_confirmation(confirmed=confirmed)
        with suppress(GoneError):
            self.client.write("DELETE", _path(remote_id))

    def visibility_of(self, remote_id: str) -> Visibility:
        """Read a comment back; one that is gone counts as deleted."""
        found = self.refetch([remote_id])
        return found[0].visibility if found else Visibility.DELETED

    def _rows(self, query: dict[str, str | int]) -> tuple[Row, ...]:
        return rows_of(row_of(self.client.get("comments", query).value).get("comments"))


def _path(remote_id: str) -> str:
    return f"comments/{quote(remote_id, safe='')}"


def _receipt(row: Row) -> Receipt:
    return Receipt(words(row, "id"))


def _comment(row: Row) -> RemoteComment:
    author = words(row, "author")
    return RemoteComment(
        remote_id=words(row, "id"),
        thread=words(row, "thread"),
        thread_title=words(row, "thread_title"),
        parent=None if row.get("parent") is None else words(row, "parent"),
        author_id=author,
        author_name=author,
        text=words(row, "text"),
        posted_at=instant(row, "posted_at"),
        visibility=Visibility.VISIBLE if flag(row, "visible") else Visibility.HIDDEN,
        own=flag(row, "own"),
    )
