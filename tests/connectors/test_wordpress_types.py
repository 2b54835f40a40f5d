"""WordPress keeps more than comments among its comments."""

from tests.connectors.fake_wordpress import FakeWordPress, connector, site
from tests.connectors.reading import ids, poll

__all__ = ["site"]
WRITTEN = {"comment", "review", "rating"}
KINDS = (*sorted(WRITTEN), "pingback", "trackback", "note", "order_note")


def test_reviews_are_comments_and_what_nobody_wrote_for_the_public_is_none(
    site: FakeWordPress,
) -> None:
    for number, kind in enumerate(KINDS * 40, start=1):
        site.write(number)
        site.rows[-1]["type"] = kind
    everything = [str(row["id"]) for row in site.rows]
    written = [str(row["id"]) for row in site.rows if row["type"] in WRITTEN]

    comments, _ = poll(connector())

    assert sorted(set(ids(comments)), key=int) == written
    assert ids(list(connector().refetch(everything))) == written
