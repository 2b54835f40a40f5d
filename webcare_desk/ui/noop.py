"""Mark a text in a table for translation, as tables below the window do."""

from webcare_desk.noop import QT_TRANSLATE_NOOP

__all__ = ["QT_TRANSLATE_NOOP"]
