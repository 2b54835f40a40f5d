"""Whose desk this is: an agency has the desks of several sponsors open side by side."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from webcare_desk.errors import WebcareError

if TYPE_CHECKING:
    from webcare_desk.app import App
    from webcare_desk.protocol.model import Protocol
    from webcare_desk.ui.workplace import Workplace

_LONGEST = 60


def whose(app: App, language: str) -> str:
    """Return sponsor and pack, `Orvanta · varen`; nothing where no protocol can be loaded."""
    try:
        return f"{_sponsor(app.protocol, language)} · {app.protocol.id}"
    except WebcareError:
        return ""


def receiver(app: App, language: str) -> str:
    """Return whose PV packets go to and where: `PV of Orvanta: drugsafety@orvanta.example`."""
    way = app.settings.courier.goes_to(app.folder)
    words = QCoreApplication.translate("Whose", "PV of {sponsor}: {way}")
    none = QCoreApplication.translate("Outbox", "no way to PV is set up")
    return words.format(sponsor=_sponsor(app.protocol, language), way=way or none)


def _sponsor(protocol: Protocol, language: str) -> str:
    from webcare_desk.protocol.model import words_in

    return shorten(words_in(protocol.sponsor, language), _LONGEST, placeholder="…")


def titled(work: Workplace, title: str) -> str:
    """Return the title of a window; whose desk it is comes first, where a task bar shows it."""
    return " — ".join(filter(None, (whose(work.app, work.language), title)))
