"""A text field for YAML: line numbers, marks at the lines with problems, completion."""

import re
from collections.abc import Callable, Mapping

from PySide6.QtCore import QRect, QSize, QStringListModel, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QCompleter, QListView, QPlainTextEdit, QTextEdit, QWidget

from webcare_desk.ui import theme

_COMMENT = re.compile(r"(?:^|\s)#.*$")
_KEY = re.compile(r"^\s*(?:- +)*([A-Za-z_][\w-]*):")
_QUOTED = re.compile(r"\"(?:\\.|[^\"\\])*\"|'[^']*'")
_INDENT = 2
#: What is offered: from the text and a place in it to the part typed, and what it may become.
Offering = Callable[[str, int], tuple[str, list[str]]]
_TAKING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})


class CodeEdit(QPlainTextEdit):
    """Edits one file of a pack."""

    def __init__(self, offering: Offering) -> None:
        """Complete with what `offering` says."""
        super().__init__()
        self._offering = offering
        self._marks: dict[int, str] = {}
        self.setObjectName("code")
        self.setAccessibleName(self.tr("The file"))
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        letters = theme.font(theme.NORMAL)
        letters.setFamilies(["JetBrains Mono", "DejaVu Sans Mono", "Consolas", "monospace"])
        self.setFont(letters)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabStopDistance(self.fontMetrics().horizontalAdvance(" ") * _INDENT)
        self.margin = _Margin(self)
        self.colouring = _Colouring(self.document())
        self.completer = QCompleter(QStringListModel([], self), self)
        self.completer.setWidget(self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.popup = QListView()
        self.completer.setPopup(self.popup)
        self.popup.setAccessibleName(self.tr("What may be written here"))
        self.completer.activated.connect(self._complete)
        self.blockCountChanged.connect(lambda _: self._widen())
        self.updateRequest.connect(self._scrolled)
        self.cursorPositionChanged.connect(self._show_line)
        self._widen()

    @property
    def marks(self) -> Mapping[int, str]:
        """Return the problems by line, the first line being 1."""
        return self._marks

    def mark(self, problems: Mapping[int, str]) -> None:
        """Show the problems of lines."""
        self._marks = dict(problems)
        self._show_line()
        self.margin.update()

    def go_to(self, line: int) -> None:
        """Put the cursor at a line, in the middle of what is seen."""
        cursor = QTextCursor(self.document().findBlockByNumber(max(line, 1) - 1))
        self.setTextCursor(cursor)
        self.centerCursor()
        self.setFocus()

    def offer(self) -> None:
        """Offer what may be written where the cursor is."""
        cursor = self.textCursor()
        typed, words = self._offering(self.toPlainText(), cursor.position())
        popup = self.popup
        if not words:
            popup.hide()
            return
        model = self.completer.model()
        assert isinstance(model, QStringListModel)  # noqa: S101 - it was made with one
        model.setStringList(words)
        self.completer.setCompletionPrefix(typed)
        popup.setCurrentIndex(self.completer.completionModel().index(0, 0))
        place = self.cursorRect()
        place.setWidth(popup.sizeHintForColumn(0) + 40)
        place.translate(self.margin.width(), 0)
        self.completer.complete(place)

    def _complete(self, word: str) -> None:
        cursor = self.textCursor()
        typed = len(self.completer.completionPrefix())
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, typed)
        cursor.insertText(word)
        self.setTextCursor(cursor)

    def _widen(self) -> None:
        self.setViewportMargins(self.margin.sizeHint().width(), 0, 0, 0)

    def _scrolled(self, area: QRect, dy: int) -> None:
        if dy:
            self.margin.scroll(0, dy)
        else:
            self.margin.update(0, area.y(), self.margin.width(), area.height())

    def _show_line(self) -> None:
        now, shown = theme.colours(), []
        for line in (self.textCursor().blockNumber() + 1, *self._marks):
            block = self.document().findBlockByNumber(line - 1)
            if not block.isValid():
                continue
            one = QTextEdit.ExtraSelection()
            colour = QColor(now.danger if line in self._marks else now.hover)
            if line in self._marks:
                colour.setAlpha(40)
            one.format.setBackground(colour)
            one.format.setProperty(QTextFormat.Property.FullWidthSelection, True)  # noqa: FBT003 - Qt's own argument
            one.cursor = QTextCursor(block)
            shown.append(one)
        self.setExtraSelections(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the numbers beside the lines."""
        super().resizeEvent(event)
        area = self.contentsRect()
        self.margin.setGeometry(
            QRect(area.left(), area.top(), self.margin.sizeHint().width(), area.height())
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Complete, indent with blanks, and go on with the same indent."""
        popup = self.popup
        if popup.isVisible() and event.key() in _TAKING | {Qt.Key.Key_Escape}:
            event.ignore()  # the completer's own
            return
        if (
            event.key() == Qt.Key.Key_Space
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.offer()
            return
        if event.key() == Qt.Key.Key_Tab:
            self.textCursor().insertText(" " * _INDENT)
            return
        is_return = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        line = self.textCursor().block().text()
        super().keyPressEvent(event)
        if is_return:
            self.textCursor().insertText(" " * (len(line) - len(line.lstrip(" "))))
        elif event.text().strip() or popup.isVisible():
            self._offer_while_typing()

    def _offer_while_typing(self) -> None:
        typed, words = self._offering(self.toPlainText(), self.textCursor().position())
        if typed and words:
            self.offer()
        else:
            self.popup.hide()


class _Margin(QWidget):
    """The numbers of the lines, with a mark where a problem is."""

    def __init__(self, code: CodeEdit) -> None:
        super().__init__(code)
        self._code = code

    def sizeHint(self) -> QSize:
        """Return room for the longest number."""
        digits = max(3, len(str(self._code.blockCount())))
        wide = self._code.fontMetrics().horizontalAdvance("9") * digits
        return QSize(wide + theme.XL, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers of the lines that are seen."""
        now, code, painter = theme.colours(), self._code, QPainter(self)
        painter.fillRect(event.rect(), QColor(now.window))
        painter.setFont(code.font())
        high = code.fontMetrics().height()
        block = code.firstVisibleBlock()
        top = code.blockBoundingGeometry(block).translated(code.contentOffset()).top()
        while block.isValid() and top <= event.rect().bottom():
            line = block.blockNumber() + 1
            is_marked = line in code.marks
            painter.setPen(QColor(now.danger if is_marked else now.faint))
            area = QRect(theme.S, round(top), self.width() - theme.L, high)
            painter.drawText(area, Qt.AlignmentFlag.AlignRight, str(line))
            if is_marked:
                painter.drawText(area, Qt.AlignmentFlag.AlignLeft, "●")
            top += code.blockBoundingRect(block).height()
            block = block.next()


class _Colouring(QSyntaxHighlighter):
    """Keys, texts in quotes and remarks, each in its colour."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        now = theme.colours()
        key = _KEY.match(text)
        if key is not None:
            self.setFormat(key.start(1), len(key[1]), _inked(now.accent))
        for quoted in _QUOTED.finditer(text):
            self.setFormat(quoted.start(), len(quoted[0]), _inked(now.good))
        remark = _COMMENT.search(_QUOTED.sub(lambda found: "x" * len(found[0]), text))
        if remark is not None:
            self.setFormat(remark.start(), len(remark[0]), _inked(now.faint))


def _inked(colour: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    return made
