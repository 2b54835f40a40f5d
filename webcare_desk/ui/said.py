"""Sentences that the program says in English, in the window's language."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.audit import Name
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.spans import SECOND
from webcare_desk.said import Said
from webcare_desk.ui.clock import moment, span
from webcare_desk.ui.plain import oneline
from webcare_desk.ui.words import act_words, queue_word, reason_word, role_word

_LONGEST = 120  # letters of what a sentence speaks of


def error_words(error: BaseException | str) -> str:
    """Return what an error says; a sentence that was never marked stays English."""
    first = error.args[0] if isinstance(error, BaseException) and error.args else error
    return said_words(first if isinstance(first, Said) else str(error))


def said_words(said: str) -> str:
    """Return a sentence in the window's language; what was never marked for it stays as it is."""
    if not isinstance(said, Said):
        return said
    values = {name: _value(value) for name, value in said.values.items()}
    return QCoreApplication.translate("Said", said.template).format(**values)


def _value(value: object) -> object:
    """Return what a sentence speaks of: a sentence itself, a word of the desk, or foreign words."""
    if isinstance(value, Said):
        return said_words(value)
    if (word := _word_of_the_desk(value)) is not None:
        return word
    if isinstance(value, timedelta):
        return span(value // timedelta(microseconds=1))
    if isinstance(value, datetime):
        return moment(int(value.timestamp()) * SECOND)
    return oneline(value, _LONGEST) if isinstance(value, str) else value


def _word_of_the_desk(value: object) -> str | None:
    """Return a role, a queue, a reason or an act as the window names it; None for anything else."""
    if isinstance(value, Role):
        return role_word(value)
    if isinstance(value, Queue):
        return queue_word(value)
    if isinstance(value, Reason):
        return reason_word(value)
    return act_words(value) if isinstance(value, Name) else None
