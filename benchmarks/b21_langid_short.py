"""21: which language six words are in, beside py3langid and lingua with the same languages.

The sentences are the first six words of the labelled comments that have as many. The
community's language is Dutch throughout, which wins a tie.
"""

from collections.abc import Callable, Sequence
from statistics import median
from time import process_time

from lingua import Language as Tongue
from lingua import LanguageDetectorBuilder
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from benchmarks.matching import labelled, shipped
from benchmarks.result import Row, interleaved, middle_ratio
from webcare_desk.domain.finding import Language
from webcare_desk.screening.language import find_language
from webcare_desk.screening.tokens import tokenise

_ROUNDS = 5
_WORDS = 6
_LANGUAGES = ("nl", "en", "de", "fr")


def run() -> list[Row]:
    """Return the rows of this benchmark."""
    told = [(" ".join(text.split()[:_WORDS]), language) for text, language in labelled()]
    told = [(text, language) for text, language in told if len(text.split()) == _WORDS]
    finders = (_ours(), _py3langid(), _lingua())
    works = [lambda find=find: [find(text) for text, _ in told] for find in finders]
    ours, langid, lingua = interleaved(works, _ROUNDS, process_time)
    shares = {
        language: [_right(find, told, language) for find in finders] for language in ("nl", "en")
    }
    rows = [
        Row(
            21, f"langid_6_words_{language}", "share", share[0], peer, share[at],
            share[0], 0.97, 0.985, at_most=False,
        )
        for language, share in shares.items()
        for at, peer in ((1, "py3langid, four"), (2, "lingua, four"))
    ]  # fmt: skip
    speeds = [
        Row(
            21, "langid_6_words", "/s", len(told) / median(ours), peer,
            len(told) / median(theirs), middle_ratio(theirs, ours), 3, 5, at_most=False,
        )
        for theirs, peer in ((langid, "py3langid, four"), (lingua, "lingua, four"))
    ]  # fmt: skip
    return rows + speeds


def _right(find: Callable[[str], str], told: Sequence[tuple[str, str]], language: str) -> float:
    texts = [text for text, spoken in told if spoken == language]
    return sum(find(text) == language for text in texts) / len(texts)


def _ours() -> Callable[[str], str]:
    lexicon = shipped()

    def find(text: str) -> str:
        words = tokenise(text).words
        return find_language(words, lexicon.telling, Language.NL, lexicon.pieces)[0].value

    return find


def _py3langid() -> Callable[[str], str]:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(_LANGUAGES))
    return lambda text: str(identifier.classify(text)[0])


def _lingua() -> Callable[[str], str]:
    tongues = (Tongue.DUTCH, Tongue.ENGLISH, Tongue.GERMAN, Tongue.FRENCH)
    detector = LanguageDetectorBuilder.from_languages(*tongues).build()

    def find(text: str) -> str:
        found = detector.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else ""

    return find
