"""What every feature weighs: a byte for each column of its bucket, and words remembered whole.

Nearly all of them weigh something in the heads, two in five in the layer: each has its table.
"""

import zlib
from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
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


class Table:
    """A row of bytes for each bucket that weighs anything."""

    def __init__(self, used: bytes, weights: bytes, columns: int) -> None:
        """Read the `weights`, of `columns` bytes for each of the buckets that are `used`.

        `used` is a byte a bucket, 1 or 0; there are a power of two of them.
        """
        self.size, self.columns = len(used), columns
        self._used, self._weights = used, weights
        # How many rows there are up to and with each bucket's.
        self._until = array("I", accumulate(used))

    def __reduce__(self) -> "tuple[type[Table], tuple[bytes, bytes, int]]":
        """Let another process have what was read."""
        return Table, (self._used, self._weights, self.columns)

    def row(self, bucket: int) -> bytes:
        """Return what a bucket weighs; nothing where it weighs nothing."""
        end = self._until[bucket] * self.columns
        return self._weights[end - self.columns : end] if self._used[bucket] else b""

    def added(self, buckets: Iterable[int]) -> list[int]:
        """Return what the buckets weigh together, for each column."""
        used, until, weights, columns = self._used, self._until, self._weights, self.columns
        ends = [until[at] * columns for at in buckets if used[at]]
        # Joined, a column's bytes are every so-manieth one: summed in half the time of tuples.
        joined = b"".join([weights[end - columns : end] for end in ends])
        if not joined:
            return [0] * columns
        nothing = NOTHING * (len(joined) // columns)
        return [sum(joined[at::columns]) - nothing for at in range(columns)]


class Weighed(dict[str, Row]):
    """Words with what they and their pieces weigh; filled as words are met, then started anew."""

    def __init__(self, heads: Table, layer: Table) -> None:
        """Weigh by the columns of the heads and, after them, those of the layer's units."""
        super().__init__()
        self.heads, self._layer = heads, layer
        self.columns = heads.columns + layer.columns
        self._mask = heads.size - 1
        self._begun = _Begun()

    def __missing__(self, word: str) -> Row:
        """Return what `word` weighs, and remember it."""
        if len(self) >= _REMEMBERED:
            self.clear()
        itself, *pieces = self.buckets(of_word(word))
        whole, parts = self.added([itself]), self.added(pieces)
        total = self[word] = tuple(
            WORD * one + PIECE * other for one, other in zip(whole, parts, strict=True)
        )
        return total

    def __reduce__(self) -> "tuple[type[Weighed], tuple[Table, Table]]":
        """Let another process have the weights, without what is remembered."""
        return Weighed, (self.heads, self._layer)

    def buckets(self, features: Iterable[str]) -> list[int]:
        """Return the bucket of each feature."""
        hashed, mask = zlib.crc32, self._mask
        return [hashed(one.encode("utf-8", "replace")) & mask for one in features]

    def near(self, words: Sequence[str]) -> list[int]:
        """Return the buckets of `of_neighbours(words)`, in its order."""
        hashed, begun, mask = zlib.crc32, self._begun, self._mask
        starts = [begun[word] for word in ("<", *words, ">")]
        # A check sum goes on from where it was: no text is put together for a pair.
        touching = [hashed(right, left) & mask for (_, left, _), (right, _, _) in pairwise(starts)]
        apart = [
            hashed(right, left) & mask
            for (_, _, left), (right, _, _) in zip(starts, starts[2:])  # noqa: B905 - the last two have none
        ]
        return touching + apart

    def added(self, buckets: Sequence[int]) -> list[int]:
        """Return what features weigh together, for each column."""
        return self.heads.added(buckets) + self._layer.added(buckets)
