"""What stands around the findings of a text: its words in their order, findings and drugs as signs.

"weg sinds §" says the same of every complaint and of every product: so a text is read with
what the lexicon found in place of the words it found it by.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from webcare_desk.domain.finding import Mark
from webcare_desk.screening.features import PRODUCT
from webcare_desk.screening.lexicon import Cue

if TYPE_CHECKING:
    from webcare_desk.screening.screener import Look

_RELATIVE: Final = "relative"
_NEAR: Final = 5
_OUTER: Final = 3


def order_of(look: "Look", words: Sequence[str]) -> list[str]:
    """Return the words of a text, with a sign for each stretch that a finding or a drug takes."""
    signs = _signs(look)
    if not signs:
        return list(words)
    told: list[str] = []
    for place, word in enumerate(words):
        sign = signs.get(place)
        if sign is None:
            told.append(word)
        elif not told or told[-1] != sign:
            told.append(sign)
    return told


def _signs(look: "Look") -> dict[int, str]:
    """Return the sign of each word that belongs to a finding, a drug or a relative."""
    signs: dict[int, str] = {}
    for hit in look.cues.get(Cue.DRUG, ()):
        signs |= dict.fromkeys(range(hit.first, hit.last + 1), PRODUCT)
    for hit, concept in look.meant:
        if concept.mark is Mark.EVENT:
            sign = f"{PRODUCT}{concept.category}"
        elif concept.mark is Mark.PRODUCT:
            sign = PRODUCT
        elif concept.id == _RELATIVE:
            sign = f"{PRODUCT}{_RELATIVE}"
        else:
            continue
        signs |= dict.fromkeys(range(hit.first, hit.last + 1), sign)
    return signs


def around(order: Sequence[str]) -> Iterator[str]:
    """Yield the features of what stands around each sign, near it and within five words."""
    edged = ("<", *order, ">")
    last = len(edged)
    for at, sign in enumerate(edged):
        if not sign.startswith(PRODUCT):
            continue
        before, behind = edged[max(at - 2, 0) : at], edged[at + 1 : at + 3]
        yield from (f"a{word} {sign}" for word in before[-1:])
        yield from (f"a{sign} {word}" for word in behind[:1])
        if len(before) > 1:
            yield f"a{before[0]} {before[1]} {sign}"
        if len(behind) > 1:
            yield f"a{sign} {behind[0]} {behind[1]}"
        if before and behind:
            yield f"a{before[-1]} {sign} {behind[0]}"
        yield from (f"d{sign}<{edged[near]}" for near in range(max(at - _NEAR, 0), at))
        yield from (f"d{sign}>{edged[near]}" for near in range(at + 1, min(at + _NEAR + 1, last)))


def ends(order: Sequence[str]) -> list[str]:
    """Return the features of how a text begins and how it ends."""
    if not order:
        return []
    first, last = order[:_OUTER], order[-_OUTER:]
    told = [*(f"e{word}" for word in first), *(f"z{word}" for word in last)]
    return [*told, f"e{' '.join(first[:2])}", f"z{' '.join(last[-2:])}"]
