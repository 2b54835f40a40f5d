"""What every connector must do, whatever the platform: one suite for all.

A test class inherits from `ConnectorContract` and gives the fixture
`platform`: the connector, and the hands of the people who write there.
"""

# ruff: noqa: D102 - a test's name is its sentence

from typing import Protocol

import pytest

from webcare_desk.connectors.base import Connector, Idempotency, Page
from webcare_desk.domain.comment import RemoteComment, Visibility
from webcare_desk.domain.reply import OutboundReply
from webcare_desk.errors import (
    ConnectorError,
    DuplicateError,
    ForbiddenError,
    GoneError,
    MalformedError,
    UnauthorisedError,
)

#: Words that a careless reader would change or drop.
ODD_TEXTS = (
    "hoofdpijn 😵‍💫 en koorts",
    "rechts \u202enaar links\u202c en \u200bonzichtbaar",
    "minder dan <39 graden & meer",
    "eerste regel\nderde regel",
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


class ConnectorContract(ReadingContract):
    """How a platform is read and answered."""

    def test_a_comment_that_vanishes_does_not_hide_a_new_one(self, platform: Platform) -> None:
        vanishing = [platform.write(f"comment {number}") for number in range(8)]
        _, cursor = poll(platform.connector)
        for remote_id in vanishing[:6]:
            platform.remove(remote_id)
        new = [platform.write(f"new {number}") for number in range(3)]

        comments, _ = poll(platform.connector, cursor)

        assert set(new) <= set(ids(comments))

    def test_an_edit_shows_in_the_next_poll(self, platform: Platform) -> None:
        edited = platform.write("goed gegaan")
        _, cursor = poll(platform.connector)
        platform.edit(edited, "toch koorts gekregen")

        comments, _ = poll(platform.connector, cursor)

        assert [comment.text for comment in comments] == ["toch koorts gekregen"]

    def test_a_reply_is_published_and_read_back(self, platform: Platform) -> None:
        parent = platform.write("Hoe lang duurt dit?")

        receipt = platform.connector.reply(answer_to(platform, parent, "Beste Jan,\n\ndank je."))

        (seen,) = platform.connector.refetch([receipt.remote_id])
        assert seen.text == "Beste Jan,\n\ndank je."
        assert (seen.parent, seen.thread, seen.own) == (parent, platform.thread, True)
        assert platform.connector.visibility_of(receipt.remote_id) is Visibility.VISIBLE

    def test_a_reply_is_found_when_its_answer_was_lost(self, platform: Platform) -> None:
        parent = platform.write("Hoe lang duurt dit?")
        for number, text in enumerate(ODD_TEXTS):
            reply = answer_to(platform, parent, text, f"key-{number}")
            assert platform.connector.find(reply) is None

            receipt = platform.connector.reply(reply)

            assert platform.connector.find(reply) == receipt

    def test_a_reply_that_is_sent_twice_is_published_once(self, platform: Platform) -> None:
        parent = platform.write("Hoe lang duurt dit?")
        reply = answer_to(platform, parent, "Beste Jan, een week.")
        first = platform.connector.reply(reply)

        if platform.connector.capabilities.idempotency is Idempotency.NATIVE:
            assert platform.connector.reply(reply) == first
        else:
            with pytest.raises(DuplicateError):
                platform.connector.reply(reply)

        assert platform.connector.find(reply) == first
        assert ids(poll(platform.connector)[0]) == [parent, first.remote_id]

    def test_no_reply_is_published_under_a_comment_that_is_gone(self, platform: Platform) -> None:
        parent = platform.write("Hoe lang duurt dit?")
        platform.remove(parent)

        with pytest.raises(GoneError):
            platform.connector.reply(answer_to(platform, parent, "Beste Jan"))

        assert poll(platform.connector)[0] == []

    def test_a_comment_is_hidden_and_shown_again(self, platform: Platform) -> None:
        remote_id = platform.write("iets lelijks")

        for shown in (Visibility.HIDDEN, Visibility.HIDDEN, Visibility.VISIBLE, Visibility.VISIBLE):
            platform.connector.set_visibility(remote_id, shown)

            assert platform.connector.visibility_of(remote_id) is shown
            (read,) = platform.connector.refetch([remote_id])
            assert read.visibility is shown

    def test_a_gone_comment_can_not_be_hidden(self, platform: Platform) -> None:
        remote_id = platform.write("iets lelijks")
        platform.remove(remote_id)

        with pytest.raises(GoneError):
            platform.connector.set_visibility(remote_id, Visibility.HIDDEN)
        assert platform.connector.visibility_of(remote_id) is Visibility.DELETED

    def test_a_confirmed_deletion_is_read_back_and_can_be_repeated(
        self, platform: Platform
    ) -> None:
        remote_id = platform.write("reclame")

        platform.connector.delete(remote_id, confirmed=True)
        platform.connector.delete(remote_id, confirmed=True)

        assert platform.connector.visibility_of(remote_id) is Visibility.DELETED
        left = platform.connector.refetch([remote_id])
        assert all(comment.visibility is Visibility.DELETED for comment in left)

    def test_a_deletion_without_confirmation_is_refused(self, platform: Platform) -> None:
        remote_id = platform.write("reclame")
        unconfirmed: bool = remote_id == ""

        with pytest.raises(ForbiddenError):
            platform.connector.delete(remote_id, confirmed=unconfirmed)  # type: ignore[arg-type]  # on purpose

        assert platform.connector.visibility_of(remote_id) is Visibility.VISIBLE

    def test_a_wrong_password_is_said_for_every_verb(self, platform: Platform) -> None:
        remote_id = platform.write("iets")
        reply = answer_to(platform, remote_id, "Beste Jan")
        stranger = platform.stranger
        verbs = (
            lambda: stranger.fetch(None),
            lambda: stranger.refetch([remote_id]),
            lambda: stranger.reply(reply),
            lambda: stranger.find(reply),
            lambda: stranger.set_visibility(remote_id, Visibility.HIDDEN),
            lambda: stranger.delete(remote_id, confirmed=True),
            lambda: stranger.visibility_of(remote_id),
        )

        for verb in verbs:
            with pytest.raises(UnauthorisedError):
                verb()

    def test_an_id_can_not_reach_another_address(self, platform: Platform) -> None:
        remote_id = platform.write("iets")

        for evil in ("../users/1", f"{remote_id}/../{remote_id}?force=true", "", "1,2"):
            with pytest.raises(ConnectorError):
                platform.connector.set_visibility(evil, Visibility.HIDDEN)

        assert platform.connector.visibility_of(remote_id) is Visibility.VISIBLE
