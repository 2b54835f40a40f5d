"""The built-in test: its own questions, a fair draw, one sitting, and who stands where."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.desks import HOUR, Bench, log_in, make_bench
from webcare_desk import training
from webcare_desk.actions import Certify, SetRoles, SetTrainingRules
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.policy import Policy
from webcare_desk.domain.training import Answer, Standing, TrainingQuestion, Trap, draw, standing_of
from webcare_desk.errors import LexiconError
from webcare_desk.paths import resources_dir
from webcare_desk.training import Pool, Sitting

FOLDER = resources_dir() / "training"
POOL = training.load_pool(FOLDER)
QUESTION = """questions:
  - id: one
    text: "Ik heb hoofdpijn van de pen."
    answer: safety
    trap: [plain]
    nl: "Een klacht."
    en: "A complaint."
"""


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """Make a desk that must be sound when the test is over."""
    made = make_bench(tmp_path)
    yield made
    made.require_sound()
    made.desk.store.close()


def test_the_questions_are_enough_and_hold_every_trap_in_both_languages() -> None:
    asked = POOL.questions
    assert len(asked) >= 24
    assert Counter(each.language for each in asked).keys() == {"nl", "en"}
    for language in ("nl", "en"):
        traps = {trap for each in asked if each.language == language for trap in each.traps}
        needed = set(Trap) - {Trap.BENEFIT, Trap.LEAFLET}
        assert needed <= traps, needed - traps
    assert {trap for each in asked for trap in each.traps} == set(Trap)
    assert {each.answer for each in asked} == set(Answer)


@pytest.mark.parametrize("question", POOL.questions, ids=lambda each: str(each.id))
def test_every_question_says_why_in_both_languages(question: TrainingQuestion) -> None:
    assert question.text.strip()
    assert question.traps
    said = {question.explained("nl"), question.explained("en")}
    assert len(said) == 2
    assert question.explained("fr") == question.explained("en")
    assert all(len(words) > 20 for words in said)


@given(st.integers(0, 2**32), st.integers(6, 24))
def test_a_draw_is_its_seed_and_holds_each_answer(seed: int, count: int) -> None:
    drawn = draw(POOL.questions, count, seed)
    assert drawn == draw(POOL.questions[::-1], count, seed)
    assert len({question.id for question in drawn}) == count
    assert {question.answer for question in drawn} == set(Answer)


@given(st.integers(0, 2**32), st.integers(6, 24), st.sampled_from(Answer))
def test_one_answer_to_every_question_passes_no_test(seed: int, count: int, always: Answer) -> None:
    drawn = draw(POOL.questions, count, seed)
    right = sum(question.answer is always for question in drawn)
    assert not Policy(pass_percent=70, questions=count).is_passed(right, count)


def test_another_seed_is_another_draw() -> None:
    draws = {
        tuple(question.id for question in draw(POOL.questions, 12, seed)) for seed in range(50)
    }
    assert len(draws) == 50


def test_a_sitting_counts_what_was_right_and_ends() -> None:
    sitting = Sitting(POOL, 7, 12)
    while (question := sitting.current) is not None:
        wrong = next(answer for answer in Answer if answer is not question.answer)
        sitting = sitting.answered(question.answer if len(sitting.given) < 9 else wrong)
    assert (sitting.is_over, sitting.right_answers, len(sitting.given)) == (True, 9, 12)


def passed(desk: Desk, by: Actor) -> bool:
    """Take the whole test with every answer right, and say whether it was passed."""
    sitting = training.sit(desk, POOL, 3)
    for question in sitting.questions:
        sitting = sitting.answered(question.answer)
    return training.finish(desk, sitting, by) is not None


def standing(desk: Desk, by: Actor) -> Standing | None:
    """Return how somebody's own training stands, None where nothing asks for any."""
    asked = training.asked_of(desk, by)
    return None if asked is None else standing_of(asked.certificate, desk.clock())


