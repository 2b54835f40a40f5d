"""What is in a language that no lexicon reads: a person has to look."""

from collections.abc import Iterator
from typing import Final

from webcare_desk.domain.finding import Finding, Mark, Tongue
from webcare_desk.screening.language import Telling
from webcare_desk.screening.tokens import Tokens

#: Small words as texts are folded, without marks. What Dutch, English or German tell by as well
#: counts for neither.
_SMALL: Final = {
    tongue: frozenset(words.split())
    for tongue, words in {
        Tongue.FR: """je jai mal sont etait suis les des une dans sur avec pour mais pas tres tout depuis que qui
        quoi cette ces mon mes votre vous nous ils elle elles aussi etre avoir comme quand cest nai nest
        dun dune aux chez parce beaucoup toujours jamais merci bonjour prends""",
        Tongue.ES: """el los las unos una con por para pero muy que como cuando desde hasta mis sus esta estoy tengo
        tiene hace tambien nada todo todos porque gracias hola siempre nunca duele mucho""",
        Tongue.PT: """os das uma com por para mas mais muito que como quando desde ate meu minha voce estou tenho tem
        tambem nada tudo porque obrigado obrigada nao sempre nunca pela pelo""",
        Tongue.IT: """il gli una per piu molto che come quando dal della del sono hai abbiamo mio mia questo questa
        anche perche grazie ciao sempre mai stato nella""",
        Tongue.TR: """bir cok icin ama ile benim sen var yok degil gibi daha sonra kadar beri olarak bana neden her
        kullanıyorum oldu basım agrıyor""",
        Tongue.PL: """nie jest sie ale mam dla czy juz tylko bardzo przez mnie moja moj tez tak byla byc dziekuje
        zawsze nigdy""",
    }.items()
}
#: What their neighbours have too, and so names none of them: Catalan, Galician, Romanian, Czech,
#: Slovak, Croatian, Azerbaijani.
_NEAR: Final = frozenset(
    word
    for words in (
        "je jai mal sur les des mes mon pas tres que qui mais nous merci une dans el una los las con por para",
        "pero como desde esta nada todo todos porque nunca hola os com das meu mas muito pelo per mia mai che",
        "sempre della del bir sen var daha sonra beri her nie ale mam moja moj tak byla",
    )
    for word in words.split()
)
_OWN: Final = {
    tongue: small.difference(_NEAR, *(each for each in _SMALL.values() if each is not small))
    for tongue, small in _SMALL.items()
}
#: From here on letters are of another script than the Latin one.
_LATIN_ENDS: Final = "\N{LATIN SMALL LETTER TURNED A}"
# With fewer letters, or fewer telling words, nobody can tell; nor which with fewer of its own.
_LETTERS, _WORDS, _NAMING = 4, 3, 2


def foreign(tokens: Tokens, telling: Telling) -> Iterator[Finding]:
    """Yield the whole text where it is surely in none of the languages whose words are `telling`.

    Its concept names the language where no other that is near has these words.
    """
    words = set(tokens.words)
    if _is_of_other_script(tokens.folded.text) or _is_of_other_words(words, telling):
        concept = _tongue_of(words).concept
        yield Finding(Mark.CUE, concept, None, *tokens.span(0, len(tokens.words) - 1))


def _is_of_other_script(text: str) -> bool:
    if text.isascii():
        return False
    letters = [sign for sign in text if sign.isalpha()]
    others = sum(sign >= _LATIN_ENDS for sign in letters)
    return others >= _LETTERS and others * 2 > len(letters)


def _is_of_other_words(words: set[str], telling: Telling) -> bool:
    """Tell whether another language has three words here, and twice as many as those that are read."""
    theirs = max((small & words for small in _SMALL.values()), key=len)
    if len(theirs) < _WORDS:
        return False
    ours = [small & words for _, small in telling]
    return len(theirs.difference(*ours)) >= max(_WORDS, 2 * max(map(len, ours), default=0))


def _tongue_of(words: set[str]) -> Tongue:
    """Return the one language that has words of its own here; OTHER where none has, or several."""
    named = [tongue for tongue, own in _OWN.items() if len(own & words) >= _NAMING]
    return named[0] if len(named) == 1 else Tongue.OTHER
