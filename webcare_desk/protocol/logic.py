"""Whether one condition holds wherever another does, and whether it can hold at all. Pure.

Both answers are cautious: `implies` says yes, and `impossible` gives a clause,
only where the form of the conditions proves it, whatever a comment says.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise, product
from typing import TypeVar

from webcare_desk.domain.finding import Tier
from webcare_desk.domain.occasion import Audience
from webcare_desk.protocol.model import (
    AllOf,
    Answers,
    AnyOf,
    CameIn,
    ChannelIs,
    Condition,
    FindingIs,
    IsReply,
    ModelSays,
    Not,
    PostedIn,
    PostedWhile,
    ProductNamed,
    TierAtLeast,
    WrittenBy,
    WrittenIn,
)
from webcare_desk.protocol.wording import condition_words

_T = TypeVar("_T")
#: A condition with more ways to hold than these is not looked into.
_MOST_WAYS = 256


def implies(narrow: Condition, wide: Condition) -> bool:
    """Say whether `wide` surely holds wherever `narrow` does."""
    match narrow, wide:
        case _, AllOf(parts):
            # Most of what is compared implies nothing: the parts that are asked at once come first.
            surely = all(implies(narrow, part) for part in sorted(parts, key=_has_parts))
        case AnyOf(parts), _:
            surely = all(implies(part, wide) for part in parts)
        case AllOf(parts), AnyOf(others):
            surely = any(implies(part, wide) for part in parts)
            surely = surely or any(implies(narrow, other) for other in others)
        case AllOf(parts), _:
            surely = any(implies(part, wide) for part in parts)
        case _, AnyOf(parts):
            surely = any(implies(narrow, part) for part in parts)
        case Not(less), Not(more):
            surely = implies(more, less)
        case _:
            surely = narrow == wide or _leaf_implies(narrow, wide)
    return surely


def _has_parts(when: Condition) -> bool:
    return isinstance(when, AllOf | AnyOf)


def _leaf_implies(narrow: Condition, wide: Condition) -> bool:
    match narrow, wide:
        case FindingIs(), FindingIs():
            return _finding_implies(narrow, wide)
        case ProductNamed(few), ProductNamed(many):
            return not many or (bool(few) and few <= many)
        case ModelSays(high, few), ModelSays(low, many):
            return high >= low and _within(few, many)
        case TierAtLeast(high), TierAtLeast(low):
            return high >= low
        case _, TierAtLeast(tier):
            return tier is Tier.NONE
        case _:
            return _values_imply(narrow, wide)


def _values_imply(narrow: Condition, wide: Condition) -> bool:
    few, many = _values(narrow), _values(wide)
    return type(narrow) is type(wide) and few is not None and many is not None and few <= many


def _finding_implies(narrow: FindingIs, wide: FindingIs) -> bool:
    return (
        _within(narrow.categories, wide.categories)
        and _within(narrow.concepts, wide.concepts)
        and _within(narrow.marks, wide.marks)
        and wide.within <= narrow.within
        and wide.without <= narrow.without
        and wide.apart <= narrow.apart
    )


def _within(few: frozenset[_T], many: frozenset[_T]) -> bool:
    """Say whether what asks for one of `few` asks for one of `many`; empty asks for nothing."""
    return not many or (bool(few) and few <= many)


def _values(when: Condition) -> frozenset[object] | None:
    """Return the values of which a comment has exactly one, if `when` asks for such."""
    match when:
        case WrittenIn(values) | WrittenBy(values) | Answers(values) | CameIn(values):
            found = frozenset[object](values)
        case ChannelIs(values) | PostedIn(values):
            found = frozenset[object](values)
        case PostedWhile(value) | IsReply(value):
            found = frozenset[object]({value})
        case _:
            return None
    return found


#: All values there are, of what a comment has one of even when it is not known.
_ALL = {WrittenBy: len(Audience), IsReply: 2}


def impossible(when: Condition) -> str | None:
    """Return why `when` can never hold, as a clause; None when it may."""
    ways = _ways(when, wanted=True)
    if ways is None:
        return None
    clauses = [_contradiction(way) for way in ways]
    if all(clause is not None for clause in clauses):
        return next((clause for clause in clauses if clause is not None), "it has no way to hold")
    return None


#: A leaf that has to hold, or has not to.
_Literal = tuple[Condition, bool]


def _ways(when: Condition, *, wanted: bool) -> list[tuple[_Literal, ...]] | None:
    """Return the ways in which `when` holds or not, each as leaves; None when they are too many."""
    match when:
        case Not(part):
            return _ways(part, wanted=not wanted)
        case AnyOf(parts) | AllOf(parts):
            each = [_ways(part, wanted=wanted) for part in parts]
            known = [ways for ways in each if ways is not None]
            if len(known) < len(each):
                return None
            if isinstance(when, AnyOf) is wanted:
                joined = [way for ways in known for way in ways]
            else:
                if _product(len(ways) for ways in known) > _MOST_WAYS:
                    return None
                joined = [sum(combined, ()) for combined in product(*known)]
            return joined if len(joined) <= _MOST_WAYS else None
    return [((when, wanted),)]


def _product(numbers: Iterable[int]) -> int:
    result = 1
    for number in numbers:
        result *= number
    return result


def _contradiction(way: tuple[_Literal, ...]) -> str | None:
    """Return what in a way contradicts itself."""
    return next(_contradictions(way), None)


def _contradictions(way: tuple[_Literal, ...]) -> Iterator[str]:
    for leaf, wanted in way:
        if wanted and isinstance(leaf, FindingIs) and leaf.within & leaf.without:
            both = ", ".join(sorted(leaf.within & leaf.without))
            yield f"a finding cannot be {both} and not {both}"
    needed = [leaf for leaf, wanted in way if wanted]
    refused = [leaf for leaf, wanted in way if not wanted]
    for leaf in needed:
        for other in refused:
            if implies(leaf, other):
                yield f"`{condition_words(leaf)}` and `not ({condition_words(other)})` exclude each other"
    yield from _exclusive(needed)
    yield from _nothing_left(refused)
    tops = [leaf for leaf in needed if isinstance(leaf, IsReply) and not leaf.reply]
    for leaf in needed:
        if tops and isinstance(leaf, Answers):
            yield f"`{condition_words(leaf)}` and `it opens a thread` exclude each other"


def _exclusive(needed: list[Condition]) -> Iterator[str]:
    """Yield two leaves of a kind of which a comment has one value, with none in common."""
    kinds: dict[type[Condition], list[Condition]] = {}
    for leaf in needed:
        if _values(leaf) is not None:
            kinds.setdefault(type(leaf), []).append(leaf)
    for leaves in kinds.values():
        for one, other in pairwise(leaves):
            if (_values(one) or frozenset()).isdisjoint(_values(other) or frozenset()):
                yield f"`{condition_words(one)}` and `{condition_words(other)}` exclude each other"


def _nothing_left(refused: list[Condition]) -> Iterator[str]:
    """Yield the kinds of which every value is refused."""
    for kind, count in _ALL.items():
        values = [_values(leaf) or frozenset() for leaf in refused if type(leaf) is kind]
        if len(frozenset[object]().union(*values)) >= count:
            yield f"nothing is left when every value of `{condition_words(refused[0])}` is refused"
    if any(isinstance(leaf, TierAtLeast) and leaf.tier is Tier.NONE for leaf in refused):
        yield "no comment is below the urgency `none`"
