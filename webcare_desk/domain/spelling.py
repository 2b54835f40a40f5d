"""What two people write alike: numbers and names as they are compared."""


def plain(text: str) -> str:
    """Return a number as two people write it alike: without blanks around, in small letters."""
    return "".join(text.split()).casefold()
