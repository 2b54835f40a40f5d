"""Train the linear model beside the lexicon, and write `resources/screening/model.bin`.

    python tools/train_screening.py OTHERS

in an environment with scikit-learn beside the program's own packages. OTHERS is a folder with
`psytar_sentences.jsonl`, `goemotions_chatter.jsonl` and `hatecheck_nl.jsonl` (see NOTICE), which are
not part of the project. What is written depends on the texts, the lexicon and the seed alone.
The test part in tests/corpus is never read.
"""

import json
import sys
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from webcare_desk.domain.finding import Language, Tier  # noqa: E402 - the path comes first
from webcare_desk.screening import features as seen_as  # noqa: E402 - the same
from webcare_desk.screening import load_lexicon, prepare  # noqa: E402 - the same
from webcare_desk.screening.assess import CRISIS, REPORTABLE  # noqa: E402 - the same
from webcare_desk.screening.tokens import tokenise, words_of  # noqa: E402 - the same

CATEGORIES = (
    "adverse_event", "lack_of_effect", "pregnancy", "overdose", "medication_error", "misuse",
    "off_label", "quality", "occupational", "interaction", "infection",
)  # fmt: skip
HEADS = (REPORTABLE, CRISIS, *CATEGORIES)
BITS = 17
COST = 0.2
#: How much a text of each further source weighs beside one of our own.
OTHERS = {"psytar_sentences": 0.1, "goemotions_chatter": 0.02, "hatecheck_nl": 0.02}
#: A stream as it is meant: 7 % reportable, 14 % that sound so, the rest chatter.
STREAM = {"reportable": 0.07, "trap": 0.14, "chatter": 0.79}
STRONG, CHECK = 0.10, 0.22
#: The recall that a head need not surpass, and the false alarms in a stream that it may make.
RECALL = {CRISIS: 0.97}
OTHERWISE = 0.80
FALSE = {CRISIS: 0.015}
MOST_FALSE = 0.04

Comment = dict[str, Any]


def main(others: Path) -> None:
    """Train on all texts; thresholds and calibration come from writers left out."""
    corpus = (ROOT / "tools/corpus").glob("*.jsonl")
    own = [one for path in sorted(corpus) for one in lines(path)]
    comments = list(own)
    for name, weight in OTHERS.items():
        comments += [foreign(one, weight) for one in lines(others / f"{name}.jsonl")]
    rows, counts = matrix(comments), stream(own)
    heads, columns, chances = [], [], {}
    for name in HEADS:
        head, column, chances[name] = train(name, rows, comments, own)
        heads.append(head)
        columns.append(column)
    found = chances[REPORTABLE]
    limits = [burden(found, counts, part) for part in (CHECK, STRONG)]
    for language in ("nl", "en"):
        report(language, found, own, limits)
    told = {"bits": BITS, "check": limits[0], "strong": limits[1], "heads": heads}
    write(ROOT / "resources/screening/model.bin", told, np.stack(columns, 1))


def train(
    name: str, rows: Any, comments: list[Comment], own: list[Comment]
) -> tuple[dict[str, Any], Any, Any]:
    """Return one head, its column of weights, and the chances of comments left out."""
    told = np.array([answer(one, name) for one in comments])
    weights = np.array([one.get("weight", 1.0) for one in comments])
    folds, outside = np.array([fold_of(one) for one in comments]), np.zeros(len(own))
    for fold in range(6):
        inside, left = np.flatnonzero(folds != fold), np.flatnonzero(folds[: len(own)] == fold)
        coef, bias = fit(rows[inside], told[inside], weights[inside])
        outside[left] = rows[left] @ coef + bias
    coef, bias = fit(rows, told, weights)
    step = float(np.quantile(np.abs(coef[coef != 0]), 0.9995)) / 127
    told = told[: len(own)]
    slope, offset = calibrate(outside, told, stream(own))
    chance = 1 / (1 + np.exp(-(slope * outside + offset)))
    limit = threshold(chance, told, stream(own), name)
    recall, false = (chance >= limit)[told].mean(), (chance >= limit)[~told].mean()
    print(f"{name:17} {auc(chance, told):.3f} recall {recall:.2f} false {false:.3f}", flush=True)
    head = {"name": name, "scale": step, "bias": bias, "slope": slope, "offset": offset}
    column = np.clip(np.round(coef / step), -127, 127).astype(np.int8)
    return {**head, "threshold": limit}, column, chance


def write(target: Path, told: dict[str, Any], weights: Any) -> None:
    """Write the model and say how big it is."""
    target.parent.mkdir(exist_ok=True)
    packed = zlib.compress(weights.tobytes(), 9)
    target.write_bytes(json.dumps(told).encode() + b"\n" + packed)
    print(f"{target.stat().st_size:,} bytes")


