"""Hints of who writes and how they are: lists of phrases, each with its place in the text.

In `hints.json` a word of a phrase may be a choice (`zo|heel`) or the name of a set (`{relative}`).
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Final

from webcare_desk.domain.finding import Language
from webcare_desk.domain.hint import Hint, HintKind
from webcare_desk.errors import LexiconError
from webcare_desk.paths import resources_dir
from webcare_desk.said import QT_TRANSLATE_NOOP, Said, reason_of
from webcare_desk.screening.tokens import tokenise, words_of

_LONGEST: Final = 20_000
#: By its first word: what a phrase hints at, and its words.
Phrases = Mapping[str, Sequence[tuple[HintKind, tuple[str, ...]]]]


def load_hints(folder: Path) -> Phrases:
    """Return the phrases of `hints.json` in `folder`; LexiconError says what is wrong with it."""
    path = folder / "hints.json"
    found: dict[str, list[tuple[HintKind, tuple[str, ...]]]] = {}
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        sets = told.pop("sets", {})
        for kind, spoken in told.items():
            for language in spoken:
                known = sets.get(Language(language), {})
                for phrase in spoken[language]:
                    for words in _spoken(phrase, known):
                        found.setdefault(words[0], []).append((HintKind(kind), words))
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        msg = QT_TRANSLATE_NOOP("Said", "{path}: holds no hints: {reason}")
        raise LexiconError(Said.of(msg, path=path, reason=reason_of(error))) from error
    return found


def _spoken(phrase: str, sets: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Yield the words of a phrase, once for each choice in it."""
    choices = [
        sets[part[1:-1]] if part.startswith("{") else part.split("|") for part in phrase.split(" ")
    ]
    for chosen in product(*choices):
        yield words_of(" ".join(chosen))


def hints_in(text: str) -> tuple[Hint, ...]:
    """Return the hints of a text by the phrases that ship with the program."""
    return hints_of(text, load_hints(resources_dir() / "lexicons"))


def hints_of(text: str, phrases: Phrases) -> tuple[Hint, ...]:
    """Return the first place of each kind in `text`, in the order of the kinds.

    Of a longer text the first 20,000 characters are read.
    """
    tokens = tokenise(text[:_LONGEST])
    words, met = tuple(tokens.words), dict[HintKind, Hint]()
    for at, word in enumerate(words):
        for kind, phrase in phrases.get(word, ()):
            if kind not in met and words[at : at + len(phrase)] == phrase:
                met[kind] = Hint(kind, *tokens.span(at, at + len(phrase) - 1))
    return tuple(met[kind] for kind in HintKind if kind in met)
