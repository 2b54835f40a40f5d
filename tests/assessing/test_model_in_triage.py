"""The model beside the lexicon: what it alone says strongly is that, else a check; it takes nothing away."""

import pickle
from dataclasses import replace

import pytest

from tests.support.desks import Bench, arrival, take_in, triage
from tests.support.models import small_assessor
from webcare_desk.backtest.replay import Replay
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.finding import (
    WEIGHED,
    Category,
    Language,
    Mark,
    Opinion,
    Screening,
    Tier,
)
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.triage import Arrival
from webcare_desk.paths import protocols_dir, resources_dir
from webcare_desk.protocol.condition import ModelSays
from webcare_desk.protocol.evaluate import matches
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.logic import implies
from webcare_desk.protocol.model import Protocol
from webcare_desk.protocol.wording import condition_words
from webcare_desk.screening import load_lexicon
from webcare_desk.triage import Triager, prepare_triage

MORNING = 1_772_528_400_000_000
#: The lexicon sees nothing in it.
SIDEWAYS = "She threw a spoon through the kitchen"
DANGER = "I stand on the bridge again"
QUIET = Screening(Language.EN, Tier.NONE, ())


@pytest.fixture(scope="module")
def protocol() -> Protocol:
    found = load_pack(protocols_dir(), "varen").protocol
    assert found is not None
    return found


@pytest.fixture(scope="module")
def triager(protocol: Protocol) -> Triager:
    return prepare_triage(protocol, load_lexicon(resources_dir() / "lexicons"), small_assessor())


def comment(text: str, parent: str | None = None) -> RemoteComment:
    return RemoteComment("c1", "t1", parent, "a1", "Anne", text, MORNING)


def said(tier: Tier, *categories: Category) -> Screening:
    return replace(QUIET, opinion=Opinion("0123456789abcdef", tier, 0.9, categories, ((0, 2),)))


def test_what_the_model_alone_says_strongly_is_answered_as_that(triager: Triager) -> None:
    alone = replace(triager, assessor=None)
    assert alone(comment(SIDEWAYS)).screening.tier is Tier.NONE
    found = triager(comment(SIDEWAYS))
    assert (found.category, found.queue) == (Category.MISUSE, Queue.SAFETY)
    assert found.rules == ("misuse", "check")
    assert found.plan == "ae-to-pv"
    assert found.reply_due is not None
    screening = found.screening
    assert (screening.tier, screening.urgency) == (Tier.NONE, Tier.CHECK)
    assert screening.opinion is not None
    weighed = [one for one in screening.shown if one.mark is Mark.WORDING]
    assert [one.concept for one in weighed] == [WEIGHED] * len(weighed)
    assert all(SIDEWAYS[one.start : one.end].strip() for one in weighed)
    assert (screening.opinion.model, screening.opinion.tier) == ("5" * 16, Tier.STRONG)
    assert screening.opinion.categories == (Category.MISUSE,)
    assert "spoon" in [SIDEWAYS[one.start : one.end] for one in weighed]


@pytest.mark.parametrize(
    ("screening", "urgency"),
    [
        (QUIET, Tier.NONE),
        (said(Tier.NONE), Tier.NONE),
        (said(Tier.CHECK, Category.MISUSE), Tier.CHECK),
        (said(Tier.STRONG, Category.ADVERSE_EVENT), Tier.CHECK),
        (said(Tier.STRONG, Category.CRISIS, Category.OVERDOSE), Tier.STRONG),
        (replace(said(Tier.NONE), tier=Tier.STRONG), Tier.STRONG),
    ],
)
def test_the_model_adds_a_look_and_a_crisis_outranks(screening: Screening, urgency: Tier) -> None:
    assert screening.urgency is urgency


@pytest.mark.parametrize(
    "text",
    [
        "Sinds ik Ventora gebruik ben ik misselijk",
        "My mother got a rash after the second pen",
        "De pen lekt aan de onderkant",
        "Sinds ik Ventora gebruik ben ik misselijk, zei ze met een lepel",
        "Ik heb twee keer zoveel tabletten geslikt als moest",
    ],
)
def test_the_model_takes_nothing_away(triager: Triager, text: str) -> None:
    alone, both = replace(triager, assessor=None)(comment(text)), triager(comment(text))
    assert set(alone.rules) <= set(both.rules)
    assert both.screening.findings == alone.screening.findings
    assert both.screening.urgency >= alone.screening.urgency
    assert both.plan is not None or alone.plan is None
    ranks = list(Category)
    assert ranks.index(both.category) <= ranks.index(alone.category)


