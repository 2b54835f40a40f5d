"""Put a theme on: Qt's palette and the style sheet, from the same colours."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from webcare_desk.ui.stylesheet import sheet
from webcare_desk.ui.theme import DARK, LIGHT, palette_of, scale


def apply_theme(app: QApplication, *, is_dark: bool) -> None:
    """Let every window of the program be light or dark."""
    chosen = DARK if is_dark else LIGHT
    app.setPalette(palette_of(chosen))
    look = sheet(chosen, scale())
    if app.styleSheet() != look:  # Qt dresses every widget anew, also in what it wears
        app.setStyleSheet(look)


def wants_dark() -> bool:
    """Say whether the person's desktop is dark."""
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
