"""Whatever is done on a desk, and in whatever order, the log gives the same state back.

21 CFR 11.10(e): nothing obscures what was there before. WEBCARE_DESK_ACTS says
how many random acts; the night does 10,000.
"""

from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.support.desks import (
    CALM,
    HOUR,
    MORNING,
    SOURCE,
    SYSTEM,
    Bench,
    arrival,
    escalate,
    version_of,
)
from tests.support.nightly import rounds
from tests.support.pv_says import key_of, pv_says
from tests.support.steps import plan_step
from webcare_desk.actions import (
    Action,
    AddNote,
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
    RecordMove,
    RecordStep,
    RecordVerified,
    Release,
    Reopen,
    RetryDelivery,
    SendNow,
)
from webcare_desk.domain.audit import Name
from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reply import DeliveryKind
from webcare_desk.errors import RefusedError
from webcare_desk.store.sqlite.past import past

_COMMENTS = 40
_WORDS = ("goed", "hoofdpijn", "ééntje 😀", "a" * 300, "\u202eomgekeerd", "x\ny")


def come_in(chance: Random) -> Action[Any]:
    """Return a batch of comments, new and reworded."""
    said = [CALM, None]
    arrivals = {
        number: arrival(number, chance.choice(_WORDS), said=chance.choice(said))
        for number in chance.sample(range(_COMMENTS), chance.randint(0, 6))
    }
    return Ingest(SOURCE, tuple(arrivals.values()))


def moderate(chance: Random, comment: int, me: str) -> Action[Any]:
    """Return what a moderator may do to a comment, fit or not."""
    words, reason = chance.choice(_WORDS), chance.choice(list(Reason))
    kind = chance.choice(list(DeliveryKind))
    queue, category = chance.choice(list(Queue)), chance.choice(list(Category))
    return chance.choice(
        [
            Open(comment, chance.choice([None, HOUR])),
            Claim(comment, take_over=chance.random() < 0.5),
            Release(comment),
            Assign(comment, chance.choice([None, me])),
            Classify(comment, category, queue, MORNING, chance.choice([None, reason]), words),
            AddNote(comment, words),
            RecordStep(comment, plan_step("warn"), words),
            Close(comment, reason, words),
            Reopen(comment, queue, reason, words),
            QueueReply(comment, words, None, 0),
            ChangeVisibility(comment, kind, 0, reason, words),
            DeleteComment(comment, 0, reason, words),
        ]
    )


def deliver(chance: Random, delivery: int, version: int, at: int) -> Action[Any]:
    """Return what may become of a delivery, by the program; seldom by what it was before."""
    version -= chance.random() < 1 / 5
    return chance.choice(
        [
            ClaimDelivery(delivery, version, HOUR),
            RecordDelivery(delivery, chance.choice(_WORDS), version),
            RecordVerified(delivery, version),
            MarkUncertain(delivery, Name("lost"), at, version),
            RecordFailure(delivery, Name("down"), chance.choice([None, at + HOUR]), version),
        ]
    )


def recall(chance: Random, delivery: int) -> Action[Any]:
    """Return what a person may do about a delivery."""
    acts = (CancelDelivery, SendNow, RetryDelivery)
    return chance.choice(acts)(delivery)


def act(bench: Bench, chance: Random, anna: Actor) -> None:
    """Do one random act; what does not fit is refused and leaves nothing."""
    comment, delivery = chance.randint(1, _COMMENTS), chance.randint(1, 60)
    bench.clock.pass_by(chance.choice([1, 1000, HOUR // 4, -5_000_000]))
    turn = chance.random()
    if turn < 0.1:
        bench.desk.perform(come_in(chance), SYSTEM)
    elif turn < 0.13:
        thread, link = f"t{chance.randint(1, 9)}", chance.choice(_WORDS)
        bench.desk.perform(RecordMove(comment, thread, link, None, link), SYSTEM)
    elif turn < 0.65:
        bench.desk.perform(moderate(chance, comment, anna.moderator), anna)
    elif turn < 0.85:
        version = version_of(bench.desk, delivery)
        bench.desk.perform(deliver(chance, delivery, version, bench.clock.at), SYSTEM)
    elif turn < 0.93:
        bench.desk.perform(recall(chance, delivery), anna)
    elif turn < 0.98:
        escalate(bench.desk, comment, anna)
    else:
        pv_says(bench.desk, anna, chance.randint(1, 20), "PV-1")


@pytest.mark.requirement("A2")
def test_the_log_gives_back_the_state_after_any_acts(
    bench: Bench, anna: Actor, tmp_path: Path
) -> None:
    chance = Random(11)  # noqa: S311 - a repeatable walk
    key_of(bench.desk, anna)
    done = 0
    wanted = rounds("ACTS", gate=250, nightly=10_000)
    half: tuple[int, int, dict[str, int]] | None = None
    while done < wanted:
        before = bench.desk.read.log_size()
        try:
            act(bench, chance, anna)
        except RefusedError:
            assert bench.desk.read.log_size() <= before + 1  # an escalation looks first
        done = bench.desk.read.log_size()
        if half is None and done >= wanted // 2:
            bench.clock.pass_by(HOUR)  # past every time that went back
            half = bench.clock(), done, counts(bench)
            bench.clock.pass_by(HOUR)
    bench.require_sound()
    assert half is not None
    then = past(bench.database, tmp_path / "past.db", half[0], None)
    assert (then.entries, dict(then.counts)) == half[1:]


def counts(bench: Bench) -> dict[str, int]:
    """Return how many comments stand in each queue that has any."""
    found = {count.queue.value: count.count for count in bench.desk.read.queue_counts()}
    return {queue: count for queue, count in found.items() if count}
