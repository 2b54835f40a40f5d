"""Which language a comment is in, also where no small word tells, and against the community's own."""

import json
from pathlib import Path

import pytest

from webcare_desk.domain.finding import Language
from webcare_desk.errors import LexiconError
from webcare_desk.screening import Lexicon, load_lexicon
from webcare_desk.screening.language import AHEAD, find_language, pieces_of
from webcare_desk.screening.tokens import tokenise

CORPUS = Path(__file__).parents[1] / "corpus"
NL, EN = Language.NL, Language.EN
#: More words than these are a long text.
SHORT = 6


def found(lexicon: Lexicon, text: str, prior: Language) -> Language:
    return find_language(tokenise(text).words, lexicon.telling, prior, lexicon.pieces)[0]


def right(lexicon: Lexicon, language: Language, prior: Language, *, short: bool) -> float:
    """Return the share of the test part's texts whose language is found."""
    files = [file.read_text("utf-8") for file in sorted(CORPUS.glob(f"*-{language}.jsonl"))]
    texts = [json.loads(line)["text"] for file in files for line in file.split("\n") if line]
    chosen = [text for text in texts if (len(text.split()) <= SHORT) is short]
    return sum(found(lexicon, text, prior) is language for text in chosen) / len(chosen)


@pytest.mark.parametrize("language", [NL, EN])
def test_a_long_text_is_found_whatever_the_community_speaks(
    lexicon: Lexicon, language: Language
) -> None:
    for prior in (NL, EN):
        assert right(lexicon, language, prior, short=False) >= 0.99


@pytest.mark.parametrize("language", [NL, EN])
def test_a_short_text_is_found_with_the_community_and_mostly_against_it(
    lexicon: Lexicon, language: Language
) -> None:
    other = EN if language is NL else NL
    assert right(lexicon, language, language, short=True) >= 0.96
    assert right(lexicon, language, other, short=True) >= 0.84


def test_without_the_letters_a_short_text_is_taken_for_the_communitys(lexicon: Lexicon) -> None:
    """The twin: it is the letters that tell."""
    text = "Curtains shut, phone off. Back tomorrow."
    words = tokenise(text).words
    assert find_language(words, lexicon.telling, NL, {})[0] is NL
    assert found(lexicon, text, NL) is EN


@pytest.mark.parametrize("text", ["", "👏👏", "12 30", "..."])
def test_what_tells_nothing_is_in_the_communitys_language(lexicon: Lexicon, text: str) -> None:
    assert [found(lexicon, text, prior) for prior in (NL, EN)] == [NL, EN]


def test_letters_never_rule_a_language_out(lexicon: Lexicon) -> None:
    words = tokenise("Curtains shut").words
    assert find_language(words, lexicon.telling, NL, lexicon.pieces)[1] == {NL, EN}


def test_small_words_go_before_letters_and_nobody_votes_for_nothing() -> None:
    telling = [(NL, frozenset({"de"})), (EN, frozenset({"the"}))]
    pieces = {EN: {"<de": AHEAD * 9}, NL: dict[str, int]()}
    assert find_language(("de",), telling, EN, pieces)[0] is NL
    assert find_language(("x",), telling, NL, pieces)[0] is NL
    assert find_language(("der",), telling, Language.DE, pieces)[0] is Language.NL
    assert find_language(("de",), [], NL, pieces) == (NL, frozenset({NL}))


def test_a_language_whose_letters_nobody_counted_has_to_show_itself(lexicon: Lexicon) -> None:
    assert found(lexicon, "Straßenfest", NL) is not Language.DE
    assert found(lexicon, "nicht und der", NL) is Language.DE


def test_pieces_are_three_letters_with_the_ends() -> None:
    assert list(pieces_of("pen")) == ["<pe", "pen", "en>"]
    assert list(pieces_of("20mg")) == []


@pytest.mark.parametrize("text", ["{", "[]", '{"languages": ["xx"], "pieces": {}}'])
def test_pieces_that_are_none_are_a_sentence(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "nl"
    folder.mkdir()
    (folder / "a.yaml").write_text("cues:\n  negation: [niet]\n", encoding="utf-8")
    assert load_lexicon(tmp_path).pieces == {}
    (tmp_path / "pieces.json").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match="pieces of words"):
        load_lexicon(tmp_path)
