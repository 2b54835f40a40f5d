"""Lexicon and model together: score, tier, categories and a reason for each flag."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webcare_desk.domain.finding import Tier
from webcare_desk.errors import LexiconError
from webcare_desk.paths import resources_dir
from webcare_desk.screening.assess import Assessment
from webcare_desk.screening.lines import Line
from webcare_desk.screening.model import CRISIS, IN_REVIEW, REPORTABLE, REVIEW, Model, load_model
from webcare_desk.screening.reader import Reader, load_reader

READER = load_reader(resources_dir(), ["Ventora"])


def assess(text: str, parent: str | None = None, language: str | None = "nl") -> Assessment:
    return READER(Line("1", text, parent, language, "Ventora", {}))


def test_what_is_told_outright_is_flagged_and_chatter_is_not() -> None:
    told = assess("Sinds die prik Ventora ben ik kotsmisselijk en duizelig")
    assert told.tier >= Tier.CHECK
    assert "adverse_event" in told.categories
    quiet = assess("mooi weer vandaag, we gaan naar het strand")
    assert quiet.tier is Tier.NONE
    assert quiet.categories == ()
    assert quiet.score < told.score


def test_a_sentence_of_a_review_is_weighed_by_the_head_for_reviews() -> None:
    text = (
        "I took this for two years and gained 40 pounds, no sex drive, and brain zaps when I quit."
    )
    bare = replace(READER, names=())
    review = bare(Line("1", text, None, "en", None, {}))
    comment = bare(Line("1", text, None, "en", "Ventora", {}))
    assert review.tier >= Tier.CHECK
    assert review.score != comment.score


@pytest.mark.parametrize("text", ["headache", "nausea all week", "it made my legs heavy"])
def test_who_names_the_product_lowers_no_few_words(text: str) -> None:
    bare = replace(READER, names=())
    alone = bare(Line("1", text, None, "en", None, {}))
    on_page = bare(Line("1", text, None, "en", "Ocrevus", {}))
    assert alone.tier >= Tier.CHECK
    assert (on_page.tier, on_page.score) == (alone.tier, alone.score)


def test_what_reads_like_a_review_only_adds(monkeypatch: pytest.MonkeyPatch) -> None:
    sure = {REPORTABLE: 0.5, REVIEW: 1.0, IN_REVIEW: 0.001}

    def chances(model: Model, *_: object) -> dict[str, float]:
        return {head.name: sure.get(head.name, 0.0) for head in model.heads}

    monkeypatch.setattr(Model, "chances", chances)
    found = replace(READER, names=())(
        Line("1", "a lovely day at the seaside", None, "en", None, {})
    )
    assert found.score == pytest.approx(0.5)


def test_death_is_always_looked_at_also_denied() -> None:
    assert assess("mijn oom is gelukkig niet overleden").tier >= Tier.CHECK
    assert assess("he died", language="en").tier >= Tier.CHECK


def test_a_crisis_outranks_everything() -> None:
    told = assess("ik wil niet meer leven, ik maak er een eind aan")
    assert told.crisis
    assert told.tier is Tier.STRONG


@pytest.mark.parametrize(
    ("chance", "expected"),
    [(0.001, (False, Tier.NONE)), (0.05, (True, Tier.CHECK)), (0.2, (True, Tier.STRONG))],
)
def test_a_small_chance_of_a_crisis_is_looked_at_and_an_evident_one_goes_first(
    monkeypatch: pytest.MonkeyPatch, chance: float, expected: tuple[bool, Tier]
) -> None:
    def chances(model: Model, *_: object) -> dict[str, float]:
        return {head.name: chance if head.name == CRISIS else 0.0 for head in model.heads}

    monkeypatch.setattr(Model, "chances", chances)
    told = assess("mooi weer vandaag, we gaan naar het strand")
    assert (told.crisis, told.tier) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        *(("I don't know", "en"), ("I want to go home", "en"), ("enough already", "en")),
        *(("Ik ben gestopt", "nl"), ("Ik snap het niet", "nl"), ("ik wil meer weten", "nl")),
        *(("klaar ermee", "nl"), ("Ik wil naar huis", "nl"), ("genoeg zo", "nl")),
    ],
)
def test_a_few_words_that_everybody_says_are_no_crisis(text: str, language: str) -> None:
    assert not assess(text, language=language).crisis


@pytest.mark.parametrize("text", ["ik wil dood", "zelfmoord", "ik maak er een eind aan"])
def test_a_crisis_in_a_few_words_is_one(text: str) -> None:
    assert (assess(text).crisis, assess(text).tier) == (True, Tier.STRONG)


def test_an_agreement_under_an_adverse_event_is_one() -> None:
    parent = "Sinds die prik Ventora ben ik kotsmisselijk en duizelig"
    assert assess("ik ook!", parent).tier >= Tier.CHECK
    assert assess("mooi weer!", parent).tier is Tier.NONE


@pytest.mark.parametrize(
    "text", ["idem", "herkenbaar", "dito", "Bij mij net zo", "mijn man ook", "Ik heb hetzelfde"]
)
def test_an_agreement_under_a_crisis_is_one(text: str) -> None:
    told = assess(text, "ik wil niet meer leven")
    assert (told.crisis, told.tier) == (True, Tier.STRONG)


def test_what_does_not_agree_under_a_crisis_is_none() -> None:
    for text in ("sterkte", "wat naar", "knuffel"):
        assert not assess(text, "ik wil niet meer leven").crisis


def test_an_agreement_under_a_crisis_of_the_model_alone_is_one() -> None:
    parent = (
        "Ik ben het moe, zo moe. Ik leg vanavond alles klaar en dan is het goed zo voor iedereen."
    )
    assert assess(parent).crisis
    assert assess("ik ook", parent).crisis


def test_what_cannot_be_read_is_looked_at_unless_it_is_a_link() -> None:
    told = assess("#" + "ikwordheelmisselijkvandiepillen" * 3)
    assert told.tier is Tier.CHECK
    assert "unreadable" in [one.reason for one in told.spans]
    assert assess("kijk https://voorbeeld.nl/x?c=" + "IwAR0abc" * 10).tier is Tier.NONE


def test_what_no_lexicon_reads_is_looked_at_for_that_and_for_no_word() -> None:
    told = assess("J'ai mal à la tête depuis que je prends ces pilules")
    assert told.tier is Tier.CHECK
    assert [one.reason for one in told.spans] == ["foreign-fr"]


def test_a_no_that_begins_a_sentence_leaves_what_stands_before_it_a_check() -> None:
    assert assess("Ventora: dizzy - nope, not going away", language="en").tier is Tier.CHECK
    assert assess("Door Ventora: haaruitval = nee niet leuk").tier is Tier.STRONG


@pytest.mark.parametrize("text", ["ik slik het tegen de hoofdpijn", "Ventora voor mijn migraine"])
def test_what_a_medicine_is_taken_for_is_a_check_and_no_more(text: str) -> None:
    assert assess(text).tier is Tier.CHECK
    assert assess(f"{text}, en nu ben ik misselijk").tier is Tier.STRONG


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ik slik het tegen hoofdpijn en ben nu blind", "nl"),
        ("Ich nehme es gegen Schmerzen und bin jetzt blind", "de"),
    ],
)
def test_what_stands_behind_what_a_medicine_is_taken_for_keeps_its_score(
    text: str, language: str
) -> None:
    assert assess(text, language=language).tier is Tier.STRONG


def test_a_few_words_of_agreement_are_as_alarming_as_what_they_answer() -> None:
    sideways = "These tablets and I wake up in a puddle, three sheets a night since the switch"
    quiet = "lovely weather at the seaside today, see you all there"
    assert assess(sideways, language="en").tier >= Tier.CHECK
    assert assess("ditto", sideways, "en").tier >= Tier.CHECK
    assert assess("ditto", quiet, "en").tier is Tier.NONE


def test_a_flag_of_the_model_alone_shows_the_words_that_weighed_most() -> None:
    text = "Ventora: na tablet twee zag de vloer er ineens heel anders uit, dokter gebeld"
    told = assess(text)
    assert told.tier is not Tier.NONE
    assert told.spans
    assert all(text[one.start : one.end] and one.reason for one in told.spans)


def test_a_text_without_words_is_shown_whole_where_it_is_flagged(reader: Reader) -> None:
    alarmed = replace(reader.assessor.model, check=0.0000001, strong=1.0)
    eager = replace(reader, assessor=replace(reader.assessor, model=alarmed))
    told = eager(Line("1", "...", None, None, None, {}))
    assert [(one.start, one.end) for one in told.spans] == [(0, 3)]
    assert eager(Line("1", "  ", None, None, None, {})).tier is Tier.NONE
    words = eager(Line("1", "wij gaan vandaag fietsen", None, "nl", None, {}))
    assert {one.kind for one in words.spans} == {"wording"}


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=200), st.sampled_from(["nl", "en", None]))
def test_every_flag_has_a_span_with_a_reason_and_the_answer_is_the_same_twice(
    text: str, language: str | None
) -> None:
    told = assess(text, language=language)
    assert told == assess(text, language=language)
    assert 0 <= told.score <= 1
    assert told.tier is Tier.NONE or told.spans
    for one in told.spans:
        assert 0 <= one.start < one.end <= len(text)
        assert one.kind
        assert one.reason


def test_the_score_orders_the_tiers() -> None:
    texts = ["mooi weer", "he died", "Sinds Ventora kotsmisselijk", "ik wil dood", "bedankt!"]
    ranked = sorted((assess(text) for text in texts), key=lambda one: one.score)
    tiers = [one.tier for one in ranked]
    assert tiers == sorted(tiers)
    assert Tier.NONE in tiers
    assert Tier.STRONG in tiers


def test_words_are_forgotten_when_they_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webcare_desk.screening.weights._REMEMBERED", 3)
    weighed = load_model(resources_dir() / "screening" / "model.bin").weighed
    words = weighed.words
    first = words["hoofdpijn"]
    assert [words[word] for word in ("aa", "bb", "cc", "dd", "hoofdpijn")][-1] == first
    assert len(words) <= 3
    near = weighed.near(("aa", "bb", "cc", "dd"))
    assert weighed.near(("aa", "bb", "cc", "dd")) == near
    assert len(weighed._begun) <= 3


def test_a_spoilt_model_is_a_sentence(tmp_path: Path) -> None:
    good = (resources_dir() / "screening" / "model.bin").read_bytes()
    head, _, packed = good.partition(b"\n")
    told = json.loads(head)
    fewer = json.dumps({**told, "bits": told["bits"] - 1}).encode()
    for spoilt in (b"", b"{}\n", head + b"\n" + packed[:-9], fewer + b"\n" + packed):
        (tmp_path / "model.bin").write_bytes(spoilt)
        with pytest.raises(LexiconError, match=r"model\.bin"):
            load_model(tmp_path / "model.bin")


def test_all_that_screening_reads_is_small() -> None:
    resources = resources_dir()
    read = [resources / "screening" / "model.bin", *(resources / "lexicons").glob("*.*")]
    read += (resources / "lexicons").glob("*/dictionary.txt.gz")
    assert len(read) >= 6
    assert sum(path.stat().st_size for path in read) <= 3_000_000


def test_what_sounds_like_everything_has_the_five_likeliest_categories() -> None:
    heads = tuple(replace(head, threshold=0.0) for head in READER.assessor.model.heads)
    model = replace(READER.assessor.model, heads=heads)
    found = replace(READER, assessor=replace(READER.assessor, model=model))
    told = found(Line("1", "sinds die prik Ventora ben ik misselijk", None, "nl", "Ventora", {}))
    assert len(told.categories) == 5
    assert "adverse_event" in told.categories
