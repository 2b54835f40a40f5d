"""What is said below a reply leaves the comment above it in sight."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel

from tests.ui.composer.test_reply_lines import GATES
from webcare_desk.ui.comment.pane import CommentPane
from webcare_desk.ui.composer.gates import Light


def test_what_is_in_order_is_told_in_short_where_something_stops_the_reply(
    pane: CommentPane,
) -> None:
    tab = pane.composer.reply

    def fine() -> QLabel:
        item = tab._gates.itemAt(tab._gates.count() - 1)
        label = None if item is None else item.widget()
        assert isinstance(label, QLabel)
        return label

    tab.show_gates(GATES, "")
    assert fine().text() == "✓ 4 check(s) in order"
    assert "Same\u00a0language" in fine().toolTip()
    tab.show_gates(tuple(replace(each, light=Light.FINE) for each in GATES[1:]), "")
    assert fine().text().count("✓") == 4
    assert not fine().toolTip()
