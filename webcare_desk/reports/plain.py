"""Text from outside, so that a page shows every character for what it is."""

import html
import unicodedata

from webcare_desk.domain.difference import Change, pieces, words_in

_KEPT = frozenset("\n\t")
#: Joiners that make one sign of several, and one that belongs to a script.
_JOINERS = frozenset("\u200d\u200c\ufe0f")
_TAGS = {Change.KEPT: "{}", Change.REMOVED: "<del>{}</del>", Change.ADDED: "<ins>{}</ins>"}


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
    before, after = words_in(old), words_in(new)
    if len(before) * len(after) > 1_000_000:  # noqa: PLR2004 - beyond this the marks take seconds
        return f"<del>{escaped(old)}</del> <ins>{escaped(new)}</ins>"
    return "".join(_TAGS[each.change].format(escaped(each.text)) for each in pieces(before, after))
