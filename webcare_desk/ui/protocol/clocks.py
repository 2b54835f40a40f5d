"""The two clocks of a comment: the reply's, which pauses, and PV's, which never does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from webcare_desk.domain.sla import Interval, Sla
from webcare_desk.domain.spans import MINUTE
from webcare_desk.ui import theme
from webcare_desk.ui.clock import Left, Urgency, left, moment, span, time_of_day
from webcare_desk.ui.plain import PlainLabel, plain_tip
from webcare_desk.ui.protocol.outline import Outline

_LOOKS = {Urgency.OVERDUE: "stop", Urgency.SOON: "warning", Urgency.LATER: "strongest"}


class Clocks(QWidget):
    """Both clocks side by side, each with its name; the reply's explains itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no clock yet."""
        super().__init__(parent)
        self.reply, self.aware = _Clock("◔"), _Clock("◕")
        self.why = QPushButton()
        self.why.setObjectName("link")
        self.why.setCheckable(True)
        self.counted = PlainLabel(wraps=True)
        self.counted.setObjectName("faint")
        self.why.toggled.connect(self.counted.setVisible)
        both = QHBoxLayout()
        both.setSpacing(theme.M)
        both.addWidget(self.reply, 1, Qt.AlignmentFlag.AlignTop)
        both.addWidget(self.aware, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        column.addLayout(both)
        column.addWidget(self.why)
        column.addWidget(self.counted)
        self.counted.hide()

    def show_outline(self, outline: Outline) -> None:
        """Show how the clocks of a comment stand."""
        work, at = outline.file.work, outline.at
        self.reply.show_due(self.tr("Reply"), work.reply_due, at, self.tr("No reply is due"))
        none = self.tr("Not running")
        if outline.escalation is not None and not outline.escalation.is_open:
            none = self.tr("PV has answered")
        name = self.tr("PV answers") if outline.file.awaits_answer else self.tr("PV must know")
        self.aware.show_due(name, work.aware_due, at, none)
        self._show_why(outline)

    def _show_why(self, outline: Outline) -> None:
        due = outline.file.work.reply_due
        is_explained = due is not None and bool(outline.counted)
        self.why.setVisible(is_explained)
        self.counted.setVisible(is_explained and self.why.isChecked())
        if due is None or outline.sla is None:
            return
        self.why.setText(self.tr("Why {time}?").format(time=time_of_day(due)[:5]))
        begin, length = self._begin(outline.sla), span(outline.sla.minutes * MINUTE)
        lines = [begin.format(length=length, time=moment(outline.file.reply_from))]
        self.counted.setText("\n".join(lines + [_interval(each) for each in outline.counted]))

    def _begin(self, sla: Sla) -> str:
        """Name what is counted: days or minutes, of the office or of the calendar and clock."""
        if sla.days and sla.business:
            return self.tr("%n day(s) on which the office opens, after {time}:", None, sla.days)
        if sla.days:
            return self.tr("%n calendar day(s) after {time}:", None, sla.days)
        if sla.business:
            return self.tr("{length} of office time, counted from {time}:")
        return self.tr("{length} by the clock, counted from {time}:")


class _Clock(QWidget):
    """One clock: its shape and name, what is left, and until when."""

    def __init__(self, sign: str) -> None:
        super().__init__()
        self._sign = sign
        self.name, self.left, self.due = (PlainLabel(wraps=True) for _ in range(3))
        self.name.setObjectName("section")
        self.due.setObjectName("faint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for widget in (self.name, self.left, self.due):
            column.addWidget(widget)

    def show_due(self, name: str, due: int | None, at: int, none: str) -> None:
        """Show what is left until `due`, or `none` where the clock does not run."""
        self.name.setText(f"{self._sign} {name}")
        shown = Left(none, Urgency.LATER) if due is None else left(due, at)
        self.left.setText(shown.text)
        self.left.setObjectName("faint" if due is None else _LOOKS[shown.urgency])
        self.left.style().polish(self.left)
        self.due.setText("" if due is None else moment(due))
        self.due.setVisible(due is not None)
        plain_tip(self.left, "" if due is None else moment(due))


def _interval(interval: Interval) -> str:
    begin, end = interval
    return f"{moment(begin)} – {time_of_day(end)[:5]}  ({span(end - begin)})"
