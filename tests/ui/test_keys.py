"""Every key that the window names is called as this system calls it."""

import sys
from collections.abc import Callable, Iterator
from typing import ClassVar

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.inbox.test_waiting_list import _emptiness
from webcare_desk import casework
from webcare_desk.app import App
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Actor
from webcare_desk.ui import keys
from webcare_desk.ui.composer.note import NoteTab
from webcare_desk.ui.composer.reply import ReplyTab
from webcare_desk.ui.deeds import Deeds
from webcare_desk.ui.inbox.pane import InboxPane
from webcare_desk.ui.keys import key_name
from webcare_desk.ui.keysheet import key_sheet
from webcare_desk.ui.menus import COMMANDS, keyed, keys_text
from webcare_desk.ui.register.window import RegisterWindow
from webcare_desk.ui.status import StatusBar
from webcare_desk.ui.toast import Toast
from webcare_desk.ui.workplace import Workplace

OF = {command.id: command for command in COMMANDS}


class _MacKeys:
    """Names a sequence as Qt does on macOS."""

    SequenceFormat = QKeySequence.SequenceFormat
    SIGNS: ClassVar = {"Ctrl+": "⌘", "Shift+": "⇧", "Return": "↩", "Enter": "⌤", "Backspace": "⌫"}

    def __init__(self, key: str) -> None:
        self._text = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)

    def toString(self, how: QKeySequence.SequenceFormat) -> str:  # noqa: N802 - Qt's name
        assert how is QKeySequence.SequenceFormat.NativeText
        for word, sign in self.SIGNS.items():
            self._text = self._text.replace(word, sign)
        return self._text


@pytest.fixture
def mac(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let Qt name keys as on macOS."""
    monkeypatch.setattr(keys, "QKeySequence", _MacKeys)
    yield
    monkeypatch.undo()


@pytest.mark.parametrize(
    ("key", "name"),
    [("Ctrl+Return", "Ctrl+Enter"), ("Ctrl+Shift+Del", "Ctrl+Shift+Delete"), ("j", "J"),
     ("?", "?"), ("J  K", "J  K"), ("1 – 9", "1 – 9")],
)  # fmt: skip
def test_a_key_is_called_as_it_stands_on_the_keyboard(key: str, name: str) -> None:
    assert key_name(key) == name


@pytest.mark.usefixtures("mac", "qapp")
def test_on_macos_the_commands_name_its_own_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "platform", "darwin")
        shown = {name: keys_text(OF[name]) for name in ("palette", "delete", "erase", "retry")}
    assert shown["palette"] == "⌘K"
    assert shown["delete"].split()[0] == "⌘⌫"
    assert shown["erase"].split()[0] == "⌘⇧⌫"
    assert shown["retry"] == "⇧R"
    assert keyed("Escalate", "escalate") == "Escalate  E"
    assert OF["delete"].keys == ("Ctrl+Del",), "elsewhere Backspace stays out of it"


@pytest.mark.usefixtures("mac")
def test_on_macos_no_text_of_the_window_says_ctrl(
    qtbot: QtBot, workplace_of: Callable[..., Workplace], chief: Actor
) -> None:
    parent, work = QWidget(), workplace_of(chief)
    qtbot.addWidget(parent)
    toast = Toast(work, parent)
    toast.tell("Closed.", lambda: None)
    register = RegisterWindow(work)
    qtbot.addWidget(register)
    shown = [toast, ReplyTab(parent), NoteTab(parent), key_sheet(parent), StatusBar(), register]
    for widget in shown:
        if widget is not toast:
            qtbot.addWidget(widget)
    each = [one for widget in shown for one in widget.findChildren(QWidget)]
    said = [one.text() for one in each if isinstance(one, QLabel | QPushButton)]
    said += [one.toolTip() for one in each]
    assert [text for text in said if "Ctrl" in text] == []
    for text in ("Undo (⌘Z)", "Send (⌘↩)", "Save note (⌘↩)", "⌘W", "<span>⌘M</span>"):
        assert text in said
    assert "F1 keys · ⌘K all commands" in said


@pytest.mark.usefixtures("mac")
def test_on_macos_the_sentences_name_its_keys(
    qtbot: QtBot, workplace_of: Callable[..., Workplace], desk_app: App, chief: Actor
) -> None:
    work, parent = workplace_of(chief), QWidget()
    qtbot.addWidget(parent)
    assert "until then ⌘Z calls it back" in Deeds(work, parent)._undo_note()
    casework.view(desk_app.desk, desk_app.protocol, 1, chief)
    casework.escalate(desk_app.desk, desk_app.protocol, 1, chief)
    pane = InboxPane(work)
    qtbot.addWidget(pane)
    assert _emptiness(pane, Queue.WAITING).endswith("(⌘R).")
