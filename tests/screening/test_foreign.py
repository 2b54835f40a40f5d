"""What no lexicon reads is said so, and a person reads it; what one reads stays what it was."""

import json
from pathlib import Path

import pytest

from webcare_desk.domain.finding import Mark, Tier
from webcare_desk.screening import Screener
from webcare_desk.screening.foreign import FOREIGN

CORPUS = Path(__file__).parents[1] / "corpus"
FOREIGNERS = [
    "J'ai mal \u00e0 la t\u00eate depuis que je prends Ventora",
    "Bonjour, merci pour votre aide",
    "Desde que uso Ventora me duele mucho la cabeza",
    "Estou com muita dor de cabe\u00e7a desde que uso",
    "Sono molto stanca e ho sempre mal di testa, grazie",
    "\u00c7ok ba\u015f\u0131m a\u011fr\u0131yor Ventora kullan\u0131yorum",
    "Bardzo boli mnie g\u0142owa, nie wiem czy to od Ventora",
    "\u0623\u0639\u0627\u0646\u064a \u0645\u0646 \u0635\u062f\u0627\u0639 \u0634\u062f\u064a\u062f",
    "\u0423 \u043c\u0435\u043d\u044f \u0431\u043e\u043b\u0438\u0442 \u0433\u043e\u043b\u043e\u0432\u0430",
    "\u982d\u75db\u304c\u3057\u307e\u3059",
]
OWN = [
    *("", "\U0001f600", "Ventora", "ja", "c'est la vie hoor", "Hola, ik ben weer terug uit Spanje"),
    *(
        "V\u13acntora",
        "mon dieu, my head",
        "Ich habe Kopfweh",
        "geen bijwerkingen \u03b1 of \u03b2",
    ),
    "Que sera sera, zei mijn moeder, en ze had gelijk",
]


def is_foreign(screener: Screener, text: str) -> bool:
    return FOREIGN in {one.concept for one in screener(text).findings}


@pytest.mark.parametrize("text", FOREIGNERS)
def test_a_text_that_no_lexicon_reads_is_a_check_over_the_whole_of_it(
    screener: Screener, text: str
) -> None:
    found = screener(text)
    (said,) = (one for one in found.findings if one.concept == FOREIGN)
    assert (said.mark, said.start, said.end) == (Mark.CUE, 0, len(text))
    assert found.tier is Tier.CHECK


@pytest.mark.parametrize("text", OWN)
def test_a_few_words_of_another_language_make_no_foreign_text(
    screener: Screener, text: str
) -> None:
    assert not is_foreign(screener, text)


def test_no_comment_of_the_corpora_is_foreign(screener: Screener) -> None:
    files = sorted(CORPUS.glob("test-*.jsonl"))
    lines = [line for file in files for line in file.read_text("utf-8").splitlines() if line]
    texts = [json.loads(line)["text"] for line in lines]
    assert len(texts) > 2000
    assert [text for text in texts if is_foreign(screener, text)] == []
