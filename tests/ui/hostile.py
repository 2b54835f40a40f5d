"""Everything a window can show, on comments whose every field is an image to load.

Not collected by itself: `test_hostile_window.py` runs it under strace.
"""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import HOUR, ingest
from tests.ui.walk import guessing, longest, opened, pick, waits
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.menus import COMMANDS
from webcare_desk.ui.plain import BODY_LIMIT
from webcare_desk.ui.workplace import Workplace

#: What would end the walk: it leaves the desk, or covers it until a password or an answer is given.
LEAVES = {"quit", "log-out", "lock", "training"}
#: Some of what opens a window of its own: else the walk would look at nothing.
OPENING = {"escalate", "classify", "close", "assign", "palette", "audit", "gaps", "keys"}


def image(field: str) -> str:
    """Return markup that makes a label which guesses open a file named after `field`."""
    return f'<img src="/tmp/wcd-image-{field}.png"><p>'


def hostile(number: int) -> RemoteComment:
    """Return a comment that is an image in every field."""
    return RemoteComment(
        remote_id=image(f"remote-{number}"),
        thread=image("thread"),
        parent=None,
        author_id=image("author-id"),
        author_name=image("author"),
        text=f"{image('text')} Sinds ik Ventora slik heb ik hoofdpijn. {image('more')}",
        posted_at=1_700_000_000_000_000 + number * HOUR,
        link=image("link"),
        thread_title=image("title"),
    )


def test_the_whole_window(chief_place: Workplace, qtbot: QtBot) -> None:
    first, second = ingest(chief_place.app, hostile(1), hostile(2))
    with opened(chief_place, qtbot) as window:
        pick(window, qtbot, second)
        commands = [command.id for command in COMMANDS if command.id not in LEAVES]
        opening = {command for command in commands if opens(window, qtbot, first, command)}
        assert opening >= OPENING
        assert longest(window) <= BODY_LIMIT


def opens(window: MainWindow, qtbot: QtBot, comment: int, command: str) -> bool:
    """Run one command on a comment, look at what it opened, and close that."""
    pick(window, qtbot, comment)
    settle(window, qtbot)
    window.actions_by_id[command].trigger()
    settle(window, qtbot)
    if command in OPENING:  # what it asks for first may be read by another worker
        waits(qtbot, lambda: others(window))
    opened = others(window)
    for other in opened:
        assert guessing(other) == [], command
        other.close()
    waits(qtbot, lambda: not others(window))
    return bool(opened)


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until both kinds of workers have done what was asked before."""
    done: list[None] = []
    window._work.tasks.act(lambda: None, done.append)
    window._work.tasks.run(lambda: None, done.append)
    waits(qtbot, lambda: len(done) == 2)


def others(window: MainWindow) -> list[QWidget]:
    """Return every other window that is open."""
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget is not window and widget.isVisible() and not widget.objectName().startswith("qt_")
    ]


@pytest.mark.parametrize("field", ["twin"])
def test_a_label_that_guesses(qtbot: QtBot, field: str) -> None:
    """The twin: this is what the window must not do."""
    label = QLabel(image(field))
    qtbot.addWidget(label)
    label.show()
    assert label.isVisible()
    assert not Path(f"/tmp/wcd-image-{field}.png").exists()  # noqa: S108 - the name of no file
