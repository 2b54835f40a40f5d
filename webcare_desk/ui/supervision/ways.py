"""How an answer of PV came, in the window's language."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.case_version import Way
from webcare_desk.said import QT_TRANSLATE_NOOP

_WAYS: Mapping[Way, str] = {
    Way.E2B: QT_TRANSLATE_NOOP("Register", "by E2B"),
    Way.MAIL: QT_TRANSLATE_NOOP("Register", "by mail"),
    Way.PHONE: QT_TRANSLATE_NOOP("Register", "by telephone"),
    Way.MEETING: QT_TRANSLATE_NOOP("Register", "in a meeting"),
    Way.LIST: QT_TRANSLATE_NOOP("Register", "on PV's list"),
}


def way_word(way: Way) -> str:
    """Return how an answer came."""
    return QCoreApplication.translate("Register", _WAYS[way])
