"""The log on paper: a PDF in which nothing is cut. Imported when first needed (`reportlab`)."""

import io
from collections.abc import Callable, Iterable

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Spacer

from webcare_desk.pv.block import Block, Cell, Line, row
from webcare_desk.pv.typeset import BOLD, REGULAR, Face, load_fonts
from webcare_desk.reports.case_file import Cover
from webcare_desk.reports.sentences import Step, moment

_MARGIN = 18 * mm
_INNER = A4[0] - 2 * _MARGIN
_TIME, _TEXT = 0.0, 112.0
_TITLE = Face(BOLD, 15.0)
_BODY = Face(REGULAR, 8.5)
_STRONG = Face(BOLD, 8.5)
_GREY = Face(REGULAR, 7.0, "#5b6b74")
_MARKED = Face(BOLD, 7.0, "#9a4b00")


def to_pdf(cover: Cover, steps: Iterable[Step]) -> bytes:
    """Return the entries as sentences, each change marked with its old and new value."""
    load_fonts()
    target = io.BytesIO()
    document = BaseDocTemplate(
        target, pagesize=A4, invariant=1, title="The log of the desk", creator="Webcare Desk"
    )
    frame = Frame(_MARGIN, 20 * mm, _INNER, A4[1] - _MARGIN - 20 * mm, 0, 0, 0, 0)
    footer = _footer(f"{cover.origin} · root {cover.root[:16]}…")
    document.addPageTemplates([PageTemplate(frames=[frame], onPage=footer)])
    blocks: list[Flowable] = [*_cover(cover), Spacer(1, 6 * mm)]
    blocks += [Block(_lines(step)) for step in steps]
    document.build(blocks)
    return target.getvalue()


def _cover(cover: Cover) -> list[Flowable]:
    facts = [
        ("Log", cover.origin),
        ("Entries", f"{cover.shown} of {cover.size} are shown"),
        ("Merkle root", cover.root),
        ("Public key", cover.key),
        ("Exported", f"{moment(cover.made_at)} by {cover.made_by}"),
        *(("Only", chosen) for chosen in cover.filters),
    ]
    lines: list[Line] = []
    for name, value in facts:
        lines += row(
            Cell(name, _TIME, _TEXT, _GREY), Cell(value, _TEXT, _INNER - _TEXT, _BODY), ruled=True
        )
    title = row(Cell("The log of the desk", 0, _INNER, _TITLE))
    return [Block(title), Spacer(1, 3 * mm), Block(lines)]


def _lines(step: Step) -> list[Line]:
    width = _INNER - _TEXT
    lines = row(
        Cell(moment(step.at), _TIME, _TEXT - 6, _GREY),
        Cell(step.sentence, _TEXT, width, _STRONG if step.is_change else _BODY),
        ruled=True,
    )
    beside = (*step.beside, *([f"reason: {step.reason}"] if step.reason else []))
    lines += row(Cell(" · ".join(beside), _TEXT, width, _GREY))
    for change in (change for change in step.changes if change.is_change):
        text = f"changed: {change.what}: from {change.old} to {change.shown}"
        lines += row(Cell(text, _TEXT, width, _MARKED))
    written = [f"{each.what}: {each.shown}" for each in step.changes if not each.is_change]
    return lines + (row(Cell("; ".join(written), _TEXT, width, _GREY)) if written else [])


def _footer(shown: str) -> Callable[[Canvas, BaseDocTemplate], None]:
    def draw(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.saveState()
        canvas.setFillColor(HexColor(_GREY.colour))
        canvas.setFont(REGULAR, 7.0)
        canvas.drawString(_MARGIN, 11 * mm, shown)
        canvas.drawRightString(A4[0] - _MARGIN, 11 * mm, str(document.page))
        canvas.restoreState()

    return draw
