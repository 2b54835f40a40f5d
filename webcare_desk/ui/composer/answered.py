"""One question before a second reply stands under the same words."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from webcare_desk.domain.reply import Delivery, DeliveryKind, DeliveryState
from webcare_desk.ui.dialogs import ask
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.sheet import Sheet

_GONE = frozenset({DeliveryState.CANCELLED, DeliveryState.FAILED})


def answer_after(deliveries: Iterable[Delivery], known: int, me: str) -> Delivery | None:
    """Return the last reply of somebody else with a number above `known`, as far as it leaves."""
    found = (
        each
        for each in deliveries
        if each.kind is DeliveryKind.REPLY and each.author != me and each.state not in _GONE
    )
    return max((each for each in found if each.id > known), key=lambda each: each.id, default=None)


def ask_to_add(
    parent: QWidget, sheet: Sheet, other: Delivery | None, then: Callable[[], None]
) -> None:
    """Do `then`, by which a reply leaves; ask first where there is an `other` one already."""
    if other is None:
        then()
        return
    title = QCoreApplication.translate("Composer", "Answered meanwhile")
    question = QCoreApplication.translate(
        "Composer", "{name} answered this comment since you began your reply."
    ).format(name=oneline(sheet.names.get(other.author, other.author)))
    yes = QCoreApplication.translate("Composer", "Send mine as well")
    ask(parent, title, question, oneline(other.body), yes, then, is_grave=True)
