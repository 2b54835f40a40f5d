"""The last resort: a known error is a sentence, anything else is a bug and looks like one."""

import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import QCoreApplication

from webcare_desk.errors import WebcareError
from webcare_desk.ui.said import error_words

Show = Callable[[str, str], None]


@contextmanager
def showing(show: Show) -> Iterator[None]:
    """Send what nobody catches meanwhile to `show`, as a title and a text."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if not isinstance(error, WebcareError):
            sys.__excepthook__(kind, error, trace)  # also where a log is kept
        show(*told(error))

    before = sys.excepthook
    sys.excepthook = hook
    try:
        yield
    finally:
        sys.excepthook = before


def told(error: BaseException) -> tuple[str, str]:
    """Return title and text of an error as a person gets to see it."""
    if isinstance(error, WebcareError):
        return QCoreApplication.translate("Hook", "That did not work"), error_words(error)
    title = QCoreApplication.translate("Hook", "A fault in the program")
    lead = QCoreApplication.translate(
        "Hook", "This is a bug. What you did last may not have been done; nothing else is lost."
    )
    return title, lead + "\n\n" + "".join(traceback.format_exception(error))
