"""The protocol's window on a desk, and a hand to work it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.support.passwords import CHEAP
from tests.ui.conftest import account
from webcare_desk import people
from webcare_desk.app import App
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.protocol.versions import begin_draft
from webcare_desk.ui.rulebook.window import EDIT, ProtocolWindow
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.secret import Secret

OWN = Secret("a sentence that is mine alone")


@dataclass(frozen=True)
class Desk:
    """The window, and who sits before it."""

    window: ProtocolWindow
    app: App
    chief: Actor
    bob: Actor
    qtbot: QtBot

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(lambda: bool(holds()))

    def dialog(self, kind: type[QDialog]) -> QDialog:
        """Return the dialog of a kind that is open."""
        found: list[QDialog] = []

        def seen() -> bool:
            found[:] = [each for each in self.window.findChildren(kind) if each.isVisible()]
            return bool(found)

        self.until(seen)
        return found[0]

    def draft(self, name: str = "later") -> None:
        """Choose a new draft, in the editor."""
        self.until(lambda: self.window.choices)
        choice = self.window.choices[0]
        begin_draft(choice.root, self.app.folder, name)
        self.window.refresh(name)
        self.until(lambda: self.window.choice and self.window.choice.name == name)
        self.window.tabs.setCurrentIndex(EDIT)
        self.until(self.window.editor.code.toPlainText)
        self.until(lambda: "✓" in self.window.editor.state.text())

    def edit(self, old: str, new: str) -> None:
        """Write something else in the file that is shown."""
        text = self.window.editor.code.toPlainText()
        assert old in text
        self.window.editor.code.setPlainText(text.replace(old, new, 1))


@pytest.fixture
def at(
    workplace_of: Callable[..., Workplace], desk_app: App, chief: Actor, qtbot: QtBot
) -> Iterator[Desk]:
    desk_app.put_protocol_in_force()
    bob = account(desk_app, "bob", "Bob Second", Role.SUPERVISOR)
    people.set_password(desk_app.desk, chief.moderator, OWN, chief, CHEAP)
    window = ProtocolWindow(workplace_of(chief))
    qtbot.addWidget(window)
    window.show()
    yield Desk(window, desk_app, chief, bob, qtbot)
    window.close()
