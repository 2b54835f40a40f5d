"""A row in one sentence, as a screen reader says it, and the names of who holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.comment import Visibility
from webcare_desk.ui.clock import left
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.words import category_word, status_word, visibility_word

if TYPE_CHECKING:
    from webcare_desk.domain.inbox import InboxRow
    from webcare_desk.store.base import Reads

_SPOKEN = 120


class Names:
    """The names of the accounts, read once and again when somebody new appears."""

    def __init__(self, read: Reads) -> None:
        """Learn the names there are."""
        self._read = read
        self._names: dict[str, str] = {}
        self.learn()

    def learn(self) -> None:
        """Read the names again."""
        self._names = {person.id: person.name for person in self._read.moderators()}

    def name(self, uid: str) -> str:
        """Return the name of an account as a row shows it."""
        return oneline(self._names.get(uid, "?"), 40)

    def initials(self, uid: str) -> str:
        """Return the first letters of the first and the last word of a name."""
        words = self._names.get(uid, "?").split() or ["?"]
        letters = words[0][:1] + (words[-1][:1] if len(words) > 1 else "")
        return oneline(letters.upper(), 2)


def sentence(row: InboxRow, now: int, names: Names) -> str:
    """Return category, author, source, clock, holder and the first words."""
    parts = [category_word(row.category), oneline(row.author_name, 60), oneline(row.source, 40)]
    if row.visibility is not Visibility.VISIBLE:
        parts.append(visibility_word(row.visibility))
    if row.aware_due is not None:
        text = QCoreApplication.translate("Sentence", "safety report due: {time}")
        parts.append(text.format(time=left(row.aware_due, now).text))
    elif row.reply_due is not None:
        text = QCoreApplication.translate("Sentence", "reply due: {time}")
        parts.append(text.format(time=left(row.reply_due, now).text))
    if row.claimed_by is None:
        parts.append(QCoreApplication.translate("Sentence", "unclaimed"))
    else:
        text = QCoreApplication.translate("Sentence", "claimed by {name}")
        parts.append(text.format(name=names.name(row.claimed_by)))
    parts.append(status_word(row.status))
    return ", ".join(parts) + ": " + oneline(row.preview, _SPOKEN)
