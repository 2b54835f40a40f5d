"""What the words around a hit say about it: negated, asked, somebody else, past, better.

Everything is looked up by bisection in the places of the cues, so that a text of a
megabyte in one sentence still takes linear time (times a logarithm).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from webcare_desk.domain.finding import Category, Context
from webcare_desk.screening.lexicon import Concept, Cue
from webcare_desk.screening.matcher import Hit
from webcare_desk.screening.tokens import Tokens

# How many words a negation reaches: "geen last meer van die hoofdpijn", "hoofdpijn heb
# ik gelukkig niet".
_REACH_FORWARD: Final = 5
_REACH_BACK: Final = 4
_BENEFIT_REACH: Final = 8
_EXCEPTION_REACH: Final = 8
_PURPOSE_REACH: Final = 2
_DIVIDERS: Final = re.compile(r"[.!?;\n,]")
# An answer as of a form: "hoofdpijn: nee". It denies nothing behind it, and what stands right before
# it only where its `field` ends: at the line's end, or where the next one is answered. Else a
# sentence goes on: "dizzy - nope, not going away".
_NO: Final = "nee|neen|nein|nope|no|none|geen|niet|kein|keine"
_OPENS: Final = r"(?:[:=]|(?<=\s)[-\N{EN DASH}](?=\s))[^\S\n]*"
_ANSWER: Final = re.compile(
    rf"{_OPENS}(?P<no>{_NO})\b[^\S\n]*(?:(?P<field>(?:[.!;]+[^\S\n]*)?$"
    rf"|(?=[.!;,][^\n.!;,]*?{_OPENS}(?:{_NO}|ja|yes)\b))|(?=[.!;,]))",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A text laid out for context: its sentences, its parts, and where each cue stands.

    `sentences` and `parts` (the stretches between commas) are the words that begin one;
    `asked` are the numbers of the parts that end in a question mark, `denied` the words that an
    answer as of a form denies.
    """

    sentences: Sequence[int]
    parts: Sequence[int]
    asked: frozenset[int]
    cues: Mapping[Cue, Sequence[int]]
    relatives: Sequence[int]
    selves: Sequence[int]
    denied: frozenset[int] = frozenset()

    def sentence(self, word: int) -> int:
        """Return the number of the sentence in which `word` stands."""
        return bisect_right(self.sentences, word)

    def part(self, word: int) -> int:
        """Return the number of the part in which `word` stands."""
        return bisect_right(self.parts, word)


#: The scene of a text in which nothing asks for context.
EMPTY: Final = Scene((), (), frozenset(), {}, (), ())


def lay_out(
    tokens: Tokens,
    said: Mapping[Cue, Sequence[Hit]],
    relatives: Iterable[int],
    selves: Iterable[int],
) -> Scene:
    """Return the scene of a text; `relatives` and `selves` are places of words."""
    sentences, parts, asked = _divide(tokens)
    places = {cue: sorted([hit.first for hit in hits]) for cue, hits in said.items()}
    if Cue.PURPOSE in said:
        places[Cue.PURPOSE] = sorted([hit.last for hit in said[Cue.PURPOSE]])
    denied, answers = _answers(tokens)
    if answers and Cue.NEGATION in places:
        places[Cue.NEGATION] = [at for at in places[Cue.NEGATION] if at not in answers]
    return Scene(sentences, parts, asked, places, sorted(relatives), sorted(selves), denied)


def _answers(tokens: Tokens) -> tuple[frozenset[int], frozenset[int]]:
    """Return the words that an answer as of a form denies, and those that answer."""
    found = [*_ANSWER.finditer(tokens.folded.text)]
    fields = [each.start() for each in found if each["field"] is not None]
    denied = frozenset(bisect_left(tokens.starts, at) - 1 for at in fields)
    return denied, frozenset(bisect_left(tokens.starts, each.start("no")) for each in found)


def _divide(tokens: Tokens) -> tuple[list[int], list[int], frozenset[int]]:
    """Return where sentences and parts begin, and the parts that end in a question mark."""
    sentences: list[int] = []
    parts: list[int] = []
    asked = set()
    for match in _DIVIDERS.finditer(tokens.folded.text):
        word = bisect_left(tokens.starts, match.start())
        if match[0] == "?":
            asked.add(bisect_left(parts, word))
        if match[0] != "," and (not sentences or sentences[-1] != word):
            sentences.append(word)
        if not parts or parts[-1] != word:
            parts.append(word)
    return sentences, parts, frozenset(asked)


def contexts_of(hit: Hit, scene: Scene) -> frozenset[Context]:
    """Return what the words around `hit` say about it."""
    cues = scene.cues
    found = [Context.TYPO] if hit.typo else []
    excepted = Cue.EXCEPTION in cues and is_excepted(hit, scene)
    if not excepted and (hit.last in scene.denied or _negated(hit, scene)):
        found.append(Context.NEGATED)
    if Cue.BENEFIT in cues and not excepted and _benefits(hit, scene):
        found.append(Context.BENEFIT)
    if Cue.HYPOTHETICAL in cues and _in_sentence(Cue.HYPOTHETICAL, hit, scene):
        found.append(Context.HYPOTHETICAL)
    if Cue.PURPOSE in cues and _treated(hit, scene):
        found.append(Context.TREATED)
    if Cue.PAST in cues and _in_sentence(Cue.PAST, hit, scene):
        found.append(Context.PAST)
    if (scene.asked or Cue.QUESTION in cues) and _asked(hit, scene):
        found.append(Context.QUESTION)
    if scene.relatives and _second_hand(hit, scene):
        found.append(Context.SECOND_HAND)
    return frozenset(found)


