"""A list on paper: a PDF in which nothing is cut. Imported when first needed (`reportlab`)."""

from collections.abc import Iterable, Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from webcare_desk.pv.block import Block, Cell, Line, row
from webcare_desk.pv.pages import INNER, Foot, printed
from webcare_desk.pv.typeset import BOLD, REGULAR, Face, load_fonts

_TEXT = 112.0
_TITLE, _BODY, _GREY = Face(BOLD, 15.0), Face(REGULAR, 8.5), Face(REGULAR, 7.0, "#5b6b74")
Pairs = Sequence[tuple[str, str]]


def draw(title: str, facts: Pairs, rows: Iterable[Pairs], language: str) -> bytes:
    """Return the list: its facts, then each row as lines of name and value; foot in `language`."""
    load_fonts()
    blocks: list[Flowable] = [Block(row(Cell(title, 0, INNER, _TITLE))), Spacer(1, 3 * mm)]
    blocks.append(Block(_pairs(facts)))
    for each in rows:
        blocks += [Spacer(1, 4 * mm), Block(_pairs(each))]
    return printed(blocks, title, Foot(title, language))


def _pairs(pairs: Pairs) -> list[Line]:
    lines: list[Line] = []
    for name, value in pairs:
        lines += row(
            Cell(name, 0.0, _TEXT - 6, _GREY), Cell(value, _TEXT, INNER - _TEXT, _BODY), ruled=True
        )
    return lines
