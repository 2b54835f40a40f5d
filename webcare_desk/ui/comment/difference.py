"""What an edit changed, word by word: removed words stay readable."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from webcare_desk.ui import theme
from webcare_desk.ui.comment.body import Body
from webcare_desk.ui.plain import shown

#: Wordings are compared up to here; the time to compare grows with the square.
LONGEST = 6_000
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


class Change(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that were kept, added or removed together."""

    change: Change
    text: str


def difference(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces that lead from one wording to the next, in order."""
    return tuple(_pieces(_WORDS.findall(before[:LONGEST]), _WORDS.findall(after[:LONGEST])))


def _pieces(before: list[str], after: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        old, new = "".join(before[first:last]), "".join(after[start:end])
        if kind == "equal":
            yield Piece(Change.KEPT, old)
            continue
        if old:
            yield Piece(Change.REMOVED, old)
        if new:
            yield Piece(Change.ADDED, new)


class DifferenceBody(Body):
    """Shows an edit: removed words struck through, added ones underlined."""

    def show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        """Show the pieces one after another."""
        self.clear()
        cursor = QTextCursor(self.document())
        for piece in pieces:
            cursor.insertText(shown(piece.text), _format(piece.change))
        self.fit()


def difference_body(pieces: tuple[Piece, ...], name: str, parent: QWidget) -> DifferenceBody:
    """Return a widget that shows an edit."""
    body = DifferenceBody(name, parent)
    body.show_pieces(pieces)
    return body


def _format(change: Change) -> QTextCharFormat:
    made, now = QTextCharFormat(), theme.colours()
    if change is Change.ADDED:
        made.setForeground(QColor(now.good))
        made.setFontUnderline(True)
    elif change is Change.REMOVED:
        made.setForeground(QColor(now.danger))
        made.setFontStrikeOut(True)
    return made
