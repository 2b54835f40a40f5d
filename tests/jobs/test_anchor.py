"""Heads of the log leave for somebody else: the same bytes each time, until he has them."""

from functools import partial

import pytest

from tests.jobs.faulty import MINUTE
from tests.jobs.test_forward import CASE, HELD, Post
from tests.support.desks import SYSTEM, Bench, arrival, escalate, log_in, take_in
from tests.support.pv_says import pv_says
from webcare_desk.actions import KeepAnchor, MakeAnchor, RecordAnchor
from webcare_desk.connectors.courier import attached, message_id_in
from webcare_desk.domain.anchor import AnchorKind, AnchorState
from webcare_desk.domain.audit import digest
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reply import Receipt
from webcare_desk.errors import (
    BrokenSealError,
    DeniedError,
    RefusedError,
    StaleError,
    UnavailableError,
    UncertainError,
    UsageError,
)
from webcare_desk.jobs.anchor import (
    CHECKPOINT,
    anchor,
    head_in,
    kept_head,
    make_mail,
    make_timestamp,
    state_of,
)
from webcare_desk.jobs.forward import forward, packet_mail
from webcare_desk.pv.packet import to_json

WAITING, TAKEN, CONFIRMED = AnchorState.WAITING, AnchorState.TAKEN, AnchorState.CONFIRMED
MAIL = partial(make_mail, sender="desk@desk.example", recipient="chief@desk.example", language="nl")


def test_the_mail_holds_the_signed_head_and_no_text_of_anybody(bench: Bench) -> None:
    note = bench.desk.read.head_note()
    number, post = MAIL(bench.desk), Post()
    (sent,) = anchor(bench.desk, post, None)
    assert (sent.id, sent.state, sent.head.note) == (number, TAKEN, note)
    (mail,) = post.arrived
    assert attached(mail, CHECKPOINT) == note
    assert b"chief@desk.example" in mail
    assert message_id_in(mail) == sent.evidence == f"<{sent.uid}@desk.example>"
    assert bench.open_note(sent.head.note).size == sent.head.size
    assert anchor(bench.desk, post, None) == ()
    assert b"Anker van het logboek: 1" in mail


def test_a_mail_that_fails_is_sent_again_word_for_word(bench: Bench) -> None:
    post = Post()
    post.faults += [(UnavailableError("no server"), False), (UncertainError("lost"), True)]
    MAIL(bench.desk)
    for problem in ("unavailable", "uncertain"):
        (found,) = anchor(bench.desk, post, None)
        assert (found.state, found.problem) == (WAITING, problem)
        assert anchor(bench.desk, post, None) == (), "it waits"
        bench.clock.pass_by(16 * MINUTE)
    (found,) = anchor(bench.desk, post, None)
    assert (found.state, found.attempts, found.problem) == (TAKEN, 2, None)
    assert len(post.arrived) == 2
    assert post.arrived[0] == post.arrived[1]


def test_a_bug_in_the_courier_is_not_swallowed_and_the_anchor_waits(bench: Bench) -> None:
    post = Post()
    post.faults.append((ZeroDivisionError(), True))
    MAIL(bench.desk)
    with pytest.raises(ZeroDivisionError):
        anchor(bench.desk, post, None)
    (found,) = anchor(bench.desk, post, None)
    assert found.state is TAKEN
    assert post.arrived[0] == post.arrived[1], "the twin of a power cut: one Message-ID"


def test_without_a_way_it_waits_and_says_so(bench: Bench) -> None:
    MAIL(bench.desk)
    make_timestamp(bench.desk)
    assert [each.problem for each in anchor(bench.desk, None, None)] == ["no-courier"] * 2
    with pytest.raises(UsageError):
        make_mail(bench.desk, sender="desk@desk.example", recipient="x", language="nl")


def test_a_time_stamp_is_kept_with_its_token(bench: Bench) -> None:
    make_timestamp(bench.desk)
    (found,) = anchor(bench.desk, None, lambda note: f"token over {len(note)}")
    assert found.kind is AnchorKind.TIMESTAMP
    assert found.evidence == f"token over {len(found.head.note)}"


