"""The shipped lexicon, prepared once with the two fictional products."""

import pytest

from webcare_desk.domain.finding import Language
from webcare_desk.paths import resources_dir
from webcare_desk.screening import Lexicon, Screener, load_lexicon, prepare
from webcare_desk.screening.reader import Reader, load_reader

PRODUCTS = {"ventora": ["Ventora", "velamab"], "calmira": ["Calmira", "calmirone"]}


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """Return the lexicon the program ships."""
    return load_lexicon(resources_dir() / "lexicons")


@pytest.fixture(scope="session")
def screener(lexicon: Lexicon) -> Screener:
    """Return a screener for a Dutch community about Ventora and Calmira."""
    return prepare(lexicon, PRODUCTS, Language.NL)


@pytest.fixture(scope="session")
def reader() -> Reader:
    """Return the lexicon and the model the program ships, with one product named."""
    return load_reader(resources_dir(), ["Ventora"])
