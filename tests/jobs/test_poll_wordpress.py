"""A poll of a WordPress site that counts comments, or moves or rewrites them, as real ones do."""

from dataclasses import replace

import pytest

from tests.connectors.fake_wordpress import FakeWordPress, connector, site
from tests.jobs.test_poll_overtaken import calm
from tests.support.desks import CALM, MORNING, SOURCE, SYSTEM, Bench, arrival, take_in
from webcare_desk.actions import QueueReply, RecordCoverage
from webcare_desk.connectors.answer import Answer
from webcare_desk.connectors.http import HttpClient, Params
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import Comment, Visibility
from webcare_desk.domain.coverage import Coverage, CoverageState
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reply import DeliveryState, OutboundReply, Receipt
from webcare_desk.jobs import poll as job
from webcare_desk.jobs.poll import poll
from webcare_desk.jobs.send import send
from webcare_desk.store.base import LogFilter

__all__ = ["site"]
COMPLETE, PARTIAL = CoverageState.COMPLETE, CoverageState.PARTIAL
DELETED, VISIBLE = Visibility.DELETED, Visibility.VISIBLE


@pytest.fixture(autouse=True)
def at_the_fakes_time(bench: Bench) -> None:
    """Let the desk's clock be after what people wrote at the site."""
    bench.clock.pass_by(max(0, 1_792_895_400_000_000 - MORNING))


def polled(bench: Bench) -> Coverage:
    return poll(bench.desk, connector(), calm)


def kept(bench: Bench, remote_id: int) -> Comment:
    found = bench.desk.read.comment_named(Name("wordpress"), str(remote_id))
    assert found is not None
    return found


def deleted(bench: Bench, ids: range) -> int:
    return sum(kept(bench, each).visibility is DELETED for each in ids)


def test_what_the_site_counts_and_does_not_give_is_a_gap_and_not_deleted(
    bench: Bench, site: FakeWordPress
) -> None:
    for number in range(1, 4):
        site.write(number)
    assert polled(bench).state is COMPLETE
    site.withheld, site.rows[1]["status"] = {2}, "hold"
    coverage = polled(bench)
    assert coverage.state is PARTIAL
    assert coverage.problem is not None
    assert "edit every post" in coverage.problem
    assert kept(bench, 2).visibility is VISIBLE


def test_what_stands_on_two_pages_is_counted_once(bench: Bench, site: FakeWordPress) -> None:
    for number in range(1, 251):
        site.write(number)
    coverage = polled(bench)
    assert (coverage.seen, coverage.added, coverage.expected) == (250, 250, 250)


def test_what_is_withheld_when_it_is_asked_for_again_is_not_deleted_and_what_is_gone_is(
    bench: Bench, site: FakeWordPress
) -> None:
    for number in range(1, 302):
        site.write(number)
    polled(bench)
    site.withheld = {2}
    del site.rows[2]
    turns = [polled(bench) for _ in range(2)]
    assert [kept(bench, number).visibility for number in (1, 2, 3)] == [VISIBLE, VISIBLE, DELETED]
    told = [each.problem for each in turns if each.state is PARTIAL]
    assert told
    assert "may not do this" in str(told[0])


def test_one_empty_list_deletes_nothing(
    bench: Bench, site: FakeWordPress, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1, 302):
        site.write(number)
    polled(bench)

    def empty(method: str, path: str, params: Params) -> Answer:
        nobody: Params = {"include": "0"} if "include" in params else {}
        return site.exchange(method, path, {**params, **nobody})

    with monkeypatch.context() as patch:
        patch.setattr(HttpClient, "exchange", staticmethod(empty))
        turns = [polled(bench) for _ in range(2)]
    assert {each.state for each in turns} >= {PARTIAL}
    assert deleted(bench, range(1, 302)) == 0


def test_what_many_are_gone_is_asked_for_one_by_one_some_in_each_poll(
    bench: Bench, site: FakeWordPress
) -> None:
    for number in range(1, 51):
        site.write(number)
    polled(bench)
    site.rows.clear()
    assert polled(bench).added == job.LOOKS
    for _ in range(2):
        polled(bench)
    assert deleted(bench, range(1, 51)) == 50


def test_an_account_that_loses_its_right_and_has_it_back_finds_no_edit(
    bench: Bench, site: FakeWordPress
) -> None:
    site.write(1, "Don't worry -- it's fine")
    site.write(2, "Gewoon")
    shown = "<p>Don&#8217;t worry &#8212; it&#8217;s fine</p>"
    site.rows[0]["content"] = {"raw": "Don't worry -- it's fine", "rendered": shown}
    polled(bench)
    for site.is_editor in (False, True):
        assert polled(bench).added == 0
    site.is_editor = False
    site.rows[1]["content"] = {"raw": "", "rendered": "<p>Toch koorts</p>"}
    assert polled(bench).added == 1
    assert kept(bench, 2).text == "Toch koorts"


def test_an_account_that_is_given_the_right_finds_no_edit_in_what_it_read_before(
    bench: Bench, site: FakeWordPress
) -> None:
    site.write(1)
    site.rows[0]["content"] = {"raw": "'t Gaat goed...", "rendered": "<p>&#8217;t Gaat goed…</p>"}
    site.is_editor = False
    assert polled(bench).added == 1
    site.is_editor = True
    assert polled(bench).added == 0


