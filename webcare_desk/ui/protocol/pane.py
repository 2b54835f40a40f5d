"""The protocol pane: what this may be and why, the clocks, the steps, the templates."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.domain.moderator import Right
from webcare_desk.ui import theme
from webcare_desk.ui.dress import dress
from webcare_desk.ui.elided import ElidedButton
from webcare_desk.ui.latest import PATIENCE, Latest
from webcare_desk.ui.menus import keyed
from webcare_desk.ui.plain import PlainLabel, oneline
from webcare_desk.ui.protocol.answer import AnswerLine
from webcare_desk.ui.protocol.clocks import Clocks
from webcare_desk.ui.protocol.near import near_lines
from webcare_desk.ui.protocol.outline import Outline, RuleLine, StepLine, read_outline
from webcare_desk.ui.protocol.steps import StepRow, place_link
from webcare_desk.ui.words import sort_word, strength_word
from webcare_desk.ui.workplace import Workplace

_MINUTE = 60_000  # milliseconds
_MOST_WORDS = 8


class ProtocolPane(QScrollArea):
    """Shows what the protocol asks for the comment; a person decides."""

    template_chosen = Signal(str)
    #: The place of a paragraph on the protocol's page.
    place_wanted = Signal(str)
    #: The comment of which PV's answer is to be recorded.
    answer_wanted = Signal(int)
    #: The plan and the step of which somebody says that it was done.
    step_wanted = Signal(str, str)
    #: The command that a button stands for, by its id.
    wanted = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        """Show nothing yet."""
        super().__init__()
        self._work = workplace
        self._comment: int | None = None
        self.outline: Outline | None = None
        self._said: tuple[bool, bool, tuple[RuleLine, ...]] | None = None
        self.clocks = Clocks()
        self.answer = AnswerLine(may=workplace.may(Right.ACKNOWLEDGE))
        self.answer.wanted.connect(self._answer)
        self._reading = Latest(workplace.tasks, self, self._take)
        self._slow = QTimer(self, singleShot=True, interval=PATIENCE)
        self._lay_out()
        self._slow.timeout.connect(self._hide_page)
        workplace.feed.changed.connect(self._on_changed)
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self._on_minute)
        self._minute.start()
        dress(self)

    def show_comment(self, comment: int | None) -> None:
        """Show what the protocol asks for a comment, or nothing."""
        is_another = self.outline is not None and self.outline.file.comment.id != comment
        self._comment = comment
        if is_another:
            self._slow.start()
        if comment is None:
            self._slow.stop()
            self._reading.forget()
            self.outline = None
            self._hide_page()
        else:
            self.reload()

    def reload(self) -> None:
        """Read again what is shown."""
        comment, app, language = self._comment, self._work.app, self._work.language
        if comment is not None:
            self._reading.ask(lambda: read_outline(app, comment, language))

    def _take(self, outline: Outline) -> None:
        before, self.outline = self.outline, outline
        self._slow.stop()
        self._show_sort(outline)
        self.clocks.show_outline(outline)
        self.clocks.setVisible(not outline.file.comment.is_erased)
        self.answer.show_escalation(outline.escalation, waits=outline.awaits_pv)
        show = self.place_wanted.emit
        self._refill(self._steps, [self._step(each, outline) for each in outline.steps])
        if before is None or before.near != outline.near:
            self._refill(self._near, near_lines(outline.near))
        self._show_why(outline, show)
        if before is None or before.templates != outline.templates:
            self._refill(self._templates, [self._template(*each) for each in outline.templates])
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._page.show()

    def _show_sort(self, outline: Outline) -> None:
        """Show what it may be; of words that were erased nobody can tell any more."""
        sort, is_erased = outline.file.recommendation, outline.file.comment.is_erased
        word = self.tr("Erased") if is_erased else sort_word(sort.category, sort.tier)
        self._headline.setText(word)
        self._tier.setText("" if is_erased else strength_word(sort.category, sort.tier))
        self._tier.setVisible(bool(self._tier.text()))

    def _hide_page(self) -> None:
        """Show nothing; a scroll bar of a page that is hidden would stay."""
        self._page.hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _show_why(self, outline: Outline, show: Callable[[str], object]) -> None:
        """Show why it may be that; what the desk calls it stands on no words of the text."""
        is_erased = outline.file.comment.is_erased
        said = is_erased, outline.file.recommendation.is_called, outline.why
        if self._said == said:
            return
        self._said = said
        rows = [_rule(line, show) for line in outline.why] or [self._no_rule()]
        rows = [self._called(), *rows] if said[1] else rows
        self._refill(self._why, [] if is_erased else rows)

    def _step(self, step: StepLine, outline: Outline) -> StepRow:
        show, record = self.place_wanted.emit, self._recording(step)
        row = StepRow(step, outline.at, outline.names, show, record)
        if step.escalates and self._work.may(Right.ESCALATE):
            words = self.tr("Escalate to PV…")
            button = ElidedButton(keyed(words, "escalate"))
            button.setAccessibleName(words)
            button.setObjectName("step-escalates")
            button.clicked.connect(lambda: self.wanted.emit("escalate"))
            row.words.addWidget(button)
        return row

    def _recording(self, step: StepLine) -> Callable[[str, str], object] | None:
        """Return what asks for a step that is done; None where somebody else says so."""
        ours = step.to_record is not None and self._work.actor.role in step.to_record.doers
        return self.step_wanted.emit if ours and self._work.may(Right.NOTE) else None

    def _called(self) -> QWidget:
        return PlainLabel(self.tr("The desk calls it so; screening found:"), wraps=True)

    def _refill(self, column: QVBoxLayout, widgets: list[QWidget]) -> None:
        """Put widgets below the heading of a section, which goes where it has none."""
        while column.count() > 1:
            item = column.takeAt(1)
            widget = None if item is None else item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for widget in widgets:
            column.addWidget(widget)
        first = column.itemAt(0)
        heading = None if first is None else first.widget()
        if heading is not None:
            heading.setVisible(bool(widgets))

    def _no_rule(self) -> QWidget:
        return PlainLabel(self.tr("No rule of the protocol matches; read it yourself."), wraps=True)

    def _template(self, name: str, title: str) -> QWidget:
        button = ElidedButton(title)
        button.setObjectName("template")
        button.setAccessibleName(self.tr("Reply with: {title}").format(title=title))
        button.clicked.connect(_emits(self.template_chosen.emit, name))
        return button

    def _answer(self) -> None:
        if self.outline is not None and self.outline.file.comment.id == self._comment:
            self.answer_wanted.emit(self._comment)

    def _on_minute(self) -> None:
        if self.isVisible():  # a closed window has no workers any more
            self.reload()

    def _on_changed(self, comments: frozenset[int]) -> None:
        if self._comment in comments:
            self.reload()

    def _lay_out(self) -> None:
        self.setObjectName("protocol")
        self.setAccessibleName(self.tr("Protocol"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._page = QWidget()
        self._page.setObjectName("protocol-pane")
        self._headline, self._tier = PlainLabel(wraps=True), PlainLabel(wraps=True)
        self._headline.setObjectName("title")
        self._tier.setObjectName("faint")
        column = QVBoxLayout(self._page)
        column.setContentsMargins(theme.M, theme.M, theme.M, theme.L)
        column.setSpacing(theme.XS)
        column.addWidget(self._headline)
        column.addWidget(self._tier)
        column.addSpacing(theme.S)
        column.addWidget(self.clocks)
        column.addWidget(self.answer)
        self._steps = self._section(column, self.tr("Steps"))  # what is to be done, in sight
        self._why = self._section(column, self.tr("Why"))
        self._near = self._section(column, self.tr("Decided before, alike"))
        self._templates = self._section(column, self.tr("Reply with"))
        column.addStretch()
        self.setWidget(self._page)
        self._page.hide()

    def _section(self, column: QVBoxLayout, heading: str) -> QVBoxLayout:
        column.addSpacing(theme.M)
        made = QVBoxLayout()
        made.setSpacing(theme.XS)
        label = PlainLabel(heading, wraps=True)
        label.setObjectName("section")
        made.addWidget(label)
        column.addLayout(made)
        return made


def _rule(line: RuleLine, show: Callable[[str], object]) -> QWidget:
    """Return a rule's reason with the words on which it stands, and the way to its paragraph."""
    words = ", ".join(f"“{oneline(word, 40)}”" for word in line.words[:_MOST_WORDS])
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, theme.S, 0)
    row.setSpacing(theme.S)
    row.addWidget(PlainLabel(f"{line.reason}\n{words}" if words else line.reason, wraps=True), 1)
    row.addWidget(place_link(line.place, line.reason, show), 0, Qt.AlignmentFlag.AlignTop)
    return whole


def _emits(emit: Callable[[str], None], name: str) -> Callable[[], None]:
    return lambda: emit(name)
