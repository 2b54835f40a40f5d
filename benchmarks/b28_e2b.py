"""28: a report of E2B(R3) written, beside lxml alone building the same tree; read back; attacks.

How soon the slowest attack is refused is measured where the official material is at hand.
"""

import contextlib
import time
from statistics import median
from typing import TYPE_CHECKING

from lxml import etree

from benchmarks.result import Row, interleaved, timed
from tests.support import e2b
from tests.support.cases import batch
from webcare_desk.errors import MessageError
from webcare_desk.pv.e2b.read import read
from webcare_desk.pv.e2b.write import write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

REPORTS = 40
ROUNDS = 5
#: How long refusing an attack may take, in milliseconds.
AT_ONCE = 100.0


def run() -> list[Row]:
    """Return the rows of this benchmark: milliseconds a report, beside lxml alone; and an attack."""
    reports = [batch(seed) for seed in range(REPORTS)]
    messages = [write(each).data for each in reports]
    recipes = [_recipe(etree.fromstring(each)) for each in messages]
    works: list[Callable[[], object]] = [
        lambda: [write(each) for each in reports],
        lambda: [etree.tostring(_made(each), encoding="UTF-8") for each in recipes],
        lambda: [read(each) for each in messages],
        lambda: [list(etree.fromstring(each).iter()) for each in messages],
    ]
    writing, building, reading, parsing = (
        median(times) * 1000 / REPORTS for times in interleaved(works, ROUNDS)
    )
    return [
        _row("report written", writing, "lxml building the same tree", building, 6.0, 3.0),
        _row("report read", reading, "lxml parsing and walking it", parsing, 6.0, 4.0),
        *_attacks(),
    ]


def _attacks() -> list[Row]:
    """Return how long refusing the slowest attack takes."""
    taken = {path.stem: _refusal(path) for path in e2b.files("attacks/*.xml")}
    if not taken:
        return []
    slow = max(taken, key=lambda name: taken[name])
    return [_row(f"attack ({slow})", taken[slow], "limit 100 ms", AT_ONCE, 1.0, 0.5)]


def _refusal(path: "Path") -> float:
    """Return the milliseconds of this process that refusing a message takes."""
    data = path.read_bytes()

    def refuse() -> None:
        with contextlib.suppress(MessageError):
            read(data)
            msg = f"the attack {path.name} was taken"
            raise AssertionError(msg)

    return median(timed(refuse, time.process_time) for _ in range(ROUNDS)) * 1000


Recipe = tuple[str, dict[str, str], str | None, list["Recipe"]]


def _recipe(found: etree._Element) -> Recipe:
    """Return what an element is made of, so that making it takes no reading."""
    plain = {str(name): str(value) for name, value in found.attrib.items()}
    return str(found.tag), plain, found.text, [_recipe(child) for child in found]


def _made(recipe: Recipe, parent: etree._Element | None = None) -> etree._Element:
    tag, attributes, text, children = recipe
    made = (
        etree.Element(tag, attributes)
        if parent is None
        else etree.SubElement(parent, tag, attributes)
    )
    made.text = text
    for child in children:
        _made(child, made)
    return made


def _row(  # noqa: PLR0913, PLR0917 - the columns of the table
    name: str, ours: float, peer_name: str, peer: float, floor: float, goal: float
) -> Row:
    return Row(
        number=28,
        name=name,
        unit="ms",
        ours=ours,
        peer_name=peer_name,
        peer=peer,
        ratio=ours / peer,
        floor=floor,
        goal=goal,
        at_most=True,
    )
