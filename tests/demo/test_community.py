"""The demo's community: what arrives, changes and goes, and its endpoints."""

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from webcare_desk.demo.community import Community, Planted, load_corpus
from webcare_desk.demo.endpoints import LARGEST
from webcare_desk.errors import UsageError
from webcare_desk.paths import resources_dir

NOW = 1_792_886_400_000_000
MINUTE = 60_000_000

LINES = (
    {"id": "c2", "parent": "c1", "minutes": 10, "text": "ik ook!"},
    {"id": "c1", "parent": None, "minutes": 30, "text": "koorts", "edited_text": "geen koorts"},
    {"id": "c3", "parent": None, "minutes": -5, "text": "later", "lang": "nl", "labels": ["none"]},
    {"id": "c4", "parent": "c1", "minutes": 0, "later": True, "text": "reclame", "deleted": True},
)


@pytest.fixture
def corpus(tmp_path: Path) -> tuple[Planted, ...]:
    """Return a small corpus, read from a file."""
    common = {"thread": "t1", "thread_title": "Hoe gaat het?", "author": "Anne"}
    path = tmp_path / "community.jsonl"
    path.write_text("".join(json.dumps(common | line) + "\n" for line in LINES), "utf-8")
    return load_corpus(path)


@pytest.fixture
def community(corpus: tuple[Planted, ...]) -> Iterator[Community]:
    """Run the community of the small corpus; its clock stands still."""
    with Community(corpus, NOW, lambda: NOW + 7) as community:
        yield community


def ask(
    community: Community,
    method: str,
    path: str,
    body: bytes = b"",
    headers: dict[str, str] | None = None,
) -> tuple[int, dict[str, object]]:
    """Send a request with the token, and return its status and JSON."""
    request = urllib.request.Request(  # noqa: S310 - the test's own server
        f"{community.base_url}/{path}",
        data=body or None,
        method=method,
        headers={"Authorization": f"Bearer {community.token}"} | (headers or {}),
    )
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310 - the same
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.load(error)


def present(community: Community) -> list[str]:
    """Return the ids of the comments that are there."""
    return [post.id for post in community.posts()]


def test_the_community_starts_with_what_was_written_before(community: Community) -> None:
    first, second = community.posts()

    assert (first.id, second.id) == ("c1", "c2")
    assert (first.posted_at, second.posted_at) == (NOW - 30 * MINUTE, NOW - 10 * MINUTE)
    assert (second.parent, second.thread, second.thread_title) == ("c1", "t1", "Hoe gaat het?")


def test_later_comments_arrive_one_by_one_now(community: Community) -> None:
    assert community.arrive(1) == ("c3",)
    assert community.arrive(5) == ("c4",)
    assert community.arrive(1) == ()
    assert community.posts()[-1].posted_at == NOW + 7


def test_planned_changes_happen_to_what_is_there(community: Community) -> None:
    community.arrive(2)

    assert set(community.apply_planned_changes()) == {"c1", "c4"}
    assert present(community) == ["c1", "c2", "c3"]
    assert community.posts()[0].text == "geen koorts"


def test_the_clock_of_the_machine_is_used_when_none_is_given(corpus: tuple[Planted, ...]) -> None:
    community = Community(corpus, NOW)
    community.arrive(1)

    assert community.posts()[-1].posted_at > 1_700_000_000_000_000


def test_what_is_gone_can_not_be_changed(community: Community) -> None:
    assert community.delete("c2")
    assert not community.delete("c2")
    assert not community.edit("c2", "x")
    assert not community.show("c2", visible=False)


def test_without_the_token_nothing_is_said_or_done(community: Community) -> None:
    for method, path in (("GET", "comments"), ("POST", "comments"), ("DELETE", "comments/c1")):
        for wrong in ("", "Bearer", "Bearer x", f"Basic {community.token}", "Bearer é"):
            status, value = ask(community, method, path, b"{}", {"Authorization": wrong})

            assert (status, value) == (401, {"code": "not_logged_in"})
    assert ask(community, "PUT", "comments/c1/visibility", b"{}", {"Authorization": ""})[0] == 401
    assert present(community) == ["c1", "c2"]


