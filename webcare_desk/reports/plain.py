"""Text from outside, so that a page shows every character for what it is."""

import html
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import chain

_KEPT = frozenset("\n\t")
#: Joiners that make one sign of several, and one that belongs to a script.
_JOINERS = frozenset("\u200d\u200c\ufe0f")


def visible(text: str) -> str:
    """Return `text` with what nobody sees, or what turns its direction, spelled out."""
    return "".join(
        f"[U+{ord(char):04X}]"
        if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
        and char not in _KEPT | _JOINERS
        else char
        for char in text
    )


def escaped(text: object) -> str:
    """Return a value as HTML: all of it text, none of it markup."""
    return html.escape(visible(str(text)))


def marked(old: str, new: str) -> str:
    """Return the new wording as HTML, what went and what came marked word by word."""
    before, after = _words(old), _words(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if len(before) * len(after) > 1_000_000:  # noqa: PLR2004 - beyond this the marks take seconds
        return f"<del>{escaped(old)}</del> <ins>{escaped(new)}</ins>"
    return "".join(chain.from_iterable(_marks(matcher, before, after)))


def _marks(matcher: SequenceMatcher[str], before: list[str], after: list[str]) -> Iterator[str]:
    for kind, first, last, start, end in matcher.get_opcodes():
        gone, come = escaped("".join(before[first:last])), escaped("".join(after[start:end]))
        if kind == "equal":
            yield come
            continue
        yield f"<del>{gone}</del>" if gone else ""
        yield f"<ins>{come}</ins>" if come else ""


def _words(text: str) -> list[str]:
    words: list[str] = []
    for char in text:
        if words and words[-1][-1].isalnum() and char.isalnum():
            words[-1] += char
        else:
            words.append(char)
    return words
