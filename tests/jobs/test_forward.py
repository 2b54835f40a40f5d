"""Packets to PV arrive at least once, always as the same bytes, and are never given up."""

from collections import deque
from dataclasses import dataclass, field, replace
from email import policy
from email.parser import BytesParser
from functools import partial
from pathlib import Path

import pytest

from tests.jobs.faulty import MINUTE, PowerCut
from tests.support.desks import CRITERIA, Bench, arrival, escalate, take_in
from webcare_desk.connectors.courier_folder import FolderCourier
from webcare_desk.domain.escalation import Escalation
from webcare_desk.domain.icsr import Awareness, SafetyCase, Snapshot, ThreadPost
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reply import Delivery, DeliveryState, Receipt
from webcare_desk.errors import (
    ConnectorError,
    DuplicateError,
    ForbiddenError,
    RateLimitedError,
    SecretError,
    UnauthorisedError,
    UnavailableError,
    UncertainError,
    UsageError,
    WebcareError,
)
from webcare_desk.jobs.forward import forward, packet_mail
from webcare_desk.jobs.problem import LEASE, name_of
from webcare_desk.jobs.send import send
from webcare_desk.pv.packet import case_from_json, to_json
from webcare_desk.store.base import LogFilter

HELD, SENT, UNCERTAIN = DeliveryState.HELD, DeliveryState.SENT, DeliveryState.UNCERTAIN
TEXT = "Hoofdpijn sinds de pen 🤢"
CASE = SafetyCase(
    reference="NL-VAREN-20260303ABCDEF12",
    snapshot=Snapshot(
        source="village",
        remote_id="r1",
        link="https://village.example/t1#r1",
        author="Anna 1",
        text=TEXT,
        language="nl",
        revision=1,
        taken_at=20,
        thread_title="Hoe gaat het?",
        thread=(ThreadPost("Anna 1", TEXT, 10, is_subject=True),),
    ),
    awareness=Awareness(10, 11, 12, 13),
    due_at=99,
    criteria=CRITERIA,
    situations=(),
    products=("de pen",),
    event_words=("hoofdpijn",),
    recognised_by="Noor",
    protocol="varen@1",
)


@dataclass(slots=True)
class Post:
    """A courier that fails as a test says, before or after the mail arrived."""

    faults: deque[tuple[BaseException, bool]] = field(default_factory=deque)
    arrived: list[bytes] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    def send(self, mail: bytes, *, key: str) -> Receipt:
        """Take the mail."""
        error, done = self.faults.popleft() if self.faults else (None, True)
        if done:
            self.arrived.append(mail)
            self.keys.append(key)
        if error is not None:
            raise error
        return Receipt(f"<{key}@desk.example>", to="pv@desk.example")


@dataclass(slots=True)
class Counter:
    """Where an escalation is handed in: a desk, a courier, and one packet."""

    bench: Bench
    post: Post
    escalation: int
    built: list[bytes] = field(default_factory=list)
    sender: str = "desk@desk.example"

    def mail_of(self, delivery: Delivery, escalation: Escalation) -> bytes:
        """Build the mail, and remember that it was built."""
        compose = partial(packet_mail, sender=self.sender, recipient="pv@pv.example", language="nl")
        self.built.append(compose(self.bench.desk, delivery, escalation))
        return self.built[-1]

    def tick(self, *faults: tuple[BaseException, bool], later: int = 0) -> Delivery:
        """Run one tick in which the courier fails like this; return the packet."""
        self.bench.clock.pass_by(later)
        self.post.faults.extend(faults)
        (moved,) = forward(self.bench.desk, self.post, self.mail_of)
        assert self.bench.desk.read.delivery(moved.id) == moved
        return moved

    def nothing_due(self) -> bool:
        """Say whether there is nothing to do now."""
        return forward(self.bench.desk, self.post, self.mail_of) == ()


@pytest.fixture
def counter(bench: Bench, anna: Actor) -> Counter:
    """Give one comment that was just escalated."""
    (comment,) = take_in(bench.desk, arrival(1, TEXT))
    case = to_json(CASE, "").decode("ascii")
    return Counter(bench, Post(), escalate(bench.desk, comment, anna, case))


