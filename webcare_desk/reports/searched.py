"""Why a search shows nothing, as the window and the commands say it."""

from webcare_desk.domain.sought import Sought
from webcare_desk.said import QT_TRANSLATE_NOOP


def why_nothing(asked: Sought) -> str:
    """Return the sentence, with a place for the `{name}` where a name was given."""
    if not asked.names:
        return QT_TRANSLATE_NOOP("Places", "No comment holds all these words.")
    if asked.lacks_name:
        return QT_TRANSLATE_NOOP(
            "Places", "No name stands after from: (or van:), such as from:jan."
        )
    if not asked.words:
        return QT_TRANSLATE_NOOP(
            "Places", "Nobody whose name begins with “{name}” has written here."
        )
    return QT_TRANSLATE_NOOP(
        "Places", "No comment of anybody whose name begins with “{name}” holds this."
    )
