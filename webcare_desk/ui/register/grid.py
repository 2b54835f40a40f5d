"""The table of the register, and the three columns below it that tell one case in full."""

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.ui import theme
from webcare_desk.ui.plain import PlainLabel, shown
from webcare_desk.ui.register.line import columns

_ROW = 34


class Grid(QTableView):
    """Rows of cases; letters are commands, not a search."""

    def __init__(self, name: str, model: QAbstractItemModel) -> None:
        """Show a model; a screen reader calls the table `name`."""
        super().__init__()
        self.setModel(model)
        self.setObjectName("entries")
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for number, column in enumerate(columns()):
            if column.width:
                self.setColumnWidth(number, round(column.width * theme.scale()))
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are commands."""
        del search


class Columns(QWidget):
    """Texts side by side, each under its heading."""

    def __init__(self, names: tuple[str, ...]) -> None:
        """Show nothing under the headings `names`."""
        super().__init__()
        self.setObjectName("pane")
        self.texts = [QPlainTextEdit() for _ in names]
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        line.setSpacing(theme.L)
        for name, text in zip(names, self.texts, strict=True):
            heading = PlainLabel(name)
            heading.setObjectName("section")
            text.setObjectName("entry")
            text.setReadOnly(True)
            text.setTabChangesFocus(True)
            text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
            text.setAccessibleName(name)
            column = QVBoxLayout()
            column.setSpacing(theme.XS)
            column.addWidget(heading)
            column.addWidget(text, 1)
            line.addLayout(column, 1)

    def show_texts(self, told: tuple[str, ...]) -> None:
        """Show these texts, or none."""
        for text, words in zip(self.texts, told or ("",) * len(self.texts), strict=True):
            text.setPlainText(shown(words))
