"""A PV officer's register over two cases, and a hand to work it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.support.passwords import CHEAP
from tests.ui.conftest import HOUR, ingest, remote
from tests.ui.scene import OWN
from webcare_desk import actions, casework, people
from webcare_desk.app import App
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.moderator import Actor, system_actor
from webcare_desk.ui.look import apply_theme
from webcare_desk.ui.register.window import RegisterWindow
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.secret import Secret

STORY = "Sinds de Ventora pen heeft mijn moeder elke avond hoofdpijn, ze ligt in het ziekenhuis."


@dataclass(frozen=True)
class Desk:
    """The register's window over two cases; the second one is the newest."""

    window: RegisterWindow
    app: App
    qtbot: QtBot
    cases: tuple[int, int]

    def state(self, case: int) -> CaseState:
        """Return the state of a case now."""
        found = self.app.desk.read.case_standing(case)
        assert found is not None
        return found.state

    def choose(self, case: int) -> None:
        """Choose the row of a case and wait for its story."""
        place = self.window.model.place_of(case)
        assert place is not None
        self.window.table.selectRow(place)
        self.qtbot.waitUntil(lambda: bool(self.window.detail.texts[0].toPlainText()))

    def dialog(self, kind: type[QDialog]) -> QDialog:
        """Return the dialog of a kind that the window has opened."""
        self.qtbot.waitUntil(lambda: isinstance(self.window.dialog, kind))
        assert self.window.dialog is not None
        return self.window.dialog

    def key(self, key: Qt.Key) -> None:
        """Press a key in the table."""
        self.window.activateWindow()
        self.window.table.setFocus()
        self.qtbot.waitUntil(self.window.table.hasFocus)
        QTest.keyClick(self.window.table, key)

    def leave(self, case: int) -> None:
        """Let the latest packet of a case leave."""
        read = self.app.desk.read
        delivery = read.case_versions(case)[-1].delivery
        assert delivery is not None
        found = read.delivery(delivery)
        assert found is not None
        claim = actions.ClaimDelivery(delivery, found.version, HOUR, "mail")
        self.app.desk.perform(claim, system_actor())
        self.app.desk.perform(
            actions.RecordDelivery(delivery, "250 OK", found.version + 1), system_actor()
        )


@pytest.fixture
def desk(
    desk_app: App,
    chief: Actor,
    workplace_of: Callable[..., Workplace],
    qapp: QApplication,
    qtbot: QtBot,
) -> Iterator[Desk]:
    people.set_password(desk_app.desk, chief.moderator, Secret(OWN), chief, CHEAP)
    made = []
    for comment in ingest(desk_app, remote(70, "Noor", STORY), remote(71, "Els", f"{STORY} Echt!")):
        casework.view(desk_app.desk, desk_app.protocol, comment, chief)
        made.append(casework.escalate(desk_app.desk, desk_app.protocol, comment, chief))
    apply_theme(qapp, is_dark=False)
    window = RegisterWindow(workplace_of(chief))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.model.rowCount() == 2)
    yield Desk(window, desk_app, qtbot, (made[0], made[1]))
    window.close()
