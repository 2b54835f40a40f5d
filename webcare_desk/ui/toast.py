"""What was just done or is still held, and can be undone: by Ctrl+Z or its button."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from webcare_desk import actions
from webcare_desk.domain.reply import Delivery, DeliveryKind
from webcare_desk.domain.spans import SECOND
from webcare_desk.errors import WebcareError
from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.ui import theme
from webcare_desk.ui.keys import with_key
from webcare_desk.ui.latest import alive
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.said import error_words
from webcare_desk.ui.workplace import Workplace

_TICK = 250  # milliseconds
_ABOVE_STATUS = 40  # pixels
_STAYS = 20_000  # milliseconds for what was done
_WORDS: Mapping[DeliveryKind, str] = {
    DeliveryKind.REPLY: QT_TRANSLATE_NOOP("Toast", "Reply held for {seconds} s"),
    DeliveryKind.HIDE: QT_TRANSLATE_NOOP("Toast", "Hiding held for {seconds} s"),
    DeliveryKind.UNHIDE: QT_TRANSLATE_NOOP("Toast", "Showing again held for {seconds} s"),
    DeliveryKind.DELETE: QT_TRANSLATE_NOOP("Toast", "Deletion held for {seconds} s"),
}


class Toast(QFrame):
    """Floats in the lower left corner, off the composer, while something can be undone."""

    #: The delivery that was called back.
    undone = Signal(object)

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        """Show nothing until something is held."""
        super().__init__(parent)
        self._work, self._over = workplace, parent
        self._held: Delivery | None = None
        self._done: tuple[str, Callable[[], object] | None] | None = None
        self._undone: set[int] = set()
        self.setObjectName("toast")
        self._text = PlainLabel()
        self._undo, self._undo_words = QPushButton(), with_key(self.tr("Undo"), "Ctrl+Z")
        self._undo.clicked.connect(self.undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.L, theme.S, theme.S, theme.S)
        row.setSpacing(theme.L)
        row.addWidget(self._text)
        row.addWidget(self._undo)
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._count_down)
        self._soon = QTimer(self, interval=_STAYS, singleShot=True)
        self._soon.timeout.connect(self._forget)
        parent.installEventFilter(self)
        workplace.feed.changed.connect(lambda _: self.refresh())
        self.hide()

    def refresh(self) -> None:
        """Look for what is held, in a worker."""
        desk, me = self._work.app.desk, self._work.actor.moderator
        self._work.tasks.run(lambda: desk.read.undoable(me, desk.clock()), self._take)

    def tell(self, text: str, undo: Callable[[], object] | None) -> None:
        """Say for a while what was done; it goes before what is held, which was done earlier.

        Without words nothing is said, nor undone, of what was done before.
        """
        self._done = (text, undo) if text else None
        self._soon.start()
        self._count_down()

    def _forget(self) -> None:
        self._done = None
        self._count_down()

    def undo(self) -> bool:
        """Undo what was done last; false where there is nothing."""
        if self._done is not None and (act := self._done[1]) is not None:
            self._forget()
            act()
            return True
        return self._call_back()

    def _call_back(self) -> bool:
        if self._held is None:
            return False
        held, self._held = self._held.id, None
        self._undone.add(held)  # a look that is under way may still find it held
        self.hide()
        refused = alive(self, partial(self._on_refused, held))
        self._work.tasks.perform(
            actions.CancelDelivery(held), alive(self, self._on_undone), refused
        )
        return True

    def _on_refused(self, held: int, error: WebcareError) -> None:
        """Say why it was not called back; as long as it is held, that can be asked again."""
        self._undone.discard(held)
        self._work.tasks.problem.emit(error_words(error))
        self.refresh()

    def _on_undone(self, delivery: Delivery) -> None:
        self.undone.emit(delivery)
        self._work.tasks.problem.emit(self.tr("Undone: nothing was sent."))

    def _take(self, held: Sequence[Delivery]) -> None:
        before = self._held
        self._held = next((each for each in held if each.id not in self._undone), None)
        if self._held is not None and (before is None or before.id != self._held.id):
            self._done = None  # this is what was done last
        self._count_down()

    def _count_down(self) -> None:
        if self._done is not None:
            text, act = self._done
            self._say(text, "" if act is None else self._undo_words)
            return
        held = self._held
        remaining = 0 if held is None else held.not_before - self._work.app.desk.clock()
        if held is None or remaining <= 0:
            self._held = None
            self._timer.stop()
            self.hide()
            return
        text = QCoreApplication.translate("Toast", _WORDS[held.kind])
        self._timer.start()
        self._say(text.format(seconds=-(-remaining // SECOND)), self._undo_words)

    def _say(self, text: str, undo: str) -> None:
        self._text.setText(text)
        self._undo.setText(undo)
        self._undo.setVisible(bool(undo))
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        self.adjustSize()
        parent = self._over
        self.move(theme.L, parent.height() - self.height() - _ABOVE_STATUS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the window changes its size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
