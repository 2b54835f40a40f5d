"""The readable report to PV: a PDF in which nothing is cut.

Deterministic: the same case, head and language give the same bytes. Imported
when first needed (`reportlab`).
"""

import io
from collections.abc import Callable, Iterable
from copy import copy

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Spacer

from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.pv.edition import Edition
from webcare_desk.pv.labels import label
from webcare_desk.pv.report_sections import ACCENT, GREY, INNER, sections
from webcare_desk.pv.typeset import REGULAR, load_fonts, wrap

_MARGIN = 18 * mm
_FOOT = 24 * mm
_HIGH = A4[1] - _MARGIN - _FOOT


def to_pdf(case: SafetyCase, head: str, language: str, edition: Edition) -> bytes:
    """Return the report of `case` in `language` (nl, else en), the head at its end."""
    load_fonts()
    flowables = _flowables(sections(case, head, language, edition))
    # Paginated twice: only after the first time is the number of pages known.
    _, total = _built(flowables, case, language, _Blank, 0)
    pdf, _ = _built(flowables, case, language, Canvas, total)
    return pdf


class _Blank(Canvas):
    """Pages without text: enough to count them."""

    def drawString(self, *_args: object, **_options: object) -> None:  # noqa: N802 - reportlab
        """Draw nothing."""


def _flowables(parts: Iterable[list[Flowable]]) -> list[Flowable]:
    flowables: list[Flowable] = []
    for section in parts:
        flowables += [*section, Spacer(1, 5 * mm)]
    return flowables


def _built(
    flowables: list[Flowable],
    case: SafetyCase,
    language: str,
    canvas: type[Canvas],
    total: int,
) -> tuple[bytes, int]:
    target = io.BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=A4,
        invariant=1,
        title=case.reference,
        creator="Webcare Desk",
        lang=language,
    )
    frame = Frame(_MARGIN, _FOOT, INNER, _HIGH, 0, 0, 0, 0)
    footer = _footer(case.reference, language, total)
    document.addPageTemplates([PageTemplate(frames=[frame], onPage=footer)])
    # A flowable remembers that it was moved to the next page: each pass gets its own.
    document.build([copy(flowable) for flowable in flowables], canvasmaker=canvas)
    return target.getvalue(), document.page


def _footer(reference: str, language: str, total: int) -> Callable[[Canvas, BaseDocTemplate], None]:
    shown = wrap(reference, GREY, INNER * 0.7)[0]

    def draw(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.saveState()
        canvas.setStrokeColor(HexColor(ACCENT))
        canvas.setLineWidth(0.6)
        canvas.line(_MARGIN, 17 * mm, A4[0] - _MARGIN, 17 * mm)
        canvas.setFillColor(HexColor(GREY.colour))
        canvas.setFont(REGULAR, 7.5)
        canvas.drawString(_MARGIN, 12.5 * mm, shown)
        pages = label("page", language).format(document.page, total)
        canvas.drawRightString(A4[0] - _MARGIN, 12.5 * mm, pages)
        canvas.restoreState()

    return draw
