"""Killed, or cut off, at each point between escalating and PV's answer: one case arrives."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.connectors import imap_server
from tests.connectors.courier_servers import Inbox, server_of
from tests.connectors.imap_server import Post
from tests.connectors.test_mailbox import mail
from tests.faults.points import Fate
from tests.pv.e2b.test_e2b_acknowledgement import acknowledgement
from tests.support.children import needs_fork
from tests.support.desks import ORIGIN, Bench, arrival, log_in, take_in
from tests.support.nightly import rounds
from tests.support.tls import Pair
from webcare_desk.connectors.courier import attached
from webcare_desk.demo.certificate import make_certificate
from webcare_desk.desk import Desk
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import AnswerMeaning
from webcare_desk.domain.e2b import report_of
from webcare_desk.domain.moderator import Role
from webcare_desk.pv.e2b.read import read
from webcare_desk.store.sqlite.opening import open_store
from webcare_desk.store.sqlite.replay import replay

ROOT = Path(__file__).resolve().parents[2]
#: So many of the logs are replayed.
REPLAYED = 5
POINTS = rounds("PACKET_KILLS", gate=10, nightly=100)

pytestmark = needs_fork


@dataclass
class Pharmacovigilance(Inbox):
    """PV: knows a case by its Message-ID, and answers each new one with an acknowledgement."""

    box: Post = field(default_factory=Post)
    arrived: dict[str, list[tuple[str, bytes]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Start empty."""
        super().__init__()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd
        """Take a packet (aiosmtpd's hook)."""
        del server, session
        data = envelope.original_content or b""
        name = str(message_from_bytes(data)["Message-ID"])
        mails = self.arrived.setdefault(envelope.rcpt_tos[0], [])
        if name not in dict(mails):
            report = report_of(read((attached(data, "e2b-r3.xml") or "").encode()).batch)
            answer = acknowledgement(report=report.text("C.1.1"))
            self.box.mails[len(self.box.mails) + 1] = mail(answer, envelope.rcpt_tos[0])
        mails.append((name, data))
        return "250 accepted"


@dataclass
class World:
    """PV on loopback, a prepared desk, and how to send a messenger through both."""

    pv: Pharmacovigilance
    bench: Bench
    words: dict[str, Any]

    def run(self, **words: Any) -> list[str]:  # noqa: ANN401 - JSON
        """Run the messenger, and return its lines."""
        told = json.dumps({"measure": False, "blind": False, "points": [], **self.words, **words})
        command = [sys.executable, "-m", "tests.faults.messenger"]
        done = subprocess.run(  # noqa: S603 - our own interpreter
            command, cwd=ROOT, input=told, stdout=subprocess.PIPE, text=True, check=True
        )
        return done.stdout.splitlines()

    def points(self, count: int) -> list[int]:
        """Return so many points, spread over the steps of a journey without a fault."""
        (steps,) = self.run(measure=True)
        assert int(steps) > 2 * count, "the journey has more steps than there are points"
        return [1 + number * (int(steps) - 1) // (count - 1) for number in range(count)]


@pytest.fixture
def world(bench: Bench, tmp_path: Path) -> Iterator[World]:
    """Let PV listen, and prepare a desk with one comment."""
    certificate = make_certificate(tmp_path)
    actor = log_in(bench.desk, frozenset({Role.SUPERVISOR}))[Role.SUPERVISOR]
    take_in(bench.desk, arrival(1, "Hoofdpijn sinds de pen 🤢"))
    bench.desk.store.close()
    pv = Pharmacovigilance()
    with ExitStack() as stack:
        account = stack.enter_context(server_of(pv, certificate))
        pair = Pair(certificate.ca_file, certificate.key_file)
        imap = stack.enter_context(imap_server.serving(pv.box, pair))
        words = {
            "folder": str(bench.folder),
            "key": bench.signer.to_secret().reveal(),
            "actor": [actor.moderator, actor.role, actor.session],
            "roots": str(certificate.ca_file),
            "smtp": account.port,
            "imap": imap,
        }
        yield World(pv, bench, words)
    bench.reopen()


@pytest.mark.requirement("P30")
def test_exactly_one_case_arrives_whenever_process_or_network_dies(world: World) -> None:
    points = [(fate, at) for at in world.points(POINTS) for fate in Fate]
    world.pv.arrived.clear()
    for line in world.run(points=points):
        point, first, second = json.loads(line)
        wanted = -signal.SIGKILL if point.startswith(Fate.KILL) else 0
        assert (point, first, second) == (point, wanted, 0)
    copies = [_arrived_once(world, f"{fate}{at}") for fate, at in points]
    for fate, at in points[:: len(points) // REPLAYED]:
        folder = world.bench.folder / f"{fate}{at}"
        assert replay(folder / "desk.db", folder / "replayed.db").differences == ()
    assert len(copies) == 2 * POINTS
    assert max(copies) > 1, "no point lay between the mail and its answer"


def _arrived_once(world: World, point: str) -> int:
    """Require one case at PV and at the desk; return how many copies PV got."""
    mails = world.pv.arrived[f"pv-{point}@sponsor.example"]
    assert len(set(mails)) == 1, point
    folder = world.bench.folder / point
    desk = Desk(open_store(folder, world.bench.signer, ORIGIN))
    (escalation,) = desk.read.escalations_of(1)
    assert (escalation.is_open, escalation.pv_reference) == (False, "PV-9"), point
    deeds = [entry.action for entry in desk.read.entries_after(-1, 999)]
    assert deeds.count("escalate") == 1, point
    standing, (answer,) = desk.read.case_standing(1), desk.read.case_answers(1)
    assert standing is not None
    assert (standing.state, answer.meaning) == (CaseState.ACCEPTED, AnswerMeaning.ACCEPTED), point
    desk.store.close()
    return len(mails)


@pytest.mark.requirement("P30")
def test_a_desk_that_builds_its_mail_anew_gives_pv_two_cases(world: World) -> None:
    """The twin: the same points, and no mail is kept with its claim."""
    points = [(Fate.KILL, at) for at in world.points(20)[6:12]]
    world.pv.arrived.clear()
    world.run(points=points, blind=True)
    names = [len({name for name, _ in mails}) for mails in world.pv.arrived.values()]
    assert max(names) > 1
