"""What every feature weighs: a byte for each column of each bucket, and words remembered whole."""

import zlib
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Final

from webcare_desk.screening.features import PIECE, WORD, of_word

#: A number for each column, in the order of the file.
Row = tuple[float, ...]
#: The byte that weighs nothing.
NOTHING: Final = 128
_REMEMBERED: Final = 50_000


class _Begun(dict[str, tuple[bytes, int, int]]):
    """Words as bytes, with the check sums of the neighbours' features that they begin."""

    def __missing__(self, word: str) -> tuple[bytes, int, int]:
        if len(self) >= _REMEMBERED:
            self.clear()
        itself = word.encode("utf-8", "replace")
        touching, apart = (zlib.crc32(sign + itself + b" ") for sign in (b"b", b"s"))
        found = self[word] = itself, touching, apart
        return found


class Weighed(dict[str, Row]):
    """Words with what they and their pieces weigh; filled as words are met, then started anew."""

    def __init__(self, weights: bytes, columns: int, mask: int) -> None:
        """Read from `weights`, where 128 is nothing; `mask` is the number of buckets less one."""
        super().__init__()
        self._weights, self.columns, self._mask = weights, columns, mask
        self._begun = _Begun()

    def __missing__(self, word: str) -> Row:
        """Return what `word` weighs, and remember it."""
        if len(self) >= _REMEMBERED:
            self.clear()
        itself, *pieces = self.rows(of_word(word))
        whole, parts = self.added([itself]), self.added(pieces)
        total = self[word] = tuple(
            WORD * one + PIECE * other for one, other in zip(whole, parts, strict=True)
        )
        return total

    def __reduce__(self) -> "tuple[Callable[[bytes, int, int], Weighed], tuple[bytes, int, int]]":
        """Let another process have the weights, without what is remembered."""
        return Weighed, (self._weights, self.columns, self._mask)

    def rows(self, features: Iterable[str]) -> list[bytes]:
        """Return the weights of each feature, a byte a column; 128 is nothing."""
        hashed = zlib.crc32
        return self._at(hashed(one.encode("utf-8", "replace")) for one in features)

    def near(self, words: Sequence[str]) -> list[bytes]:
        """Return the weights of `of_neighbours(words)`, in its order."""
        hashed, begun = zlib.crc32, self._begun
        starts = [begun[word] for word in ("<", *words, ">")]
        # A check sum goes on from where it was: no text is put together for a pair.
        touching = [hashed(right, left) for (_, left, _), (right, _, _) in pairwise(starts)]
        apart = [
            hashed(right, left)
            for (_, _, left), (right, _, _) in zip(starts, starts[2:])  # noqa: B905 - the last two have none
        ]
        return self._at(touching + apart)

    def _at(self, sums: Iterable[int]) -> list[bytes]:
        weights, columns, mask = self._weights, self.columns, self._mask
        return [weights[at : at + columns] for at in [(one & mask) * columns for one in sums]]

    def added(self, rows: Sequence[bytes]) -> list[int]:
        """Return the sum of rows for each column."""
        # Joined, a column's bytes are every so-manieth one: summed in half the time of tuples.
        joined, columns, nothing = b"".join(rows), self.columns, NOTHING * len(rows)
        return [sum(joined[at::columns]) - nothing for at in range(columns)]
