"""Showing a comment in a pane, and waiting until it is there."""

from pytestqt.qtbot import QtBot

from webcare_desk.ui.comment.pane import CommentPane


def show(pane: CommentPane, qtbot: QtBot, comment: int) -> None:
    """Show `comment` in `pane`."""
    with qtbot.waitSignal(pane.loaded):
        pane.show_comment(comment)
