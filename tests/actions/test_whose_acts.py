"""Whose act it was that the program wrote down: nobody reviews his own wrong passwords and delays."""

import pytest

from tests.support.desks import (
    CALM,
    HOUR,
    SYSTEM,
    Bench,
    arrival,
    enter,
    escalate,
    log_in,
    take_in,
    version_of,
)
from tests.support.safety import make_safety
from tests.support.signing import Signer, hire, staff
from webcare_desk.actions import (
    ClaimDelivery,
    JudgeEntry,
    Open,
    OpenReview,
    QueueReply,
    RecordDelivery,
    RecordFailedLogin,
)
from webcare_desk.actions.involved import done_by
from webcare_desk.actions.review import acted_in, concludable
from webcare_desk.casebook.versions import News, follow_up
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.question import ReviewQuestion
from webcare_desk.domain.reply import Delivery
from webcare_desk.domain.review import Hit, Verdict
from webcare_desk.errors import RefusedError

pytestmark = pytest.mark.requirement("A6")
FINE = Verdict.IN_ORDER


def last(bench: Bench) -> AuditEntry:
    """Return the last entry of the log."""
    return bench.desk.changes(bench.desk.read.log_size() - 2)[0]


def reviewed(bench: Bench, by: Signer, entry: AuditEntry) -> int:
    """Open a review that points to one entry."""
    asked = ReviewQuestion.SAMPLE
    hit = Hit(asked, entry.seq, entry.actor)
    return bench.desk.perform(OpenReview(0, entry.seq, 1, (asked,), (hit,)), by.actor)


def delivered(bench: Bench, packet: Delivery) -> AuditEntry:
    """Let a packet leave and return the entry that tells of it."""
    desk = bench.desk
    desk.perform(ClaimDelivery(packet.id, packet.version, HOUR, "mail"), SYSTEM)
    desk.perform(RecordDelivery(packet.id, "250 OK", version_of(desk, packet.id)), SYSTEM)
    return last(bench)


def test_a_wrong_password_is_judged_by_somebody_else(bench: Bench) -> None:
    crew = staff(bench.desk, ann=Role.SUPERVISOR, bob=Role.SUPERVISOR)
    bench.desk.perform(RecordFailedLogin("ann"), SYSTEM)
    entry = last(bench)
    assert done_by(bench.desk.read, entry) == {crew["ann"].uid}
    number = reviewed(bench, crew["ann"], entry)
    with pytest.raises(RefusedError, match="act of your own"):
        bench.desk.perform(JudgeEntry(1, FINE), crew["ann"].actor)
    bench.desk.perform(JudgeEntry(1, FINE), crew["bob"].actor)
    with pytest.raises(RefusedError, match="acts of your own"):
        concludable(bench.desk.read, number, FINE, "goed", crew["ann"].uid)
    assert concludable(bench.desk.read, number, FINE, "goed", crew["bob"].uid)


def test_a_wrong_login_is_nobodys(bench: Bench) -> None:
    bench.desk.perform(RecordFailedLogin("nobody"), SYSTEM)
    assert done_by(bench.desk.read, last(bench)) == frozenset()


def test_a_packet_that_was_late_is_theirs_who_saw_the_comment_first_and_who_sent_it(
    bench: Bench,
) -> None:
    people = log_in(bench.desk)
    first = log_in(bench.desk, frozenset({Role.MODERATOR}), "mo")[Role.MODERATOR]
    (comment,) = take_in(bench.desk, arrival(1))
    bench.desk.perform(Open(comment, 24 * HOUR), first)
    bench.clock.pass_by(72 * HOUR)
    sender = people[Role.SUPERVISOR]
    escalate(bench.desk, comment, sender)
    (packet,) = bench.desk.read.deliveries_of(comment)
    entry = delivered(bench, packet)
    assert done_by(bench.desk.read, entry) == {first.moderator, sender.moderator}


def test_a_later_version_is_theirs_who_made_and_sent_it(bench: Bench) -> None:
    safety = make_safety(bench)
    safety.leave()
    assert done_by(bench.desk.read, last(bench)) == {safety.sanne.uid}
    bench.clock.pass_by(48 * HOUR)
    follow_up(bench.desk, 1, safety.noor.actor, News("opgenomen"))
    safety.leave()
    assert done_by(bench.desk.read, last(bench)) == {safety.noor.uid}


def test_a_reply_that_left_is_an_act_of_the_program(bench: Bench) -> None:
    mo = log_in(bench.desk, frozenset({Role.MODERATOR}), "mo")[Role.MODERATOR]
    (comment,) = take_in(bench.desk, arrival(1, said=CALM))
    bench.desk.perform(Open(comment, 24 * HOUR), mo)
    bench.desk.perform(QueueReply(comment, "Dank je.", None, 0), mo)
    (reply,) = bench.desk.read.deliveries_of(comment)
    assert done_by(bench.desk.read, delivered(bench, reply)) == frozenset()
    assert acted_in(bench.desk.read, ()) == frozenset()


def test_where_one_person_alone_oversees_he_judges_his_own_and_the_log_says_so(
    bench: Bench,
) -> None:
    ann = hire(bench.desk, "ann", Role.SUPERVISOR)
    enter(bench.desk, ann.uid, "ann", Role.SUPERVISOR)
    number = reviewed(bench, ann, last(bench))
    bench.desk.perform(JudgeEntry(1, FINE), ann.actor)
    assert last(bench).detail["alone"] is True
    assert concludable(bench.desk.read, number, FINE, "goed", ann.uid)
