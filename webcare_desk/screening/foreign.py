"""What is in a language that no lexicon reads: a person has to look."""

from collections.abc import Iterator
from typing import Final

from webcare_desk.domain.finding import Finding, Mark
from webcare_desk.screening.language import Telling
from webcare_desk.screening.tokens import Tokens

#: The concept of a text that is in none of the languages that are screened.
FOREIGN: Final = "foreign"
#: Small words as texts are folded, without marks: French, Spanish, Portuguese, Italian, Turkish,
#: Polish. What Dutch, English or German tell by as well counts for neither.
_TONGUES: Final = tuple(
    frozenset(words.split())
    for words in (
        """je jai mal sont etait suis les des une dans sur avec pour mais pas tres tout depuis que qui
        quoi cette ces mon mes votre vous nous ils elle elles aussi etre avoir comme quand cest nai nest
        dun dune aux chez parce beaucoup toujours jamais merci bonjour prends""",
        """el los las unos una con por para pero muy que como cuando desde hasta mis sus esta estoy tengo
        tiene hace tambien nada todo todos porque gracias hola siempre nunca duele mucho""",
        """os das uma com por para mas mais muito que como quando desde ate meu minha voce estou tenho tem
        tambem nada tudo porque obrigado obrigada nao sempre nunca pela pelo""",
        """il gli una per piu molto che come quando dal della del sono hai abbiamo mio mia questo questa
        anche perche grazie ciao sempre mai stato nella""",
        """bir cok icin ama ile benim sen var yok degil gibi daha sonra kadar beri olarak bana neden her
        kullanıyorum oldu basım agrıyor""",
        """nie jest sie ale mam dla czy juz tylko bardzo przez mnie moja moj tez tak byla byc dziekuje
        zawsze nigdy""",
    )
)
#: From here on letters are of another script than the Latin one.
_LATIN_ENDS: Final = "\N{LATIN SMALL LETTER TURNED A}"
# With fewer letters, or fewer telling words, nobody can tell.
_LETTERS, _WORDS = 4, 3


def foreign(tokens: Tokens, telling: Telling) -> Iterator[Finding]:
    """Yield the whole text where it is surely in none of the languages whose words are `telling`."""
    if _is_of_other_script(tokens.folded.text) or _is_of_other_words(tokens, telling):
        yield Finding(Mark.CUE, FOREIGN, None, *tokens.span(0, len(tokens.words) - 1))


def _is_of_other_script(text: str) -> bool:
    if text.isascii():
        return False
    letters = [sign for sign in text if sign.isalpha()]
    others = sum(sign >= _LATIN_ENDS for sign in letters)
    return others >= _LETTERS and others * 2 > len(letters)


def _is_of_other_words(tokens: Tokens, telling: Telling) -> bool:
    """Tell whether another language has three words here, and twice as many as those that are read."""
    words = set(tokens.words)
    theirs = max(_TONGUES, key=lambda small: len(small & words)) & words
    if len(theirs) < _WORDS:
        return False
    ours = [small & words for _, small in telling]
    return len(theirs.difference(*ours)) >= max(_WORDS, 2 * max(map(len, ours), default=0))
