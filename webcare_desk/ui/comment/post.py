"""One post of the thread: who, when, and the words, folded where they are many."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from webcare_desk.domain.comment import Comment, Visibility
from webcare_desk.ui import theme
from webcare_desk.ui.clock import ago, moment
from webcare_desk.ui.comment.body import Body
from webcare_desk.ui.elided import ElidedLabel
from webcare_desk.ui.plain import PlainLabel, oneline, plain_tip
from webcare_desk.ui.words import erased_word, visibility_word

#: How much of a post beside the comment is shown before "Show more".
FOLDED = 420
#: Is told of each post that can be read, by its number.
Seen = Callable[[int], None]


class Post(QFrame):
    """A post that stands before or after the comment."""

    def __init__(self, post: Comment, at: int, seen: Seen, parent: QWidget | None = None) -> None:
        """Show `post` as it reads at an instant; `seen` is told once it can be read."""
        super().__init__(parent)
        self.setObjectName("post")
        self._comment, self._seen = post.id, seen
        self._text = text = erased_word() if post.is_erased else post.text
        author = oneline(post.author_name, 60)
        self.body = Body(self.tr("{author} writes").format(author=author), self)
        self.body.set_points(theme.NORMAL)
        self.body.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.more = QPushButton(self.tr("Show more"), self)
        self.more.setObjectName("link")
        self.more.clicked.connect(self._unfold)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.XS, 0, theme.XS)
        column.setSpacing(0)
        column.addLayout(post_head(post, at, self))
        column.addWidget(self.body)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._is_folded = len(text) > FOLDED
        self.body.show_text(text[:FOLDED] + "…" if self._is_folded else text)
        self.more.setVisible(self._is_folded)
        if post.is_read_in(FOLDED):
            seen(post.id)

    def _unfold(self) -> None:
        """Show all of the text; of a very long one, one passage after another."""
        number = 0 if self._is_folded else (self.body.number + 1) % self.body.passages
        self._is_folded = False
        self._seen(self._comment)
        self.body.show_text(self._text, (), number)
        self.more.setVisible(self.body.passages > 1)


def post_head(post: Comment, at: int, parent: QWidget) -> QHBoxLayout:
    """Return the line above a post: its author, how long ago, and that it stands there no more."""
    name = ElidedLabel(post.author_name, parent, limit=60)
    name.setFont(theme.font(theme.SMALL, bold=True))
    name.setObjectName("faint")
    time = PlainLabel(ago(post.posted_at, at), parent)
    time.setFont(theme.font(theme.SMALL))
    time.setObjectName("faint")
    plain_tip(time, moment(post.posted_at))
    line = QHBoxLayout()
    line.setSpacing(theme.S)
    line.addWidget(name)
    if post.own:
        own = PlainLabel(QCoreApplication.translate("Post", "this desk"), parent)
        own.setObjectName("own")
        own.setFont(theme.font(theme.SMALL))
        line.addWidget(own)
    line.addWidget(time)
    if post.visibility is not Visibility.VISIBLE:
        gone = PlainLabel(visibility_word(post.visibility), parent)
        gone.setObjectName("faint")
        gone.setFont(theme.font(theme.SMALL, bold=True))
        line.addWidget(gone)
    line.addStretch()
    return line
