"""The WordPress connector keeps the contract, against a real WordPress."""

import json
import urllib.parse
import urllib.request
from base64 import b64encode

import pytest

from tests.connectors.contract import ConnectorContract
from tests.connectors.reading import answer_to, ids, poll
from tests.integration.wordpress.platform import WordPressPlatform
from webcare_desk.connectors.base import OVERLAP
from webcare_desk.connectors.wordpress import WordPressConnector
from webcare_desk.domain.comment import Visibility
from webcare_desk.errors import ForbiddenError, ImpossibleError, UnauthorisedError

pytestmark = pytest.mark.integration

#: Three comments of the night the clocks went back, with their local times
#: at a site in Amsterdam: the second has the earliest wall-clock time.
AUTUMN = [
    ("een", "2026-10-25 02:30:00", "2026-10-25 00:30:00"),
    ("twee", "2026-10-25 02:10:00", "2026-10-25 01:10:00"),
    ("drie", "2026-10-25 02:40:00", "2026-10-25 01:40:00"),
]


class TestWordPress(ConnectorContract):
    """The contract over WordPress."""

    knows_keys = False


def test_the_hour_the_clocks_are_set_back_loses_no_comment(platform: WordPressPlatform) -> None:
    platform.write_many(AUTUMN[:1])
    first, cursor = poll(platform.connector)
    platform.write_many(AUTUMN[1:])

    second, _ = poll(platform.connector, cursor)

    assert [comment.text for comment in first] == ["een"]
    assert [comment.text for comment in second] == ["een", "twee", "drie"]
    times = [comment.posted_at for comment in second]
    assert times == [1_792_888_200_000_000, 1_792_890_600_000_000, 1_792_892_400_000_000]


def test_a_cursor_by_date_would_lose_the_second_comment(platform: WordPressPlatform) -> None:
    # The twin: the same night read with `after=` the first comment's time.
    platform.write_many(AUTUMN)

    rows = ask(platform, {"after": "2026-10-25T00:30:00Z", "orderby": "id", "order": "asc"})

    texts = [json.dumps(row["content"]) for row in rows]
    assert len(texts) == 1
    assert "drie" in texts[0]


