"""A manual on paper: a PDF with contents, links, bookmarks and page numbers.

Deterministic: the same manual gives the same bytes. Imported when first needed (`reportlab`).
"""

import io
from collections.abc import Callable
from dataclasses import dataclass, field

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from webcare_desk.pv.typeset import REGULAR, load_fonts, spelled
from webcare_desk.reports.manual.content import Manual
from webcare_desk.reports.manual.laying import INNER, MARGIN, laid_out
from webcare_desk.reports.manual.words import said

_FOOT = 22 * mm
_SOFT = "#5b6b74"


@dataclass(slots=True)
class Found:
    """The page on which each section begins, by its anchor, and how many pages there are."""

    pages: dict[str, int] = field(default_factory=dict)
    total: int = 0


def to_pdf(manual: Manual) -> bytes:
    """Return the manual as PDF."""
    load_fonts()
    # Twice: only after the first time is it known on which page a section stands.
    found = Found()
    _built(manual, found)
    return _built(manual, found)


def _built(manual: Manual, found: Found) -> bytes:
    target = io.BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=A4,
        invariant=1,
        title=manual.title,
        creator="Webcare Desk",
        lang=manual.language,
    )
    frame = Frame(MARGIN, _FOOT, INNER, A4[1] - MARGIN - _FOOT, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate(frames=[frame], onPage=_footer(manual, found))])
    flowables: list[Flowable] = list(laid_out(manual, found.pages))
    document.build(flowables)
    found.total = document.page
    return target.getvalue()


def _footer(manual: Manual, found: Found) -> Callable[[Canvas, BaseDocTemplate], None]:
    def draw(canvas: Canvas, document: BaseDocTemplate) -> None:
        number = said("page", manual.language).format(page=document.page, pages=found.total)
        canvas.saveState()
        canvas.setStrokeColor(HexColor("#d9e1e4"))
        canvas.setLineWidth(0.5)
        canvas.line(MARGIN, 15 * mm, A4[0] - MARGIN, 15 * mm)
        canvas.setFillColor(HexColor(_SOFT))
        canvas.setFont(REGULAR, 7.0)
        canvas.drawString(MARGIN, 11 * mm, spelled(manual.foot))
        canvas.drawRightString(A4[0] - MARGIN, 11 * mm, number)
        canvas.restoreState()

    return draw
