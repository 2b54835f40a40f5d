"""One comment that a plugin of the site spoils is named, and keeps no other one out."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.connectors.hostile import hostile, says
from tests.connectors.test_wordpress_faults import REPLY, connector
from webcare_desk.connectors.wordpress import WordPressConnector
from webcare_desk.domain.reply import Receipt
from webcare_desk.errors import MalformedError

Row = dict[str, object]


def row(number: int, text: str = "Ik heb hoofdpijn", **odd: object) -> Row:
    """Return a comment as WordPress gives it, but for what is `odd`."""
    given: Row = {"id": number, "post": 4, "parent": 0, "author": 0, "author_name": "Jan"}
    given |= {"date_gmt": "2026-03-01T10:00:00", "link": "https://x/", "status": "approved"}
    return given | {"content": {"raw": text, "rendered": f"<p>{text}</p>"}} | odd


@contextmanager
def site(*rows: Row) -> Iterator[WordPressConnector]:
    """Serve these comments, whatever is asked for; the desk's own account is 2."""
    wire = says(200, json.dumps(rows).encode(), headers=f"X-WP-Total: {len(rows)}\r\n")
    with hostile(wire) as server:
        found = connector(server.url)
        vars(found)["_own_author"] = 2
        yield found


@pytest.mark.parametrize(
    ("odd", "name"),
    [
        ({"author_name": 7}, "author_name"),
        ({"parent": -1}, "parent"),
        ({"author": "0"}, "author"),
        ({"link": []}, "link"),
        ({"content": {"raw": None}}, "raw"),
        ({"content": "x"}, "object"),
    ],
)
def test_an_odd_comment_is_named_and_those_beside_it_are_read(odd: Row, name: str) -> None:
    with site(row(1), row(2) | odd, row(3)) as found:
        page = found.fetch(None)
        again = found.refetch(["1", "2", "3"])

    assert [each.remote_id for each in page.comments] == ["1", "3"]
    assert again == page.comments
    assert page.problem is not None
    assert page.problem.startswith("Comments that cannot be read: 1 (2). Look at them on the site.")
    assert name in page.problem


def test_a_comment_without_a_name_or_a_link_is_a_comment() -> None:
    untitled = {"up": [{"title": {"rendered": None}}]}
    with site(row(1, author_name=None, link=None, _embedded=untitled)) as found:
        page = found.fetch(None)

    (comment,) = page.comments
    assert (comment.author_name, comment.link, comment.thread_title) == ("", "", "")
    assert page.problem is None


@pytest.mark.parametrize(("odd", "is_named"), [(20, True), (21, False)])
def test_where_not_one_of_many_can_be_read_the_site_is_to_be_mended_first(
    odd: int, *, is_named: bool
) -> None:
    with site(*(row(number, parent=-1) for number in range(1, odd + 1))) as found:
        if is_named:
            assert "20 (1, 2, 3, 4, 5)" in (found.fetch(None).problem or "")
        else:
            with pytest.raises(MalformedError, match="parent"):
                found.fetch(None)


def test_an_odd_comment_keeps_no_reply_from_being_found() -> None:
    own = row(9, REPLY.text, author=2, link=None)
    with site(row(8, author="x"), own) as found:
        assert found.find(REPLY) == Receipt("9")
    with site(row(8, REPLY.text, author="2")) as found, pytest.raises(MalformedError):
        found.find(REPLY)
