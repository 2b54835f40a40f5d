"""Mark a text in a table for translation; it is translated where it is shown."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - lupdate finds it by this name
    """Return `text`; Qt's own is not typed, and Qt is needed in the window alone."""
    del context
    return text