def test_what_nobody_vouches_for_begins_again_after_each_anchor(bench: Bench) -> None:
    began = bench.desk.changes(-1)[0].at
    now = bench.clock.pass_by(16 * MINUTE)
    before = state_of(bench.desk.read, now)
    assert (before.entries, before.time, before.is_over) == (1, now - began, True)
    MAIL(bench.desk)
    assert state_of(bench.desk.read, bench.clock()).anchored == 0, "nobody has it yet"
    anchor(bench.desk, Post(), None)
    after = state_of(bench.desk.read, bench.clock())
    assert (after.entries, after.anchored, after.is_over) == (2, 1, False)
    for number in range(99):
        take_in(bench.desk, arrival(number))
    assert state_of(bench.desk.read, bench.clock()).is_over


def test_an_anchor_is_taken_once(bench: Bench, people: object) -> None:
    del people
    MAIL(bench.desk)
    anchor(bench.desk, Post(), None)
    with pytest.raises(StaleError, match="already"):
        bench.desk.perform(RecordAnchor(1, "again"), SYSTEM)
    with pytest.raises(RefusedError, match="There is no anchor 7"):
        bench.desk.perform(RecordAnchor(7, "x"), SYSTEM)


def test_two_programs_give_one_anchor_under_one_name(bench: Bench) -> None:
    MAIL(bench.desk)

    class Racing(Post):
        """A courier during whose sending the other program is done."""

        def send(self, mail: bytes, *, key: str) -> Receipt:
            """Take it, and let the other one record it first."""
            bench.desk.perform(RecordAnchor(1, "the other"), SYSTEM)
            return super().send(mail, key=key)

    (found,) = anchor(bench.desk, Racing(), None)
    assert found.evidence == "the other"


def test_a_head_that_a_person_brings_is_kept_if_the_log_is_long_enough(
    bench: Bench, anna: Actor
) -> None:
    head = kept_head(bench.desk.read.head_note())
    number = bench.desk.perform(KeepAnchor(AnchorKind.IMPORTED, head, "file"), anna)
    found = bench.desk.read.anchor(number)
    assert found is not None
    assert (found.state, found.is_held, found.evidence) == (CONFIRMED, True, "file")
    assert bench.desk.read.anchored()[0] == head.size
    longer = kept_head(bench.signer.seal("webcare-desk/test", 999, b"\1" * 32))
    with pytest.raises(RefusedError, match="longer log"):
        bench.desk.perform(KeepAnchor(AnchorKind.IMPORTED, longer, "x"), anna)
    auditor = log_in(bench.desk, frozenset({Role.AUDITOR}), "otto")[Role.AUDITOR]
    cosigned = KeepAnchor(AnchorKind.COSIGNATURE, head, "x")
    with pytest.raises(DeniedError, match="Only who oversees"):
        bench.desk.perform(cosigned, auditor)


MAIL_OF = partial(packet_mail, sender="desk@desk.example", recipient="pv@pv.example", language="nl")


def packet(bench: Bench, anna: Actor) -> int:
    """Escalate a comment; return the escalation."""
    (comment,) = take_in(bench.desk, arrival(1))
    return escalate(bench.desk, comment, anna, to_json(CASE, "").decode())


