"""The WordPress connector against answers that a real site gives on bad days."""

import json
import socket
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.connectors.hostile import Wire, dawdles, hostile, says
from webcare_desk.connectors.base import Shown
from webcare_desk.connectors.wordpress import WordPressConnector
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.reply import OutboundReply, Receipt
from webcare_desk.errors import (
    ConnectorError,
    DuplicateError,
    ForbiddenError,
    GoneError,
    ImpossibleError,
    MalformedError,
    RateLimitedError,
    UnavailableError,
    UncertainError,
    WithheldError,
)
from webcare_desk.jobs.problem import name_of

REPLY = OutboundReply("k", "4", "7", "Beste Jan")


def connector(url: str) -> WordPressConnector:
    """Return a connector to a server that is no WordPress."""
    return WordPressConnector("wordpress", url, "webcare", lambda: "canary", 5.0)


def refusing(status: int, code: str) -> Wire:
    """Return a wire that refuses as WordPress does."""
    return says(status, json.dumps({"code": code, "message": "x"}).encode())


def one_by_one(*wires: Wire) -> Wire:
    """Return a wire that answers as each of these in turn."""
    coming = iter(wires)

    def wire(connection: socket.socket) -> None:
        next(coming)(connection)

    return wire


SHOWN = says(200, b'{"id": 7, "status": "approved"}')


@pytest.mark.parametrize(
    ("wire", "error"),
    [
        (refusing(409, "comment_duplicate"), DuplicateError),
        (refusing(400, "comment_flood"), RateLimitedError),
        (refusing(403, "rest_comment_closed"), ForbiddenError),
        (refusing(400, "comment_content_column_length"), ForbiddenError),
        (refusing(501, "rest_trash_not_supported"), ForbiddenError),
        (refusing(404, "rest_comment_invalid_id"), GoneError),
        (refusing(404, "rest_no_route"), UnavailableError),
        (refusing(500, "rest_comment_failed_edit"), UncertainError),
        (says(200, b"<p>Er ging iets mis</p>", "text/html"), UncertainError),
    ],
)
def test_a_write_says_what_the_site_meant(wire: Wire, error: type[ConnectorError]) -> None:
    with hostile(one_by_one(SHOWN, wire)) as server, pytest.raises(error):
        connector(server.url).set_visibility("7", Visibility.HIDDEN)

    assert server.requests[-1].startswith(b"POST")


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("rest_comment_closed", "closed"),
        ("comment_content_column_length", "too-long"),
        ("rest_comment_invalid_post_id", "post-gone"),
        ("rest_comment_trash_post", "post-gone"),
        ("rest_comment_draft_post", "post-gone"),
        ("rest_trash_not_supported", "no-trash"),
        ("rest_cannot_edit", "forbidden"),
    ],
)
def test_what_the_site_does_for_nobody_is_no_fault_of_the_account(code: str, name: str) -> None:
    with hostile(refusing(403, code)) as server, pytest.raises(ForbiddenError) as told:
        connector(server.url).delete("7", confirmed=True)

    assert name_of(told.value) == name


def test_a_deletion_that_the_site_has_done_already_is_done() -> None:
    with hostile(refusing(410, "rest_already_trashed")) as server:
        connector(server.url).delete("7", confirmed=True)

    assert server.requests[0].startswith(b"DELETE /wp-json/wp/v2/comments/7 ")


NO_INTERFACE = [
    refusing(404, "rest_no_route"),
    says(404, b"<h1>Not Found</h1>", "text/html"),
    says(410, b"<h1>Gone</h1>", "text/html"),
]
VERBS: list[Callable[[WordPressConnector], object]] = [
    lambda site: site.fetch(None),
    lambda site: site.refetch(["7"]),
    lambda site: site.reply(REPLY),
    lambda site: site.find(REPLY),
    lambda site: site.set_visibility("7", Visibility.HIDDEN),
    lambda site: site.delete("7", confirmed=True),
    lambda site: site.visibility_of("7"),
]


@pytest.mark.parametrize("wire", NO_INTERFACE)
@pytest.mark.parametrize("verb", VERBS)
def test_a_site_whose_interface_is_not_there_has_deleted_nothing(
    wire: Wire, verb: Callable[[WordPressConnector], object]
) -> None:
    with hostile(wire) as server, pytest.raises(UnavailableError, match="permalinks"):
        verb(connector(server.url))


