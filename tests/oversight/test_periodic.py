"""The periodic review by months: what goes on over the end of one stands in both."""

from datetime import UTC

import pytest

from tests.actions.test_review_actions import record, sign
from tests.support.desks import HOUR, MORNING, Bench, arrival, take_in
from tests.support.signing import Signer, staff
from webcare_desk import oversight
from webcare_desk.actions import CheckDecision, Close, ConcludeReview, JudgeEntry, Open
from webcare_desk.domain.finding import Category
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.quality import CheckReason
from webcare_desk.domain.question import Question
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.review import Verdict
from webcare_desk.oversight.page import when

DAY = 24 * HOUR
BEGAN, ENDED = MORNING - HOUR, MORNING + 28 * DAY


def told(bench: Bench, by: Signer, since: int, until: int) -> str:
    asked = oversight.Asked(since, until, by.uid)
    return oversight.as_text(oversight.periodic(bench.desk, asked, "", bench.desk.read.log_size()))


@pytest.mark.requirement("E4")
def test_what_is_found_in_the_next_month_is_told_in_it(bench: Bench) -> None:
    desk = bench.desk
    crew = staff(desk, ann=Role.SUPERVISOR, mo=Role.MODERATOR)
    ann, mo = crew["ann"], crew["mo"]
    [comment] = take_in(desk, arrival(1))
    desk.perform(Open(comment, DAY), mo.actor)
    desk.perform(Close(comment, Reason.NOT_AN_ADVERSE_EVENT), mo.actor)
    oversight.draw_checks(desk, oversight.Draw(BEGAN, bench.clock.at + 1, 100, 7), ann.actor)
    scope = oversight.Scope(0, desk.read.log_size() - 1, (Question.FAILED_LOGINS,), 1)
    review = oversight.begin(desk, scope, UTC, ann.actor)
    bench.clock.pass_by(29 * DAY)
    [check] = desk.read.checks_waiting()
    because = (Category.COMPLAINT, CheckReason.WRONG_CATEGORY, "it was one")
    desk.perform(CheckDecision(check.id, False, *because), ann.actor)  # noqa: FBT003 - agrees
    for hit in desk.read.review_hits(review):
        desk.perform(JudgeEntry(hit.id, Verdict.IN_ORDER), ann.actor)
    finding = (review, Verdict.FINDING, "one was missed")
    signed = sign(bench, ann, record(bench, *finding))
    desk.perform(ConcludeReview(*finding, signed), ann.actor)
    april = told(bench, ann, ENDED, bench.clock.pass_by(HOUR))
    assert "| finding | one was missed" in april
    assert "not-a-report | 1 | 1 | 1 | 0 |" in april
    assert "not-a-report | 1 | 1 | 1 | 0 |" in told(bench, ann, BEGAN, ENDED)
    may = bench.clock.pass_by(DAY)
    take_in(desk, arrival(2))
    later = told(bench, ann, may, bench.clock.pass_by(HOUR))
    assert ("one was missed" in later, "not-a-report | 0 | 0" in later) == (False, True)


def test_the_review_says_whose_desk_it_tells_of_who_made_it_and_when(bench: Bench) -> None:
    ann = staff(bench.desk, ann=Role.SUPERVISOR)["ann"]
    bench.clock.pass_by(28 * DAY)
    origin = bench.desk.read.head_note().partition("\n")[0]
    made = f"Desk {origin}. Made {when(bench.clock.at)}"
    assert f"{made} by Ann.\n" in told(bench, ann, BEGAN, MORNING + DAY)
    asked = oversight.Asked(BEGAN, bench.clock.at + DAY, "")
    assert f"<p>{made}.</p>" in oversight.as_html(oversight.periodic(bench.desk, asked, "", 9))
