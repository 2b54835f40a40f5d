"""Mark a text in a table for translation; it is translated where it is shown."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Return `text`; lupdate finds it by this name (Qt's own is not typed)."""
    del context
    return text
