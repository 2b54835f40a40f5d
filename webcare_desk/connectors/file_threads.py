"""Which thread each row of a file belongs to, where the file does not say.

A thread is what PV sees beside a comment: strangers' words must not get into it.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from webcare_desk.domain.comment import Comment, RemoteComment

_DIGITS = 16


def threaded(
    comments: Mapping[str, RemoteComment], had: Mapping[str, Comment]
) -> Iterator[RemoteComment]:
    """Yield the comments, each with a thread; `had` is what the desk has of them, by id.

    A row belongs to the thread of what it answers, on the desk or in the file. What answers
    nothing that is known begins a thread of its own.
    """
    threads: dict[str, str] = {}
    for each in comments.values():
        yield replace(each, thread=each.thread or _thread(each.remote_id, comments, had, threads))


def begun_by(remote_id: str) -> str:
    """Return the name of the thread that a row begins; no column of threads gives it by chance.

    The row's own id is not in it: others answer there after the row was erased.
    """
    digest = hashlib.sha256(remote_id.encode("utf-8", "surrogatepass")).hexdigest()
    return f"comment {digest[:_DIGITS]}"


def parents_first(comments: Iterable[RemoteComment]) -> Iterator[RemoteComment]:
    """Yield comments by date, but each after the one it answers; a ring begins anywhere."""
    waiting = {each.remote_id: each for each in sorted(comments, key=lambda each: each.posted_at)}
    for remote_id in tuple(waiting):
        at, way = remote_id, list[RemoteComment]()
        while (each := waiting.pop(at, None)) is not None:
            way.append(each)
            at = each.parent or ""
        yield from reversed(way)


def _thread(
    remote_id: str,
    comments: Mapping[str, RemoteComment],
    had: Mapping[str, Comment],
    threads: dict[str, str],
) -> str:
    """Return the thread of a row; `threads` keeps it for all rows on the way up."""
    way = {remote_id: None}
    while not (found := threads.get(remote_id) or _told(remote_id, comments, had)):
        parent = comments[remote_id].parent
        if parent is None or parent in way or not (parent in comments or parent in had):
            found = begun_by(remote_id)
            break
        way[parent] = None
        remote_id = parent
    threads.update(dict.fromkeys(way, found))
    return found


def _told(remote_id: str, comments: Mapping[str, RemoteComment], had: Mapping[str, Comment]) -> str:
    """Return the thread that the desk, or else the file, gives to a comment; or nothing."""
    if remote_id in had:
        return had[remote_id].thread
    return comments[remote_id].thread
