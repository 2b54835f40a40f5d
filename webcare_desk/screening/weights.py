"""What every feature weighs: a byte for each column of its bucket, and words remembered whole."""

import zlib
from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, pairwise
from operator import mul
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

    def __init__(self, used: bytes, weights: bytes, columns: int) -> None:
        """Read the `weights` (128 is nothing), a row for each of the buckets that are `used`.

        `used` is a byte a bucket, 1 or 0; there are a power of two of them.
        """
        super().__init__()
        self._used, self._weights, self.columns = used, weights, columns
        # The number of each bucket's row, from 1 on; 0 has none.
        self._rows = array("I", map(mul, accumulate(used), used))
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

    def __reduce__(
        self,
    ) -> "tuple[Callable[[bytes, bytes, int], Weighed], tuple[bytes, bytes, int]]":
        """Let another process have the weights, without what is remembered."""
        return Weighed, (self._used, self._weights, self.columns)

    def rows(self, features: Iterable[str]) -> list[bytes]:
        """Return the weights of each feature, a byte a column; of one that weighs nothing, none."""
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
        weights, columns = self._weights, self.columns
        rows, mask = self._rows, len(self._rows) - 1
        # From before the first row to its beginning there is nothing: no row, no bytes.
        return [
            weights[(row - 1) * columns : row * columns]
            for row in [rows[one & mask] for one in sums]
        ]

    def added(self, rows: Sequence[bytes]) -> list[int]:
        """Return the sum of rows for each column."""
        # Joined, a column's bytes are every so-manieth one: summed in half the time of tuples.
        joined, columns = b"".join(rows), self.columns
        nothing = NOTHING * (len(joined) // columns)
        return [sum(joined[at::columns]) - nothing for at in range(columns)]
