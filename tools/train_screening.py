"""Train the model beside the lexicon, and write `resources/screening/model.bin`.

    python tools/train_screening.py OTHERS [--measure]

in an environment with scikit-learn beside the program's own packages. OTHERS is a folder with
`psytar_sentences.jsonl`, `goemotions_chatter.jsonl` and `hatecheck_nl.jsonl` (see NOTICE), which are
not part of the project. What is written depends on the texts, the lexicon and the seed alone; with
`--measure` nothing is. Everything printed is of writers left out; tests/corpus is never read.
"""

import json
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from joblib import Parallel, delayed

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.screening import measure  # noqa: E402 - the path comes first
from tools.screening.answered import opinions_above  # noqa: E402 - the same
from tools.screening.fit import area, burden, calibrate, fit, in_steps, left_out  # noqa: E402 - the same
from tools.screening.layer import fit_layer, layer_left_out  # noqa: E402 - the same
from tools.screening.questions import (  # noqa: E402 - the same
    DEEP,
    HEADS,
    OTHERS,
    REVIEWS,
    answer,
    answers_of,
    asked,
    is_of_others,
    is_review,
)
from tools.screening.rows import Read, read  # noqa: E402 - the same
from tools.screening.texts import (  # noqa: E402 - the same
    CONTRASTS,
    Comment,
    read_folder,
    read_others,
    read_reviews,
)
from webcare_desk.domain.finding import Tier  # noqa: E402 - the same
from webcare_desk.screening.assess import NAMED  # noqa: E402 - the same
from webcare_desk.screening.correction import moved  # noqa: E402 - the same
from webcare_desk.screening.model import (  # noqa: E402 - the same
    CRISIS,
    IN_REVIEW,
    REPORTABLE,
    REVIEW,
    blend,
    together,
)
from webcare_desk.screening.weights import NOTHING  # noqa: E402 - the same

LEXICONS = ROOT / "resources/lexicons"
#: What was said of comments by writers left out.
CHANCES = ROOT / "build/screening_chances.json"
BITS = 19
QUARTERS = 4
#: Of the chatter one in three is enough.
EVERY = 3
STRONG, CHECK = 0.075, 0.24
#: The recall that a head need not surpass, and the false alarms in a stream that it may make.
RECALL, OTHERWISE = {CRISIS: 0.97}, 0.80
FALSE, MOST_FALSE = {CRISIS: 0.025}, 0.04
#: So much of a stream may be looked at for the sake of a crisis alone.
ALARM = 0.04
ALARMS = (0.02, 0.03, 0.04, 0.05, 0.06, 0.08)
#: A review counts as one from so far below an even chance; and what is an event in one in ten.
LENIENT, STEEP = 0.8, 1.0
EVENTS = 0.12

Told = dict[str, Any]


def main(others: Path, *, keep: bool) -> None:
    """Train on all texts; thresholds and calibration come from writers left out."""
    comments = read_folder(ROOT / "tools/corpus")
    own = len(comments)
    for name in OTHERS:
        comments += read_others(others / f"{name}.jsonl")[::EVERY]
    comments += read_reviews(ROOT / "tools/reviews") + read_others(others / f"{REVIEWS}.jsonl")
    seen = read(comments, LEXICONS, BITS)
    seen = read(comments, LEXICONS, BITS, answered(comments, own, seen))
    layer, units, said = deepen(seen.rows, comments)
    deep = dict(zip(DEEP, said.T, strict=True))
    trained = Parallel(n_jobs=-1)(
        delayed(train)(name, seen.rows, comments, own, deep.get(name)) for name in HEADS
    )
    heads, columns, outside = zip(*trained, strict=True)
    chances = dict(zip(HEADS, outside, strict=True))
    told = {"bits": BITS, "heads": heads, "layer": layer, **limits(chances, comments, seen)}
    if keep:
        write(ROOT / "resources/screening/model.bin", told, np.column_stack([*columns, units]))


def answered(comments: list[Comment], own: int, seen: Read) -> dict[int, Tier]:
    """Return what is said of the comments that others answer, by the place of the answer."""
    told, weights = asked(comments, REPORTABLE)
    counts = in_streams(comments[:own])
    return opinions_above(comments, seen.rows, told, weights, counts, (CHECK, STRONG), LEXICONS)


