"""The right side of the dialog: everything that PV hears beyond the comment itself."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from webcare_desk.casework import Decision, decided
from webcare_desk.domain.case_clocks import OTHER_DAYS, SERIOUS_DAYS
from webcare_desk.domain.escalation import Situation
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.intake import Ask, Mandatory, lacking, meant
from webcare_desk.ui import theme
from webcare_desk.ui.clock import day_after, left, moment
from webcare_desk.ui.escalation.alike import Alikes
from webcare_desk.ui.escalation.criterion import CriterionRow
from webcare_desk.ui.escalation.fields import Fields
from webcare_desk.ui.escalation.prefill import Prefill
from webcare_desk.ui.escalation.words import mandatory_word, situation_word
from webcare_desk.ui.plain import PlainLabel, oneline, plain_tip

#: How many situations stand beside each other, and from which size of letters on only one does.
_COLUMNS, _LARGE = 2, 1.2
_NBSP = "\u00a0"  # a sign stays with its word


class CaseForm(QWidget):
    """Filled from the findings; nothing in it stands in the way of sending."""

    #: Something was typed, ticked or chosen.
    changed = Signal()

    def __init__(self, prefill: Prefill) -> None:
        """Show a case as the text shows it."""
        super().__init__()
        self.setObjectName("form")
        case = self.case = prefill.case
        self.rows = [CriterionRow(name, each, case.snapshot.text) for name, each in case.criteria]
        self.alikes = Alikes(case, prefill.alike)
        self.fields = Fields(case, prefill.parties.country)
        self.situations: dict[Situation, QCheckBox] = {}
        self._where = _heading("")
        self._say_where(case)
        self.remark = QPlainTextEdit()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        self._column.setSpacing(theme.XS)
        self._lay_out(prefill)
        self.fields.changed.connect(self._imply)
        self.fields.changed.connect(self.changed)
        self.remark.textChanged.connect(self.changed)

    def decision(self) -> Decision:
        """Return what the form says now."""
        return Decision(
            criteria=tuple((row.criterion, row.answer()) for row in self.rows),
            situations=tuple(each for each, box in self.situations.items() if box.isChecked()),
            remark=self.remark.toPlainText().strip(),
            products=self.fields.products(),
            event_words=self.fields.event_words(),
            details=self.fields.answers(),
            linked=self.alikes.linked(),
            revision=self.case.snapshot.revision,
        )

    def _imply(self) -> None:
        """Let the criteria follow the fields; an answer that a person changed stays."""
        made = decided(self.case, replace(self.decision(), criteria=None))
        for row, (_, evidence) in zip(self.rows, made.criteria, strict=True):
            row.imply(evidence)
        self._say_where(made)

    def _say_where(self, made: SafetyCase) -> None:
        """Say where the situations go: a code is of one product, and nobody may have said of which."""
        is_of_one = meant(made, Ask.WHICH_PRODUCT) is not None
        coded = self.tr("Special situations, with their code in G.k.10.r")
        told = self.tr("Special situations, in the narrative alone until a product is chosen")
        self._where.setText(coded if is_of_one else told)

    def keep_typed(self, before: "CaseForm") -> None:
        """Take over what a person had typed or ticked on a form of older words.

        Not what was said of the criteria: that is about the words, and these have changed.
        """
        self.fields.keep_typed(before.fields)
        self.remark.setPlainText(before.remark.toPlainText())
        for situation, box in before.situations.items():
            if box.isChecked() is not (situation in before.case.situations):
                self.situations[situation].setChecked(box.isChecked())

    def lacking(self) -> tuple[Mandatory, ...]:
        """Return what is mandatory and still not there."""
        return lacking(decided(self.case, self.decision()))

    def widget_of(self, field: str) -> QWidget | None:
        """Return a field by its name; the form's own names for what is no question."""
        return self.remark if field == "remark" else self.fields.widgets.get(field)

    def _lay_out(self, prefill: Prefill) -> None:
        case, column = prefill.case, self._column
        if prefill.alike:
            self._section(self.tr("Possibly the same case"), self.alikes)
        self._section(self.tr("Always in the packet"), PlainLabel(self._always(case), wraps=True))
        self._section(self.tr("Clocks"), PlainLabel(self._clocks(prefill), wraps=True))
        column.addWidget(_heading(self.tr("The four criteria")))
        for row in self.rows:
            column.addWidget(row)
        column.addSpacing(theme.S)
        if case.serious_words:
            self._section(self.tr("Words that may point to seriousness"), self._serious(case))
        column.addWidget(self.fields)
        column.addSpacing(theme.S)
        column.addWidget(self._where)
        column.addLayout(self._boxes(case))
        column.addSpacing(theme.S)
        self._section(self.tr("Remark for PV (optional)"), self._remark())
        column.addStretch()

    def _section(self, title: str, content: QWidget) -> None:
        self._column.addWidget(_heading(title))
        self._column.addWidget(content)
        self._column.addSpacing(theme.S)

    def _always(self, case: SafetyCase) -> str:
        missing = lacking(case)
        marks = {True: "○", False: "✓"}
        said = [f"{marks[each in missing]}{_NBSP}{mandatory_word(each)}" for each in Mandatory]
        if not case.snapshot.link.strip() and case.snapshot.remote_id.strip():
            place = list(Mandatory).index(Mandatory.LINK)
            said[place] += " " + self.tr("(none of its own: platform and number)")
        if not case.products:
            place = list(Mandatory).index(Mandatory.PRODUCT)
            said[place] += " " + self.tr("(defaulted: the page's own)")
        return "    ".join(said)

    def _clocks(self, prefill: Prefill) -> str:
        case, at = prefill.case, prefill.at
        zero, times = case.day_zero_at, case.awareness
        seen = self.tr("First viewed: {seen}. Day zero: {time}")
        if zero == times.first_viewed_at:
            seen = self.tr("First viewed, day zero: {time}")
        due = self.tr("Due at PV: {time} ({left})")
        days = self.tr("PV's own clock: day 15 (serious) is {serious}, day 90 is {other}")
        return "\n".join(
            (
                seen.format(time=moment(zero), seen=moment(times.first_viewed_at)),
                due.format(time=moment(case.due_at), left=left(case.due_at, at).text),
                days.format(
                    serious=day_after(zero, SERIOUS_DAYS, prefill.parties.zone),
                    other=day_after(zero, OTHER_DAYS, prefill.parties.zone),
                ),
            )
        )

    def _serious(self, case: SafetyCase) -> PlainLabel:
        words = ", ".join(f"“{oneline(word, 40)}”" for word in case.serious_words)
        said = self.tr("{words}: passed on as words; PV decides what is serious.")
        return PlainLabel(said.format(words=words), wraps=True)

    def _boxes(self, case: SafetyCase) -> QGridLayout:
        from webcare_desk.pv.e2b.asked import situation_code

        columns = _COLUMNS if theme.scale() < _LARGE else 1
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.L)
        grid.setVerticalSpacing(0)
        for number, situation in enumerate(Situation):
            code = situation_code(situation)
            box = QCheckBox(situation_word(situation) + (f"  ·  {code}" if code else ""))
            tip = self.tr("E2B(R3): G.k.10.r = {code}").format(code=code)
            plain_tip(box, tip if code else self.tr("E2B(R3) has no code: told in the narrative"))
            box.setChecked(situation in case.situations)
            box.toggled.connect(self.changed)
            self.situations[situation] = box
            grid.addWidget(box, number // columns, number % columns)
        return grid

    def _remark(self) -> QPlainTextEdit:
        self.remark.setObjectName("field")
        self.remark.setAccessibleName(self.tr("Remark for PV (optional)"))
        self.remark.setTabChangesFocus(True)
        self.remark.setFixedHeight(3 * self.remark.fontMetrics().lineSpacing() + theme.L)
        return self.remark


def _heading(text: str) -> PlainLabel:
    label = PlainLabel(text)
    label.setObjectName("section")
    return label
