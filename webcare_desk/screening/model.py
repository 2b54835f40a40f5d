"""A model over hashed features: a linear head for each question, and a small layer beside them.

The file is one line of JSON (heads, layer, calibration, thresholds) and, zlib-packed, a byte for each of
`2 ** bits` buckets (1 if it weighs anything in the heads, 2 in the layer, 3 in both), the weights of the
first (a byte for each head, 128 is nothing) and those of the second (a byte for each unit).
"""

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, repeat
from math import exp, log
from pathlib import Path
from typing import Final

from webcare_desk.errors import LexiconError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said, reason_of
from webcare_desk.screening.features import NEIGHBOURS, PIECE, SCENE, WHOLE, Shown, share
from webcare_desk.screening.weights import Table, Weighed

#: The heads that are no category: whether anything is reportable, and a person in crisis.
REPORTABLE: Final = "reportable"
CRISIS: Final = "crisis"
#: Whether it is a sentence of a review of a drug, and whether such a one tells of an event.
REVIEW: Final = "review"
IN_REVIEW: Final = "event in a review"
# The heads that say nothing of one category or of a crisis.
_GENERAL: Final = frozenset({REPORTABLE, REVIEW, IN_REVIEW})
_SUREST: Final = 1 - 1e-9
# What the whole of a text and its scene count, in steps of which both are made.
_STEP: Final = 0.05
_WHOLE_STEPS, _SCENE_STEPS = round(WHOLE / _STEP), round(SCENE / _STEP)
# Logits beyond this are as good as certain.
_CERTAIN: Final = 40.0
# Which buckets have a row in the table of the heads, and which in that of the layer.
_TABLES: Final = ((b"\2\3", b"\0\1"), (b"\1\2\3", b"\0\1\1"))


@dataclass(frozen=True, slots=True)
class Head:
    """One question: the weight of one step, the calibration and when the answer is yes.

    `slope` and `layer` say how far the head's own logit counts, and the layer's.
    """

    name: str
    scale: float
    bias: float
    slope: float
    offset: float
    threshold: float
    layer: float = 0.0

    def chance(self, weighed: float, layer: float = 0.0) -> float:
        """Return the calibrated chance (0 to 1) of what the features weigh, here and in the layer."""
        own = self.slope * (weighed * self.scale + self.bias)
        return _chance(own + self.layer * layer + self.offset)


@dataclass(frozen=True, slots=True)
class Layer:
    """A few sums over all features, of which each counts from nothing on.

    So one feature turns what another says, which no linear head can. `scale` is the weight of a
    step; each unit has a bias, and says so much for each of the first heads (`out`).
    """

    scale: float
    bias: tuple[float, ...]
    out: tuple[tuple[float, ...], ...]
    offset: tuple[float, ...]

    def logits(self, sums: Iterable[float]) -> list[float]:
        """Return what the units say together to each head, of the sums of their columns."""
        said = list(self.offset)
        for one, bias, out in zip(sums, self.bias, self.out, strict=True):
            if (loud := self.scale * one + bias) > 0:
                said = [so_far + loud * says for so_far, says in zip(said, out, strict=True)]
        return said


@dataclass(frozen=True, slots=True)
class Joint:
    """How far all heads together count for what is reportable (logits)."""

    slope: float = 1.0
    offset: float = 0.0

    def chance(self, heads: float) -> float:
        """Return the calibrated chance."""
        return _chance(self.slope * heads + self.offset)


