"""Spelling: typos, compounds, stretched letters, and names in disguise."""

import pytest

from webcare_desk.domain.finding import Context, Finding, Language, Mark
from webcare_desk.screening import Lexicon, Screener, prepare


def _products(screener: Screener, text: str) -> list[Finding]:
    return [finding for finding in screener(text).findings if finding.mark is Mark.PRODUCT]


@pytest.mark.parametrize(
    ("written", "contexts"),
    [
        ("Ventora", set()),
        ("VENTORA", set()),
        ("#ventora", set()),
        ("ventora-prik", set()),
        ("ventora's", set()),
        ("Ventorapen", set()),
        ("velamab", set()),
        ("Vetnora", {Context.TYPO}),
        ("Ventorra", {Context.TYPO}),
        ("Ventra", {Context.TYPO}),
        ("V.e.n.t.0.r.a", {Context.DEOBFUSCATED}),
        ("V e n t o r a", {Context.DEOBFUSCATED}),
        ("V-E-N-T-O-R-A", {Context.DEOBFUSCATED}),
        ("V3nt0r4", {Context.DEOBFUSCATED}),
        ("Vеntоrа", set()),
        ("Vent*ora", {Context.DEOBFUSCATED}),
        ("\u202earotneV", {Context.DEOBFUSCATED}),
        ("Ven\u200btora", set()),
        ("Ｖｅｎｔｏｒａ", set()),
        ("🅥🅔🅝🅣🅞🅡🅐", set()),
        ("ᴠᴇɴᴛᴏʀᴀ", set()),
        ("𝐕𝐞𝐧𝐭𝐨𝐫𝐚", set()),
        ("Vëntórå", set()),
    ],
)
def test_a_product_is_known_however_it_is_written(
    screener: Screener, written: str, contexts: set[Context]
) -> None:
    text = f"Ik gebruik {written} nu"
    found = _products(screener, text)
    assert [(f.concept, set(f.contexts)) for f in found] == [("ventora", contexts)]
    assert text[found[0].start : found[0].end].strip("#\u202e") in written


@pytest.mark.parametrize(
    "text",
    [
        "I need to vent or a rant",
        "een vent. O ra ra",
        "inventora",
        "ventilator",
        "Calm, Ira",
        "ven ..... tora",
    ],
)
def test_words_that_happen_to_spell_a_product_are_not_it(screener: Screener, text: str) -> None:
    assert _products(screener, text) == []


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Ik was misslijk", "nausea"),
        ("vreselijke hofodpijn", "headache"),
        ("zo duizlig", "dizziness"),
        ("I had a headahce", "headache"),
        ("my stomach hurts, so nauseus", "nausea"),
        ("ben moeeeeee", "fatigue"),
        ("zoveel pijnnnn", "pain"),
        ("kiespijn gehad", "pain"),
        ("die nekpijnen ook", "muscles-joints"),
        ("Hartkloppingen!", "heart"),
        ("MISSELĲK", "nausea"),
        ("mis\u200bse\u00adlijk", "nausea"),
        ("🤮", "vomiting"),
        ("I am sucidal", "suicide"),
        ("ze is suicied aan het plannen", "suicide"),
        ("mijn zus zegt dat ze niet meer wil leven", "suicide"),
        ("dont wanna be here no more", "suicide"),
        ("gewoon of label gegeven", "off-label"),
        ("totaal geen efect", "lack-of-effect"),
        ("it has no efect", "lack-of-effect"),
    ],
)
def test_a_symptom_is_known_however_it_is_written(
    screener: Screener, text: str, concept: str
) -> None:
    assert concept in {finding.concept for finding in screener(text).findings}


@pytest.mark.parametrize(
    "text",
    [
        "never fewer",
        "in het verleden",
        "voorts en ook",
        "mooi zicht, veel licht",
        "de zanger en mijn zwager",
        "a spelling bee",
        "strike a deal",
        "the depth of the sea",
        "cancel the dancer",
        "rough dough",
        "de worst en de vorst",
        "vergeven en vergeten",
        "een trombone",
        "opgekomen zon",
        "de selectie en de directie",
        "concerned about concerts",
        "pollen en broodjes onder de sterren",
        "wat een kanjer, wat een opluchting",
        "all the pollen in the air",
    ],
)
def test_a_common_word_is_never_corrected(screener: Screener, text: str) -> None:
    assert [f for f in screener(text).findings if Context.TYPO in f.contexts] == []


def test_without_the_guard_common_words_would_be_corrected(lexicon: Lexicon) -> None:
    unguarded = prepare(Lexicon(lexicon.phrases, frozenset(), lexicon.telling), {}, Language.NL)
    corrected = [word for word in sorted(lexicon.common) if unguarded(word).findings]
    assert len(corrected) > 20


def test_the_memory_of_words_is_bounded(lexicon: Lexicon) -> None:
    from webcare_desk.screening.index import Memory, build_index

    index = build_index(lexicon.phrases, lexicon.common, frozenset(), lexicon.dictionary)
    memory = Memory(index, frozenset(Language), most=3)
    answers = [memory[word] for word in ("koorts", "en", "rillingen", "of", "koorts")]
    assert len(memory) <= 3
    assert answers[0] == answers[-1]


def test_a_product_name_too_short_to_disguise_is_found_as_it_is(lexicon: Lexicon) -> None:
    screener = prepare(lexicon, {"zo": ["Zo", "", "Zo Forte"]}, Language.NL)
    assert [f.concept for f in _products(screener, "Zo mooi")] == ["zo"]
    assert _products(screener, "Z.o.o") == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("mail jan@voorbeeld.nl even", "jan@voorbeeld.nl"),
        ("bel 06 12 34 56 78 even", "06 12 34 56 78"),
        ("tel: +31 (6) 12345678", "+31 (6) 12345678"),
    ],
)
def test_personal_data_is_marked(screener: Screener, text: str, span: str) -> None:
    found = {text[f.start : f.end] for f in screener(text).findings if f.mark is Mark.CUE}
    assert span in found
