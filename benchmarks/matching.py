"""Comments, phrases and misspellings for the benchmarks of the matcher.

The comments are the labelled ones of the repository. The phrases are the shipped lexicon's
own for events, and, until there are enough, two or three words of different ones of them together. A
*dense* set is cut from the comments themselves: far more of it is found than of any lexicon.
"""

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from webcare_desk.domain.finding import Category, Language, Mark
from webcare_desk.paths import resources_dir
from webcare_desk.screening import load_lexicon
from webcare_desk.screening.index import Index, Memory, build_index
from webcare_desk.screening.lexicon import Concept, Lexicon, Phrase
from webcare_desk.screening.matcher import find_hits
from webcare_desk.screening.phrase import Pattern, Shape
from webcare_desk.screening.tokens import Tokens, tokenise
from webcare_desk.screening.typo import typo_index

#: A phrase's words, and the characters of a comment that it stands on.
Found = set[tuple[str, int, int]]

_SEED = 20261121
_ROOT = Path(__file__).resolve().parent.parent
_LONGEST = 4
_TELLING = 6
_REMEMBERED = 400_000


def comments() -> list[str]:
    """Return the texts of all labelled comments."""
    return [text for text, _ in labelled()]


def labelled() -> list[tuple[str, str]]:
    """Return every labelled comment's text and its language."""
    return [(one["text"], one["lang"]) for one in _read()]


def unlabelled() -> list[str]:
    """Return the texts of the comments that tell of nothing reportable."""
    return [one["text"] for one in _read() if not one["categories"] and not one["crisis"]]


def _read() -> Iterator[dict[str, Any]]:
    for path in sorted([*_ROOT.glob("tools/corpus/*.jsonl"), *_ROOT.glob("tests/corpus/*.jsonl")]):
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def phrases(lexicon: Lexicon, count: int) -> list[tuple[str, ...]]:
    """Return `count` different phrases, the lexicon's own first."""
    own = sorted({run for phrase in lexicon.phrases if (run := _plain(phrase))})
    words = sorted({word for run in own for word in run if len(word) >= _TELLING})
    chance = random.Random(_SEED)
    chance.shuffle(own)
    runs: dict[tuple[str, ...], None] = dict.fromkeys(own[:count])
    while len(runs) < count:
        runs[tuple(chance.sample(words, chance.choice((2, 2, 3))))] = None
    return list(runs)


def _plain(phrase: Phrase) -> tuple[str, ...]:
    """Return the words of an event's phrase, none if it is more than a row of ASCII words."""
    words = phrase.words
    event = isinstance(phrase.meaning, Concept) and phrase.meaning.mark is Mark.EVENT
    plain = all(w.shape is Shape.WORD and not w.gap and w.stem.isascii() for w in words)
    return tuple(w.stem for w in words) if event and plain else ()


def dense(texts: Sequence[str], count: int) -> list[tuple[str, ...]]:
    """Return `count` runs of one to four words of the texts, each with a long word."""
    runs = sorted({run for text in texts[::2] for run in _runs(tokenise(text).words)})
    return random.Random(_SEED).sample(runs, count)


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for length in range(1, _LONGEST + 1):
        for start in range(len(words) - length + 1):
            run = tuple(words[start : start + length])
            plain = all(word.isascii() and word.isalpha() for word in run)
            if plain and max(map(len, run)) >= _TELLING:
                yield run


def misspelt(texts: Sequence[str]) -> list[str]:
    """Return the texts with one letter of a long word wrong in every second of them."""
    chance = random.Random(_SEED)
    return [_misspell(text, chance) if place % 2 else text for place, text in enumerate(texts)]


def _misspell(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    places = [i for i, word in enumerate(words) if len(word) >= _TELLING and word.isalpha()]
    if not places:
        return text
    place = chance.choice(places)
    words[place] = one_edit(words[place], chance)
    return " ".join(words)


def one_edit(word: str, chance: random.Random) -> str:
    """Return `word` with a letter after the first left out, added, replaced or swapped."""
    at = chance.randrange(1, len(word) - 1)
    letter = chance.choice("abcdefghijklmnopqrstuvwxyz")
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


def shipped() -> Lexicon:
    """Return the lexicon the program ships."""
    return load_lexicon(resources_dir() / "lexicons")


def index_of(runs: Iterable[Sequence[str]], lexicon: Lexicon, *, typos: bool) -> Index:
    """Return the program's index of these phrases, with or without its search for typos."""
    made = [
        Phrase(
            Concept(" ".join(run), Mark.EVENT, Category.ADVERSE_EVENT),
            tuple(Pattern(word, Shape.WORD) for word in run),
            None,
        )
        for run in runs
    ]
    frequent = frozenset(word for _, words in lexicon.telling for word in words)
    index = build_index(made, lexicon.common, frequent, lexicon.dictionary)
    return index if typos else replace(index, typos=typo_index((), ()))


def memory_of(index: Index) -> Memory:
    """Return the memory that remembers every word of the benchmark."""
    return Memory(index, frozenset(Language), _REMEMBERED)


def match(texts: Iterable[str], memory: Memory) -> None:
    """Read each text as the screener does, and find the phrases in it."""
    for text in texts:
        find_hits(tokenise(text), memory)


def spans(text: str, memory: Memory) -> Found:
    """Return what the program finds in a text."""
    tokens = tokenise(text)
    hits, _ = find_hits(tokens, memory)
    return {(_name(hit.phrase), *_place(tokens, hit.first, hit.last)) for hit in hits}


def _name(phrase: Phrase) -> str:
    return " ".join(word.stem for word in phrase.words)


def _place(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    return tokens.span(first, last)
