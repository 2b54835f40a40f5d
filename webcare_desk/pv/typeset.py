"""Plain text into lines that fit, with every character visible.

Text is never markup here. What the embedded font cannot show, and what is written
from right to left or hangs on another character, which needs more than a font,
is spelled out as `[U+1F922 nauseated face]`; a word wider than the line is broken; the time
is linear in the length. Imported when first needed (`reportlab`).
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import cast

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from webcare_desk.paths import resources_dir

REGULAR, BOLD, ITALIC = "DejaVuSans", "DejaVuSans-Bold", "VeraIt"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
#: Beyond it are the faces, of which the font has some, too small to tell apart: names are clearer.
_LAST_SHOWN = 0xFFFF
_VERY_LONG = 20_000
_TOKEN = re.compile(r" +|[^ ]+")


@dataclass(frozen=True, slots=True)
class Face:
    """A font at a size in points, in a colour `#rrggbb`."""

    font: str = REGULAR
    size: float = 9.0
    colour: str = "#1b2a33"


def load_fonts() -> None:
    """Make the three embedded fonts known to reportlab, once."""
    known = pdfmetrics.getRegisteredFontNames()
    # Bitstream Vera has letters of the west of Europe alone; DejaVu is Vera with those of the rest.
    own, vera = resources_dir() / "fonts", Path(reportlab.__file__).parent / "fonts"
    for name, folder in ((REGULAR, own), (BOLD, own), (ITALIC, vera)):
        if name not in known:
            pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))


def spelled(text: str, font: str = REGULAR) -> str:
    """Return `text`, its accents composed, with each character that cannot be shown spelled out.

    Line feeds stay, a tab is a blank; a run of one such character is spelled once, with its number.
    In a very long text a character is named the first time only.
    """
    widths = _widths(font)
    plain = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\t", " ")
    runs = ((char, len(list(run))) for char, run in groupby(plain))
    named: set[str] = set()
    shown = []
    for char, count in runs:
        if char == "\n" or (ord(char) in widths and _is_plain(char)):
            shown.append(char * count)
        else:
            shown.append(_mark(char, count, with_name=char not in named))
            named |= {char} if len(text) > _VERY_LONG else set()
    return "".join(shown)


def _is_plain(char: str) -> bool:
    """Say whether a character shows by itself, at its own place in the line."""
    return (
        char.isprintable()
        and ord(char) <= _LAST_SHOWN
        and not unicodedata.category(char).startswith("M")
        and unicodedata.bidirectional(char) not in _RIGHT_TO_LEFT
    )


def wrap(text: str, face: Face, width: float) -> list[str]:
    """Return the lines of `text`, spelled out, none wider than `width` points."""
    widths = _widths(face.font)
    limit = width * 1000 / face.size
    lines: list[str] = []
    for paragraph in spelled(text, face.font).split("\n"):
        lines += _filled(paragraph, widths, limit)
    return lines


def _filled(paragraph: str, widths: Mapping[int, float], limit: float) -> Iterator[str]:
    """Yield the filled lines of one paragraph; an empty one gives an empty line."""
    line, used = "", 0.0
    for token in _TOKEN.findall(paragraph):
        size = sum(widths[ord(char)] for char in token)
        if used + size <= limit:
            line, used = line + token, used + size
        elif token.isspace():
            yield line
            line, used = "", 0.0
        else:
            if line.strip():
                yield line.rstrip(" ")
            *whole, line = _broken(token, widths, limit)
            yield from whole
            used = sum(widths[ord(char)] for char in line)
    yield line


def _broken(word: str, widths: Mapping[int, float], limit: float) -> Iterator[str]:
    """Yield the pieces of a word, each as wide as the line allows."""
    start, used = 0, 0.0
    for place, char in enumerate(word):
        size = widths[ord(char)]
        if used + size > limit and place > start:
            yield word[start:place]
            start, used = place, 0.0
        used += size
    yield word[start:]


def _mark(char: str, count: int, *, with_name: bool) -> str:
    name = unicodedata.name(char, "").lower() if with_name else ""
    words = " ".join(part for part in (f"U+{ord(char):04X}", name) if part)
    return f"[{words}]" if count == 1 else f"[{words} × {count}]"


def _widths(font: str) -> Mapping[int, float]:
    """Return the advance widths of a loaded font, in thousandths of its size."""
    loaded = cast("TTFont", pdfmetrics.getFont(font))
    return cast("Mapping[int, float]", loaded.face.charWidths)
