"""How seldom the program looks for garbage: with few looks, and not without any."""

import gc
from collections.abc import Iterator

import pytest

from webcare_desk.__main__ import main
from webcare_desk.collecting import collect_seldom


@pytest.fixture(autouse=True)
def kept() -> Iterator[None]:
    """Give the other tests back what they had."""
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


def _looks(objects: int) -> int:
    """Return how often the youngest were looked at while `objects` lists were made and kept."""
    gc.collect()
    before = gc.get_stats()[0]["collections"]
    made: list[list[int]] = [[] for _ in range(objects)]
    assert len(made) == objects
    return int(gc.get_stats()[0]["collections"] - before)


def test_a_start_makes_few_looks_and_more_objects_some() -> None:
    often = _looks(50_000)
    collect_seldom()
    assert 1 <= _looks(50_000) * 10 <= often


def test_the_program_begins_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out
    assert gc.get_threshold() == (20_000, 10, 10)
