"""The demo's community: comments in memory, with real endpoints on loopback.

It stands in for a platform, so what the desk sends really goes somewhere and
comes back. Its comments come from a corpus of fictional people and products.
"""

import json
import secrets
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from webcare_desk.demo.endpoints import Endpoints, Post, serve
from webcare_desk.domain.spans import MINUTE
from webcare_desk.errors import UsageError


@dataclass(frozen=True, slots=True)
class Planted:
    """One comment of the corpus; `minutes` before the demo's start.

    `later` comments arrive while the window is open; `edited_text` and
    `deleted` tell what happens to a comment after that.
    """

    id: str
    thread: str
    thread_title: str
    parent: str | None
    author: str
    text: str
    minutes: int
    later: bool = False
    edited_text: str | None = None
    deleted: bool = False


def load_corpus(path: Path) -> tuple[Planted, ...]:
    """Return the comments of a JSON Lines corpus; `UsageError` with the line."""
    planted: list[Planted] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            planted.append(_planted(json.loads(line)))
        except (ValueError, KeyError, TypeError) as error:
            msg = f"{path.name}:{number}: this line is no comment of the corpus."
            raise UsageError(msg) from error
    return tuple(planted)


def _planted(row: dict[str, object]) -> Planted:
    parent, edited, minutes = row["parent"], row.get("edited_text"), int(str(row["minutes"]))
    return Planted(
        id=str(row["id"]),
        thread=str(row["thread"]),
        thread_title=str(row["thread_title"]),
        parent=None if parent is None else str(parent),
        author=str(row["author"]),
        text=str(row["text"]),
        minutes=minutes,
        later=minutes < 0 or row.get("later") is True,
        edited_text=None if edited is None else str(edited),
        deleted=row.get("deleted") is True,
    )


def _present() -> int:
    return time.time_ns() // 1000


class Community:
    """A running community; use it in a `with` block.

    `now` is the demo's start in UTC microseconds. `base_url` and `token` are
    what a connector needs. All methods may be called from any thread.
    """

    def __init__(
        self, corpus: Sequence[Planted], now: int, clock: Callable[[], int] = _present
    ) -> None:
        """Take what the corpus says was written before `now`; nothing runs yet."""
        self.token = secrets.token_urlsafe(24)
        self._corpus = tuple(corpus)
        self._clock = clock
        self._lock = threading.RLock()
        self._posts: dict[str, Post] = {}
        self._keys: dict[str, str] = {}
        self._number = 0
        self._coming = [planted for planted in corpus if planted.later]
        self._titles = {planted.thread: planted.thread_title for planted in corpus}
        early = [planted for planted in corpus if not planted.later]
        for planted in sorted(early, key=lambda each: -each.minutes):
            self._plant(planted, now - planted.minutes * MINUTE)

    def __enter__(self) -> Self:
        """Open the endpoints on a free port of 127.0.0.1."""
        self._server: Endpoints = serve(self, self.token)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the endpoints; the comments stay readable here."""
        self._server.stop()

    @property
    def base_url(self) -> str:
        """Return the address of the running community."""
        return self._server.base_url

    def arrive(self, count: int) -> tuple[str, ...]:
        """Publish the next `count` later comments now, and return their ids."""
        with self._lock:
            arriving, self._coming = self._coming[:count], self._coming[count:]
            for planted in arriving:
                self._plant(planted, self._clock())
        return tuple(planted.id for planted in arriving)

    def apply_planned_changes(self) -> tuple[str, ...]:
        """Make the edits and deletions that the corpus plans; return their ids."""
        with self._lock:
            planned = [each for each in self._corpus if each.id in self._posts]
            changed = [each for each in planned if each.deleted or each.edited_text is not None]
            for each in changed:
                if each.deleted:
                    self.delete(each.id)
                else:
                    self.edit(each.id, each.edited_text or "")
        return tuple(each.id for each in changed)

    def edit(self, remote_id: str, text: str) -> bool:
        """Give a comment another wording, without a date; False when it is gone."""
        with self._lock:
            if remote_id not in self._posts:
                return False
            self._posts[remote_id] = replace(self._posts[remote_id], text=text)
            return True

    def delete(self, remote_id: str) -> bool:
        """Remove a comment for good; False when it is gone already."""
        with self._lock:
            return self._posts.pop(remote_id, None) is not None

    def show(self, remote_id: str, *, visible: bool) -> bool:
        """Hide a comment from the public or show it; False when it is gone."""
        with self._lock:
            if remote_id not in self._posts:
                return False
            self._posts[remote_id] = replace(self._posts[remote_id], visible=visible)
            return True

    def publish(self, thread: str, parent: str, text: str, key: str) -> Post | None:
        """Publish the desk's reply, once for each key; None without its parent."""
        with self._lock:
            if key in self._keys:
                return self._posts.get(self._keys[key])
            if parent not in self._posts or self._posts[parent].thread != thread:
                return None
            title = self._titles.get(thread, "")
            post = Post(self._next(), "", thread, title, parent, "Webcare", text, self._clock())
            post = replace(post, id=f"reply-{post.number}", own=True)
            self._posts[post.id] = post
            self._keys[key] = post.id
            return post

    def posts(self) -> tuple[Post, ...]:
        """Return every comment that is there now, in order of publication."""
        with self._lock:
            return tuple(self._posts.values())

    def chosen(self, remote_ids: Iterable[str]) -> tuple[Post, ...]:
        """Return the comments with these ids; those that are gone are left out."""
        with self._lock:
            return tuple(self._posts[each] for each in remote_ids if each in self._posts)

    def published_as(self, key: str) -> tuple[Post, ...]:
        """Return the reply that came with this key, if any did and it is still there."""
        with self._lock:
            return self.chosen([self._keys[key]] if key in self._keys else [])

    def _plant(self, planted: Planted, at: int) -> None:
        self._posts[planted.id] = Post(
            self._next(),
            planted.id,
            planted.thread,
            planted.thread_title,
            planted.parent,
            planted.author,
            planted.text,
            at,
        )

    def _next(self) -> int:
        self._number += 1
        return self._number
