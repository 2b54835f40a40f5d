"""Simulate what a desk learns from its own decisions, on comments by writers that the model never saw.

    python tools/measure_learning.py

after `tools/train_screening.py`, which keeps what was said of comments by writers left out in
`build/screening_chances.json`. Half of a writer's comments are decided on, in an order drawn by
lot: what is flagged is escalated where it is reportable, and closed as no report where it is not.
The recall is that in a stream made of the other half, before and after so many decisions.
"""

import json
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from statistics import mean

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.screening.texts import CONTRASTS, Comment, kind_of, read_folder  # noqa: E402 - the path comes first
from webcare_desk.domain.finding import Language  # noqa: E402 - the same
from webcare_desk.domain.learning import Correction  # noqa: E402 - the same
from webcare_desk.screening import load_lexicon, prepare  # noqa: E402 - the same
from webcare_desk.screening.correction import features, learnt, moved, shift  # noqa: E402 - the same
from webcare_desk.screening.features import seen  # noqa: E402 - the same
from webcare_desk.screening.screener import Screener  # noqa: E402 - the same

CHANCES = ROOT / "build/screening_chances.json"
DECISIONS = (0, 50, 100, 200, 400)
BURDENS = (0.1, 0.2)
SEED = 7
#: What a stream is made of, as in the training.
STREAM = {"reportable": 0.07, "trap": 0.25, "chatter": 0.68}


@dataclass(frozen=True, slots=True)
class Seen:
    """A comment as the correction sees it; `score` is the model's own."""

    kind: str
    score: float
    buckets: tuple[int, ...]


def main() -> None:
    """Print the mean recall over the writers, at each burden and number of decisions."""
    told = json.loads(CHANCES.read_text(encoding="utf-8"))
    first = prepare(load_lexicon(ROOT / "resources/lexicons"), {}, Language.NL)
    comments = [one for one in read_folder(ROOT / "tools/corpus") if one["id"] in told["chances"]]
    recalls: dict[int, list[list[float]]] = {number: [] for number in DECISIONS}
    for writer, group in groupby(comments, key=lambda one: one["source"]):
        if writer in CONTRASTS:
            continue
        read = [_seen(one, told["chances"][one["id"]], first) for one in group]
        for number, recall in _replayed(read, told["check"]).items():
            recalls[number].append(recall)
    writers = len(recalls[0])
    print(f"{writers} writers left out; recall in a stream of the half that nobody decided on")
    for number, rows in recalls.items():
        shown = ", ".join(
            f"{mean(column):.3f} at {burden:.0%}"
            for burden, column in zip(BURDENS, zip(*rows, strict=True), strict=True)
        )
        print(f"after {number:3} decisions: {shown}")


def _seen(one: Comment, score: float, first: Screener) -> Seen:
    look = replace(first, prior=Language(one["lang"])).look(one["text"])
    return Seen(kind_of(one), score, features(look.screening, seen(look.tokens.words, ()), ()))


def _replayed(read: list[Seen], check: float) -> dict[int, list[float]]:
    """Return the recall at each burden after each number of decisions."""
    random.Random(SEED).shuffle(read)  # noqa: S311 - a lot, no secret
    decided, others = read[::2], read[1::2]
    flagged = [one for one in decided if one.score >= check]
    correction, found = Correction(), {}
    for number in range(max(DECISIONS) + 1):
        if number in DECISIONS:
            found[number] = [_recall(others, correction, burden) for burden in BURDENS]
        if number < len(flagged):
            one = flagged[number]
            is_report = one.kind == "reportable"
            correction = learnt(
                correction, one.buckets, one.score, is_report=is_report, version=number + 1
            )
    return found


def _recall(comments: Sequence[Seen], correction: Correction, burden: float) -> float:
    kinds = [one.kind for one in comments]
    scores = [moved(one.score, shift(correction, one.buckets)) for one in comments]
    ranked = sorted(zip(scores, kinds, strict=True), key=lambda one: (-one[0], one[1]))
    looked = missed = 0.0
    for _, kind in ranked:
        looked += STREAM[kind] / kinds.count(kind)
        missed += kind == "reportable" and looked > burden
    return 1 - missed / kinds.count("reportable")


if __name__ == "__main__":
    main()
