"""Asking why: the reasons that fit an act as a menu of digits, words for the other reason."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from webcare_desk import actions
from webcare_desk.domain.finding import Category, gravity
from webcare_desk.domain.inbox import Work
from webcare_desk.domain.reason import LONGEST_WORDS, Reason, Why
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.plain import ampersand
from webcare_desk.ui.words import reason_word

Then = Callable[[Why], object]


def offer(
    window: QWidget, title: str, entries: Sequence[tuple[str, Callable[[], object], bool]]
) -> QMenu:
    """Show a menu whose first nine entries answer to their digit."""
    menu = QMenu(window)
    menu.setAccessibleName(title)
    menu.addAction(ampersand(title)).setEnabled(False)
    menu.addSeparator()
    for number, (text, act, is_fit) in enumerate(entries, start=1):
        digit = f"&{number}  " if number <= 9 else "     "  # noqa: PLR2004 - keys of one digit
        action = menu.addAction(digit + ampersand(text))
        action.setEnabled(is_fit)
        action.triggered.connect(lambda _=False, act=act: act())
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(window.mapToGlobal(window.rect().center()))
    return menu


def ask_why(
    window: QWidget,
    title: str,
    reasons: Sequence[Reason],
    then: Then,
    *,
    unfit: Collection[Reason] = (),
) -> QMenu:
    """Offer the reasons of an act; `then` gets the one chosen with the words that explain it."""

    def chosen(reason: Reason) -> None:
        if Why(reason).is_explained:
            then(Why(reason))
        else:
            dialog = WordsDialog(window, title, reason, then)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    entries = [
        (reason_word(reason), partial(chosen, reason), reason not in unfit) for reason in reasons
    ]
    return offer(window, title, entries)


def why_lowered(
    window: QWidget, work: Work, category: Category, then: Callable[[Why | None], object]
) -> None:
    """Ask why only where a crisis or a possible report is called something less grave."""
    if not actions.is_lowered(work, category):
        then(None)
    elif gravity(category):
        title = QCoreApplication.translate("WordsDialog", "Not a crisis: why?")
        unfit = (Reason.NOT_AN_ADVERSE_EVENT, Reason.NO_PRODUCT)
        ask_why(window, title, actions.Classify.reasons, then, unfit=unfit)
    else:
        title = QCoreApplication.translate("WordsDialog", "Not a report: why?")
        ask_why(window, title, actions.Classify.reasons, then)


class WordsDialog(FormDialog):
    """Asks for the words without which the other reason says nothing."""

    def __init__(self, parent: QWidget, title: str, reason: Reason, then: Then) -> None:
        """Ask what `reason` means; `then` gets it with the words."""
        go_on = QCoreApplication.translate("WordsDialog", "Go on")
        super().__init__(parent, title, go_on)
        self._reason, self._then = reason, then
        self.words = self.field(reason_word(reason))
        self.words.setMaxLength(LONGEST_WORDS)

    def submit(self) -> None:
        """Go on with the words, or say that they are missing."""
        why = Why(self._reason, self.words.text().strip())
        if not why.is_explained:
            self.complain(self.tr("Say in a few words what the other reason is."))
            return
        self.accept()
        self._then(why)
