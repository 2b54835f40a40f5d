"""What the program proposes as a deviation, what is drawn for checks, and the periodic review."""

from datetime import UTC
from pathlib import Path

import pytest

from tests.support.desks import (
    HOUR,
    SOURCE,
    SYSTEM,
    Bench,
    arrival,
    escalate,
    log_in,
    take_in,
    version_of,
)
from webcare_desk import oversight
from webcare_desk.actions import (
    ACTIONS,
    CheckDecision,
    ClaimDelivery,
    Close,
    Open,
    OpenDeviation,
    RecordBackup,
    RecordCoverage,
    RecordDelivery,
    RecordFailedLogin,
    RecordFailure,
)
from webcare_desk.domain.audit import Name, digest
from webcare_desk.domain.coverage import Coverage, CoverageState
from webcare_desk.domain.deciding import DECISIONS
from webcare_desk.domain.deviation import DeviationKind
from webcare_desk.domain.epoch import FORK
from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.quality import CheckReason
from webcare_desk.domain.question import READY, ReviewQuestion
from webcare_desk.domain.reason import Reason
from webcare_desk.errors import ReadOnlyError, RefusedError
from webcare_desk.oversight.periodic import BACKUPS, ERRORS, LOGINS, PROTOCOLS, RIGHTS, SETTINGS

DAY = 24 * HOUR
#: What is no decision of a person: looking, taking up and noting; the steps of a session, of a test
#: and of a review; a signature, which another act takes up; and what the program does.
ROUTINE = """
open read claim release assign note judge-entry record-signature begin-test finish-test
log-in log-out lock unlock lock-signing record-failed-login
alarm-case alarm-comment alarm-inquiry claim-delivery clock-old-case hand-over
ingest keep-answer-place keep-picture make-anchor make-desk mark-uncertain
receive-acknowledgement record-anchor record-anchor-failure record-backup record-coverage
record-delivery record-failure record-move record-recheck record-scrub record-settings
record-verified refit-screening rotate-key take-up take-up-old-case
end-left-session end-password hold-again take-again
"""


def kinds(bench: Bench) -> list[DeviationKind]:
    return [each.kind for each in oversight.proposals(bench.desk.read, bench.clock.at)]


def backed_up(bench: Bench) -> None:
    bench.desk.perform(RecordBackup(bench.clock.at, 1, digest(b""), 1), SYSTEM)


def test_every_act_that_oversight_looks_for_is_one_of_the_desk() -> None:
    asked = frozenset().union(*(ready.actions for ready in READY.values()), DECISIONS)
    told = RIGHTS | LOGINS | BACKUPS | ERRORS | PROTOCOLS | SETTINGS
    assert (asked | told) - {str(action.name) for action in ACTIONS} == frozenset()


@pytest.mark.requirement("A6")
def test_every_act_in_which_a_person_decides_can_be_drawn() -> None:
    names = {str(action.name) for action in ACTIONS}
    assert set(ROUTINE.split()) | DECISIONS == names
    assert not DECISIONS & set(ROUTINE.split())


def test_a_calm_desk_proposes_nothing(bench: Bench) -> None:
    assert kinds(bench) == []


