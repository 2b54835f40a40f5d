"""Measure the hints of who writes and how they are on comments that were labelled by hand.

    python tools/measure_hints.py

`tools/hints/labelled.jsonl` holds comments drawn by lot from two Dutch and two English writers,
labelled by what the text alone says; the phrases of `hints.json` were there before.
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from webcare_desk.domain.hint import HintKind  # noqa: E402 - the path comes first
from webcare_desk.screening.hints import hints_of, load_hints  # noqa: E402 - the same
from webcare_desk.screening.measure import Share  # noqa: E402 - the same


def main() -> None:
    """Print for each kind how many hints are right, and how many of those due are given."""
    phrases = load_hints(ROOT / "resources/lexicons")
    lines = (ROOT / "tools/hints/labelled.jsonl").read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines]
    true = [set(one["hints"]) for one in told]
    given = [{hint.kind.value for hint in hints_of(one["text"], phrases)} for one in told]
    print(f"{len(told)} comments, {sum(map(len, true))} labels, {sum(map(len, given))} hints")
    for kind in ("all", *(kind.value for kind in HintKind)):
        names = {kind} if kind != "all" else {one.value for one in HintKind}
        both = sum(len(a & b & names) for a, b in zip(true, given, strict=True))
        due, made = (sum(len(one & names) for one in some) for some in (true, given))
        print(f"{kind:14} right {Share('', both, made)}; given {Share('', both, due)}")


if __name__ == "__main__":
    main()
