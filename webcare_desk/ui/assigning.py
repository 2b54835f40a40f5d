"""Whose comment it is: a supervisor gives it to an account that may answer, or to nobody."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from webcare_desk import actions
from webcare_desk.ui.calling import changed_since
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.why import offer
from webcare_desk.ui.workplace import Workplace


@dataclass(frozen=True)
class Assigning:
    """A comment is given to somebody; `told` gets that with what undoes it, `say` what came of it."""

    workplace: Workplace
    comment: int
    told: Callable[[str, object], None]
    say: Callable[[str], None]

    def ask(self, window: QWidget) -> QMenu:
        """Offer the accounts that may answer."""
        known = self.workplace.app.desk.read.moderators()
        people: list[tuple[str, str | None]] = [
            (oneline(each.name, 40), each.id)
            for each in known
            if each.active and actions.may_claim(each)
        ]
        people.append((QCoreApplication.translate("Deeds", "Nobody"), None))
        before = self._whose()
        entries = [(name, partial(self._give, to, name, before), True) for name, to in people]
        title = QCoreApplication.translate("Deeds", "Assign to whom?")
        return offer(window, title, entries)

    def _give(self, to: str | None, name: str, before: str | None) -> None:
        said = QCoreApplication.translate("Deeds", "Assigned to: {name}").format(name=name)
        back = partial(self._give_back, to, before)
        act = actions.Assign(self.comment, to)
        self.workplace.tasks.perform(act, lambda _: self.told(said, back))

    def _give_back(self, to: str | None, before: str | None) -> None:
        """Give it to whom it was, unless somebody has given it to another since."""
        if self._whose() != to:
            self.say(changed_since())
            return
        done = QCoreApplication.translate("Deeds", "Undone.")
        self.workplace.tasks.perform(actions.Assign(self.comment, before), lambda _: self.say(done))

    def _whose(self) -> str | None:
        work = self.workplace.app.desk.read.work(self.comment)
        return None if work is None else work.assigned_to
