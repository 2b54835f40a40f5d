"""The dictionary guard: a usual word is no misspelling, and misspellings are still understood."""

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.b06_typo_quality import Quality, quality
from webcare_desk.domain.finding import Context
from webcare_desk.errors import LexiconError
from webcare_desk.screening import Lexicon, Screener
from webcare_desk.screening.index import build_index
from webcare_desk.screening.lexicon import read_dictionary
from webcare_desk.screening.lines import read_lines
from webcare_desk.screening.reader import Reader
from webcare_desk.screening.typo import is_form


def _quality(lexicon: Lexicon) -> Quality:
    return quality(build_index(lexicon.phrases, lexicon.common, frozenset(), lexicon.dictionary))


def test_misspellings_are_understood_and_other_words_left_alone(lexicon: Lexicon) -> None:
    found = _quality(lexicon)
    assert found.recall >= 0.9
    assert found.precision >= 0.95


def test_without_the_dictionary_most_corrections_are_wrong(lexicon: Lexicon) -> None:
    found = _quality(replace(lexicon, common=frozenset(), dictionary=frozenset()))
    assert found.precision < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "never again", "in het verleden", "we gaan shopping", "de winkel is dicht", "op zolder",
        "lunch and dinner", "in the garden", "mijn vrienden", "de zangeres", "camping",
    ],
)  # fmt: skip
def test_a_word_of_the_dictionary_is_not_corrected(screener: Screener, text: str) -> None:
    assert not [one for one in screener(text).findings if Context.TYPO in one.contexts]


@pytest.mark.parametrize(
    ("text", "concept"), [("infections", "infection"), ("always headaches", "headache")]
)
def test_a_form_of_a_word_is_still_read(screener: Screener, text: str, concept: str) -> None:
    assert concept in {finding.concept for finding in screener(text).findings}


def test_a_form_is_the_word_and_a_letter_more() -> None:
    assert is_form("headaches", "headache")
    assert is_form("bijwerking", "bijwerkinge")
    assert not is_form("shopping", "stopping")


@pytest.mark.parametrize(
    "data",
    [b"plain", gzip.compress(b"caf\xc3\xa9", mtime=0), gzip.compress(b"word", mtime=0)[:-9]],
)
def test_a_dictionary_that_cannot_be_read_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "nl").mkdir()
    assert read_dictionary(tmp_path) == frozenset()
    (tmp_path / "nl" / "dictionary.txt.gz").write_bytes(data)
    with pytest.raises(LexiconError, match="dictionary"):
        read_dictionary(tmp_path)


@pytest.mark.parametrize(
    ("text", "category", "crisis"),
    [
        ("been feeling sucidal since I started", "", True),
        ("ik heb een te hoge dosus genomen", "overdose", False),
        ("geen efect gemerkt van de pil", "lack_of_effect", False),
        ("mijn arts schrijft het of-label voor", "off_label", False),
    ],
)
def test_misspelt_situations_are_known(
    reader: Reader, text: str, category: str, *, crisis: bool
) -> None:
    [line] = read_lines([json.dumps({"id": 1, "text": text})], print)
    found = reader(line)
    assert category in {*found.categories, ""}
    assert found.crisis or not crisis
