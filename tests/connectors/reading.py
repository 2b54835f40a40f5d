"""How every source must be read, whatever it is: a suite for all connectors.

A test class inherits from `ReadingContract` and gives the fixture `platform`:
the connector, and the hands of the people who write there.
"""

# ruff: noqa: D102 - a test's name is its sentence

from typing import Protocol

import pytest

from webcare_desk.connectors.base import Connector, Page
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.reply import OutboundReply
from webcare_desk.errors import MalformedError

#: Words that a careless reader would change or drop.
ODD_TEXTS = (
    "hoofdpijn 😵‍💫 en koorts",
    "rechts \u202enaar links\u202c en \u200bonzichtbaar",
    "minder dan <39 graden & meer",
    "eerste regel\nderde regel",
    "een <b>vet</b> woord, een &amp; en een &lt;",
    "עברית en ελληνικά",
)


class Platform(Protocol):
    """A platform under test, and what its people do there."""

    @property
    def connector(self) -> Connector:
        """Return the connector with good credentials."""

    @property
    def stranger(self) -> Connector:
        """Return the connector with a wrong password."""

    @property
    def thread(self) -> str:
        """Return the thread that comments are written in."""

    def write(self, text: str, parent: str | None = None) -> str:
        """Let somebody write a comment, and return its id."""

    def edit(self, remote_id: str, text: str) -> None:
        """Let its author change a comment."""

    def remove(self, remote_id: str) -> None:
        """Let a comment vanish for good, as if it had never been."""


def poll(connector: Connector, cursor: str | None = None) -> tuple[list[RemoteComment], str]:
    """Read all pages from `cursor` on; return the comments and the next cursor."""
    comments: list[RemoteComment] = []
    page = Page((), cursor or "", more=True)
    for _ in range(200):
        page = connector.fetch(page.cursor or None)
        comments += page.comments
        if not page.more:
            return comments, page.cursor
    pytest.fail("the poll did not end")


def ids(comments: list[RemoteComment]) -> list[str]:
    """Return the ids of the comments, in order."""
    return [comment.remote_id for comment in comments]


def answer_to(platform: Platform, parent: str, text: str, key: str = "key-1") -> OutboundReply:
    """Return a reply to a comment of the platform."""
    return OutboundReply(key, platform.thread, parent, text)


class ReadingContract:
    """How every source is read."""

    def test_a_poll_brings_every_comment_once_and_in_order(self, platform: Platform) -> None:
        written = [platform.write(f"comment {number}") for number in range(5)]

        comments, _ = poll(platform.connector)

        assert ids(comments) == written
        assert [comment.text for comment in comments] == [f"comment {n}" for n in range(5)]

    def test_the_next_poll_brings_what_is_new(self, platform: Platform) -> None:
        platform.write("before")
        _, cursor = poll(platform.connector)
        new = platform.write("after")

        comments, _ = poll(platform.connector, cursor)

        assert new in ids(comments)

    def test_a_source_without_comments_is_read_to_its_end(self, platform: Platform) -> None:
        comments, cursor = poll(platform.connector)

        assert comments == []
        assert poll(platform.connector, cursor)[0] == []

    def test_a_comment_knows_its_thread_its_parent_and_its_author(self, platform: Platform) -> None:
        first = platform.write("first")
        platform.write("second", parent=first)

        comments, _ = poll(platform.connector)

        assert [comment.parent for comment in comments] == [None, first]
        assert {comment.thread for comment in comments} == {platform.thread}
        assert all(comment.author_name and comment.author_id for comment in comments)
        assert not any(comment.own for comment in comments)

    def test_odd_texts_arrive_word_for_word(self, platform: Platform) -> None:
        for text in ODD_TEXTS:
            platform.write(text)

        comments, _ = poll(platform.connector)

        assert tuple(comment.text for comment in comments) == ODD_TEXTS

    def test_reading_again_leaves_out_what_is_not_there(self, platform: Platform) -> None:
        there, gone = platform.write("there"), platform.write("gone")
        platform.remove(gone)

        found = platform.connector.refetch([there, gone, "999999"])

        assert ids(list(found)) == [there]
        assert platform.connector.refetch([]) == ()

    def test_an_edit_without_a_date_is_seen_by_reading_again(self, platform: Platform) -> None:
        edited = platform.write("goed gegaan")
        (before,) = platform.connector.refetch([edited])
        platform.edit(edited, "toch koorts gekregen")

        (after,) = platform.connector.refetch([edited])

        assert (before.text, after.text) == ("goed gegaan", "toch koorts gekregen")
        assert after.posted_at == before.posted_at

    def test_a_cursor_that_cannot_be_read_is_refused(self, platform: Platform) -> None:
        for cursor in ("{", "[]", "{}", '{"after": -1}', "[" * 100_000):
            with pytest.raises(MalformedError):
                platform.connector.fetch(cursor)
