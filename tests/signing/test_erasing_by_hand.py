"""What PV was told by hand is kept as any safety case; what was erased takes no more words."""

from collections.abc import Callable

import pytest

from tests.support.desks import Bench, arrival, escalate, take_in
from tests.support.erasable import CALM, CANARIES, DAY, approved, bring, erasure, found_in
from tests.support.signing import Signer
from webcare_desk import erasing
from webcare_desk.actions import (
    AddNote,
    ChangeVisibility,
    Classify,
    Close,
    QueueReply,
    RecordLate,
    Reopen,
    SetHold,
)
from webcare_desk.actions.late import Means
from webcare_desk.desk import Desk
from webcare_desk.domain.erasure import HoldBasis, Retention, RetentionClass
from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reply import DeliveryKind
from webcare_desk.errors import RefusedError


def test_what_pv_heard_by_phone_is_kept_for_its_years_and_then_goes(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    desk, noor = bench.desk, crew["noor"]
    [comment] = take_in(desk, arrival(1, CANARIES["text"], said=CALM))
    told = RecordLate(Means.PHONE, desk.clock(), CANARIES["note"], comment)
    desk.perform(told, noor.actor)
    desk.perform(Close(comment, Reason.DONE), noor.actor)
    assert "safety case that PV was told of" in str(
        erasing.choose(desk.read, [comment], bench.clock(), Retention())
    )
    assert list(erasing.due(desk.read, Retention(ordinary=0, safety=10), desk.clock())) == []
    bench.clock.pass_by(11 * 366 * DAY)
    (due,) = erasing.due(desk.read, Retention(safety=10), desk.clock())
    assert (due.comment, due.kind) == (comment, RetentionClass.SAFETY)
    request = approved(desk, crew, erasure(comment))
    with pytest.raises(RefusedError, match="safety case"):  # the settings keep it longer
        erasing.erase(desk, crew["dee"].actor, request, bench.folder, Retention(safety=25))
    erasing.erase(desk, crew["dee"].actor, request, bench.folder, Retention(safety=10))
    assert found_in(bench.folder) == set()


def test_the_answers_that_the_desk_published_go_with_the_comment(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    desk = bench.desk
    comment = bring(desk, crew["noor"])
    [other] = take_in(desk, arrival(4, "Een ander antwoord", said=CALM, own=True))
    request = approved(desk, crew, erasure(comment))
    erasing.erase(desk, crew["dee"].actor, request, bench.folder, Retention())
    assert found_in(bench.folder) == set()
    kept = desk.read.comment(other)
    assert kept is not None
    assert kept.text == "Een ander antwoord"


ACTS: tuple[Callable[[Desk, int, Actor], object], ...] = (
    lambda desk, comment, by: desk.perform(AddNote(comment, "Zij belde"), by),
    lambda desk, comment, by: desk.perform(QueueReply(comment, "Beste", None, 0), by),
    lambda desk, comment, by: desk.perform(
        Reopen(comment, Queue.OTHER, Reason.MADE_IN_ERROR, ""), by
    ),
    lambda desk, comment, by: desk.perform(
        Classify(comment, Category.OVERDOSE, Queue.SAFETY, None), by
    ),
    lambda desk, comment, by: desk.perform(
        ChangeVisibility(comment, DeliveryKind.HIDE, 0, Reason.SPAM), by
    ),
    lambda desk, comment, by: desk.perform(
        RecordLate(Means.MAIL, 1, "Gemaild over haar", comment), by
    ),
    escalate,
)


@pytest.mark.parametrize("act", ACTS)
def test_what_was_erased_takes_no_more_words(
    bench: Bench, crew: dict[str, Signer], act: Callable[[Desk, int, Actor], object]
) -> None:
    desk, noor = bench.desk, crew["noor"]
    comment = bring(desk, noor)
    request = approved(desk, crew, erasure(comment))
    erasing.erase(desk, crew["dee"].actor, request, bench.folder, Retention())
    with pytest.raises(RefusedError, match="were erased"):
        act(desk, comment, noor.actor)
    with pytest.raises(RefusedError, match="were erased"):
        desk.perform(SetHold(comment, HoldBasis.LEGAL_CLAIM, "claim"), crew["dee"].actor)
