"""Grave words behind a mask: "su1cide", "z.e.l.f.m.o.o.r.d", "zelfm**rd", "#MyDadDied".

A platform's filter teaches people to write such words so. Only the concepts at which a person
always looks are sought, and only in what is written oddly.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from webcare_desk.domain.finding import Category, Context, Finding
from webcare_desk.screening.lexicon import Concept, Phrase
from webcare_desk.screening.normalise import Folded, fold, squeeze
from webcare_desk.screening.phrase import Shape

# Whole words from four letters, their beginnings from six: shorter ones begin too many others.
_SHORTEST: Final = 4
_SHORTEST_BEGIN: Final = 6
# "wildood": a shorter phrase ends too many other tags.
_SHORTEST_RUN: Final = 7
_LONGEST: Final = 64
_FEWEST_SHOWN: Final = 3
# Something else between two letters, a foreign letter before one, or single letters apart.
_ODD: Final = re.compile(
    r"[^a-z\s'](?:(?<=[a-z].)[^a-z\s']*(?=[a-z])"
    r"|(?=[a-z])(?:(?<=[^\x00-\x7f])|(?<=\d)(?<!\w\d)))"
)
# An underscore is no letter here: as letter and as gap it could be read in two ways at each place,
# and a form's line of them would be tried in all.
_LETTER: Final = r"[^\W_]"
_APART: Final = re.compile(
    rf"(?<!{_LETTER}){_LETTER}[\s._*/|~-]{{1,3}}"
    rf"(?:{_LETTER}[\s._*/|~-]{{1,3}}){{3,39}}{_LETTER}(?!{_LETTER})"
)
_TAG: Final = re.compile(r"#\w{6,64}")
_HUMP: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_EDGE: Final = ".,!?:;()[]\"'…-_#"
_DISGUISED: Final = frozenset({Context.DEOBFUSCATED})


@dataclass(frozen=True, slots=True)
class Grave:
    """The grave words by their squeezed letters: whole ones, and the beginnings of others.

    `runs` are the phrases of a crisis without their blanks, as a tag holds them.
    """

    whole: dict[str, Concept]
    begins: dict[str, Concept]
    runs: dict[str, Concept]

    def find(self, letters: str) -> Concept | None:
        """Return what squeezed `letters` mean, as a word or by how it begins."""
        if letters in self.whole:
            return self.whole[letters]
        cuts = range(_SHORTEST_BEGIN, len(letters) + 1)
        return next(
            (self.begins[letters[:cut]] for cut in cuts if letters[:cut] in self.begins), None
        )

    def guess(self, letters: str) -> Concept | None:
        """Return what `letters` mean in which each star stands for any one letter."""
        shown = len(letters) - letters.count("*")
        if shown < _FEWEST_SHOWN or len(letters) < _SHORTEST_BEGIN:
            return None
        return next(
            (
                words[word]
                for words in (self.whole, self.begins)
                for word in words
                if _unmasked(letters, word, begins=words is self.begins)
            ),
            None,
        )


def _unmasked(letters: str, word: str, *, begins: bool) -> bool:
    """Tell whether `word` fits into `letters`, or into how they begin."""
    if len(word) > len(letters) or (len(word) < len(letters) and not begins):
        return False
    return all(left in ("*", right) for left, right in zip(letters, word, strict=False))


def grave_words(phrases: Iterable[Phrase]) -> Grave:
    """Return the words of the phrases of one word at which a person always looks."""
    whole: dict[str, Concept] = {}
    begins: dict[str, Concept] = {}
    runs: dict[str, Concept] = {}
    for phrase in phrases:
        meaning, words = phrase.meaning, phrase.words
        if not isinstance(meaning, Concept):
            continue
        if len(words) > 1 and meaning.category is Category.CRISIS:
            joined = squeeze("".join([word.stem for word in words]))
            if len(joined) >= _SHORTEST_RUN:
                runs.setdefault(joined, meaning)
        elif len(words) == 1 and meaning.always_check:
            letters = squeeze(words[0].stem)
            if len(letters) >= _SHORTEST:
                whole.setdefault(letters, meaning)
            if len(letters) >= _SHORTEST_BEGIN and words[0].shape is not Shape.WORD:
                begins.setdefault(letters, meaning)
    return Grave(whole, begins, runs)


def find_masked(
    text: str, folded: Folded, grave: Grave, told: Sequence[Finding]
) -> Iterator[tuple[Concept, Finding]]:
    """Yield each grave word behind a mask, where nothing of that kind is `told` there anyway."""
    places = [
        (concept, *folded.span(start, end))
        for concept, start, end in (*_odd(folded.text, grave), *_apart(folded.text, grave))
    ]
    for concept, start, end in (*places, *_tagged(text, grave)):
        here = [one.category for one in told if one.start < end and start < one.end]
        if concept.category not in here:
            yield (
                concept,
                Finding(concept.mark, concept.id, concept.category, start, end, _DISGUISED),
            )


def _odd(text: str, grave: Grave) -> Iterator[tuple[Concept, int, int]]:
    """Yield what stands in the words that are written oddly, without a blank in between."""
    done = 0
    for match in _ODD.finditer(text):
        if match.start() < done:
            continue
        near = text[max(match.start() - _LONGEST, done) : match.start()]
        start = match.start() - len(re.split(r"\s", near)[-1])
        word = re.split(r"\s", text[start : start + _LONGEST], maxsplit=1)[0]
        done = max(start + len(word), match.end())
        start += len(word) - len(word.lstrip(_EDGE))
        bare = word.strip(_EDGE)
        concept = grave.find(squeeze(bare))
        if concept is None and "*" in bare:
            concept = grave.guess("".join("*" if one == "*" else squeeze(one) for one in bare))
        if concept is not None:
            yield concept, start, start + len(bare)


def _apart(text: str, grave: Grave) -> Iterator[tuple[Concept, int, int]]:
    """Yield the words whose letters stand apart, blanks between them or not."""
    for match in _APART.finditer(text):
        concept = grave.find(squeeze(match[0]))
        if concept is not None and any(sign.isspace() for sign in match[0]):
            yield concept, *match.span()


def _tagged(text: str, grave: Grave) -> Iterator[tuple[Concept, int, int]]:
    """Yield the grave words that are run together with others in a tag: humps, or the last ones."""
    for tag in _TAG.finditer(text):
        letters = squeeze(fold(tag[0]).text)
        ends = [letters[at:] for at in range(len(letters) - _SHORTEST_BEGIN + 1)]
        said = next((grave.runs[end] for end in ends if end in grave.runs), None)
        if said is not None:
            yield said, *tag.span()
        parts = [*_HUMP.finditer(tag[0])]
        if len(parts) == 1:
            found = next((grave.whole[end] for end in ends[1:] if end in grave.whole), None)
            if found is not None:
                yield found, *tag.span()
            continue
        for part in parts:
            concept = grave.find(squeeze(part[0].lower()))
            if concept is not None:
                yield concept, tag.start() + part.start(), tag.start() + part.end()
