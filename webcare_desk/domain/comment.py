"""A comment: as a platform gives it, and as the desk keeps it.

What a platform says of the date may be anything: `can_be_posted` tells what cannot be.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from webcare_desk.domain.finding import Language, Screening
from webcare_desk.domain.spans import WEEK
from webcare_desk.domain.typeset import one_form

#: No comment is older than the web: 1 January 1990.
EARLIEST = 631_152_000_000_000
#: How far a platform's clock may be ahead of the desk's, and its zone be wrong: a week.
AHEAD = WEEK
#: How the name of a source begins whose comments came in from a file.
IMPORTED = "import:"
#: What stands before the name of somebody who wrote without an account.
GUEST = "guest:"


class Visibility(StrEnum):
    """Whether the public can see a comment."""

    VISIBLE = "visible"
    HIDDEN = "hidden"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class RemoteComment:
    """A comment as the platform shows it now; times in UTC microseconds.

    `text` is plain text: a connector has turned markup into text and made it
    storable (`connectors.text`). `posted_at` is 0 where the platform tells none that
    can be read. `own` marks the desk's own published replies. `is_typed` False: the
    text is as a page shows it, with other quotes than were typed; `rendered` is that
    form beside the one that was typed.
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
    is_typed: bool = True
    rendered: str | None = None


def in_known_words(comment: RemoteComment, text: str) -> RemoteComment:
    """Return a comment in the words that the desk has, where its own differ in form alone."""
    is_same = text == comment.rendered
    if not comment.is_typed:
        is_same = one_form(text) == one_form(comment.text)
    return replace(comment, text=text) if is_same else comment


def letters(text: str) -> str:
    """Return what any page leaves of a reply; `typeset.one_form` tells an edit apart.

    A reply that is looked for is rather found than sent twice, so this compares little.
    """
    plain = _SMILEY.sub("", text.replace("×", "x"))
    return "".join(filter(str.isalnum, plain)) or spaced(text)


def spaced(text: str) -> str:
    """Return a text with one space between words."""
    return " ".join(text.split())


#: Smileys with a letter or a digit in them: a page makes pictures of these too.
_SMILEY = re.compile(r"(?<!\S)(?::[a-z]+:|:-?[DPox]|8-?[O)])(?!\S)")


def can_be_posted(at: int, now: int) -> bool:
    """Say whether a comment can be of `at`, when it is `now`; both in UTC microseconds."""
    return EARLIEST <= at <= now + AHEAD


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
    is_erased: bool = False

    def is_read_in(self, most: int) -> bool:
        """Say whether its first `most` characters are all of it, or hold what was found in it."""
        is_whole = len(spaced(self.text)) <= most
        return is_whole or any(found.end <= most for found in self.screening.shown)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a comment stands: the row of its thread, what that is called, and its own link."""

    thread: int
    title: str
    link: str


@dataclass(frozen=True, slots=True)
class Move:
    """A comment was found elsewhere `at` a moment (UTC microseconds); `id` is the row."""

    id: int
    at: int
    was: Place
    now: Place

    @property
    def ends(self) -> tuple[str, str] | None:
        """From which thread to which, in words: by their titles, by the links where those are one.

        None where it answers something else in the same thread.
        """
        if self.was.thread == self.now.thread:
            return None
        if self.was.title == self.now.title:
            return self.was.link, self.now.link
        return self.was.title, self.now.title


@dataclass(frozen=True, slots=True)
class Revision:
    """One wording of a comment; an edit on the platform adds the next number."""

    number: int
    text: str
    seen_at: int


def reworded_since(wordings: Sequence[Revision], at: int) -> bool:
    """Say whether other words than those of `at` have stood there since; the oldest wording first."""
    stood = [each.text for each in wordings if each.seen_at <= at][-1:]
    return any(each.seen_at > at and [each.text] != stood for each in wordings)


def reads_otherwise(comment: Comment, wordings: Sequence[Revision], at: int) -> bool:
    """Say whether a comment has other words now than those of `at`; the oldest wording first."""
    stood = [each.text for each in wordings if each.seen_at <= at][-1:]
    return bool(stood) and stood != [comment.text]


def as_shown(comment: Comment, parent: Comment | None) -> RemoteComment:
    """Return a comment of the desk as its platform showed it last, an answer to `parent`."""
    return RemoteComment(
        remote_id=comment.remote_id,
        thread=comment.thread,
        parent=None if parent is None else parent.remote_id,
        author_id="",
        author_name=comment.author_name,
        text=comment.text,
        posted_at=comment.posted_at,
        link=comment.link,
        thread_title=comment.thread_title,
        visibility=comment.visibility,
        own=comment.own,
    )
