"""Text in several faces that flows over lines. Imported when first needed (`reportlab`)."""

import re
from collections.abc import Iterable

from reportlab.pdfbase.pdfmetrics import stringWidth

from webcare_desk.pv.block import Line, Run
from webcare_desk.pv.typeset import Face, spelled, wrap

_TOKEN = re.compile(r"\n| +|[^ \n]+")
_LEADING = 1.42


def flowing(pieces: Iterable[tuple[str, Face]], width: float) -> list[Line]:
    """Return the lines of `pieces`, each in its face, none wider than `width` points.

    A line feed begins a new line; a word wider than a line is broken.
    """
    lines: list[list[Run]] = [[]]
    x, height = 0.0, 0.0
    for text, face in pieces:
        height = max(height, _LEADING * face.size)
        for part in _TOKEN.findall(spelled(text, face.font)):
            size = stringWidth(part, face.font, face.size)
            if part == "\n" or (x + size > width and not part.isspace()):
                lines.append([])
                x = 0.0
            if part == "\n" or (part.isspace() and x == 0):
                continue
            *whole, last = wrap(part, face, width) if size > width else [part]
            lines[-1:] = [*([Run(0, begin, face)] for begin in whole), lines[-1]]
            lines[-1].append(Run(x, last, face))
            x += stringWidth(last, face.font, face.size)
    return [Line(tuple(runs), height) for runs in lines]
