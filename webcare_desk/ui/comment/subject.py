"""The comment itself: its words with the findings, its passages, its edits."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from webcare_desk.domain.comment import Comment, Revision
from webcare_desk.domain.difference import Piece
from webcare_desk.domain.finding import Finding
from webcare_desk.ui import theme
from webcare_desk.ui.clock import moment
from webcare_desk.ui.comment.body import Body
from webcare_desk.ui.comment.difference import difference, difference_body
from webcare_desk.ui.comment.erased import erased_words
from webcare_desk.ui.comment.findings import FindingsList
from webcare_desk.ui.comment.hints import hints_line
from webcare_desk.ui.comment.passage import passage_at
from webcare_desk.ui.latest import Latest
from webcare_desk.ui.plain import PlainLabel, oneline
from webcare_desk.ui.sheet import Sheet
from webcare_desk.ui.tasks import Tasks

_MOST_EDITS = 5
Edits = list[tuple[Revision, tuple[Piece, ...]]]


class Subject(QFrame):
    """The comment a person works on, larger than what stands around it."""

    #: The finding that a person chose stands here: let it be seen.
    pointed = Signal()

    def __init__(self, sheet: Sheet, tasks: Tasks, parent: QWidget | None = None) -> None:
        """Show the comment of a sheet."""
        super().__init__(parent)
        self.setObjectName("subject")
        comment = sheet.file.comment
        self._comment = comment
        self._revisions = () if comment.is_erased else sheet.file.revisions
        author = oneline(comment.author_name, 60)
        self.body = Body(self.tr("The comment of {author}").format(author=author), self)
        self.findings = FindingsList(self)
        self.part = PlainLabel("", self)
        self.hints = PlainLabel(hints_line(sheet), self, wraps=True)
        self.more = QPushButton(self.tr("Show more"), self)
        self.edited = QPushButton(self.tr("Edited: show the change"), self)
        self._edits = QVBoxLayout()
        self._compare = Latest(tasks, self, self._show_edits)
        self._lay_out()
        erased = sheet.erased and erased_words(sheet.erased, sheet.names)
        self.body.show_text(erased or comment.text, comment.screening.shown)
        self.findings.show_findings(comment.text, comment.screening.shown)
        self.findings.chosen.connect(self._choose)
        self._say_part()

    def _lay_out(self) -> None:
        self.more.setObjectName("link")
        self.edited.setObjectName("link")
        self.edited.setCheckable(True)
        self.part.setObjectName("faint")
        self.edited.setVisible(len(self._revisions) > 1)
        self.more.clicked.connect(lambda: self._show((self.body.number + 1) % self.body.passages))
        self.edited.toggled.connect(self._on_edited)
        under = QHBoxLayout()
        under.setSpacing(theme.M)
        for widget in (self.part, self.more, self.edited):
            under.addWidget(widget)
        under.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.M, theme.M, theme.S)
        column.setSpacing(theme.XS)
        column.addWidget(self.body)
        column.addLayout(under)
        column.addLayout(self._edits)
        column.addWidget(self.findings)
        self.hints.setObjectName("faint")
        self.hints.setVisible(bool(self.hints.text()))
        column.addWidget(self.hints)

    def _show(self, number: int) -> None:
        self.body.show_text(self._comment.text, self._comment.screening.shown, number)
        self._say_part()

    def _say_part(self) -> None:
        is_long = self.body.passages > 1
        self.more.setVisible(is_long)
        self.part.setVisible(is_long)
        words = self.tr("Part {number} of {all}")
        self.part.setText(words.format(number=self.body.number + 1, all=self.body.passages))

    def _choose(self, finding: Finding | None) -> None:
        if finding is not None and passage_at(finding.start) != self.body.number:
            self._show(passage_at(finding.start))
        self.body.choose(finding)
        if finding is not None:
            self.pointed.emit()

    def _on_edited(self, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        _clear(self._edits)
        self.edited.setText(
            self.tr("Hide the change") if checked else self.tr("Edited: show the change")
        )
        if checked:
            self._compare.ask(partial(edits_of, self._revisions))

    def _show_edits(self, edits: Edits) -> None:
        _clear(self._edits)
        if not self.edited.isChecked():
            return
        for revision, pieces in edits:
            when = PlainLabel(self.tr("Seen {time}").format(time=moment(revision.seen_at)), self)
            when.setObjectName("faint")
            name = self.tr("What the edit changed")
            self._edits.addWidget(when)
            self._edits.addWidget(difference_body(pieces, name, self))

    def repaint_marks(self) -> None:
        """Mark the findings in the colours of the theme in use."""
        self.body.mark()
        self.findings.repaint_marks()


def edits_of(revisions: tuple[Revision, ...]) -> Edits:
    """Return the last edits, the newest first, each with what it changed."""
    pairs = list(pairwise(revisions))[-_MOST_EDITS:]
    return [(new, difference(old.text, new.text)) for old, new in reversed(pairs)]


def same_words(one: Comment, other: Comment) -> bool:
    """Say whether two readings of a comment show the same words and marks."""
    return (one.id, one.text, one.screening, one.revision) == (
        other.id,
        other.text,
        other.screening,
        other.revision,
    )


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
