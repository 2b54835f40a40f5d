"""Whatever is done, no adverse event is closed without a forward or a reason with its person.

Every act is an entry of the sealed log with who did it and why. WEBCARE_DESK_WALK says
how many acts; the night does a million.
"""

from dataclasses import dataclass, field
from random import Random
from typing import Any

import pytest

from tests.support.desks import (
    HOUR,
    MORNING,
    SECOND,
    SYSTEM,
    Bench,
    arrival,
    escalate,
    triage,
    version_of,
)
from tests.support.nightly import rounds
from tests.support.pv_says import answer_of
from webcare_desk.actions import (
    Action,
    Assign,
    CancelDelivery,
    ChangeVisibility,
    Claim,
    ClaimDelivery,
    Classify,
    Close,
    DeleteComment,
    Ingest,
    MarkUncertain,
    Open,
    QueueReply,
    RecordDelivery,
    RecordFailure,
    RecordVerified,
    Release,
    Reopen,
    RetryDelivery,
    SendNow,
    is_with_pv,
)
from webcare_desk.domain.audit import Name
from webcare_desk.domain.finding import Category, Tier
from webcare_desk.domain.inbox import Queue, Status
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reason import LOWERING, NOT_A_REPORT, Reason
from webcare_desk.domain.reply import DeliveryKind
from webcare_desk.errors import RefusedError
from webcare_desk.store.base import Reads

#: Comments in work at a time; a fresh one takes the place of each that is closed for good.
_AT_ONCE = 12
_SOURCE = Name("forum")
_ENDED = {Status.CLOSED, Status.ANSWERED}


