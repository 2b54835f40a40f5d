"""Deviations: opened once, mended by measures, checked by somebody else, closed with a signature."""

from dataclasses import replace
from typing import Any

import pytest

from tests.actions.test_review_actions import crew, sign
from tests.support.desks import HOUR, Bench, arrival, enter, take_in
from tests.support.signing import Signer
from webcare_desk.actions import (
    Action,
    AddMeasure,
    CheckEffect,
    CloseDeviation,
    ExplainDeviation,
    FinishMeasure,
    OpenDeviation,
    SetRoles,
)
from webcare_desk.domain.audit import Name, digest
from webcare_desk.domain.deviation import (
    CLOSE_WITHIN,
    Deviation,
    DeviationKind,
    DeviationState,
    MeasureKind,
    record_of,
    why_not_close,
)
from webcare_desk.domain.moderator import Role
from webcare_desk.errors import RefusedError

__all__ = ["crew"]
KIND = DeviationKind.LATE_FORWARD


def read(bench: Bench, number: int = 1) -> Deviation:
    found = bench.desk.read.deviation(number)
    assert found is not None
    return found


def opened(bench: Bench, by: Signer) -> int:
    return bench.desk.perform(OpenDeviation(KIND, " te laat gemeld "), by.actor)


def mended(bench: Bench, crew: dict[str, Signer]) -> int:
    """Open a deviation, explain it, and do what is done about it."""
    number, desk, ann = opened(bench, crew["ann"]), bench.desk, crew["ann"].actor
    desk.perform(ExplainDeviation(number, "de dienst was onderbezet"), ann)
    due = bench.clock.at + HOUR
    what = AddMeasure(number, MeasureKind.PREVENTIVE, "een tweede dienst", crew["mo"].uid, due)
    desk.perform(FinishMeasure(desk.perform(what, ann), "is geregeld"), ann)
    return number


@pytest.mark.requirement("E3")
def test_a_deviation_has_its_clock_and_its_owner(bench: Bench, crew: dict[str, Signer]) -> None:
    take_in(bench.desk, arrival(1))
    origin = Name("late-forward:1")
    act = OpenDeviation(KIND, "te laat", 1, origin)
    number = bench.desk.perform(act, crew["ann"].actor)
    found = read(bench, number)
    assert found.due_at - found.opened_at == CLOSE_WITHIN
    assert (found.owner, found.comment, found.origin) == (crew["ann"].uid, 1, origin)
    assert bench.desk.read.known_origins() == {origin}
    with pytest.raises(RefusedError, match="opened this as a deviation"):
        bench.desk.perform(act, crew["bob"].actor)
    with pytest.raises(RefusedError, match="not on this desk"):
        bench.desk.perform(OpenDeviation(KIND, "te laat", 77), crew["bob"].actor)


