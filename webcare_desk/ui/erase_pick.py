"""Picking, comment by comment, what one person wrote under a name that several may use."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from webcare_desk import erasing
from webcare_desk.domain.comment import Comment
from webcare_desk.domain.erasure import Written
from webcare_desk.store.base import Reads
from webcare_desk.ui import theme
from webcare_desk.ui.plain import oneline

_ROWS, _WORDS = 7, 90


class Picks(QListWidget):
    """The comments under a name, the newest first; the one that was opened is ticked."""

    picked = Signal()

    def __init__(self, comment: int) -> None:
        """Show nothing before the comments are read."""
        super().__init__()
        self._comment = comment
        self.setAccessibleName(self.tr("Comments under this name"))
        self.setTabKeyNavigation(False)
        self.setFixedHeight(_ROWS * self.fontMetrics().lineSpacing() + theme.L)
        self.itemChanged.connect(self.picked)

    def take(self, comments: Sequence[Comment]) -> None:
        """List these."""
        self.itemChanged.disconnect(self.picked)
        for each in comments:
            words = oneline(each.text, _WORDS)
            title = self.tr("{number}: {words}").format(number=each.id, words=words)
            item = QListWidgetItem(title, self)
            item.setData(Qt.ItemDataRole.UserRole, each.id)
            is_meant = each.id == self._comment
            item.setCheckState(Qt.CheckState.Checked if is_meant else Qt.CheckState.Unchecked)
        self.itemChanged.connect(self.picked)

    def ticked(self) -> list[int]:
        """Return the comments that are ticked."""
        items = (self.item(row) for row in range(self.count()))
        return [
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]


def under_the_name(read: Reads, written: Written, comment: int) -> list[Comment]:
    """Return the newest comments under a name, as many as a request can name, and this one."""
    newest = written.comments[-erasing.MOST :]
    wanted = sorted({comment, *newest}, reverse=True)
    found = (read.comment(each) for each in wanted)
    return [each for each in found if each is not None]
