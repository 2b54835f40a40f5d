"""Killed at random moments, the desk loses nothing it acknowledged and repeats nothing."""

import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from tests.faults.world import World, world_of
from tests.support.children import needs_fork
from tests.support.desks import Bench, log_in
from tests.support.nightly import rounds
from webcare_desk.clock import now
from webcare_desk.desk import Desk
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.reply import DeliveryKind, DeliveryState

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = rounds("KILLS", gate=210, nightly=1000)
BLIND_ROUNDS = 60

pytestmark = needs_fork


def kill(bench: Bench, rounds: int, *words: str) -> tuple[Desk, World]:
    """Let a desk be killed `rounds` times; return it as the next start finds it."""
    log_in(bench.desk, frozenset({Role.SUPERVISOR}))
    bench.desk.store.close()
    key = bench.folder / "key"
    key.write_text(bench.signer.to_secret().reveal(), encoding="ascii")
    command = [sys.executable, "-m", "tests.faults.victim", str(bench.folder), str(rounds), "7"]
    subprocess.run([*command, *words], cwd=ROOT, check=True)  # noqa: S603 - our own interpreter
    bench.reopen()
    return Desk(bench.desk.store, now), world_of(bench.folder, is_blind="blind" in words)


def done_in(world: World, what: str) -> list[dict[str, Any]]:
    """Return everything of one kind that the desk said was done."""
    return [line for line in world.done.lines() if what in line]


def test_nothing_acknowledged_is_lost_and_nothing_is_sent_twice(bench: Bench) -> None:
    desk, world = kill(bench, ROUNDS)
    bench.require_sound()
    world.settle(desk)
    _every_acknowledged_act_is_there(desk, world)
    _every_reply_is_published_once(desk, world)
    _every_packet_arrived_with_one_name(desk, world)


def _every_acknowledged_act_is_there(desk: Desk, world: World) -> None:
    ingested = done_in(world, "ingested")
    assert len(ingested) > ROUNDS / 4, "the desk must have worked between the kills"
    for line in ingested:
        found = [desk.read.comment(comment) for comment in line["ingested"]]
        texts = [comment and comment.text for comment in found]
        assert texts == [f"vraag {line['number']}", f"pijn {line['number']}"]
    for line in done_in(world, "opened"):
        work = desk.read.work(line["opened"])
        assert work is not None
        assert work.aware_at == line["aware_at"]


def _every_reply_is_published_once(desk: Desk, world: World) -> None:
    published = Counter(line["text"] for line in world.village.wall.lines())
    assert set(published.values()) == {1}
    replied = done_in(world, "replied")
    for line in replied:
        delivery = desk.read.delivery(line["replied"])
        assert delivery is not None
        assert (delivery.state, delivery.body) == (DeliveryState.VERIFIED, line["text"])
        assert published[line["text"]] == 1
    replies = desk.read.deliveries_in(DeliveryState.VERIFIED)
    assert len(replies) == len(published) >= len(replied)
    assert any(row.attempts > 1 for row in replies), "no kill hit the moment that matters"


def _every_packet_arrived_with_one_name(desk: Desk, world: World) -> None:
    arrived: dict[str, set[tuple[str, str]]] = {}
    mails = list(world.pv.mailbox.lines())
    for mail in mails:
        arrived.setdefault(mail["key"], set()).add((mail["message_id"], mail["digest"]))
    assert {len(copies) for copies in arrived.values()} == {1}
    assert len(mails) > len(arrived), "no kill hit the moment that matters"
    for line in done_in(world, "escalated"):
        escalation = desk.read.escalation(line["escalated"])
        assert escalation is not None
        assert escalation.case == line["case"]
    packets = [
        row
        for row in desk.read.deliveries_in(DeliveryState.SENT)
        if row.kind is DeliveryKind.PACKET
    ]
    assert {row.key for row in packets} == set(arrived)
    assert len(packets) == len(desk.read.open_steps())


def test_a_worker_that_does_not_look_sends_twice(bench: Bench) -> None:
    """The twin: the same desk, the same kills, and nothing is ever found on the platform."""
    _, world = kill(bench, BLIND_ROUNDS, "blind")
    published = Counter(line["text"] for line in world.village.wall.lines())
    assert max(published.values()) > 1
