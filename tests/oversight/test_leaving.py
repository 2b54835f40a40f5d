"""What the program noticed says what it is about, and can be left with a reason."""

import pytest

from tests.support.desks import HOUR, SOURCE, SYSTEM, Bench, arrival, escalate, take_in, version_of
from tests.support.pv_says import pv_says
from webcare_desk import oversight
from webcare_desk.actions import (
    ClaimDelivery,
    LeaveProposal,
    Open,
    RecordBackup,
    RecordCoverage,
    RecordDelivery,
    RecordFailure,
)
from webcare_desk.domain.audit import Name, digest
from webcare_desk.domain.coverage import Coverage, CoverageState
from webcare_desk.domain.deviation import DeviationKind, Proposal
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reason import Reason
from webcare_desk.errors import RefusedError
from webcare_desk.oversight.proposals import _not_backed_up
from webcare_desk.reports.noticed import lateness, noticed

DAY = 24 * HOUR


def found(bench: Bench) -> list[Proposal]:
    return oversight.proposals(bench.desk.read, bench.clock.at)


def told(bench: Bench, each: Proposal, *, may_read: bool = True) -> list[str]:
    """Return what is said of a proposal."""
    read = bench.desk.read
    parts = noticed(read, each.kind, each.origin, each.comment, may_read=may_read)
    late = lateness(read, each.origin, each.comment, each.since, bench.clock.at)
    return [*map(str, parts), *map(str, late)]


def gap(bench: Bench, problem: str | None) -> None:
    """Let a source fail once, in another way than before."""
    began = bench.clock.pass_by(3 * HOUR)
    failed = Coverage(SOURCE, began, began, CoverageState.FAILED, 0, 0, None, problem)
    bench.desk.perform(RecordCoverage(Name(SOURCE), failed, None), SYSTEM)


def backed_up(bench: Bench) -> None:
    bench.desk.perform(RecordBackup(bench.clock.at, 1, digest(b""), 1), SYSTEM)


def gaps(bench: Bench) -> list[Proposal]:
    return [each for each in found(bench) if each.kind is DeviationKind.COVERAGE_GAP]


def test_a_gap_says_which_source_and_what_it_answered(bench: Bench) -> None:
    gap(bench, "503 from the site")
    (first,) = gaps(bench)
    said, problem = told(bench, first)
    assert said.startswith(f"{SOURCE} was not read from 2026-")
    assert problem == "503 from the site"


def test_one_that_was_left_stays_away_and_hides_no_other(bench: Bench, anna: Actor) -> None:
    gap(bench, None)
    (first,) = gaps(bench)
    assert len(told(bench, first)) == 1
    leave = LeaveProposal(first.origin, None, Reason.OTHER, "announced the day before")
    bench.desk.perform(leave, anna)
    entry = bench.desk.read.entries_after(bench.desk.read.log_size() - 2, 1)[0]
    assert (entry.action, entry.reason, entry.detail["origin"]) == (
        "leave-proposal",
        Reason.OTHER,
        first.origin,
    )
    assert gaps(bench) == []
    with pytest.raises(RefusedError, match="opened or left this already"):
        bench.desk.perform(leave, anna)
    gap(bench, "another problem")
    (second,) = gaps(bench)
    assert second.origin != first.origin


def test_what_is_late_names_its_case_and_by_how_much(bench: Bench, anna: Actor) -> None:
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
    by_comment = {each.comment: told(bench, each) for each in found(bench)}
    name = bench.desk.read.comment(sent)
    assert name is not None
    assert by_comment[sent][:3] == [f"comment {sent}", name.author_name, "case 1"]
    assert by_comment[sent][3] == by_comment[done][3]
    assert "day" in by_comment[sent][3]
    assert by_comment[done][2] == "case 2"
    assert by_comment[waiting][2].endswith(" late")
    of_sent = next(each for each in found(bench) if each.comment == sent)
    assert name.author_name not in told(bench, of_sent, may_read=False)
    bench.desk.perform(LeaveProposal(of_sent.origin, sent, Reason.DUPLICATE), anna)
    assert sent not in {each.comment for each in found(bench)}


