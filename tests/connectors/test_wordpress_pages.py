"""Paging by id over a site whose rows come, go and are withheld meanwhile."""

import json
from dataclasses import asdict, dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webcare_desk.connectors import wordpress_pages
from webcare_desk.connectors.fields import integer
from webcare_desk.connectors.wordpress_pages import (
    PAGE,
    Batch,
    Place,
    comment_of,
    cursor_at,
    place_at,
    read,
    says,
    text_of,
    visibility_of,
)
from webcare_desk.domain.comment import Visibility
from webcare_desk.errors import MalformedError


@dataclass
class Rows:
    """A site: the ids that are there, and those that the account may not see."""

    ids: list[int]
    withheld: set[int] = field(default_factory=set)

    def at(self, offset: int) -> Batch:
        """Return the page at an offset, as WordPress does."""
        page = self.ids[offset : offset + PAGE]
        shown = tuple({"id": each} for each in page if each not in self.withheld)
        return Batch(shown, len(self.ids))


@dataclass(frozen=True)
class Upheaval:
    """What happens between two pages: rows vanish from a position, others come."""

    start: int
    vanish: int
    come: int

    def happen(self, site: Rows) -> None:
        """Change the site."""
        top = max(site.ids, default=0)
        del site.ids[self.start : self.start + self.vanish]
        site.ids += range(top + 1, top + 1 + self.come)


def poll(site: Rows, place: Place, upheavals: list[Upheaval]) -> tuple[set[int], Place]:
    """Read to the end, with one upheaval after each page while there are any."""
    seen: set[int] = set()
    for _ in range(500):
        batch, place, more = read(place, site.at)
        seen |= {integer(row, "id") for row in batch.rows}
        if not more:
            return seen, place
        if upheavals:
            upheavals.pop().happen(site)
    pytest.fail("the poll did not end")


UPHEAVALS = st.lists(
    st.builds(Upheaval, st.integers(0, 900), st.integers(0, 400), st.integers(0, 150)), max_size=6
)


@settings(deadline=None, max_examples=100)
@given(st.integers(0, 900), UPHEAVALS)
def test_between_polls_whatever_vanishes_nothing_new_is_missed(
    size: int, upheavals: list[Upheaval]
) -> None:
    site = Rows(list(range(1, size + 1)))
    seen, place = poll(site, Place(), [])

    for upheaval in upheavals:
        upheaval.happen(site)
        new, place = poll(site, place, [])
        seen |= new

        assert set(site.ids) <= seen


@settings(deadline=None, max_examples=100)
@given(st.integers(0, 900), UPHEAVALS)
def test_what_vanishes_once_during_a_poll_hides_nothing(
    size: int, upheavals: list[Upheaval]
) -> None:
    site = Rows(list(range(1, size + 1)))

    seen, _ = poll(site, Place(), upheavals[:1])

    assert set(site.ids) <= seen


def test_without_the_step_back_emptied_spam_would_hide_a_comment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def new_seen() -> bool:
        site = Rows(list(range(1, 901)))
        _, place = poll(site, Place(), [])
        Upheaval(0, 400, 300).happen(site)
        return set(range(901, 1201)) <= poll(site, place, [])[0]

    assert new_seen()
    monkeypatch.setattr(wordpress_pages, "_begins_after", lambda *_: False)
    assert not new_seen()


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 700), st.sets(st.integers(1, 700)), st.integers(1, 250))
def test_rows_withheld_from_the_account_do_not_end_or_break_a_poll(
    size: int, withheld: set[int], come: int
) -> None:
    site = Rows(list(range(1, size + 1)), withheld)
    seen, place = poll(site, Place(), [])
    Upheaval(0, 0, come).happen(site)
    new, _ = poll(site, place, [])

    assert set(site.ids) - withheld == seen | new


def test_a_source_where_much_is_withheld_is_read_to_its_end() -> None:
    site = Rows(list(range(1, 701)), set(range(1, 651)))

    assert poll(site, Place(), [])[0] == set(range(651, 701))