def deepen(rows: Any, comments: list[Comment]) -> tuple[Told, Any, Any]:
    """Return the layer, its columns, and what it says to each head of comments left out."""
    rows = rows.astype(np.float32)
    answers = np.array([list(answers_of(one)) for one in comments], np.float32)
    weights = asked(comments, REPORTABLE)[1].astype(np.float32)
    whole = fit_layer(rows, answers, weights, len(DEEP))
    sources = np.array([one["source"] for one in comments])
    own = sorted({one["source"] for one in comments if not is_of_others(one)})
    said = layer_left_out(rows, answers, weights, sources, own, whole)
    return whole.told(), whole.columns(), said


def limits(chances: dict[str, Any], comments: list[Comment], seen: Read) -> Told:
    """Return how the heads are joined and from which chances on to look; print what is found."""
    own = sum(not is_of_others(one) for one in comments)
    counts = in_streams(comments[:own])
    joint = np.array([together(one) for one in each(chances)])
    reportable = np.array([answer(one, REPORTABLE) for one in comments[:own]])
    slope, offset = calibrate(joint[:own, None], reportable, counts)
    joined = {**chances, REPORTABLE: 1 / (1 + np.exp(-(joint * slope + offset)))}
    found = blended(joined, comments, seen.named)
    strong = burden(found[:own], counts, STRONG)
    crisis = chances[CRISIS][:own]
    tell_alarms(crisis, comments[:own], counts)
    alarm = burden(crisis, counts, ALARM)
    # What is looked at anyway is a part of the burden.
    floors = seen.floors[:own] | (crisis >= alarm)
    check = burden(np.where(floors, 1, found[:own]), counts, CHECK)
    measure.report(found[:own], comments[:own], (check, strong), floors)
    for language in ("nl", "en", "de"):
        mine = [at for at, one in enumerate(comments[:own]) if one["lang"] == language]
        print(language, len(mine))
        flagged = floors[mine] | (found[mine] >= check), found[mine] >= strong
        measure.report_categories(flagged, [comments[at] for at in mine])
    report_reviews(found, comments)
    keep_chances(found[:own], comments[:own], check, strong)
    return {"check": check, "strong": strong, "alarm": alarm, "joint": [slope, offset]}


def keep_chances(found: Any, comments: list[Comment], check: float, strong: float) -> None:
    """Keep what was said of comments by writers left out, for `tools/measure_learning.py`."""
    chances = {
        one["id"]: round(float(chance), 6) for one, chance in zip(comments, found, strict=True)
    }
    told = {"check": check, "strong": strong, "chances": chances}
    CHANCES.parent.mkdir(exist_ok=True)
    CHANCES.write_text(json.dumps(told), encoding="utf-8")


def tell_alarms(crisis: Any, comments: list[Comment], counts: Any) -> None:
    """Print how many crises are seen by what part of a stream is looked at for their sake."""
    true = np.array([one["crisis"] for one in comments])
    for part in ALARMS:
        seen = (crisis >= burden(crisis, counts, part))[true].mean()
        print(f"crisis at {part:.0%} of a stream: {seen:.3f} by its head alone", flush=True)


def in_streams(comments: list[Comment]) -> Any:
    """Return how much each comment counts in a stream; contrasts are none."""
    counts = measure.in_stream(comments)
    return counts * np.array([one["source"] not in CONTRASTS for one in comments])


def each(chances: dict[str, Any]) -> Iterator[dict[str, float]]:
    """Yield every comment's chances, as the program has them."""
    for row in zip(*chances.values(), strict=True):
        yield dict(zip(chances, map(float, row), strict=True))


