"""What somebody sees whose reading is followed: nothing before the log has it."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from webcare_desk.actions.read import Read
from webcare_desk.domain.moderator import is_followed
from webcare_desk.errors import WebcareError
from webcare_desk.ui.latest import alive
from webcare_desk.ui.tasks import Failed
from webcare_desk.ui.workplace import Workplace


def recorded(
    owner: QObject,
    work: Workplace,
    read: Read,
    show: Callable[[], None],
    failed: Failed | None = None,
) -> None:
    """Show what is read: at once, or to a guest when it is an entry, or else not at all.

    Without `failed` the status bar says what was refused.
    """
    if is_watched(work):
        refused = None if failed is None else alive(owner, failed)
        work.tasks.perform(read, alive(owner, lambda _: show()), refused)
    else:
        show()


def hidden_until_recorded(widget: QWidget, work: Workplace, read: Read, failed: Failed) -> None:
    """Hide `widget` from a guest until what it shows is an entry; where it is none, it stays so."""
    if not is_watched(work):
        return

    def refused(error: WebcareError) -> None:
        widget.hide()
        failed(error)

    widget.hide()
    recorded(widget, work, read, widget.show, refused)


def is_watched(work: Workplace) -> bool:
    """Say whether everything that is read here is an entry; where none can be made nothing is."""
    return is_followed(work.actor.role) and not work.read_only