def test_a_crisis_by_the_model_outranks_what_the_lexicon_found(triager: Triager) -> None:
    found = triager(comment(f"{DANGER}. Sinds Ventora ben ik misselijk"))
    assert (found.category, found.queue) == (Category.CRISIS, Queue.CRISIS)
    assert found.rules[0] == "crisis-by-wording"
    assert "adverse-event" in found.rules
    assert found.screening.urgency is Tier.STRONG


def test_who_agrees_says_what_the_model_flagged(triager: Triager) -> None:
    above = triager(comment(SIDEWAYS)).screening
    found = triager(comment("Ik ook!", "c0"), above)
    assert found.category is Category.CHECK, "strong is only what was agreed with"
    assert [one.mark for one in found.screening.shown if one.start == 0][-1] is Mark.WORDING
    assert triager(comment("Ik ook!", "c0")).category is Category.NONE
    assert triager(comment("Lekker taart", "c0"), above).category is Category.NONE


def test_a_backtest_says_what_triage_says(triager: Triager, bench: Bench) -> None:
    texts = [SIDEWAYS, "Koffie.", "Sinds ik Ventora gebruik ben ik misselijk"]
    arrivals = [arrival(n, text, thread=f"t{n}") for n, text in enumerate(texts)]
    take_in(
        bench.desk,
        *(Arrival(one.comment, triager(one.comment)) for one in arrivals),
    )
    assert Replay(triager)(bench.desk.read.kept_comments(0, 10)) == []
    alone = Replay(replace(triager, assessor=None))(bench.desk.read.kept_comments(0, 10))
    lost = [one for one in alone if one.is_lost]
    assert [one.old.category for one in lost] == [Category.MISUSE]


def test_the_desk_keeps_what_the_model_said(triager: Triager, bench: Bench) -> None:
    made = arrival(1, SIDEWAYS)
    found = triager(made.comment)
    [key] = take_in(bench.desk, Arrival(made.comment, found))
    kept, work = bench.desk.read.comment(key), bench.desk.read.work(key)
    assert kept is not None
    assert work is not None
    assert kept.screening == found.screening
    assert (work.tier, work.category) == (Tier.CHECK, Category.MISUSE)
    with bench.shell() as shell:
        [row] = shell.execute("SELECT revision, model, adds FROM assessment")
        assert found.screening.opinion is not None
        assert row == (1, found.screening.opinion.model, 1)


def test_a_comment_without_a_model_has_no_opinion(bench: Bench) -> None:
    bare = triage()
    bare = replace(bare, screening=replace(bare.screening, opinion=None))
    [key] = take_in(bench.desk, arrival(1, said=bare))
    kept = bench.desk.read.comment(key)
    assert kept is not None
    assert kept.screening.opinion is None


@pytest.mark.parametrize(
    ("when", "screening", "holds"),
    [
        (ModelSays(Tier.CHECK), QUIET, False),
        (ModelSays(Tier.NONE), said(Tier.NONE), False),
        (ModelSays(Tier.CHECK), said(Tier.CHECK, Category.MISUSE), True),
        (ModelSays(Tier.STRONG), said(Tier.CHECK, Category.MISUSE), False),
        (ModelSays(Tier.CHECK, frozenset({Category.MISUSE})), said(Tier.STRONG), False),
        (
            ModelSays(Tier.CHECK, frozenset({Category.MISUSE})),
            said(Tier.STRONG, Category.MISUSE),
            True,
        ),
    ],
)
def test_a_rule_may_ask_for_what_the_model_says(
    when: ModelSays, screening: Screening, *, holds: bool
) -> None:
    found = matches(when, screening, is_reply=False)
    assert found == (((0, 2),) if holds else None)


def test_one_asks_less_than_the_other() -> None:
    wide, narrow = (
        ModelSays(Tier.CHECK),
        ModelSays(Tier.STRONG, frozenset({Category.MISUSE})),
    )
    assert implies(narrow, wide)
    assert not implies(wide, narrow)
    assert condition_words(wide) == "the model says check or higher"
    assert condition_words(narrow) == "the model says strong or higher, for misuse"


def test_another_process_gets_the_same_model(triager: Triager) -> None:
    assert triager.assessor is not None
    copy = replace(triager, assessor=pickle.loads(pickle.dumps(triager.assessor)))  # noqa: S301 - our own
    assert copy.screen(SIDEWAYS) == triager.screen(SIDEWAYS)
