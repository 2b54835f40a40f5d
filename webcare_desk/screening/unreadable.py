"""What cannot be read: a person has to look."""

import re
from collections.abc import Iterator
from typing import Final

from webcare_desk.domain.finding import FOREIGN, Finding, Mark
from webcare_desk.screening.tokens import LONGEST_WORD, Tokens

#: The concept of what is too long to be read.
UNREADABLE: Final = "unreadable"
#: The concepts at which a person looks because no lexicon could.
UNSCREENED: Final = frozenset({UNREADABLE, *FOREIGN})
_LINK: Final = re.compile(r"(?:https?://|www\.)\S*$")
_LONGEST_LINK: Final = 500


def unreadable(tokens: Tokens, read: int) -> Iterator[Finding]:
    """Yield what was not read: words too long to be words, and all after `read` words."""
    if read < len(tokens.words):
        rest = tokens.span(read, len(tokens.words) - 1)
        yield Finding(Mark.CUE, UNREADABLE, None, *rest)
    if max(map(len, tokens.words), default=0) > LONGEST_WORD:
        for index, word in enumerate(tokens.words):
            if len(word) > LONGEST_WORD and not _in_link(tokens, index):
                yield Finding(Mark.CUE, UNREADABLE, None, *tokens.span(index, index))


def _in_link(tokens: Tokens, index: int) -> bool:
    """Tell whether a word belongs to a link: what a tracker puts there is no speech."""
    start = tokens.start(index)
    before = tokens.folded.text[max(start - _LONGEST_LINK, 0) : start]
    return _LINK.search(before) is not None
