"""Wrong tries to enter: what was tried, how often, and who has looked at it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from webcare_desk import actions
from webcare_desk.domain.alert import Alert, AlertKind
from webcare_desk.errors import WebcareError
from webcare_desk.ui import theme
from webcare_desk.ui.clock import moment
from webcare_desk.ui.marks import icon
from webcare_desk.ui.plain import PlainLabel, oneline
from webcare_desk.ui.said import error_words
from webcare_desk.ui.theme import Shape
from webcare_desk.ui.workplace import Workplace


class AlertsTab(QWidget):
    """The alerts, those that nobody has looked at first."""

    def __init__(self, workplace: Workplace) -> None:
        """Show them."""
        super().__init__()
        self._work = workplace
        about = PlainLabel(
            self.tr(
                "Five wrong tries in a row lock an account for a while and raise an alert. "
                "What was typed is not kept."
            ),
            wraps=True,
        )
        about.setObjectName("faint")
        self._empty = PlainLabel(self.tr("No alert has been raised."))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list = QListWidget()
        self.list.setObjectName("accounts")
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("Alerts"))
        self.list.currentRowChanged.connect(self._on_row)
        self.seen = QPushButton(self.tr("I have looked at this"))
        self.seen.setObjectName("primary")
        self.seen.clicked.connect(self._see)
        self.error = PlainLabel(wraps=True)
        self.error.setObjectName("error")
        line = QHBoxLayout()
        line.addWidget(self.error, 1)
        line.addWidget(self.seen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.M, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(about)
        column.addWidget(self._empty, 1)
        column.addWidget(self.list, 1)
        column.addLayout(line)
        workplace.feed.changed.connect(self._on_changed)  # a bound slot ends with the page
        self.refresh()

    def refresh(self) -> None:
        """Show the alerts as they are now."""
        read, before = self._work.app.desk.read, self._chosen()
        row = max(self.list.currentRow(), 0)
        names = {person.id: person.name for person in read.moderators()}
        now = theme.colours()
        self.list.clear()
        for alert in read.alerts():
            if alert.is_open or alert.seen_at is not None:
                shape = (Shape.TRIANGLE, now.danger) if alert.is_open else (Shape.TICK, now.good)
                item = QListWidgetItem(icon(*shape, 14), self._words(alert, names), self.list)
                item.setData(Qt.ItemDataRole.UserRole, alert)
                if before and (alert.id, alert.is_open) == (before.id, before.is_open):
                    row = self.list.count() - 1  # the same one, wherever it stands now
        self.list.setVisible(self.list.count() > 0)
        self._empty.setVisible(self.list.count() == 0)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self._on_row()

    def _on_changed(self, comments: object) -> None:
        del comments
        self.refresh()

    def _words(self, alert: Alert, names: dict[str, str]) -> str:
        text = self._tried(alert.kind, alert.tries)
        text = text.format(name=oneline(names.get(alert.moderator or "", "?"), 60))
        when = self.tr("between {first} and {last}").format(
            first=moment(alert.first_at), last=moment(alert.last_at)
        )
        if alert.seen_at is None:
            return f"{text}\n{when}"
        seen = self.tr("looked at by {name}, {time}").format(
            name=oneline(names.get(alert.seen_by or "", "?"), 60), time=moment(alert.seen_at)
        )
        return f"{text}\n{when} · {seen}"

    def _tried(self, kind: AlertKind, tries: int) -> str:
        """Return how often and what, for a {name}."""
        match kind:
            case AlertKind.UNKNOWN_LOGIN:
                return self.tr("%n try(s) with logins that nobody has", "", tries)
            case AlertKind.WRONG_CODE:
                return self.tr(
                    "%n wrong try(s) for {name}, also the right password with a wrong code",
                    "",
                    tries,
                )
            case AlertKind.WRONG_SIGNATURE:
                return self.tr(
                    "%n wrong try(s) for {name}, also for a signature at an open window", "", tries
                )
            case _:
                return self.tr("%n wrong try(s) for {name}", "", tries)

    def _chosen(self) -> Alert | None:
        item = self.list.currentItem()
        found = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        return found if isinstance(found, Alert) else None

    def _on_row(self) -> None:
        chosen = self._chosen()
        self.seen.setEnabled(chosen is not None and chosen.is_open)

    def _see(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.error.clear()
            self._work.tasks.perform(
                actions.SeeAlert(chosen.id), lambda _: self.refresh(), self._complain
            )

    def _complain(self, error: WebcareError) -> None:
        self.error.setText(error_words(error))
