"""Sentences that are marked for translation, and filled with what they speak of."""

from collections.abc import Iterable
from typing import Self


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
