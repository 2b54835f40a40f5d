"""What no lexicon reads is said so, and a person reads it; what one reads stays what it was."""

import json
from pathlib import Path

import pytest

from webcare_desk.domain.finding import FOREIGN, Language, Mark, Tier, Tongue
from webcare_desk.screening import Screener

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
    return isinstance(screener(text).spoken, Tongue)


@pytest.mark.parametrize("text", FOREIGNERS)
def test_a_text_that_no_lexicon_reads_is_a_check_over_the_whole_of_it(
    screener: Screener, text: str
) -> None:
    found = screener(text)
    (said,) = (one for one in found.findings if one.concept in FOREIGN)
    assert (said.mark, said.start, said.end) == (Mark.CUE, 0, len(text))
    assert found.tier is Tier.CHECK


@pytest.mark.parametrize("text", OWN)
def test_a_few_words_of_another_language_make_no_foreign_text(
    screener: Screener, text: str
) -> None:
    assert not is_foreign(screener, text)


@pytest.mark.parametrize(
    ("text", "tongue"),
    [
        ("Depuis que je prends Ventora j'ai tr\u00e8s mal \u00e0 la t\u00eate", Tongue.FR),
        ("Merci beaucoup pour ce bel article !", Tongue.FR),
        ("Je ne veux plus vivre, j'ai tout pr\u00e9par\u00e9 pour ce soir.", Tongue.FR),
        ("Hola, desde hace dos semanas tengo mareos y no puedo dormir", Tongue.ES),
        (
            "Estou tomando Ventora h\u00e1 dias e n\u00e3o consigo dormir, algu\u00e9m tamb\u00e9m?",
            Tongue.PT,
        ),
        ("Sono molto stanca e ho sempre mal di testa, grazie", Tongue.IT),
        ("\u00c7ok ba\u015f\u0131m a\u011fr\u0131yor Ventora kullan\u0131yorum", Tongue.TR),
        ("Bardzo boli mnie g\u0142owa, nie wiem czy to od Ventora", Tongue.PL),
    ],
)
def test_which_language_it_is_in_is_told(screener: Screener, text: str, tongue: Tongue) -> None:
    found = screener(text)
    assert found.spoken is tongue
    assert found.language in Language, "what it is read in stays one that is read"


@pytest.mark.parametrize(
    "text",
    [
        "Des de fa tres mesos que prenc les pastilles i tinc mal d'est\u00f3mac",  # Catalan
        "Desde que tomo isto te\u00f1o moita dor de cabeza, como os outros",  # Galician
        "Ale m\u00e1m bolesti hlavy, nie je to tak dobr\u00e9, moja mama",  # Slovak
        "Mi tin dolo di cabes desde que mi ta tuma Ventora, por favor",  # Papiamentu
        "\u0423 \u043c\u0435\u043d\u044f \u0431\u043e\u043b\u0438\u0442 \u0433\u043e\u043b\u043e\u0432\u0430",
        "Merci beaucoup pour tout, gracias por todo, siempre es muy lindo",  # of two
    ],
)
def test_no_language_is_named_that_it_may_not_be(screener: Screener, text: str) -> None:
    assert screener(text).spoken is Tongue.OTHER


def test_what_is_read_is_spoken(screener: Screener) -> None:
    assert screener("Ik heb hoofdpijn sinds de Ventora").spoken is Language.NL


def test_no_comment_of_the_corpora_is_foreign(screener: Screener) -> None:
    files = sorted(CORPUS.glob("test-*.jsonl"))
    lines = [line for file in files for line in file.read_text("utf-8").splitlines() if line]
    texts = [json.loads(line)["text"] for line in lines]
    assert len(texts) > 2000
    assert [text for text in texts if is_foreign(screener, text)] == []
