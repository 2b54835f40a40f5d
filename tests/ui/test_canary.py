"""Qt calls lose no reference: PySide6 6.12.0 did, and aborted after some thousand calls."""

import sys

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

CALLS = 10_000
ALLOWED = 200  # what the interpreter itself may take and give meanwhile


@pytest.mark.parametrize("value", [None, True, False], ids=str)
def test_ten_thousand_calls_lose_no_reference(qtbot: QtBot, value: object) -> None:
    widget, thing = QWidget(), QObject()
    qtbot.addWidget(widget)
    before = sys.getrefcount(value)
    for _ in range(CALLS):
        widget.setEnabled(True)
        widget.setObjectName("x")
        widget.isEnabled()
        widget.isVisible()
        thing.blockSignals(False)  # noqa: FBT003 - Qt's own argument
    assert before - sys.getrefcount(value) < ALLOWED
