"""Personal data that patterns can find: e-mail addresses and telephone numbers."""

import re
from collections.abc import Iterator
from typing import Final

from webcare_desk.domain.finding import Category, Finding, Mark

#: The concepts of personal data that is found.
CONTACTS: Final = ("e-mail-address", "telephone-number")
# A match can only begin where a word begins and every repetition is bounded, so the
# time is linear in the text.
_EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PHONE: Final = re.compile(r"(?<![\w+])(?:\+|0)\d(?:[ .\-()/]{0,2}\d){7,12}(?!\d)")


def find_contacts(text: str) -> Iterator[Finding]:
    """Yield a finding for each address and number in `text`."""
    if "@" in text:
        yield from _found(_EMAIL, CONTACTS[0], text)
    if "0" in text or "+" in text:
        yield from _found(_PHONE, CONTACTS[1], text)


def _found(pattern: re.Pattern[str], concept: str, text: str) -> Iterator[Finding]:
    for match in pattern.finditer(text):
        yield Finding(Mark.CUE, concept, Category.PRIVACY, match.start(), match.end())
