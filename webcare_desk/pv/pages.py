"""Blocks on numbered A4 pages. Deterministic; imported when first needed (`reportlab`)."""

import io
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from webcare_desk.pv.labels import label
from webcare_desk.pv.typeset import Face, wrap

MARGIN = 18 * mm
INNER = A4[0] - 2 * MARGIN
_FOOT = 24 * mm
_HIGH = A4[1] - MARGIN - _FOOT
ACCENT = "#0f6b6b"
GREY = Face(size=7.5, colour="#5d6f78")


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands under every page: a name, and the page of how many in `language` (nl, else en)."""

    name: str
    language: str


def printed(blocks: Sequence[Flowable], title: str, foot: Foot) -> bytes:
    """Return the blocks as a PDF."""
    # Paginated twice: only after the first time is the number of pages known.
    _, total = _built(blocks, title, foot, _Blank, 0)
    pdf, _ = _built(blocks, title, foot, Canvas, total)
    return pdf


class _Blank(Canvas):
    """Pages without text: enough to count them."""

    def drawString(self, *_args: object, **_options: object) -> None:  # noqa: N802 - reportlab
        """Draw nothing."""


def _built(
    blocks: Sequence[Flowable], title: str, foot: Foot, canvas: type[Canvas], total: int
) -> tuple[bytes, int]:
    target = io.BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=A4,
        invariant=1,
        title=title,
        creator="Webcare Desk",
        lang=foot.language,
    )
    frame = Frame(MARGIN, _FOOT, INNER, _HIGH, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate(frames=[frame], onPage=_footer(foot, total))])
    # A flowable remembers that it was moved to the next page: each pass gets its own.
    document.build([copy(flowable) for flowable in blocks], canvasmaker=canvas)
    return target.getvalue(), document.page


def _footer(foot: Foot, total: int) -> Callable[[Canvas, BaseDocTemplate], None]:
    shown = wrap(foot.name, GREY, INNER * 0.7)[0]

    def draw(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.saveState()
        canvas.setStrokeColor(HexColor(ACCENT))
        canvas.setLineWidth(0.6)
        canvas.line(MARGIN, 17 * mm, A4[0] - MARGIN, 17 * mm)
        canvas.setFillColor(HexColor(GREY.colour))
        canvas.setFont(GREY.font, GREY.size)
        canvas.drawString(MARGIN, 12.5 * mm, shown)
        pages = label("page", foot.language).format(document.page, total)
        canvas.drawRightString(A4[0] - MARGIN, 12.5 * mm, pages)
        canvas.restoreState()

    return draw