def test_what_is_late_is_proposed_once_and_no_more_when_opened(bench: Bench, anna: Actor) -> None:
    waiting, sent, done = take_in(bench.desk, *(arrival(n) for n in range(3)))
    bench.desk.perform(Open(waiting, HOUR), anna)
    escalate(bench.desk, sent, anna)
    escalate(bench.desk, done, anna)
    bench.clock.pass_by(3 * DAY)
    packet = bench.desk.read.deliveries_of(done)[0]
    bench.desk.perform(ClaimDelivery(packet.id, 1, HOUR, "mail"), SYSTEM)
    bench.desk.perform(
        RecordDelivery(packet.id, "receipt", version_of(bench.desk, packet.id)), SYSTEM
    )
    backed_up(bench)
    found = oversight.proposals(bench.desk.read, bench.clock.at)
    assert {each.kind for each in found} == {DeviationKind.LATE_FORWARD}
    assert {each.comment for each in found} == {waiting, sent, done}
    assert found == sorted(found, key=lambda each: each.since)
    scope = oversight.Scope(
        0, bench.desk.read.log_size() - 1, (ReviewQuestion.LATE_FORWARD,), seed=1
    )
    pointed = {hit.entry for hit in oversight.hits(bench.desk.read, scope, UTC)}
    acts = [each.action for each in bench.desk.read.entries_after(-1, 99) if each.seq in pointed]
    assert acts == ["escalate", "record-delivery"], "one has not left yet"
    bench.clock.pass_by(100 * DAY)
    still = oversight.proposals(bench.desk.read, bench.clock.at)
    assert {each.origin for each in found} <= {each.origin for each in still}
    first = found[0]
    opened = OpenDeviation(first.kind, "te laat", first.comment, first.origin)
    bench.desk.perform(opened, anna)
    left = oversight.proposals(bench.desk.read, bench.clock.at)
    assert first.origin not in {each.origin for each in left}


@pytest.mark.parametrize("queue", [queue for queue in Queue if queue.is_open])
def test_what_is_late_is_noticed_wherever_it_stands(
    bench: Bench, anna: Actor, queue: Queue
) -> None:
    [comment] = take_in(bench.desk, arrival(1, queue=queue))
    bench.desk.perform(Open(comment, HOUR), anna)
    backed_up(bench)
    assert kinds(bench) == []
    bench.clock.pass_by(2 * HOUR)
    assert kinds(bench) == [DeviationKind.LATE_FORWARD]


def test_the_entries_of_cases_are_those_about_comments_that_were_escalated(
    bench: Bench, anna: Actor
) -> None:
    first, second = take_in(bench.desk, arrival(1), arrival(2))
    for comment in (first, second):
        bench.desk.perform(Open(comment, None), anna)
    escalate(bench.desk, first, anna)
    found = bench.desk.read.entries_of_cases({"open", "escalate"})
    assert {(each.action, each.subject) for each in found} == {("open", first), ("escalate", first)}
    assert bench.desk.read.entries_of_cases(set()) == []


def test_what_went_to_pv_in_time_is_not_late_while_its_reply_is_due(
    bench: Bench, anna: Actor
) -> None:
    [comment] = take_in(bench.desk, arrival(1))
    escalate(bench.desk, comment, anna)
    packet = bench.desk.read.deliveries_of(comment)[0]
    bench.desk.perform(ClaimDelivery(packet.id, 1, HOUR, "mail"), SYSTEM)
    bench.desk.perform(
        RecordDelivery(packet.id, "receipt", version_of(bench.desk, packet.id)), SYSTEM
    )
    bench.clock.pass_by(3 * DAY)
    backed_up(bench)
    assert kinds(bench) == []


def test_gaps_and_failed_deliveries_are_proposed(bench: Bench, anna: Actor) -> None:
    for _ in range(2):  # one outage is one deviation
        poll = Coverage(SOURCE, 5, 6, CoverageState.FAILED, 0, 0, None, "weg")
        bench.desk.perform(RecordCoverage(SOURCE, poll, None), SYSTEM)
    comment = take_in(bench.desk, arrival(1))[0]
    escalate(bench.desk, comment, anna)
    packet = bench.desk.read.deliveries_of(comment)[0]
    bench.desk.perform(ClaimDelivery(packet.id, 1, HOUR, "mail"), SYSTEM)
    bench.desk.perform(
        RecordFailure(packet.id, Name("down"), None, version_of(bench.desk, packet.id)), SYSTEM
    )
    assert kinds(bench) == [DeviationKind.COVERAGE_GAP, DeviationKind.FAILED_DELIVERY]


