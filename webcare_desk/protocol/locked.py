"""Locked phrases: words that were approved as they are, in a reply or nearly in one. Pure.

A locked phrase is a reference of the kind `locked`; a template has it as a
blank, and whoever replies keeps it as it is.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from rapidfuzz import fuzz

from webcare_desk.domain.claim import Claim
from webcare_desk.protocol.model import Protocol, Template, words_in
from webcare_desk.protocol.template import BLANK

LOCKED: Final = "locked"
#: From here on two wordings are the same phrase, changed (measured on the packs that ship).
_ALIKE: Final = 80.0
#: So much of a phrase says it: "passed on to our sales department" has 0.851 of that of quality.
_SAID: Final = 0.855
#: So like are a word and its misspelling; "doorgeven" is 90 like "doorgegeven".
_TYPO: Final = 92.0
_WORD: Final = re.compile(r"\w+")
_END: Final = re.compile(r"[.!?]+")


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
    """Return the phrases in which `reply` says that something was done that is not `done`.

    Most of a phrase's words in one sentence say it as well, in whatever order: a
    phrase that is denied is taken for said rather than one that is meant missed.
    """
    phrases = {
        " ".join(words.split()): reference.says in done
        for reference in protocol.references.values()
        if reference.says is not None
        for _, words in reference.text
    }
    said = " ".join(reply.casefold().split())
    told = {phrase for sentence in _END.split(said) for phrase in _told(sentence, phrases)}
    return tuple(
        phrase
        for phrase, holds in phrases.items()
        if not holds and (phrase in told or phrase.casefold() in said)
    )


def _told(sentence: str, phrases: Mapping[str, bool]) -> Iterator[str]:
    """Yield the phrases that a sentence says, but for those less like it than one that holds."""
    words = _WORD.findall(sentence)
    shares = {phrase: _share(phrase, words) for phrase in phrases}
    held = max((shares[phrase] for phrase, holds in phrases.items() if holds), default=0.0)
    yield from (phrase for phrase, share in shares.items() if share >= max(_SAID, held))


def _share(phrase: str, words: list[str]) -> float:
    """Return how much of a phrase is among `words`, the long words of it weighing most."""
    wanted = _WORD.findall(phrase.casefold())
    found = (each for each in wanted if any(fuzz.ratio(each, word) >= _TYPO for word in words))
    return sum(map(len, found)) / max(1, sum(map(len, wanted)))