def is_excepted(hit: Hit, scene: Scene) -> bool:
    """Tell whether `hit` is what an exception names: "no side effects except a headache"."""
    before = _last_before(scene.cues.get(Cue.EXCEPTION, ()), hit.first)
    return (
        before is not None
        and hit.first - before <= _EXCEPTION_REACH
        and scene.sentence(before) == scene.sentence(hit.first)
        and not _any_between(scene.cues.get(Cue.NEGATION, ()), before + 1, hit.first)
    )


def names_exception(meant: Iterable[tuple[Hit, Concept]], scene: Scene) -> bool:
    """Tell whether an adverse event is named as an exception; a part of the body is none."""
    return Cue.EXCEPTION in scene.cues and any(
        concept.category is Category.ADVERSE_EVENT and not concept.faint and is_excepted(hit, scene)
        for hit, concept in meant
    )


def _negated(hit: Hit, scene: Scene) -> bool:
    return Cue.NEGATION in scene.cues and (
        is_denied_before(hit, scene) or _denied_behind(hit, scene)
    )


def _treated(hit: Hit, scene: Scene) -> bool:
    """Tell whether a medicine is taken for `hit`, and no cause is named beside it."""
    before = _last_before(scene.cues[Cue.PURPOSE], hit.first)
    return (
        before is not None
        and hit.first - before <= _PURPOSE_REACH
        and scene.part(before) == scene.part(hit.first)
        and not (Cue.CAUSE in scene.cues and _in_sentence(Cue.CAUSE, hit, scene))
    )


def is_denied_before(hit: Hit, scene: Scene) -> bool:
    """Tell whether a negation stands before `hit`, in its reach."""
    cues, breaks = scene.cues.get(Cue.NEGATION, ()), scene.cues.get(Cue.BREAK, ())
    before = _last_before(cues, hit.first)
    return (
        before is not None
        and hit.first - before <= _REACH_FORWARD
        and scene.sentence(before) == scene.sentence(hit.first)
        and not _any_between(breaks, before + 1, hit.first)
    )


def _denied_behind(hit: Hit, scene: Scene) -> bool:
    cues, breaks = scene.cues[Cue.NEGATION], scene.cues.get(Cue.BREAK, ())
    after = _first_after(cues, hit.last)
    return (
        after is not None
        and after - hit.last <= _REACH_BACK
        and scene.part(after) == scene.part(hit.last)
        and not _any_between(breaks, hit.last + 1, after)
    )


def _benefits(hit: Hit, scene: Scene) -> bool:
    cues, breaks = scene.cues[Cue.BENEFIT], scene.cues.get(Cue.BREAK, ())
    before, after = _last_before(cues, hit.first), _first_after(cues, hit.last)
    return any(
        place is not None
        and abs(place - hit.first) <= _BENEFIT_REACH
        and scene.sentence(place) == scene.sentence(hit.first)
        and not _any_between(breaks, min(place, hit.last) + 1, max(place, hit.first))
        for place in (before, after)
    )


def _asked(hit: Hit, scene: Scene) -> bool:
    if scene.part(hit.last) in scene.asked:
        return True
    cue = _last_before(scene.cues.get(Cue.QUESTION, ()), hit.first)
    return cue is not None and scene.part(cue) == scene.part(hit.first)


def _second_hand(hit: Hit, scene: Scene) -> bool:
    """Tell whether another person is meant: named in the sentence, or alone in the text."""
    sentence = scene.sentence(hit.first)
    if scene.sentence(_nearest(scene.relatives, hit.first)) == sentence:
        return True
    if scene.relatives[0] >= hit.first:
        return False
    return not scene.selves or scene.sentence(_nearest(scene.selves, hit.first)) != sentence


def _in_sentence(cue: Cue, hit: Hit, scene: Scene) -> bool:
    place = _nearest(scene.cues[cue], hit.first)
    return scene.sentence(place) == scene.sentence(hit.first)


def _last_before(places: Sequence[int], word: int) -> int | None:
    at = bisect_left(places, word)
    return places[at - 1] if at else None


def _first_after(places: Sequence[int], word: int) -> int | None:
    at = bisect_left(places, word + 1)
    return places[at] if at < len(places) else None


def _nearest(places: Sequence[int], word: int) -> int:
    """Return which of `places` is nearest to `word`; of two as near, the one before it."""
    at = bisect_left(places, word)
    if at == 0 or at == len(places):
        return places[max(at - 1, 0)]
    before, after = places[at - 1], places[at]
    return before if word - before <= after - word else after


def _any_between(places: Sequence[int], start: int, end: int) -> bool:
    """Tell whether one of `places` lies in `start <= place < end`."""
    return bisect_left(places, start) < bisect_left(places, end)
