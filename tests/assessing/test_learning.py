"""What the desk learns from decisions: small, bounded, taken back at will, and never below what must be."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.desks import CRITERIA, HOUR, MORNING, Bench, arrival, log_in, take_in
from tests.support.models import small_assessor
from webcare_desk.actions import (
    Close,
    Escalate,
    RefitScreening,
    SetLearning,
    UseCorrection,
)
from webcare_desk.actions.learning import version_in_force
from webcare_desk.domain.audit import Name
from webcare_desk.domain.finding import Opinion, Tier
from webcare_desk.domain.learning import Correction, Missed
from webcare_desk.domain.moderator import Actor, Role, system_actor
from webcare_desk.domain.quality import interval
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.triage import Arrival
from webcare_desk.errors import RefusedError
from webcare_desk.jobs import learn as jobs
from webcare_desk.jobs.learn import correction_of, learn, with_correction
from webcare_desk.oversight.screening import screening_status
from webcare_desk.paths import protocols_dir, resources_dir
from webcare_desk.protocol.library import load_pack
from webcare_desk.screening import load_lexicon
from webcare_desk.screening.correction import BUCKETS, CLIP, MOST, learnt, moved, shift
from webcare_desk.screening.model import Model
from webcare_desk.screening.opinion import name_of
from webcare_desk.triage import Triager, prepare_triage

QUIET = "Our cupboard smells of lavender"
SPOON = "She threw a spoon through the kitchen"
HOSPITAL = "Ik lag een week in het ziekenhuis"
DANGER = "I stand on the bridge again"
BUCKETS_OF = st.lists(st.integers(0, BUCKETS - 1), min_size=1, max_size=40, unique=True)


@pytest.fixture(scope="module")
def triager() -> Triager:
    protocol = load_pack(protocols_dir(), "varen").protocol
    assert protocol is not None
    lexicon = load_lexicon(resources_dir() / "lexicons")
    must = frozenset(one.id for one in lexicon.concepts() if one.always_check)
    return prepare_triage(protocol, lexicon, replace(small_assessor(), mandatory=must))


@pytest.fixture
def chief(bench: Bench) -> Actor:
    people = log_in(bench.desk, frozenset({Role.SUPERVISOR}))
    return people[Role.SUPERVISOR]


def corrected(triager: Triager, weight: int) -> Triager:
    """Return the triage with every weight of the correction the same."""
    assert triager.assessor is not None
    weights = tuple((bucket, weight) for bucket in range(BUCKETS))
    return replace(triager, assessor=replace(triager.assessor, correction=Correction(3, weights)))


def opinion(triager: Triager, text: str) -> Opinion:
    found = triager.screen(text).opinion
    assert found is not None
    return found


def ingested(bench: Bench, triager: Triager, *texts: str) -> list[int]:
    made = [arrival(n, text, thread=f"t{n}") for n, text in enumerate(texts)]
    whole = (replace(one, triage=triager(one.comment)) for one in made)
    return take_in(bench.desk, *(Arrival(one.comment, one.triage) for one in whole))


def escalate(bench: Bench, comment: int, by: Actor) -> None:
    plan, due = Name("ae-to-pv"), MORNING + HOUR
    owner = Role.PV_OFFICER
    act = Escalate(comment, f"u{comment}", plan, 1, owner, MORNING, due, "{}", CRITERIA, ())
    bench.desk.perform(act, by)


@given(BUCKETS_OF, st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=40))
def test_no_number_of_decisions_moves_a_comment_further_than_the_bound(
    buckets: list[int], decisions: list[tuple[float, bool]]
) -> None:
    now = Correction()
    for score, is_report in decisions:
        before = shift(now, buckets)
        now = learnt(now, buckets, score, is_report=is_report, version=now.version + 1)
        assert shift(now, buckets) >= before if is_report else shift(now, buckets) <= before
        assert all(0 < abs(weight) <= CLIP for _, weight in now.weights)
        assert -MOST <= shift(now, buckets) <= MOST
    assert now.version == len(decisions)


@given(st.floats(0, 1), st.floats(-1, 1))
def test_a_moved_chance_is_a_chance_and_goes_the_way_it_is_moved(score: float, by: float) -> None:
    found = moved(score, by)
    assert 0 <= found <= 1
    assert (found - moved(score, 0)) * by >= -1e-12


def test_what_is_learnt_raises_and_lowers_by_one_tier_at_most(triager: Triager) -> None:
    plain, up, down = opinion(triager, SPOON), corrected(triager, CLIP), corrected(triager, -CLIP)
    assert plain.tier is Tier.STRONG
    assert opinion(up, SPOON).score >= plain.score
    assert opinion(down, SPOON).score < plain.score
    assert opinion(down, SPOON).tier >= Tier.CHECK
    assert opinion(up, SPOON).model == "5" * 16 + "+3"
    assert opinion(up, QUIET).score > opinion(triager, QUIET).score
    assert opinion(down, "").tier is Tier.NONE


@pytest.mark.parametrize(
    "text", [HOSPITAL, DANGER, "ik denk aan zelfmoord", "mijn man is overleden"]
)
def test_what_is_mandatory_and_a_crisis_are_never_lowered(triager: Triager, text: str) -> None:
    plain, down = triager.screen(text), corrected(triager, -CLIP).screen(text)
    assert plain.opinion is not None
    assert down.opinion is not None
    assert (down.tier, down.findings) == (plain.tier, plain.findings)
    assert (down.opinion.tier, down.opinion.score) == (plain.opinion.tier, plain.opinion.score)
    assert plain.opinion.tier >= Tier.CHECK


def test_the_twin_without_that_rule_is_lowered(triager: Triager) -> None:
    down = corrected(triager, -CLIP)
    assert down.assessor is not None
    bare = replace(down, assessor=replace(down.assessor, mandatory=frozenset()))
    assert opinion(bare, HOSPITAL).score < opinion(triager, HOSPITAL).score


def test_a_desk_learns_only_when_it_was_let_and_each_decision_once(
    bench: Bench, chief: Actor, triager: Triager
) -> None:
    first, second, third, fourth = ingested(bench, triager, QUIET, SPOON, QUIET + "!", "Koffie.")
    escalate(bench, fourth, chief)
    assert learn(bench.desk, triager) == 0
    bench.desk.perform(SetLearning(is_on=True), chief)
    assert learn(bench.desk, triager) == 0  # what was decided before does not count
    escalate(bench, first, chief)
    bench.desk.perform(Close(second, Reason.NOT_AN_ADVERSE_EVENT), chief)
    bench.desk.perform(Close(third, Reason.DONE), chief)
    assert learn(bench.desk, triager) == 2
    assert learn(bench.desk, triager) == 0
    assert version_in_force(bench.desk.read) == 2
    newest, oldest = bench.desk.read.corrections(9)
    assert (oldest.is_report, oldest.comment, oldest.based_on) == (True, first, 0)
    assert (newest.is_report, newest.comment, newest.based_on) == (False, second, 1)
    acts = [entry.action for entry in bench.desk.read.entries_after(0, 99)]
    assert acts.count("refit-screening") == 2
    assert triager.assessor is not None
    taught = replace(triager, assessor=with_correction(triager.assessor, bench.desk.read))
    assert opinion(taught, QUIET).score > opinion(triager, QUIET).score
    assert opinion(taught, SPOON).score < opinion(triager, SPOON).score


def taught_twice(bench: Bench, chief: Actor, triager: Triager) -> Model:
    """Let a desk learn from two reports; return the model that it learnt for."""
    bench.desk.perform(SetLearning(is_on=True), chief)
    for comment in ingested(bench, triager, QUIET, QUIET + "!"):
        escalate(bench, comment, chief)
    assert learn(bench.desk, triager) == 2
    assert triager.assessor is not None
    return triager.assessor.model


def test_an_earlier_version_or_none_can_be_used_again(
    bench: Bench, chief: Actor, triager: Triager
) -> None:
    model = taught_twice(bench, chief, triager)
    name = Name(name_of(model))
    bench.desk.perform(UseCorrection(1, name), chief)
    used = correction_of(bench.desk.read, model)
    assert used is not None
    assert used.version == 1
    assert correction_of(bench.desk.read, replace(model, digest="6" * 64)) is None
    bench.desk.perform(UseCorrection(0, name), chief)
    assert correction_of(bench.desk.read, model) is None
    for version in (0, 9):
        with pytest.raises(RefusedError):
            bench.desk.perform(UseCorrection(version, name), chief)
    bench.desk.perform(SetLearning(is_on=False), chief)
    with pytest.raises(RefusedError):
        bench.desk.perform(SetLearning(is_on=False), chief)
    assert screening_status(bench.desk.read, name).learns is False


def test_what_was_learnt_for_another_model_is_not_said_to_be_in_use(
    bench: Bench, chief: Actor, triager: Triager
) -> None:
    """As after a release with another model; the version in force stays what it was."""
    own = screening_status(bench.desk.read, name_of(taught_twice(bench, chief, triager)))
    assert (own.version, own.is_used) == (2, True)
    other = screening_status(bench.desk.read, "another")
    assert (other.version, other.is_used) == (2, False)
    with pytest.raises(RefusedError, match="another model"):
        bench.desk.perform(UseCorrection(1, Name("another")), chief)
    bench.desk.perform(UseCorrection(0, Name("another")), chief)
    assert screening_status(bench.desk.read, "another").is_used is False


def test_a_decision_that_was_learnt_from_or_a_stale_version_is_refused(
    bench: Bench, chief: Actor, triager: Triager
) -> None:
    [comment] = ingested(bench, triager, QUIET)
    far = bench.desk.read.log_size() + 50
    refit = RefitScreening(comment, far, True, Name("m"), 0, json.dumps([]))  # noqa: FBT003 - a report
    with pytest.raises(RefusedError, match="does not learn"):
        bench.desk.perform(refit, system_actor())
    bench.desk.perform(SetLearning(is_on=True), chief)
    assert bench.desk.perform(refit, system_actor()) == 1
    for stale in (refit, replace(refit, entry=far + 1)):
        with pytest.raises(RefusedError, match="learnt from"):
            bench.desk.perform(stale, system_actor())


def reword(bench: Bench, triager: Triager, text: str) -> None:
    """Let the poster of the first comment write something else."""
    bench.clock.pass_by(HOUR)
    ingested(bench, triager, text)


@pytest.mark.parametrize("words", [(HOSPITAL,), (HOSPITAL, SPOON)])
def test_words_that_stand_there_since_a_decision_are_not_learnt(
    bench: Bench, chief: Actor, triager: Triager, words: tuple[str, ...]
) -> None:
    bench.desk.perform(SetLearning(is_on=True), chief)
    spoon, quiet = ingested(bench, triager, SPOON, QUIET)
    for comment in (spoon, quiet):
        bench.desk.perform(Close(comment, Reason.NOT_AN_ADVERSE_EVENT), chief)
    for text in words:
        reword(bench, triager, text)
    assert learn(bench.desk, triager) == 1
    assert [each.comment for each in bench.desk.read.corrections(9)] == [quiet]


@pytest.mark.parametrize("comes_back", [False, True])
def test_a_decision_about_new_words_is_learnt_unless_older_ones_came_back(
    bench: Bench, chief: Actor, triager: Triager, *, comes_back: bool
) -> None:
    bench.desk.perform(SetLearning(is_on=True), chief)
    [comment] = ingested(bench, triager, QUIET)
    reword(bench, triager, SPOON)
    bench.desk.perform(Close(comment, Reason.NOT_AN_ADVERSE_EVENT), chief)
    if comes_back:
        reword(bench, triager, QUIET)
    assert learn(bench.desk, triager) == int(not comes_back)


def test_of_two_programs_that_learn_at_once_the_second_leaves_off(
    bench: Bench, chief: Actor, triager: Triager, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.desk.perform(SetLearning(is_on=True), chief)
    for comment in ingested(bench, triager, QUIET, QUIET + "!"):
        escalate(bench, comment, chief)

    def read_before(_: object) -> int:
        monkeypatch.undo()
        assert learn(bench.desk, triager) == 2
        return 0

    monkeypatch.setattr(jobs, "learnt_until", read_before)
    assert learn(bench.desk, triager) == 0
    assert version_in_force(bench.desk.read) == 2


def test_the_missed_share_counts_what_people_found_that_screening_had_not(
    bench: Bench, chief: Actor, triager: Triager
) -> None:
    missed, flagged = ingested(bench, triager, QUIET, SPOON)
    for comment in (missed, flagged):
        escalate(bench, comment, chief)
    found = {one.name: one for one in screening_status(bench.desk.read, "").missed}
    assert (found["all"].missed, found["all"].of) == (1, 2)
    assert found["misuse"] == Missed("misuse", 0, 1)
    assert found["adverse-event"] == Missed("adverse-event", 1, 1)
    assert found["all"].interval == interval(1, 2)
