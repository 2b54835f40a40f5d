"""Laws of the normaliser and the matcher: exact places, linear work, the same answer twice."""

import sys
import unicodedata
from types import FrameType
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.spelling import check_normaliser
from webcare_desk.screening import Screener

#: Every code point, lone surrogates too.
_ANY = st.characters(exclude_categories=())
_SAID = ["Misselĳk", "hoofdpijn", "V.e.n.t.0.r.a", "Vеntоrа", "🤢", "\u202earotneV", "m'n", "ﬁ"]
_texts = st.lists(st.one_of(st.sampled_from(_SAID), st.text(_ANY, max_size=8)), max_size=8).map(
    " ".join
)
_Form = Literal["NFC", "NFD", "NFKC", "NFKD"]
_checked = settings(max_examples=100, deadline=None)


@given(_texts, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
@_checked
def test_every_place_cuts_its_word_out_of_the_original(text: str, form: _Form) -> None:
    check_normaliser(text)
    check_normaliser(unicodedata.normalize(form, text))


@pytest.mark.parametrize(
    "piece", ["hoofdpijn, ", "e\u0301\u200b ", "🤢👩‍⚕️ ", "\ud83d \udc00", "Vеntоrа ", "'\u0300"]
)
def test_a_hundred_thousand_characters_keep_their_places(piece: str) -> None:
    check_normaliser(piece * (100_000 // len(piece)))


def _work(screener: Screener, text: str) -> int:
    """Return how many calls, of Python and of C, a screening takes."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        del frame, argument
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        screener(text)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize(
    "piece",
    [
        "sinds de pil heb ik hoofdpijn en mijn man ook. ",
        "V e n t o r a ",
        "niet niet geen never ",
        "e\u0301🤮 x'\u200bs ",
        "kan ik nu niet meer ook al weer niet ",
    ],
    ids=["plain", "disguised", "negations", "marks", "gaps"],
)
def test_four_times_the_text_is_four_times_the_work(screener: Screener, piece: str) -> None:
    screener(piece * 100)  # its words are remembered from here on
    once, four = _work(screener, piece * 100), _work(screener, piece * 400)
    assert four <= once * 4.4


def test_the_same_comment_twice_gives_the_same_answer(screener: Screener) -> None:
    text = "Sinds Vеntоrа 🤢 én hofodpijn; m'n man: V.e.n.t.0.r.a?"
    assert screener(text) == screener(text)
    for memory in screener.memories.values():
        memory.clear()
    assert screener(text) == screener(text)
