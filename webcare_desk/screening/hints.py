"""Hints of who writes and how they are: small lists of phrases, each with its place in the text."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from webcare_desk.domain.finding import Language
from webcare_desk.domain.hint import Hint, HintKind
from webcare_desk.errors import LexiconError
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
        for kind, spoken in told.items():
            for language in spoken:
                for phrase in spoken[Language(language)]:
                    words = words_of(phrase)
                    found.setdefault(words[0], []).append((HintKind(kind), words))
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        msg = f"{path}: holds no hints: {error}"
        raise LexiconError(msg) from error
    return found


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
