"""The form of a checker who disagrees: what the comment is, why, and in his own words."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from webcare_desk.actions import CheckDecision
from webcare_desk.domain.finding import Category
from webcare_desk.domain.quality import Check, CheckReason, DecisionKind
from webcare_desk.ui.forms import FormDialog
from webcare_desk.ui.supervision.words import word
from webcare_desk.ui.words import category_word

Then = Callable[[CheckDecision, "DisagreeDialog"], object]


class DisagreeDialog(FormDialog):
    """Asks for the category and the reason; `then` gets them, and says here what is refused."""

    def __init__(self, parent: QWidget, check: Check, then: Then) -> None:
        """Offer every category, and the reasons that fit the decision first."""
        super().__init__(parent, "", "")
        self.heading.setText(self.tr("What is it instead?"))
        self.setWindowTitle(self.heading.text())
        self.main.setText(self.tr("Disagree"))
        self._check, self._then = check, then
        self.category, self.because = QComboBox(), QComboBox()
        for category in Category:
            self.category.addItem(category_word(category), category)
        self.category.setCurrentIndex(self.category.findData(Category.ADVERSE_EVENT))
        is_sent = check.decision.kind is DecisionKind.ESCALATED
        for reason in sorted(CheckReason, key=lambda each: is_sent and each != "not-reportable"):
            self.because.addItem(word(reason), reason)
        self.words = QLineEdit()
        for label, field in (
            (self.tr("The comment is"), self.category),
            (self.tr("Because"), self.because),
            (self.tr("Remark"), self.words),
        ):
            field.setAccessibleName(label)
            self.add(label, field)
        if not is_sent:
            self.remark(self.tr("A report that was missed is opened again at once."))

    def submit(self) -> None:
        """Go on with what was said."""
        category = Category(self.category.currentData())
        because = CheckReason(self.because.currentData())
        words, agrees = self.words.text().strip(), False
        self.busy()
        self._then(CheckDecision(self._check.id, agrees, category, because, words), self)
