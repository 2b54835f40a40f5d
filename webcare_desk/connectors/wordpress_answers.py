"""What WordPress means by its answers, and what the desk leaves to the site's own people."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

from webcare_desk.connectors.answer import Answer, accept, elsewhere
from webcare_desk.connectors.base import Shown
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import Visibility
from webcare_desk.errors import (
    GoneError,
    ImpossibleError,
    MalformedError,
    RateLimitedError,
    UnavailableError,
)
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

_NO_POST = (
    Name("post-gone"),
    QT_TRANSLATE_NOOP("Said", "The post of the comment is not there any more."),
)
#: Why WordPress refuses, by its own word for it: the name that the outbox keeps, and a sentence.
REFUSED: Final[Mapping[str, tuple[Name, str]]] = {
    "rest_comment_closed": (
        Name("closed"),
        QT_TRANSLATE_NOOP("Said", "Comments are closed under this post."),
    ),
    "comment_content_column_length": (
        Name("too-long"),
        QT_TRANSLATE_NOOP("Said", "The reply is too long for the site."),
    ),
    "rest_comment_invalid_post_id": _NO_POST,
    "rest_comment_trash_post": _NO_POST,
    "rest_comment_draft_post": _NO_POST,
    "rest_trash_not_supported": (
        Name("no-trash"),
        QT_TRANSLATE_NOOP(
            "Said", "The site has no trash; deleting for good is left to its own pages."
        ),
    ),
}
#: The problem of showing again what the site took for spam.
TAKEN_AWAY: Final = Name("taken-away")
_FLOOD_SECONDS = 15.0


def written(answer: Answer, host: str) -> Answer:
    """Return a good answer to a write, or raise what WordPress means."""
    if answer.code == "comment_flood":
        msg = QT_TRANSLATE_NOOP("Said", "{host} asks to wait between two replies.")
        raise RateLimitedError(Said.of(msg, host=host), _FLOOD_SECONDS)
    if answer.code in REFUSED:
        why, sentence = REFUSED[answer.code]
        raise ImpossibleError(Said.of(sentence), why)
    return accepted(answer, host, write=True)


def accepted(answer: Answer, host: str, *, write: bool = False) -> Answer:
    """Return a good answer; a comment is gone only where WordPress itself says so.

    With plain permalinks, or where a plugin closes the interface, every path is a 404, or
    leads to the first page of the site.
    """
    if not write and answer.status in _REDIRECTS:
        msg = QT_TRANSLATE_NOOP("Said", "{host} {doubt}, and whether its permalinks are plain.")
        raise MalformedError(Said.of(msg, host=host, doubt=elsewhere(answer)))
    if answer.status in _MISSING and answer.code not in _GONE:
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "{host} does not answer at its REST interface (wp-json): are its permalinks plain?",
        )
        raise UnavailableError(Said.of(msg, host=host))
    return accept(answer, host, write=write)


def status_to_set(status: str, wanted: Shown) -> str | None:
    """Return the status that shows or hides a comment that has this one; None where it is so.

    WordPress would take it out of the trash, or from among the spam, for either: what the
    site's own people put away is theirs to bring back.
    """
    if status == "trash":
        msg = QT_TRANSLATE_NOOP("Said", "The comment was put in the site's trash.")
        raise GoneError(Said.of(msg))
    if wanted is Visibility.HIDDEN:
        return "hold" if status == "approved" else None
    if status not in {"approved", "hold"}:
        msg = QT_TRANSLATE_NOOP(
            "Said", "The site's people or its filter put the comment away: bring it back there."
        )
        raise ImpossibleError(Said.of(msg), TAKEN_AWAY)
    return None if status == "approved" else "approved"


_REDIRECTS = range(300, 400)
_MISSING = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_GONE = frozenset({"rest_comment_invalid_id", "rest_post_invalid_id", "rest_already_trashed"})
