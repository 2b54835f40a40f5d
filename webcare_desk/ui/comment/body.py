"""A body as plain text, as high as its words need, with the findings marked."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

from webcare_desk.domain.finding import Finding
from webcare_desk.ui import theme
from webcare_desk.ui.comment.passage import passage_count, passage_of, qt_span
from webcare_desk.ui.comment.spans import span_format

#: Beyond this many blocks the body scrolls by itself: measuring them takes time.
_MOST_BLOCKS = 400


class Body(QPlainTextEdit):
    """Shows one passage of a text, never interpreted, and cannot be edited."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Show nothing yet; `name` is what a screen reader calls it."""
        super().__init__(parent)
        self.setObjectName("body")
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(theme.TEXT_WIDTH)
        self.document().setDocumentMargin(2)
        self.setFont(theme.font(theme.BODY))
        self._text = ""
        self._findings: tuple[Finding, ...] = ()
        self._chosen: Finding | None = None
        self._number, self._passage = 0, passage_of("", 0)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.fit())

    @property
    def passages(self) -> int:
        """Return how many passages the text has."""
        return passage_count(self._text)

    @property
    def number(self) -> int:
        """Return the number of the passage that is shown, counted from 0."""
        return self._number

    def set_points(self, points: float) -> None:
        """Show the text at a size in points."""
        self.setFont(theme.font(points))
        self.fit()

    def show_text(self, text: str, findings: Sequence[Finding] = (), number: int = 0) -> None:
        """Show passage `number` of `text` with its findings marked."""
        self._text, self._findings, self._chosen = text, tuple(findings), None
        self._number, self._passage = number, passage_of(text, number)
        self.setPlainText(self._passage.text)
        self.mark()
        self.fit()

    def choose(self, finding: Finding | None) -> None:
        """Let one finding stand out."""
        self._chosen = finding
        self.mark()

    def mark(self) -> None:
        """Mark the findings, the longest below the shorter ones within it."""
        ordered = sorted(self._findings, key=lambda found: found.start - found.end)
        marks = [self._selection(found, is_chosen=False) for found in ordered]
        if self._chosen is not None:
            marks.append(self._selection(self._chosen, is_chosen=True))
        self.setExtraSelections([mark for mark in marks if mark is not None])

    def fit(self) -> None:
        """Take the height that the words need at the present width."""
        document, margin = self.document(), 2 * int(self.document().documentMargin())
        is_long = document.blockCount() > _MOST_BLOCKS
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if is_long else policy.ScrollBarAlwaysOff
        )
        if is_long:
            self.setFixedHeight(_MOST_BLOCKS)
            return
        high, block = 0.0, document.firstBlock()
        while block.isValid():
            high += self.blockBoundingRect(block).height()
            block = block.next()
        self.setFixedHeight(int(high) + margin + 2)

    def _selection(self, finding: Finding, *, is_chosen: bool) -> QTextEdit.ExtraSelection | None:
        span = qt_span(self._passage, finding.start, finding.end)
        if span is None:
            return None
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(span[0])
        cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        made.cursor = cursor
        made.format = span_format(finding.mark, is_chosen=is_chosen)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the new width."""
        super().resizeEvent(event)
        self.fit()

    def sizeHint(self) -> QSize:
        """Return the widest comfortable line."""
        return QSize(theme.TEXT_WIDTH, self.height())

    def minimumSizeHint(self) -> QSize:
        """Return a narrow column: words wrap."""
        return QSize(120, 24)
