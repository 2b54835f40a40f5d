"""The template chooser: type a few words, press Enter."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from webcare_desk.ui import theme
from webcare_desk.ui.composer.blanks import BLANK
from webcare_desk.ui.composer.choose import Choice, matching
from webcare_desk.ui.dress import dress
from webcare_desk.ui.plain import oneline

_WIDE, _HIGH, _PREVIEW = 460, 320, 90


class TemplateChooser(QFrame):
    """A popup with a search field over the templates."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("chooser")
        self._offered: tuple[Choice, ...] = ()
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Search the templates"))
        self.words.setAccessibleName(self.tr("Search the templates"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Templates"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.S, theme.S, theme.S, theme.S)
        column.addWidget(self.words)
        column.addWidget(self.list)
        self.resize(_WIDE, _HIGH)
        self.words.textChanged.connect(self._fill)
        self.words.returnPressed.connect(self._choose)
        self.words.installEventFilter(self)
        self.list.itemActivated.connect(lambda _: self._choose())
        self.list.itemClicked.connect(lambda _: self._choose())
        dress(self)

    def offer(self, offered: tuple[Choice, ...]) -> None:
        """Offer these templates."""
        self._offered = offered
        self.words.clear()
        self._fill()

    def open_below(self, widget: QWidget) -> None:
        """Open over or under a button, wherever there is room."""
        below = widget.mapToGlobal(widget.rect().bottomLeft())
        screen = widget.screen().availableGeometry()
        y = below.y() + theme.XS
        if y + self.height() > screen.bottom():
            y = below.y() - widget.height() - self.height() - theme.XS
        self.move(min(below.x(), screen.right() - self.width()), max(y, screen.top()))
        self.show()
        self.words.setFocus()

    def _fill(self) -> None:
        self.list.clear()
        for choice in matching(self._offered, self.words.text()):
            title = self.tr("★ {title} — recommended") if choice.is_recommended else "{title}"
            first = oneline(BLANK.sub("…", choice.text), _PREVIEW)
            item = QListWidgetItem(f"{title.format(title=choice.title)}\n{first}")
            item.setData(Qt.ItemDataRole.UserRole, choice.id)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.hide()
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list while the words are typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                row = self.list.currentRow() + step
                self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
                return True
        return super().eventFilter(watched, event)
