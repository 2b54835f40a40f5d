"""The frozen original: which wordings of a comment and its thread stood there at a moment."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from webcare_desk.domain.audit import canonical

#: The form of `as_json`.
FORMAT: Final = "webcare-desk/original/1"


class Cause(StrEnum):
    """Why an original was frozen."""

    FIRST_VIEW = "first-view"
    EDIT = "edit"
    HIDE = "hide"
    DELETE = "delete"
    ESCALATE = "escalate"


class PictureState(StrEnum):
    """Whether the original was drawn; without Qt it is not, and that is said."""

    WAITING = "waiting"
    DRAWN = "drawn"
    NOT_DRAWN = "not-drawn"


@dataclass(frozen=True, slots=True)
class Post:
    """One post as it stood: `wording` is the row of that wording, which never changes."""

    comment: int
    wording: int
    author: str
    text: str
    posted_at: int
    own: bool


@dataclass(frozen=True, slots=True)
class Original:
    """A comment in its thread as it stood at `taken_at`, UTC microseconds.

    `in_thread` is how many posts the thread had; of a long one not all of them are here.
    """

    comment: int
    cause: Cause
    taken_at: int
    source: str
    title: str
    link: str
    posts: tuple[Post, ...]
    in_thread: int = 0


@dataclass(frozen=True, slots=True)
class Frozen:
    """The record of a frozen original.

    `posts` are comment and wording of each post, of the `in_thread` that there were; `text_hash` is the SHA-256 of the JSON, and
    `picture_hash` of the PNG; None where they were erased, or nothing was drawn.
    """

    id: int
    comment: int
    cause: Cause
    taken_at: int
    posts: tuple[tuple[int, int], ...]
    text_hash: str | None
    state: PictureState
    picture: int | None
    picture_hash: str | None
    problem: str | None
    version: int
    in_thread: int


@dataclass(frozen=True, slots=True)
class OriginalProof:
    """What a packet says of the original that was frozen with it.

    `taken_at` in UTC microseconds; both hashes are SHA-256 in hexadecimal, of the JSON (`as_json`)
    and of the picture, None where there is none.
    """

    taken_at: int
    json_sha256: str | None
    picture_sha256: str | None


def as_json(original: Original) -> bytes:
    """Return the original as canonical JSON: the same original gives the same bytes.

    A thread that is not all here says how many posts it had.
    """
    is_cut = original.in_thread > len(original.posts)
    size = {"posts_in_thread": original.in_thread} if is_cut else {}
    return canonical(
        size
        | {
            "format": FORMAT,
            "cause": original.cause,
            "taken_at": original.taken_at,
            "source": original.source,
            "title": original.title,
            "link": original.link,
            "posts": [
                {
                    "author": post.author,
                    "text": post.text,
                    "posted_at": post.posted_at,
                    "is_subject": post.comment == original.comment,
                    "is_own": bool(post.own),  # the database has a number
                }
                for post in original.posts
            ],
        }
    )
