"""What is due is found to its end, whatever is kept for longer before it."""

import pytest

from tests.support.desks import (
    HOUR,
    SYSTEM,
    Bench,
    arrival,
    escalate,
    log_in,
    take_in,
    triage,
    version_of,
)
from tests.support.erasable import CALM, DAY, approved, crew_of, erasure
from tests.support.pv_says import pv_says
from webcare_desk import erasing
from webcare_desk.actions import (
    ClaimDelivery,
    Close,
    QueueReply,
    RecordDelivery,
    RecordVerified,
    SetHold,
)
from webcare_desk.actions.cases import AddVersion
from webcare_desk.domain.audit import digest
from webcare_desk.domain.case_version import Sheet, VersionKind
from webcare_desk.domain.erasure import HoldBasis, Retention
from webcare_desk.domain.finding import Category, Tier
from webcare_desk.domain.inbox import Queue, Status
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reason import Reason

COMPLAINT = triage(Tier.CHECK, Category.QUALITY, Queue.QUALITY)
PAGE = 500


def test_what_is_kept_for_longer_hides_nothing_that_is_due(bench: Bench) -> None:
    desk = bench.desk
    # Posts of the desk's own are closed as they come in.
    take_in(desk, *(arrival(n, "klacht", said=COMPLAINT, own=True) for n in range(PAGE)))
    last = take_in(desk, *(arrival(n, said=CALM, own=True) for n in (900, 901)))
    bench.clock.pass_by(2 * 366 * DAY)
    assert [each.comment for each in erasing.due(desk.read, Retention(), desk.clock())] == last
    longer = Retention(complaint=1)
    assert len(list(erasing.due(desk.read, longer, desk.clock()))) == PAGE + len(last)


def test_a_request_takes_the_first_that_may_go_and_counts_the_rest(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, dee = bench.desk, crew_of(bench.desk)["dee"]
    monkeypatch.setattr(erasing, "MOST", 2)
    held, *others = take_in(desk, *(arrival(n, said=CALM, own=True) for n in range(1, 6)))
    desk.perform(SetHold(held, HoldBasis.LEGAL_CLAIM, "claim 7"), dee.actor)
    bench.clock.pass_by(2 * 366 * DAY)
    choice = erasing.choose_due(desk.read, Retention(), desk.clock())
    assert (list(choice.comments), choice.later) == (others[:2], 2)
    assert [f"Comment {held} is held" in each for each in choice.kept] == [True]


def test_what_was_answered_is_due_and_goes_without_being_closed(bench: Bench) -> None:
    desk, crew = bench.desk, crew_of(bench.desk)
    [answered] = take_in(desk, arrival(1, said=CALM))
    reply = desk.perform(QueueReply(answered, "Dank u.", None, 0), crew["noor"].actor)
    desk.perform(ClaimDelivery(reply, 1, HOUR), SYSTEM)
    desk.perform(RecordDelivery(reply, "r", version_of(desk, reply)), SYSTEM)
    desk.perform(RecordVerified(reply, version_of(desk, reply)), SYSTEM)
    work = desk.read.work(answered)
    assert (work and work.status) is Status.ANSWERED
    bench.clock.pass_by(2 * 366 * DAY)
    assert [each.comment for each in erasing.due(desk.read, Retention(), desk.clock())] == [
        answered
    ]
    request = approved(desk, crew, erasure(answered))
    erasing.erase(desk, crew["dee"].actor, request, bench.folder, Retention())
    assert desk.read.is_erased(answered)


def follow_up_nine_years_later(bench: Bench, case: int, by: Actor) -> Actor:
    """Let the case end, and tell PV what is new when nine years have gone by."""
    desk = bench.desk
    [packet] = desk.read.deliveries_of(1)
    desk.perform(ClaimDelivery(packet.id, packet.version, HOUR, "mail"), SYSTEM)
    desk.perform(RecordDelivery(packet.id, "250 OK", version_of(desk, packet.id)), SYSTEM)
    pv_says(desk, by, case)
    desk.perform(Close(1, Reason.DONE), by)
    bench.clock.pass_by(9 * 366 * DAY)
    by = log_in(desk, login="later")[Role.SUPERVISOR]
    sheet = Sheet("{}", digest(b"number"), digest(b"batch"))
    desk.perform(AddVersion(case, 1, VersionKind.FOLLOW_UP, sheet, desk.clock(), "news"), by)
    return by


def test_a_case_is_kept_for_its_years_after_pv_was_last_told_of_it(bench: Bench) -> None:
    desk, kept = bench.desk, Retention(safety=10)
    by = log_in(desk)[Role.SUPERVISOR]
    told, beside = take_in(desk, arrival(1), arrival(2, said=CALM))
    case = escalate(desk, told, by)
    by = follow_up_nine_years_later(bench, case, by)
    desk.perform(Close(beside, Reason.DONE), by)
    bench.clock.pass_by(2 * 366 * DAY)
    for years, is_kept in ((0, True), (9, False)):
        bench.clock.pass_by(years * 366 * DAY)
        due = [each.comment for each in erasing.due(desk.read, kept, desk.clock())]
        assert (told not in due) is is_kept
        choice = erasing.choose(desk.read, [told, beside], desk.clock(), kept)
        assert sum("safety case" in each for each in choice.kept) == 2 * is_kept
