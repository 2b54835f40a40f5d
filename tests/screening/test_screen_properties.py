"""Properties that hold for every text: exact spans, order, sameness, no silencing."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webcare_desk.domain.finding import Context, Finding, Language, Mark, Screening, Tier
from webcare_desk.paths import resources_dir
from webcare_desk.screening import Screener, load_lexicon, prepare
from webcare_desk.screening.lexicon import Concept, Cue
from webcare_desk.screening.normalise import fold, squeeze, squeezed_places
from webcare_desk.screening.phrase import Shape
from webcare_desk.screening.tokens import tokenise, words_of

LEXICON = load_lexicon(resources_dir() / "lexicons")
SCREENER = prepare(LEXICON, {"ventora": ["Ventora"], "calmira": ["Calmira"]}, Language.NL)
FRESH = prepare(LEXICON, {"ventora": ["Ventora"], "calmira": ["Calmira"]}, Language.NL)

_PHRASES = [
    " ".join(word.stem for word in phrase.words)
    for phrase in LEXICON.phrases
    if isinstance(phrase.meaning, Concept) and phrase.meaning.mark is Mark.EVENT
]
_ODD = [
    *"\u202e\u202d\u2066\u2069\u200b\u200d\u00ad\ufeff\ufe0f\u0301\u0308\u20e3\u2400ßﬁĳİ½🤢🇳🅸",
    " ",
    "\n",
    "?",
    ", ",
    ". ",
    "'",
    "\x07",
    "Vеntоrа",
    "V.e.n.t.0.r.a",
    "ik ook",
    "06-12345678",
    "a@b.nl",
    "niet",
    "geen",
    "maar",
    "x" * 70,
]
texts = st.lists(
    st.one_of(st.sampled_from(_PHRASES), st.sampled_from(_ODD), st.text(max_size=12)),
    max_size=12,
).flatmap(lambda parts: st.sampled_from(["", " "]).map(lambda glue: glue.join(parts)))
checked = settings(max_examples=100, deadline=None)


def _events(screening: Screening) -> list[Finding]:
    return [finding for finding in screening.findings if finding.mark is Mark.EVENT]


@given(texts)
@checked
def test_every_span_lies_in_the_text_and_in_order(text: str) -> None:
    findings = SCREENER(text).findings
    assert all(0 <= finding.start < finding.end <= len(text) for finding in findings)
    starts = [finding.start for finding in findings]
    assert starts == sorted(starts)


@given(texts)
@checked
def test_the_same_text_gives_the_same_answer(text: str) -> None:
    for memory in FRESH.memories.values():
        memory.clear()
    assert SCREENER(text) == SCREENER(text) == FRESH(text)


@given(texts, st.sampled_from(["geen", "niet", "no", "not", "zonder", "never"]))
@checked
def test_a_negation_silences_nothing(text: str, negation: str) -> None:
    before, after = SCREENER(text), SCREENER(f"{negation} {text}")
    shift = len(negation) + 1
    for finding in _events(before):
        assert any(
            later.category is finding.category
            and later.start <= finding.start + shift
            and finding.end + shift <= later.end
            for later in _events(after)
        ), finding
    assert after.tier >= Tier.CHECK or before.tier is Tier.NONE


@given(st.sampled_from(LEXICON.phrases))
@checked
def test_an_exact_hit_cuts_out_the_words_of_its_phrase(phrase: object) -> None:
    wording = next(p for p in LEXICON.phrases if p is phrase)
    if not isinstance(wording.meaning, Concept) or wording.meaning.mark is not Mark.EVENT:
        return
    written = " ".join(word.stem for word in wording.words).upper()
    text = f"e\u0301é\u200b 🤷‍♀️, {written} (!)"
    reader = replace(SCREENER, prior=wording.language or Language.NL)
    spans = [words_of(text[found.start : found.end]) for found in reader(text).findings]
    blocked = any(p.meaning is Cue.BLOCKED and p.words == wording.words for p in LEXICON.phrases)
    assert blocked or any(set(words_of(written)) & set(span) for span in spans)


@given(st.text(), st.text())
@checked
def test_a_fold_maps_back_to_the_character_it_came_from(left: str, right: str) -> None:
    text = f"{left} Misselĳk\u0301 {right}"
    folded = fold(text)
    for place in range(len(folded.text)):
        start, end = folded.span(place, place + 1)
        assert end == start + 1
        assert folded.text[place] in fold(text[start]).text


@given(st.text())
@checked
def test_a_word_never_holds_an_invisible_or_capital_letter(text: str) -> None:
    for word in tokenise(text).words:
        assert not any("\u0300" <= char <= "\u036f" or char == "\u200b" for char in word)
        assert word == word.replace("A", "a")


@given(st.text())
@checked
def test_the_squeezed_view_knows_its_places(text: str) -> None:
    folded = fold(text).text
    assert len(squeezed_places(folded)) == len(squeeze(folded))


@given(st.text("aA1'|-. \n\té`", max_size=40))
@checked
def test_the_short_way_for_ascii_finds_the_words_of_the_long_way(text: str) -> None:
    tokens = tokenise(text)
    assert tuple(tokens.words) == words_of(text)
    places = zip(tokens.starts, tokens.ends, strict=True)
    assert [tokens.folded.text[start:end] for start, end in places] == list(tokens.written)


@given(st.text(st.characters(max_codepoint=127)))
@checked
def test_the_short_way_for_ascii_squeezes_like_the_long_way(text: str) -> None:
    assert squeeze(text) + "漢" == squeeze(text + "漢")


def test_the_two_unicode_forms_of_a_text_have_the_same_findings() -> None:
    text = "Zeeën van pijn, ik bén misselĳk; één héle diarree 😵 door de medicíjnen"
    for form in ("NFC", "NFD"):
        written = unicodedata.normalize(form, text)
        found = [(f.concept, written[f.start : f.end].lower()) for f in SCREENER(written).findings]
        assert ("nausea", "misselĳk") in found
        assert [c for c, _ in found] == [f.concept for f in SCREENER(text).findings]


@pytest.mark.parametrize(
    "text",
    ["a" * 1_000_000, "hoofdpijn" * 100_000, "é" * 1_000_000, "\u202e" * 1_000_000],
    ids=["one-letter", "one-word", "accents", "overrides"],
)
def test_a_megabyte_without_a_space_is_not_passed_over(screener: Screener, text: str) -> None:
    screening = screener(text)
    if fold(text).text:
        assert screening.tier is Tier.CHECK
        assert [(f.concept, f.start, f.end) for f in screening.findings] == [
            ("unreadable", 0, len(text))
        ]
    else:
        assert screening.findings == ()


def test_what_is_not_read_is_said(screener: Screener) -> None:
    text = "pijn " * 20_000
    screening = screener(text)
    rest = [finding for finding in screening.findings if finding.concept == "unreadable"]
    assert screening.tier is Tier.CHECK
    assert len(rest) == 1
    assert rest[0].end == len(text) - 1
    assert sum(finding.concept == "pain" for finding in screening.findings) == 50


def test_no_idiom_that_hides_a_word_begins_with_a_negation() -> None:
    negations = {
        word.stem
        for phrase in LEXICON.phrases
        if phrase.meaning is Cue.NEGATION
        for word in phrase.words
    }
    hiding = [p for p in LEXICON.phrases if p.meaning is Cue.BLOCKED]
    assert [p for p in hiding if p.words[0].stem in negations] == []


def test_negations_do_not_tell_the_language() -> None:
    negations = {
        word.stem
        for phrase in LEXICON.phrases
        if phrase.meaning is Cue.NEGATION and len(phrase.words) == 1
        for word in phrase.words
    }
    assert all(negations.isdisjoint(words) for _, words in LEXICON.telling)


def test_no_common_word_is_a_typo_of_anything() -> None:
    memory = SCREENER.memories[frozenset(Language)]
    typos = {word for word in LEXICON.common if any(memory[word].met.values())}
    assert typos == set()


def test_the_lexicon_is_as_large_as_it_says() -> None:
    per_language = {
        language: sum(
            phrase.language is language
            and isinstance(phrase.meaning, Concept)
            and str(phrase.meaning.category) == "adverse-event"
            for phrase in LEXICON.phrases
        )
        for language in Language
    }
    assert min(per_language.values()) >= 500
    assert {word.shape for p in LEXICON.phrases for word in p.words} <= set(Shape)


def test_a_typo_is_marked_as_one() -> None:
    [finding] = _events(SCREENER("misslijk"))
    assert finding.contexts == frozenset({Context.TYPO})
