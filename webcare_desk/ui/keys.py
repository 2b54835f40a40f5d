"""How a key is called on this system: `Ctrl+K`, or `⌘K` on macOS, where Qt's Ctrl is that key."""

from PySide6.QtGui import QKeySequence

_WORDS = {"Return": "Enter", "Del": "Delete"}


def key_name(key: str) -> str:
    """Return one key as it stands on the keyboard; what is no single key as it is: `1 – 9`."""
    name = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    held, plus, last = name.rpartition("+")
    return f"{held}{plus}{_WORDS.get(last, last)}" or key


def with_key(text: str, key: str) -> str:
    """Return a button's text with its key: `Send (Ctrl+Enter)`."""
    return f"{text} ({key_name(key)})"
