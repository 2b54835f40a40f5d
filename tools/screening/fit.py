"""Fit a head of the model: its weights, its calibration, and from which chance on it says yes."""

from collections.abc import Iterable
from typing import Any, Final

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

from webcare_desk.screening.weights import NOTHING

_COST: Final = 0.1
#: How many steps a weight goes at most: more cost space, and no less found.
STEPS: Final = 15
#: What a comment counts at most that stands for chatter in general.
CHATTER: Final = 0.06


def fit(rows: Any, told: Any, weights: Any, cost: float = _COST) -> tuple[Any, float]:
    """Return coefficients, in whole steps, and intercept.

    A feature counts the more, the rarer it is, and the more often it stands on one side alone
    (its log-count ratio): so what is common to both sides stays small.
    """
    counted = weights > 0
    rows, told, weights = rows[counted], told[counted], weights[counted]
    often = np.bincount(rows.indices, minlength=rows.shape[1])
    rare = np.log((rows.shape[0] + 1) / (often + 1)) + 0.5
    scale = rare * (1 + np.abs(_ratio(rows, told, weights))) / 2
    model = LogisticRegression(
        C=cost, solver="liblinear", dual=True, tol=3e-3, max_iter=60, random_state=7
    )
    scaled = (rows.data * scale[rows.indices], rows.indices, rows.indptr)
    model.fit(sp.csr_matrix(scaled, rows.shape), told, sample_weight=weights)
    coef = model.coef_[0] * scale
    step = float(np.quantile(np.abs(coef[coef != 0]), 0.9995)) / STEPS
    return np.clip(np.round(coef / step), -STEPS, STEPS) * step, float(model.intercept_[0])


def _ratio(rows: Any, told: Any, weights: Any) -> Any:
    """Return the logarithm of how much more often each feature stands where the answer is yes."""
    buckets, each = rows.shape[1], np.diff(rows.indptr)
    yes, no = (
        np.bincount(rows.indices, np.repeat(weights * side, each), buckets) + 1
        for side in (told, ~told)
    )
    return np.log((yes / yes.sum()) / (no / no.sum()))


def left_out(  # noqa: PLR0913, PLR0917 - the whole of a measurement
    rows: Any,
    told: Any,
    weights: Any,
    sources: Any,
    whole: tuple[Any, float],
    groups: Iterable[list[str]],
) -> Any:
    """Return what each comment weighs, by a model that never saw the writers of its group.

    `whole` is the model of all; it never saw a source that counts nothing. A source that is
    chatter alone is not worth a model of its own.
    """
    coef, bias = whole
    outside = rows @ coef + bias
    for together in groups:
        mine = np.isin(sources, together) & (weights > CHATTER)
        if not mine.any():
            continue
        coef, bias = fit(rows[~mine], told[~mine], weights[~mine])
        outside[mine] = rows[mine] @ coef + bias
    return outside


def calibrate(weighed: Any, told: Any, counts: Any) -> tuple[float, ...]:
    """Return a slope for each column of logits and an offset (Platt) that make them one chance.

    The chance holds where comments count so much.
    """
    model = LogisticRegression(C=1e6, max_iter=1000)
    model.fit(weighed, told, sample_weight=counts * len(told) / counts.sum())
    return (*map(float, model.coef_[0]), float(model.intercept_[0]))


def in_steps(coef: Any) -> tuple[float, Any]:
    """Return the weight of one step, and the coefficients in whole steps as the program reads them."""
    step = float(np.abs(coef).max()) / STEPS
    return step, (np.round(coef / step) + NOTHING).astype(np.uint8)


def burden(chance: Any, counts: Any, part: float) -> float:
    """Return the chance that this part of a stream reaches."""
    order = np.argsort(-chance)
    sums = np.cumsum(counts[order]) / counts.sum()
    return float(chance[order][min(np.searchsorted(sums, part), len(order) - 1)])


def area(chance: Any, told: Any) -> float:
    """Return the area under the curve; ties count as they fall."""
    ranks = np.argsort(np.argsort(chance, kind="stable"), kind="stable") + 1
    yes = int(told.sum())
    return float((ranks[told].sum() - yes * (yes + 1) / 2) / (yes * (len(told) - yes)))
