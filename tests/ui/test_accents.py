"""Letters with an accent stay what they are in every table."""

from pytestqt.qtbot import QtBot

from tests.ui.conftest import account, ingest, remote
from webcare_desk import casework
from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.ui.audit.window import AuditWindow
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.register.window import RegisterWindow
from webcare_desk.ui.supervision.online import OnlineBoard
from webcare_desk.ui.table import Cells
from webcare_desk.ui.workplace import Workplace

NAME = "Zoë Bäcker"


def texts(model: Cells, column: int) -> list[str]:
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_the_log_names_a_person_with_an_accent(
    chief_place: Workplace, desk_app: App, qtbot: QtBot
) -> None:
    account(desk_app, "zoe", NAME, Role.MODERATOR)
    window = AuditWindow(chief_place)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: oneline(NAME) in texts(window.model, 2))
    assert not any("\ufffd" in text for text in texts(window.model, 3))
    board = OnlineBoard(chief_place)
    qtbot.addWidget(board)
    board.show()
    qtbot.waitUntil(lambda: oneline(NAME) in texts(board.listing.rows, 0))


def test_the_register_tells_an_author_with_an_accent_and_a_text_that_is_cut(
    chief_place: Workplace, desk_app: App, chief: Actor, qtbot: QtBot
) -> None:
    story = "Sinds Ventora heb ik elke dag hoofdpijn. " + "En zo verder… " * 30
    (short,) = ingest(desk_app, remote(90, NAME, story))
    (long,) = ingest(desk_app, remote(91, NAME * 4, story))
    for comment in (short, long):
        casework.view(desk_app.desk, desk_app.protocol, comment, chief)
        casework.escalate(desk_app.desk, desk_app.protocol, comment, chief)
    window = RegisterWindow(chief_place)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: window.model.rowCount() == 2)
    cut, whole = (text[1:-1] for text in texts(window.model, 2))
    assert whole.startswith(f"{NAME}: Sinds Ventora")
    assert cut.startswith(f"{(NAME * 4)[:30]}…: Sinds")
    assert not any("\ufffd" in text for text in (cut, whole))
