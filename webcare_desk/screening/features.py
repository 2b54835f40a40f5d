"""What a text shows to the model: its words, their pieces and what the lexicon found.

A feature is a short text; the model hashes it. The script that trains the model and the
program read texts through these functions alone, so that both see the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, islice, pairwise
from math import sqrt
from typing import TYPE_CHECKING, Final

from webcare_desk.domain.finding import Context, Finding, Mark, Screening, Tier
from webcare_desk.screening.lexicon import Cue
from webcare_desk.screening.unreadable import UNREADABLE

if TYPE_CHECKING:
    from webcare_desk.screening.screener import Look

#: What stands for the name of a product, whichever it is.
PRODUCT: Final = "§"
#: How much a feature of each kind counts: a word, a piece of one, neighbours, the whole, what
#: was found before or beside what.
WORD, PIECE, NEIGHBOURS, WHOLE, SCENE = 1.0, 0.5, 0.7, 0.35, 0.2
#: How many letters a piece of a word has.
SIZES: Final = range(3, 6)
_LONGEST: Final = 24
_SHORT: Final = 6
_INNOCENT: Final = frozenset({Context.TYPO, Context.DEOBFUSCATED, Context.TREATED})
# The contexts that turn what a finding says, by the sign that a feature shows them with.
_TURNED: Final = {
    Context.NEGATED: "-",
    Context.QUESTION: "?",
    Context.HYPOTHETICAL: "h",
    Context.PAST: "p",
    Context.BENEFIT: "b",
}
# So many findings and cues of a text are set beside each other.
_MOST_IN_SCENE: Final = 48
_MOST_APART: Final = 20
# The model was trained before there were these cues.
_UNTRAINED: Final = frozenset({Cue.EXCEPTION, Cue.SAYING, Cue.FIGURE, Cue.PURPOSE})
_SIGNS: Final = ("?", "!", "...", '"', ":", "http", "@", "#")


@dataclass(frozen=True, slots=True)
class Shown:
    """What one text shows: its words, and features by how they count.

    What is `near` counts as the words' neighbours do; `ends`, how a text begins and ends, as
    what there is on the `whole`; `scene` is what stands before or beside what.
    """

    words: Sequence[str]
    near: Iterable[str] = ()
    ends: Iterable[str] = ()
    whole: Iterable[str] = ()
    scene: Iterable[str] = ()


def seen(words: Iterable[str], names: tuple[str, ...]) -> list[str]:
    """Return the words of a text as the model sees them; `names` are folded product names."""
    return [_seen(word, names) for word in words]


def _seen(word: str, names: tuple[str, ...]) -> str:
    if names and word.startswith(names):
        return PRODUCT
    if not word.isalpha() and any(map(str.isdigit, word)):
        return "".join("0" if sign.isdigit() else sign for sign in word[:_LONGEST])
    return word[:_LONGEST]


def of_word(word: str) -> Iterator[str]:
    """Yield the features of one word: first itself, then its pieces of three to five letters."""
    yield f"w{word}"
    edged = f"<{word}>"
    for size in SIZES:
        for start in range(len(edged) - size + 1):
            yield f"c{edged[start : start + size]}"


def of_neighbours(words: Sequence[str]) -> Iterator[str]:
    """Yield the features of words that stand together, or with one word between them.

    Of `n` words there are `n + 1` pairs that touch, and then `n` that do not.
    """
    edged = ("<", *words, ">")
    yield from (f"b{left} {right}" for left, right in pairwise(edged))
    yield from (f"s{left} {right}" for left, right in zip(edged, edged[2:], strict=False))


def share(words: Sequence[str]) -> float:
    """Return by how much the words count in a text of so many."""
    return 1 / sqrt(len(words) + 3)


def of_whole(text: str, words: Sequence[str], found: Screening) -> list[str]:
    """Return the features of the text as a whole, and of what the lexicon found in it."""
    features = [f"t{found.tier.value}", f"n{len(words).bit_length()}"]
    features += [f"p{sign}" for sign in _SIGNS if sign in text]
    return [*features, *_of_findings(_trained(found.findings))]


def of_reply(look: "Look", words: Sequence[str], parent: Screening | None) -> Iterator[str]:
    """Yield the features of what a text answers, where lexicon or model find something there.

    That it answers at all says nothing: in a community nearly every comment does.
    """
    if parent is None:
        return
    said = [("r", parent.tier)]
    if parent.opinion is not None:
        said += [("o", parent.opinion.tier)]
    for sign, tier in said:
        if tier is Tier.NONE:
            continue
        yield f"{sign}{tier.value}"
        yield f"{sign}{tier.value}{len(words) <= _SHORT}"
        if Cue.AGREEMENT in look.cues:
            yield f"{sign}{tier.value}agreed"


def _trained(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out the wordings of a protocol's pack: the model was trained without any."""
    return [
        one
        for one in findings
        if one.mark is not Mark.CUE or one.category is not None or one.concept == UNREADABLE
    ]


def _of_findings(findings: Iterable[Finding]) -> list[str]:
    """Return each concept and category once, with what the words around it say."""
    told: dict[str, None] = {}
    for one in findings:
        if one.mark is Mark.PRODUCT:
            told["mproduct"] = None
            continue
        said = sorted(context.value for context in one.contexts - _INNOCENT) or ["plain"]
        for name in (f"k{one.concept}", f"g{one.category}"):
            told[name] = None
            told |= dict.fromkeys(f"{name} {context}" for context in said)
    families = sorted({f"{one.category}" for one in findings if one.mark is not Mark.PRODUCT})
    return [*chain(told, (f"j{left} {right}" for left, right in pairwise(families)))]


def of_scene(look: "Look") -> list[str]:
    """Return which findings and cues stand in a text, which next to which, and which together.

    A lexicon's concepts are the same in every language, and so are these features.
    """
    places = [(one.start, _turned(one)) for one in _trained(look.screening.findings)]
    starts = look.tokens.span
    places += [
        (starts(hit.first, hit.first)[0], f"Q{cue.value}")
        for cue, hits in look.cues.items()
        if cue not in _UNTRAINED
        for hit in hits
    ]
    scene = [name for _, name in islice(sorted(places), _MOST_IN_SCENE)]
    apart = sorted(set(scene))[:_MOST_APART]
    features = [f"x{name}" for name in apart]
    features += [f"x{left}>{right}" for left, right in {*pairwise(("<", *scene, ">"))}]
    return [*features, *(f"x{left}&{right}" for left, right in combinations(apart, 2))]


def _turned(one: Finding) -> str:
    signs = "".join(sign for context, sign in _TURNED.items() if context in one.contexts)
    return f"{one.category or one.concept}{signs}"
