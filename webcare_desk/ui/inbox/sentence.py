"""A row in one sentence, as a screen reader says it, and the names of who holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.comment import Visibility
from webcare_desk.domain.finding import Tier
from webcare_desk.domain.inbox import Handover, Status
from webcare_desk.ui.clock import left
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.words import (
    erased_word,
    sort_word,
    status_word,
    strength_word,
    visibility_word,
)

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


def preview(row: InboxRow) -> str:
    """Return the first words of a row, or that they were erased."""
    return erased_word() if row.is_erased else row.preview


def runs(row: InboxRow) -> bool:
    """Say whether the clocks of a row still run, so that it shows them."""
    return row.queue.is_open or row.status is Status.ESCALATED


def strength(row: InboxRow) -> str:
    """Return how strong the signal of a row is, where somebody still has to decide."""
    is_told = row.queue.is_open and row.tier is not Tier.NONE
    return strength_word(row.category, row.tier) if is_told else ""


def handover_word(row: InboxRow) -> str:
    """Say whether PV has the latest version of a report."""
    if row.handover is Handover.ON_ITS_WAY:
        return QCoreApplication.translate("Sentence", "On its way to PV")
    if row.handover is Handover.FAILING:
        return QCoreApplication.translate("Sentence", "Not at PV yet")
    if row.handover is Handover.REFUSED:
        return QCoreApplication.translate("Sentence", "PV refused it · mend")
    return QCoreApplication.translate("Sentence", "At PV")


def sentence(row: InboxRow, now: int, names: Names) -> str:
    """Return category, strength, author, source, clocks, holder and the first words."""
    parts = [sort_word(row.category, row.tier), *filter(None, [strength(row)])]
    parts += [oneline(row.author_name, 60), oneline(row.source, 40)]
    if row.visibility is not Visibility.VISIBLE:
        parts.append(visibility_word(row.visibility))
    parts += _clocks(row, now)
    if row.claimed_by is None:
        parts.append(QCoreApplication.translate("Sentence", "unclaimed"))
    else:
        text = QCoreApplication.translate("Sentence", "claimed by {name}")
        parts.append(text.format(name=names.name(row.claimed_by)))
    parts.append(status_word(row.status))
    if row.status is Status.ESCALATED or row.handover is not None:
        parts.append(handover_word(row))
    return ", ".join(parts) + ": " + oneline(preview(row), _SPOKEN)


def _clocks(row: InboxRow, now: int) -> list[str]:
    """Return what is due, the nearest first: that PV was told hides no reply that is late."""
    report = QCoreApplication.translate("Sentence", "safety report due: {time}")
    if row.awaits_answer:
        report = QCoreApplication.translate("Sentence", "PV's answer due: {time}")
    texts = (
        (row.aware_due if runs(row) else None, report),
        (row.pv_due, report),
        (
            row.reply_due if runs(row) else None,
            QCoreApplication.translate("Sentence", "reply due: {time}"),
        ),
    )
    due = sorted((at, text) for at, text in texts if at is not None)
    return [text.format(time=left(at, now).text) for at, text in due]
