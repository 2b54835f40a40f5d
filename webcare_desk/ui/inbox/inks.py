"""What a row is painted with: fonts, their measures and colours, made once for a theme and a font."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPen

from webcare_desk.ui import theme

if TYPE_CHECKING:
    from webcare_desk.domain.finding import Category
    from webcare_desk.ui.theme import Shape


class Type:
    """A font with its measures, in pixels."""

    __slots__ = ("ascent", "font", "height", "metrics")

    def __init__(self, font: QFont) -> None:
        """Measure `font`."""
        self.font, self.metrics = font, QFontMetrics(font)
        self.height, self.ascent = self.metrics.height(), self.metrics.ascent()


class Inks:
    """One look; `fits` says whether it still is that of the window."""

    def __init__(self) -> None:
        """Take the theme and the font in use."""
        self._is_dark, self._font = theme.is_dark(), QGuiApplication.font()
        self.colours = theme.colours()
        self.normal, self.bold = Type(theme.font()), Type(theme.font(bold=True))
        self.small = Type(theme.font(theme.SMALL))
        self.small_bold = Type(theme.font(theme.SMALL, bold=True))
        self._pens: dict[str, QPen] = {}
        self._marks: dict[Category, tuple[Shape, str]] = {}

    def fits(self) -> bool:
        """Say whether theme and font are still those in use."""
        return theme.is_dark() is self._is_dark and QGuiApplication.font() == self._font

    def pen(self, colour: str) -> QPen:
        """Return a pen one pixel wide of a colour, which is also what text is drawn with."""
        found = self._pens.get(colour)
        if found is None:
            found = self._pens[colour] = QPen(QColor(colour), 1)
        return found

    def mark(self, category: Category) -> tuple[Shape, str]:
        """Return the shape of a category and its colour."""
        found = self._marks.get(category)
        if found is None:
            found = self._marks[category] = theme.category_mark(category)
        return found