def test_a_late_packet_keeps_its_case_once_the_comment_has_another(
    bench: Bench, anna: Actor, people: dict[Role, Actor]
) -> None:
    (comment,) = take_in(bench.desk, arrival(1))
    first = escalate(bench.desk, comment, anna)
    bench.clock.pass_by(27 * HOUR)
    packet = bench.desk.read.deliveries_of(comment)[0]
    bench.desk.perform(ClaimDelivery(packet.id, 1, HOUR, "mail"), SYSTEM)
    bench.desk.perform(
        RecordDelivery(packet.id, "receipt", version_of(bench.desk, packet.id)), SYSTEM
    )
    backed_up(bench)
    (late,) = found(bench)
    before = told(bench, late)
    assert before[2:] == ["case 1", "3:00:00 late"]
    pv_says(bench.desk, people[Role.SUPERVISOR], first, is_case=False)
    bench.clock.pass_by(49 * HOUR)
    take_in(bench.desk, arrival(1, "Ik lag in het ziekenhuis"))
    escalate(bench.desk, comment, anna)
    assert told(bench, late) == before


def test_a_failed_delivery_says_why(bench: Bench, anna: Actor) -> None:
    (comment,) = take_in(bench.desk, arrival(1))
    escalate(bench.desk, comment, anna)
    packet = bench.desk.read.deliveries_of(comment)[0]
    bench.desk.perform(ClaimDelivery(packet.id, 1, HOUR, "mail"), SYSTEM)
    bench.desk.perform(
        RecordFailure(packet.id, Name("forbidden"), None, version_of(bench.desk, packet.id)), SYSTEM
    )
    failed = next(each for each in found(bench) if each.kind is DeviationKind.FAILED_DELIVERY)
    assert told(bench, failed, may_read=False) == [
        f"comment {comment}",
        "case 1",
        "forbidden",
    ]


def test_a_backup_that_was_not_made_says_since_when(bench: Bench) -> None:
    never = Proposal(DeviationKind.FAILED_BACKUP, Name("failed-backup:0"), None, 0)
    assert told(bench, never)[0].startswith("no backup at all since 2026-")
    backed_up(bench)
    begin = next(
        each.seq for each in bench.desk.read.entries_after(-1, 99) if each.action == "record-backup"
    )
    bench.clock.pass_by(3 * DAY)
    take_in(bench.desk, arrival(1))
    bench.clock.pass_by(DAY)
    (missing,) = _not_backed_up(bench.desk.read, bench.clock.at, {})
    assert missing.origin == f"failed-backup:{begin}"
    assert told(bench, missing)[0].startswith("no backup since 2026-")


def test_that_no_backup_is_made_rests_for_a_week_once_it_is_left(bench: Bench, anna: Actor) -> None:
    def missing(days: int) -> list[Proposal]:
        bench.clock.pass_by(days * DAY)
        gap(bench, None)
        bench.clock.pass_by(HOUR)
        return [each for each in found(bench) if each.kind is DeviationKind.FAILED_BACKUP]

    (first,) = missing(3)
    for number in (1, 2):
        (each,) = missing(0)
        bench.desk.perform(LeaveProposal(each.origin, None, Reason.OTHER, "away"), anna)
        assert missing(5) == []
        (again,) = missing(3)
        assert again.origin == f"{first.origin}:{number}"
        assert told(bench, again) == told(bench, first)


def test_what_names_nothing_says_nothing(bench: Bench) -> None:
    for kind, origin in (
        (DeviationKind.FAILED_BACKUP, "failed-backup:9999"),
        (DeviationKind.OTHER, ""),
        (DeviationKind.COVERAGE_GAP, "coverage-gap:9"),
    ):
        assert noticed(bench.desk.read, kind, origin, None, may_read=True) == []
