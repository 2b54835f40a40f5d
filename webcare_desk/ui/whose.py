"""Whose desk this is: an agency has the desks of several sponsors open side by side."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from webcare_desk.errors import WebcareError

if TYPE_CHECKING:
    from webcare_desk.app import App
    from webcare_desk.ui.workplace import Workplace

_LONGEST = 60


def whose(app: App, language: str) -> str:
    """Return sponsor and pack, `Orvanta · varen`; nothing where no protocol can be loaded."""
    from webcare_desk.protocol.model import words_in

    try:
        protocol = app.protocol
    except WebcareError:
        return ""
    sponsor = shorten(words_in(protocol.sponsor, language), _LONGEST, placeholder="…")
    return f"{sponsor} · {protocol.id}"


def titled(work: Workplace, title: str) -> str:
    """Return the title of a window; whose desk it is comes first, where a task bar shows it."""
    return " — ".join(filter(None, (whose(work.app, work.language), title)))