def test_a_page_is_asked_for_by_number_and_limit(community: Community) -> None:
    status, value = ask(community, "GET", "comments?after=1&limit=1")

    assert status == 200
    assert value["total"] == 2
    assert [row["id"] for row in value["comments"]] == ["c2"]  # type: ignore[attr-defined]  # JSON


def test_a_reply_needs_a_key_a_parent_and_words(community: Community) -> None:
    good = {"thread": "t1", "parent": "c1", "text": "Beste Anne"}
    key = {"Idempotency-Key": "k"}

    assert ask(community, "POST", "comments", json.dumps(good).encode())[0] == 400
    for change in ({"text": ""}, {"text": 5}, {"parent": None}):
        assert ask(community, "POST", "comments", json.dumps(good | change).encode(), key)[0] == 400
    for change in ({"parent": "c9"}, {"thread": "t2"}):
        assert ask(community, "POST", "comments", json.dumps(good | change).encode(), key)[0] == 404
    assert present(community) == ["c1", "c2"]


def test_a_key_publishes_one_reply(community: Community) -> None:
    body = json.dumps({"thread": "t1", "parent": "c1", "text": "Beste Anne"}).encode()

    answers = [ask(community, "POST", "comments", body, {"Idempotency-Key": "k"}) for _ in "ab"]

    assert answers[0] == answers[1]
    assert answers[0][1]["own"] is True
    assert len(community.posts()) == 3
    assert [post.id for post in community.published_as("k")] == [answers[0][1]["id"]]


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "comments?after=x", b"", 400),
        ("POST", "comments", b"{", 400),
        ("POST", "comments", b"[]", 400),
        ("POST", "comments", b"\xff", 400),
        ("PUT", "comments/c1/visibility", b'{"visible": 1}', 400),
        ("PUT", "comments/c9/visibility", b'{"visible": true}', 404),
        ("DELETE", "comments/c9", b"", 404),
        ("DELETE", "comments", b"", 404),
        ("DELETE", "other/c1", b"", 404),
        ("POST", "comments", b"[" * 100_000, 400),
    ],
)
def test_a_bad_request_is_refused(
    community: Community, method: str, path: str, body: bytes, status: int
) -> None:
    assert ask(community, method, path, body)[0] == status
    assert present(community) == ["c1", "c2"]


@pytest.mark.parametrize("length", [str(LARGEST + 1), "many", "-1"])
def test_a_request_that_announces_too_much_is_not_read(community: Community, length: str) -> None:
    connection = http.client.HTTPConnection(urlsplit(community.base_url).netloc, timeout=5)
    connection.putrequest("POST", "/comments")
    connection.putheader("Content-Length", length)
    connection.endheaders()

    with closing(connection), connection.getresponse() as answer:
        assert answer.status == 413


def test_a_closed_community_keeps_its_comments_and_frees_its_port(
    corpus: tuple[Planted, ...],
) -> None:
    with Community(corpus, NOW) as community:
        url = community.base_url
    assert present(community) == ["c1", "c2"]
    with pytest.raises(urllib.error.URLError, match="refused"):
        urllib.request.urlopen(url, timeout=5)  # noqa: S310 - the test's own server


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "c1"}', '"x"', '{"minutes": "soon"}'])
def test_a_broken_line_of_the_corpus_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "community.jsonl"
    path.write_text(f"{line}\n")

    with pytest.raises(UsageError, match=r"community\.jsonl:1: this line is no comment"):
        load_corpus(path)


def test_the_shipped_corpus_can_be_lived_through() -> None:
    corpus = load_corpus(resources_dir() / "demo" / "community.jsonl")
    community = Community(corpus, NOW)
    community.arrive(len(corpus))
    ids = set(present(community))

    assert len(ids) == len(corpus)
    assert all(planted.parent is None or planted.parent in ids for planted in corpus)
