"""Locked phrases: words that were approved as they are, in a reply or nearly in one. Pure.

A locked phrase is a reference of the kind `locked`; a template has it as a
blank, and whoever replies keeps it as it is.
"""

from collections.abc import Collection
from typing import Final

from rapidfuzz import fuzz

from webcare_desk.domain.claim import Claim
from webcare_desk.protocol.model import Protocol, Template, words_in
from webcare_desk.protocol.template import BLANK

LOCKED: Final = "locked"
#: From here on two wordings are the same phrase, changed (measured on the packs that ship).
_ALIKE: Final = 80.0


def resembled(text: str, phrases: dict[str, str]) -> str | None:
    """Return the phrase, by its name, that `text` has typed out or changed; None when it has none.

    `phrases` are the wordings by name. A blank is no text: what it is filled with is unchanged.
    """
    typed = " ".join(BLANK.sub("\n", text).casefold().split())
    scores = {name: fuzz.partial_ratio(words.casefold(), typed) for name, words in phrases.items()}
    nearest = max(scores, key=lambda name: scores[name], default=None)
    return nearest if nearest is not None and scores[nearest] >= _ALIKE else None


def lost(protocol: Protocol, template: Template, language: str, reply: str) -> tuple[str, ...]:
    """Return the locked phrases of `template` that `reply` no longer has word for word.

    Spaces and line breaks do not count; each phrase is returned as it must stand.
    """
    said = " ".join(reply.split())
    wanted = (
        words_in(protocol.references[name].text, language)
        for name in dict.fromkeys(BLANK.findall(words_in(template.texts, language)))
        if name in protocol.references and protocol.references[name].kind == LOCKED
    )
    return tuple(words for words in wanted if " ".join(words.split()) not in said)


def unkept(protocol: Protocol, done: Collection[Claim], reply: str) -> tuple[str, ...]:
    """Return the phrases in which `reply` says that something was done that is not `done`."""
    said = " ".join(reply.split())
    phrases = (
        " ".join(words.split())
        for reference in protocol.references.values()
        if reference.says is not None and reference.says not in done
        for _, words in reference.text
    )
    return tuple(phrase for phrase in phrases if phrase in said)
