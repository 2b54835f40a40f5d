"""How much a model finds on writers that it never saw: on simulated streams, and on hard sets.

A stream is 7 % reportable comments, a quarter that only sound so, and chatter for the rest; each
writer's own comments are weighed until they look like one. Never a random split.
"""

from typing import Any, Final

import numpy as np

from tools.screening.fit import area, burden
from tools.screening.texts import CONTRASTS, Comment, kind_of

#: What a stream is made of.
STREAM: Final = {"reportable": 0.07, "trap": 0.25, "chatter": 0.68}
_BURDENS: Final = (0.05, 0.10, 0.20, 0.30)
_HEAD: Final = (
    "5%   10%  20%  30%  area hard | flagged explicit implicit others crisis traps chatter"
)


def in_stream(comments: list[Comment]) -> Any:
    """Return how much each comment counts so that every writer's look like a stream."""
    kinds = np.array([f"{one['source']} {kind_of(one)}" for one in comments])
    sizes = {kind: int((kinds == kind).sum()) for kind in set(kinds)}
    return np.array([STREAM[kind.rpartition(" ")[2]] / sizes[kind] for kind in kinds])


def report(chance: Any, comments: list[Comment], limits: tuple[float, float], floors: Any) -> None:
    """Print a line for each writer left out, and their mean, of contrasts none.

    `limits` are check and strong.

    At the comments in `floors` somebody looks whatever their chance.
    """
    sources = np.array([one["source"] for one in comments])
    lines = []
    print(f"{'writer':12} {_HEAD}")
    for source in sorted(set(sources)):
        mine = np.flatnonzero(sources == source)
        line = _line(chance[mine], [comments[at] for at in mine], limits, floors[mine])
        if source not in CONTRASTS:
            lines.append(line)
        print(f"{source:12}", _shown(line))
    print(f"{'mean':12}", _shown(np.mean(lines, axis=0)), flush=True)


def report_categories(flagged: tuple[Any, Any], comments: list[Comment]) -> None:
    """Print for each category and trap how many of its comments are flagged, and how many strong."""
    looked, strong = flagged
    names = sorted({name for one in comments for name in (*one["categories"], one["trap"]) if name})
    for name in names:
        mine = np.array([name in (*one["categories"], one["trap"]) for one in comments])
        shares = f"{looked[mine].mean():.2f} strong {strong[mine].mean():.2f}"
        print(f"{name:18} {shares} of {mine.sum()}", flush=True)


def _line(chance: Any, comments: list[Comment], limits: tuple[float, float], floors: Any) -> Any:
    counts = in_stream(comments)
    kinds = np.array([kind_of(one) for one in comments])
    told = kinds == "reportable"
    found = [float((chance >= burden(chance, counts, part))[told].mean()) for part in _BURDENS]
    hard = kinds != "chatter"
    groups = (
        _told(comments, "explicit"),
        _told(comments, "implicit"),
        np.array([_others(one) for one in comments]),
        np.array([bool(one["crisis"]) for one in comments]),
        kinds == "trap",
        kinds == "chatter",
    )
    areas = [area(chance, told), area(chance[hard], told[hard])]
    flagged = (chance >= limits[0]) | floors
    parts = [float((flagged * counts).sum() / counts.sum())]
    return np.array([*found, *areas, *parts, *(float(flagged[group].mean()) for group in groups)])


def _told(comments: list[Comment], how: str) -> Any:
    return np.array(
        [one["told"] == how and "adverse_event" in one["categories"] for one in comments]
    )


def _others(one: Comment) -> bool:
    return bool(one["categories"]) and "adverse_event" not in one["categories"]


def _shown(line: Any) -> str:
    return " ".join(f"{value:.2f}" for value in line)
