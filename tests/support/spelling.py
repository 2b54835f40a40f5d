"""What must hold of the normaliser for every text, for the properties and the fuzzer alike."""

from webcare_desk.screening.normalise import fold, squeeze, squeezed_places
from webcare_desk.screening.tokens import read_word, tokenise, words_of


def check_normaliser(text: str) -> None:
    """Raise AssertionError where a place, a word or a view of `text` is wrong."""
    folded = fold(text)
    if folded.origins is None:
        assert len(folded.text) == len(text)
    else:
        assert len(folded.origins) == len(folded.text)
        assert list(folded.origins) == sorted(folded.origins)
    again = fold(text)
    assert (again.text, again.origins) == (folded.text, folded.origins)
    places = squeezed_places(folded.text)
    assert len(places) == len(squeeze(folded.text))
    assert places == sorted(set(places))
    _check_words(text)


def _check_words(text: str) -> None:
    tokens = tokenise(text)
    assert tuple(tokens.words) == words_of(text)
    before = 0
    for place, (written, word) in enumerate(zip(tokens.written, tokens.words, strict=True)):
        assert tokens.folded.text[tokens.start(place) : tokens.ends[place]] == written
        assert read_word(written) == word
        start, end = tokens.span(place, place)
        assert 0 <= start < end <= len(text)
        assert start >= before or tokens.folded.origins is not None
        # The piece of the original that a span cuts out is read as that word.
        assert written in fold(text[start:end]).text
        before = end
