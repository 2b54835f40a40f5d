"""The deliveries of the comment, each with its state and what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from webcare_desk import retrying
from webcare_desk.actions import retry_right
from webcare_desk.domain.escalation import Escalation
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reply import Delivery, DeliveryKind, DeliveryState, waits_for_hide
from webcare_desk.ui import theme
from webcare_desk.ui.clock import moment
from webcare_desk.ui.composer.outbox import can_be_undone, kind_word, state_words
from webcare_desk.ui.elided import ElidedLabel
from webcare_desk.ui.latest import alive
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.workplace import Workplace

_MOST = 3
_SECOND = 1_000  # milliseconds


class DeliveriesList(QWidget):
    """At most three rows, the latest first; counts down while one is held."""

    undone = Signal(int)
    hurried = Signal(int)
    #: One is tried again; it was refused, with the known error.
    retried = Signal()
    refused = Signal(object)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._work = workplace
        self._shown: tuple[Delivery, ...] = ()
        self._states: list[PlainLabel] = []
        self._waiting: frozenset[int] = frozenset()
        self._behind: frozenset[int] = frozenset()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.XS)
        self._timer = QTimer(self, interval=_SECOND)
        self._timer.timeout.connect(self._tick)

    def show_deliveries(
        self, deliveries: tuple[Delivery, ...], escalations: tuple[Escalation, ...]
    ) -> None:
        """Show the latest deliveries of a comment; what of it waits for PV is in `escalations`."""
        self._waiting = frozenset(each.id for each in escalations if each.is_open)
        latest = tuple(sorted(deliveries, key=lambda each: -each.id)[:_MOST])
        behind = frozenset(each.id for each in latest if waits_for_hide(each, deliveries))
        if (latest, behind) != (self._shown, self._behind):
            self._shown, self._behind = latest, behind
            self._rebuild()
        self._tick()

    def _rebuild(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        self._states = []
        for delivery in self._shown:
            self._column.addWidget(self._row(delivery))
        self.setVisible(bool(self._shown))

    def _row(self, delivery: Delivery) -> QWidget:
        # What went wrong is a sentence: it has the lines below, as many as it needs.
        has_reason = bool(delivery.problem)
        told, state = QWidget(), PlainLabel(wraps=has_reason)
        lines, line = QVBoxLayout(told), QHBoxLayout()
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addLayout(line)
        line.setSpacing(theme.S)
        what = PlainLabel(kind_word(delivery))
        what.setObjectName("section")
        state.setObjectName(_look(delivery))
        self._states.append(state)
        line.addWidget(what)
        (lines if has_reason else line).addWidget(state)
        is_reply = delivery.kind is DeliveryKind.REPLY
        said = ElidedLabel(delivery.told or self._where_to(delivery))
        said.setObjectName("faint")
        said.setMinimumWidth(1)  # its words stand on the platform; the state stands here alone
        if delivery.kind.is_mail:  # where to is read whole
            line.addStretch(1)
            lines.addWidget(said)
        else:
            line.addWidget(said, 1)
        return Row(told, self._buttons(delivery, "" if is_reply else moment(delivery.queued_at)))

    def _where_to(self, delivery: Delivery) -> str:
        """Return where a packet goes that has not left yet."""
        app = self._work.app
        is_packet = delivery.kind is DeliveryKind.PACKET
        return app.settings.courier.goes_to(app.folder) if is_packet else ""

    def _buttons(self, delivery: Delivery, when: str) -> QWidget:
        buttons = QWidget()
        line = QHBoxLayout(buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.S)
        if when:
            asked = PlainLabel(when)
            asked.setObjectName("faint")
            line.addWidget(asked)
        for text, signal in self._acts(delivery):
            button = QPushButton(text)
            button.setObjectName("link")
            button.clicked.connect(_emits(signal, delivery.id))
            line.addWidget(button)
        return buttons

    def _acts(self, delivery: Delivery) -> list[tuple[str, Callable[[int], None]]]:
        if not self._work.may(Right.REPLY):
            return []
        behind = delivery.id in self._behind
        if can_be_undone(delivery, self._work.app.desk.clock(), behind=behind):
            undo = (self.tr("Undo"), self.undone.emit)
            return [undo] if behind else [undo, (self.tr("Send now"), self.hurried.emit)]
        if delivery.state is DeliveryState.FAILED and self._work.may(retry_right(delivery.kind)):
            return [(self.tr("Try again"), self._retry)]
        return []

    def _retry(self, delivery: int) -> None:
        self.retried.emit()
        app, by = self._work.app, self._work.actor
        self._work.tasks.act(
            lambda: retrying.retry(app.desk, lambda: app.protocol, delivery, by),
            None,
            alive(self, self.refused.emit),
        )

    def _tick(self) -> None:
        now = self._work.app.desk.clock()
        for delivery, label in zip(self._shown, self._states, strict=True):
            waits = delivery.escalation in self._waiting
            behind = delivery.id in self._behind
            label.setText(state_words(delivery, now, waits=waits, behind=behind))
        if any(each.state is DeliveryState.HELD and each.not_before > now for each in self._shown):
            self._timer.start()
        elif self._timer.isActive():
            self._timer.stop()
            self._rebuild()  # what was held cannot be undone any more
            self._tick()


class Row(QWidget):
    """What is told of a delivery; when and what can be done stand behind it, or below for want of room."""

    def __init__(self, told: QWidget, acts: QWidget) -> None:
        """Begin with one line."""
        super().__init__()
        self._told, self._acts, self._lines = told, acts, 1
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.S)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(told, 0, 0)
        self._grid.addWidget(acts, 0, 1)

    def event(self, event: QEvent) -> bool:
        """Take as many lines as the words need now: they and the room change."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            needed = self._told.minimumSizeHint().width() + self._acts.sizeHint().width() + theme.S
            lines = 1 if needed <= self.width() else 2
            if lines != self._lines:
                self._lines = lines
                left = Qt.AlignmentFlag.AlignLeft
                self._grid.addWidget(self._acts, lines - 1, 2 - lines, left)
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of one line's words alone."""
        return QSize(self._told.minimumSizeHint().width(), super().minimumSizeHint().height())


def _look(delivery: Delivery) -> str:
    return {
        DeliveryState.VERIFIED: "fine",
        DeliveryState.FAILED: "stop",
        DeliveryState.UNCERTAIN: "warning",
    }.get(delivery.state, "faint")


def _emits(emit: Callable[[int], None], delivery: int) -> Callable[[], None]:
    return lambda: emit(delivery)
