"""Who finds the sources in the menu, and what a demo says of them."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.walk import dialog_of, opened
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.sources.dialog import SourcesDialog
from webcare_desk.ui.workplace import Workplace


def test_the_menu_opens_them_and_a_demo_sets_up_none(window: MainWindow, qtbot: QtBot) -> None:
    action = window.actions_by_id["sources"]
    assert (action.isVisible(), action.isEnabled()) == (True, True)
    action.trigger()
    dialog = dialog_of(SourcesDialog, qtbot)
    assert isinstance(dialog, SourcesDialog)
    assert dialog.note.text().startswith("The demo reads its own community")
    assert not any(each.isEnabled() for each in (dialog.more, dialog.other, dialog.drop))
    dialog.close()


def test_a_moderator_does_not_see_them(workplace: Workplace, qtbot: QtBot) -> None:
    with opened(workplace, qtbot) as window:
        action = window.actions_by_id["sources"]
        assert (action.isVisible(), action.isEnabled()) == (False, False)
        action.trigger()
        assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, SourcesDialog)]
