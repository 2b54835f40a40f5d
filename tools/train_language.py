"""Make `resources/lexicons/pieces.json`: which language the pieces of words speak for.

    python tools/train_language.py

Each piece of three letters ("<" and ">" stand at a word's ends) gets, for each language, ten times
the logarithm of how much likelier it is there than on the average of all. It is counted in three
files of `tools/corpus`: the Dutch ones of the first two writers and the English one of the first;
what was written since, and German, is not counted. `tests/corpus` is for measuring.
"""

import json
import sys
from collections import Counter
from math import log
from pathlib import Path

from webcare_desk.screening.language import pieces_of
from webcare_desk.screening.tokens import words_of

ROOT = Path(__file__).resolve().parent.parent
MOST, LEAST, SMOOTH, TENTHS = 1500, 4, 0.5, 10


def main() -> None:
    """Count, weigh, and write the pieces that tell most."""
    counts: dict[str, Counter[str]] = {}
    for file in sorted((ROOT / "tools" / "corpus").glob("*-?.jsonl")):
        of = counts.setdefault(file.stem.split("-")[0], Counter())
        for line in file.read_text(encoding="utf-8").splitlines():
            for word in words_of(json.loads(line)["text"]):
                of.update(pieces_of(word))
    shares = {
        language: {
            piece: (of[piece] + SMOOTH) / of.total() for piece in set().union(*counts.values())
        }
        for language, of in counts.items()
    }
    weights = {
        piece: _weights([share[piece] for share in shares.values()])
        for piece in set().union(*counts.values())
        if sum(of[piece] for of in counts.values()) >= LEAST
    }
    telling = sorted(weights, key=lambda piece: (-max(map(abs, weights[piece])), piece))[:MOST]
    made = {"languages": list(shares), "pieces": {one: weights[one] for one in sorted(telling)}}
    target = ROOT / "resources" / "lexicons" / "pieces.json"
    target.write_text(json.dumps(made, ensure_ascii=False) + "\n", encoding="utf-8")


def _weights(shares: list[float]) -> list[int]:
    middle = sum(map(log, shares)) / len(shares)
    return [round(TENTHS * (log(share) - middle)) for share in shares]


if __name__ == "__main__":
    print(__doc__) if sys.argv[1:] else main()