def test_a_packet_is_sent_once_and_then_waits_for_pv(counter: Counter) -> None:
    sent = counter.tick()
    assert (sent.state, sent.receipt) == (SENT, "pv@desk.example")
    assert counter.post.arrived == counter.built
    counter.bench.clock.pass_by(1000 * MINUTE)
    assert counter.nothing_due()
    escalation = counter.bench.desk.read.escalation(counter.escalation)
    assert escalation is not None
    assert (escalation.step, escalation.is_open) == (2, True)


@pytest.mark.requirement("P18")
def test_what_the_report_cannot_carry_is_in_the_log_and_in_the_mail(
    bench: Bench, anna: Actor
) -> None:
    text = "Ventora 38\x0b5 koorts \x08 en \ufffe hoofdpijn \x08"
    (comment,) = take_in(bench.desk, arrival(1, text))
    case = replace(CASE, snapshot=replace(CASE.snapshot, text=text), products=("de\x08pen",))
    packet = to_json(case, "").decode("ascii")
    counter = Counter(bench, Post(), escalate(bench.desk, comment, anna, packet))
    counter.tick()
    read = bench.desk.read
    (entry,) = read.entries(LogFilter(action="claim-delivery"), None, 9)
    assert entry.detail == {"replaced-G.k.2.2": 1, "replaced-H.1": 5, "replaced-H.5.r.1a": 5}
    mail = BytesParser(policy=policy.default).parsebytes(counter.post.arrived[0])
    body = mail.get_body()
    assert body is not None
    told = " ".join(body.get_content().split())
    assert "U+FFFD voor: " in told
    assert "G.k.2.2 (U+0008)" in told
    assert "H.1 (U+0008, U+000B, U+FFFE)" in told


@pytest.mark.requirement("P18")
def test_the_mail_holds_the_frozen_case_the_report_and_the_head_of_the_log(
    counter: Counter,
) -> None:
    head = counter.bench.desk.read.head_note()
    sent = counter.tick()
    mail = BytesParser(policy=policy.default).parsebytes(counter.post.arrived[0])
    assert mail["Message-ID"] == f"<{sent.key}@desk.example>"
    assert (mail["From"], mail["To"]) == ("desk@desk.example", "pv@pv.example")
    assert CASE.reference in mail["Subject"]
    parts = {part.get_filename(): part.get_content() for part in mail.iter_attachments()}
    assert case_from_json(parts["packet.json"]) == (CASE, head)
    assert parts["report.pdf"].startswith(b"%PDF-")
    assert parts["checkpoint.txt"].replace("\r\n", "\n").strip() == head.strip()
    body = mail.get_body()
    assert body is not None
    assert "hoofdpijn" in body.get_content()


@pytest.mark.requirement("P2")
@pytest.mark.parametrize(
    "error",
    [
        UnavailableError("no connection"),
        UnauthorisedError("the login"),
        ForbiddenError("not from here"),
        RateLimitedError("wait", 30.0),
        DuplicateError("another mail has the name"),
        SecretError("no keyring"),
        UsageError("no address"),
        ConnectorError("?"),
    ],
)
def test_a_packet_is_never_given_up(counter: Counter, error: WebcareError) -> None:
    for attempt in range(1, 31):
        held = counter.tick((error, False), later=16 * MINUTE)
        assert (held.state, held.problem, held.attempts) == (HELD, name_of(error), attempt)
        assert held.not_before - counter.bench.clock.at <= 15 * MINUTE
        assert counter.nothing_due()
    assert counter.tick(later=16 * MINUTE).state is SENT


@pytest.mark.parametrize("done", [True, False])
def test_a_packet_in_doubt_is_sent_again_as_the_same_bytes(counter: Counter, *, done: bool) -> None:
    doubtful = counter.tick((UncertainError("lost"), done))
    assert (doubtful.state, doubtful.problem) == (UNCERTAIN, "uncertain")
    assert counter.nothing_due()
    counter.sender = "other@desk.example"
    assert counter.tick(later=2 * MINUTE).state is SENT
    assert len(counter.built) == 1
    assert set(counter.post.arrived) == set(counter.built)
    assert len(counter.post.arrived) == 1 + done


