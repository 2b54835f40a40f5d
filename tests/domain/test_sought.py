"""What is typed into a search is told apart: words, and by whom."""

import pytest

from webcare_desk.domain.sought import Sought, by, is_by, sought


@pytest.mark.parametrize(
    ("typed", "words", "names"),
    [
        ("hoofdpijn pen", "hoofdpijn pen", ()),
        ("from:jan", "", ("jan",)),
        ("VAN:Jan hoofdpijn", "hoofdpijn", ("Jan",)),
        ('hoofd from:"jan de vries" pijn', "hoofd   pijn", ("jan de vries",)),
        ('van:"jan de vr', "", ("jan de vr",)),
        ('from:"de ""kapitein"""', "", ('de "kapitein"',)),
        ("from:jan van:jansen", "", ("jan", "jansen")),
        ("from: jan", "jan", ("",)),
        ('from:"  "', "", ("",)),
        ("platform:jan", "platform:jan", ()),
        ("from:a\0b \ud83d", "b", ("a",)),
    ],
)
def test_a_name_is_told_from_words(typed: str, words: str, names: tuple[str, ...]) -> None:
    asked = sought(typed)
    assert asked == Sought(words, names)
    assert asked.lacks_name is ("" in names)


@pytest.mark.parametrize(
    "name", ["Jan", "Jan de Vries", 'Jan "de Kapitein"', '"', "from:x", "a  b"]
)
def test_what_finds_a_name_is_read_as_that_name(name: str) -> None:
    assert [sought(by(name, each)) for each in ("en", "nl")] == [Sought("", (name,))] * 2
    assert by(name, "nl").startswith("van:")


def test_a_name_begins_without_regard_to_case_and_with_its_accents() -> None:
    assert is_by(("STRASS",), "Straße", "u1")
    assert is_by(("u1", "str"), "Straße", "U123")
    assert not is_by(("u1", "pieter"), "Straße", "U123")
    assert not is_by(("rene",), "René", "u1")
