"""The beginnings of words are looked for only where a word begins like one of them."""

from typing import Final

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from webcare_desk.screening.typo import SHORTEST, typo_index

BEGINS: Final = ("hoofdpijn", "misselijk", "zwanger", "ontstoken", "opgezwollen")
INDEX: Final = typo_index(["bloeding"], BEGINS)
LETTERS: Final = "abdefghijklmnoprstuwz"


@st.composite
def misspelt(draw: st.DrawFn) -> str:
    """Draw a beginning with up to two letters changed, and something behind it."""
    word = draw(st.sampled_from(BEGINS)) + draw(st.text(LETTERS, max_size=6))
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(word) - 1))
        word = word[:at] + draw(st.text(LETTERS, max_size=2)) + word[at + draw(st.integers(0, 2)) :]
    return word or "x"


def is_near(word: str, stem: str) -> bool:
    return word[0] == stem[0] and OSA.distance(word, stem) == 1


@given(word=misspelt())
def test_every_beginning_one_edit_away_is_found_and_no_other(word: str) -> None:
    shorter = (word[:length] for length in range(SHORTEST, len(word)))
    tried = [word, *shorter] if len(word) >= SHORTEST else []
    expected = {stem for stem in BEGINS if any(is_near(each, stem) for each in tried)}
    assert set(INDEX.words_near(word)) - {"bloeding"} == expected


def test_a_beginning_is_found_whatever_stands_behind_it() -> None:
    assert INDEX.words_near("hoofpijntjes") == ["hoofdpijn"]
    assert INDEX.words_near("hofodpijnaanval") == ["hoofdpijn"]
    assert INDEX.words_near("voetbalwedstrijd") == []
