"""How a finding looks and reads: an underline of its own, a colour, and words."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QTextCharFormat

from webcare_desk.domain.finding import Category, Context, Finding, Mark
from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.ui import theme
from webcare_desk.ui.comment.concepts import concept_word
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.words import category_word

_TINT, _STRONG = 34, 92  # how much of the colour lies behind the words, of 255
_WIDE, _HIGH = 28, 16

_LINES: Mapping[Mark, QTextCharFormat.UnderlineStyle] = {
    Mark.EVENT: QTextCharFormat.UnderlineStyle.WaveUnderline,
    Mark.PRODUCT: QTextCharFormat.UnderlineStyle.SingleUnderline,
    Mark.PERSON: QTextCharFormat.UnderlineStyle.DotLine,
    Mark.CUE: QTextCharFormat.UnderlineStyle.DashUnderline,
    Mark.WORDING: QTextCharFormat.UnderlineStyle.DashDotLine,
}
_MARKS: Mapping[Mark, str] = {
    Mark.EVENT: QT_TRANSLATE_NOOP("Spans", "event"),
    Mark.PRODUCT: QT_TRANSLATE_NOOP("Spans", "product"),
    Mark.PERSON: QT_TRANSLATE_NOOP("Spans", "person"),
    Mark.CUE: QT_TRANSLATE_NOOP("Spans", "cue"),
    Mark.WORDING: QT_TRANSLATE_NOOP("Spans", "wording"),
}
_CONTEXTS: Mapping[Context, str] = {
    Context.NEGATED: QT_TRANSLATE_NOOP("Spans", "negated"),
    Context.HYPOTHETICAL: QT_TRANSLATE_NOOP("Spans", "hypothetical"),
    Context.QUESTION: QT_TRANSLATE_NOOP("Spans", "in a question"),
    Context.SECOND_HAND: QT_TRANSLATE_NOOP("Spans", "about somebody else"),
    Context.PAST: QT_TRANSLATE_NOOP("Spans", "in the past"),
    Context.BENEFIT: QT_TRANSLATE_NOOP("Spans", "a benefit"),
    Context.TREATED: QT_TRANSLATE_NOOP("Spans", "what a medicine is taken for"),
    Context.INHERITED: QT_TRANSLATE_NOOP("Spans", "from the comment it answers"),
    Context.DEOBFUSCATED: QT_TRANSLATE_NOOP("Spans", "matched after de-obfuscation"),
    Context.TYPO: QT_TRANSLATE_NOOP("Spans", "with a typo"),
}


def mark_word(mark: Mark) -> str:
    """Return the name of a mark."""
    return QCoreApplication.translate("Spans", _MARKS[mark])


def context_word(context: Context) -> str:
    """Return how words around a finding bear on it."""
    return QCoreApplication.translate("Spans", _CONTEXTS[context])


def finding_words(text: str, finding: Finding) -> str:
    """Return a finding as one line: `event: hoofdpijn — headache, negated`."""
    words = oneline(text[finding.start : finding.end], 60)
    if finding.mark is Mark.WORDING:
        return f"{mark_word(finding.mark)}: {words} — {_weighed(finding.category)}"
    said = [concept_word(finding.concept)]
    said += [context_word(context) for context in Context if context in finding.contexts]
    return f"{mark_word(finding.mark)}: {words} — {', '.join(said)}"


def _weighed(category: Category | None) -> str:
    said = QCoreApplication.translate("Spans", "weighed most with the model")
    return said if category is None else f"{said} ({category_word(category).lower()})"


def mark_colour(mark: Mark) -> QColor:
    """Return the colour of a mark in the theme in use."""
    now = theme.colours()
    return QColor(
        {
            Mark.EVENT: now.event,
            Mark.PRODUCT: now.product,
            Mark.PERSON: now.person,
            Mark.CUE: now.cue,
            Mark.WORDING: now.accent,
        }[mark]
    )


def span_format(mark: Mark, *, is_chosen: bool = False) -> QTextCharFormat:
    """Return how words with a mark look; the chosen finding stands out."""
    colour = mark_colour(mark)
    made = QTextCharFormat()
    made.setUnderlineStyle(_LINES[mark])
    made.setUnderlineColor(colour)
    behind = QColor(colour)
    behind.setAlpha(_STRONG if is_chosen else _TINT)
    made.setBackground(behind)
    return made


def mark_icon(mark: Mark) -> QIcon:
    """Return a short piece of the mark's underline, for the list beneath."""
    pixmap = QPixmap(_WIDE * 2, _HIGH * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_pen(mark))
    painter.drawPath(_wave() if mark is Mark.EVENT else _line())
    painter.end()
    return QIcon(pixmap)


def _pen(mark: Mark) -> QPen:
    pen = QPen(mark_colour(mark), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    dashes = {Mark.PERSON: [1.0, 1.4], Mark.CUE: [3.4, 2.0], Mark.WORDING: [3.4, 1.4, 1.0, 1.4]}
    if mark in dashes:
        pen.setDashPattern(dashes[mark])
    return pen


def _line() -> QPainterPath:
    path = QPainterPath(QPointF(2, _HIGH / 2))
    path.lineTo(_WIDE - 2, _HIGH / 2)
    return path


def _wave() -> QPainterPath:
    path, middle = QPainterPath(QPointF(2, _HIGH / 2)), _HIGH / 2
    for step in range(4):
        left = 2 + step * 6
        swing = -4.5 if step % 2 else 4.5
        path.quadTo(QPointF(left + 3, middle + swing), QPointF(left + 6, middle))
    return path
