"""What a reviewer said of an entry stays: nobody takes back what another person found."""

from dataclasses import replace

import pytest

from tests.actions.test_review_actions import (
    FINDING,
    FINE,
    crew,
    opened,
    record,
    sign,
    worked,
)
from tests.support.desks import Bench
from tests.support.signing import Signer
from webcare_desk.actions import ConcludeReview, JudgeEntry
from webcare_desk.actions.review import concludable
from webcare_desk.domain.review import ReviewHit, Verdict, record_of, words_of
from webcare_desk.errors import RefusedError

__all__ = ["crew"]
pytestmark = pytest.mark.requirement("A6")


def hit_of(bench: Bench) -> ReviewHit:
    found = bench.desk.read.review_hit(1)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "said", [JudgeEntry(1, FINE), JudgeEntry(1, FINE, "ach"), JudgeEntry(1, FINDING, "te laat")]
)
def test_nobody_undoes_what_another_person_found(
    bench: Bench, crew: dict[str, Signer], said: JudgeEntry
) -> None:
    opened(bench, crew["ann"], worked(bench, crew["mo"]))
    bench.desk.perform(JudgeEntry(1, FINDING, "had naar PV gemoeten"), crew["ann"].actor)
    before = hit_of(bench)
    with pytest.raises(RefusedError, match="somebody else said of this entry stays"):
        bench.desk.perform(said, crew["bob"].actor)
    assert hit_of(bench) == before


def test_ones_own_finding_is_taken_back_with_words_that_stand_below_it(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    ann, bob = crew["ann"].actor, crew["bob"].actor
    number = opened(bench, crew["ann"], worked(bench, crew["mo"]))
    bench.desk.perform(JudgeEntry(1, FINDING, "had naar PV gemoeten"), ann)
    with pytest.raises(RefusedError, match="say then why it is none"):
        bench.desk.perform(JudgeEntry(1, FINE), ann)
    bench.desk.perform(JudgeEntry(1, FINE, "was al gemeld"), ann)
    hit = hit_of(bench)
    assert (hit.verdict, hit.remark) == (FINE, "had naar PV gemoeten\n→ was al gemeld")
    with pytest.raises(RefusedError, match="judged so already"):
        bench.desk.perform(JudgeEntry(1, FINE, "was al gemeld"), ann)
    with pytest.raises(RefusedError, match="somebody else said of this entry stays"):
        bench.desk.perform(JudgeEntry(1, FINDING, "nee"), bob)
    bench.desk.perform(JudgeEntry(1, FINDING, "toch niet"), ann)
    assert hit_of(bench).remark == "had naar PV gemoeten\n→ was al gemeld\n→ toch niet"
    bench.desk.perform(JudgeEntry(1, FINE, "was toch gemeld"), ann)
    signed = sign(bench, crew["bob"], record(bench, number, FINE, "goed"))
    bench.desk.perform(ConcludeReview(number, FINE, "goed", signed), bob)
    hit = hit_of(bench)
    assert words_of(hit) == [
        "had naar PV gemoeten",
        "was al gemeld",
        "toch niet",
        "was toch gemeld",
    ]
    review = bench.desk.read.review(number)
    assert review is not None
    shortened = record_of(review, [replace(hit, remark="was toch gemeld")], FINE, "goed")
    assert shortened != record(bench, number, FINE, "goed"), "the signature covers every word"


def test_what_is_in_order_needs_no_words_and_takes_none(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    opened(bench, crew["ann"], worked(bench, crew["mo"]))
    with pytest.raises(RefusedError, match="Words go with a finding"):
        bench.desk.perform(JudgeEntry(1, FINE, "gezien"), crew["ann"].actor)
    bench.desk.perform(JudgeEntry(1, FINE), crew["ann"].actor)
    bench.desk.perform(JudgeEntry(1, FINDING, "te laat"), crew["bob"].actor)
    hit = hit_of(bench)
    assert (hit.verdict, hit.judged_by, hit.remark) == (FINDING, crew["bob"].uid, "te laat")


def test_what_cannot_be_concluded_is_known_before_it_is_signed(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    number, ann = opened(bench, crew["ann"], worked(bench, crew["mo"])), crew["ann"]

    def refused(verdict: Verdict, words: str) -> str:
        with pytest.raises(RefusedError) as told:
            concludable(bench.desk.read, number, verdict, words, ann.uid)
        return str(told.value)

    assert "not been judged" in refused(FINE, "goed")
    bench.desk.perform(JudgeEntry(1, FINDING, "te laat"), ann.actor)
    assert "There are findings" in refused(FINE, "goed")
    assert "what the review concludes" in refused(FINDING, " ")
    assert concludable(bench.desk.read, number, FINDING, "te laat", ann.uid)
