"""What two people write alike: numbers, and texts, as they are compared."""

import unicodedata


def plain(text: str) -> str:
    """Return a number as two people write it alike: in small letters, with one kind of hyphen.

    Blanks go, and what nobody sees.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(map(_plain, "".join(folded.split())))


def _plain(letter: str) -> str:
    kind = unicodedata.category(letter)
    return "" if kind == "Cf" else "-" if kind == "Pd" or letter == "−" else letter


def letters_of(text: str) -> str:
    """Return the letters and digits of a number of ours: its hyphens do not tell two apart."""
    return "".join(filter(str.isalnum, plain(text)))


def trimmed(text: str) -> str:
    """Return a text as any table keeps it: without blanks around, with one kind of line end."""
    return "\n".join(text.splitlines()).strip()
