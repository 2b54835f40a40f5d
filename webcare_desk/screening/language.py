"""Which language a comment is in: its small words vote."""

from collections.abc import Collection, Sequence
from typing import Final

from webcare_desk.domain.finding import ANSWERED, Language

#: With fewer telling words than this, no language is ruled out.
ENOUGH: Final = 2

Telling = Sequence[tuple[Language, frozenset[str]]]


def find_language(
    words: Collection[str], telling: Telling, prior: Language
) -> tuple[Language, frozenset[Language]]:
    """Return the language of `words`, and every language whose phrases may occur.

    The community's language `prior` wins a tie. A short or a mixed text is read in
    several: missing a word costs more than looking at one too many. But a language that
    no protocol is written in has to show itself.
    """
    votes = [(len(small.intersection(words)), language) for language, small in telling]
    most = max([count for count, _ in votes], default=0)
    best = [language for count, language in votes if count == most]
    winner = prior if prior in best or not most else best[0]
    possible = [winner]
    for count, language in votes:
        shown = count > 0 or language in ANSWERED
        if language is not winner and shown and (most < ENOUGH or count * 3 >= most):
            possible.append(language)
    return winner, frozenset(possible)
