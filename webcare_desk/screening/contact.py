"""Personal data that patterns can find: e-mail addresses and telephone numbers."""

import re
from collections.abc import Iterator
from typing import Final

#: The concepts of personal data that is found.
CONTACTS: Final = ("e-mail-address", "telephone-number")
# A match can only begin where a word begins and every repetition is bounded, so the
# time is linear in the text.
_EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PHONE: Final = re.compile(r"(?<![\w+])(?:\+|0)\d(?:[ .\-()/]{0,2}\d){7,12}(?!\d)")


def find_contacts(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield `(concept, start, end)` for each address and number in `text`."""
    if "@" in text:
        for match in _EMAIL.finditer(text):
            yield CONTACTS[0], match.start(), match.end()
    if "0" in text or "+" in text:
        for match in _PHONE.finditer(text):
            yield CONTACTS[1], match.start(), match.end()
