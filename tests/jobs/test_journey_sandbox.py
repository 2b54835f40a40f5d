"""The whole way over loopback: polled from a real community, answered, read back, polled again."""

from collections.abc import Iterator

import pytest

from tests.support.desks import Bench, triage
from webcare_desk.actions import ChangeVisibility, DeleteComment, QueueReply
from webcare_desk.connectors.http import HttpClient
from webcare_desk.connectors.sandbox import SandboxConnector
from webcare_desk.demo.community import Community, Planted
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.coverage import Coverage, CoverageState
from webcare_desk.domain.inbox import Status
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reply import DeliveryKind, DeliveryState
from webcare_desk.jobs.poll import poll
from webcare_desk.jobs.send import send

CORPUS = [
    Planted("c1", "t1", "Hoofdpijn", None, "Fietser", "Ik heb hoofdpijn", 30),
    Planted("c2", "t1", "Hoofdpijn", "c1", "Wandelaar", "ik ook!", 20),
    *(Planted(f"n{n}", "t2", "Praatje", None, "Buur", f"bericht {n}", 10) for n in range(230)),
    Planted("c9", "t1", "Hoofdpijn", "c1", "Nieuw", "Sterkte", -1, later=True),
]


@pytest.fixture
def community(bench: Bench) -> Iterator[Community]:
    """Give a running community."""
    with Community(CORPUS, bench.clock.at, bench.clock) as running:
        yield running


@pytest.fixture
def connector(community: Community) -> Iterator[SandboxConnector]:
    """Give the connector to it."""
    client = HttpClient(community.base_url, lambda: f"Bearer {community.token}")
    yield SandboxConnector(client)
    client._session.close()


def polled(bench: Bench, connector: SandboxConnector) -> Coverage:
    return poll(bench.desk, connector, lambda *_: triage())


def local(bench: Bench, remote_id: str) -> int:
    found = bench.desk.read.comment_named("sandbox", remote_id)
    assert found is not None
    return found.id


def test_a_reply_and_a_hide_go_out_and_come_back(
    bench: Bench, community: Community, connector: SandboxConnector, anna: Actor
) -> None:
    first = polled(bench, connector)
    assert (first.state, first.seen, first.added) == (CoverageState.COMPLETE, 232, 232)
    question, chatter = local(bench, "c1"), local(bench, "n7")
    bench.desk.perform(QueueReply(question, "Vervelend, Fietser.", None, 0), anna)
    bench.desk.perform(ChangeVisibility(chatter, DeliveryKind.HIDE, 0, Reason.AUTHOR_ASKED), anna)
    bench.desk.perform(DeleteComment(local(bench, "n8"), 0, Reason.AUTHOR_ASKED), anna)
    for _ in range(2):
        send(bench.desk, {"sandbox": connector})
    verified = bench.desk.read.deliveries_in(DeliveryState.VERIFIED)
    kinds = [each.kind for each in verified]
    assert kinds == [DeliveryKind.REPLY, DeliveryKind.HIDE, DeliveryKind.DELETE]
    assert send(bench.desk, {"sandbox": connector}) == ()
    published = [post for post in community.posts() if post.own]
    assert [(post.parent, post.text) for post in published] == [("c1", "Vervelend, Fietser.")]
    assert [post.id for post in community.posts() if not post.visible] == ["n7"]
    assert community.chosen(["n8"]) == ()
    work = bench.desk.read.work(question)
    assert work is not None
    assert (work.status, work.reply_due) == (Status.NEW, None)  # it may be a report
    again = polled(bench, connector)
    assert (again.state, again.added) == (CoverageState.COMPLETE, 1)
    assert polled(bench, connector).added == 0


def test_what_comes_changes_and_goes_is_noticed(
    bench: Bench, community: Community, connector: SandboxConnector
) -> None:
    polled(bench, connector)
    community.arrive(1)
    community.edit("n229", "Nu ook koorts")
    community.delete("n228")
    assert polled(bench, connector).added == 3
    found = bench.desk.read.comment_named("sandbox", "n229")
    assert found is not None
    assert (found.text, found.revision) == ("Nu ook koorts", 2)
    gone = bench.desk.read.comment_named("sandbox", "n228")
    assert gone is not None
    assert (gone.text, gone.visibility) == ("bericht 228", Visibility.DELETED)


def test_a_community_that_is_down_is_a_gap_and_no_error(
    bench: Bench, connector: SandboxConnector, anna: Actor
) -> None:
    polled(bench, connector)
    bench.desk.perform(QueueReply(local(bench, "c1"), "Tot zo.", None, 0), anna)
    with Community([], bench.clock.at) as closing:
        address = closing.base_url
    away = SandboxConnector(HttpClient(address, lambda: "Bearer none"))
    coverage = polled(bench, away)
    assert coverage.state is CoverageState.FAILED
    assert coverage.problem is not None
    assert "127.0.0.1" in coverage.problem
    (held,) = send(bench.desk, {"sandbox": away})
    assert (held.state, held.problem) == (DeliveryState.HELD, "unavailable")
