"""The steps of a plan: a shape and a word say which are done, and which one is now."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from webcare_desk.ui import theme
from webcare_desk.ui.clock import left, moment
from webcare_desk.ui.marks import draw
from webcare_desk.ui.plain import PlainLabel, oneline, plain_tip
from webcare_desk.ui.protocol.outline import Progress, StepLine
from webcare_desk.ui.theme import Shape
from webcare_desk.ui.timeline.sentences import who
from webcare_desk.ui.words import role_word

translate = QCoreApplication.translate
_SIZE = 14


class StepMark(QWidget):
    """A tick, a full disc or a ring: done, now, next."""

    def __init__(self, progress: Progress, parent: QWidget | None = None) -> None:
        """Draw the mark of a step."""
        super().__init__(parent)
        self._progress = progress
        self.setFixedSize(QSize(_SIZE + 2, _SIZE + 6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the colours of the theme in use."""
        del event
        now = theme.colours()
        shape, colour = {
            Progress.DONE: (Shape.TICK, now.good),
            Progress.NOW: (Shape.DISC, now.accent),
            Progress.NEXT: (Shape.RING, now.edge),
        }[self._progress]
        draw(QPainter(self), QRectF(1, 4, _SIZE, _SIZE), shape, colour)


class StepRow(QFrame):
    """One step: what, who, by when or since when, and what it asks."""

    def __init__(
        self,
        step: StepLine,
        at: int,
        names: Mapping[str, str] | None = None,
        show: Callable[[str], object] | None = None,
        record: Callable[[str, str], object] | None = None,
    ) -> None:
        """Show a step as it stands at an instant; `show` goes to its place on the page.

        `record` asks what was done, of the plan and the step; None where one may not say so.
        """
        super().__init__()
        self.setObjectName("step-now" if step.progress is Progress.NOW else "step")
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.S, theme.S, theme.S, theme.S)
        line.setSpacing(theme.S)
        mark = QVBoxLayout()
        mark.addWidget(StepMark(step.progress))
        mark.addStretch()
        line.addLayout(mark)
        self.words = words = _words(step, at, names or {})
        if record is not None and step.to_record is not None:
            words.addWidget(_done_button(step, *step.to_record.key, record))
        line.addLayout(words, 1)
        if show is not None and step.place:
            line.addWidget(place_link(step.place, step.title, show), 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{progress_word(step.progress)}: {step.title}")


def _words(step: StepLine, at: int, names: Mapping[str, str]) -> QVBoxLayout:
    """Return the words of a step, one line below another."""
    title = PlainLabel(step.title, wraps=True)
    if step.progress is Progress.NOW:
        title.setObjectName("strongest")
    doer = PlainLabel(_who(step, names), wraps=True)
    doer.setObjectName("faint")
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(title)
    words.addWidget(doer)
    if step.progress is not Progress.DONE:
        due = PlainLabel(due_words(step, at), wraps=True)
        due.setObjectName("faint")
        if step.due is not None:
            plain_tip(due, moment(step.due))
            due.setObjectName("stop" if step.due < at else "faint")
        words.addWidget(due)
    if step.progress is Progress.NOW:
        for asked in step.asks:
            needed = translate("Steps", "Needed: {what}").format(what=oneline(asked, 200))
            words.addWidget(PlainLabel(needed, wraps=True))
    return words


def _done_button(
    step: StepLine, plan: str, name: str, record: Callable[[str, str], object]
) -> QPushButton:
    """Return the button by which somebody says that a step was done."""
    button = QPushButton(translate("Steps", "This was done…"))
    button.setObjectName("step-done")
    button.setAutoDefault(False)
    words = translate("Steps", "Record as done: {title}").format(title=oneline(step.title, 60))
    button.setAccessibleName(words)
    button.clicked.connect(lambda: record(plan, name))
    return button


def progress_word(progress: Progress) -> str:
    """Return where a step stands, as a word."""
    return {
        Progress.DONE: translate("Steps", "Done"),
        Progress.NOW: translate("Steps", "Now"),
        Progress.NEXT: translate("Steps", "Next"),
    }[progress]


def due_words(step: StepLine, at: int) -> str:
    """Return by when a step is to be done, and who stands in after that; nobody does for himself."""
    deputy = role_word(step.deputy)
    if step.due is not None and step.owner is step.deputy:
        late = left(step.due, at).text
        return late if step.due < at else translate("Steps", "{left} left").format(left=late)
    if step.due is None:
        words = translate("Steps", "Within {hours} h of the first look, then {deputy}")
        return words.format(hours=step.hours, deputy=deputy)
    if step.due < at:
        words = translate("Steps", "{left}: it passes to {deputy}")
        return words.format(left=left(step.due, at).text, deputy=deputy)
    words = translate("Steps", "{left} left, then {deputy}")
    return words.format(left=left(step.due, at).text, deputy=deputy)


def place_link(place: str, title: str, show: Callable[[str], object]) -> QPushButton:
    """Return the little link to a paragraph of the protocol."""
    link = QPushButton("§")
    link.setObjectName("link")
    link.setFixedWidth(theme.TARGET)
    words = translate("Steps", "In the protocol: {title}").format(title=oneline(title, 60))
    link.setAccessibleName(words)
    plain_tip(link, words)
    link.clicked.connect(lambda: show(place))
    return link


def _done_words(step: StepLine, at: int) -> str:
    """Return how to say who did a step: of one whose clock runs, in time or late."""
    if step.due is None:
        return translate("Steps", "Done  ·  {who}, {time}")
    if at > step.due:
        return translate("Steps", "Done late  ·  {who}, {time}")
    return translate("Steps", "Done in time  ·  {who}, {time}")


def _who(step: StepLine, names: Mapping[str, str]) -> str:
    if step.done is not None:
        words = _done_words(step, step.done.at)
        told = f"\n“{oneline(step.done.words, 200)}”" if step.done.words else ""
        return words.format(who=who(step.done.by, names), time=moment(step.done.at)) + told
    return f"{progress_word(step.progress)}  ·  {role_word(step.owner)}"
