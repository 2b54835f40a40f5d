"""The blocks of a manual laid out for paper. Imported when first needed (`reportlab`)."""

from collections.abc import Iterator, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer

from webcare_desk.pv.block import Block as Lines
from webcare_desk.pv.block import Cell, Line, Look, row
from webcare_desk.pv.typeset import BOLD, ITALIC, REGULAR, Face
from webcare_desk.reports.manual.content import (
    Block,
    Drawing,
    Examples,
    Facts,
    Heading,
    Manual,
    Paragraph,
    Piece,
    Points,
    Reply,
    Section,
    Table,
)
from webcare_desk.reports.manual.drawn import Contents, Drawn, Mark
from webcare_desk.reports.manual.flow import flowing

MARGIN = 18 * mm
INNER = A4[0] - 2 * MARGIN
_ACCENT, _SOFT = "#0f6d6a", "#52626b"
_TITLE, _LEAD = Face(BOLD, 22.0), Face(REGULAR, 10.0, _SOFT)
_HEAD, _SUB = Face(BOLD, 14.0), Face(BOLD, 10.0)
_BODY, _CELL = Face(REGULAR, 9.0), Face(REGULAR, 8.3)
_STRONG, _NOTE = Face(BOLD, 8.3, _SOFT), Face(REGULAR, 7.4, _SOFT)
_NUMBER = Face(BOLD, 14.0, _ACCENT)
_YES, _NO = Face(BOLD, 8.3, "#1d7a46"), Face(BOLD, 8.3, "#a1432f")
_QUOTE, _BLANK = Face(REGULAR, 8.6), Face(ITALIC, 8.6, "#24507f")
_FIXED = Face(BOLD, 8.6, _ACCENT)
_GUTTER, _PAD = 12.0, 8.0
_LEAST_ROOM, _HALF = 42 * mm, 95 * mm
#: Sections that begin on a page of their own.
_NEW_PAGE = frozenset({"short", "scope", "plans", "recognise", "replies", "contacts"})


def laid_out(manual: Manual, pages: dict[str, int]) -> Iterator[Flowable]:
    """Yield what stands on paper; `pages` is read for the contents and filled while drawing."""
    yield Mark("", "", {}, rule=_ACCENT)
    yield Spacer(1, 16 * mm)
    yield Lines(row(Cell(manual.title, 0, INNER, _TITLE)))
    yield Spacer(1, 5 * mm)
    yield Lines(row(Cell(manual.lead, 0, INNER * 0.86, _LEAD)))
    yield Spacer(1, 8 * mm)
    yield from _facts(Facts(manual.facts))
    yield Spacer(1, 12 * mm)
    yield Lines(row(Cell(manual.contents, 0, INNER, _SUB)))
    yield Spacer(1, 2 * mm)
    yield Contents(
        tuple((one.anchor, one.title, pages.get(one.anchor, 0)) for one in manual.sections)
    )
    for number, section in enumerate(manual.sections, 1):
        yield PageBreak() if section.anchor in _NEW_PAGE else CondPageBreak(_HALF)
        yield Spacer(1, 8 * mm)
        yield from _section(section, number, pages)


def _section(section: Section, number: int, pages: dict[str, int]) -> Iterator[Flowable]:
    yield Mark(section.anchor, f"{number}  {section.title}", pages)
    yield Lines(row(Cell(str(number), 0, 24, _NUMBER), Cell(section.title, 26, INNER - 26, _HEAD)))
    yield Spacer(1, 1.5 * mm)
    yield Mark("", "", {}, rule=_ACCENT)
    yield Spacer(1, 4 * mm)
    for place, block in enumerate(section.blocks):
        if isinstance(block, Heading):
            yield CondPageBreak(_room(section.blocks[place + 1 : place + 4]))
        yield from _block(block)


def _room(following: Sequence[Block]) -> float:
    """Return what a heading needs below it: a drawing is not torn from its heading."""
    drawings = (one.diagram.height for one in following if isinstance(one, Drawing))
    return max(drawings, default=0.0) + _LEAST_ROOM


def _block(block: Block) -> Iterator[Flowable]:
    match block:
        case Heading(_, text, note):
            yield Spacer(1, 3 * mm)
            yield Lines(
                row(
                    Cell(text, 0, INNER * 0.66, _SUB), Cell(note, INNER * 0.68, INNER * 0.32, _NOTE)
                )
            )
            yield Spacer(1, 1.2 * mm)
        case Paragraph(text):
            yield Lines(row(Cell(text, 0, INNER, _BODY)))
            yield Spacer(1, 2 * mm)
        case Points(items):
            yield from _points(items)
        case Facts():
            yield from _facts(block)
        case Table():
            yield from _table(block)
        case Examples():
            yield from _examples(block)
        case Reply():
            yield from _reply(block)
        case Drawing(diagram, _):
            yield Drawn(diagram)
            yield Spacer(1, 4 * mm)


def _points(items: tuple[str, ...]) -> Iterator[Flowable]:
    for number, item in enumerate(items, 1):
        cells = Cell(str(number), 0, 20, _NUMBER), Cell(item, 26, INNER - 26, Face(REGULAR, 10.5))
        yield Lines(row(*cells))
        yield Spacer(1, 4 * mm)


def _facts(facts: Facts) -> Iterator[Flowable]:
    lines: list[Line] = []
    for name, value in facts.rows:
        lines += row(Cell(name, 0, 112, _NOTE), Cell(value, 118, INNER - 118, _CELL))
    yield Lines(lines)
    yield Spacer(1, 2.5 * mm)


def _table(table: Table) -> Iterator[Flowable]:
    starts = [INNER * sum(table.widths[:number]) for number in range(len(table.widths))]
    head = _row(table.heads, table, starts, _STRONG)
    rows = [line for cells in table.rows for line in _row(cells, table, starts, _CELL)]
    yield Lines([*head, *rows], head=len(head))
    yield Spacer(1, 4 * mm)


def _row(texts: tuple[str, ...], table: Table, starts: list[float], face: Face) -> list[Line]:
    cells = [
        Cell(text, start, INNER * share - _GUTTER, face)
        for text, start, share in zip(texts, starts, table.widths, strict=True)
    ]
    return row(*cells, ruled=face is not _STRONG)


def _examples(examples: Examples) -> Iterator[Flowable]:
    for head, face, texts, look in (
        (examples.heads[0], _YES, examples.matching, Look("#eef8f1", "#1d7a46", _PAD)),
        (examples.heads[1], _NO, examples.others, Look("#fbf1ee", "#a1432f", _PAD)),
    ):
        title = row(Cell(head, 0, INNER - 2 * _PAD, face))
        lines = [*title]
        for text, kind in texts:
            lines += row(
                Cell(text, 0, INNER - 2 * _PAD - 92, _CELL),
                Cell(kind, INNER - 2 * _PAD - 84, 84, _NOTE),
            )
        yield Lines(lines, look, head=len(title))
        yield Spacer(1, 1.6 * mm)


def _reply(reply: Reply) -> Iterator[Flowable]:
    pieces = ((piece.text, _face(piece)) for piece in reply.pieces)
    lines = flowing(pieces, INNER - 2 * _PAD)
    yield Lines(lines, Look("#f4f8fd", "#3567a8", _PAD))
    yield Spacer(1, 2 * mm)


def _face(piece: Piece) -> Face:
    if piece.is_blank:
        return _BLANK
    return _FIXED if piece.is_locked else _QUOTE
