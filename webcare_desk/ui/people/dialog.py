"""Everything about people in one place; each tab is there for those who may use it."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from webcare_desk.domain.moderator import Right
from webcare_desk.ui import theme
from webcare_desk.ui.dress import dress
from webcare_desk.ui.forms import throw_away
from webcare_desk.ui.people.accounts import AccountsTab
from webcare_desk.ui.people.alerts import AlertsTab
from webcare_desk.ui.people.own import OwnTab
from webcare_desk.ui.people.standing import StandingTab
from webcare_desk.ui.room import give_room
from webcare_desk.ui.workplace import Workplace

_SIZE = (920, 680)


class PeopleDialog(QDialog):
    """The tabs that the person's role may see, the first one in front."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        """Make the tabs."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("People"))
        give_room(self, *_SIZE)
        self.tabs = QTabWidget()
        self.accounts = self.training = self.alerts = None
        if workplace.may(Right.ADMINISTER):
            self.accounts = AccountsTab(workplace)
            self.tabs.addTab(self.accounts, self.tr("Accounts"))
        if workplace.may(Right.REVIEW):
            self.training = StandingTab(workplace)
            self.tabs.addTab(self.training, self.tr("Training"))
        if workplace.may(Right.GUARD):
            self.alerts = AlertsTab(workplace)
            self.tabs.addTab(self.alerts, self.tr("Alerts"))
        self.own = OwnTab(workplace)
        self.tabs.addTab(self.own, self.tr("My account"))
        buttons = QDialogButtonBox()
        close = QPushButton(self.tr("Close"))
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.M, theme.L, theme.L)
        column.setSpacing(theme.M)
        column.addWidget(self.tabs, 1)
        column.addWidget(buttons)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        dress(self)

    def reject(self) -> None:
        """Close; where roles were ticked and not saved, ask first."""
        if self.accounts is not None and self.accounts.is_ticked:
            throw_away(self)
        else:
            super().reject()

    def show_alerts(self) -> None:
        """Bring the alerts to the front."""
        if self.alerts is not None:
            self.tabs.setCurrentWidget(self.alerts)
