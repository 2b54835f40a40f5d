"""The left side of the dialog: the original as it is frozen, in its thread."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from webcare_desk.ui import theme
from webcare_desk.ui.comment.body import Body
from webcare_desk.ui.comment.post import Post, Seen
from webcare_desk.ui.elided import ElidedLabel
from webcare_desk.ui.escalation.prefill import Prefill
from webcare_desk.ui.plain import PlainLabel

_MOST = 12


class Original(QWidget):
    """Shows what PV will receive word for word; only the nearest posts are shown here."""

    def __init__(self, prefill: Prefill, seen: Seen) -> None:
        """Show the frozen original of a case; `seen` is told of each other post that can be read."""
        super().__init__()
        self.setObjectName("original")
        snapshot = prefill.case.snapshot
        self.body = Body(self.tr("The original"))
        self.body.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes on to the form
        self.body.show_text(prefill.comment.text, prefill.comment.screening.findings)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        column.setSpacing(theme.XS)
        heading = PlainLabel(self.tr("The original, word for word"))
        heading.setObjectName("section")
        column.addWidget(heading)
        column.addWidget(self.body)
        if self.body.passages > 1:
            words = self.tr("Only the beginning is shown; PV receives all {count} characters.")
            more = PlainLabel(words.format(count=len(snapshot.text)), wraps=True)
            more.setObjectName("faint")
            column.addWidget(more)
        if prefill.thread:
            self._add_thread(column, prefill, seen)
        column.addStretch()

    def _add_thread(self, column: QVBoxLayout, prefill: Prefill, seen: Seen) -> None:
        snapshot = prefill.case.snapshot
        column.addSpacing(theme.M)
        words = self.tr("The thread goes along: %n other post(s)", "", len(prefill.thread))
        heading = PlainLabel(words)
        heading.setObjectName("section")
        column.addWidget(heading)
        if snapshot.cut_at is not None:
            posts, size = snapshot.cut_at
            cut = self.tr("PV receives {posts} of its {size} posts.").format(posts=posts, size=size)
            note = PlainLabel(cut, wraps=True)
            note.setObjectName("faint")
            column.addWidget(note)
        title = ElidedLabel(snapshot.thread_title)
        title.setObjectName("post-title")
        column.addWidget(title)
        for post in prefill.thread[:_MOST]:
            column.addWidget(Post(post, prefill.at, seen))
