"""A comment: as a platform gives it, and as the desk keeps it."""

from dataclasses import dataclass
from enum import StrEnum

from webcare_desk.domain.finding import Language, Screening


class Visibility(StrEnum):
    """Whether the public can see a comment."""

    VISIBLE = "visible"
    HIDDEN = "hidden"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class RemoteComment:
    """A comment as the platform shows it now; times in UTC microseconds.

    `text` is plain text: a connector has turned markup into text and made it
    storable (`connectors.text`). `own` marks the desk's own published replies.
    """

    remote_id: str
    thread: str
    parent: str | None
    author_id: str
    author_name: str
    text: str
    posted_at: int
    link: str = ""
    thread_title: str = ""
    visibility: Visibility = Visibility.VISIBLE
    own: bool = False


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment as the desk keeps it, in its latest revision.

    `id` is the local row, `uid` a UUIDv7 that stays true on every desk;
    `parent` is the local id of the comment it answers, if the desk has it.
    """

    id: int
    uid: str
    source: str
    remote_id: str
    thread: str
    thread_title: str
    parent: int | None
    author_name: str
    text: str
    link: str
    language: Language
    posted_at: int
    ingested_at: int
    revision: int
    visibility: Visibility
    own: bool
    screening: Screening


@dataclass(frozen=True, slots=True)
class Revision:
    """One wording of a comment; an edit on the platform adds the next number."""

    number: int
    text: str
    seen_at: int