def test_the_reply_to_a_comment_that_was_moved_stands_beside_it(
    bench: Bench, site: FakeWordPress, anna: Actor
) -> None:
    site.write(1)
    polled(bench)
    site.rows[0]["post"] = 9
    reply = bench.desk.perform(QueueReply(kept(bench, 1).id, "Wat vervelend.", None, 0), anna)
    for _ in range(2):
        send(bench.desk, {"wordpress": connector()})
    delivery = bench.desk.read.delivery(reply)
    assert delivery is not None
    assert delivery.state is DeliveryState.VERIFIED
    assert (site.rows[1]["post"], site.rows[1]["parent"]) == (9, 1)
    site.rows[0]["post"] = site.rows[1]["post"] = 4
    assert connector().find(OutboundReply("k", "9", "1", "Wat vervelend.")) == Receipt("2")


def test_a_comment_that_was_moved_is_read_in_its_new_place(
    bench: Bench, site: FakeWordPress
) -> None:
    for number in (1, 2):
        site.write(number)
        site.rows[-1] |= {"link": f"https://site.invalid/a#comment-{number}"}
    polled(bench)
    first = kept(bench, 2)
    link = "https://site.invalid/b#comment-2"
    site.rows[1] |= {"post": 9, "parent": 1, "link": link}
    assert polled(bench).state is COMPLETE
    found = kept(bench, 2)
    assert (found.thread, found.parent, found.link) == ("9", kept(bench, 1).id, link)
    (move,) = bench.desk.read.moves(found.id)
    assert (move.was.link, move.now.link) == (first.link, link)
    polled(bench)  # the second finds nothing new
    about = bench.desk.read.entries(LogFilter(action="record-move"), None, 9)
    assert len(about) == 1
    bench.require_sound()


def test_another_link_alone_is_no_move_and_comes_with_one(
    bench: Bench, site: FakeWordPress
) -> None:
    site.write(1)
    for link in ("a", "a?nonce=1", "a/comment-page-2", ""):
        site.rows[0]["link"] = link and f"https://site.invalid/{link}"
        polled(bench)
    assert bench.desk.read.moves(1) == []
    for link, post in (("b", 9), ("", 10)):
        site.rows[0] |= {"link": link and f"https://site.invalid/{link}", "post": post}
        polled(bench)
    assert [each.now.link for each in bench.desk.read.moves(1)] == ["https://site.invalid/b"] * 2


def test_a_comment_that_answers_nothing_any_more_was_moved(
    bench: Bench, site: FakeWordPress
) -> None:
    site.write(1)
    site.write(2, parent=1)
    polled(bench)
    site.rows[1]["parent"] = 0
    polled(bench)
    assert kept(bench, 2).parent is None
    (move,) = bench.desk.read.moves(2)
    assert move.ends is None


@pytest.mark.parametrize(
    ("status", "author", "state", "problem"),
    [
        ("approved", 2, DeliveryState.VERIFIED, "other-words"),
        ("hold", 2, DeliveryState.UNCERTAIN, "withheld"),
        ("trash", 2, DeliveryState.UNCERTAIN, "not-there"),
        ("approved", 0, DeliveryState.UNCERTAIN, "not-there"),
    ],
)
def test_a_reply_that_the_site_words_anew_is_known_by_its_receipt(  # noqa: PLR0913, PLR0917 - what is there, and what is told of it
    bench: Bench,
    site: FakeWordPress,
    anna: Actor,
    status: str,
    author: int,
    state: DeliveryState,
    problem: str,
) -> None:
    site.write(1)
    polled(bench)
    reply = bench.desk.perform(QueueReply(kept(bench, 1).id, "Wat vervelend.", None, 0), anna)
    send(bench.desk, {"wordpress": connector()})
    signed = "Wat vervelend. [ondertekend]"
    site.rows[1] |= {"content": {"raw": signed, "rendered": signed}}
    site.rows[1] |= {"status": status, "author": author}
    send(bench.desk, {"wordpress": connector()})
    delivery = bench.desk.read.delivery(reply)
    assert delivery is not None
    assert (delivery.state, delivery.problem) == (state, problem)


def test_a_source_whose_name_had_comments_of_another_kind_is_read_and_told_of(
    bench: Bench, site: FakeWordPress
) -> None:
    site.write(1)
    (other,) = take_in(bench.desk, arrival(1, said=CALM))
    coverage = poll(bench.desk, replace(connector(), source=SOURCE), calm)
    assert (coverage.state, coverage.added) == (PARTIAL, 1)
    assert "give this one another name" in str(coverage.problem)
    work = bench.desk.read.work(other)
    assert work is not None
    assert work.visibility is VISIBLE


def test_a_source_whose_name_had_a_place_of_another_kind_is_told_to_have_another_name(
    bench: Bench, site: FakeWordPress
) -> None:
    site.write(1)
    earlier = Coverage("wordpress", bench.clock(), bench.clock(), COMPLETE, 0, 0)
    bench.desk.perform(RecordCoverage(Name("wordpress"), earlier, '{"after": 7}'), SYSTEM)
    coverage = polled(bench)
    assert coverage.state is CoverageState.FAILED
    assert "give this one another name" in str(coverage.problem)
