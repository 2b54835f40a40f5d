"""Quality hears of a complaint once, on a way of its own: what happens to it is nothing to PV."""

from dataclasses import dataclass, field
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from functools import partial
from pathlib import Path

import pytest

from tests.jobs.faulty import MINUTE, PowerCut
from tests.jobs.test_forward import CASE, Post
from tests.support.desks import Bench, arrival, escalate, take_in
from webcare_desk.actions.cases import AddVersion
from webcare_desk.connectors.courier import Courier
from webcare_desk.connectors.courier_folder import FolderCourier
from webcare_desk.connectors.courier_smtp import Security, SmtpAccount, SmtpCourier
from webcare_desk.demo.mailbox import PvMailbox
from webcare_desk.domain.audit import digest
from webcare_desk.domain.case_version import Sheet, VersionKind
from webcare_desk.domain.escalation import Escalation
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reply import Delivery, DeliveryKind, DeliveryState
from webcare_desk.errors import UnavailableError, UncertainError
from webcare_desk.jobs.complain import complaint_mail
from webcare_desk.jobs.forward import forward, packet_mail
from webcare_desk.jobs.problem import LEASE
from webcare_desk.jobs.send import send
from webcare_desk.pv.packet import to_json

PACKET, COMPLAINT = DeliveryKind.PACKET, DeliveryKind.COMPLAINT
HELD, SENT, UNCERTAIN = DeliveryState.HELD, DeliveryState.SENT, DeliveryState.UNCERTAIN
DOWN = UnavailableError("no connection")


@dataclass(slots=True)
class Counter:
    """A desk with one escalated complaint, and both ways."""

    bench: Bench
    case: int
    pv: Post = field(default_factory=Post)
    quality: Post = field(default_factory=Post)
    built: list[bytes] = field(default_factory=list)
    sender: str = "desk@desk.example"

    def mail_of(self, delivery: Delivery, escalation: Escalation) -> bytes:
        """Build the complaint's mail, and remember that it was built."""
        to = "quality@quality.example"
        compose = partial(complaint_mail, sender=self.sender, recipient=to, language="nl")
        self.built.append(compose(self.bench.desk, delivery, escalation))
        return self.built[-1]

    def tick(self, way: Courier | None = None, *, later: int = 0) -> Delivery:
        """Run one tick of quality's way; return the complaint."""
        self.bench.clock.pass_by(later)
        (moved,) = forward(self.bench.desk, way or self.quality, self.mail_of, kind=COMPLAINT)
        assert moved.kind is COMPLAINT
        return moved

    def forward_packet(self, way: Courier | None = None) -> Delivery:
        """Run one tick of PV's way; return the packet."""
        build = partial(packet_mail, sender=self.sender, recipient="pv@pv.example", language="nl")
        (moved,) = forward(self.bench.desk, way or self.pv, partial(build, self.bench.desk))
        assert moved.kind is PACKET
        return moved


@pytest.fixture
def counter(bench: Bench, anna: Actor) -> Counter:
    """Give one complaint that was just escalated."""
    (comment,) = take_in(bench.desk, arrival(1, CASE.snapshot.text))
    case = to_json(CASE, "").decode("ascii")
    return Counter(bench, escalate(bench.desk, comment, anna, case, tells_quality=True))


def read(mail: bytes) -> EmailMessage:
    """Return a mail as a mail program reads it."""
    found = BytesParser(policy=policy.default).parsebytes(mail)
    assert isinstance(found, EmailMessage)
    return found


@pytest.mark.requirement("P32")
def test_quality_gets_a_notice_and_pv_the_packet(counter: Counter) -> None:
    packet, complaint = counter.forward_packet(), counter.tick()
    assert (packet.state, complaint.state) == (SENT, SENT)
    to_pv, to_quality = read(counter.pv.arrived[0]), read(counter.quality.arrived[0])
    assert to_quality["To"] == "quality@quality.example"
    assert to_quality["Message-ID"] == f"<{complaint.key}@desk.example>" != to_pv["Message-ID"]
    names = [part.get_filename() for part in to_quality.iter_attachments()]
    assert names == ["complaint.json"]
    assert to_quality["Subject"] == f"Kwaliteitsklacht: {CASE.reference}"
    counter.bench.clock.pass_by(1000 * MINUTE)
    assert forward(counter.bench.desk, counter.quality, counter.mail_of, kind=COMPLAINT) == ()
    assert send(counter.bench.desk, {}) == ()
    assert len(counter.quality.arrived) == 1


