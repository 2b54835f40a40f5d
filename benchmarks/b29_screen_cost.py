"""29: what screening by lexicon and model costs: comments a second, one alone, and loading it.

The comments are those of the test part; the peer is the lexicon alone, on the same comments in the same run.
"""

import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.result import Row, interleaved, middle_ratio
from webcare_desk.paths import resources_dir
from webcare_desk.screening.lines import Line, read_lines
from webcare_desk.screening.model import load_model
from webcare_desk.screening.reader import Reader, load_reader

_CORPUS = Path(__file__).resolve().parent.parent / "tests" / "corpus"
_ROUNDS = 5
_BATCH = 2_000.0
_SINGLE = 5.0
_LOAD = 300.0


def run() -> list[Row]:
    """Return the rows of this benchmark."""
    reader, comments = load_reader(resources_dir(), []), _comments()
    ours, lexicon = interleaved(
        (lambda: _read(reader, comments), lambda: _look(reader, comments)), _ROUNDS
    )
    rate = len(comments) / median(ours)
    alone = sorted(_timed(reader, line) for line in comments)
    slowest = alone[len(alone) * 99 // 100]
    model, both = _loading()
    return [
        Row(
            29, "screen_batch", "comments/s", rate, "2,000 a second", _BATCH,
            rate / _BATCH, 0.5, 1.0, at_most=False,
        ),
        Row(
            29, "screen_batch", "s", median(ours), "the lexicon alone", median(lexicon),
            middle_ratio(ours, lexicon), 6.0, 3.0, at_most=True,
        ),
        Row(
            29, "screen_single_p99", "ms", slowest, "5 ms", _SINGLE,
            slowest / _SINGLE, 2.0, 1.0, at_most=True,
        ),
        Row(
            29, "screen_load_model", "ms", model, "300 ms", _LOAD,
            model / _LOAD, 2.0, 1.0, at_most=True,
        ),
        Row(
            29, "screen_load_all", "ms", both, "300 ms", _LOAD,
            both / _LOAD, 4.0, 1.0, at_most=True,
        ),
    ]  # fmt: skip


def _comments() -> list[Line]:
    files = sorted(_CORPUS.glob("*.jsonl"))
    lines = (line for path in files for line in path.read_text(encoding="utf-8").splitlines())
    return list(read_lines(lines, print))


def _read(reader: Reader, comments: Sequence[Line]) -> None:
    for line in comments:
        reader(line)


def _look(reader: Reader, comments: Sequence[Line]) -> None:
    screener = reader.screeners[reader.prior]
    for line in comments:
        screener(line.text)


def _timed(reader: Reader, line: Line) -> float:
    began = time.perf_counter()
    reader(line)
    return (time.perf_counter() - began) * 1000


def _loading() -> tuple[float, float]:
    """Return the milliseconds to load the model alone, and with the lexicon."""
    model, both = [], []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        load_model(resources_dir() / "screening" / "model.bin")
        model.append(time.perf_counter() - began)
        began = time.perf_counter()
        load_reader(resources_dir(), [])
        both.append(time.perf_counter() - began)
    return median(model) * 1000, median(both) * 1000
