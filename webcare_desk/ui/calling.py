"""What a comment is, chosen by a few letters: the present category and the common ones come first."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from webcare_desk.domain.finding import Category
from webcare_desk.ui.palette import Choice, Palette
from webcare_desk.ui.words import category_word

#: What most comments are.
_COMMON = (
    Category.ADVERSE_EVENT,
    Category.QUALITY,
    Category.MEDICAL_QUESTION,
    Category.INFORMATION,
    Category.COMPLAINT,
    Category.THANKS,
    Category.NONE,
)


def ask_category(window: QWidget, present: Category, say: Callable[[Category], object]) -> None:
    """Offer every category; `say` gets the one chosen."""
    among = [
        Choice(category_word(each), (each.value,), partial(say, each))
        for each in dict.fromkeys((present, *_COMMON, *Category))
    ]
    title = QCoreApplication.translate("Palette", "What is it?")
    hint = QCoreApplication.translate("Palette", "A few letters of what it is")
    dialog = Palette(window, title, hint, among)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
