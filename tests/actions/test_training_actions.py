"""Certificates: what earns one, how long it holds, and what waits for it."""

from typing import Any

import pytest

from tests.support.desks import CALM, HOUR, SECOND, Bench, arrival, escalate, log_in, take_in
from webcare_desk.actions import (
    Action,
    AddFirstAdministrator,
    AddNote,
    Certify,
    Close,
    FinishTest,
    QueueReply,
    SetTrainingRules,
)
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name, digest
from webcare_desk.domain.moderator import Actor, Role, system_actor
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.training import COURSE, Certificate, Standing, standing_of
from webcare_desk.errors import RefusedError

DAY = 24 * HOUR
POOL = digest(b"the questions")


@pytest.fixture
def bob(desk: Desk, people: dict[Role, Actor]) -> Actor:
    """Let a moderator in."""
    del people
    return log_in(desk, frozenset({Role.MODERATOR}), "bob")[Role.MODERATOR]


def rules(
    *, gate: bool = True, percent: int = 80, questions: int = 12, days: int = 365
) -> SetTrainingRules:
    """Return rules for training, with the gate shut."""
    return SetTrainingRules(gate, percent, questions, days)


def standing(desk: Desk, who: Actor) -> Standing:
    """Return how somebody's training stands now."""
    return standing_of(desk.read.certificate(who.moderator, COURSE), desk.clock())


@pytest.mark.requirement("C4")
@pytest.mark.parametrize(("right", "asked"), [(10, 12), (9, 12), (9, 9)])
def test_enough_right_answers_make_a_certificate(
    desk: Desk, bob: Actor, right: int, asked: int
) -> None:
    passes = right == 10
    key = desk.perform(FinishTest(POOL, 7, right, asked), bob)
    (entry,) = desk.read.entries_after(desk.read.log_size() - 2, 9)
    assert dict(entry.detail) == {"right": right, "asked": asked, "seed": 7, "passed": passes}
    assert (key is not None) is passes is bool(entry.changes)
    assert (standing(desk, bob) is Standing.VALID) is passes
    if passes:
        (kept,) = desk.read.certificates(bob.moderator)
        assert (kept.score, kept.seed, kept.issued_by) == (83, 7, bob.moderator)
        assert kept.expires_at - kept.issued_at == 365 * DAY
        assert desk.read.certificates() == [kept]


def test_no_result_is_more_than_was_asked_or_belongs_to_nobody(desk: Desk, bob: Actor) -> None:
    for by, right in ((bob, 13), (bob, -1), (system_actor(), 12)):
        with pytest.raises(RefusedError, match="not the result of a test"):
            desk.perform(FinishTest(POOL, 7, right, 12), by)


@pytest.mark.requirement("C4")
@pytest.mark.requirement("C4")
def test_a_shut_gate_stops_replying_and_closing_and_nothing_else(
    bench: Bench, bob: Actor, people: dict[Role, Actor]
) -> None:
    desk = bench.desk
    take_in(desk, arrival(1, said=CALM), arrival(2), arrival(3, said=CALM))
    desk.perform(Close(3, Reason.DONE), bob)
    desk.perform(rules(), people[Role.SUPERVISOR])
    acts: tuple[Action[Any], ...] = (QueueReply(1, "Dank u wel", None, 0), Close(1, Reason.DONE))
    for act in acts:
        with pytest.raises(RefusedError, match="no certificate yet: take the test"):
            desk.perform(act, bob)
    desk.perform(AddNote(1, "even kijken"), bob)
    assert escalate(desk, 2, bob)
    desk.perform(FinishTest(POOL, 7, 12, 12), bob)
    bench.clock.pass_by(366 * DAY)
    for act in acts:
        with pytest.raises(RefusedError, match=r"expired on 2027-03-03"):
            desk.perform(act, bob)
    assert standing(desk, bob) is Standing.EXPIRED
    desk.perform(FinishTest(POOL, 8, 12, 12), bob)
    for act in acts:
        desk.perform(act, bob)


def test_an_open_gate_asks_for_nothing(desk: Desk, bob: Actor) -> None:
    take_in(desk, arrival(1, said=CALM))
    assert desk.perform(QueueReply(1, "Dank u wel", None, 0), bob)
    desk.perform(Close(1, Reason.DONE), bob)


def test_the_first_administrator_may_shut_the_gate(desk: Desk) -> None:
    first = AddFirstAdministrator("ada", "Ada", "record", training_gate=True)
    desk.perform(first, system_actor())
    assert desk.read.policy().training_gate


def test_a_supervisor_vouches_for_others_and_not_for_long(
    desk: Desk, bob: Actor, people: dict[Role, Actor]
) -> None:
    anna, course = people[Role.SUPERVISOR], Name("ventora-2026")
    ends = desk.clock() + 20 * DAY
    desk.perform(Certify(bob.moderator, course, ends), anna)
    (entry,) = desk.read.entries_after(desk.read.log_size() - 2, 9)
    assert entry.detail == {"moderator": bob.moderator, "course": course, "until": ends}
    found = desk.read.certificate(bob.moderator, course)
    assert found is not None
    assert (found.seed, found.issued_by, found.expires_at) == (None, anna.moderator, ends)
    assert standing_of(found, desk.clock()) is Standing.EXPIRING
    assert standing(desk, bob) is Standing.MISSING
    with pytest.raises(RefusedError, match="vouches for himself"):
        desk.perform(Certify(anna.moderator, course, ends), anna)
    with pytest.raises(RefusedError, match="no such account"):
        desk.perform(Certify("nobody", course, ends), anna)
    for wrong in (desk.clock() - SECOND, desk.clock() + 1200 * DAY):
        with pytest.raises(RefusedError, match="within three years"):
            desk.perform(Certify(bob.moderator, course, wrong), anna)


def test_the_rules_for_training_keep_their_bounds(desk: Desk, people: dict[Role, Actor]) -> None:
    anna = people[Role.SUPERVISOR]
    for wrong in (rules(percent=49), rules(percent=101), rules(questions=5), rules(questions=25)):
        with pytest.raises(RefusedError, match="must be from"):
            desk.perform(wrong, anna)
    with pytest.raises(RefusedError, match="days a certificate"):
        desk.perform(rules(days=29), anna)
    desk.perform(rules(percent=90, questions=10, days=100), anna)
    found = desk.read.policy()
    assert (found.pass_percent, found.questions, found.certificate_days) == (90, 10, 100)


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (0, Standing.EXPIRED),
        (1, Standing.EXPIRING),
        (30 * DAY, Standing.EXPIRING),
        (30 * DAY + 1, Standing.VALID),
    ],
)
def test_a_certificate_is_over_at_the_moment_it_expires(left: int, expected: Standing) -> None:
    found = Certificate(1, "bob", COURSE, 0, 99 * DAY, 100, None, "anna")
    assert standing_of(found, found.expires_at - left) is expected
