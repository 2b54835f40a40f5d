"""A CIOMS form I as PDF, in a layout of our own, in which nothing is cut.

What is too long for a box of few lines is set smaller. A box too small even so shows what fits and ends
with a mark; the continuation has its whole text, and then every element of the report. Deterministic. Imported when first needed (`reportlab`).
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from webcare_desk.domain.e2b import Section, report_of
from webcare_desk.pv.cioms_boxes import Box, boxes, every_element
from webcare_desk.pv.typeset import BOLD, Face, load_fonts, wrap

_MARGIN, _FOOT = 12 * mm, 16 * mm
_WIDE = A4[0] - 2 * _MARGIN
_TEXT, _SMALL = Face(size=8.0), Face(size=6.0, colour="#4a5a63")
_HEAD, _TITLE = Face(BOLD, 8.0, "#ffffff"), Face(BOLD, 13.0, "#0f6b6b")
_LINE, _PAD, _LABEL = 3.6 * mm, 1.4 * mm, 3.4 * mm
_FINE, _FINE_LINE = Face(size=6.0), 2.4 * mm
#: A box of so few lines has a smaller type for what is long; a larger one stays easy to read.
_FEW = 3
_INK = "#0f6b6b"
_WORDS = {
    "title": ("Melding van een vermoede bijwerking", "Suspect adverse reaction report"),
    "form": ("CIOMS-formulier I, eigen opmaak", "CIOMS form I, own layout"),
    "more": ("… vervolg", "… continued"),
    "all": ("Alle gegevens van de melding", "Every element of the report"),
    "box": ("Vak {0}", "Box {0}"),
    "page": ("Pagina {0} van {1}", "Page {0} of {1}"),
}
_PARTS = (
    ("I", ("De reactie", "Reaction information")),
    ("II", ("Het verdachte middel", "Suspect drug(s) information")),
    ("III", ("Andere middelen en voorgeschiedenis", "Concomitant drug(s) and history")),
    ("IV", ("Afzender en melder", "Sender and reporter")),
)
#: Each part's rows: their height in millimetres, and the boxes with their share of the width.
_ROWS = {
    "I": (
        (12.0, (("1", 16), ("1a", 10), ("2", 18), ("2a", 12), ("3", 12), ("4-6", 32))),
        (96.0, (("7+13", 72), ("8-12", 28))),
    ),
    "II": (
        (24.0, (("14", 66), ("20", 34))),
        (15.0, (("15", 40), ("16", 26), ("21", 34))),
        (12.0, (("17", 100),)),
        (12.0, (("18", 66), ("19", 34))),
    ),
    "III": ((20.0, (("22", 50), ("23", 50))),),
    "IV": (
        (15.0, (("24a", 40), ("24b", 60))),
        (12.0, (("24c", 40), ("24d", 60))),
        (15.0, (("25", 40), ("26", 60))),
    ),
}


@dataclass(frozen=True, slots=True)
class _Place:
    x: float
    top: float
    wide: float
    high: float


@dataclass(frozen=True, slots=True)
class _Told:
    """A text set in a box: its lines, and whether that is all of it."""

    lines: tuple[str, ...]
    face: Face
    line: float
    is_whole: bool


def to_pdf(batch: Section, language: str) -> bytes:
    """Return the form of the first report of `batch`, in `language` (nl, else en)."""
    load_fonts()
    found = boxes(batch, language)
    placed = dict(_placed())
    over = [
        box for number, box in found.items() if not _told(box, placed[number], language).is_whole
    ]
    lines = [*_continuation(batch, over, language)]
    most = int((A4[1] - 2 * _MARGIN - _FOOT) // _LINE)
    pages = [lines[start : start + most] for start in range(0, len(lines), most)]
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1, lang=language)
    canvas.setTitle(report_of(batch).text("C.1.1"))
    number = report_of(batch).text("C.1.1")
    _form(canvas, found, placed, language)
    _footer(canvas, number, 1, 1 + len(pages), language)
    for page, text in enumerate(pages, 2):
        canvas.showPage()
        _sheet(canvas, text)
        _footer(canvas, number, page, 1 + len(pages), language)
    canvas.save()
    return target.getvalue()


def _word(key: str, language: str) -> str:
    return _WORDS[key][0 if language == "nl" else 1]


def _placed() -> Iterator[tuple[str, _Place]]:
    """Give each box its place on the first page."""
    top = A4[1] - _MARGIN - 12 * mm
    for part, _ in _PARTS:
        top -= 5.5 * mm
        for high, row in _ROWS[part]:
            x = _MARGIN
            for number, share in row:
                wide = _WIDE * share / 100
                yield number, _Place(x, top, wide, high * mm)
                x += wide
            top -= high * mm


def _told(box: Box, place: _Place, language: str) -> _Told:
    """Return a text in a type in which it fits, or else as much of it as there is room for."""
    wide, high = place.wide - 2 * _PAD, place.high - _LABEL - _PAD
    types = ((_TEXT, _LINE), (_FINE, _FINE_LINE))
    for face, line in types if _room(high, _LINE) <= _FEW else types[:1]:
        lines, room = wrap(box.text, face, wide), _room(high, line)
        if len(lines) <= room:
            return _Told(tuple(lines), face, line, is_whole=True)
    *shown, last = lines[:room]
    ended = _ended(last, _word("more", language), face, wide)
    return _Told((*shown, ended), face, line, is_whole=False)


def _room(high: float, line: float) -> int:
    return int(high / line + 0.01)  # a height of whole lines is not short of one by a rounding


def _ended(line: str, mark: str, face: Face, wide: float) -> str:
    """Return a line with the mark behind it, less the words that leave no room for both.

    A word is cut only where it stands alone: half a number would be another number.
    """
    while line and len(wrap(f"{line} {mark}", face, wide)) > 1:
        line = line.rpartition(" ")[0] or line[:-1]
    return f"{line} {mark}".lstrip()


def _form(canvas: Canvas, found: dict[str, Box], placed: dict[str, _Place], language: str) -> None:
    top = A4[1] - _MARGIN
    _put(canvas, _word("title", language), _TITLE, _MARGIN, top - 6 * mm)
    _put(canvas, _word("form", language), _SMALL, _MARGIN, top - 9.5 * mm)
    for part, names in _PARTS:
        first = placed[_ROWS[part][0][1][0][0]]
        canvas.setFillColor(HexColor(_INK))
        canvas.rect(_MARGIN, first.top, _WIDE, 5.5 * mm, stroke=0, fill=1)
        title = f"{part}. {names[0 if language == 'nl' else 1]}"
        _put(canvas, title, _HEAD, _MARGIN + _PAD, first.top + 1.7 * mm)
    for number, place in placed.items():
        _box(canvas, found[number], place, language)


def _box(canvas: Canvas, box: Box, place: _Place, language: str) -> None:
    canvas.setStrokeColor(HexColor("#8fa3aa"))
    canvas.setLineWidth(0.5)
    canvas.rect(place.x, place.top - place.high, place.wide, place.high, stroke=1, fill=0)
    at = place.x + _PAD
    label = wrap(f"{box.number} {box.label}", _SMALL, place.wide - 2 * _PAD)[0]
    _put(canvas, label, _SMALL, at, place.top - 2.6 * mm)
    told = _told(box, place, language)
    for row, line in enumerate(told.lines, 1):
        _put(canvas, line, told.face, at, place.top - _LABEL - row * told.line + 1 * mm)


def _continuation(batch: Section, over: list[Box], language: str) -> Iterator[tuple[str, Face]]:
    """Give the lines of the following pages: whole boxes first, then every element."""
    strong = Face(BOLD, 8.0, _INK)
    for box in over:
        yield f"{_word('box', language).format(box.number)}  {box.label}", strong
        yield from ((line, _TEXT) for line in wrap(box.text, _TEXT, _WIDE))
        yield "", _TEXT
    yield _word("all", language), strong
    for name, text in every_element(batch, language):
        yield from ((line, _TEXT) for line in wrap(f"{name}: {text}", _TEXT, _WIDE))


def _sheet(canvas: Canvas, lines: list[tuple[str, Face]]) -> None:
    for row, (line, face) in enumerate(lines, 1):
        _put(canvas, line, face, _MARGIN, A4[1] - _MARGIN - row * _LINE)


def _footer(canvas: Canvas, number: str, page: int, pages: int, language: str) -> None:
    shown = wrap(number, _SMALL, _WIDE * 0.7)[0]
    _put(canvas, shown, _SMALL, _MARGIN, 9 * mm)
    canvas.drawRightString(A4[0] - _MARGIN, 9 * mm, _word("page", language).format(page, pages))


def _put(canvas: Canvas, text: str, face: Face, x: float, y: float) -> None:
    canvas.setFont(face.font, face.size)
    canvas.setFillColor(HexColor(face.colour))
    canvas.drawString(x, y, text)
