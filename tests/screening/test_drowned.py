"""What one sentence tells is not drowned by small talk around it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webcare_desk.domain.finding import Language, Mark, Tier
from webcare_desk.paths import resources_dir
from webcare_desk.screening.assess import Assessment, Span
from webcare_desk.screening.drowned import FAINT, raised, sentences
from webcare_desk.screening.lines import Line
from webcare_desk.screening.reader import load_reader

CHECK = 0.3
TALK = "We gingen gisteren naar het strand."
TOLD = "Van de spuit kreeg ik pijn."
TEXT = f"{TALK} {TOLD} Morgen weer vroeg op."


def said(tier: Tier, score: float, *spans: Span, crisis: bool = False) -> Assessment:
    categories = () if tier is Tier.NONE else ("adverse_event",)
    return Assessment(Language.NL, tier, score, categories, crisis, spans)


def alone(sentence: str) -> Assessment:
    """Find pain by itself a strong sign, and nothing else any."""
    if "pijn" not in sentence:
        return said(Tier.CHECK, 0.4)
    at = sentence.index("pijn")
    return said(Tier.STRONG, 0.8, Span(at, at + 4, Mark.EVENT, "pain"), crisis="stil" in sentence)


def test_a_strong_sentence_brings_its_comment_to_a_person_with_its_reason() -> None:
    other = Span(0, 2, Mark.PERSON, "self")
    found = raised(said(Tier.NONE, 0.1, other), TEXT, alone, CHECK)
    assert (found.tier, found.score, found.categories) == (Tier.CHECK, CHECK, ("adverse_event",))
    assert [TEXT[one.start : one.end] for one in found.spans] == ["We", "pijn"]
    assert not found.crisis
    assert raised(said(Tier.NONE, 0.1), f"{TALK} Zo stil van de pijn.", alone, CHECK).crisis


def test_every_strong_sentence_is_told() -> None:
    def both(sentence: str) -> Assessment:
        misuse = replace(alone(sentence), categories=("misuse",), score=0.9)
        return misuse if "stil" not in sentence else alone(sentence)

    found = raised(said(Tier.NONE, 0.1), f"{TOLD} Zo stil van de pijn hier.", both, CHECK)
    assert (found.crisis, found.categories) == (True, ("misuse", "adverse_event"))
    assert len(found.spans) == 2


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (said(Tier.CHECK, 0.31), TEXT),
        (said(Tier.NONE, 0.1), f"{TALK} {TALK}"),
        (said(Tier.NONE, 0.1), f" {TOLD} "),
    ],
    ids=["looked at anyway", "no strong sentence", "one sentence"],
)
def test_the_rest_stays_as_it_was(found: Assessment, text: str) -> None:
    assert raised(found, text, alone, CHECK) is found


@settings(max_examples=200, deadline=None)
@given(st.text("ab .!?…\n\u0301👍", max_size=300))
def test_sentences_are_cut_from_the_text_itself(text: str) -> None:
    told = sentences(text)
    assert all(text[start : start + len(part)] == part for start, part in told)
    assert all(len(part.split()) >= 3 for _, part in told)
    assert [start for start, _ in told] == sorted({start for start, _ in told})


def test_of_a_long_text_the_first_and_the_last_ten_sentences_are_read() -> None:
    text = " ".join(f"Dit is zin {number}." for number in range(50))
    read = [int(part.strip(" .").split()[-1]) for _, part in sentences(text)]
    assert read == [*range(10), *range(40, 50)]
    assert len(sentences(f"{TALK} " * 14)) == 14


def test_only_where_next_to_nothing_is_seen_no_sentence_is_read_alone() -> None:
    faint = said(Tier.NONE, FAINT * CHECK * 0.99)
    assert raised(faint, TEXT, alone, CHECK) is faint
    assert raised(said(Tier.NONE, FAINT * CHECK), TEXT, alone, CHECK).tier is Tier.CHECK


def test_a_sentence_that_alone_is_a_crisis_is_one_in_its_comment() -> None:
    def crisis(sentence: str) -> Assessment:
        return said(Tier.CHECK, 0.4, crisis="pijn" in sentence)

    assert raised(said(Tier.NONE, 0.1), TEXT, crisis, CHECK).crisis


@pytest.mark.parametrize(
    "told",
    [
        "Mijn man heeft gezegd dat hij me van de trap duwt als ik ga scheiden, ik durf niet naar boven.",
        "Ik ga liever dood dan zo door, ik heb alles geregeld voor de kinderen.",
    ],
)
def test_small_talk_hides_no_crisis(told: str) -> None:
    reader = load_reader(resources_dir(), [])
    before = "Portugal was prachtig. Sardientjes, wijn, de hele week zon en lieve mensen ontmoet."
    behind = "De tomaten doen het goed dit jaar. Volgend jaar gaan we weer met de caravan."
    whole = reader(Line("1", f"{before} {told} {behind}", None, "nl", None, {}))
    assert whole.crisis
    assert whole.tier >= Tier.CHECK


def test_small_talk_no_longer_hides_a_plain_event() -> None:
    reader = load_reader(resources_dir(), [])
    talk = "Yesterday we all went to the beach together. The neighbours put in a new garden"
    event = "It makes my stomach hurt."
    text = f"{talk} with lots of flowers. {event} The weather was lovely all week. We are off soon."
    whole = reader(Line("1", text, None, "en", None, {}))
    at = text.index(event)
    assert whole.tier is Tier.CHECK
    assert any(at <= one.start < at + len(event) for one in whole.spans if one.kind == Mark.EVENT)
