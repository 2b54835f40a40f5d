"""How every platform must be read and answered: one suite for all connectors."""

# ruff: noqa: D102 - a test's name is its sentence

from typing import Protocol

import pytest
import requests

from tests.connectors.reading import ODD_TEXTS, Platform, ReadingContract, answer_to, ids, poll
from webcare_desk.connectors import transport
from webcare_desk.connectors.base import Shown
from webcare_desk.domain.comment import Visibility
from webcare_desk.errors import (
    ConnectorError,
    DuplicateError,
    ForbiddenError,
    GoneError,
    UnauthorisedError,
    UncertainError,
    WithheldError,
)


class Moderated(Platform, Protocol):
    """A platform where a moderator may put a comment elsewhere."""

    def move(self, remote_id: str, parent: str) -> None:
        """Let a comment stand as an answer to another."""


class Tidied(Platform, Protocol):
    """A platform whose own people clear away what is written there."""

    def throw_away(self, remote_id: str) -> None:
        """Delete a comment as they do it; where there is a trash, it lands there."""


def _losing_answers_to_writes(response: requests.Response, limit: int) -> bytes | None:
    if response.request.method == "GET":
        return _read_body(response, limit)
    raise requests.ConnectionError


_read_body = transport.body_of


class ConnectorContract(ReadingContract):
    """How a platform is read and answered.

    `knows_keys` says that it knows a reply by our key; another refuses the same words there.
    """

    knows_keys: bool

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

    def test_a_move_shows_in_the_next_poll(self, platform: Moderated) -> None:
        first, moved = platform.write("Hoe lang duurt dit?"), platform.write("Een week.")
        _, cursor = poll(platform.connector)
        platform.move(moved, first)

        comments, _ = poll(platform.connector, cursor)

        assert {each.remote_id: each.parent for each in comments}[moved] == first
        assert [each.parent for each in platform.connector.refetch([moved])] == [first]

    def test_a_reply_is_published_and_read_back(self, platform: Platform) -> None:
        parent = platform.write("Hoe lang duurt dit?")

        receipt = platform.connector.reply(answer_to(platform, parent, "Beste Jan,\n\ndank je."))

        (seen,) = platform.connector.refetch([receipt.remote_id])
        assert seen.text == "Beste Jan,\n\ndank je."
        assert (seen.parent, seen.thread, seen.own) == (parent, platform.thread, True)
        assert platform.connector.visibility_of(receipt.remote_id) is Visibility.VISIBLE

    def test_a_lost_answer_is_uncertain_and_the_reply_is_there(
        self, platform: Platform, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        parent = platform.write("Hoe lang duurt dit?")
        reply = answer_to(platform, parent, "Beste Jan, een week.")
        with monkeypatch.context() as patch:
            patch.setattr(transport, "body_of", _losing_answers_to_writes)
            with pytest.raises(UncertainError):
                platform.connector.reply(reply)

        found = platform.connector.find(reply)

        assert found is not None
        assert ids(poll(platform.connector)[0]) == [parent, found.remote_id]

    def test_every_published_reply_is_found_by_its_words_or_key(self, platform: Platform) -> None:
        parent = platform.write("Hoe lang duurt dit?")
        for number, text in enumerate(ODD_TEXTS):
            reply = answer_to(platform, parent, text, f"key-{number}")
            assert platform.connector.find(reply) is None

            receipt = platform.connector.reply(reply)

            assert platform.connector.find(reply) == receipt
            (seen,) = platform.connector.refetch([receipt.remote_id])
            assert seen.text == text

    def test_a_reply_that_the_site_words_anew_is_known_by_its_receipt(
        self, platform: Platform
    ) -> None:
        reply = answer_to(platform, platform.write("Mag ik stoppen?"), "Beste Jan, bel ons.")
        receipt = platform.connector.reply(reply)
        platform.edit(receipt.remote_id, "Beste Jan, bel ons. [ondertekend]")

        (seen,) = platform.connector.refetch([receipt.remote_id])

        assert (seen.own, seen.visibility) == (True, Visibility.VISIBLE)
        assert platform.connector.find(reply) == (receipt if self.knows_keys else None)

    def test_a_reply_that_the_public_cannot_read_is_there_and_not_found(
        self, platform: Platform
    ) -> None:
        reply = answer_to(platform, platform.write("Mag ik stoppen?"), "Beste Jan, bel ons.")
        receipt = platform.connector.reply(reply)
        platform.connector.set_visibility(receipt.remote_id, Visibility.HIDDEN)

        with pytest.raises(WithheldError, match="does not show it"):
            platform.connector.find(reply)

        platform.connector.set_visibility(receipt.remote_id, Visibility.VISIBLE)
        assert platform.connector.find(reply) == receipt

    def test_a_reply_that_is_sent_twice_is_published_once(self, platform: Platform) -> None:
        parent = platform.write("Hoe lang duurt dit?")
        reply = answer_to(platform, parent, "Beste Jan, een week.")
        first = platform.connector.reply(reply)

        if self.knows_keys:
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

    @pytest.mark.parametrize("before", [Visibility.VISIBLE, Visibility.HIDDEN])
    @pytest.mark.parametrize("wanted", [Visibility.VISIBLE, Visibility.HIDDEN])
    def test_what_its_people_threw_away_is_not_brought_back(
        self, platform: Tidied, before: Shown, wanted: Shown
    ) -> None:
        remote_id = platform.write("iets lelijks")
        platform.connector.set_visibility(remote_id, before)
        platform.throw_away(remote_id)

        with pytest.raises(GoneError):
            platform.connector.set_visibility(remote_id, wanted)

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
