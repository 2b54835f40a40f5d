"""The public reply: a template with its blanks filled, the gates, and the send button."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, Qt
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from webcare_desk.ui import theme
from webcare_desk.ui.composer.blanks import BlankHighlighter, select_next_blank, units
from webcare_desk.ui.composer.chooser import TemplateChooser
from webcare_desk.ui.composer.gates import Gate, Light, stop_of
from webcare_desk.ui.keys import with_key
from webcare_desk.ui.plain import PlainLabel, plain_tip
from webcare_desk.ui.problem import ProblemLine

_NBSP = "\u00a0"  # what is fine stays together with its sign
#: How many lines the field shows at least, and at most unless the pane has more room.
_FEWEST, _MOST = 3, 8
#: Of a window's lines so many are taken by what stands around field and comment; of the
#: rest the field has no more than a third, so that the comment stays in sight.
_AROUND, _SHARE = 17, 3
_SIGNS = {Light.FINE: "✓", Light.WARNING: "!", Light.STOP: "✗"}


class ReplyEdit(QPlainTextEdit):
    """The field of the reply; Tab jumps from blank to blank."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self.setObjectName("reply")
        self.setAccessibleName(self.tr("Public reply"))
        self.setPlaceholderText(
            self.tr("Write a reply that everybody can read, or choose a template.")
        )
        self.setFont(theme.font(theme.BODY))
        self._blanks = BlankHighlighter(self.document())
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._make_room())
        self._make_room()

    def put(self, text: str) -> None:
        """Put a text in place of what stands here; Ctrl+Z brings that back."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.endEditBlock()
        cursor.setPosition(0)
        self.setTextCursor(cursor)
        self.go_on()

    def go_on(self) -> None:
        """Take the focus; a caret that nobody has placed goes to the next blank, or behind the body."""
        self.setFocus()
        cursor = self.textCursor()
        if cursor.hasSelection() or cursor.position() or select_next_blank(self):
            return
        body, _, sign_off = self.toPlainText().rstrip().rpartition("\n")
        cursor.setPosition(units(body.rstrip() or sign_off))
        self.setTextCursor(cursor)

    def _make_room(self) -> None:
        """Show all lines of what is written, up to eight: it is read before it is sent."""
        high, around = self.fontMetrics().lineSpacing(), 2 * (self.frameWidth() + theme.S)
        most = min(_MOST, (self.window().height() // high - _AROUND) // _SHARE)
        # The size of a plain text's document counts its lines, not pixels.
        lines = max(min(int(self.document().size().height()), most), _FEWEST)
        self.setMinimumHeight(lines * high + around)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window where there is no typing to undo: it calls a reply back."""
        asked = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        if asked and not self.document().isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own signature
        """Go to the next blank; behind the last one, and back, to another widget.

        The class below this one keeps Tab for itself: the keyboard would not get out.
        """
        return (next and select_next_blank(self)) or QWidget.focusNextPrevChild(self, next)


class ReplyTab(QWidget):
    """Writes a reply; says in words why it cannot be sent yet."""

    #: It is to be sent; the comment, which was reworded, was read again.
    sent, read_again = Signal(), Signal()
    chooser_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self.edit = ReplyEdit()
        self.chooser = TemplateChooser(self)
        self.template = QPushButton(self.tr("Template…"))
        self.again = QPushButton(self.tr("I have read it again"))
        self.send = QPushButton(with_key(self.tr("Send"), "Ctrl+Return"))
        self.reason = PlainLabel(wraps=True)
        self.problem = ProblemLine()
        self._column = QVBoxLayout(self)
        self._gates = QVBoxLayout()
        self._gates.setSpacing(theme.XS)
        self._shown: tuple[tuple[Gate, ...], str] = ((), "")
        self._barred = ""
        self._lay_out()
        self.send.clicked.connect(self._send)
        self.template.clicked.connect(self.chooser_asked)
        self.again.clicked.connect(self.read_again)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._send)

    def bar(self, reason: str) -> None:
        """Let no reply leave as long as its writer may send none for a `reason`, and say it."""
        self._barred = reason
        self.show_gates(*self._shown)

    def show_gates(self, gates: tuple[Gate, ...], closed: str) -> None:
        """Show the gates; the reply can be sent when none stops it and it is not `closed`."""
        self._clear_gates()
        self._shown = (gates, closed)
        loud = [gate for gate in gates if not gate.is_quiet]
        said = [(gate.light, _line_of(gate)) for gate in loud if gate.light is not Light.FINE]
        fine = [_line_of(gate).replace(" ", _NBSP) for gate in loud if gate.light is Light.FINE]
        whole = "   ".join(fine)
        folded = self.tr("✓ %n check(s) in order", "", len(fine))
        is_stopped = any(gate.light is Light.STOP for gate in loud)
        shown = folded if is_stopped else whole  # what stops it has the room
        for light, line in (*said, *([(Light.FINE, shown)] if fine else [])):
            label = PlainLabel(line, wraps=True)
            label.setObjectName(light.value)
            plain_tip(label, whole if line is folded else "")
            self._gates.addWidget(label)
        self.again.setVisible(any(gate.is_to_read for gate in gates) and not closed)
        reason = closed or self._barred or stop_of(gates)
        self.send.setEnabled(not reason)
        self.send.setAccessibleDescription(reason)
        self.reason.setText("" if reason in {gate.words for gate in loud} else reason)
        self.reason.setVisible(bool(self.reason.text()))

    def event(self, event: QEvent) -> bool:
        """Ask for the height of all lines at this width: the pane below would be drawn over."""
        known = super().event(event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            needed = self._column.minimumHeightForWidth(self.width())
            self.setMinimumHeight(max(needed, 0))  # -1 where no line wraps
        return known

    def _clear_gates(self) -> None:
        while (item := self._gates.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _send(self) -> None:
        if self.send.isEnabled():
            self.sent.emit()

    def _lay_out(self) -> None:
        self.send.setObjectName("primary")
        self.again.hide()
        self.reason.setObjectName("faint")
        self.template.setAccessibleName(self.tr("Choose a template"))
        line = QHBoxLayout()
        line.setSpacing(theme.S)
        line.addWidget(self.template)
        line.addStretch()
        line.addWidget(self.again)
        line.addWidget(self.send)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column = self._column
        column.setContentsMargins(theme.L, theme.S, theme.L, theme.M)
        column.setSpacing(theme.S)
        column.addWidget(self.edit, 1)
        column.addLayout(self._gates)
        column.addWidget(self.reason)
        column.addWidget(self.problem)
        column.addLayout(line)


def _line_of(gate: Gate) -> str:
    return f"{_SIGNS[gate.light]} {gate.words}"
