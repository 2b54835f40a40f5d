"""A desk at work that is killed at random moments: `python -m tests.faults.victim`.

One prepared process forks a child for each round, lets it work for a random
while, and kills it with SIGKILL. What the child was told is done, it adds to a
record before it goes on.
"""

import os
import select
import signal
import sys
import traceback
from pathlib import Path
from random import Random

from tests.faults.world import World, world_of
from tests.support.desks import ORIGIN, arrival, enter, escalate
from webcare_desk.actions import Ingest, Open, QueueReply
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import Actor, Role, system_actor
from webcare_desk.store.sqlite.opening import open_store
from webcare_desk.vault.secret import Secret
from webcare_desk.vault.signing import Signer

#: How many steps a child may take: it tells each, and each effect in the world.
STEPS = 16
#: Seconds between the last step that was seen and the kill.
MOMENT = 0.004
#: Every so many rounds the child is killed while it still opens the desk, after so many seconds.
OPENING, STARTS = 5, 0.04
VILLAGE = Name("village")


def main(folder: Path, rounds: int, seed: int, *, is_blind: bool) -> None:
    """Fork and kill `rounds` children over the desk in `folder`."""
    signer = Signer.from_secret(Secret((folder / "key").read_text(encoding="ascii")))
    chance = Random(seed)  # noqa: S311 - repeatable
    for number in range(rounds):
        sees, tells = os.pipe()
        child = os.fork()
        if child == 0:
            live(folder, signer, world_of(folder, is_blind=is_blind, tells=tells), number)
        os.close(tells)
        _wait(sees, chance, while_opening=number % OPENING == 0)
        os.kill(child, signal.SIGKILL)
        os.close(sees)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status):
            sys.exit("a child ended by itself")


def _wait(sees: int, chance: Random, *, while_opening: bool) -> None:
    """Wait until the child has done some of its work, and then a moment more."""
    if while_opening:
        select.select((), (), (), chance.uniform(0, STARTS))
        return
    for _ in range(chance.randrange(1, STEPS)):
        os.read(sees, 1)
    select.select((), (), (), chance.uniform(0, MOMENT))


def live(folder: Path, signer: Signer, world: World, number: int) -> None:
    """Work until killed; never returns."""
    try:
        desk = Desk(open_store(folder, signer, ORIGIN))
        anna = enter(desk, desk.read.moderators()[0].id, "anna", Role.SUPERVISOR)
        step = 0
        while True:
            step += 1
            work(desk, world, anna, 1000 * number + step)
    finally:
        traceback.print_exc()
        os._exit(1)


def work(desk: Desk, world: World, anna: Actor, number: int) -> None:
    """Take two comments in, answer one, escalate the other, and deliver."""
    done = world.done
    page = (arrival(2 * number, f"vraag {number}"), arrival(2 * number + 1, f"pijn {number}"))
    first, second = desk.perform(Ingest(VILLAGE, page), system_actor()).added
    done.add(ingested=[first, second], number=number)
    aware_at = desk.perform(Open(first), anna).aware_at
    done.add(opened=first, aware_at=aware_at)
    reply = desk.perform(QueueReply(first, f"antwoord {number}", None, 0), anna)
    done.add(replied=reply, text=f"antwoord {number}")
    world.deliver(desk)
    case = f'{{"case":{number}}}'
    escalation = escalate(desk, second, anna, case)
    done.add(escalated=escalation, case=case)
    world.deliver(desk)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), is_blind=sys.argv[4:] == ["blind"])