def test_a_site_that_leads_away_from_its_interface_is_asked_for_its_permalinks() -> None:
    wire = says(301, b"", headers="Location: https://www.site.invalid/\r\n")
    with hostile(wire) as server:
        with pytest.raises(MalformedError, match=r"\(https://www\.site\.invalid/\).*permalinks"):
            connector(server.url).try_out()
        with pytest.raises(UncertainError, match=r"www\.site\.invalid"):
            connector(server.url).delete("7", confirmed=True)


@pytest.mark.parametrize("code", ["rest_comment_invalid_id", "rest_post_invalid_id"])
def test_a_comment_is_gone_where_wordpress_says_so(code: str) -> None:
    with hostile(refusing(404, code)) as server:
        assert connector(server.url).visibility_of("7") is Visibility.DELETED


def test_a_receipt_that_cannot_be_read_leaves_the_reply_uncertain() -> None:
    wire = says(200, b'{"status": "approved", "post": 4, "id": "x"}')

    with hostile(wire) as server, pytest.raises(UncertainError):
        connector(server.url).reply(REPLY)

    assert server.requests[-1].startswith(b"POST")


@pytest.mark.parametrize("status", ["trash", "spam", "post-trashed"])
@pytest.mark.parametrize("wanted", [Visibility.VISIBLE, Visibility.HIDDEN])
def test_what_the_site_put_away_is_not_asked_for(status: str, wanted: Shown) -> None:
    with hostile(says(200, json.dumps({"id": 7, "status": status}).encode())) as server:
        site = connector(server.url)
        if status == "trash" or wanted is Visibility.VISIBLE:
            with pytest.raises((GoneError, ImpossibleError)) as told:
                site.set_visibility("7", wanted)
            assert name_of(told.value) == ("gone" if status == "trash" else "taken-away")
        else:
            site.set_visibility("7", wanted)

    assert [request[:4] for request in server.requests] == [b"GET "]


@pytest.mark.parametrize("headers", ["", "X-WP-Total: many\r\n", f"X-WP-Total: {'9' * 40}\r\n"])
def test_a_site_that_does_not_count_its_comments_is_malformed(headers: str) -> None:
    wire = says(200, b"[]", headers=headers)

    with hostile(wire) as server, pytest.raises(MalformedError, match="X-WP-Total"):
        connector(server.url).fetch(None)


def test_the_own_replies_are_searched_to_the_last_page() -> None:
    with hostile(says(200, b"[]", headers="X-WP-Total: 250\r\n")) as server:
        site = connector(server.url)
        vars(site)["_own_author"] = 2

        assert site.find(REPLY) is None

    offsets = [request.split(b"offset=")[1].split(b"&")[0] for request in server.requests]
    assert offsets == [b"0", b"100", b"200"]


@pytest.mark.parametrize(("wait", "most"), [(0.0, 100), (0.2, 10)])
def test_a_total_that_lies_is_not_looked_through_for_ever(wait: float, most: int) -> None:
    wire = says(200, b"[]", headers="X-WP-Total: 999999999999999\r\n")
    with hostile(dawdles(wire, wait) if wait else wire) as server:
        site = replace(connector(server.url), deadline=0.5 if wait else 5.0)
        vars(site)["_own_author"] = 2

        with pytest.raises(MalformedError, match="counts more comments than it gives"):
            site.find(REPLY)

    assert 1 < len(server.requests) <= most


def own_reply(number: int, status: str) -> dict[str, object]:
    """Return the desk's reply as a site lists it."""
    content = {"raw": "Beste Jan"}
    return {"id": number, "author": 2, "content": content, "link": "", "status": status}


def found(*rows: dict[str, object]) -> Receipt | None:
    """Look for the reply at a site that lists these rows."""
    wire = says(200, json.dumps(rows).encode(), headers=f"X-WP-Total: {len(rows)}\r\n")
    with hostile(wire) as server:
        site = connector(server.url)
        vars(site)["_own_author"] = 2
        return site.find(REPLY)


@pytest.mark.parametrize("status", ["hold", "spam", "trash", "post-trashed"])
def test_a_reply_that_the_site_does_not_show_is_not_found_as_published(status: str) -> None:
    with pytest.raises(WithheldError):
        found(own_reply(8, status))

    assert found(own_reply(8, status), own_reply(9, "approved")) == Receipt("9")


def test_an_id_that_is_no_number_is_not_sent_anywhere() -> None:
    site = connector("http://127.0.0.1:9")

    for evil in ("7/../8", "1,2", "", "७"):
        with pytest.raises(GoneError):
            site.visibility_of(evil)
