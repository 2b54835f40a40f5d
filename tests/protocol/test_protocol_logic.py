"""Which condition holds wherever another does, and which never: against comments of every kind."""

from collections.abc import Callable
from enum import StrEnum
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webcare_desk.domain.finding import (
    Category,
    Context,
    Finding,
    Language,
    Mark,
    Screening,
    Tier,
)
from webcare_desk.domain.occasion import Addressee, Audience, Office, Ownership, Period
from webcare_desk.protocol.check import check
from webcare_desk.protocol.condition import needed, spoken
from webcare_desk.protocol.evaluate import matches
from webcare_desk.protocol.logic import implies, impossible
from webcare_desk.protocol.model import (
    AllOf,
    Answers,
    AnyOf,
    CameIn,
    Channel,
    ChannelIs,
    Condition,
    FindingIs,
    IsReply,
    ModelSays,
    Not,
    PostedIn,
    PostedWhile,
    ProductNamed,
    TierAtLeast,
    WrittenBy,
    WrittenIn,
)
from webcare_desk.protocol.occasion import Occasion

NO = frozenset[str]()


def finding(
    category: Category | None = None,
    within: Context | None = None,
    without: Context | None = None,
    *,
    apart: bool = False,
) -> FindingIs:
    return FindingIs(
        frozenset({category} if category else ()),
        frozenset(),
        frozenset(),
        frozenset({within} if within else ()),
        frozenset({without} if without else ()),
        apart,
    )


def by_name(concept: str, mark: Mark) -> FindingIs:
    return FindingIs(frozenset(), frozenset({concept}), frozenset({mark}), frozenset(), frozenset())


def sets(kind: type[StrEnum]) -> st.SearchStrategy[frozenset[Any]]:
    return st.frozensets(st.sampled_from(list(kind)), min_size=1)


CATEGORIES = [None, Category.ADVERSE_EVENT, Category.CRISIS]
CONTEXTS = [None, Context.NEGATED, Context.PAST]
LEAVES = st.one_of(
    st.builds(
        finding, st.sampled_from(CATEGORIES), st.sampled_from(CONTEXTS), st.sampled_from(CONTEXTS), apart=st.booleans()
    ),
    st.builds(ProductNamed, st.frozensets(st.sampled_from(["ventora", "calmira"]))),
    st.builds(ModelSays, st.sampled_from([Tier.CHECK, Tier.STRONG]), st.frozensets(st.sampled_from(CATEGORIES[1:]))),
    st.builds(by_name, st.sampled_from(["pain", "itch"]), st.sampled_from([Mark.EVENT, Mark.CUE])),
    st.builds(WrittenIn, sets(Language)),
    st.builds(WrittenBy, sets(Audience)),
    st.builds(TierAtLeast, st.sampled_from(Tier)),
    st.builds(IsReply, reply=st.booleans()),
    st.builds(Answers, sets(Addressee)),
    st.builds(CameIn, st.frozensets(st.sampled_from(["page", "forum"]), min_size=1)),
    st.builds(ChannelIs, sets(Ownership)),
    st.builds(PostedWhile, st.sampled_from(Office)),
    st.builds(PostedIn, sets(Period)),
)  # fmt: skip
CONDITIONS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AllOf(tuple(parts))),
        inner.map(Not),
    ),
    max_leaves=6,
)
FOUND = st.builds(
    lambda mark, concept, category, contexts, end: Finding(
        mark, concept, category, 0, end, contexts
    ),
    st.sampled_from(Mark),
    st.sampled_from(["ventora", "self", "relative", "professional", "pain"]),
    st.sampled_from(CATEGORIES),
    st.frozensets(st.sampled_from([Context.NEGATED, Context.PAST])),
    st.integers(1, 2),
)
SAID = st.builds(
    lambda language, tier, found: Screening(language, tier, tuple(found)),
    st.sampled_from(Language),
    st.sampled_from(Tier),
    st.lists(FOUND, max_size=4),
)
PLACES = [
    (reply, Occasion(channel, to if reply else None, office, period))
    for reply, channel, to, office, period in product(
        (False, True),
        (None, Channel("page", "", owned=True), Channel("forum", "", owned=False)),
        (None, *Addressee),
        (None, *Office),
        (None, *Period),
    )
]


def held(when: Condition, said: Screening, place: tuple[bool, Occasion]) -> bool:
    return matches(when, said, is_reply=place[0], occasion=place[1]) is not None


@settings(deadline=None, max_examples=300)
@given(CONDITIONS, CONDITIONS, st.lists(SAID, min_size=1, max_size=4))
def test_what_a_condition_implies_holds_wherever_it_does(
    one: Condition, other: Condition, comments: list[Screening]
) -> None:
    pairs = [(one, other), (AllOf((one, other)), other), (one, AnyOf((one, other))), (one, one)]
    assert all(implies(narrow, wide) for narrow, wide in pairs[1:])
    for narrow, wide in pairs:
        if implies(narrow, wide):
            assert not needed(wide) or needed(wide) & spoken(narrow) or impossible(narrow)
            for said, place in product(comments, PLACES[::7]):
                assert held(wide, said, place) or not held(narrow, said, place)


@settings(deadline=None, max_examples=300)
@given(CONDITIONS, st.lists(SAID, min_size=1, max_size=4))
def test_what_is_impossible_holds_nowhere(when: Condition, comments: list[Screening]) -> None:
    if impossible(when) is not None:
        assert not any(held(when, said, place) for said, place in product(comments, PLACES))
    assert impossible(AllOf((when, Not(when)))) is not None or len(comments) > 0


def test_a_higher_urgency_is_a_lower_one_as_well() -> None:
    assert implies(TierAtLeast(Tier.STRONG), TierAtLeast(Tier.CHECK))
    assert not implies(TierAtLeast(Tier.CHECK), TierAtLeast(Tier.STRONG))


