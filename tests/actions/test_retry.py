"""Trying again what failed takes what the act itself takes: its right, its gates, words that fit."""

import pytest

from tests.support.desks import (
    CALM,
    HOUR,
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
    ChangeVisibility,
    Claim,
    ClaimDelivery,
    DeleteComment,
    QueueReply,
    RecordFailure,
    RetryDelivery,
    SetTrainingRules,
)
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reply import DeliveryKind, DeliveryState
from webcare_desk.errors import DeniedError, RefusedError

WORDS = "Graag gedaan."
REPLY = QueueReply(1, WORDS, None, 0)
HIDE = ChangeVisibility(1, DeliveryKind.HIDE, 0, Reason.SPAM)
DELETE = DeleteComment(1, 0, Reason.SPAM)


@pytest.fixture
def piet(bench: Bench, anna: Actor) -> Actor:
    """Return a plain moderator beside the supervisor."""
    del anna
    return log_in(bench.desk, frozenset({Role.MODERATOR}), "piet")[Role.MODERATOR]


def failed(bench: Bench, anna: Actor, act: Action[int]) -> RetryDelivery:
    """Let an act of Anna's on comment 1 fail; return what tries it again."""
    take_in(bench.desk, arrival(1, said=CALM))
    delivery = bench.desk.perform(act, anna)
    bench.desk.perform(ClaimDelivery(delivery, 1, HOUR), SYSTEM)
    bench.desk.perform(
        RecordFailure(delivery, Name("forbidden"), None, version_of(bench.desk, delivery)), SYSTEM
    )
    return RetryDelivery(delivery)


def test_who_may_not_delete_lets_no_deletion_try_again(
    bench: Bench, anna: Actor, piet: Actor
) -> None:
    again = failed(bench, anna, DELETE)
    with pytest.raises(DeniedError, match="In the role moderator one may not delete"):
        bench.desk.perform(again, piet)
    assert bench.desk.perform(again, anna).state is DeliveryState.HELD


@pytest.mark.parametrize("act", [REPLY, HIDE])
def test_what_somebody_else_works_on_is_not_tried_again(
    bench: Bench, anna: Actor, piet: Actor, act: Action[int]
) -> None:
    again = failed(bench, anna, act)
    bench.desk.perform(Claim(1), anna)
    with pytest.raises(RefusedError, match="Somebody else is working"):
        bench.desk.perform(again, piet)
    assert bench.desk.perform(again, anna).state is DeliveryState.HELD


def test_who_has_no_certificate_lets_no_reply_try_again(
    bench: Bench, anna: Actor, piet: Actor
) -> None:
    again = failed(bench, anna, REPLY)
    bench.desk.perform(SetTrainingRules(True, 80, 10, 365), anna)  # noqa: FBT003 - the gate is on
    with pytest.raises(RefusedError, match="no certificate yet"):
        bench.desk.perform(again, piet)


def test_a_reply_is_not_tried_again_beside_the_same_words_or_where_nobody_reads_it(
    bench: Bench, anna: Actor
) -> None:
    again = failed(bench, anna, REPLY)
    bench.desk.perform(REPLY, anna)
    with pytest.raises(RefusedError, match="on their way to this comment already"):
        bench.desk.perform(again, anna)
    take_in(bench.desk, arrival(1, said=CALM, visibility=Visibility.DELETED))
    with pytest.raises(RefusedError, match="cannot be answered there"):
        bench.desk.perform(again, anna)


def test_a_mail_that_failed_waits_for_no_certificate(
    bench: Bench, anna: Actor, piet: Actor
) -> None:
    take_in(bench.desk, arrival(1))
    escalate(bench.desk, 1, anna)
    bench.desk.perform(SetTrainingRules(True, 80, 10, 365), anna)  # noqa: FBT003 - the gate is on
    packet = bench.desk.read.deliveries_of(1)[0].id
    bench.desk.perform(
        RecordFailure(packet, Name("no-courier"), None, version_of(bench.desk, packet)), SYSTEM
    )
    assert bench.desk.perform(RetryDelivery(packet), piet).state is DeliveryState.HELD
