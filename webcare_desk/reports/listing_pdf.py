"""A list on paper: a PDF in which nothing is cut. Imported when first needed (`reportlab`)."""

import io
from collections.abc import Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Spacer

from webcare_desk.pv.block import Block, Cell, Line, row
from webcare_desk.pv.typeset import BOLD, REGULAR, Face, load_fonts

_MARGIN = 18 * mm
_INNER, _TEXT = A4[0] - 2 * _MARGIN, 112.0
_TITLE, _BODY, _GREY = Face(BOLD, 15.0), Face(REGULAR, 8.5), Face(REGULAR, 7.0, "#5b6b74")


def draw(
    title: str,
    facts: Sequence[tuple[str, str]],
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
) -> bytes:
    """Return the list: its facts, then each row as lines of name and value."""
    load_fonts()
    target = io.BytesIO()
    document = BaseDocTemplate(
        target, pagesize=A4, invariant=1, title=title, creator="Webcare Desk"
    )
    frame = Frame(_MARGIN, 20 * mm, _INNER, A4[1] - _MARGIN - 20 * mm, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate(frames=[frame])])
    blocks: list[Flowable] = [Block(row(Cell(title, 0, _INNER, _TITLE))), Spacer(1, 3 * mm)]
    blocks.append(Block(_pairs(facts)))
    for each in rows:
        told = [(name, value) for name, value in zip(header, each, strict=True) if value]
        blocks += [Spacer(1, 4 * mm), Block(_pairs(told))]
    document.build(blocks)
    return target.getvalue()


def _pairs(pairs: Sequence[tuple[str, str]]) -> list[Line]:
    lines: list[Line] = []
    for name, value in pairs:
        lines += row(
            Cell(name, 0.0, _TEXT - 6, _GREY), Cell(value, _TEXT, _INNER - _TEXT, _BODY), ruled=True
        )
    return lines
