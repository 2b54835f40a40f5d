"""An answer that came in before its parent is triaged again when that comes."""

import pytest

from tests.jobs.faulty import Platform
from tests.support.desks import CALM, SOURCE, Bench, arrival, log_in, triage
from webcare_desk.actions import Classify, Open
from webcare_desk.connectors.base import Page
from webcare_desk.desk import Desk
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.finding import Category, Screening, Tier
from webcare_desk.domain.inbox import Queue, Status, Work
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.occasion import Addressee, Circumstances
from webcare_desk.domain.triage import Triage
from webcare_desk.jobs.poll import poll

pytestmark = pytest.mark.requirement("P2")
SAFETY, QUESTION = Queue.SAFETY, Queue.QUESTION


class Listening:
    """Triage that hears fever, and a "me too" to it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.told: list[tuple[str, Circumstances]] = []

    def __call__(
        self, comment: RemoteComment, parent: Screening | None, told: Circumstances
    ) -> Triage:
        """Remember what was asked, and find what is said or agreed with."""
        self.told.append((comment.remote_id, told))
        agrees = comment.text == "Ik ook!" and parent is not None and parent.tier > 0
        return triage() if agrees or "koorts" in comment.text else CALM


def remote(n: int, text: str, parent: str | None = None, *, own: bool = False) -> RemoteComment:
    return arrival(n, text, parent=parent, own=own).comment


def polled(bench: Bench, *comments: RemoteComment) -> list[tuple[str, Circumstances]]:
    """Take in one page, and return what was triaged."""
    source, listening = Platform(bench.clock), Listening()
    source.pages.append(Page(comments, "c", more=False))
    with bench.shell() as shell:
        answered = dict(shell.execute("SELECT remote, parent FROM comment"))
    for each in range(9):
        if (known := bench.desk.read.comment_named(SOURCE, f"r{each}")) is not None:
            source.now[f"r{each}"] = remote(each, known.text, answered[f"r{each}"])
    poll(bench.desk, source, listening)
    return listening.told


def work(desk: Desk, remote_id: str) -> Work:
    comment = desk.read.comment_named(SOURCE, remote_id)
    assert comment is not None
    found = desk.read.work(comment.id)
    assert found is not None
    return found


def test_a_me_too_is_found_when_its_parent_comes_and_so_is_the_one_that_answers_it(
    bench: Bench,
) -> None:
    polled(bench, remote(3, "Ik ook!", "r2"), remote(2, "Ik ook!", "r1"), remote(4, "Dag", "r1"))
    assert {work(bench.desk, f"r{n}").queue for n in (2, 3, 4)} == {QUESTION}
    told = polled(bench, remote(1, "koorts"))
    assert [work(bench.desk, f"r{n}").queue for n in (1, 2, 3, 4)] == [SAFETY] * 3 + [QUESTION]
    found = work(bench.desk, "r2")
    assert (found.status, found.category, found.tier) == (
        Status.NEW,
        Category.ADVERSE_EVENT,
        Tier.CHECK,
    )
    assert [each for each, _ in told] == ["r1", "r2", "r4", "r3"]
    assert told[1][1] == Circumstances(SOURCE, Addressee.OTHER)
    last = bench.desk.changes(0, 99)[-2]
    assert (last.action, last.subject) == ("take-up", work(bench.desk, "r3").comment)


def test_an_answer_that_is_known_as_a_report_or_is_ours_is_left_alone(bench: Bench) -> None:
    polled(bench, remote(2, "ook koorts", "r1"), remote(3, "Ik ook!", "r1", own=True))
    told = polled(bench, remote(1, "koorts"))
    assert [each for each, _ in told] == ["r1", "r2"]
    assert work(bench.desk, "r3").status is Status.CLOSED
    assert len(bench.desk.read.revisions(work(bench.desk, "r2").comment)) == 1


def test_what_a_person_has_dealt_with_stays_as_it_is(bench: Bench) -> None:
    polled(bench, remote(2, "Ik ook!", "r1"), remote(3, "Ik ook!", "r1"))
    anna = log_in(bench.desk)[Role.SUPERVISOR]
    seen, called = (work(bench.desk, f"r{n}").comment for n in (2, 3))
    bench.desk.perform(Open(seen), anna)
    bench.desk.perform(Classify(called, Category.INFORMATION, Queue.OTHER, None), anna)
    told = polled(bench, remote(1, "koorts"))
    assert [each for each, _ in told] == ["r1"]
    assert [work(bench.desk, f"r{n}").queue for n in (2, 3)] == [QUESTION, Queue.OTHER]


def test_an_answer_on_the_page_of_its_parent_is_triaged_once(bench: Bench) -> None:
    told = polled(bench, remote(2, "Ik ook!", "r1"), remote(1, "koorts"))
    assert [each for each, _ in told] == ["r1", "r2"]
    assert work(bench.desk, "r2").queue is SAFETY
