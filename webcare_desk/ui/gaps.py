"""The sources and what they did not cover: a gap is shown until somebody explains it."""

from functools import partial

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from webcare_desk import actions
from webcare_desk.domain.coverage import Coverage
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reason import Why
from webcare_desk.ui import theme
from webcare_desk.ui.clock import moment
from webcare_desk.ui.latest import alive
from webcare_desk.ui.plain import PlainLabel, oneline
from webcare_desk.ui.room import give_room
from webcare_desk.ui.said import said_words
from webcare_desk.ui.unread import nothing_read
from webcare_desk.ui.why import ask_why
from webcare_desk.ui.words import coverage_word
from webcare_desk.ui.workplace import Workplace


class GapsDialog(QDialog):
    """One line for each gap, with its reason and a button that explains it."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        """Show the gaps that nobody has explained."""
        super().__init__(parent)
        self._work = workplace
        self.setWindowTitle(self.tr("Sources and gaps"))
        give_room(self, 680, 420)
        self.explain_buttons: list[QPushButton] = []
        self._area = QScrollArea()
        self._area.setAccessibleName(self.tr("Gaps"))
        self._area.setWidgetResizable(True)
        buttons = QDialogButtonBox()
        close = QPushButton(self.tr("Close"))
        close.setObjectName("primary")  # its letters are bold before it is measured
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        column.addWidget(self._area)
        column.addWidget(buttons)
        close.setDefault(True)
        self._fill()

    def _fill(self) -> None:
        page = QWidget()
        page.setObjectName("pane")
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        column.setSpacing(theme.M)
        self.explain_buttons.clear()
        gaps = self._work.app.desk.read.gaps()
        if not gaps:
            covered = self.tr("Every poll covered, or its gap is explained.")
            column.addWidget(PlainLabel(nothing_read(self._work.app) or covered, wraps=True))
        for number, poll in gaps:
            column.addLayout(self._line(number, poll))
        column.addStretch()
        bar = self._area.verticalScrollBar()
        place = bar.value()
        self._area.setWidget(page)
        bar.setValue(place)

    def _line(self, number: int, poll: Coverage) -> QHBoxLayout:
        text = f"{oneline(poll.source, 40)} · {moment(poll.began_at)} · {coverage_word(poll.state)}"
        about = PlainLabel(f"{text}\n{oneline(said_words(poll.problem or ''), 300)}", wraps=True)
        explain = QPushButton(self.tr("Explain…"))
        explain.setAccessibleName(self.tr("Explain: {gap}").format(gap=text))
        explain.setEnabled(self._work.may(Right.OVERSEE))
        explain.clicked.connect(partial(self._ask, number))
        self.explain_buttons.append(explain)
        row = QHBoxLayout()
        row.addWidget(about, 1)
        row.addWidget(explain)
        return row

    def _ask(self, gap: int) -> None:
        """Ask why the gap is none any more."""
        explain = partial(self._explain, gap)
        ask_why(self, self.tr("The gap is explained: how?"), actions.ExplainGap.reasons, explain)

    def _explain(self, gap: int, why: Why) -> None:
        explained = actions.ExplainGap(gap, why.reason, why.words)
        self._work.tasks.perform(explained, alive(self, lambda _: self._fill()))
