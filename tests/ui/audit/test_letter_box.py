"""What is typed in a box of the log's filter is a choice, no key of the window."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.ui.scene import Scene, scene
from webcare_desk.ui.audit.window import AuditWindow
from webcare_desk.ui.supervision.areas import Area

__all__ = ["scene"]

SHORTCUT = QEvent.Type.ShortcutOverride


def test_a_letter_typed_in_the_filter_of_the_log_chooses_there(scene: Scene) -> None:
    scene.window.choose(Area.AUDIT)
    audit = scene.window.made[Area.AUDIT]
    assert isinstance(audit, AuditWindow)
    person, before = audit.filters.person, scene.window.rail.currentIndex().row()
    scene.qtbot.waitUntil(lambda: person.count() > 1)
    person.setFocus()
    for letter in ("j", "3"):
        typed = QKeyEvent(SHORTCUT, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
        assert QApplication.sendEvent(person, typed)
        assert typed.isAccepted(), "the window takes it for one of its keys"
    with_ctrl = QKeyEvent(SHORTCUT, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier, "j")
    QApplication.sendEvent(person, with_ctrl)
    assert not with_ctrl.isAccepted()
    assert scene.window.rail.currentIndex().row() == before
