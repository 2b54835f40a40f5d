"""What the model makes of the comments that others answer, before it learns from the answers.

"Hier ook" tells as much as what stands above it. The opinion of that comes from models that never
saw the writer, as the program's own comes from a model that never saw the community.
"""

from pathlib import Path
from typing import Any, Final

import numpy as np
from joblib import Parallel, delayed

from tools.screening.fit import burden, fit
from tools.screening.rows import read
from tools.screening.texts import Comment
from webcare_desk.domain.finding import Tier

_FOLDS: Final = 8


def opinions_above(  # noqa: PLR0913, PLR0917 - the whole of a measurement
    comments: list[Comment],
    rows: Any,
    told: Any,
    weights: Any,
    counts: Any,
    parts: tuple[float, float],
    lexicons: Path,
) -> dict[int, Tier]:
    """Return for the place of each answer the tier of what it answers.

    `parts` are what of a stream is at least to be checked, and strong; `counts` say how much
    each comment counts in one, and are as many as the comments are our own.
    """
    answers = [at for at, one in enumerate(comments) if one.get("parent")]
    above = [{**comments[at], "text": comments[at]["parent"], "parent": None} for at in answers]
    shown = read(above, lexicons, rows.shape[1].bit_length() - 1, often=1).rows
    sources = np.array([one["source"] for one in comments])
    writers = sorted(set(sources[: len(counts)]))
    groups = [np.isin(sources, writers[start::_FOLDS]) for start in range(_FOLDS)]
    fitted = Parallel(n_jobs=-1)(
        delayed(fit)(rows[~mine], told[~mine], weights[~mine]) for mine in groups
    )
    outside, said = np.zeros(len(counts)), np.zeros(len(answers))
    for mine, (coef, bias) in zip(groups, fitted, strict=True):
        own, theirs = mine[: len(counts)], mine[answers]
        outside[own] = rows[: len(counts)][own] @ coef + bias
        said[theirs] = shown[theirs] @ coef + bias
    check, strong = (burden(outside, counts, part) for part in parts)
    return {at: _tier(one, check, strong) for at, one in zip(answers, said, strict=True)}


def _tier(weighed: float, check: float, strong: float) -> Tier:
    if weighed >= strong:
        return Tier.STRONG
    return Tier.CHECK if weighed >= check else Tier.NONE
