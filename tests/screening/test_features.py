"""What the linear model sees of a text beside its words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webcare_desk.domain.finding import Category, Finding, Mark, Opinion, Tier
from webcare_desk.paths import resources_dir
from webcare_desk.screening import Screener
from webcare_desk.screening.features import (
    PIECE,
    WORD,
    of_neighbours,
    of_reply,
    of_scene,
    of_whole,
    of_word,
)
from webcare_desk.screening.model import (
    CRISIS,
    IN_REVIEW,
    REPORTABLE,
    REVIEW,
    blend,
    load_model,
    together,
)
from webcare_desk.screening.weights import NOTHING, Table

WEIGHED = load_model(resources_dir() / "screening" / "model.bin").weighed


def test_the_scene_tells_what_stands_before_and_beside_what(screener: Screener) -> None:
    told = of_scene(screener.look("sinds die prik geen hoofdpijn, zei mijn man"))
    assert "xadverse-event-" in told
    assert any(one.startswith("x<>") for one in told)
    assert any(one.startswith("xQcause") and "&" in one for one in told)


@pytest.mark.parametrize(
    ("concept", "category", "is_shown"),
    [("passed-away", None, False), ("unreadable", None, True), ("e-mail", Category.PRIVACY, True)],
)
def test_a_wording_of_a_pack_is_no_feature(
    screener: Screener, concept: str, category: Category | None, *, is_shown: bool
) -> None:
    look = screener.look("mijn man is overleden")
    findings = (*look.screening.findings, Finding(Mark.CUE, concept, category, 12, 21))
    more = replace(look, screening=replace(look.screening, findings=findings))
    words = look.tokens.words
    assert (of_scene(more) != of_scene(look)) is is_shown
    shown = of_whole("", words, more.screening)
    assert (shown != of_whole("", words, look.screening)) is is_shown


def test_the_scene_of_a_long_text_is_bounded(screener: Screener) -> None:
    long = "sinds die prik hoofdpijn en misselijk, zei mijn man. " * 400
    assert len(of_scene(screener.look(long))) <= 20 + 50 + 190


def test_the_same_scene_in_another_language_is_the_same(screener: Screener) -> None:
    dutch = of_scene(screener.look("ik ben misselijk"))
    english = of_scene(screener.look("i am nauseous"))
    assert sorted(dutch) == sorted(english)


@pytest.mark.parametrize(
    ("review", "low", "high"), [(0.0, 0.19, 0.21), (1.0, 0.89, 0.91), (0.5, 0.5, 0.7)]
)
def test_the_surer_it_is_a_review_the_more_its_own_head_counts(
    review: float, low: float, high: float
) -> None:
    assert low < blend({REPORTABLE: 0.2, REVIEW: review, IN_REVIEW: 0.9}) < high


def test_chances_at_the_ends_are_blended_as_well() -> None:
    assert blend({REPORTABLE: 0.0, REVIEW: 0.5, IN_REVIEW: 1.0}) == pytest.approx(0.5)


def test_a_head_that_is_sure_of_its_category_raises_what_all_say() -> None:
    quiet = {REPORTABLE: 0.2, CRISIS: 0.01, "quality": 0.05, REVIEW: 0.5, IN_REVIEW: 0.5}
    assert together({**quiet, "quality": 0.9}) > together(quiet) + 1
    assert together({**quiet, CRISIS: 0.9}) > together(quiet) + 1
    assert together({**quiet, REVIEW: 0.99, IN_REVIEW: 0.99}) == together(quiet)


def test_heads_that_are_certain_are_joined_as_well() -> None:
    assert together({REPORTABLE: 1.0, CRISIS: 1.0}) > together({REPORTABLE: 0.0, CRISIS: 0.0})


@given(words=st.lists(st.text(max_size=6), max_size=8))
def test_neighbours_weigh_the_same_with_and_without_putting_their_text_together(
    words: list[str],
) -> None:
    assert WEIGHED.near(words) == WEIGHED.buckets(of_neighbours(words))


@given(word=st.text(max_size=26) | st.text("aeinrst", max_size=26))
def test_a_word_weighs_the_same_with_and_without_putting_its_pieces_together(word: str) -> None:
    assert WEIGHED.parts(word) == WEIGHED.buckets(of_word(word))


@given(
    used=st.lists(st.integers(0, 1), min_size=8, max_size=8),
    weights=st.binary(min_size=24, max_size=24),
    asked=st.lists(st.integers(0, 7), max_size=900),
)
def test_rows_that_are_added_as_numbers_give_each_column_its_sum(
    used: list[int], weights: bytes, asked: list[int]
) -> None:
    rows = iter(range(0, 24, 3))
    own = {at: weights[start : start + 3] for at, start in zip(range(8), rows, strict=False)}
    held = [own[at] for at in range(8) if used[at]]
    table = Table(bytes(used), b"".join(held), 3)
    met = [own[at] for at in asked if used[at]]
    assert table.added(asked) == [sum(row[at] - NOTHING for row in met) for at in range(3)]


@given(words=st.lists(st.text("abcdefg ", max_size=9), max_size=30))
def test_words_weigh_together_what_each_weighs(words: list[str]) -> None:
    def weight(word: str) -> list[float]:
        itself, *pieces = WEIGHED.buckets(of_word(word))
        each = zip(WEIGHED.added([itself]), WEIGHED.added(pieces), strict=True)
        return [WORD * whole + PIECE * parts for whole, parts in each]

    alone = [weight(word) for word in words]
    columns = range(len(WEIGHED.added([])))
    together = [PIECE * one for one in WEIGHED.words.told((1, words))]
    assert together == [sum(row[at] for row in alone) for at in columns]


@given(features=st.lists(st.sampled_from(["t1", "n4", "kdizziness", "gadverse-event"]), max_size=9))
def test_features_that_are_remembered_weigh_what_their_rows_add_up_to(features: list[str]) -> None:
    once = WEIGHED.added(WEIGHED.buckets(features))
    assert WEIGHED.shared.told((2, features), (1, features)) == [3 * one for one in once]


def test_an_answer_shows_what_lexicon_and_model_say_of_what_it_answers(screener: Screener) -> None:
    parent = screener("sinds die prik ben ik kotsmisselijk")
    agreed, words = screener.look("hier ook!"), ["hier", "ook"]
    assert list(of_reply(agreed, words, None)) == []
    plain = list(of_reply(agreed, words, parent))
    assert f"r{parent.tier.value}agreed" in plain
    assert not any(one.startswith("o") for one in plain)
    opinion = Opinion("", Tier.CHECK, 0.5, (), ())
    both = list(of_reply(agreed, words, replace(parent, opinion=opinion)))
    assert both == [*plain, *("o1", "o1True", "o1agreed")]
    other = screener.look("mooi weer vandaag en morgen ook, we gaan dus naar zee")
    assert "o1agreed" not in of_reply(other, words, replace(parent, opinion=opinion))
    quiet = replace(screener("mooi weer"), opinion=replace(opinion, tier=Tier.NONE))
    assert list(of_reply(agreed, words, quiet)) == []