def test_a_test_that_is_passed_opens_the_gate(bench: Bench) -> None:
    people = log_in(bench.desk)
    mo = log_in(bench.desk, frozenset({Role.MODERATOR}), "mo")[Role.MODERATOR]
    assert standing(bench.desk, mo) is None
    bench.desk.perform(SetTrainingRules(True, 90, 10, 30), people[Role.SUPERVISOR])  # noqa: FBT003 - the gate
    assert standing(bench.desk, mo) is Standing.MISSING
    assert standing(bench.desk, people[Role.AUDITOR]) is None
    assert training.sit(bench.desk, POOL).count == 10
    assert training.begin(bench.desk, POOL, mo).count == 10
    begun = bench.desk.changes(bench.desk.read.log_size() - 2)[-1]
    assert (begun.action, begun.detail["asked"]) == ("begin-test", 10)
    assert passed(bench.desk, mo)
    assert standing(bench.desk, mo) is Standing.EXPIRING
    found = bench.desk.read.certificates(mo.moderator)
    assert [(each.score, each.seed) for each in found] == [(100, 3)]
    bench.clock.pass_by(31 * 24 * HOUR)
    assert standing(bench.desk, mo) is Standing.EXPIRED


def test_a_test_that_is_not_passed_makes_no_certificate(bench: Bench) -> None:
    mo = log_in(bench.desk)[Role.MODERATOR]
    sitting = training.sit(bench.desk, POOL)
    for _ in sitting.questions:
        sitting = sitting.answered(Answer.QUALITY)
    assert training.finish(bench.desk, sitting, mo) is None
    assert bench.desk.read.log_size() > 0


def test_everybody_who_answers_or_has_a_certificate_is_listed(bench: Bench) -> None:
    desk = bench.desk
    anna = log_in(desk, frozenset({Role.SUPERVISOR}))[Role.SUPERVISOR]
    mo = log_in(desk, frozenset({Role.MODERATOR}), "mo")[Role.MODERATOR]
    noor = log_in(desk, frozenset({Role.PV_OFFICER}), "noor")[Role.PV_OFFICER]
    listed = {each.person.login: each.standing for each in training.everybody(desk)}
    assert listed == {"anna": Standing.MISSING, "mo": Standing.MISSING}
    assert passed(desk, mo)
    ends = desk.clock() + 10 * 24 * HOUR
    desk.perform(Certify(noor.moderator, Name("gvp-basics"), ends), anna)
    listed = {each.person.login: each.standing for each in training.everybody(desk)}
    assert listed == {"anna": Standing.MISSING, "mo": Standing.VALID, "noor": Standing.MISSING}
    bench.clock.pass_by(340 * 24 * HOUR)
    listed = {each.person.login: each.standing for each in training.everybody(desk)}
    assert listed["mo"] is Standing.EXPIRING


def test_a_closed_account_is_not_listed(bench: Bench) -> None:
    people = log_in(bench.desk)
    mo = log_in(bench.desk, frozenset({Role.MODERATOR}), "mo")[Role.MODERATOR]
    closed = SetRoles(mo.moderator, frozenset({Role.MODERATOR}), active=False)
    bench.desk.perform(closed, people[Role.ADMINISTRATOR])
    assert [each.person.login for each in training.everybody(bench.desk)] == ["anna"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("other: []\n", r"nl\.yaml: the list `questions` is missing"),
        (QUESTION.replace("answer: safety", "answer: perhaps"), r"nl\.yaml:2: .*perhaps"),
        (QUESTION.replace("plain", "riddle"), r"nl\.yaml:2: .*riddle"),
        (QUESTION.replace('    en: "A complaint."\n', ""), r"nl\.yaml:2: .*en"),
        ("questions: [just words]\n", r"nl\.yaml:1: this is no question"),
        (QUESTION, "the same id"),
    ],
)
def test_a_file_with_a_mistake_is_named_with_its_line(
    tmp_path: Path, text: str, sentence: str
) -> None:
    (tmp_path / "nl.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "en.yaml").write_text(QUESTION, encoding="utf-8")
    with pytest.raises(LexiconError, match=sentence):
        training.load_pool(tmp_path)


def test_the_digest_is_that_of_the_files(tmp_path: Path) -> None:
    for name in ("nl", "en"):
        text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    assert training.load_pool(tmp_path).digest == POOL.digest
    text = (tmp_path / "nl.yaml").read_text(encoding="utf-8")
    (tmp_path / "nl.yaml").write_text(text + "\n", encoding="utf-8")
    assert training.load_pool(tmp_path).digest != POOL.digest
    assert isinstance(POOL, Pool)