def train(
    name: str, rows: Any, comments: list[Comment], own: int, deep: Any
) -> tuple[Told, Any, Any]:
    """Return one head, its column of weights, and the chances of comments left out.

    `deep` is what the layer says to it of comments left out; to the heads for reviews it says nothing.
    """
    told, weights = asked(comments, name)
    sources = np.array([one["source"] for one in comments])
    coef, bias = fit(rows, told, weights)
    outside = left_out(rows, told, weights, sources, (coef, bias), parts(set(sources), name))
    counts = np.zeros(len(comments))
    counts[:own] = in_streams(comments[:own])
    if name == IN_REVIEW:
        inside = np.array([is_review(one) for one in comments])
        counts = np.where(told, EVENTS / (told & inside).sum(), (1 - EVENTS) / inside.sum())
        counts *= inside
    both = np.column_stack([outside, np.zeros(len(told)) if deep is None else deep])
    slope, layer, offset = calibrate(both, told, counts)
    if name == REVIEW:
        slope, offset = STEEP, STEEP * LENIENT
    chance = 1 / (1 + np.exp(-(both @ (slope, layer) + offset)))
    counted = counts > 0
    limit = threshold(chance[counted], told[counted], counts[counted], name)
    step, column = in_steps(coef)
    if told[counted].any():
        report_head(name, chance[counted], told[counted], limit)
    calibrated = {"slope": slope, "layer": layer, "offset": offset}
    head = {"name": name, "scale": step, "bias": bias, **calibrated, "threshold": limit}
    return head, column, chance


def parts(sources: set[str], head: str) -> list[list[str]]:
    """Return which writers are left out together: a quarter at a time, for what is reportable each alone."""
    names = sorted(sources)
    if head in {REPORTABLE, IN_REVIEW}:
        return [[name] for name in names]
    return [names[start::QUARTERS] for start in range(QUARTERS)]


def report_head(name: str, chance: Any, told: Any, limit: float) -> None:
    """Print how well one head does on writers left out."""
    recall, false = (chance >= limit)[told].mean(), (chance >= limit)[~told].mean()
    print(f"{name:17} {area(chance, told):.3f} recall {recall:.2f} false {false:.3f}", flush=True)


def blended(chances: dict[str, Any], comments: list[Comment], named: Any) -> Any:
    """Return the chance that the program gives to each comment; `named` are those with an event."""
    raised = [
        moved(float(one), NAMED) if event else float(one)
        for one, event in zip(chances[REPORTABLE], named, strict=True)
    ]
    both = {name: chances[name] for name in (REVIEW, IN_REVIEW)}
    return np.array(
        [
            blend({REPORTABLE: raised[at], **{name: float(both[name][at]) for name in both}})
            if one["lang"] == "en" and not one.get("page_product") and not one.get("parent")
            else raised[at]
            for at, one in enumerate(comments)
        ]
    )


def threshold(chance: Any, told: Any, counts: Any, head: str) -> float:
    """Return the chance from which a head says yes: its recall, or the false alarms it may make."""
    if head in {REVIEW, IN_REVIEW}:
        return 0.5
    wanted = float(np.quantile(chance[told], 1 - RECALL.get(head, OTHERWISE)))
    return max(wanted, burden(chance[~told], counts[~told], FALSE.get(head, MOST_FALSE)))


def report_reviews(chance: Any, comments: list[Comment]) -> None:
    """Print the area under the curve on each drug's reviews, which were left out."""
    for source in sorted({one["source"] for one in comments if is_review(one)}):
        mine = np.array([one["source"] == source for one in comments])
        told = np.array([answer(one, IN_REVIEW) for one in comments])
        print(f"{source}: area {area(chance[mine], told[mine]):.3f}", flush=True)


def write(target: Path, told: Told, weights: Any) -> None:
    """Write the model and say how big it is."""
    target.parent.mkdir(exist_ok=True)
    tables = np.split(weights, [len(told["heads"])], axis=1)
    used = [(each != NOTHING).any(axis=1) for each in tables]
    # Neighbouring buckets have nothing in common: to look for repetitions only costs room.
    packer = zlib.compressobj(9, strategy=zlib.Z_HUFFMAN_ONLY)
    parts = [(used[0] + 2 * used[1]).astype(np.uint8)]
    parts += [each[those] for each, those in zip(tables, used, strict=True)]
    packed = b"".join(packer.compress(part.tobytes()) for part in parts) + packer.flush()
    target.write_bytes(json.dumps(told).encode() + b"\n" + packed)
    print(f"{target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]), keep="--measure" not in sys.argv)
