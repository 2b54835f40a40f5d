"""What an edit changed, word by word: removed words stay readable."""

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from webcare_desk.domain.difference import Change, Piece, pieces, words_in
from webcare_desk.ui import theme
from webcare_desk.ui.comment.body import Body
from webcare_desk.ui.plain import shown

#: Wordings are compared up to here; the time to compare grows with the square.
LONGEST = 6_000


def difference(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces that lead from one wording to the next, in order."""
    return tuple(pieces(words_in(before[:LONGEST]), words_in(after[:LONGEST])))


class DifferenceBody(Body):
    """Shows an edit: removed words struck through, added ones underlined."""

    def show_pieces(self, found: tuple[Piece, ...]) -> None:
        """Show the pieces one after another."""
        self.clear()
        cursor = QTextCursor(self.document())
        for piece in found:
            cursor.insertText(shown(piece.text), _format(piece.change))
        self.fit()


def difference_body(found: tuple[Piece, ...], name: str, parent: QWidget) -> DifferenceBody:
    """Return a widget that shows an edit."""
    body = DifferenceBody(name, parent)
    body.show_pieces(found)
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
