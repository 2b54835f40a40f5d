"""The adjudicated examples that read like the comment: what is one, and what is not."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from webcare_desk.protocol.nearest import Adjudged, Nearest
from webcare_desk.ui.plain import PlainLabel, oneline
from webcare_desk.ui.words import category_word

translate = QCoreApplication.translate
_LONGEST = 110


def near_lines(near: Nearest) -> list[QWidget]:
    """Return a line for each example, those that are first."""
    return [
        *(_line(one, is_one=True) for one in near.matching),
        *(_line(one, is_one=False) for one in near.others),
    ]


def _line(one: Adjudged, *, is_one: bool) -> QWidget:
    category = category_word(one.category)
    if is_one:
        words = translate("NearExamples", "✓ {category}: “{text}”")
    else:
        words = translate("NearExamples", "✗ Not “{category}”: “{text}”")
    text = oneline(one.example.text, _LONGEST)
    label = PlainLabel(words.format(category=category, text=text), wraps=True)
    label.setObjectName("fine" if is_one else "faint")
    return label
