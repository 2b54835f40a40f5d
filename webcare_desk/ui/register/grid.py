"""The three columns below the register that tell one case in full."""

from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.ui import theme
from webcare_desk.ui.plain import PlainLabel, tell


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
            tell(text, words)
