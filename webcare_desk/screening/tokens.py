"""Words of a text, each with its exact place in the original."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from webcare_desk.screening.normalise import Folded, fold

#: Nobody writes a longer word; a longer run of letters is reported as unreadable.
LONGEST_WORD: Final = 64

# Letters and digits of any script, or one pictogram. The repetitions do not nest, so
# the time is linear in the text.
_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[\u2600-\u27bf\U0001f300-\U0001faff]")
# A blank for what stands between the words of a text that folds to plain ASCII, as most do.
_BETWEEN: Final = bytes(
    code if chr(code).isalnum() or code == ord("'") else ord(" ") for code in range(128)
).ljust(256)
# "i'll" is not "ill", "we'd" is not "wed".
_KEPT: Final = ("'ll", "'d", "'re")


@dataclass(frozen=True)
class Tokens:
    """The words of a text: as `written` in the folded text, and as they are looked up."""

    folded: Folded
    written: Sequence[str]
    words: Sequence[str]

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins in the folded text."""
        return [end - len(word) for end, word in zip(self.ends, self.written, strict=True)]

    @cached_property
    def ends(self) -> list[int]:
        """Where each word ends in the folded text; sought only when a place is asked for."""
        find, at = self.folded.text.find, 0
        return [at := find(word, at) + len(word) for word in self.written]

    def start(self, word: int) -> int:
        """Return where a word begins in the folded text."""
        return self.ends[word] - len(self.written[word])

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the place of the words `first` to `last` in the original text."""
        return self.folded.span(self.start(first), self.ends[last])


def read_word(word: str) -> str:
    """Return how a folded word is looked up: m'n is mn, don't is dont."""
    return word if "'" not in word or word.endswith(_KEPT) else word.replace("'", "")


def tokenise(text: str) -> Tokens:
    """Return the words of `text`."""
    folded = fold(text)
    if not folded.text.isascii():
        written = _WORD.findall(folded.text)
        return Tokens(folded, written, _looked_up(folded, written))
    # For ASCII a translation of bytes and a split do what `_WORD` does in a tenth of the time.
    words = folded.text.encode("ascii").translate(_BETWEEN).decode("ascii").split()
    if "'" not in folded.text:
        return Tokens(folded, words, words)
    written = [word for part in words for word in (_WORD.findall(part) if "'" in part else (part,))]
    return Tokens(folded, written, _looked_up(folded, written))


def _looked_up(folded: Folded, written: list[str]) -> list[str]:
    return [read_word(word) for word in written] if "'" in folded.text else written


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of `text` alone, as a lexicon's phrase needs them."""
    return tuple(read_word(match[0]) for match in _WORD.finditer(fold(text).text))
