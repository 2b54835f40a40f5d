"""The lexicon: concepts and cues with their phrases, read from `resources/lexicons/`.

One folder per language; each file is a mapping with any of these keys:
`concepts` (id → category, mark, weak, faint, always_check, phrases), `cues` (role →
phrases), `common` (words that are never taken for a misspelling) and `language`
(words that tell the language). `dictionary.txt.gz` beside them holds the language's usual words.
"""

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from webcare_desk.domain.finding import Category, Language, Mark
from webcare_desk.errors import LexiconError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said, reason_of
from webcare_desk.screening.language import Pieces
from webcare_desk.screening.phrase import Pattern, parse_phrase
from webcare_desk.screening.source import Items, Node, Table, Text, read_table
from webcare_desk.screening.tokens import words_of


class Cue(StrEnum):
    """What a phrase says about the findings around it; no finding of its own."""

    # The hash that an enumeration brings is a function in Python: too slow to look cues up by.
    __hash__ = str.__hash__

    NEGATION = "negation"
    NOT_NEGATION = "not-negation"
    HYPOTHETICAL = "hypothetical"
    QUESTION = "question"
    BENEFIT = "benefit"
    PAST = "past"
    # "I take it for": what stands right behind it was there before the medicine.
    PURPOSE = "purpose"
    CAUSE = "cause"
    DRUG = "drug"
    AGREEMENT = "agreement"
    BREAK = "break"
    BLOCKED = "blocked"
    # Manners of speaking, looked for in every language. Of a saying with its own innocent noun in
    # it a crisis or a death is none ("beats me at chess"; a symptom in it stays); of a figure with
    # an open end it is a look, and no crisis: "hits me in his sleep".
    SAYING = "saying"
    FIGURE = "figure"
    # "No side effects except": an event behind it is told, whatever was denied before.
    EXCEPTION = "exception"
    # What a comment is about, and what else happens in it: for the model alone.
    PET = "pet"
    FILM = "film"
    SPORT = "sport"
    FOOD = "food"
    WORK = "work"
    NEWS = "news"
    LEAFLET = "leaflet"
    ILLNESS = "illness"
    OTHER_CAUSE = "other-cause"
    SUDDEN = "sudden"
    REMARK = "remark"
    THING = "thing"
    DOCTOR = "doctor"
    START = "start"
    STOP = "stop"
    UNTREATED = "untreated"
    WELL = "well"
    LAUGHING = "laughing"


_SPOKEN: Final = frozenset({Cue.SAYING, Cue.FIGURE})


