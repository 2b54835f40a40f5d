"""A linear model over hashed features, one column of weights per question it answers.

The file is one line of JSON (heads, calibration, thresholds) and the zlib-packed weights:
a row of one byte per head (128 is nothing) for each of `2 ** bits` buckets.
"""

import json
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from math import exp, log
from pathlib import Path
from typing import Final

from webcare_desk.errors import LexiconError
from webcare_desk.screening.features import (
    NEIGHBOURS,
    PIECE,
    SCENE,
    WHOLE,
    WORD,
    of_word,
    share,
)

#: The heads that are no category: whether anything is reportable, and a person in crisis.
REPORTABLE: Final = "reportable"
CRISIS: Final = "crisis"
#: Whether it is a sentence of a review of a drug, and whether such a one tells of an event.
REVIEW: Final = "review"
IN_REVIEW: Final = "event in a review"
# The heads that say nothing of one category or of a crisis.
_GENERAL: Final = frozenset({REPORTABLE, REVIEW, IN_REVIEW})
_SUREST: Final = 1 - 1e-9
#: A column for each head, in the order of the file.
Row = tuple[float, ...]
_REMEMBERED: Final = 50_000
#: The byte that weighs nothing.
NOTHING: Final = 128


@dataclass(frozen=True, slots=True)
class Head:
    """One question: the weight of one step, the calibration and when the answer is yes."""

    name: str
    scale: float
    bias: float
    slope: float
    offset: float
    threshold: float

    def chance(self, weighed: float) -> float:
        """Return the calibrated chance (0 to 1) of what the features weigh."""
        return _chance(self.slope * (weighed * self.scale + self.bias) + self.offset)


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

    def __init__(self, weights: bytes, heads: int, mask: int) -> None:
        """Read from `weights`, where 128 is nothing; `mask` is the number of buckets less one."""
        super().__init__()
        self._weights, self._heads, self._mask = weights, heads, mask
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
        return Weighed, (self._weights, self._heads, self._mask)

    def rows(self, features: Iterable[str]) -> list[bytes]:
        """Return the weights of each feature, a byte a head; 128 is nothing."""
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
        weights, heads, mask = self._weights, self._heads, self._mask
        return [weights[at : at + heads] for at in [(one & mask) * heads for one in sums]]

    def added(self, rows: Sequence[bytes]) -> list[int]:
        """Return the sum of rows for each head."""
        # Joined, a head's bytes are every so-manieth one: summed in half the time of tuples.
        joined, heads, nothing = b"".join(rows), self._heads, NOTHING * len(rows)
        return [sum(joined[head::heads]) - nothing for head in range(heads)]


@dataclass(frozen=True, slots=True)
class Model:
    """The heads by their place, the words' weights, and from which chances on to look.

    `alarm` is the chance of a crisis from which on a person looks, whatever else is said;
    `joint` are slope and offset of what all heads say together.
    `digest` is the SHA-256 of the file it came from.
    """

    heads: tuple[Head, ...]
    words: Weighed
    check: float
    strong: float
    alarm: float
    digest: str = ""
    joint: tuple[float, float] = (1.0, 0.0)

    def chances(
        self,
        words: Sequence[str],
        near: Iterable[str],
        whole: Iterable[str],
        scene: Iterable[str] = (),
    ) -> Mapping[str, float]:
        """Return each head's calibrated chance for a text of `words`.

        What is `near` counts as the words' neighbours do.
        """
        heads, rows, added, part = self.heads, self.words.rows, self.words.added, share(words)
        told = total([self.words[word] for word in words], len(heads))
        beside = added(self.words.near(words) + rows(near))
        columns = zip(heads, told, beside, added(rows(whole)), added(rows(scene)), strict=True)
        chances = {
            head.name: head.chance((a + NEIGHBOURS * b) * part + WHOLE * c + SCENE * d)
            for head, a, b, c, d in columns
        }
        slope, offset = self.joint
        return {**chances, REPORTABLE: _chance(slope * together(chances) + offset)}

    def pull(self, words: Sequence[str], name: str) -> list[float]:
        """Return how far each word, with half of its neighbours' pairs, pulls towards a head."""
        place = [head.name for head in self.heads].index(name)
        pairs = [row[place] - NOTHING for row in self.words.near(words)]
        return [
            self.words[word][place] + NEIGHBOURS * (pairs[at] + pairs[at + 1]) / 2
            for at, word in enumerate(words)
        ]


def blend(chances: Mapping[str, float]) -> float:
    """Return the chance that a text is reportable, of one that may be a review's sentence.

    Reviews are all about effects, and told in other words than comments are: the surer it is
    one, the more the head counts that was trained on reviews alone.
    """
    plain, review = _logit(chances[REPORTABLE]), _logit(chances[IN_REVIEW])
    return _chance(plain + chances[REVIEW] * (review - plain))


def together(chances: Mapping[str, float]) -> float:
    """Return the logit of what all heads say: half the first one's, half that of any of the others.

    A head that knows one category well notices what the head of them all lets pass.
    """
    others = [chance for name, chance in chances.items() if name not in _GENERAL]
    odds = sum(chance / (1 - min(chance, _SUREST)) for chance in others)
    return (_logit(chances[REPORTABLE]) + log(max(odds, 1 - _SUREST))) / 2


def _chance(logit: float) -> float:
    return 1 / (1 + exp(-max(-40.0, min(40.0, logit))))


def _logit(chance: float) -> float:
    return log(chance / (1 - chance)) if 0 < chance < 1 else 40.0 * (2 * chance - 1)


def total(rows: Sequence[Sequence[float]], heads: int) -> Sequence[float]:
    """Return the sum of each column; of no rows, zeros."""
    return [sum(column) for column in zip(*rows, strict=True)] if rows else [0.0] * heads


def load_model(path: Path) -> Model:
    """Return the model in `path`; LexiconError says what is wrong with the file."""
    try:
        content = path.read_bytes()
        head, _, packed = content.partition(b"\n")
        told = json.loads(head)
        heads = tuple(Head(**one) for one in told["heads"])
        weights = zlib.decompress(packed)
        buckets = 1 << int(told["bits"])
        check, strong, alarm = (float(told[name]) for name in ("check", "strong", "alarm"))
        slope, offset = map(float, told["joint"])
    except (OSError, ValueError, TypeError, KeyError, zlib.error) as error:
        msg = f"{path}: holds no model: {error}"
        raise LexiconError(msg) from error
    if len(weights) != buckets * len(heads):
        msg = f"{path}: holds {len(weights)} weights, not {buckets} for each of {len(heads)} heads"
        raise LexiconError(msg)
    weighed = Weighed(weights, len(heads), buckets - 1)
    digest = sha256(content).hexdigest()
    return Model(heads, weighed, check, strong, alarm, digest, (slope, offset))
