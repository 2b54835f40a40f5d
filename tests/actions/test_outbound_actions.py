"""What leaves the desk is queued, can be undone for a while, and is refused when unfit."""

import pytest

from tests.support.desks import (
    CALM,
    HOUR,
    SECOND,
    SYSTEM,
    Bench,
    arrival,
    escalate,
    log_in,
    take_in,
    version_of,
)
from webcare_desk.actions import (
    Action,
    CancelDelivery,
    ChangeVisibility,
    Claim,
    ClaimDelivery,
    DeleteComment,
    Ingest,
    MarkUncertain,
    QueueReply,
    RecordDelivery,
    RecordFailure,
    RecordVerified,
    SendNow,
)
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reply import AT_WORK, DeliveryKind, DeliveryState
from webcare_desk.errors import RefusedError


def test_a_reply_is_held_in_the_outbox_and_is_due_when_the_window_ends(
    bench: Bench, anna: Actor
) -> None:
    take_in(bench.desk, arrival(1))
    reply = bench.desk.perform(QueueReply(1, "Beste Anna", Name("thanks"), 10 * SECOND), anna)
    found = bench.desk.read.delivery(reply)
    assert found is not None
    assert (found.kind, found.state) == (DeliveryKind.REPLY, DeliveryState.HELD)
    assert (found.body, found.template) == ("Beste Anna", "thanks")
    now = bench.clock.at
    assert bench.desk.read.deliveries_due(now + 10 * SECOND - 1, 9) == []
    assert bench.desk.read.deliveries_due(now + 10 * SECOND, 9) == [found]


def test_a_reply_with_an_open_blank_cannot_be_sent(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    with pytest.raises(RefusedError, match="Fill the blank 'first_name' first"):
        desk.perform(QueueReply(1, "Beste {{ first_name }}", None, 0), anna)
    assert desk.read.deliveries_of(1) == []


@pytest.mark.parametrize("gap", ["[naam]", "____", "{{ first_name }", "<naam>"])
def test_a_reply_with_a_gap_cannot_be_sent(desk: Desk, anna: Actor, gap: str) -> None:
    take_in(desk, arrival(1))
    with pytest.raises(RefusedError, match="a reply with a gap cannot be sent"):
        desk.perform(QueueReply(1, f"Beste {gap}", None, 0), anna)
    assert desk.read.deliveries_of(1) == []


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_an_empty_reply_is_refused(desk: Desk, anna: Actor, text: str) -> None:
    take_in(desk, arrival(1))
    with pytest.raises(RefusedError, match="The reply is empty"):
        desk.perform(QueueReply(1, text, None, 0), anna)


def test_what_was_deleted_on_its_platform_is_neither_answered_nor_hidden(
    desk: Desk, anna: Actor
) -> None:
    take_in(desk, arrival(1, visibility=Visibility.DELETED))
    with pytest.raises(RefusedError, match="cannot be answered"):
        desk.perform(QueueReply(1, "Beste Anna", None, 0), anna)
    impossible: tuple[Action[int], ...] = (
        ChangeVisibility(1, DeliveryKind.HIDE, 0, Reason.AUTHOR_ASKED),
        DeleteComment(1, 0, Reason.AUTHOR_ASKED),
    )
    for action in impossible:
        with pytest.raises(RefusedError, match="was deleted on its platform"):
            desk.perform(action, anna)


@pytest.mark.parametrize(
    "action",
    [
        QueueReply(1, "Dank u wel", None, 0),
        ChangeVisibility(1, DeliveryKind.HIDE, 0, Reason.SPAM),
        DeleteComment(1, 0, Reason.SPAM),
    ],
)
def test_to_what_came_in_from_a_file_nothing_is_sent(
    desk: Desk, anna: Actor, action: Action[int]
) -> None:
    desk.perform(Ingest(Name("import:forum"), (arrival(1),)), SYSTEM)
    with pytest.raises(RefusedError, match="came in from a file"):
        desk.perform(action, anna)
    assert desk.read.deliveries_of(1) == []


def test_hiding_what_is_hidden_is_refused_and_showing_it_is_queued(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1, visibility=Visibility.HIDDEN))
    with pytest.raises(RefusedError, match="hidden already"):
        desk.perform(ChangeVisibility(1, DeliveryKind.HIDE, 0, Reason.AUTHOR_ASKED), anna)
    shown = desk.perform(ChangeVisibility(1, DeliveryKind.UNHIDE, 5, Reason.AUTHOR_ASKED), anna)
    found = desk.read.delivery(shown)
    assert found is not None
    assert found.not_before == found.queued_at + 5


@pytest.mark.parametrize("kind", [DeliveryKind.REPLY, DeliveryKind.DELETE, DeliveryKind.PACKET])
def test_only_hiding_and_showing_change_the_visibility(
    desk: Desk, anna: Actor, kind: DeliveryKind
) -> None:
    take_in(desk, arrival(1))
    with pytest.raises(RefusedError, match="not a change of visibility"):
        desk.perform(ChangeVisibility(1, kind, 0, Reason.AUTHOR_ASKED), anna)