@dataclass(frozen=True, slots=True)
class Concept:
    """What a phrase means.

    `weak` concepts are everyday words: they raise a flag only beside a person, the
    product or a cause. `faint` ones, such as parts of the body, need the product or a
    cause, and never ask for more than a look. `always_check` concepts are looked for in
    every language.
    """

    id: str
    mark: Mark
    category: Category | None = None
    weak: bool = False
    always_check: bool = False
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """One wording; its meaning is a concept or a cue. No language: every language."""

    meaning: Concept | Cue
    words: tuple[Pattern, ...]
    language: Language | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All phrases, and per language the common and the telling words, and the telling pieces.

    A word of the `dictionary` is no misspelling of another word, only a form of it.
    """

    phrases: tuple[Phrase, ...]
    common: frozenset[str]
    telling: tuple[tuple[Language, frozenset[str]], ...]
    pieces: Pieces = field(default_factory=dict)
    dictionary: frozenset[str] = frozenset()

    def concepts(self) -> frozenset[Concept]:
        """Return every concept that has a phrase."""
        # By identity first: hashing a concept for each of its phrases takes most of the time.
        met = {id(phrase.meaning): phrase.meaning for phrase in self.phrases}
        return frozenset(one for one in met.values() if isinstance(one, Concept))


def read_lexicon(folder: Path) -> Lexicon:
    """Return the lexicon that the files in `folder` hold; LexiconError names file, line, problem."""
    phrases: list[Phrase] = []
    common: set[str] = set()
    telling: list[tuple[Language, frozenset[str]]] = []
    for language in Language:
        words: set[str] = set()
        for path in sorted((folder / language.value).glob("*.yaml")):
            for key, node in read_table(path).entries:
                if key.value == "concepts":
                    phrases += _concepts(node, path, language)
                elif key.value == "cues":
                    phrases += _cues(node, path, language)
                elif key.value == "common":
                    common |= _words(node, path)
                elif key.value == "language":
                    words |= _words(node, path)
                else:
                    raise _problem(path, key, f"unknown key {key.value!r}")
        telling.append((language, frozenset(words)))
    if not phrases:
        msg = QT_TRANSLATE_NOOP("Said", "{folder}: holds no lexicon")
        raise LexiconError(Said.of(msg, folder=folder))
    return Lexicon(
        tuple(dict.fromkeys(phrases)),
        frozenset(common),
        tuple(telling),
        read_pieces(folder),
        read_dictionary(folder),
    )


def read_dictionary(folder: Path) -> frozenset[str]:
    """Return the usual words of all languages, one a line; a lexicon may have no such file."""
    paths = sorted(folder.glob("*/dictionary.txt.gz"))
    try:
        texts = [gzip.decompress(path.read_bytes()).decode("ascii") for path in paths]
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        msg = QT_TRANSLATE_NOOP("Said", "{folder}: a dictionary cannot be read: {reason}")
        raise LexiconError(Said.of(msg, folder=folder, reason=reason_of(error))) from error
    return frozenset("\n".join(texts).split())


def read_pieces(folder: Path) -> Pieces:
    """Return what each piece says for each language; a lexicon in `folder` may have none."""
    path = folder / "pieces.json"
    if not path.exists():
        return {}
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return {
            Language(name): {piece: int(row[at]) for piece, row in told["pieces"].items()}
            for at, name in enumerate(told["languages"])
        }
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        msg = QT_TRANSLATE_NOOP("Said", "{path}: holds no pieces of words: {reason}")
        raise LexiconError(Said.of(msg, path=path, reason=reason_of(error))) from error


def with_terms(
    lexicon: Lexicon, terms: Iterable[tuple[Concept, Language, Sequence[str]]]
) -> Lexicon:
    """Return `lexicon` with phrases of a community; LexiconError where one is none.

    A concept that the lexicon has keeps how weak it is: it only gets more words.
    """
    known = {concept.id: concept for concept in lexicon.concepts()}
    phrases = []
    for concept, language, wordings in terms:
        try:
            parsed = [words for text in wordings for words in parse_phrase(text)]
        except ValueError as error:
            msg = "{concept}: {reason}"
            raise LexiconError(Said.of(msg, concept=concept.id, reason=reason_of(error))) from error
        meaning = known.get(concept.id, concept)
        phrases += [Phrase(meaning, words, language) for words in parsed]
    return replace(lexicon, phrases=tuple(dict.fromkeys((*lexicon.phrases, *phrases))))


def _problem(path: Path, node: Node, reason: str) -> LexiconError:
    msg = "{path}:{line}: {reason}"
    return LexiconError(Said.of(msg, path=path, line=node.line, reason=reason))


def _concepts(node: Node, path: Path, language: Language) -> Iterator[Phrase]:
    for name, body in _table(node, path).entries:
        fields = {key.value: (key, value) for key, value in _table(body, path).entries}
        phrases = fields.pop("phrases", (name, Items((), name.line)))[1]
        concept = _concept(name, fields, path)
        yield from _phrases(concept, phrases, path, language)


def _concept(name: Text, fields: dict[str, tuple[Text, Node]], path: Path) -> Concept:
    known = {"category", "mark", "weak", "always_check", "faint"}
    for option, (key, _) in fields.items():
        if option not in known:
            unknown = QT_TRANSLATE_NOOP("Said", "unknown key {key!r}")
            raise _problem(path, key, Said.of(unknown, key=option))
    texts = {field: _text(value, path) for field, (_, value) in fields.items()}
    try:
        return Concept(
            name.value,
            Mark(texts.get("mark", "event")),
            Category(texts["category"]) if "category" in texts else None,
            _truth(texts.get("weak", "no")),
            _truth(texts.get("always_check", "no")),
            _truth(texts.get("faint", "no")),
        )
    except ValueError as error:
        said = Said.of("{name}: {reason}", name=name.value, reason=reason_of(error))
        raise _problem(path, name, said) from error


def _cues(node: Node, path: Path, language: Language) -> Iterator[Phrase]:
    for name, body in _table(node, path).entries:
        try:
            cue = Cue(name.value)
        except ValueError as error:
            raise _problem(path, name, reason_of(error)) from error
        yield from _phrases(cue, body, path, None if cue in _SPOKEN else language)


def _phrases(
    meaning: Concept | Cue, node: Node, path: Path, language: Language | None
) -> Iterator[Phrase]:
    items = _items(node, path)
    if not items:
        raise _problem(path, node, Said.of(QT_TRANSLATE_NOOP("Said", "no phrases")))
    for item in items:
        try:
            wordings = parse_phrase(_text(item, path))
        except ValueError as error:
            raise _problem(path, item, reason_of(error)) from error
        for words in wordings:
            yield Phrase(meaning, words, language)


def _words(node: Node, path: Path) -> set[str]:
    return {word for item in _items(node, path) for word in words_of(_text(item, path))}


def _truth(text: str) -> bool:
    if text not in {"yes", "no"}:
        msg = QT_TRANSLATE_NOOP("Said", "{text!r} is neither yes nor no")
        raise ValueError(Said.of(msg, text=text))
    return text == "yes"


def _table(node: Node, path: Path) -> Table:
    if not isinstance(node, Table):
        raise _problem(path, node, Said.of(QT_TRANSLATE_NOOP("Said", "a mapping is expected here")))
    return node


def _items(node: Node, path: Path) -> tuple[Node, ...]:
    if not isinstance(node, Items):
        raise _problem(path, node, Said.of(QT_TRANSLATE_NOOP("Said", "a list is expected here")))
    return node.nodes


def _text(node: Node, path: Path) -> str:
    if not isinstance(node, Text):
        raise _problem(
            path, node, Said.of(QT_TRANSLATE_NOOP("Said", "a word or phrase is expected here"))
        )
    return node.value