def test_the_head_in_a_packet_is_an_anchor_once_it_left_and_sure_once_pv_answered(
    bench: Bench, anna: Actor
) -> None:
    escalation, post = packet(bench, anna), Post()
    post.faults.append((UnavailableError("no server"), False))
    (delivery,) = forward(bench.desk, post, partial(MAIL_OF, bench.desk))
    found = bench.desk.read.anchor_of(delivery.id)
    assert found is not None
    assert (delivery.state, found.state, found.kind) == (HELD, WAITING, AnchorKind.PACKET)
    assert bench.desk.read.anchored()[0] == 0
    bench.clock.pass_by(16 * MINUTE)
    forward(bench.desk, post, partial(MAIL_OF, bench.desk))
    found = bench.desk.read.anchor_of(delivery.id)
    assert found is not None
    assert (found.state, bench.desk.read.anchored()) == (TAKEN, (found.head.size, found.taken_at))
    taken_at = found.taken_at
    pv_says(bench.desk, anna, escalation, "PV-1")
    found = bench.desk.read.anchor_of(delivery.id)
    assert found is not None
    assert (found.state, found.taken_at) == (CONFIRMED, taken_at)
    assert head_in(post.arrived[0]) == found.head
    assert bench.open_note(found.head.note).size == found.head.size
    assert len(bench.desk.read.anchors(9)) == 1


def test_a_packet_in_a_folder_of_this_machine_is_with_nobody_else_until_pv_answers(
    bench: Bench, anna: Actor
) -> None:
    class Folder(Post):
        """A courier that writes a file here."""

        def send(self, mail: bytes, *, key: str) -> Receipt:
            """Say where the file is."""
            super().send(mail, key=key)
            return Receipt(f"{key}.eml", f"file:///packets/{key}.eml")

    escalation = packet(bench, anna)
    forward(bench.desk, Folder(), partial(MAIL_OF, bench.desk))
    assert [each.state for each in bench.desk.read.anchors(9)] == [WAITING]
    pv_says(bench.desk, anna, escalation, "PV-1")
    assert [each.state for each in bench.desk.read.anchors(9)] == [CONFIRMED]


def test_a_mail_without_a_head_is_no_anchor(bench: Bench) -> None:
    assert head_in(b"Subject: x\r\n\r\nx") is None
    spoilt = (
        b"Content-Type: text/plain\r\nContent-Disposition: attachment; "
        b'filename="checkpoint.txt"\r\n\r\nno head'
    )
    assert head_in(spoilt) is None
    with pytest.raises(BrokenSealError):
        kept_head("no head")
    made = MakeAnchor(AnchorKind.MAIL, "u1", kept_head(bench.desk.read.head_note()), None)
    bench.desk.perform(made, SYSTEM)
    assert [each.problem for each in anchor(bench.desk, Post(), None)] == ["no-courier"]
    assert bench.desk.read.anchor_mail(1) is None
    assert bench.desk.read.anchor(1).head.root != digest(b"")  # type: ignore[union-attr]


def test_a_head_whose_packet_has_not_left_is_with_nobody_though_pv_has_answered(
    bench: Bench, anna: Actor
) -> None:
    escalation, post = packet(bench, anna), Post()
    post.faults.append((UnavailableError("no server"), False))
    (delivery,) = forward(bench.desk, post, partial(MAIL_OF, bench.desk))
    assert delivery.state is HELD
    pv_says(bench.desk, anna, escalation, "PV-1")
    assert [each.state for each in bench.desk.read.anchors(9)] == [WAITING]


def test_an_answer_to_one_report_makes_no_head_in_another_one_sure(
    bench: Bench, anna: Actor
) -> None:
    first, post = packet(bench, anna), Post()
    post.faults.append((UnavailableError("no server"), False))
    forward(bench.desk, post, partial(MAIL_OF, bench.desk))
    pv_says(bench.desk, anna, first, is_case=False)
    second = escalate(bench.desk, 1, anna, to_json(CASE, "").decode())
    bench.clock.pass_by(16 * MINUTE)
    forward(bench.desk, post, partial(MAIL_OF, bench.desk))
    assert {each.state for each in bench.desk.read.anchors(9)} == {TAKEN}
    pv_says(bench.desk, anna, second, "PV-2")
    states: dict[int | None, AnchorState] = {}
    for each in bench.desk.read.deliveries_of(1):
        head = bench.desk.read.anchor_of(each.id)
        assert head is not None
        states[each.escalation] = head.state
    assert states == {first: TAKEN, second: CONFIRMED}