def test_a_deletion_waits_for_its_window_too(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    found = desk.read.delivery(desk.perform(DeleteComment(1, HOUR, Reason.AUTHOR_ASKED), anna))
    assert found is not None
    assert found.not_before == found.queued_at + HOUR


def test_within_the_window_a_reply_is_called_back_or_hurried(bench: Bench, anna: Actor) -> None:
    desk = bench.desk
    take_in(desk, arrival(1))
    first, second = (desk.perform(QueueReply(1, text, None, HOUR), anna) for text in "ab")
    assert desk.perform(CancelDelivery(first), anna).id == first
    desk.perform(SendNow(second), anna)
    assert [row.id for row in desk.read.deliveries_due(bench.clock.at, 9)] == [second]
    assert [row.id for row in desk.read.deliveries_in(DeliveryState.CANCELLED)] == [first]
    for action in (CancelDelivery(first), SendNow(first), CancelDelivery(99)):
        with pytest.raises(RefusedError, match="is not on its way"):
            desk.perform(action, anna)


def test_a_hide_is_not_called_back_while_a_reply_waits_that_may_tell_of_it(
    desk: Desk, anna: Actor
) -> None:
    take_in(desk, arrival(1))
    earlier = desk.perform(QueueReply(1, "a", None, HOUR), anna)
    desk.perform(CancelDelivery(earlier), anna)
    hide = ChangeVisibility(1, DeliveryKind.HIDE, HOUR, Reason.AUTHOR_ASKED)
    hidden = desk.perform(hide, anna)
    reply = desk.perform(QueueReply(1, "It is hidden.", None, HOUR), anna)
    with pytest.raises(RefusedError, match="call that back first"):
        desk.perform(CancelDelivery(hidden), anna)
    desk.perform(CancelDelivery(reply), anna)
    assert desk.perform(CancelDelivery(hidden), anna).id == hidden


def test_what_is_being_sent_cannot_be_called_back(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    reply = desk.perform(QueueReply(1, "a", None, 0), anna)
    desk.perform(ClaimDelivery(reply, 1, HOUR), SYSTEM)
    with pytest.raises(RefusedError, match="left already"):
        desk.perform(CancelDelivery(reply), anna)


@pytest.mark.parametrize("is_in_doubt", [True, False])
def test_a_packet_that_waits_for_its_next_try_leaves_at_once(
    bench: Bench, anna: Actor, *, is_in_doubt: bool
) -> None:
    desk = bench.desk
    take_in(desk, arrival(1))
    escalate(desk, 1, anna)
    packet = desk.read.deliveries_of(1)[0].id
    desk.perform(ClaimDelivery(packet, 1, HOUR), SYSTEM)
    for action, words in ((SendNow(packet), "being sent"), (CancelDelivery(packet), "never")):
        with pytest.raises(RefusedError, match=words):
            desk.perform(action, anna)
    later, problem = bench.clock.at + HOUR // 6, Name("unavailable")
    failed = MarkUncertain if is_in_doubt else RecordFailure
    desk.perform(failed(packet, problem, later, 2), SYSTEM)
    assert desk.read.deliveries_due(bench.clock.at, 9) == []
    desk.perform(SendNow(packet), anna)
    assert [row.id for row in desk.read.deliveries_due(bench.clock.at, 9)] == [packet]


def test_a_packet_to_pv_is_never_called_back(desk: Desk, anna: Actor) -> None:
    take_in(desk, arrival(1))
    escalate(desk, 1, anna)
    packet = desk.read.deliveries_of(1)[0]
    with pytest.raises(RefusedError, match="never called back"):
        desk.perform(CancelDelivery(packet.id), anna)


def test_nobody_answers_what_somebody_else_holds(desk: Desk, anna: Actor) -> None:
    bob = log_in(desk, frozenset({Role.MODERATOR}), "bob")[Role.MODERATOR]
    take_in(desk, arrival(1, said=CALM))
    desk.perform(Claim(1), bob)
    for action in (
        QueueReply(1, "a", None, 0),
        ChangeVisibility(1, DeliveryKind.HIDE, 0, Reason.AUTHOR_ASKED),
    ):
        with pytest.raises(RefusedError, match="Somebody else is working"):
            desk.perform(action, anna)


@pytest.mark.parametrize("state", ["uncertain", "sent", "verified"])
def test_the_same_words_wait_until_the_first_ones_were_read_back(
    desk: Desk, anna: Actor, state: str
) -> None:
    take_in(desk, arrival(1))
    words = QueueReply(1, "Dank u wel.", None, 0)
    first = desk.perform(words, anna)
    version = desk.perform(ClaimDelivery(first, 1, HOUR), SYSTEM).version
    lost = MarkUncertain(first, Name("no-answer"), 0, version)
    desk.perform(lost if state == "uncertain" else RecordDelivery(first, "r", version), SYSTEM)
    assert desk.perform(QueueReply(1, "Dank u wel, Anna.", None, 0), anna)
    if state == "verified":
        desk.perform(RecordVerified(first, version_of(desk, first)), SYSTEM)
        assert desk.perform(words, anna)
    else:
        with pytest.raises(RefusedError, match="on their way to this comment already"):
            desk.perform(words, anna)


@pytest.mark.parametrize(("later", "is_sooner"), [(SECOND, False), (HOUR, True)])
def test_a_doubt_is_looked_into_sooner_and_never_later(
    bench: Bench, anna: Actor, later: int, *, is_sooner: bool
) -> None:
    desk = bench.desk
    take_in(desk, arrival(1))
    reply = desk.perform(QueueReply(1, "a", None, 0), anna)
    desk.perform(ClaimDelivery(reply, 1, HOUR), SYSTEM)
    due = bench.clock() + later
    desk.perform(MarkUncertain(reply, Name("uncertain"), due, version_of(desk, reply)), SYSTEM)
    desk.perform(SendNow(reply), anna)
    found = desk.read.delivery(reply)
    assert found is not None
    assert found.not_before == (bench.clock.at + AT_WORK if is_sooner else due)