def test_a_quiet_poll_asks_for_each_page_once() -> None:
    site, offsets = Rows(list(range(1, 301))), []

    def batch_at(offset: int) -> Batch:
        offsets.append(offset)
        return site.at(offset)

    place, more = Place(), True
    while more:
        _, place, more = read(place, batch_at)

    assert offsets == [0, 80, 160, 240]
    assert place == Place(offset=100, reached=300)


def test_the_same_page_for_ever_is_noticed() -> None:
    same = Batch(tuple({"id": number} for number in range(1, PAGE + 1)), 100_000)

    _, place, more = read(Place(), lambda _: same)

    assert more
    with pytest.raises(MalformedError, match="same page"):
        read(place, lambda _: same)


@pytest.mark.parametrize("ids", [[2, 1], [1, 1]])
def test_a_page_out_of_order_is_malformed(ids: list[int]) -> None:
    batch = Batch(tuple({"id": number} for number in ids), 2)

    with pytest.raises(MalformedError, match="out of order"):
        read(Place(), lambda _: batch)


def test_a_place_survives_its_cursor() -> None:
    place = Place(80, 99, 1, 99, 1)

    assert place_at(cursor_at(place, SITE), SITE) == place
    assert place_at(None, SITE) == Place()


def test_another_site_is_read_from_its_start() -> None:
    place = Place(80, 99, 1, 99, 1)

    assert place_at(cursor_at(place, "https://old.example"), SITE) == Place()
    assert place_at(json.dumps(asdict(place)), SITE) == Place()


SITE = "https://site.invalid"
ROW: dict[str, object] = {
    "id": 7,
    "post": 4,
    "parent": 0,
    "author": 0,
    "author_name": "Gast",
    "date_gmt": "2026-10-25T01:10:00",
    "content": {"rendered": "<p>hoi</p>"},
    "link": "https://example.org/#comment-7",
}


def test_a_row_without_more_becomes_a_visible_comment() -> None:
    comment = comment_of(ROW, 2)

    assert (comment.remote_id, comment.thread, comment.parent) == ("7", "4", None)
    assert (comment.text, comment.author_id, comment.thread_title) == ("hoi", "guest:Gast", "")
    assert comment.visibility is Visibility.VISIBLE


@pytest.mark.parametrize("up", [[], {}, [1], [{"title": 3}], [{"code": "rest_forbidden"}]])
def test_a_post_that_is_not_embedded_has_no_title(up: object) -> None:
    assert comment_of(ROW | {"_embedded": {"up": up}}, 2).thread_title == ""


@pytest.mark.parametrize(
    "change",
    [
        {"id": "7"},
        {"id": -7},
        {"post": None},
        {"author_name": 3},
        {"content": "hoi"},
        {"content": {}},
        {"_embedded": []},
    ],
)
def test_a_row_of_another_shape_is_malformed(change: dict[str, object]) -> None:
    with pytest.raises(MalformedError):
        comment_of(ROW | change, 2)


@pytest.mark.parametrize("date", ["-001-11-30T00:00:00", "0000-00-00T00:00:00", "", None, 7])
def test_a_date_that_cannot_be_read_keeps_no_page_out(date: object) -> None:
    assert comment_of(ROW | {"date_gmt": date}, 2).posted_at == 0


def test_the_text_as_typed_is_preferred() -> None:
    typed = {"raw": "een\n\n\n\ntwee &lt;39", "rendered": "<p>anders</p>"}

    assert text_of(typed) == "een\n\ntwee <39"


def test_a_reply_is_found_again_however_a_page_shows_it() -> None:
    shown: dict[str, object] = {"content": {"rendered": "<p>Dank je 🙃 voor 2×500 «mg»</p>"}}

    assert says(shown, 'Dank je :D voor 2x500 "mg"')
    assert not says(shown, "Dank je :D voor 3x500")


@pytest.mark.parametrize(
    ("status", "visibility"),
    [
        ("approved", Visibility.VISIBLE),
        ("hold", Visibility.HIDDEN),
        ("spam", Visibility.HIDDEN),
        ("post-trashed", Visibility.HIDDEN),
        ("trash", Visibility.DELETED),
    ],
)
def test_a_status_tells_what_the_public_sees(status: str, visibility: Visibility) -> None:
    assert visibility_of({"status": status}) is visibility
