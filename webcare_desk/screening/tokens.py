"""Words of a text, each with its exact place in the original."""

import re
from dataclasses import dataclass

from webcare_desk.screening.normalise import Folded, fold

#: Nobody writes a longer word; a longer run of letters is reported as unreadable.
LONGEST_WORD = 64

# Letters and digits of any script, or one pictogram. The repetitions do not nest, so
# the time is linear in the text.
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[\u2600-\u27bf\U0001f300-\U0001faff]")
# The same for a text that folds to plain ASCII, as most do: half the time.
_ASCII_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
# "i'll" is not "ill", "we'd" is not "wed".
_KEPT = ("'ll", "'d", "'re")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text and where each begins and ends in the folded text."""

    folded: Folded
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the place of the words `first` to `last` in the original text."""
        return self.folded.span(self.starts[first], self.ends[last])


def read_word(word: str) -> str:
    """Return how a folded word is looked up: m'n is mn, don't is dont."""
    return word if "'" not in word or word.endswith(_KEPT) else word.replace("'", "")


def tokenise(text: str) -> Tokens:
    """Return the words of `text`."""
    folded = fold(text)
    words = _ASCII_WORD if folded.text.isascii() else _WORD
    spans = [match.span() for match in words.finditer(folded.text)]
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    read = [folded.text[start:end] for start, end in spans]
    if "'" in folded.text:
        read = [read_word(word) for word in read]
    return Tokens(folded, tuple(read), starts, ends)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of `text` alone, as a lexicon's phrase needs them."""
    return tuple(read_word(match[0]) for match in _WORD.finditer(fold(text).text))