@dataclass(frozen=True, slots=True)
class Model:
    """The heads by their place, the layer, what features weigh, and from which chances on to look.

    `alarm` is the chance of a crisis from which on a person looks, whatever else is said.
    `digest` is the SHA-256 of the file it came from.
    """

    heads: tuple[Head, ...]
    weighed: Weighed
    check: float
    strong: float
    alarm: float
    digest: str = ""
    layer: Layer = Layer(0.0, (), (), ())
    joint: Joint = Joint()

    def chances(self, shown: Shown) -> Mapping[str, float]:
        """Return each head's calibrated chance for a text that shows these features."""
        weighed, part = self.weighed, share(shown.words)
        columns = zip(
            weighed.words.told((1, shown.words)),
            weighed.added(weighed.near(shown.words) + weighed.buckets(shown.near)),
            weighed.added(weighed.buckets(shown.ends)),
            weighed.shared.told((_WHOLE_STEPS, shown.whole), (_SCENE_STEPS, shown.scene)),
            strict=True,
        )
        sums = [
            (PIECE * words + NEIGHBOURS * near) * part + WHOLE * ends + _STEP * shared
            for words, near, ends, shared in columns
        ]
        said = chain(self.layer.logits(sums[len(self.heads) :]), repeat(0.0))
        each = zip(self.heads, sums, said, strict=False)
        chances = {head.name: head.chance(own, layer) for head, own, layer in each}
        return {**chances, REPORTABLE: self.joint.chance(together(chances))}

    def pull(self, words: Sequence[str], name: str) -> list[float]:
        """Return how far each word, with half of its neighbours' pairs, pulls towards a head."""
        place = [head.name for head in self.heads].index(name)
        weighed = self.weighed
        pairs = [weighed.heads.weight(bucket, place) for bucket in weighed.near(words)]
        return [
            PIECE * weighed.words.told((1, [word]))[place]
            + NEIGHBOURS * (pairs[at] + pairs[at + 1]) / 2
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
    bounded = -_CERTAIN if logit < -_CERTAIN else min(logit, _CERTAIN)
    return 1 / (1 + exp(-bounded))


def _logit(chance: float) -> float:
    return log(chance / (1 - chance)) if 0 < chance < 1 else _CERTAIN * (2 * chance - 1)


def load_model(path: Path) -> Model:
    """Return the model in `path`; LexiconError says what is wrong with the file."""
    try:
        content = path.read_bytes()
        head, _, packed = content.partition(b"\n")
        told = json.loads(head)
        heads = tuple(Head(**one) for one in told["heads"])
        unpacked = zlib.decompress(packed)
        buckets = 1 << int(told["bits"])
        check, strong, alarm = (float(told[name]) for name in ("check", "strong", "alarm"))
        layer = _layer(**told["layer"])
        joint = Joint(*map(float, told["joint"]))
    except (OSError, ValueError, TypeError, KeyError, zlib.error) as error:
        msg = QT_TRANSLATE_NOOP("Said", "{path}: holds no model: {reason}")
        raise LexiconError(Said.of(msg, path=path, reason=reason_of(error))) from error
    try:
        weighed = _weighed(unpacked[:buckets], unpacked[buckets:], len(heads), len(layer.bias))
    except ValueError as error:
        msg = QT_TRANSLATE_NOOP("Said", "{path}: holds {reason}")
        raise LexiconError(Said.of(msg, path=path, reason=reason_of(error))) from error
    digest = sha256(content).hexdigest()
    return Model(heads, weighed, check, strong, alarm, digest, layer, joint)


def _weighed(used: bytes, weights: bytes, heads: int, units: int) -> Weighed:
    """Return the tables of the heads and of the layer; ValueError where the sizes do not fit."""
    both = used.count(3)
    rows = [(used.count(1) + both) * heads, (used.count(2) + both) * units]
    if len(used.strip(bytes(range(4)))) or len(weights) != sum(rows):
        msg = f"{len(weights)} weights, not {heads} and {units} for each of the buckets that have them"
        raise ValueError(msg)
    own, units_own = (used.translate(bytes.maketrans(*each)) for each in _TABLES)
    return Weighed(
        Table(own, weights[: rows[0]], heads), Table(units_own, weights[rows[0] :], units)
    )


def _layer(scale: float, bias: list[float], out: list[list[float]], offset: list[float]) -> Layer:
    if len(bias) != len(out) or any(len(one) != len(offset) for one in out):
        msg = f"{len(bias)} units of the layer, and {len(out)} that say something"
        raise ValueError(msg)
    return Layer(scale, tuple(bias), tuple(map(tuple, out)), tuple(offset))
