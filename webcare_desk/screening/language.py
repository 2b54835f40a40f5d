"""Which language a comment is in: its small words vote, and where they do not, its letters."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from webcare_desk.domain.finding import ANSWERED, Language

#: With fewer telling words than this, no language is ruled out.
ENOUGH: Final = 2
#: How much the community's language is ahead where only the letters tell, in tenths of a nat.
AHEAD: Final = 20
_PIECE: Final = 3
_LONGEST: Final = 24

Telling = Sequence[tuple[Language, frozenset[str]]]
#: For each language, what a piece of a word says for it, in tenths of a nat.
Pieces = Mapping[Language, Mapping[str, int]]


def find_language(
    words: Collection[str], telling: Telling, prior: Language, pieces: Pieces
) -> tuple[Language, frozenset[Language]]:
    """Return the language of `words`, and every language whose phrases may occur.

    Of equal votes the letters decide, with the community's language `prior` ahead. A short
    or a mixed text is read in several: missing a word costs more than looking at one too
    many. But a language that no protocol is written in has to show itself, or be `prior`.
    """
    votes = [(len(small.intersection(words)), language) for language, small in telling]
    most = max([count for count, _ in votes], default=0)
    best = [language for count, language in votes if count == most]
    winner = best[0] if len(best) == 1 and most else _by_letters(words, best, prior, pieces)
    possible = [winner]
    for count, language in votes:
        shown = count > 0 or language is prior or language in ANSWERED
        if language is not winner and shown and (most < ENOUGH or count * 3 >= most):
            possible.append(language)
    return winner, frozenset(possible)


def _by_letters(
    words: Iterable[str], best: Sequence[Language], prior: Language, pieces: Pieces
) -> Language:
    """Return which of the `best` the letters speak for, of those whose letters are known."""
    known = [language for language in best if language in pieces]
    if prior not in known:  # nothing to hold against what the community speaks
        return prior if prior in best or not best else best[0]
    found = [piece for word in words for piece in pieces_of(word)]
    scores = {
        language: sum(map(pieces.get(language, {}).get, found, [0] * len(found)))
        + (AHEAD if language is prior else 0)
        for language in known
    }
    return max(known, key=lambda language: scores[language])


def pieces_of(word: str) -> Iterator[str]:
    """Yield the pieces of three letters of a word, its ends among them; of a number, none."""
    if word.isalpha():
        edged = f"<{word[:_LONGEST]}>"
        yield from (edged[at : at + _PIECE] for at in range(len(edged) - _PIECE + 1))
