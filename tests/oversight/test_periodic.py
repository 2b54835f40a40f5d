"""The periodic review by months: what goes on over the end of one stands in both."""

from dataclasses import replace
from datetime import UTC

import pytest

from tests.actions.test_review_actions import record, sign
from tests.support.desks import (
    HOUR,
    MORNING,
    SOURCE,
    SYSTEM,
    Bench,
    arrival,
    escalate,
    take_in,
    version_of,
)
from tests.support.signing import Signer, staff
from webcare_desk import oversight
from webcare_desk.actions import (
    CheckDecision,
    ClaimDelivery,
    Close,
    ConcludeReview,
    JudgeEntry,
    Open,
    OpenDeviation,
    PutProtocolInForce,
    RecordBackup,
    RecordCoverage,
    RecordFailedLogin,
    RecordFailure,
    RecordSettings,
)
from webcare_desk.domain.audit import Name, digest
from webcare_desk.domain.coverage import Coverage, CoverageState
from webcare_desk.domain.deviation import DeviationKind
from webcare_desk.domain.finding import Category
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.quality import CheckReason
from webcare_desk.domain.question import ReviewQuestion
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.review import Verdict
from webcare_desk.reports.frame import head
from webcare_desk.reports.sentences import moment as when

DAY = 24 * HOUR
BEGAN, ENDED = MORNING - HOUR, MORNING + 28 * DAY

#: Each part of the review, how many it has, and a word of the one event of it.
PARTS = {
    "The log (4)": "Gaps in coverage that nobody has explained | 1",
    "People and their rights (1)": "Ann | ann | administrator, supervisor | open",
    "Changes of accounts and rights (1)": "add-first-administrator",
    "Failed logins (2)": "record-failed-login",
    "Protocols put in force (1)": "varen@1.0",
    "Settings that changed (1)": "pv.host: added",
    "Backups and restores (1)": "record-backup",
    "Deliveries that failed or became uncertain (1)": "record-failure",
    "The clock went back (1)": "record-failed-login",
    "Deviations (1)": "read too late",
    "Reviews of the log (1)": "open",
}


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
    scope = oversight.Scope(0, desk.read.log_size() - 1, (ReviewQuestion.FAILED_LOGINS,), 1)
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


@pytest.mark.requirement("E4")
def test_each_part_of_the_review_tells_what_happened_in_it(bench: Bench) -> None:
    """One event for every part: a part that gathers nothing does not pass."""
    desk, since = bench.desk, bench.clock.at
    ann = staff(desk, ann=Role.SUPERVISOR)["ann"]
    [comment] = take_in(desk, arrival(1))
    escalate(desk, comment, ann.actor)
    packet = desk.read.deliveries_of(comment)[0]
    desk.perform(ClaimDelivery(packet.id, 1, HOUR, "mail"), SYSTEM)
    desk.perform(RecordFailure(packet.id, Name("down"), None, version_of(desk, packet.id)), SYSTEM)
    desk.perform(RecordFailedLogin("ann"), SYSTEM)
    desk.perform(PutProtocolInForce(Name("varen@1.0"), digest(b"pack")), SYSTEM)
    desk.perform(RecordSettings(((Name("pv.host"), digest(b"mail.example")),)), SYSTEM)
    desk.perform(RecordBackup(bench.clock.at, 1, digest(b""), 1), SYSTEM)
    failed = Coverage(SOURCE, 5, 6, CoverageState.FAILED, 0, 0, None, "away")
    desk.perform(RecordCoverage(SOURCE, failed, None), SYSTEM)
    desk.perform(OpenDeviation(DeviationKind.OTHER, "read too late"), ann.actor)
    scope = oversight.Scope(0, desk.read.log_size() - 1, (ReviewQuestion.FAILED_LOGINS,), 1)
    bench.clock.pass_by(HOUR)
    oversight.begin(desk, scope, UTC, ann.actor)
    until = bench.clock.at + 1
    bench.clock.pass_by(-HOUR // 2)
    desk.perform(RecordFailedLogin("mo"), SYSTEM)
    text = told(bench, ann, since, until)
    shown = dict(part.split("\n", 1) for part in text.split("\n\n")[1:])
    assert [title for title, words in PARTS.items() if words not in shown.get(title, "")] == []


def test_the_review_says_whose_desk_it_tells_of_who_made_it_and_when(bench: Bench) -> None:
    ann = staff(bench.desk, ann=Role.SUPERVISOR)["ann"]
    bench.clock.pass_by(28 * DAY)
    origin = bench.desk.read.head_note().partition("\n")[0]
    made = f"Desk {origin}. Made {when(bench.clock.at)}"
    assert f"{made} by Ann.\n" in told(bench, ann, BEGAN, MORNING + DAY)
    asked = oversight.Asked(BEGAN, bench.clock.at + DAY, "")
    assert f"<p>{made}.</p>" in oversight.as_html(
        oversight.periodic(bench.desk, asked, "", 9), oversight.Tongue()
    )


def test_the_page_runs_nothing_fetches_nothing_and_hides_no_character(bench: Bench) -> None:
    asked = oversight.Asked(BEGAN, bench.clock.at + DAY, "")
    found = replace(oversight.periodic(bench.desk, asked, "", 9), made_by="<b>\u202eAnn")
    page = oversight.as_html(found, oversight.Tongue())
    assert page.startswith(head("Periodic review", "").partition("<title>")[0])
    assert "default-src 'none'" in page
    assert "by &lt;b&gt;[U+202E]Ann." in page
