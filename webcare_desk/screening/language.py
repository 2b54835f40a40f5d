"""Which language a comment is in: its small words vote."""

from collections.abc import Iterable, Sequence
from typing import Final

from webcare_desk.domain.finding import Language

#: With fewer telling words than this, no language is ruled out.
ENOUGH: Final = 2

Telling = Sequence[tuple[Language, frozenset[str]]]


def find_language(
    words: Iterable[str], telling: Telling, prior: Language
) -> tuple[Language, frozenset[Language]]:
    """Return the language of `words`, and every language whose phrases may occur.

    The community's language `prior` wins a tie. A short or a mixed text is read
    in both: missing a word costs more than looking at one too many.
    """
    used = set(words)
    votes = {language: len(used & small) for language, small in telling}
    winner = max(votes, key=lambda language: (votes[language], language is prior))
    if votes[winner] == 0:
        winner = prior
    possible = {
        language
        for language in votes
        if votes[winner] < ENOUGH or votes[language] * 3 >= votes[winner]
    }
    return winner, frozenset(possible | {winner})