def test_the_clock_of_a_deviation_is_the_nearest_of_its_own_and_of_what_is_to_be_done(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    later, first = opened(bench, crew["ann"]), opened(bench, crew["ann"])
    bench.desk.perform(ExplainDeviation(first, "onderbezet"), crew["ann"].actor)
    due = bench.clock.at + HOUR
    what = AddMeasure(first, MeasureKind.CORRECTIVE, "herstel", crew["mo"].uid, due)
    number = bench.desk.perform(what, crew["ann"].actor)
    assert [(each.id, each.next_due) for each in bench.desk.read.deviations()] == [
        (first, due),
        (later, read(bench, later).due_at),
    ]
    bench.desk.perform(FinishMeasure(number, "is geregeld"), crew["ann"].actor)
    assert read(bench, first).next_due == read(bench, first).due_at


@pytest.mark.parametrize("words", ["", "  "])
def test_every_step_needs_its_words(bench: Bench, crew: dict[str, Signer], words: str) -> None:
    ann, number = crew["ann"].actor, opened(bench, crew["ann"])
    due = bench.clock.at
    bench.desk.perform(AddMeasure(number, MeasureKind.CORRECTIVE, "x", crew["mo"].uid, due), ann)
    steps: tuple[Action[Any], ...] = (
        OpenDeviation(KIND, words),
        ExplainDeviation(number, words),
        AddMeasure(number, MeasureKind.CORRECTIVE, words, crew["mo"].uid, due),
        AddMeasure(number, MeasureKind.CORRECTIVE, "x", "nobody", due),
        FinishMeasure(1, words),
    )
    for act in steps:
        with pytest.raises(RefusedError):
            bench.desk.perform(act, ann)
    bench.desk.perform(FinishMeasure(1, "klaar"), ann)
    effect = CheckEffect(number, is_effective=True, effect=words)
    with pytest.raises(RefusedError, match="how it was seen"):
        bench.desk.perform(effect, crew["bob"].actor)
    with pytest.raises(RefusedError, match="to be done any more"):
        bench.desk.perform(FinishMeasure(1, "nog eens"), ann)


def test_who_owns_or_did_a_measure_does_not_judge_it(bench: Bench, crew: dict[str, Signer]) -> None:
    number = mended(bench, crew)
    with pytest.raises(RefusedError, match="is your own"):
        bench.desk.perform(CheckEffect(number, is_effective=True, effect="ja"), crew["ann"].actor)
    bench.desk.perform(CheckEffect(number, is_effective=True, effect=" ja "), crew["bob"].actor)
    found = read(bench)
    assert (found.state, found.effect, found.effect_by) == (
        DeviationState.CHECKED,
        "✓ ja",
        crew["bob"].uid,
    )


@pytest.mark.requirement("E3")
def test_where_everybody_who_oversees_has_a_part_one_of_them_judges_it_and_the_entry_says_so(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    ann, bob, desk, number = crew["ann"], crew["bob"], bench.desk, mended(bench, crew)
    check = CheckEffect(number, is_effective=True, effect="ja")
    desk.perform(check, bob.actor)
    assert "alone" not in desk.changes(-1)[-1].detail
    due = bench.clock.at + HOUR
    own = AddMeasure(number, MeasureKind.PREVENTIVE, "elk uur kijken", bob.uid, due)
    desk.perform(FinishMeasure(desk.perform(own, ann.actor), "gekeken"), ann.actor)
    desk.perform(check, ann.actor)
    assert desk.changes(-1)[-1].detail["alone"] is True
    record = record_of(read(bench), desk.read.measures(number))
    desk.perform(CloseDeviation(number, sign(bench, ann, record)), ann.actor)
    assert read(bench).state is DeviationState.CLOSED


def test_a_closed_account_leaves_nobody_else_to_judge_a_measure(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    number, ann = mended(bench, crew), crew["ann"]
    closed = SetRoles(crew["bob"].uid, frozenset({Role.SUPERVISOR}), active=False)
    bench.desk.perform(closed, enter(bench.desk, ann.uid, ann.login, Role.ADMINISTRATOR))
    check = CheckEffect(number, is_effective=True, effect="ja")
    bench.desk.perform(check, ann.actor)
    assert bench.desk.changes(-1)[-1].detail["alone"] is True


def test_measures_that_did_not_work_ask_for_another_one(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    number = mended(bench, crew)
    bench.desk.perform(CheckEffect(number, is_effective=False, effect="nee"), crew["bob"].actor)
    assert read(bench).state is DeviationState.EXPLAINED
    found, measures = read(bench), bench.desk.read.measures(number)
    failed = "The measures did not work: name another one, or another cause, first."
    assert why_not_close(found, measures) == failed
    with pytest.raises(RefusedError, match=failed):
        bench.desk.perform(CheckEffect(number, is_effective=True, effect="toch"), crew["bob"].actor)


def test_what_did_not_work_and_what_was_no_cause_stay_and_are_signed(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    number, ann, bob = mended(bench, crew), crew["ann"].actor, crew["bob"].actor
    bench.desk.perform(CheckEffect(number, is_effective=False, effect="nee"), bob)
    bench.desk.perform(ExplainDeviation(number, " de planning "), ann)
    assert (read(bench).is_effective, read(bench).effect) == (None, "✗ nee")
    before = record_of(read(bench), bench.desk.read.measures(number))
    bench.desk.perform(CheckEffect(number, is_effective=True, effect="nu wel"), bob)
    found = read(bench)
    assert found.effect == "✗ nee\n✓ nu wel"
    assert found.cause is not None
    assert found.cause.endswith("\nde planning")
    measures, unsaid = bench.desk.read.measures(number), replace(found, effect="✓ nu wel")
    assert len({before, record_of(found, measures), record_of(unsaid, measures)}) == 3


def test_an_effect_is_not_checked_before_its_measures_are_done(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    number = opened(bench, crew["ann"])
    with pytest.raises(RefusedError, match="must be done before"):
        bench.desk.perform(CheckEffect(number, is_effective=True, effect="ja"), crew["bob"].actor)


@pytest.mark.requirement("E3")
def test_closing_waits_for_every_step_and_for_a_signature(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    ann, bob, desk = crew["ann"].actor, crew["bob"].actor, bench.desk
    number = opened(bench, crew["ann"])
    refusals = []
    due = bench.clock.at + HOUR
    measure = AddMeasure(number, MeasureKind.CORRECTIVE, "melden", crew["mo"].uid, due)
    steps: tuple[tuple[Action[Any], Any], ...] = (
        (ExplainDeviation(number, "de oorzaak"), ann),
        (measure, ann),
        (FinishMeasure(1, "gemeld"), ann),
        (CheckEffect(number, is_effective=True, effect="ja"), bob),
    )
    for step, by in steps:
        with pytest.raises(RefusedError) as refusal:
            desk.perform(CloseDeviation(number, 1), ann)
        refusals.append(str(refusal.value).split()[0:3])
        desk.perform(step, by)
    assert [" ".join(each) for each in refusals] == [
        "Say first what",
        "Name first what",
        "A measure is",
        "Somebody must first",
    ]


def test_a_closed_deviation_is_signed_and_changes_no_more(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    ann, desk, number = crew["ann"].actor, bench.desk, mended(bench, crew)
    desk.perform(CheckEffect(number, is_effective=True, effect="ja"), crew["bob"].actor)
    wrong = sign(bench, crew["ann"], digest(b"something else"))
    with pytest.raises(RefusedError, match="not what stands here"):
        desk.perform(CloseDeviation(number, wrong), ann)
    record = record_of(read(bench), desk.read.measures(number))
    desk.perform(CloseDeviation(number, sign(bench, crew["ann"], record)), ann)
    found = read(bench)
    assert (found.state, found.closed_by) == (DeviationState.CLOSED, crew["ann"].uid)
    assert why_not_close(found, []) == "This deviation is closed already."
    assert desk.read.deviations(only_open=True) == []
    assert desk.read.deviations() == [found]
    too_late: tuple[Action[Any], ...] = (
        ExplainDeviation(number, "x"),
        AddMeasure(number, MeasureKind.CORRECTIVE, "x", crew["mo"].uid, 0),
        CloseDeviation(number, 1),
    )
    for late in too_late:
        with pytest.raises(RefusedError, match="or it is closed"):
            desk.perform(late, ann)


def test_another_measure_or_cause_asks_anew_whether_the_measures_worked(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    ann, bob, desk, number = crew["ann"].actor, crew["bob"].actor, bench.desk, mended(bench, crew)
    check = CheckEffect(number, is_effective=True, effect="ja")
    desk.perform(check, bob)
    due = bench.clock.at + HOUR
    own = AddMeasure(number, MeasureKind.PREVENTIVE, "elk uur kijken", crew["mo"].uid, due)
    second = desk.perform(own, ann)
    found = read(bench)
    assert (found.state, found.is_effective, found.effect) == (
        DeviationState.EXPLAINED,
        None,
        "✓ ja",
    )
    assert (found.effect_by, found.effect_at) == (None, None)
    desk.perform(FinishMeasure(second, "gekeken"), ann)
    with pytest.raises(RefusedError, match="first find that the measures worked"):
        desk.perform(CloseDeviation(number, 1), bob)
    desk.perform(check, bob)
    assert why_not_close(read(bench), desk.read.measures(number)) is None
    desk.perform(ExplainDeviation(number, "toch iets anders"), ann)
    assert read(bench).is_effective is None
    assert why_not_close(read(bench), desk.read.measures(number)) is not None


def test_a_measure_without_a_cause_leaves_the_deviation_open(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    number, ann = opened(bench, crew["ann"]), crew["ann"].actor
    due = bench.clock.at + HOUR
    bench.desk.perform(AddMeasure(number, MeasureKind.CORRECTIVE, "x", crew["mo"].uid, due), ann)
    assert read(bench).state is DeviationState.OPEN


def test_a_check_from_before_a_measure_does_not_count(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    number = mended(bench, crew)
    bench.desk.perform(CheckEffect(number, is_effective=True, effect="ja"), crew["bob"].actor)
    found, [measure] = read(bench), bench.desk.read.measures(number)
    assert found.effect_at is not None
    assert why_not_close(found, [measure]) is None
    sentence = "Somebody must first find that the measures worked."
    later = replace(measure, done_at=found.effect_at + 1)
    assert why_not_close(found, [measure, later]) == sentence


@pytest.mark.parametrize("off", [-24 * HOUR, 3651 * 24 * HOUR])
def test_a_measure_is_due_within_ten_years(bench: Bench, crew: dict[str, Signer], off: int) -> None:
    number, ann = opened(bench, crew["ann"]), crew["ann"].actor
    due = bench.clock.at + off
    late = AddMeasure(number, MeasureKind.CORRECTIVE, "x", crew["mo"].uid, due)
    with pytest.raises(RefusedError, match="today or later, within ten years"):
        bench.desk.perform(late, ann)
