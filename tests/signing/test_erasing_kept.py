"""Erasing: what is kept, who signs, and what waits."""

import pytest

from tests.support.desks import HOUR, SYSTEM, Bench, arrival, escalate, take_in, version_of
from tests.support.erasable import CALM, CANARIES, DAY, approved, bring, erasure, found_in
from tests.support.pv_says import pv_says
from tests.support.signing import Signer, staff
from webcare_desk import erasing
from webcare_desk.actions import (
    ClaimDelivery,
    Close,
    Erase,
    LiftHold,
    QueueReply,
    RecordDelivery,
    RecordFailure,
    RetryDelivery,
    SetHold,
)
from webcare_desk.actions.kept import why_kept
from webcare_desk.desk import Desk
from webcare_desk.domain.approval import ALONE_AFTER, RequestKind, wanted
from webcare_desk.domain.audit import Name
from webcare_desk.domain.erasure import (
    Basis,
    HoldBasis,
    Retention,
    RetentionClass,
    years_after,
)
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reply import DeliveryState
from webcare_desk.errors import RefusedError


def test_what_pv_was_told_of_is_kept_and_the_refusal_says_why(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    desk, noor = bench.desk, crew["noor"]
    told, beside, apart = take_in(
        desk,
        arrival(1),
        arrival(2, "Ik ook!", said=CALM),
        arrival(3, "Iets anders", said=CALM, thread="t2"),
    )
    case = '{"snapshot":{"thread":[{"text":"Ik heb hoofdpijn"},{"text":"Ik ook!"}]}}'
    escalation = escalate(desk, told, noor.actor, case)
    choice = erasing.choose(desk.read, [told, beside, apart], desk.clock(), Retention())
    assert choice.comments == ()
    assert "safety case that PV was told of" in choice.kept[0]
    assert "Art. 17(3)(b) and (c)" in choice.kept[0]
    assert f"stand in the packet of comment {told}" in choice.kept[1]
    assert "close it first" in choice.kept[2]
    (nowhere,) = erasing.choose(desk.read, [77], desk.clock(), Retention()).kept
    assert nowhere == "Comment 77 is not on this desk."
    with pytest.raises(RefusedError, match="safety case"):
        erasing.wanted_for(Name("comment/1"), choice, Basis.OBJECTION)
    approved(desk, crew, erasure(told))
    with pytest.raises(RefusedError, match="safety case"):
        desk.perform(Erase(erasure(told), Retention()), crew["dee"].actor)
    pv_says(desk, noor.actor, escalation, "PV-1")
    bench.clock.pass_by(11 * 366 * DAY)
    for years, why in ((25, "safety case that PV was told of"), (10, "close it first")):
        (kept,) = erasing.choose(desk.read, [told], bench.clock(), Retention(safety=years)).kept
        assert why in kept


def test_when_its_years_are_over_a_safety_case_goes_with_packet_and_mail(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    desk, noor = bench.desk, crew["noor"]
    [told] = take_in(desk, arrival(1, CANARIES["text"]))
    escalation = escalate(desk, told, noor.actor, f'{{"text":"{CANARIES["text"]}"}}')
    packet = desk.read.deliveries_of(told)[0].id
    desk.perform(ClaimDelivery(packet, 1, HOUR, CANARIES["text"]), SYSTEM)
    desk.perform(RecordDelivery(packet, "x", version_of(desk, packet)), SYSTEM)
    pv_says(desk, noor.actor, escalation, CANARIES["note"])
    desk.perform(Close(told, Reason.DONE), noor.actor)
    bench.clock.pass_by(11 * 366 * DAY)
    (due,) = erasing.due(desk.read, Retention(safety=10), desk.clock())
    assert (due.comment, due.kind) == (told, RetentionClass.SAFETY)
    assert list(erasing.due(desk.read, Retention(), desk.clock())) == []
    request = approved(desk, crew, erasure(told))
    erasing.erase(desk, crew["dee"].actor, request, bench.folder, Retention(safety=10))
    assert found_in(bench.folder) == set()
    assert desk.read.escalations_of(told)[0].case == ""
    assert list(erasing.due(desk.read, Retention(safety=10), desk.clock())) == []
    assert erasing.due_name(bench.clock.at).startswith("due/2037-")


def test_a_hold_keeps_a_comment_until_it_is_lifted(desk: Desk, crew: dict[str, Signer]) -> None:
    comment, dee = bring(desk, crew["noor"]), crew["dee"]
    desk.perform(SetHold(comment, HoldBasis.LEGAL_CLAIM, "claim 2026-14"), dee.actor)
    (hold,) = desk.read.holds(is_open=True)
    assert (hold.comment, hold.basis, hold.words) == (
        comment,
        HoldBasis.LEGAL_CLAIM,
        "claim 2026-14",
    )
    with pytest.raises(RefusedError, match="held on this basis already"):
        desk.perform(SetHold(comment, HoldBasis.LEGAL_CLAIM, ""), dee.actor)
    approved(desk, crew, erasure(comment))
    with pytest.raises(RefusedError, match=r"held for the law \(GDPR art-17-3-e\)"):
        desk.perform(Erase(erasure(comment), Retention()), dee.actor)
    with pytest.raises(RefusedError, match="not held on this basis"):
        desk.perform(LiftHold(comment, HoldBasis.PUBLIC_HEALTH, "over"), dee.actor)
    desk.perform(LiftHold(comment, HoldBasis.LEGAL_CLAIM, "over"), dee.actor)
    assert desk.read.holds(is_open=True) == []
    assert len(desk.read.holds(is_open=False)) == 1
    desk.perform(Erase(erasure(comment), Retention()), dee.actor)
    assert [each.words for each in desk.read.holds(is_open=False)] == [""]


def test_a_draft_that_is_kept_a_moment_later_is_not_kept(
    desk: Desk, crew: dict[str, Signer]
) -> None:
    comment, noor = bring(desk, crew["noor"]), crew["noor"].uid
    approved(desk, crew, erasure(comment))
    desk.perform(Erase(erasure(comment), Retention()), crew["dee"].actor)
    [other] = take_in(desk, arrival(9, said=CALM))
    for each in (comment, other):
        desk.store.keep_draft(each, noor, "Beste mevrouw Jansen", desk.clock())
    drafts = [desk.read.draft(each, noor) for each in (comment, other)]
    assert drafts == ["", "Beste mevrouw Jansen"]


@pytest.mark.requirement("A9")
def test_nothing_is_erased_without_two_signatures(bench: Bench, crew: dict[str, Signer]) -> None:
    desk, dee = bench.desk, crew["dee"]
    comment = bring(desk, crew["noor"])
    with pytest.raises(RefusedError, match="two persons"):
        desk.perform(Erase(erasure(comment), Retention()), dee.actor)
    request = dee.ask(desk, erasure(comment))
    with pytest.raises(RefusedError, match="still waits"):
        erasing.erase(desk, dee.actor, request, bench.folder, Retention())
    with pytest.raises(RefusedError, match="no request 9"):
        erasing.erase(desk, dee.actor, 9, bench.folder, Retention())
    other = wanted(RequestKind.FORK, Name("log"), {})
    with pytest.raises(RefusedError, match="no request to erase"):
        desk.perform(Erase(other, Retention()), dee.actor)


def test_a_desk_of_one_asks_too_and_waits_three_days(bench: Bench) -> None:
    desk = bench.desk
    dee = staff(desk, dee=Role.DATA_PROTECTION)["dee"]
    [comment] = take_in(desk, arrival(1, "eigen", said=CALM, own=True))
    with pytest.raises(RefusedError, match="two persons"):
        desk.perform(Erase(erasure(comment), Retention()), dee.actor)
    dee.ask(desk, erasure(comment))
    with pytest.raises(RefusedError, match="still waits"):
        desk.perform(Erase(erasure(comment), Retention()), dee.actor)
    bench.clock.pass_by(ALONE_AFTER)
    desk.perform(Erase(erasure(comment), Retention()), dee.actor)
    assert desk.read.entries_after(desk.read.log_size() - 2, 1)[0].detail["alone"] is True


def test_what_failed_to_leave_is_not_tried_again_without_its_words(
    desk: Desk, crew: dict[str, Signer]
) -> None:
    noor = crew["noor"]
    [comment] = take_in(desk, arrival(1, "een", said=CALM))
    reply = desk.perform(QueueReply(comment, "antwoord", None, 0), noor.actor)
    desk.perform(Close(comment, Reason.DONE), noor.actor)
    assert (
        "on its way out" in erasing.choose(desk.read, [comment], desk.clock(), Retention()).kept[0]
    )
    desk.perform(ClaimDelivery(reply, 1, HOUR), SYSTEM)
    desk.perform(RecordFailure(reply, Name("down"), None, version_of(desk, reply)), SYSTEM)
    approved(desk, crew, erasure(comment))
    desk.perform(Erase(erasure(comment), Retention()), crew["dee"].actor)
    over = desk.read.delivery(reply)
    assert over is not None
    assert over.state is DeliveryState.CANCELLED
    with pytest.raises(RefusedError):
        desk.perform(RetryDelivery(reply), noor.actor)


@pytest.mark.requirement("A9")
def test_a_safety_case_and_what_is_frozen_with_it_are_kept_until_their_years_are_over(
    desk: Desk, crew: dict[str, Signer]
) -> None:
    told, beside = take_in(desk, arrival(1), arrival(2, "Ik ook!", said=CALM))
    escalation = desk.read.escalation(escalate(desk, told, crew["noor"].actor))
    assert escalation is not None
    ends, retention = years_after(escalation.recognised_at, 10), Retention(safety=10)
    for comment, why in (
        (told, "safety case that PV was told of"),
        (beside, "stands in the frozen"),
    ):
        assert why in str(why_kept(desk.read, comment, ends - 1, retention))
        assert "close it first" in str(why_kept(desk.read, comment, ends, retention))
