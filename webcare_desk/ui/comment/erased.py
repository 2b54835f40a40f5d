"""What stands in place of words that were erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from webcare_desk.ui.clock import moment
from webcare_desk.ui.timeline.sentences import who

if TYPE_CHECKING:
    from collections.abc import Mapping

    from webcare_desk.ui.erased import Erased

translate = QCoreApplication.translate


def erased_words(erased: Erased, names: Mapping[str, str]) -> str:
    """Say when the words were erased, who asked for it and who approved it."""
    at, request = moment(erased.row.at), erased.request
    if request is None or request.decided_by is None:
        text = translate(
            "Erased", "These words were erased on {time} (request {number}); the log still holds."
        )
        return text.format(time=at, number=erased.row.request)
    text = translate(
        "Erased",
        "These words were erased on {time} (request {number}: {asker} asked, {second} approved); "
        "the log still holds.",
    )
    asker, second = who(request.asked_by, names), who(request.decided_by, names)
    return text.format(time=at, number=request.id, asker=asker, second=second)