def lines(path: Path) -> list[Comment]:
    """Return the comments of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def foreign(one: Comment, weight: float) -> Comment:
    """Return a comment of another source in the form of our own."""
    told = ["adverse_event"] if one["label"] else []
    if not told and (one["tags"] or {}).get("INF"):
        told = ["lack_of_effect"]
    return {
        "text": one["text"],
        "lang": one["lang"],
        "weight": weight,
        "categories": told,
        "crisis": False,
    }


def answer(one: Comment, head: str) -> bool:
    """Return what the head should say about a comment."""
    if head == REPORTABLE:
        return bool(one["categories"] or one["crisis"])
    return bool(one["crisis"]) if head == CRISIS else head in one["categories"]


def fold_of(one: Comment) -> int:
    """Return which part a comment belongs to: its file, of English its writer; others in none."""
    if "id" not in one:
        return -1
    name = one["id"].rsplit("-", 1)[0]
    parts = {"nl-a": (0,), "nl-b": (1,)}.get(name, (2, 3, 4, 5))
    return parts[zlib.crc32(one["writer"].split()[0].encode()) % len(parts)]


def matrix(comments: list[Comment]) -> Any:
    """Return the features of the comments, as the program sees them."""
    lexicon = load_lexicon(ROOT / "resources/lexicons")
    screeners = {language.value: prepare(lexicon, {}, language) for language in Language}
    values, places, ends = [], [], [0]
    for one in comments:
        screener = screeners[one["lang"]]
        parent = screener(one["parent"]) if one.get("parent") else None
        found = screener(one["text"], parent)
        row: dict[int, float] = {}
        for feature, value in features(one, found, None if parent is None else parent.tier):
            place = zlib.crc32(feature.encode("utf-8", "replace")) & ((1 << BITS) - 1)
            row[place] = row.get(place, 0.0) + value
        places += row.keys()
        values += row.values()
        ends.append(len(places))
    return sp.csr_matrix((values, places, ends), shape=(len(comments), 1 << BITS))


def features(one: Comment, found: Any, parent: Tier | None) -> list[tuple[str, float]]:
    """Return every feature of a comment and what it counts."""
    names = tuple(words_of(one.get("page_product") or "")[:1])
    words = seen_as.seen(tokenise(one["text"]).words, names)
    part = seen_as.share(words)
    told = [(name, value * part) for word in words for name, value in seen_as.of_word(word)]
    told += [(name, seen_as.NEIGHBOURS * part) for name in seen_as.of_neighbours(words)]
    whole = seen_as.of_whole(one["text"], words, found, parent)
    return told + [(name, seen_as.WHOLE) for name in whole]


def fit(rows: Any, told: Any, weights: Any) -> tuple[Any, float]:
    """Return coefficients and intercept; rare features count more, by their document frequency."""
    often = np.asarray((rows > 0).sum(0)).ravel()
    scale = np.log((rows.shape[0] + 1) / (often + 1)) + 0.5
    model = LogisticRegression(
        C=COST, solver="liblinear", dual=True, tol=1e-3, max_iter=100, random_state=7
    )
    model.fit(rows @ sp.diags(scale), told, sample_weight=weights)
    return model.coef_[0] * scale, float(model.intercept_[0])


def stream(comments: list[Comment]) -> Any:
    """Return how much each comment counts so that all of a language look like a stream."""
    kinds = np.array(
        [
            one["lang"]
            + ("reportable" if answer(one, REPORTABLE) else "trap" if one["trap"] else "chatter")
            for one in comments
        ]
    )
    return np.array([STREAM[kind[2:]] / (kinds == kind).sum() / 2 for kind in kinds])


def kind_of(one: Comment) -> str:
    """Return which part of a stream a comment stands for."""
    if answer(one, REPORTABLE):
        return "reportable"
    return "trap" if one["trap"] else "chatter"


def calibrate(weighed: Any, told: Any, counts: Any) -> tuple[float, float]:
    """Return slope and offset (Platt) that make a logit a chance in a stream."""
    model = LogisticRegression(C=1e6, max_iter=1000)
    model.fit(weighed[:, None], told, sample_weight=counts * len(told))
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def threshold(chance: Any, told: Any, counts: Any, head: str) -> float:
    """Return the chance from which a head says yes: its recall, or the false alarms it may make."""
    wanted = float(np.quantile(chance[told], 1 - RECALL.get(head, OTHERWISE)))
    others = counts[~told] / counts[~told].sum()
    return max(wanted, burden(chance[~told], others, FALSE.get(head, MOST_FALSE)))


def burden(chance: Any, counts: Any, part: float) -> float:
    """Return the chance that this part of a stream reaches."""
    order = np.argsort(-chance)
    return float(chance[order][np.searchsorted(np.cumsum(counts[order]), part)])


def auc(chance: Any, told: Any) -> float:
    """Return the area under the curve."""
    ranks = np.argsort(np.argsort(chance)) + 1
    yes = told.sum()
    return float((ranks[told].sum() - yes * (yes + 1) / 2) / (yes * (len(told) - yes)))


def report(language: str, chance: Any, own: list[Comment], limits: list[float]) -> None:
    """Print what the writers that were left out show of one language."""
    here = [at for at, one in enumerate(own) if one["lang"] == language]
    comments, chance = [own[at] for at in here], chance[here]
    counts = 2 * stream(own)[here]
    told = np.array([answer(one, REPORTABLE) for one in comments])
    curve = [
        (chance >= burden(chance, counts, part))[told].mean() for part in (0.05, 0.1, 0.2, 0.3)
    ]
    flagged = [counts[chance >= limit].sum() for limit in limits]
    print(language, f"auc {auc(chance, told):.3f}, recall at 5/10/20/30 %", np.round(curve, 3))
    print(language, "flagged, strong", np.round(flagged, 3))
    for name in ("explicit", "implicit", "trap", "chatter"):
        mine = np.array([name in {one["told"], kind_of(one)} for one in comments])
        print(language, name, np.round((chance >= limits[0])[mine].mean(), 3))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