NL, EN = WrittenIn(frozenset({Language.NL})), WrittenIn(frozenset({Language.EN}))
EVENT = finding(Category.ADVERSE_EVENT)


@pytest.mark.parametrize(
    ("when", "why"),
    [
        (AllOf((NL, EN)), "`written in nl` and `written in en` exclude each other"),
        (finding(within=Context.PAST, without=Context.PAST), "a finding cannot be past and not past"),
        (AllOf((finding(Category.CRISIS, Context.PAST), Not(finding(Category.CRISIS)))), "`a finding of crisis, past` and `not (a finding of crisis)` exclude each other"),
        (AllOf((IsReply(reply=False), Answers(frozenset({Addressee.DESK})))), "`it answers the desk` and `it opens a thread` exclude each other"),
        (AllOf((Not(IsReply(reply=False)), Not(IsReply(reply=True)))), "nothing is left when every value of `it opens a thread` is refused"),
        (Not(TierAtLeast(Tier.NONE)), "no comment is below the urgency `none`"),
        (AnyOf((AllOf((NL, EN)), AllOf((EVENT, Not(EVENT))))), "`written in nl` and `written in en` exclude each other"),
        (Not(AnyOf((NL, Not(NL)))), "`written in nl` and `not (written in nl)` exclude each other"),
        (AnyOf((AllOf((NL, EN)), EVENT)), None),
        (Not(AllOf((EVENT, NL))), None),
        (AllOf(tuple(AnyOf((NL, EN, EVENT)) for _ in range(6))), None),
        (Not(AnyOf(tuple(AllOf((NL, EN, EVENT)) for _ in range(6)))), None),
        (AnyOf((AllOf(tuple(AnyOf((NL, EN, EVENT)) for _ in range(6))),)), None),
    ],
)  # fmt: skip
def test_a_contradiction_is_said(when: Condition, why: str | None) -> None:
    assert impossible(when) == why


def rules(spoil: Callable[..., Path], *more: str) -> Path:
    root = spoil()
    place = root / "small" / "rules.yaml"
    place.write_text(place.read_text() + "".join(more))
    return root


def rule(name: str, when: str) -> str:
    return f"""\
  - id: {name}
    category: adverse-event
    queue: safety
    templates: [sorry]
    plan: to-pv
    when: {when}
    why: {{nl: Zo., en: So.}}
    examples:
      match: {{nl: [ik heb pijn, veel pijn, pijn van ventora], en: [I have pain, much pain, pain here]}}
      no_match: {{nl: [weer, mooi], en: [weather, nice]}}
"""


WIDE = "{finding: {category: [adverse-event], without: [negated]}}"
NARROW = "{all: [{finding: {category: [adverse-event], without: [negated]}}, {tier: check}]}"
Screen = Callable[[str], Screening]


def said(root: Path, screen: Screen) -> list[str]:
    return [str(problem) for problem in check(root, "small", screen)]


def test_a_rule_that_never_holds_is_named(spoil: Callable[..., Path], screen: Screen) -> None:
    root = rules(spoil, rule("never", "{all: [{language: [nl]}, {language: [en]}]}"))
    assert (
        "small/rules.yaml:44: rules[2].when: change the condition, it never holds: "
        "`written in nl` and `written in en` exclude each other"
    ) in said(root, screen)


def test_a_rule_that_another_shadows_is_named(spoil: Callable[..., Path], screen: Screen) -> None:
    root = rules(spoil, rule("shadowed", NARROW))
    assert said(root, screen) == [
        (
            "small/rules.yaml:44: rules[2].when: change the condition or remove the rule, "
            "`event` holds wherever it does and wins"
        )
    ]


@pytest.mark.parametrize(
    "more",
    [
        rule("wider", WIDE),
        rule("other", "{finding: {category: [adverse-event], without: [past, negated]}}").replace(
            "queue: safety", "queue: safety\n    priority: 9"
        ),
    ],
)
def test_a_rule_that_may_win_is_not_shadowed(
    spoil: Callable[..., Path], screen: Screen, more: str
) -> None:
    root = spoil("rules.yaml", "- tier: check", "- tier: strong")
    place = root / "small" / "rules.yaml"
    text = (
        place.read_text()
        .replace("ik heb pijn, pijn", "pijn ventora, pijn")
        .replace("much pain", "pain of ventora")
    )
    place.write_text(text + more)
    assert [one for one in said(root, screen) if "wins" in one] == []


TERM = """\
terms:
  - {id: fog, mark: event, category: adverse-event, phrases: {nl: [mist], en: [ventora]}}
"""


def test_a_term_that_matches_a_product_is_named(spoil: Callable[..., Path], screen: Screen) -> None:
    root = spoil()

    def words(text: str) -> Screening:
        concept = {"ventora": "fog", "mist": "fog", "velamab": "valium"}.get(text.lower(), "")
        typo = frozenset({Context.TYPO}) if text == "vantora" else frozenset[Context]()
        one = Finding(Mark.EVENT, concept or "typo", None, 0, 3, typo)
        return Screening(Language.NL, Tier.CHECK, (one,) if concept or typo else ())

    (root / "small" / "lexicon.yaml").write_text(TERM, encoding="utf-8")
    assert [str(problem) for problem in check(root, "small", screen, words)] == [
        "small/lexicon.yaml:2: terms[0].phrases: change the phrases, they match `Ventora`, a product's name",
        "small/lexicon.yaml:2: terms[0].phrases: change the phrases, they match `ventora`, a product's name",
        "small/products.yaml:2: products[0]: change the spelling `velamab`, the lexicon reads it as valium",
    ]
