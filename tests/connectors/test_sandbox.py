"""The sandbox connector keeps the contract, against a running community."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

import pytest

from tests.connectors.contract import ConnectorContract
from tests.connectors.hostile import hostile, says
from tests.connectors.reading import Platform, ids, poll
from webcare_desk.connectors.base import OVERLAP, Connector
from webcare_desk.connectors.http import HttpClient
from webcare_desk.connectors.sandbox import SandboxConnector
from webcare_desk.demo.community import Community, Planted
from webcare_desk.domain.reply import OutboundReply
from webcare_desk.errors import MalformedError, UnauthorisedError, UncertainError

NOW = 1_792_886_400_000_000


def planted(number: int, *, parent: str | None = None, text: str = "hoi") -> Planted:
    """Return a comment of the corpus."""
    return Planted(f"c{number:04}", "t01", "Hoe gaat het?", parent, "Anne", text, 5, later=True)


@dataclass(frozen=True)
class SandboxPlatform:
    """A running community and its people."""

    community: Community
    numbers: Iterator[int]
    thread: str = "t01"

    @property
    def connector(self) -> Connector:
        """Return a connector with the token."""
        return connector_of(self.community.base_url, self.community.token)

    @property
    def stranger(self) -> Connector:
        """Return a connector with a wrong token."""
        return connector_of(self.community.base_url, "wrong")

    def write(self, text: str, parent: str | None = None) -> str:
        """Plant a comment and let it arrive."""
        coming = planted(next(self.numbers), parent=parent, text=text)
        self.community._coming.append(coming)
        self.community.arrive(1)
        return coming.id

    def edit(self, remote_id: str, text: str) -> None:
        """Change the wording."""
        assert self.community.edit(remote_id, text)

    def move(self, remote_id: str, parent: str) -> None:
        """Let it answer another."""
        posts = self.community._posts
        posts[remote_id] = replace(posts[remote_id], parent=parent)

    def remove(self, remote_id: str) -> None:
        """Delete for good."""
        assert self.community.delete(remote_id)

    def throw_away(self, remote_id: str) -> None:
        """Delete as a moderator of the community: it has no trash."""
        self.remove(remote_id)


def connector_of(url: str, bearer: str = "x") -> SandboxConnector:
    """Return a connector to a server."""
    return SandboxConnector(HttpClient(url, lambda: f"Bearer {bearer}", 5.0))


@pytest.fixture
def platform() -> Iterator[Platform]:
    """Run an empty community."""
    with Community((), NOW, lambda: NOW) as community:
        yield SandboxPlatform(community, count(1))


class TestSandbox(ConnectorContract):
    """The contract over the sandbox."""

    knows_keys = True


def test_a_long_source_is_read_page_by_page_and_again_with_the_overlap() -> None:
    corpus: Sequence[Planted] = [planted(number) for number in range(450)]
    with Community(corpus, NOW, lambda: NOW) as community:
        community.arrive(440)
        connector = connector_of(community.base_url, community.token)
        first, cursor = poll(connector)
        community.arrive(10)
        second, _ = poll(connector, cursor)

    assert ids(first) == [f"c{number:04}" for number in range(440)]
    assert ids(second) == [f"c{number:04}" for number in range(440 - OVERLAP, 450)]


def test_many_ids_are_read_again_in_pieces() -> None:
    corpus = [planted(number) for number in range(250)]
    with Community(corpus, NOW, lambda: NOW) as community:
        community.arrive(250)
        connector = connector_of(community.base_url, community.token)

        found = connector.refetch([each.id for each in corpus])

    assert [comment.remote_id for comment in found] == [each.id for each in corpus]


ROW = (
    b'{"number": 7, "id": "a", "thread": "t", "thread_title": "", "parent": null,'
    b' "author": "A", "text": "x", "posted_at": 1, "visible": true, "own": false}'
)


def test_the_same_page_for_ever_is_noticed() -> None:
    page = b'{"total": 900, "comments": [' + b",".join([ROW] * 1) + b"]}"
    with hostile(says(200, page)) as server:
        connector = connector_of(server.url)

        assert len(connector.fetch(None).comments) == 1
        with pytest.raises(MalformedError, match="same page"):
            connector.fetch('{"after": 7}')


@pytest.mark.parametrize(
    "body",
    [
        b"[]",
        b"{}",
        b'{"total": 1, "comments": {}}',
        b'{"total": 1, "comments": [1]}',
        b'{"total": true, "comments": []}',
        b'{"total": -1, "comments": []}',
        b'{"total": 1, "comments": [' + ROW.replace(b"7", b'"7"') + b"]}",
    ],
)
def test_an_answer_of_another_shape_is_malformed(body: bytes) -> None:
    with hostile(says(200, body)) as server, pytest.raises(MalformedError):
        connector_of(server.url).fetch(None)


@pytest.mark.parametrize("odd", [ROW.replace(b"true", b"1"), ROW.replace(b'"x"', b"null")])
def test_a_comment_that_cannot_be_read_is_named_and_keeps_no_other_out(odd: bytes) -> None:
    page = b'{"total": 2, "comments": [' + odd + b", " + ROW.replace(b"7", b"8") + b"]}"
    with hostile(says(200, page)) as server:
        found = connector_of(server.url).fetch(None)
        assert len(connector_of(server.url).refetch(["a", "b"])) == len(found.comments) == 1

    assert found.problem is not None
    assert found.problem.startswith("Comments that cannot be read: 1 (7).")


@pytest.mark.parametrize("date", [b"253402210800000000", b"-1", b"null", b'"2026"'])
def test_a_date_that_cannot_be_keeps_no_page_out(date: bytes) -> None:
    odd = ROW.replace(b'"posted_at": 1', b'"posted_at": ' + date).replace(b"7", b"8")
    page = b'{"total": 2, "comments": [' + ROW + b", " + odd + b"]}"
    with hostile(says(200, page)) as server:
        comments = connector_of(server.url).fetch(None).comments

    assert [comment.posted_at for comment in comments] == [1, 0]


def test_an_unreadable_receipt_leaves_the_reply_uncertain() -> None:
    reply = OutboundReply("k", "t", "p", "Beste Jan")

    for body in (b"[]", b"{}", b'{"id": 5}'):
        with hostile(says(200, body)) as server, pytest.raises(UncertainError):
            connector_of(server.url).reply(reply)


def test_hidden_characters_that_no_store_holds_are_replaced() -> None:
    page = b'{"total": 1, "comments": [' + ROW.replace(b'"x"', rb'"a\u0000b\ud800c\r\nd"') + b"]}"
    with hostile(says(200, page)) as server:
        (comment,) = connector_of(server.url).fetch(None).comments

    assert comment.text == "a␀b\ufffdc\nd"


def test_a_trial_logs_in_and_counts_and_a_wrong_token_is_refused(platform: SandboxPlatform) -> None:
    platform.write("hoi")
    mine, wrong = (
        connector_of(platform.community.base_url, token)
        for token in (platform.community.token, "wrong")
    )
    found = mine.try_out()
    assert (found.site, found.may_moderate) == ("", True)
    assert found.comments == len(ids(poll(mine)[0]))
    with pytest.raises(UnauthorisedError):
        wrong.try_out()
