"""What a comment is, chosen by a few letters: the present category and the common ones come first."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from webcare_desk import casework
from webcare_desk.domain.finding import Category, gravity
from webcare_desk.domain.inbox import Work
from webcare_desk.domain.reason import Reason, Why
from webcare_desk.ui.palette import Choice, Palette
from webcare_desk.ui.words import COMMON, category_word
from webcare_desk.ui.workplace import Workplace


def ask_category(window: QWidget, present: Category, say: Callable[[Category], object]) -> None:
    """Offer every category; `say` gets the one chosen."""
    among = [
        Choice(category_word(each), (each.value,), partial(say, each))
        for each in dict.fromkeys((present, *COMMON, *Category))
    ]
    title = QCoreApplication.translate("Palette", "What is it?")
    hint = QCoreApplication.translate("Palette", "A few letters of what it is")
    dialog = Palette(window, title, hint, among)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


@dataclass(frozen=True)
class Calling:
    """A comment, as its work stands, is called a `category`.

    `told` gets that with what undoes it; where nothing does, `last` gets it, and what was done
    before is not undone either.
    """

    workplace: Workplace
    work: Work
    category: Category
    told: Callable[[str, object], object]
    last: Callable[[str], object]

    def keep(self, why: Why | None) -> None:
        """Call it so; what was closed and opens by that, or got a clock of PV's, stays so."""
        opens = not self.work.queue.is_open
        begins = gravity(self.category) > 0 and self.work.aware_due is None
        self._call(self.category, why, is_last=opens or begins)

    def _call(self, name: Category, why: Why | None, *, is_last: bool) -> None:
        app, by, comment = self.workplace.app, self.workplace.actor, self.work.comment
        words = QCoreApplication.translate("Deeds", "Now called: {what}")
        said = words.format(what=category_word(name))

        def call() -> Work | None:
            casework.classify(app.desk, app.protocol, comment, name, by, why)
            return app.desk.read.work(comment)

        def done(made: Work | None) -> None:
            if is_last:
                self.last(said)
            else:
                self.told(said, partial(self._give_back, made))

        self.workplace.tasks.act(call, done)

    def _give_back(self, made: Work | None) -> None:
        """Call it what it was, unless somebody has gone on with what it is called now."""
        now = self.workplace.app.desk.read.work(self.work.comment)
        if _place(now) == _place(made):
            self._call(self.work.category, Why(Reason.MADE_IN_ERROR), is_last=True)
        else:
            self.last(changed_since())


def _place(work: Work | None) -> object:
    return None if work is None else (work.category, work.queue, work.aware_due)


def changed_since() -> str:
    """Return why what was done is not undone."""
    return QCoreApplication.translate(
        "Deeds", "It was changed since: nothing was undone. See its timeline."
    )
