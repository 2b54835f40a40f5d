"""Fit the hidden layer: a few sums over all features, of which each counts from nothing on.

What a linear head weighs feature by feature, such a sum weighs together. Plain numpy, so that
the same texts and seed give the same weights.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import scipy.sparse as sp
from joblib import Parallel, delayed

from webcare_desk.screening.weights import NOTHING

UNITS: Final = 24
#: How many steps a weight goes at most.
_STEPS: Final = 7
_EPOCHS: Final = 8
_BATCH: Final = 256
#: How far a weight moves at first (Adagrad): in the sums, and behind them.
_RATE: Final = 0.1
_OUTER_RATE: Final = 0.05
#: Which part of its features a text is shown without, and which part of the sums.
_UNSEEN: Final = 0.5
_UNHEARD: Final = 0.2
#: A feature of fewer texts is not weighed.
_OFTEN: Final = 20
_START: Final = 0.02
_SEED: Final = 7
#: How much the first question counts beside each of the others.
_FIRST: Final = 3.0
#: What a text is taken for before anything was learnt: one in twenty.
_BEFORE: Final = -3.0
_TINY: Final = 1e-10
_FOLDS: Final = 8


@dataclass(frozen=True, slots=True)
class Layer:
    """Whole steps `(buckets, units)` of size `step`, a bias a unit, and what each unit says.

    `out` is `(units, heads)`, with an offset for each head.
    """

    steps: Any
    step: float
    bias: Any
    out: Any
    offset: Any

    def __call__(self, rows: Any) -> Any:
        """Return the logits `(rows, heads)`."""
        sums = (rows @ self.steps) * self.step + self.bias
        return np.maximum(sums, 0) @ self.out + self.offset

    def told(self) -> dict[str, Any]:
        """Return what the program reads beside the columns."""
        told = {"bias": self.bias, "out": self.out, "offset": self.offset}
        return {"scale": self.step, **{name: one.tolist() for name, one in told.items()}}

    def columns(self) -> Any:
        """Return the weights as the program reads them, a column a unit."""
        return (self.steps + NOTHING).astype(np.uint8)


def fit_layer(rows: Any, answers: Any, weights: Any, heads: int) -> Layer:
    """Return a layer that learnt to answer all questions at once; the first `heads` are kept.

    `answers` are 0 or 1, a row a text and a column a question: the others teach the sums to
    tell apart what the first alone would not.
    """
    counted = np.flatnonzero(weights > 0)
    often = np.bincount(rows[counted].indices, minlength=rows.shape[1])
    rare = np.where(often >= _OFTEN, np.log((len(counted) + 1) / (often + 1)) + 0.5, 0) / 8
    rare = rare.astype(np.float32)
    chance = np.random.default_rng(_SEED)
    inner = chance.normal(0, _START, (rows.shape[1], UNITS)).astype(np.float32)
    way = _Descent(inner, np.zeros(UNITS), chance.normal(0, 0.5, (UNITS, answers.shape[1])))
    part = np.where(np.arange(answers.shape[1]) == 0, _FIRST, 1.0)
    part /= part.sum()
    for batch in _batches(counted, chance):
        shown = rows[batch]
        kept = chance.random(len(shown.data), np.float32) >= _UNSEEN
        shown.data = shown.data * rare[shown.indices] * kept / (1 - _UNSEEN)
        way.go(shown, answers[batch], weights[batch][:, None] * part, chance)
    return _in_steps(way.inner * rare[:, None], way, heads)


def _batches(numbers: Any, chance: Any) -> Iterator[Any]:
    for _ in range(_EPOCHS):
        order = chance.permutation(numbers)
        yield from (order[at : at + _BATCH] for at in range(0, len(order), _BATCH))


class _Descent:
    """The weights on their way down, each with a pace of its own (Adagrad)."""

    def __init__(self, inner: Any, bias: Any, out: Any) -> None:
        self.inner, self.bias, self.out = inner, bias, out
        self.offset = np.full(out.shape[1], _BEFORE)
        self._walked = [np.full_like(one, _TINY) for one in (inner, bias, out, self.offset)]

    def go(self, shown: Any, answers: Any, parts: Any, chance: Any) -> None:
        """Take one step for a batch, of which each answer counts so much."""
        columns, places = np.unique(shown.indices, return_inverse=True)
        seen = sp.csr_matrix((shown.data, places, shown.indptr), (len(answers), len(columns)))
        sums = seen @ self.inner[columns] + self.bias
        heard = (sums > 0) * (chance.random(sums.shape) >= _UNHEARD) / (1 - _UNHEARD)
        said = sums * heard
        found = 1 / (1 + np.exp(-(said @ self.out + self.offset)))
        wrong = (found - answers) * parts / len(answers)
        back = (wrong @ self.out.T) * heard
        self._down(0, self.inner, seen.T @ back, _RATE, columns)
        self._down(1, self.bias, back.sum(0), _OUTER_RATE)
        self._down(2, self.out, said.T @ wrong, _OUTER_RATE)
        self._down(3, self.offset, wrong.sum(0), _OUTER_RATE)

    def _down(self, which: int, values: Any, slope: Any, rate: float, at: Any = ...) -> None:
        self._walked[which][at] += slope**2
        values[at] -= rate * slope / np.sqrt(self._walked[which][at])


def _in_steps(weights: Any, way: _Descent, heads: int) -> Layer:
    step = float(np.quantile(np.abs(weights[weights != 0]), 0.9995)) / _STEPS
    steps = np.clip(np.round(weights / step), -_STEPS, _STEPS)
    return Layer(steps, step, way.bias, way.out[:, :heads], way.offset[:heads])


def layer_left_out(  # noqa: PLR0913, PLR0917 - the whole of a measurement
    rows: Any, answers: Any, weights: Any, sources: Any, own: Sequence[str], whole: Layer
) -> Any:
    """Return what the layer says of each comment `(comments, heads)`, by one that never saw its writer.

    An eighth of our `own` writers is left out at a time; of the others' texts speaks `whole`.
    """
    outside, heads = whole(rows), len(whole.offset)
    parts = [np.isin(sources, own[start::_FOLDS]) for start in range(_FOLDS)]
    told = Parallel(n_jobs=-1)(
        delayed(fit_layer)(rows[~mine], answers[~mine], weights[~mine], heads) for mine in parts
    )
    for mine, layer in zip(parts, told, strict=True):
        outside[mine] = layer(rows[mine])
    return outside
