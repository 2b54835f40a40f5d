"""The readable page: headings at the left, the text beside them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QColor,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextEdit,
    QWidget,
)

from webcare_desk.ui import theme
from webcare_desk.ui.dress import CHANGES
from webcare_desk.ui.plain import oneline, plain_tip, shown
from webcare_desk.ui.rulebook.page import Look, Paragraph

_OUTLINE, _LEAST, _REST = 340, 160, 900  # pixels
_ROLE = Qt.ItemDataRole.UserRole
_LISTED = frozenset({Look.TITLE, Look.HEADING, Look.ITEM})
#: Size in points, bold, space above in pixels, indent.
_SHAPES = {
    Look.TITLE: (theme.LARGE, True, 0, 0),
    Look.HEADING: (theme.QUESTION, True, 28, 0),
    Look.ITEM: (theme.BODY, True, 16, 0),
    Look.TEXT: (theme.BODY, False, 4, 0),
    Look.FAINT: (theme.SMALL, False, 2, 0),
    Look.GOOD: (theme.SMALL, False, 2, 12),
    Look.BAD: (theme.SMALL, False, 2, 12),
}


class Paper(QTextEdit):
    """Text in lines of a readable length; where there is less room they are shorter."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        longest = round((theme.TEXT_WIDTH + 2 * theme.XL) * theme.scale())
        self.setLineWrapColumnOrWidth(min(longest, self.viewport().width()))
        super().resizeEvent(event)


class Reader(QWidget):
    """Shows the page of a protocol; `go_to` jumps to a paragraph."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.outline, self.text = QListWidget(), Paper()
        self._places: dict[str, int] = {}
        self._page: tuple[Paragraph, ...] = ()
        self._wanted = self._marked = ""
        self._is_dark = theme.is_dark()
        self.outline.setObjectName("timeline")
        self.outline.setAccessibleName(self.tr("Contents"))
        self.outline.setMinimumWidth(round(_LEAST * theme.scale()))
        self.outline.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.outline.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.outline.currentItemChanged.connect(self._on_item)
        self.text.setReadOnly(True)
        self.text.setObjectName("paper")
        self.text.setAcceptRichText(False)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The protocol"))
        self.text.setFrameShape(QTextEdit.Shape.NoFrame)
        self.text.document().setDocumentMargin(theme.XL)
        self._lay_out()

    def _lay_out(self) -> None:
        both = QSplitter()
        both.addWidget(self.outline)
        both.addWidget(self.text)
        both.setStretchFactor(1, 1)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(1)
        both.setSizes([round(_OUTLINE * theme.scale()), _REST])
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.S, 0, 0, 0)
        row.addWidget(both)

    def take(self, page: Sequence[Paragraph]) -> None:
        """Show a page, from its top or from what was asked for before it came."""
        if tuple(page) != self._page:
            self._write_page(page)
        if self._wanted:
            self.go_to(self._wanted)

    def _write_page(self, page: Sequence[Paragraph]) -> None:
        self._page = tuple(page)
        self._places.clear()
        self.outline.clear()
        self.text.clear()
        cursor = QTextCursor(self.text.document())
        cursor.beginEditBlock()
        for number, paragraph in enumerate(self._page):
            self._write(cursor, number, paragraph)
        cursor.endEditBlock()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def changeEvent(self, event: QEvent) -> None:
        """Write the page again when the theme changes: its letters carry their colour."""
        super().changeEvent(event)
        if event.type() in CHANGES and theme.is_dark() != self._is_dark:
            self._is_dark = theme.is_dark()
            self._repaint()

    def _repaint(self) -> None:
        bar = self.text.verticalScrollBar()
        row, marked, at = self.outline.currentRow(), self._marked, bar.value()
        self._write_page(self._page)
        self.outline.setCurrentRow(row)
        self._jump(marked)
        bar.setValue(at)

    def expect(self, anchor: str) -> None:
        """Show the paragraph of an anchor in the page that comes next."""
        self._wanted = anchor

    def go_to(self, anchor: str) -> None:
        """Show the paragraph of an anchor at the top, once it is there."""
        self._wanted = anchor
        if anchor not in self._places:
            return
        self._wanted = ""
        for row in range(self.outline.count()):
            if self.outline.item(row).data(_ROLE) == anchor:
                self.outline.setCurrentRow(row)
        self._jump(anchor)

    def _on_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._jump(item.data(_ROLE))

    def _write(self, cursor: QTextCursor, number: int, paragraph: Paragraph) -> None:
        size, is_bold, above, indent = _SHAPES[paragraph.look]
        block = QTextBlockFormat()
        block.setTopMargin(above)
        block.setLeftMargin(indent)
        block.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        letters = QTextCharFormat()
        letters.setFont(theme.font(size, bold=is_bold))
        letters.setForeground(QColor(_colour(paragraph.look)))
        if number:
            cursor.insertBlock()
        cursor.setBlockFormat(block)
        cursor.setCharFormat(letters)
        if paragraph.anchor:
            self._places[paragraph.anchor] = cursor.position()
        # A line break of the text stays within its paragraph.
        cursor.insertText(shown(paragraph.text).strip().replace("\n", "\u2028"), letters)
        if paragraph.look in _LISTED:
            self._list(paragraph)

    def _list(self, paragraph: Paragraph) -> None:
        is_item = paragraph.look is Look.ITEM
        item = QListWidgetItem(("    " if is_item else "") + oneline(paragraph.text, 60))
        item.setData(_ROLE, paragraph.anchor)
        plain_tip(item, oneline(paragraph.text, 200))
        item.setFont(theme.font(theme.SMALL if is_item else theme.NORMAL, bold=not is_item))
        self.outline.addItem(item)

    def _jump(self, anchor: str) -> None:
        if anchor not in self._places:
            return
        self._marked = anchor
        end = QTextCursor(self.text.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        self.text.setTextCursor(end)  # from the end upwards it comes to stand at the top
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(self._places[anchor])
        self.text.setTextCursor(cursor)
        one = QTextEdit.ExtraSelection()
        one.cursor = cursor
        one.format.setBackground(QColor(theme.colours().selection))
        one.format.setProperty(QTextFormat.Property.FullWidthSelection, True)  # noqa: FBT003 - Qt's own argument
        self.text.setExtraSelections([one])
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + self.text.cursorRect(cursor).top() - theme.M)


def _colour(look: Look) -> str:
    now = theme.colours()
    colours = {Look.FAINT: now.faint, Look.GOOD: now.good, Look.BAD: now.faint}
    return colours.get(look, now.text)
