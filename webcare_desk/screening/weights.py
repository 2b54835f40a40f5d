"""What every feature weighs: a byte for each column of its bucket, and words remembered whole.

Nearly all of them weigh something in the heads, two in five in the layer: each has its table.
"""

import zlib
from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, pairwise
from struct import Struct
from typing import Final

from webcare_desk.screening.features import PIECE, SIZES, WORD, of_word

#: The byte that weighs nothing.
NOTHING: Final = 128
_REMEMBERED: Final = 50_000
# The sum of so many bytes fits into two, whatever they are.
_AT_ONCE: Final = 257
# How many times a piece a whole word counts.
_STEPS: Final = round(WORD / PIECE)
_GROUND: Final = 1 << 63


def _read(columns: bytes) -> int:
    return int.from_bytes(columns, "little")


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
    """A row for each bucket that weighs anything.

    A row is read as one number with two bytes for each column: the sum of such numbers holds
    each column's own sum, in a fraction of the time that adding column by column takes.
    """

    def __init__(self, used: bytes, weights: bytes, columns: int) -> None:
        """Read the `weights`, of `columns` bytes for each of the buckets that are `used`.

        `used` is a byte a bucket, 1 or 0; there are a power of two of them.
        """
        self.size, self.columns = len(used), columns
        self._used = used
        # Each byte becomes two, the lower one first: by far the fastest way to write them so.
        self._rows = weights.decode("latin-1").encode("utf-16-le")
        self._sums = Struct(f"<{columns}H")
        # How many rows there are up to and with each bucket's.
        self._until = array("I", accumulate(used))

    def __reduce__(self) -> "tuple[type[Table], tuple[bytes, bytes, int]]":
        """Let another process have what was read."""
        return Table, (self._used, self._rows[::2], self.columns)

    def weight(self, bucket: int, column: int) -> int:
        """Return what a bucket weighs in one column."""
        return self.added([bucket])[column]

    def added(self, buckets: Iterable[int]) -> list[int]:
        """Return what the buckets weigh together, for each column."""
        used, until, size = self._used, self._until, 2 * self.columns
        ends = [until[at] * size for at in buckets if used[at]]
        if len(ends) <= _AT_ONCE:
            return self._added(ends, size)
        parts = range(0, len(ends), _AT_ONCE)
        each = (self._added(ends[at : at + _AT_ONCE], size) for at in parts)
        return [sum(column) for column in zip(*each, strict=True)]

    def _added(self, ends: Sequence[int], size: int) -> list[int]:
        read, rows = int.from_bytes, self._rows
        joined = sum([read(rows[end - size : end], "little") for end in ends])
        nothing = NOTHING * len(ends)
        return [one - nothing for one in self._sums.unpack(joined.to_bytes(size, "little"))]


class Remembered(dict[str, int]):
    """What texts have in common, and what each of it weighs; filled as it is met, then started anew.

    What one weighs is a number too, with eight bytes for each column.
    """

    def __init__(self, columns: int, weigh: Callable[[str], Iterable[int]]) -> None:
        """Remember what `weigh` says, for each of so many columns."""
        super().__init__()
        self._weigh = weigh
        self._lanes = Struct(f"<{columns}Q")
        # Added while a number is read or made: no column is below nothing then.
        self._ground = _read(self._lanes.pack(*[_GROUND] * columns))

    def __missing__(self, one: str) -> int:
        """Return what `one` weighs, and remember it."""
        if len(self) >= _REMEMBERED:
            self.clear()
        columns = [_GROUND + each for each in self._weigh(one)]
        found = self[one] = _read(self._lanes.pack(*columns)) - self._ground
        return found

    def told(self, *met: tuple[int, Iterable[str]]) -> list[int]:
        """Return what all that is `met` weighs together, each so many times, for each column."""
        known = self.__getitem__
        joined = sum([times * sum(map(known, some)) for times, some in met]) + self._ground
        columns = self._lanes.unpack(joined.to_bytes(self._lanes.size, "little"))
        return [column - _GROUND for column in columns]


class Weighed:
    """The tables, and the words and features of many texts with what they weigh.

    `words` are weighed with their pieces, in steps of `PIECE`; `shared` are features of which
    there are few, so that most are met again and again.
    """

    def __init__(self, heads: Table, layer: Table) -> None:
        """Weigh by the columns of the heads and, after them, those of the layer's units."""
        self.heads, self._layer = heads, layer
        self._mask = heads.size - 1
        self._begun = _Begun()
        columns = heads.columns + layer.columns
        self.words = Remembered(columns, self._word)
        self.shared = Remembered(columns, lambda feature: self.added(self.buckets([feature])))

    def __reduce__(self) -> "tuple[type[Weighed], tuple[Table, Table]]":
        """Let another process have the weights, without what is remembered."""
        return Weighed, (self.heads, self._layer)

    def _word(self, word: str) -> list[int]:
        itself, *pieces = self.parts(word)
        return self.added([itself] * _STEPS + pieces)

    def buckets(self, features: Iterable[str]) -> list[int]:
        """Return the bucket of each feature."""
        hashed, mask = zlib.crc32, self._mask
        return [hashed(one.encode("utf-8", "replace")) & mask for one in features]

    def parts(self, word: str) -> list[int]:
        """Return the buckets of `of_word(word)`, in its order."""
        if not word.isascii():
            return self.buckets(of_word(word))
        hashed, mask, itself = zlib.crc32, self._mask, word.encode()
        edged, piece = b"<%b>" % itself, zlib.crc32(b"c")
        pieces = [
            hashed(edged[start : start + size], piece) & mask
            for size in SIZES
            for start in range(len(edged) - size + 1)
        ]
        return [hashed(b"w" + itself) & mask, *pieces]

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
