"""Sentences that are marked for translation, and filled with what they speak of."""

import json
from collections.abc import Iterable, Mapping
from typing import Self

_KEPT = '{"said": '


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - lupdate finds it by this name
    """Return `text`; Qt's own is not typed, and Qt is needed in the window alone."""
    del context
    return text


def reason_of(error: BaseException) -> str:
    """Return what an error says, still marked where it was: a part of another sentence."""
    first = error.args[0] if error.args else None
    return first if isinstance(first, Said) else str(error)


class Said(str):
    """An English sentence that still knows what it was made from, for a window in another language."""

    __slots__ = ("template", "values")
    template: str
    values: dict[str, object]

    @classmethod
    def of(cls, template: str, **values: object) -> Self:
        """Fill a marked `template` with what the sentence speaks of."""
        said = cls(template.format(**values))
        said.template, said.values = template, values
        return said

    @classmethod
    def each(cls, between: str, values: Iterable[object]) -> Self:
        """Say several things, one after the other; each of them is shown as it would be alone."""
        named = {f"each{place}": value for place, value in enumerate(values)}
        return cls.of(between.join(f"{{{name}}}" for name in named), **named)


def together(*parts: str | None) -> str | None:
    """Return sentences one after the other; None where there are none."""
    said = [part for part in parts if part]
    return Said.each(" ", said) if said else None


def kept(words: str | None) -> str | None:
    """Return the text by which `heard` gives a sentence back with its marks; other words as they are.

    One that speaks of what no text keeps is kept as it reads in English.
    """
    if not isinstance(words, Said):
        return words
    text = json.dumps(_parts(words))
    return text if heard(text) == words else str(words)


def heard(text: str | None) -> str | None:
    """Return the sentence that was kept; what was never marked is as it was written."""
    if text is None or not text.startswith(_KEPT):
        return text
    try:
        return _said(json.loads(text))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return text


def _parts(words: Said) -> dict[str, object]:
    return {"said": words.template, "of": {name: _part(it) for name, it in words.values.items()}}


def _part(value: object) -> object:
    if isinstance(value, Said):
        return _parts(value)
    return value if isinstance(value, int | float) else str(value)


def _said(parts: Mapping[str, Mapping[str, object]]) -> Said:
    named = parts["of"].items()
    values = {name: _said(it) if isinstance(it, dict) else it for name, it in named}
    return Said.of(str(parts["said"]), **values)
