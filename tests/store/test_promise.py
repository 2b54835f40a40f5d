"""What the documentation promises is what the attacks show: row for row."""

import re
from pathlib import Path

from tests.store.test_attacks import ATTACKS

PROMISE = Path(__file__).resolve().parents[2] / "docs" / "log-promise.md"
ROW = re.compile(r"\| ([a-z ]+) \| [^|]+ \| " + r" \| ".join([r"(found|\*\*not\*\*)"] * 4) + r" \|")


def test_the_table_of_the_promise_is_that_of_the_attacks() -> None:
    rows = ROW.findall(PROMISE.read_text(encoding="utf-8"))
    told = {name: tuple(word == "found" for word in words) for name, *words in rows}
    assert told == {name: tuple(seen) for name, (_, *seen) in ATTACKS.items()}
    assert len(told) == len(rows)
