"""The alerts of wrong tries in the window: what was tried stands in each."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from webcare_desk import actions
from webcare_desk.domain.alert import TRIES, AlertKind
from webcare_desk.domain.moderator import system_actor
from webcare_desk.ui.language import speaking
from webcare_desk.ui.people.alerts import AlertsTab
from webcare_desk.ui.workplace import Workplace


@pytest.mark.parametrize(
    ("login", "kind", "words"),
    [
        ("mo", AlertKind.WRONG_PASSWORD, "5 wrong tries for Mo Derator\n"),
        (
            "mo",
            AlertKind.WRONG_CODE,
            "5 wrong tries for Mo Derator, also the right password with a wrong code\n",
        ),
        (
            "mo",
            AlertKind.WRONG_SIGNATURE,
            "5 wrong tries for Mo Derator, also for a signature at an open window\n",
        ),
        ("nobody", AlertKind.WRONG_PASSWORD, "5 tries with logins that nobody has\n"),
    ],
)
@pytest.mark.usefixtures("moderator")
def test_an_alert_says_what_was_tried(  # noqa: PLR0913, PLR0917 - fixtures and the case
    qapp: QApplication,
    chief_place: Workplace,
    qtbot: QtBot,
    login: str,
    kind: AlertKind,
    words: str,
) -> None:
    for _ in range(TRIES):
        chief_place.app.desk.perform(actions.RecordFailedLogin(login, kind), system_actor())
    with speaking(qapp, "en"):
        tab = AlertsTab(chief_place)
    qtbot.addWidget(tab)
    assert tab.list.item(0).text().startswith(words)
