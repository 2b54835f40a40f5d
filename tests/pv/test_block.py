"""Blocks of lines: what goes on over a page."""

from collections.abc import Iterable

import pytest
from reportlab.platypus import Flowable

from webcare_desk.pv.block import Block, Cell, Line, row
from webcare_desk.pv.typeset import BOLD, Face, load_fonts


def texts(lines: Iterable[Line]) -> list[str]:
    return [run.text for line in lines for run in line.runs]


def texts_of(block: Flowable) -> list[str]:
    """Return the words of a block, line by line."""
    assert isinstance(block, Block)
    return texts(block.lines)


@pytest.mark.parametrize("words", ["rood", "rood " * 300])
def test_what_goes_on_overleaf_has_its_head_there_too(words: str) -> None:
    load_fonts()
    head = row(Cell("This rule does not match", 0, 90.0, Face(BOLD, 8.0)))
    rows = [line for _ in range(20) for line in row(Cell(words, 0, 90.0, Face()))]
    rest: Flowable = Block([*head, *rows], head=len(head))
    shown, pages = [], 0
    while len(parts := rest.split(90.0, 120.0)) > 1:
        page, rest = parts
        assert page.wrap(90.0, 120.0)[1] <= 120.0
        shown += texts_of(page)[len(head) :]
        pages += 1
        assert texts_of(rest)[: len(head)] == texts_of(page)[: len(head)] == texts(head)
    assert (shown + texts_of(rest)[len(head) :], pages > 1) == (texts(rows), True)
    assert Block([*head, *rows], head=len(head)).split(90.0, 24.0) == [], "a head alone is nothing"