@pytest.mark.parametrize("done", [True, False])
def test_a_complaint_in_doubt_is_sent_again_as_the_same_bytes(
    counter: Counter, *, done: bool
) -> None:
    counter.quality.faults.append((UncertainError("lost"), done))
    assert counter.tick().state is UNCERTAIN
    counter.sender = "other@other.example"
    assert counter.tick(later=2 * MINUTE).state is SENT
    assert len(counter.built) == 1
    assert set(counter.quality.arrived) == set(counter.built)
    assert len(set(counter.quality.keys)) == 1


def test_a_complaint_built_anew_would_have_another_name(counter: Counter) -> None:
    counter.quality.faults.append((UncertainError("lost"), True))
    doubted, case = counter.tick(), counter.bench.desk.read.escalation(counter.case)
    assert case is not None
    counter.sender = "other@other.example"
    anew = read(counter.mail_of(doubted, case))["Message-ID"]
    assert anew != read(counter.quality.arrived[0])["Message-ID"]


def test_after_a_crash_a_complaint_is_sent_again_as_the_same_bytes(counter: Counter) -> None:
    counter.quality.faults.append((PowerCut(), True))
    with pytest.raises(PowerCut):
        counter.tick()
    counter.bench.reopen()
    assert counter.tick(later=LEASE).state is SENT
    first, second = counter.quality.arrived
    assert first == second


@pytest.mark.requirement("P32")
def test_a_failing_way_to_quality_neither_delays_nor_fails_pv(counter: Counter) -> None:
    counter.quality.faults.append((DOWN, False))
    complaint = counter.tick()
    assert (complaint.state, complaint.problem) == (HELD, "unavailable")
    packet = counter.forward_packet()
    assert (packet.state, packet.problem, packet.attempts) == (SENT, None, 1)
    assert len(counter.pv.arrived) == 1
    assert counter.tick(later=2 * MINUTE).state is SENT


def test_a_failing_way_to_pv_does_not_keep_quality_waiting(counter: Counter) -> None:
    counter.pv.faults.append((DOWN, False))
    assert counter.forward_packet().state is HELD
    assert counter.tick().state is SENT


def test_without_a_way_to_quality_a_complaint_waits_and_says_so(counter: Counter) -> None:
    (held,) = forward(counter.bench.desk, None, counter.mail_of, kind=COMPLAINT)
    assert (held.state, held.problem) == (HELD, "no-quality")
    assert counter.tick(later=16 * MINUTE).state is SENT


def test_a_complaint_lies_in_its_folder_once(counter: Counter, tmp_path: Path) -> None:
    folder = tmp_path / "quality"
    folder.mkdir()
    sent = counter.tick(FolderCourier(folder))
    assert [each.read_bytes() for each in folder.iterdir()] == counter.built
    assert (sent.state, sent.receipt) == (SENT, str(folder))


def test_a_complaint_arrives_by_mail_over_tls(counter: Counter) -> None:
    with PvMailbox() as mailbox:
        account = SmtpAccount(
            mailbox.host,
            mailbox.port,
            Security.STARTTLS,
            mailbox.login,
            "desk@desk.example",
            "quality@quality.example",
            mailbox.ca_file,
        )
        sent = counter.tick(SmtpCourier(account, lambda: mailbox.password))
        assert mailbox.mails() == tuple(counter.built)
        assert mailbox.copies(f"<{sent.key}@desk.example>") == 1


def test_a_later_version_is_told_as_what_it_is(counter: Counter, anna: Actor) -> None:
    counter.tick()
    counter.forward_packet()
    sheet = Sheet("{}", digest(b"number"), digest(b"batch"))
    at = counter.bench.desk.clock()
    act = AddVersion(counter.case, 1, VersionKind.FOLLOW_UP, sheet, at, "Anna 1 heeft de pen nog")
    counter.bench.desk.perform(act, anna)
    assert counter.tick().state is SENT
    later = read(counter.quality.arrived[1])
    assert later["Subject"] == f"Vervolg op kwaliteitsklacht (versie 2): {CASE.reference}"
    body = later.get_body()
    assert body is not None
    assert "Wat er nieuw is: [MSK] heeft de pen nog" in body.get_content()


def test_a_case_that_cannot_be_read_waits_and_says_so(bench: Bench, anna: Actor) -> None:
    (comment,) = take_in(bench.desk, arrival(1))
    held = Counter(bench, escalate(bench.desk, comment, anna, tells_quality=True)).tick()
    assert (held.state, held.problem) == (HELD, "malformed")
