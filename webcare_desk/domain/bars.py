"""What keeps a reply from leaving, and how that is said."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from webcare_desk.domain.comment import Visibility
from webcare_desk.said import QT_TRANSLATE_NOOP, Said


def open_blanks(text: str) -> tuple[str, ...]:
    """Return what stands between double braces in a reply; such a reply is not sent."""
    return tuple(dict.fromkeys(name.strip() for name in _BLANK.findall(text)))


_BLANK: Final = re.compile(r"\{\{([^{}]*)\}\}")


def gap_in(text: str) -> str | None:
    """Return the first place of `text` that was left to be filled by hand, or None.

    Blanks such as `{{ first_name }}` must have been taken out.
    """
    found = _GAP.search(text)
    return found and found[0]


_GAP: Final = re.compile(
    r"\[[^\]\n]{1,40}\]|<[^>\n]{1,40}>|_{3,}|\bX{3,}\b|%[sd]\b"
    r"|\{{1,2}[^{}\n]{1,40}\}{1,2}|\{\{|\}\}"
)


def names_in(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return those of `names` that `text` contains as words, whatever their case and spaces."""
    folded = " ".join(text.casefold().split())
    return tuple(
        name
        for name in names
        if re.search(rf"(?<!\w){re.escape(' '.join(name.casefold().split()))}(?!\w)", folded)
    )


class Bar(StrEnum):
    """What keeps a reply from leaving."""

    DELETED = "deleted"
    NO_WAY = "no-way"
    EMPTY = "empty"
    BLANK = "blank"
    GAP = "gap"
    LENGTH = "length"
    NAME = "name"
    PHRASE = "phrase"
    UNKEPT = "unkept"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reply is held against: what no public reply may call a product, and the platform's most.

    `lost` are the locked phrases of its template that it no longer has word for word, `unkept` those
    that say what was not done. To what came in from a file, or from a source that is not set up,
    there `is_way` none.
    """

    visibility: Visibility
    longest: int | None = None
    secret_names: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    is_way: bool = True
    unkept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stop:
    """A bar, with the words of the reply that it is about."""

    bar: Bar
    what: tuple[str, ...] = ("",)

    @property
    def sentence(self) -> Said:
        """Say what must be mended before the reply can leave."""
        return Said.of(_SENTENCES[self.bar], what=self.what[0])


_SENTENCES: Final = {
    Bar.DELETED: QT_TRANSLATE_NOOP(
        "Said", "This comment was deleted on its platform; it cannot be answered there."
    ),
    Bar.NO_WAY: QT_TRANSLATE_NOOP(
        "Said",
        "Nothing can be sent there: this comment came in from a file, or its source is not set up.",
    ),
    Bar.EMPTY: QT_TRANSLATE_NOOP("Said", "The reply is empty."),
    Bar.BLANK: QT_TRANSLATE_NOOP(
        "Said", "Fill the blank '{what}' first: a reply with an open blank cannot be sent."
    ),
    Bar.GAP: QT_TRANSLATE_NOOP(
        "Said", "Fill in “{what}” first: a reply with a gap cannot be sent."
    ),
    Bar.LENGTH: QT_TRANSLATE_NOOP(
        "Said", "The reply has {what} characters, which is more than its platform takes."
    ),
    Bar.NAME: QT_TRANSLATE_NOOP(
        "Said",
        "The reply names “{what}”, a prescription-only product: that may not be said in public.",
    ),
    Bar.UNKEPT: QT_TRANSLATE_NOOP("Said", "Do first what the reply says was done: “{what}”"),
    Bar.PHRASE: QT_TRANSLATE_NOOP(
        "Said", "Keep this phrase of the template as it was approved: “{what}”"
    ),
}


def stops_of(text: str, limits: Limits) -> Iterator[Stop]:
    """Yield what keeps a reply from leaving: one way for the window, the commands and the action."""
    if limits.visibility is Visibility.DELETED:
        yield Stop(Bar.DELETED)
    if not limits.is_way:
        yield Stop(Bar.NO_WAY)
    if not text.strip():
        yield Stop(Bar.EMPTY)
    if blanks := open_blanks(text):
        yield Stop(Bar.BLANK, blanks)
    if gap := gap_in(_BLANK.sub("", text)):
        yield Stop(Bar.GAP, (gap,))
    if limits.longest is not None and len(text) > limits.longest:
        yield Stop(Bar.LENGTH, (f"{len(text):,}",))
    if named := names_in(text, limits.secret_names):
        yield Stop(Bar.NAME, named)
    if limits.lost:
        yield Stop(Bar.PHRASE, limits.lost)
    if limits.unkept:
        yield Stop(Bar.UNKEPT, limits.unkept)
