"""The marks of queues and categories as drawings, told apart without colour."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from webcare_desk.ui.theme import Shape


def draw(painter: QPainter, area: QRectF, shape: Shape, colour: str) -> None:
    """Draw a mark that fills `area`, a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), area.width() / 8))
    painter.setBrush(QColor(colour))
    _DRAWINGS[shape](painter, area)
    painter.restore()


def icon(shape: Shape, colour: str, size: int = 16) -> QIcon:
    """Return a mark as an icon, twice as sharp for dense screens."""
    pixmap = QPixmap(size * 2, size * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw(painter, QRectF(1, 1, size - 2, size - 2), shape, colour)
    painter.end()
    return QIcon(pixmap)


def _points(area: QRectF, *places: tuple[float, float]) -> QPolygonF:
    """Return a polygon whose corners are given in parts of the area."""
    return QPolygonF([_point(area, x, y) for x, y in places])


def _point(area: QRectF, x: float, y: float) -> QPointF:
    return QPointF(area.x() + x * area.width(), area.y() + y * area.height())


def _bangs(painter: QPainter, area: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    wide, high = area.width(), area.height()
    for x in (0.16, 0.60):
        left = area.x() + x * wide
        painter.drawRoundedRect(QRectF(left, area.y(), wide * 0.24, high * 0.66), 1, 1)
        painter.drawEllipse(QRectF(left, area.y() + high * 0.76, wide * 0.24, high * 0.24))


def _triangle(painter: QPainter, area: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(_points(area, (0.5, 0.04), (1, 0.94), (0, 0.94)))


def _hollow_triangle(painter: QPainter, area: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(_points(area, (0.5, 0.14), (0.92, 0.88), (0.08, 0.88)))


def _diamond(painter: QPainter, area: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(_points(area, (0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)))


def _hollow_diamond(painter: QPainter, area: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(_points(area, (0.5, 0.08), (0.92, 0.5), (0.5, 0.92), (0.08, 0.5)))


def _disc(painter: QPainter, area: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(area.marginsRemoved(_inset(area, 0.06)))


def _ring(painter: QPainter, area: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(area.marginsRemoved(_inset(area, 0.12)))


def _hourglass(painter: QPainter, area: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(_points(area, (0.12, 0), (0.88, 0), (0.5, 0.5)))
    painter.drawPolygon(_points(area, (0.12, 1), (0.88, 1), (0.5, 0.5)))


def _tick(painter: QPainter, area: QRectF) -> None:
    painter.setPen(QPen(painter.pen().color(), area.width() / 6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(_points(area, (0.08, 0.55), (0.38, 0.85), (0.94, 0.2)))


def _square(painter: QPainter, area: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRect(area.marginsRemoved(_inset(area, 0.1)))


def _person(painter: QPainter, area: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    wide, high = area.width(), area.height()
    painter.drawEllipse(QRectF(area.x() + wide * 0.29, area.y(), wide * 0.42, high * 0.42))
    shoulders = QRectF(area.x() + wide * 0.08, area.y() + high * 0.52, wide * 0.84, high * 0.9)
    painter.setClipRect(QRectF(area.x(), area.y(), wide, high))
    painter.drawEllipse(shoulders)


def _question(painter: QPainter, area: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    wide, high = area.width(), area.height()
    bow = QRectF(area.x() + wide * 0.22, area.y() + high * 0.04, wide * 0.56, high * 0.5)
    painter.drawArc(bow, 200 * 16, -290 * 16)
    painter.drawLine(_point(area, 0.5, 0.54), _point(area, 0.5, 0.7))
    painter.drawPoint(_point(area, 0.5, 0.94))


def _cross(painter: QPainter, area: QRectF) -> None:
    painter.setPen(QPen(painter.pen().color(), area.width() / 6))
    painter.drawLine(_point(area, 0.12, 0.12), _point(area, 0.88, 0.88))
    painter.drawLine(_point(area, 0.88, 0.12), _point(area, 0.12, 0.88))


def _inset(area: QRectF, part: float) -> QMarginsF:
    inset = area.width() * part
    return QMarginsF(inset, inset, inset, inset)


_DRAWINGS: Mapping[Shape, Callable[[QPainter, QRectF], None]] = {
    Shape.BANGS: _bangs,
    Shape.TRIANGLE: _triangle,
    Shape.HOLLOW_TRIANGLE: _hollow_triangle,
    Shape.DIAMOND: _diamond,
    Shape.HOLLOW_DIAMOND: _hollow_diamond,
    Shape.DISC: _disc,
    Shape.RING: _ring,
    Shape.HOURGLASS: _hourglass,
    Shape.TICK: _tick,
    Shape.SQUARE: _square,
    Shape.PERSON: _person,
    Shape.QUESTION: _question,
    Shape.CROSS: _cross,
}
