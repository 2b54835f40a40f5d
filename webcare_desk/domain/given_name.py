"""How to address somebody of whom only the name that the platform shows is known."""

from typing import Final

#: First words of a name that are no given name: articles, titles, kin, and nobody's names.
_WORDS: Final = """
de het een 't den der die das dem the an van von ten ter te la le el mijn my ik we wij us ons
heer mijnheer meneer mevrouw mevr mw dhr mr mrs ms mx miss mister madam madame sir lady lord
herr frau fräulein dr drs ir ing prof professor dokter doctor arts zuster broeder nurse dominee
pastoor father rev sister brother opa oma mama papa mam pap moeder vader mother mum mom dad
tante oom aunt uncle granny grandma grandpa familie fam family team stichting vereniging
apotheek praktijk redactie beheer beheerder admin administrator moderator webcare support
anoniem anonymous anonym onbekend onbekende unknown iemand niemand somebody someone nobody
gast guest gebruiker user lid member bezoeker visitor patient patiënt lezer reader
"""
_NO_NAMES: Final = frozenset(_WORDS.split())
_SHORTEST = 2


def given_name(shown: str) -> str:
    """Return the given name with which a shown name begins, or nothing.

    A handle, an initial, a title or a shout is none: no name at all is better than a wrong one.
    """
    first = next(iter(shown.split()), "")
    parts = first.split("-")
    is_name = all(len(part) >= _SHORTEST and _is_capitalised(part) for part in parts)
    return first if is_name and first.casefold() not in _NO_NAMES else ""


def _is_capitalised(word: str) -> bool:
    return word.isalpha() and word[0].isupper() and word[1:].islower()
