"""A block of lines on a page that may break after any of them.

Imported when first needed (`reportlab`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from webcare_desk.pv.typeset import Face, wrap

_LEADING = 1.42
_BASELINE = 0.32
_RULE = 3.0
_TOGETHER = 2


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one face, `x` points from the block's left edge."""

    x: float
    text: str
    face: Face


@dataclass(frozen=True, slots=True)
class Line:
    """Runs on one baseline, `height` in points; `ruled` draws a hairline above."""

    runs: tuple[Run, ...]
    height: float
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """Fill and bar are colours `#rrggbb` or empty; `pad` is in points."""

    fill: str = ""
    bar: str = ""
    pad: float = 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """Text in one column: `x` and `width` in points."""

    text: str
    x: float
    width: float
    face: Face


def row(*cells: Cell, ruled: bool = False) -> list[Line]:
    """Return the lines of a table row: each cell wrapped in its own column."""
    columns = [
        [Run(cell.x, text, cell.face) for text in wrap(cell.text, cell.face, cell.width)]
        for cell in cells
    ]
    height = _LEADING * max(cell.face.size for cell in cells)
    rows = [tuple(run for run in runs if run) for runs in zip_longest(*columns)]
    first = Line(rows[0], height + _RULE if ruled else height, ruled)
    return [first, *(Line(runs, height) for runs in rows[1:])]


class Block(Flowable):
    """Lines under each other in one look; splits between any two lines."""

    def __init__(self, lines: Sequence[Line], look: Look | None = None, head: int = 0) -> None:
        """Hold the lines, of which the first `head` return on each following page."""
        super().__init__()
        self.lines = tuple(lines)
        self._look = look or Look()
        self._head = head

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return width and height (reportlab's protocol)."""
        del available_height
        self.width = available_width
        self.height = sum(line.height for line in self.lines) + 2 * self._look.pad
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Return what fits and the rest, or nothing when too little fits beside the head."""
        del available_width
        room, count = available_height - 2 * self._look.pad, 0
        for line in self.lines:
            room -= line.height
            if room < 0:
                break
            count += 1
        if count < max(_TOGETHER, self._head + 1):
            return []
        first, rest = self.lines[:count], self.lines[count:]
        halves = (first, (*self.lines[: self._head], *rest)) if rest else (first,)
        return [Block(lines, self._look, self._head) for lines in halves]

    def draw(self) -> None:
        """Draw the look, then each line from the top."""
        self._draw_look()
        y = self.height - self._look.pad
        for line in self.lines:
            if line.ruled:
                self.canv.setStrokeColor(HexColor("#d5dfe2"))
                self.canv.setLineWidth(0.5)
                self.canv.line(0, y, self.width, y)
            y -= line.height
            rise = _BASELINE * (line.height - (_RULE if line.ruled else 0))
            for run in line.runs:
                self.canv.setFont(run.face.font, run.face.size)
                self.canv.setFillColor(HexColor(run.face.colour))
                self.canv.drawString(self._look.pad + run.x, y + rise, run.text)

    def _draw_look(self) -> None:
        if self._look.fill:
            self.canv.setFillColor(HexColor(self._look.fill))
            self.canv.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        if self._look.bar:
            self.canv.setFillColor(HexColor(self._look.bar))
            self.canv.rect(0, 0, 3, self.height, stroke=0, fill=1)