def ask(platform: WordPressPlatform, query: dict[str, str]) -> list[dict[str, object]]:
    """Return what WordPress says to a query of the test's own."""
    pair = f"webcare:{platform.site.people['webcare']}".encode()
    request = urllib.request.Request(  # noqa: S310 - the test's own server
        f"{platform.site.base_url}/wp-json/wp/v2/comments?{urllib.parse.urlencode(query)}",
        headers={"Authorization": f"Basic {b64encode(pair).decode()}"},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - the same
        rows: list[dict[str, object]] = json.load(answer)
    return rows


def test_a_long_site_is_read_page_by_page_and_again_with_the_overlap(
    platform: WordPressPlatform,
) -> None:
    noon = "2026-10-24 12:00:00"
    written = platform.write_many([(f"comment {n}", noon, noon) for n in range(330)])
    first, cursor = poll(platform.connector)
    new = platform.write("nieuw")

    second, _ = poll(platform.connector, cursor)

    assert sorted(set(ids(first)), key=int) == written
    assert set(ids(second)) == {*written[-OVERLAP:], new}
    assert platform.connector.fetch(None).expected == 331


def test_long_comments_do_not_keep_a_site_from_being_read(
    platform: WordPressPlatform, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webcare_desk.connectors.http.LIMIT", 40_000)
    noon = "2026-10-24 12:00:00"
    written = platform.write_many([("д" * 500, noon, noon) for _ in range(30)])
    too_large = platform.write("д" * 10_000)
    new = platform.write("Sinds gisteren hoofdpijn")

    page, seen = platform.connector.fetch(None), set[str]()
    while page.more:
        seen |= set(ids(list(page.comments)))
        page = platform.connector.fetch(page.cursor)

    assert seen | set(ids(list(page.comments))) == {*written, new}
    assert ids(list(platform.connector.refetch([*written, too_large]))) == written


def test_emptied_spam_does_not_hide_what_is_new(platform: WordPressPlatform) -> None:
    noon = "2026-10-24 12:00:00"
    written = platform.write_many([(f"comment {n}", noon, noon) for n in range(330)])
    _, cursor = poll(platform.connector)
    platform.site.sql(f"DELETE FROM wp_comments WHERE comment_ID < {written[300]}")  # noqa: S608 - the test's own id
    new = platform.write("nieuw")

    comments, _ = poll(platform.connector, cursor)

    assert new in ids(comments)


def test_no_address_of_an_author_is_ever_sent_to_the_desk(platform: WordPressPlatform) -> None:
    platform.write("hoi")
    rows = ask(platform, {"context": "edit"})
    assert "gast-canary@example.invalid" in json.dumps(rows)

    batch = platform.connector_of("webcare")._batch_at(0)

    sent = json.dumps([dict(row) for row in batch.rows])
    assert "canary" not in sent
    assert "192.0.2.77" not in sent


def test_a_comment_carries_its_posts_title_and_its_link(platform: WordPressPlatform) -> None:
    remote_id = platform.write("hoi")

    (comment,) = platform.connector.refetch([remote_id])

    assert comment.thread_title == "Hoe gaat het & met jou?"
    assert comment.link.startswith(platform.site.base_url)
    assert comment.link.endswith(f"#comment-{remote_id}")


def test_what_stands_in_tags_and_lines_stays_apart(platform: WordPressPlatform) -> None:
    remote_id = platform.write("x")
    text = "koorts<br>dag\n<b>moe</b>"
    platform.site.sql(
        f"UPDATE wp_comments SET comment_content = '{text}' WHERE comment_ID = {remote_id}"  # noqa: S608 - the test's own words
    )

    for login in ("webcare", "reader"):
        (comment,) = platform.connector_of(login).refetch([remote_id])
        assert comment.text == "koorts\ndag\nmoe"


def test_held_spam_and_trash_are_read_with_their_visibility(platform: WordPressPlatform) -> None:
    for status in ("0", "spam", "trash"):
        platform.set_status(platform.write(status), status)

    comments, _ = poll(platform.connector)

    hidden, deleted = Visibility.HIDDEN, Visibility.DELETED
    assert [comment.visibility for comment in comments] == [hidden, hidden, deleted]


def test_a_review_is_read_as_a_comment_and_a_link_of_another_site_is_not(
    platform: WordPressPlatform,
) -> None:
    kinds = ("comment", "review", "pingback", "trackback", "rating")
    written = {kind: platform.write(f"duizelig: {kind}") for kind in kinds}
    for kind, remote_id in written.items():
        platform.set_type(remote_id, kind)
    read = [written[kind] for kind in ("comment", "review", "rating")]

    comments, _ = poll(platform.connector)

    assert ids(comments) == read
    assert ids(list(platform.connector.refetch(list(written.values())))) == read
    assert ids(poll(platform.connector_of("reader"))[0]) == read[:1]


def test_what_the_site_took_for_spam_stays_there(platform: WordPressPlatform) -> None:
    remote_id = platform.write("Sinds gisteren hoofdpijn")
    platform.set_status(remote_id, "spam")

    platform.connector.set_visibility(remote_id, Visibility.HIDDEN)
    with pytest.raises(ImpossibleError, match="bring it back there"):
        platform.connector.set_visibility(remote_id, Visibility.VISIBLE)

    kept = platform.site.sql(
        f"SELECT comment_approved FROM wp_comments WHERE comment_ID = {remote_id}"  # noqa: S608 - the test's own id
    )
    assert kept.strip() == "spam"


def test_an_account_that_may_not_moderate_reads_what_is_public(
    platform: WordPressPlatform,
) -> None:
    shown, held = platform.write("zichtbaar"), platform.write("verborgen")
    platform.connector.set_visibility(held, Visibility.HIDDEN)
    reader = platform.connector_of("reader")

    comments, _ = poll(reader)

    assert ids(comments) == [shown]
    assert reader.visibility_of(shown) is Visibility.VISIBLE
    with pytest.raises(ForbiddenError):
        reader.set_visibility(shown, Visibility.HIDDEN)
    with pytest.raises(ForbiddenError):
        reader.delete(shown, confirmed=True)
    with pytest.raises(ForbiddenError):
        reader.find(answer_to(platform, shown, "Beste Jan"))


def test_such_an_account_reads_what_is_approved_late_and_finds_its_reply(
    platform: WordPressPlatform,
) -> None:
    held, shown = platform.write("verborgen"), platform.write("zichtbaar")
    platform.connector.set_visibility(held, Visibility.HIDDEN)
    reader = platform.connector_of("reader")
    page = reader.fetch(None)
    assert "may not moderate" in (page.problem or "")
    platform.connector.set_visibility(held, Visibility.VISIBLE)

    assert ids(poll(reader, page.cursor)[0]) == [held, shown]
    reply = answer_to(platform, shown, 'Foto\'s mogen - 2x500 mg... "echt"')
    receipt = reader.reply(reply)
    assert reader.find(reply) == receipt


def test_a_closed_post_says_so(platform: WordPressPlatform) -> None:
    parent = platform.write("hoi")
    platform.site.sql("UPDATE wp_posts SET comment_status = 'closed'")
    try:
        with pytest.raises(ForbiddenError, match="closed"):
            platform.connector.reply(answer_to(platform, parent, "Beste Jan"))
    finally:
        platform.site.sql("UPDATE wp_posts SET comment_status = 'open'")


def test_the_password_is_in_no_representation(platform: WordPressPlatform) -> None:
    connector = platform.connector_of("webcare")
    connector.fetch(None)

    assert platform.site.people["webcare"] not in repr((connector, vars(connector)))


def test_a_trial_tells_the_sites_name_and_who_may_moderate(platform: WordPressPlatform) -> None:
    platform.write("hoi")

    editor = platform.connector_of("webcare").try_out()
    reader = platform.connector_of("reader").try_out()

    assert (editor.comments, editor.may_moderate) == (1, True)
    assert (reader.comments, reader.may_moderate) == (1, False)
    assert editor.site == reader.site == "Community"
    with pytest.raises(UnauthorisedError):
        WordPressConnector("wp", platform.site.base_url, "webcare", lambda: "wrong").try_out()
