"""Whether anything is read at all: where nothing comes in, an empty list tells nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.comment import IMPORTED

if TYPE_CHECKING:
    from webcare_desk.app import App

_LOOK_BACK = 100


def no_source() -> str:
    """Say that nothing is set up that could be read."""
    return QCoreApplication.translate("Unread", "No source is set up: nothing is read.")


def nothing_read(app: App) -> str:
    """Say why nothing comes in: no source is set up, or none was ever read; else say nothing."""
    read = app.desk.read
    if app.settings.sources:
        words = QCoreApplication.translate("Unread", "No source has been read yet.")
        return "" if read.coverage(limit=1) else words
    files = any(each.source.startswith(IMPORTED) for each in read.coverage(limit=_LOOK_BACK))
    return "" if files else no_source()
