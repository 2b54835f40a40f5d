"""Showing a comment in a pane, and waiting until it is there."""

import re

from pytestqt.qtbot import QtBot

from webcare_desk.ui.comment.pane import CommentPane

_MOMENT = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC[+-]\d\d:\d\d"


def show(pane: CommentPane, qtbot: QtBot, comment: int) -> None:
    """Show `comment` in `pane`."""
    with qtbot.waitSignal(pane.loaded):
        pane.show_comment(comment)


def shows_signature(told: str, name: str) -> bool:
    """Say whether a text shows a signature with who, what it means, and when with its zone."""
    pattern = rf"Signed by {name} \([^)]+\)\W+Meaning: “I [^”]+”\W+Time: {_MOMENT}"
    return re.search(pattern, told) is not None
