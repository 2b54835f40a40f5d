"""Replies from approved texts: named blanks, and no logic."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from webcare_desk.protocol.model import Protocol, Template, words_in

#: Blanks that the desk fills for every comment; the others are sponsor and references.
PERSONAL = frozenset({"first_name", "moderator_name"})
SPONSOR = "sponsor"
BLANK = re.compile(r"\{\{ ?([a-z][a-z0-9_-]*) ?\}\}")

#: A greeting by name at the beginning of a text.
_GREETING = re.compile(r"\A\s*(\w+) \{\{ ?first_name ?\}\}(?=[,!])")
#: What a greeting is that goes with a name only, where there is no name.
_WITHOUT_A_NAME = {"Beste": "Hallo", "Lieve": "Hallo", "Geachte": "Hallo", "Dear": "Hello"}


@dataclass(frozen=True, slots=True)
class Filled:
    """A text with its blanks filled; `open` names those that got no value, in order."""

    text: str
    open: tuple[str, ...]


def fill(text: str, values: Mapping[str, str]) -> Filled:
    """Return `text` with each blank replaced by its value.

    A value is data: a blank inside it stays text. A blank without a value, or
    with an empty one, stays as it is.
    """
    unfilled: list[str] = []

    def value_of(blank: re.Match[str]) -> str:
        value = values.get(blank[1], "").strip()
        if not value:
            unfilled.append(blank[1])
        return value or blank[0]

    return Filled(BLANK.sub(value_of, text), tuple(dict.fromkeys(unfilled)))


def secret_names(protocol: Protocol) -> tuple[str, ...]:
    """Return what prescription-only products are called (CGR 5.5.1)."""
    names = [
        name
        for product in protocol.products
        if product.prescription_only
        for name in (product.brand, product.substance, *product.spellings)
    ]
    return tuple(dict.fromkeys(name.casefold() for name in names))


def standing_values(protocol: Protocol, language: str, today: date | None) -> dict[str, str]:
    """Return the values that are the same for every comment: the sponsor, the references.

    A reference that may not be given `today` any more has none: its blank stays
    open, and a reply with an open blank is not sent. Without a day all have one.
    """
    values = {
        name: words_in(ref.text, language)
        for name, ref in protocol.references.items()
        if today is None or ref.valid_until is None or today <= ref.valid_until
    }
    return {**values, SPONSOR: words_in(protocol.sponsor, language)}


def compose(
    protocol: Protocol, template: Template, language: str, values: Mapping[str, str], today: date
) -> Filled:
    """Return the reply of `template` in `language`, the standing values of `today` filled in too.

    Who has no first name is greeted without one: it would be a handle, or a blank that stays open.
    """
    text = words_in(template.texts, language)
    if not values.get("first_name", "").strip():
        text = _GREETING.sub(lambda found: _WITHOUT_A_NAME.get(found[1], found[1]), text)
    return fill(text, {**standing_values(protocol, language, today), **values})