def test_a_mail_built_anew_would_not_be_the_same_bytes(counter: Counter) -> None:
    counter.tick((UncertainError("lost"), True))
    (packet,) = counter.bench.desk.read.deliveries_in(UNCERTAIN)
    escalation = counter.bench.desk.read.escalation(counter.escalation)
    assert escalation is not None
    assert counter.mail_of(packet, escalation) not in counter.post.arrived


@pytest.mark.parametrize("done", [True, False])
def test_after_a_crash_a_packet_is_sent_again_as_the_same_bytes(
    counter: Counter, *, done: bool
) -> None:
    with pytest.raises(PowerCut):
        counter.tick((PowerCut(), done))
    counter.bench.reopen()
    assert counter.nothing_due()
    assert counter.tick(later=LEASE).state is SENT
    assert len(counter.built) == 1
    assert set(counter.post.arrived) == set(counter.built)
    actions = [entry.action for entry in counter.bench.desk.changes(0)][-4:]
    assert actions == ["claim-delivery", "mark-uncertain", "claim-delivery", "record-delivery"]


@pytest.mark.requirement("P2")
def test_without_a_courier_a_packet_waits_and_says_so(counter: Counter) -> None:
    (held,) = forward(counter.bench.desk, None, counter.mail_of)
    assert (held.state, held.problem) == (HELD, "no-courier")
    assert counter.tick().state is SENT, "as soon as there is a way"


def test_without_a_courier_the_log_says_so_once_a_day(counter: Counter) -> None:
    desk, before = counter.bench.desk, counter.bench.desk.read.log_size()
    for _ in range(3 * 24 * 4):
        forward(desk, None, counter.mail_of)
        counter.bench.clock.pass_by(15 * MINUTE)
    assert desk.read.log_size() == before + 3


def test_a_mail_that_cannot_be_built_waits_for_the_setting_to_be_mended(counter: Counter) -> None:
    counter.sender = "nobody"
    held = counter.tick()
    assert (held.state, held.problem, held.attempts) == (HELD, "misconfigured", 0)
    counter.sender = "desk@desk.example"
    assert counter.tick(later=16 * MINUTE).state is SENT


def test_a_case_that_cannot_be_read_is_shown_and_kept(bench: Bench, anna: Actor) -> None:
    (comment,) = take_in(bench.desk, arrival(1))
    counter = Counter(bench, Post(), escalate(bench.desk, comment, anna, '{"case":1}'))
    held = counter.tick()
    assert (held.state, held.problem) == (HELD, "malformed")
    assert counter.post.arrived == []


def test_a_packet_without_its_escalation_is_shown_and_kept(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(counter.bench.store), "escalation", lambda *_: None)
    held = counter.tick()
    assert (held.state, held.problem) == (HELD, "malformed")


def test_a_packet_that_somebody_else_takes_meanwhile_is_left_to_him(counter: Counter) -> None:
    inner: list[tuple[Delivery, ...]] = []

    def slow(delivery: Delivery, escalation: Escalation) -> bytes:
        inner.append(forward(counter.bench.desk, counter.post, counter.mail_of))
        return counter.mail_of(delivery, escalation)

    assert forward(counter.bench.desk, counter.post, slow) == ()
    assert [each.state for (each,) in inner] == [SENT]
    assert len(counter.post.arrived) == 1


def test_replies_and_packets_do_not_take_each_others_deliveries(counter: Counter) -> None:
    assert send(counter.bench.desk, {}) == ()
    assert counter.tick().state is SENT


def test_a_packet_by_folder_is_one_file_however_often_it_is_sent(
    counter: Counter, tmp_path: Path
) -> None:
    folder = tmp_path / "pv"
    folder.mkdir()
    counter.tick((UncertainError("lost"), False))
    counter.bench.clock.pass_by(2 * MINUTE)
    (sent,) = forward(counter.bench.desk, FolderCourier(folder), counter.mail_of)
    assert (sent.state, sent.receipt) == (SENT, str(folder))
    assert [path.read_bytes() for path in folder.iterdir()] == counter.built
