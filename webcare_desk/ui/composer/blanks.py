"""The blanks of a template in the text: seen at once, and one key away."""

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from webcare_desk.ui import theme

BLANK = re.compile(r"\{\{[^{}]*\}\}")


class BlankHighlighter(QSyntaxHighlighter):
    """Marks every open blank."""

    def highlightBlock(self, text: str) -> None:
        """Mark the blanks of one paragraph; Qt counts in UTF-16 units."""
        now = theme.colours()
        made = QTextCharFormat()
        made.setForeground(QColor(now.danger))
        made.setBackground(QColor(now.note))
        made.setFontWeight(QFont.Weight.DemiBold)
        for found in BLANK.finditer(text):
            begin = units(text[: found.start()])
            self.setFormat(begin, units(found.group()), made)


def units(text: str) -> int:
    """Return the length of a text as Qt counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def select_next_blank(edit: QPlainTextEdit) -> bool:
    """Select the blank after the caret; say whether there is any."""
    text, caret = edit.toPlainText(), edit.textCursor().selectionEnd()
    spans = (
        (units(text[: found.start()]), units(text[: found.end()])) for found in BLANK.finditer(text)
    )
    begin, end = next((span for span in spans if span[0] >= caret), (0, 0))
    if not end:
        return False
    cursor = edit.textCursor()
    cursor.setPosition(begin)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    return True
