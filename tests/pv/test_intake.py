"""From findings to the four criteria: shown or unclear, never decided."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pv.conftest import FINDINGS, HEAD, MINUTE, POSTED, TEXT, case_for, comment, finding
from webcare_desk.domain.escalation import Criterion, Evidence, Presence, Situation
from webcare_desk.domain.finding import Category, Context, Finding, Mark
from webcare_desk.domain.icsr import Awareness, SafetyCase
from webcare_desk.paths import resources_dir
from webcare_desk.pv.intake import FAINT
from webcare_desk.pv.packet import to_json
from webcare_desk.screening import load_lexicon
from webcare_desk.screening.screener import BLAMED


def answer(case: SafetyCase, criterion: Criterion) -> Evidence:
    return dict(case.criteria)[criterion]


@pytest.mark.requirement("P6")
def test_what_the_text_shows_is_present_with_its_spans(case: SafetyCase) -> None:
    words = {
        criterion: [TEXT[start:end] for start, end in evidence.spans]
        for criterion, evidence in case.criteria
    }
    assert words == {
        Criterion.PATIENT: ["moeder"],
        Criterion.REPORTER: [],
        Criterion.PRODUCT: ["Ventora-pen"],
        Criterion.EVENT: ["hoofdpijn"],
    }
    assert {evidence.presence for _, evidence in case.criteria} == {Presence.PRESENT}
    assert case.products == ("Ventora-pen",)
    assert case.event_words == ("hoofdpijn",)


@pytest.mark.requirement("P6")
def test_the_reporter_is_a_consumer_by_default(case: SafetyCase) -> None:
    assert answer(case, Criterion.REPORTER) == Evidence(Presence.PRESENT, defaulted=True)
    nameless = case_for(comment(2, TEXT, author_name=" "))
    assert answer(nameless, Criterion.REPORTER).presence is Presence.UNCLEAR


def test_without_findings_a_case_is_unclear_but_whole() -> None:
    case = case_for(comment(2, TEXT))
    assert answer(case, Criterion.PATIENT) == Evidence(Presence.UNCLEAR)
    assert answer(case, Criterion.EVENT) == Evidence(Presence.UNCLEAR)
    assert answer(case, Criterion.PRODUCT) == Evidence(Presence.UNCLEAR, defaulted=True)
    assert case.snapshot.text == TEXT
    assert (case.products, case.event_words, case.situations) == ((), (), ())


@pytest.mark.parametrize("context", [Context.NEGATED, Context.HYPOTHETICAL, Context.BENEFIT])
def test_an_event_that_is_only_denied_is_unclear_still_shown_and_no_reaction(
    context: Context,
) -> None:
    found = finding("koorts", Mark.EVENT, Category.ADVERSE_EVENT, context)
    case = case_for(comment(2, TEXT, found))
    expected = Evidence(Presence.UNCLEAR, ((found.start, found.end),))
    assert answer(case, Criterion.EVENT) == expected
    assert case.event_words == ()
    assert case.situations == ()


@pytest.mark.requirement("P8")
@pytest.mark.parametrize("category", [Category.CRISIS, Category.QUALITY, Category.OTHER_SAFETY])
def test_a_word_of_danger_alone_is_shown_but_unclear(category: Category) -> None:
    case = case_for(comment(2, TEXT, finding("hoofdpijn", Mark.EVENT, category)))
    assert answer(case, Criterion.EVENT).presence is Presence.UNCLEAR
    assert case.event_words == ("hoofdpijn",)


@pytest.mark.parametrize("context", [Context.NEGATED, Context.HYPOTHETICAL, Context.BENEFIT])
def test_what_is_denied_is_no_evidence_beside_what_is_told(context: Context) -> None:
    denied = finding("koorts", Mark.EVENT, Category.ADVERSE_EVENT, context)
    danger = finding("moeder", Mark.EVENT, Category.CRISIS)
    told = finding("hoofdpijn", Mark.EVENT, Category.ADVERSE_EVENT)
    shown = [(found.start, found.end) for found in (danger, told)]
    found = answer(case_for(comment(2, TEXT, denied, danger, told)), Criterion.EVENT)
    assert found == Evidence(Presence.PRESENT, tuple(shown))


@pytest.mark.requirement("P7")
def test_every_special_situation_is_ticked_from_its_category_or_concept() -> None:
    ticked: list[Situation] = []
    for situation in Situation:
        known = [category for category in Category if category.value == situation.value]
        category = known[0] if known else Category.OTHER_SAFETY
        found = Finding(Mark.EVENT, situation.value, category, 0, 4)
        ticked += case_for(comment(2, TEXT, found)).situations
    assert ticked == list(Situation)


def test_another_spelling_makes_no_second_drug() -> None:
    text = "Ventora! VENTORA, ventora... En Velunor."
    found = [
        Finding(Mark.PRODUCT, "drug", None, start, start + 7)
        for start in (text.index(word) for word in ("VENTORA", "Ventora", "ventora", "Velunor"))
    ]
    assert case_for(comment(2, text, *found)).products == ("Ventora", "Velunor")


def test_words_of_blame_are_no_event_words_beside_a_named_event() -> None:
    start = TEXT.index("sinds de")
    blamed = Finding(Mark.EVENT, "blamed", Category.ADVERSE_EVENT, start, start + 8)
    alone = case_for(comment(2, TEXT, blamed))
    beside = case_for(comment(2, TEXT, blamed, *FINDINGS))
    assert alone.event_words == ("sinds de",)
    assert beside.event_words == ("hoofdpijn",)
    assert (start, start + 8) in answer(beside, Criterion.EVENT).spans


def test_a_part_of_the_body_is_no_event_by_itself() -> None:
    start = TEXT.index("moeder")
    body = Finding(Mark.EVENT, "body", Category.ADVERSE_EVENT, start, start + 6)
    alone, beside = case_for(comment(2, TEXT, body)), case_for(comment(2, TEXT, body, *FINDINGS))
    assert answer(alone, Criterion.EVENT) == Evidence(Presence.UNCLEAR, ((start, start + 6),))
    assert alone.event_words == ("moeder",)
    assert answer(beside, Criterion.EVENT).presence is Presence.PRESENT
    assert beside.event_words == ("hoofdpijn",)


def test_every_concept_that_names_no_effect_is_known_here() -> None:
    lexicon = load_lexicon(resources_dir() / "lexicons")
    assert {each.id for each in lexicon.concepts() if each.faint} | {BLAMED.id} == FAINT


def test_breastfeeding_is_not_ticked_as_a_pregnancy() -> None:
    found = Finding(Mark.EVENT, "breastfeeding", Category.PREGNANCY, 0, 4)
    assert case_for(comment(2, TEXT, found)).situations == (Situation.BREASTFEEDING,)


def test_a_denied_pregnancy_is_not_ticked() -> None:
    denied = finding("hoofdpijn", Mark.EVENT, Category.PREGNANCY, Context.NEGATED)
    assert case_for(comment(2, TEXT, denied)).situations == ()


def test_the_thread_holds_the_comment_once_in_order_and_marked() -> None:
    subject = comment(2, TEXT, *FINDINGS)
    older, newer = comment(1, "eerst"), comment(3, "later")
    for thread in ([newer, subject, older], [newer, older]):
        case = case_for(subject, *thread)
        posts = [(post.text, post.is_subject) for post in case.snapshot.thread]
        assert posts == [("eerst", False), (TEXT, True), ("later", False)]


def test_a_case_says_how_many_posts_its_thread_had_where_not_all_are_in_it() -> None:
    subject, older = comment(2, TEXT, *FINDINGS), comment(1, "eerst")
    assert case_for(subject, older, in_thread=2).snapshot.cut_at is None
    case = case_for(subject, older, in_thread=231)
    assert case.snapshot.cut_at == (2, 231)
    told = json.loads(to_json(case, HEAD))["snapshot"]
    assert (len(told["thread"]), told["posts_in_thread"]) == (2, 231)


@pytest.mark.requirement("P3")
def test_the_clocks_are_those_of_the_comment_and_its_work(case: SafetyCase) -> None:
    assert case.awareness == Awareness(
        POSTED + 2 * MINUTE, POSTED + 10 * MINUTE, POSTED + 20 * MINUTE, POSTED + 25 * MINUTE
    )
    assert case.snapshot.taken_at == POSTED + 25 * MINUTE
    assert case.remark == "Gevraagd: leeftijd."


def test_two_findings_on_the_same_words_give_one_span_and_one_word() -> None:
    twice = [finding("Ventora-pen", Mark.PRODUCT), finding("Ventora-pen", Mark.PRODUCT)]
    case = case_for(comment(2, TEXT, *twice))
    assert case.products == ("Ventora-pen",)
    assert len(answer(case, Criterion.PRODUCT).spans) == 1


_FINDINGS = st.lists(
    st.builds(
        Finding,
        mark=st.sampled_from(Mark),
        concept=st.text(max_size=5),
        category=st.none() | st.sampled_from(Category),
        start=st.integers(0, len(TEXT)),
        end=st.integers(0, len(TEXT)),
        contexts=st.frozensets(st.sampled_from(Context), max_size=3),
    ),
    max_size=8,
)


@pytest.mark.requirement("P6")
@settings(max_examples=100, deadline=None)
@given(_FINDINGS)
def test_nothing_is_ever_absent_and_no_span_is_lost(found: list[Finding]) -> None:
    case = case_for(comment(2, TEXT, *found))
    spans = {mark: {(one.start, one.end) for one in found if one.mark is mark} for mark in Mark}
    assert Presence.ABSENT not in {evidence.presence for _, evidence in case.criteria}
    assert set(answer(case, Criterion.PATIENT).spans) == spans[Mark.PERSON]
    assert set(answer(case, Criterion.PRODUCT).spans) == spans[Mark.PRODUCT]
    assert set(answer(case, Criterion.EVENT).spans) <= spans[Mark.EVENT]
    assert all(word in TEXT for word in case.products + case.event_words)