@pytest.mark.requirement("P26")
def test_a_missed_report_opens_a_deviation(bench: Bench, anna: Actor) -> None:
    bob = log_in(bench.desk, frozenset({Role.SUPERVISOR}), "bob")[Role.SUPERVISOR]
    comment = take_in(bench.desk, arrival(1))[0]
    bench.desk.perform(Close(comment, Reason.NOT_AN_ADVERSE_EVENT), anna)
    chosen = oversight.Draw(0, bench.clock.at + 1, 100, 3)
    assert oversight.draw_checks(bench.desk, chosen, anna) == 1
    assert oversight.offered(bench.desk.read, anna.moderator) == []
    (check,) = oversight.offered(bench.desk.read, bob.moderator)
    event, why = Category.ADVERSE_EVENT, CheckReason.MISSED_EVENT
    said = CheckDecision(check.id, agrees=False, category=event, because=why)
    assert (check.decision.by, check.decision.comment) == ("", comment)
    bench.desk.perform(said, bob)
    assert kinds(bench) == []
    (opened,) = bench.desk.read.deviations()
    assert (opened.kind, opened.comment) == (DeviationKind.MISSED_EVENT, comment)


def test_nothing_to_draw_from_is_said(bench: Bench, anna: Actor) -> None:
    with pytest.raises(RefusedError, match="Nothing was decided"):
        oversight.draw_checks(bench.desk, oversight.Draw(0, bench.clock.at, 50, 1), anna)


def test_work_without_a_backup_is_proposed(bench: Bench, anna: Actor) -> None:
    take_in(bench.desk, arrival(1))
    bench.clock.pass_by(3 * HOUR)
    assert kinds(bench) == [], "a desk at rest needs no backup"
    bench.desk.perform(Open(1, None), anna)
    assert kinds(bench) == [], "it has only just woken"
    bench.clock.pass_by(HOUR)
    assert kinds(bench) == [DeviationKind.FAILED_BACKUP]
    backed_up(bench)
    assert kinds(bench) == []


def test_a_log_without_entries_needs_no_backup() -> None:
    from webcare_desk.oversight.proposals import _not_backed_up

    class Empty:
        """A log of nothing."""

        def entries(self, *_: object) -> list[object]:
            """Return no entries."""
            return []

        entries_after = entries

    assert list(_not_backed_up(Empty(), 0, {})) == []  # type: ignore[arg-type]


@pytest.mark.requirement("E4")
def test_the_periodic_review_tells_of_everything(bench: Bench, anna: Actor, tmp_path: Path) -> None:
    desk = bench.desk
    desk.perform(RecordFailedLogin("anna"), SYSTEM)
    desk.perform(OpenDeviation(DeviationKind.OTHER, "<b>te laat & fout</b>"), anna)
    backed_up(bench)
    size, now = desk.read.log_size(), bench.clock.at
    found = oversight.periodic(desk, oversight.Asked(0, now + 1, anna.moderator), "", size)
    assert [each.action for each in found.logins] == ["record-failed-login"]
    assert [each.action for each in found.backups] == ["record-backup"]
    assert (found.size, found.first, found.last) == (size, 0, size - 1)
    text = oversight.as_text(found)
    assert "Failed logins (1)" in text
    assert "The log, and by it every text and row of the desk | holds" in text
    assert "Protocols put in force (0)\n  none" in text
    page = oversight.as_html(found, oversight.Tongue())
    assert "&lt;b&gt;te laat &amp; fout&lt;/b&gt;" in page
    assert "<b>" not in page
    oversight.write_page(found, tmp_path / "page.html")
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == page
    with pytest.raises(ReadOnlyError, match="cannot be written"):
        oversight.write_page(found, tmp_path / "no" / "page.html")


def test_going_on_after_a_fork_is_of_the_backups() -> None:
    assert FORK in BACKUPS


def test_a_flaw_and_a_long_list_are_told_shortly(bench: Bench, anna: Actor) -> None:
    del anna
    for _ in range(202):
        bench.desk.perform(RecordFailedLogin("anna"), SYSTEM)
    now = bench.clock.at + 1
    found = oversight.periodic(bench.desk, oversight.Asked(0, now, ""), "entry 7 was changed", 9)
    text = oversight.as_text(found)
    assert "does not hold: entry 7 was changed" in text
    assert "2 more" in text
    assert "Failed logins (202)" in text