@dataclass(slots=True)
class Walk:
    """A walk over a desk.

    `reasoned` are comments with a reason since they were called an event, `told` those of which PV
    was told the present words.
    """

    bench: Bench
    anna: Actor
    chance: Random
    next_number: int = 1
    work: list[int] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)
    reasoned: set[int] = field(default_factory=set)
    told: set[int] = field(default_factory=set)
    closed: int = 0

    def comes_in(self) -> None:
        """Take in a comment, an adverse event by triage or not."""
        category = self.chance.choice([Category.ADVERSE_EVENT, Category.THANKS, Category.NONE])
        tier = self.chance.choice(list(Tier))
        said = triage(tier, category, self.chance.choice([Queue.SAFETY, Queue.OTHER]))
        arrived = arrival(self.next_number, said=said)
        self.next_number += 1
        done = self.bench.desk.perform(Ingest(_SOURCE, (arrived,)), SYSTEM)
        self.numbers |= dict.fromkeys(done.added, self.next_number - 1)
        self.work += done.added

    def rewords(self, comment: int) -> None:
        """Let its author write of an event in other words, which nobody has judged or told."""
        said = triage(Tier.CHECK, Category.ADVERSE_EVENT, Queue.SAFETY)
        again = arrival(self.numbers[comment], f"Nu om {self.bench.clock()}", said=said)
        self.bench.desk.perform(Ingest(_SOURCE, (again,)), SYSTEM)
        self.reasoned.discard(comment)
        self.told.discard(comment)

    def moderates(self, comment: int) -> Action[Any]:
        """Return what a moderator may try with a comment."""
        chance, reason = self.chance, self.chance.choice(list(Reason))
        category, queue = chance.choice(list(Category)), chance.choice(list(Queue))
        why = chance.choice([None, reason])
        return chance.choice(
            [
                Open(comment, chance.choice([None, HOUR])),
                Claim(comment, take_over=chance.random() < 0.5),
                Release(comment),
                Assign(comment, self.anna.moderator),
                Classify(comment, category, queue, MORNING, why, "words", HOUR),
                Classify(comment, Category.ADVERSE_EVENT, Queue.SAFETY, MORNING, why, "", HOUR),
                Close(comment, reason, "words"),
                Close(comment, chance.choice([Reason.DONE, Reason.NO_REPLY_NEEDED]), ""),
                Reopen(comment, queue, reason, "words"),
                QueueReply(comment, "words", None, 0),
                ChangeVisibility(comment, chance.choice(list(DeliveryKind)), 0, reason, "words"),
                DeleteComment(comment, 0, reason, "words"),
            ]
        )

    def delivers(self, delivery: int) -> tuple[Action[Any], Actor]:
        """Return what may become of a delivery, by the program or by a person."""
        at, version = self.bench.clock.at, version_of(self.bench.desk, delivery)
        ours: list[Action[Any]] = [
            ClaimDelivery(delivery, version, HOUR),
            RecordDelivery(delivery, "receipt", version),
            RecordVerified(delivery, version),
            MarkUncertain(delivery, Name("lost"), at, version),
            RecordFailure(delivery, Name("down"), self.chance.choice([None, at + HOUR]), version),
        ]
        theirs: list[Action[Any]] = [
            CancelDelivery(delivery),
            SendNow(delivery),
            RetryDelivery(delivery),
        ]
        chosen = self.chance.choice(ours + theirs)
        return chosen, SYSTEM if chosen in ours else self.anna

    def step(self) -> None:
        """Try one act on one comment; what does not fit is refused."""
        self.bench.clock.pass_by(self.chance.choice([1, SECOND, HOUR // 4]))
        if len(self.work) < _AT_ONCE:
            self.comes_in()
        comment = self.chance.choice(self.work)
        turn = self.chance.random()
        deliveries = list(self.bench.desk.read.deliveries_of(comment))
        escalations = list(self.bench.desk.read.escalations_of(comment))
        if turn < 0.6:
            self.does(comment, self.moderates(comment), self.anna)
        elif turn < 0.85 and deliveries:
            self.does(comment, *self.delivers(self.chance.choice(deliveries).id))
        elif turn < 0.93 and escalations:
            is_case = self.chance.random() < 0.5
            answer = answer_of(self.bench.desk, self.anna, escalations[-1].id, is_case=is_case)
            self.does(comment, answer, self.anna)
        elif turn > 0.97:
            escalate(self.bench.desk, comment, self.anna)
            self.told.add(comment)
        elif turn > 0.96:
            self.rewords(comment)

    def does(self, comment: int, act: Action[Any], by: Actor) -> None:
        """Do it, and keep what a person gave a reason for."""
        before = self.bench.desk.read.work(comment)
        self.bench.desk.perform(act, by)
        if isinstance(act, Reopen):
            self.reasoned.discard(comment)
        elif isinstance(act, Close) and act.reason in NOT_A_REPORT:
            self.reasoned.add(comment)
        elif isinstance(act, Classify):
            called = act.category is Category.ADVERSE_EVENT
            was = before is not None and before.category is Category.ADVERSE_EVENT
            if called and not is_with_pv(self.bench.desk.read, comment):
                self.told.discard(comment)  # PV took it for no case
            if called and not was:
                self.reasoned.discard(comment)
            elif act.reason in LOWERING:
                self.reasoned.add(comment)

    def retire(self) -> None:
        """Let closed comments make room, now and then, so that others come."""
        for comment in list(self.work):
            work = self.bench.desk.read.work(comment)
            if work is not None and work.status in _ENDED and self.chance.random() < 0.02:
                self.work.remove(comment)
                self.closed += 1


def unaccounted(read: Reads, comment: int, accounted: set[int]) -> bool:
    """Say whether an adverse event is closed that nobody forwarded or gave a reason for."""
    work = read.work(comment)
    if work is None or work.category is not Category.ADVERSE_EVENT or work.status not in _ENDED:
        return False
    return comment not in accounted


def walk(bench: Bench, anna: Actor, acts: int) -> tuple[Walk, list[int]]:
    """Walk so many acts and return what was found closed without an account."""
    walking, found = Walk(bench, anna, Random(7)), list[int]()  # noqa: S311 - repeatable
    for _ in range(acts):
        try:
            walking.step()
        except RefusedError:
            continue
        found += [
            comment
            for comment in walking.work
            if unaccounted(bench.desk.read, comment, walking.reasoned | walking.told)
        ]
        walking.retire()
    return walking, found


def test_no_adverse_event_is_closed_without_a_forward_or_a_reason(
    bench: Bench, anna: Actor
) -> None:
    acts = rounds("WALK", gate=1_500, nightly=1_000_000)
    walking, found = walk(bench, anna, acts)
    assert found == []
    assert walking.next_number > _AT_ONCE + acts // 500


def test_the_walk_finds_a_desk_that_closes_anything(
    bench: Bench, anna: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webcare_desk.actions.close.owes_decision", lambda *_: False)
    _, found = walk(bench, anna, 600)
    assert found != []
