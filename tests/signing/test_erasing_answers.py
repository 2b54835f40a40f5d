"""Which of the desk's own answers go with the comment that they answer, and which stay."""

from tests.support.desks import HOUR, SYSTEM, Bench, arrival, escalate, take_in, version_of
from tests.support.erasable import CALM, approved, erasure
from tests.support.signing import Signer
from webcare_desk import erasing
from webcare_desk.actions import (
    ClaimDelivery,
    Close,
    QueueReply,
    RecordDelivery,
    RecordVerified,
    Reopen,
    SetHold,
)
from webcare_desk.desk import Desk
from webcare_desk.domain.erasure import HoldBasis, Retention
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.reason import Reason

TEMPLATE = "Hallo, dank voor uw vraag. Bel onze infolijn."


def asked(desk: Desk, noor: Signer) -> list[int]:
    """Let Anna and Bart ask, and send both the same template."""
    both = take_in(desk, arrival(1, "Vraag", said=CALM), arrival(2, "Ook een vraag", said=CALM))
    for comment in both:
        reply = desk.perform(QueueReply(comment, TEMPLATE, None, 0), noor.actor)
        desk.perform(ClaimDelivery(reply, 1, HOUR), SYSTEM)
        desk.perform(RecordDelivery(reply, "x", version_of(desk, reply)), SYSTEM)
        desk.perform(RecordVerified(reply, version_of(desk, reply)), SYSTEM)
        desk.perform(Close(comment, Reason.DONE), noor.actor)
    return both


def erase(bench: Bench, crew: dict[str, Signer], comment: int) -> None:
    request = approved(bench.desk, crew, erasure(comment))
    erasing.erase(bench.desk, crew["dee"].actor, request, bench.folder, Retention())


def test_the_same_words_to_another_patient_stay(bench: Bench, crew: dict[str, Signer]) -> None:
    desk = bench.desk
    anna, bart = asked(desk, crew["noor"])
    to_anna, to_bart = take_in(
        desk,
        arrival(11, TEMPLATE, said=CALM, parent="r1", own=True),
        arrival(12, TEMPLATE, said=CALM, parent="r2", own=True),
    )
    erase(bench, crew, anna)
    assert [desk.read.is_erased(each) for each in (to_anna, to_bart, bart)] == [True, False, False]


def test_words_that_two_were_sent_go_with_the_last_of_them(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    desk = bench.desk
    anna, bart = asked(desk, crew["noor"])
    [answer] = take_in(desk, arrival(11, TEMPLATE, said=CALM, own=True))
    for comment, goes in ((anna, False), (bart, True)):
        erase(bench, crew, comment)
        assert desk.read.is_erased(answer) is goes


def test_an_answer_that_is_held_keeps_its_comment(desk: Desk, crew: dict[str, Signer]) -> None:
    anna, bart = asked(desk, crew["noor"])
    [answer] = take_in(desk, arrival(11, TEMPLATE, said=CALM, parent="r1", own=True))
    desk.perform(SetHold(answer, HoldBasis.LEGAL_CLAIM, "claim 7"), crew["dee"].actor)
    choice = erasing.choose(desk.read, [anna, bart], desk.clock(), Retention())
    assert choice.comments == (bart,)
    assert choice.kept[0].startswith(
        f"The desk's answer {answer} to comment {anna} is held for the law (GDPR art-17-3-e)"
    )


def test_an_answer_that_is_worked_on_or_was_told_to_pv_keeps_its_comment(
    desk: Desk, crew: dict[str, Signer]
) -> None:
    anna, bart = asked(desk, crew["noor"])
    [answer] = take_in(desk, arrival(11, TEMPLATE, said=CALM, parent="r1", own=True))
    desk.perform(
        Reopen(answer, Queue.QUESTION, Reason.OTHER, "Nog eens kijken"), crew["noor"].actor
    )
    choice = erasing.choose(desk.read, [anna, bart], desk.clock(), Retention())
    assert choice.comments == (bart,)
    goes_with = f"The desk's answer {answer} goes with comment {anna}. Comment {answer} is "
    assert choice.kept == (f"{goes_with}still worked on: close it first.",)
    escalate(desk, answer, crew["noor"].actor)
    [kept] = erasing.choose(desk.read, [anna], desk.clock(), Retention()).kept
    assert kept.startswith(f"{goes_with}a safety case that PV was told of")
