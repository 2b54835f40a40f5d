"""A desk on its way to PV that is killed at a point, and started again: `-m tests.faults.messenger`.

One prepared process forks two children for each point: the first is killed, or loses its network;
the second is the next start, which does what is left to do, until PV's answer is there.
"""

import contextlib
import json
import os
import shutil
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from tests.faults.points import Fate, Points, lay
from tests.jobs.test_forward import CASE
from tests.support.desks import ORIGIN, escalate
from webcare_desk.actions import ClaimDelivery
from webcare_desk.casebook import answers
from webcare_desk.clock import now
from webcare_desk.connectors.courier_smtp import Security, SmtpAccount, SmtpCourier
from webcare_desk.connectors.mailbox import Mailbox, MailboxAccount
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import Actor, Role, system_actor
from webcare_desk.errors import WebcareError
from webcare_desk.jobs import forward as module
from webcare_desk.jobs.answers import hear
from webcare_desk.jobs.forward import forward, packet_mail
from webcare_desk.pv import cioms, packet
from webcare_desk.pv.e2b.cases import case_batch, sheet_of
from webcare_desk.pv.e2b.rules import Profile
from webcare_desk.pv.packet import to_json
from webcare_desk.store.sqlite.opening import DATABASE, open_store
from webcare_desk.vault.secret import Secret
from webcare_desk.vault.signing import Signer

HOUR = 3_600_000_000
SENDER, COMMENT = "desk@agency.example", 1
#: A desk that has no answer after so many rounds has lost its case.
ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Place:
    """One desk for one point, and the world around it."""

    folder: Path
    signer: Signer
    actor: Actor
    world: dict[str, Any]
    point: str

    @property
    def reference(self) -> str:
        """The case's own number: no two desks have the same."""
        return f"NL-VAREN-{self.point}"

    def opened(self, hours: int = 0) -> Desk:
        """Open the desk as it is so many hours later."""
        store = open_store(self.folder, self.signer, ORIGIN)
        return Desk(store, lambda: now() + hours * HOUR)


def journey(place: Place, desk: Desk) -> None:
    """Do what is left to do: escalate, send, and hear PV."""
    if not desk.read.escalations_of(COMMENT):
        case = replace(CASE, reference=place.reference)
        sheet = sheet_of(case_batch(case, Profile.INTAKE))
        escalate(desk, COMMENT, place.actor, to_json(case, "").decode("ascii"), sheet)
    world, recipient = place.world, f"pv-{place.point}@sponsor.example"
    roots, wait = Path(world["roots"]), 5.0
    account = SmtpAccount(
        "127.0.0.1", world["smtp"], Security.STARTTLS, "desk", SENDER, recipient, roots, wait
    )
    mail_of = partial(packet_mail, desk, sender=SENDER, recipient=recipient, language="nl")
    forward(desk, SmtpCourier(account, lambda: "any"), mail_of, lease=1)
    box = MailboxAccount(
        "127.0.0.1", world["imap"], Security.TLS, "desk", "INBOX", recipient, roots, wait
    )
    with contextlib.suppress(WebcareError):  # the network may be gone
        hear(desk, Name("imap"), Mailbox(box, lambda: "geheim"), partial(take, desk))


def take(desk: Desk, data: bytes) -> None:
    """Take in PV's answer, as an open desk does."""
    answers.take(desk, data, system_actor())


def struck(place: Place, points: Points, *, is_blind: bool) -> None:
    """Be the first child: work until the point."""
    if is_blind:
        forget()
    desk = place.opened()
    lay(points)
    journey(place, desk)


def restarted(place: Place, *, is_blind: bool) -> None:
    """Be the second child: go on until PV has answered."""
    if is_blind:
        forget()
    for hours in range(1, ROUNDS):
        desk = place.opened(hours)
        journey(place, desk)
        answered = [not each.is_open for each in desk.read.escalations_of(COMMENT)]
        desk.store.close()
        if answered == [True]:
            return
    msg = "PV never answered"
    raise AssertionError(msg)


def forget() -> None:
    """Take the protection away: a mail is built anew for each try, and is called anew."""
    module.message_id_of = lambda key, sender: f"<{key}@{time.time_ns() % 10**9}{sender[-8:]}>"  # type: ignore[attr-defined]
    module.ClaimDelivery = lambda *words: ClaimDelivery(*words[:3])  # type: ignore[attr-defined, assignment]


def in_child(work: Callable[[], None]) -> int:
    """Fork, work, and return the child's exit status; negative for the signal that ended it."""
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(0)
        finally:
            traceback.print_exc()
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def place_of(world: dict[str, Any], point: str) -> Place:
    """Lay a copy of the prepared desk for one point."""
    source = Path(world["folder"])
    folder = source / point
    folder.mkdir()
    shutil.copyfile(source / DATABASE, folder / DATABASE)
    signer = Signer.from_secret(Secret(world["key"]))
    moderator, role, session = world["actor"]
    return Place(folder, signer, Actor(moderator, Role(role), session), world, point)


def without_pdf() -> None:
    """Set no PDF: what is on paper is nothing to a wire, and takes longer than all the rest."""
    packet.to_pdf = lambda *_: b"%PDF-"  # type: ignore[attr-defined]
    cioms.to_pdf = lambda *_: b"%PDF-"


def main() -> None:
    """Read the world from standard input; write how each point ended as a line of JSON."""
    without_pdf()
    world = json.load(sys.stdin)
    if world["measure"]:
        place, points = place_of(world, "measure"), Points(Fate.CUT, 0)
        desk = place.opened()
        lay(points)
        journey(place, desk)
        sys.stdout.write(f"{points.count}\n")
        return
    is_blind = bool(world["blind"])
    for fate, at in world["points"]:
        place = place_of(world, f"{fate}{at}")
        first = in_child(partial(struck, place, Points(Fate(fate), at), is_blind=is_blind))
        second = in_child(partial(restarted, place, is_blind=is_blind))
        sys.stdout.write(json.dumps([place.point, first, second]) + "\n")


if __name__ == "__main__":
    main()
