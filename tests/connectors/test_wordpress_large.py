"""Neither long comments, which anybody may write, nor a move keep a site from being read."""

import pytest

from tests.connectors.fake_wordpress import LIMIT, FakeWordPress, connector, site
from tests.connectors.reading import ids, poll
from webcare_desk.connectors.answer import Answer
from webcare_desk.connectors.http import HttpClient, Params
from webcare_desk.domain.reply import OutboundReply
from webcare_desk.errors import MalformedError

__all__ = ["site"]


def numbers(first: int, last: int) -> list[str]:
    """Return ids as the connector gives them."""
    return [str(number) for number in range(first, last + 1)]


def test_pages_that_are_too_large_are_read_in_smaller_parts(site: FakeWordPress) -> None:
    for number in range(1, 31):
        site.write(number, "x" * 6_000)
    site.write(31, "Sinds gisteren hoofdpijn")

    comments, cursor = poll(connector())

    assert sorted(set(ids(comments)), key=int) == numbers(1, 31)
    assert {params["per_page"] for params in site.asked} == {100, 50, 25, 12, 6, 3}
    assert "31" in ids(poll(connector(), cursor)[0])


def test_a_comment_that_is_too_large_alone_is_a_named_gap(site: FakeWordPress) -> None:
    for number in range(1, 8):
        site.write(number, "x" * (LIMIT if number in {1, 4, 7} else 10))
    place, problems, seen, more = None, [], [], True
    while more:
        page = connector().fetch(place)
        place, more = page.cursor, page.more
        problems.append(page.problem)
        seen += ids(list(page.comments))

    assert sorted(set(seen)) == ["2", "3", "5", "6"]
    told = [problem.split(" is larger")[0] for problem in problems if problem]
    assert told == ["Comment 1", "Comment 4", "Comment 7"]


def test_a_comment_that_vanishes_while_it_is_named_is_no_gap(
    site: FakeWordPress, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.write(1, "x" * LIMIT)
    wire = site.exchange

    def vanishing(method: str, path: str, params: Params) -> Answer:
        if path.endswith("comments") and params["_fields"] == "id":
            site.rows.clear()
        return wire(method, path, params)

    monkeypatch.setattr(HttpClient, "exchange", staticmethod(vanishing))

    page = connector().fetch(None)

    assert (page.comments, page.more, page.problem) == ((), False, None)


def test_reading_again_goes_in_smaller_parts_too(site: FakeWordPress) -> None:
    for number in range(1, 11):
        site.write(number, "x" * 6_000)

    assert ids(list(connector().refetch(numbers(1, 10)))) == numbers(1, 10)

    site.rows[4]["content"] = {"raw": "x" * LIMIT}
    assert ids(list(connector().refetch(numbers(1, 10)))) == [*numbers(1, 4), *numbers(6, 10)]


def test_a_reply_that_cannot_be_looked_for_is_no_missing_one(site: FakeWordPress) -> None:
    site.write(1)
    site.write(2, "x" * LIMIT, author=2, parent=1)
    with pytest.raises(MalformedError, match="Comment 2 is larger"):
        connector().find(OutboundReply("k", "4", "1", "Dank u."))


def test_a_site_at_another_address_is_read_whole(site: FakeWordPress) -> None:
    for number in range(1, 601):
        site.write(number)
    _, cursor = poll(connector("https://old.invalid"))
    del site.rows[400:]

    comments, cursor = poll(connector("https://new.invalid/"), cursor)

    assert sorted(set(ids(comments)), key=int) == numbers(1, 400)
    assert set(ids(poll(connector("https://new.invalid"), cursor)[0])) == set(numbers(201, 400))
