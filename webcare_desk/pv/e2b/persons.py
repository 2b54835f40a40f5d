"""By which words a person could be known in a text: the parts of a name, and not every word."""

import re
from collections.abc import Iterable
from typing import Final

from webcare_desk.pv.e2b.folding import folded

_SHORTEST: Final = 3
_WORD: Final = re.compile(r"[^\W\d_]+")
#: Words of display names that point at nobody, of three letters or more.
_COMMON: Final = """
    aan als ben bij daar dag dan dat deze die dit dus een eens elke geen goed groot had heb hebt
    heeft hem het hier hij hoe hun iets iemand jij jou jouw kan keer klein lief maar mag meer met
    mijn moet naar niet niets nog nooit nou ook oud over onder onze ons sinds toch toen uit
    van veel voor waar wat was weer wel wie wij wil worden wordt zal zeer zich zij zijn zoals zonder
    den der des ten ter
    about after all also and any are been before but can day did does don ever every for from get
    good had has have her here him his how into its just like little may more much never new not
    now off old once one only our out over she since some than that the their them then there they
    this too under until was were what when where which who why will with without you your
    anonieme anoniem anonymous arts baby boy dad daddy dame doctor dokter dochter fan father
    gast gebruiker girl guest huisarts kind kinderen lady leven life love mama mam man mevrouw
    meneer meisje mom moeder mother mum mummy nurse oma opa papa patient patiënt sister son
    user vader verpleegkundige vrouw wife woman zoon zus
"""


def parts_of(names: Iterable[str], kept: Iterable[str]) -> set[str]:
    """Return the words, folded, by which somebody signs; those of `kept` are not among them.

    `kept` are the products and events of a case, without which its text says nothing.
    """
    told = {word for text in kept for word in _words(text)}
    words = {word for name in names for word in _words(name) if len(word) >= _SHORTEST}
    return words - told - {*_words(_COMMON)}


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text).text)
