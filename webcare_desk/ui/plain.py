"""The one place where text from outside becomes what a widget shows: always plain text.

Qt guesses HTML in labels, tooltips and message boxes, and a guessed
`<img src="/dev/zero">` aborts the program; 1 MB without a space freezes it.
"""

import html
import re
import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidgetItem, QMessageBox, QPlainTextEdit, QWidget

#: The most characters a body may give a widget, and the longest run without a break.
BODY_LIMIT = 20_000
RUN_LIMIT = 1_000
LINE_LIMIT = 120
# The property that holds what a text widget tells; Qt words some of it anew.
_TOLD = "told"
#: U+0300, the first combining mark.
_FIRST_MARK = "\u0300"
_MARKS_ON_ONE = 4
_FSI, _PDI = "\u2068", "\u2069"
_REPLACED = "\ufffd"
_BIDI_CONTROLS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), _REPLACED)
_OVERRIDES = dict.fromkeys((0x202D, 0x202E), _REPLACED)
#: One character for one, so that offsets into the text stay true.
_UNSTABLE = {
    0x00: "\u2400",
    0x0B: "\n",
    0x0C: "\n",
    0x85: "\n",
    0x2028: "\n",
    0x2029: "\n",
    0xFDD0: _REPLACED,  # QTextDocument keeps its frames with these two
    0xFDD1: _REPLACED,
    0xFFFC: _REPLACED,
}
_SURROGATE = re.compile("[\ud800-\udfff]")
_RUN = re.compile(rf"\S{{{RUN_LIMIT}}}(?=\S)")


class PlainLabel(QLabel):
    """A label that never interprets its text; the format is set before any text."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, wraps: bool = False
    ) -> None:
        """Show `text` as it stands; `wraps` lets it take several lines."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setText(text)


def plain_tip(widget: QWidget | QListWidgetItem, text: str) -> None:
    """Give `widget` a tooltip that shows `text` as it stands."""
    widget.setToolTip(f"<span>{html.escape(text)}</span>" if text else "")


def plain_box(parent: QWidget | None, title: str, text: str, more: str = "") -> QMessageBox:
    """Return a message box that shows `text`, and below it `more`, as they stand."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(text)
    box.setInformativeText(more)
    for label in box.findChildren(QLabel):  # the informative text has a label of its own
        label.setTextFormat(Qt.TextFormat.PlainText)
    return box


def oneline(text: str, limit: int = LINE_LIMIT) -> str:
    """Return foreign text for a row, a name or a title: one line, at most `limit` + 3 long.

    Bidirectional controls show as U+FFFD and the whole is isolated (FSI … PDI),
    so that it cannot turn the words around it.
    """
    cut = text[: limit * 8]
    line = " ".join(_SURROGATE.sub(_REPLACED, cut.translate(_UNSTABLE)).split())
    if not _is_simple(line):
        line = _thinned("".join(map(_printable, line.translate(_BIDI_CONTROLS))))
    if len(line) > limit or len(cut) < len(text):
        line = line[:limit].rstrip() + "…"
    return line if line.isascii() else f"{_FSI}{line}{_PDI}"


def shown(text: str) -> str:
    """Return what a text widget may get of a body: at most BODY_LIMIT characters.

    Up to the cut every character stands for one of `text`, but for a line
    break after each of `forced_breaks(text)`.
    """
    stable = _stable(text)
    parts, begin = [], 0
    for end in forced_breaks(text):
        parts.append(stable[begin:end])
        begin = end
    parts.append(stable[begin:])
    return "\n".join(parts) + ("\n…" if is_cut(text) else "")


def tell(widget: QPlainTextEdit, text: str) -> None:
    """Show a text from outside; who reads it stays where he is when it is told again."""
    words = shown(text)
    if widget.property(_TOLD) != words:
        widget.setProperty(_TOLD, words)
        widget.setPlainText(words)


def forced_breaks(text: str) -> tuple[int, ...]:
    """Return the offsets of `text` at which `shown` puts a line break of its own."""
    return tuple(found.end() for found in _RUN.finditer(_stable(text)))


def is_cut(text: str) -> bool:
    """Say whether `shown` leaves a part of the text out."""
    return len(text) > BODY_LIMIT - 100


def ampersand(text: str) -> str:
    """Return text for a button, menu or tab, where a single `&` would vanish."""
    return text.replace("&", "&&")


def _stable(text: str) -> str:
    cut = text[: BODY_LIMIT - 100] if is_cut(text) else text
    lines = cut.replace("\r\n", " \n").replace("\r", "\n")
    return _SURROGATE.sub(_REPLACED, lines.translate(_UNSTABLE).translate(_OVERRIDES))


def _is_simple(line: str) -> bool:
    """Say whether a line has neither controls nor combining marks: most lines have none."""
    return line.isprintable() and max(line, default=" ") < _FIRST_MARK


def _printable(letter: str) -> str:
    return _REPLACED if unicodedata.category(letter) == "Cc" else letter


def _thinned(line: str) -> str:
    """Drop combining marks beyond the fourth on one letter, which would overflow the row."""
    kept, marks = [], 0
    for letter in line:
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks <= _MARKS_ON_ONE:
            kept.append(letter)
    return "".join(kept)
