"""What a rule may ask of a comment, as frozen data."""

from collections.abc import Iterator
from dataclasses import dataclass

from webcare_desk.domain.finding import Category, Context, Language, Mark, Tier
from webcare_desk.domain.occasion import Addressee, Audience, Office, Ownership, Period


@dataclass(frozen=True, slots=True)
class FindingIs:
    """Holds for a finding that fits all of these; an empty set asks nothing.

    Apart lies in no other of its mark: the `my` of "my mother" says nothing of who writes.
    """

    categories: frozenset[Category]
    concepts: frozenset[str]
    marks: frozenset[Mark]
    within: frozenset[Context]
    without: frozenset[Context]
    apart: bool = False


@dataclass(frozen=True, slots=True)
class ProductNamed:
    """Holds when one of these products is named; of none given, any product."""

    products: frozenset[str]


@dataclass(frozen=True, slots=True)
class WrittenIn:
    """Holds for a comment in one of these languages."""

    languages: frozenset[Language]


@dataclass(frozen=True, slots=True)
class TierAtLeast:
    """Holds from this urgency upwards."""

    tier: Tier


@dataclass(frozen=True, slots=True)
class ModelSays:
    """Holds where the model flags from this tier upwards, and names one of these; empty asks nothing."""

    tier: Tier
    categories: frozenset[Category] = frozenset()


@dataclass(frozen=True, slots=True)
class IsReply:
    """Holds for an answer to another comment, or for a comment that opens a thread."""

    reply: bool


@dataclass(frozen=True, slots=True)
class Answers:
    """Holds for an answer to one of these."""

    to: frozenset[Addressee]


@dataclass(frozen=True, slots=True)
class CameIn:
    """Holds for a comment on one of these channels."""

    channels: frozenset[str]


@dataclass(frozen=True, slots=True)
class ChannelIs:
    """Holds on a channel that is owned, paid or somebody else's."""

    ownership: frozenset[Ownership]


@dataclass(frozen=True, slots=True)
class WrittenBy:
    """Holds for an author in one of these roles."""

    audience: frozenset[Audience]


@dataclass(frozen=True, slots=True)
class PostedWhile:
    """Holds for what was posted while the office was open, or closed."""

    office: Office


@dataclass(frozen=True, slots=True)
class PostedIn:
    """Holds for what was posted before, during or after the days of monitoring."""

    periods: frozenset[Period]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Holds when one part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Holds when every part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Holds when the part does not."""

    part: "Condition"


#: What only the circumstances tell.
Outer = Answers | CameIn | ChannelIs | PostedWhile | PostedIn
#: What stands on no words of the text.
Plain = WrittenIn | WrittenBy | TierAtLeast | IsReply | Outer
Condition = FindingIs | ModelSays | ProductNamed | Plain | AnyOf | AllOf | Not


def needed(when: Condition) -> frozenset[str]:
    """Return that of which a comment has some wherever `when` holds; empty: any comment may do.

    Categories, concepts and marks are of the findings; `named` is for what the model names.
    """
    match when:
        case FindingIs():
            return when.concepts or when.categories or when.marks
        case ModelSays(_, categories):
            return frozenset(map(named, categories or (None,)))
        case ProductNamed(products):
            return products or frozenset({Mark.PRODUCT})
        case AllOf(parts):
            return next((found for part in parts if (found := needed(part))), frozenset())
        case AnyOf(parts):
            each = [needed(part) for part in parts]
            return frozenset().union(*each) if all(each) else frozenset()
    return frozenset()


def spoken(when: Condition) -> frozenset[str]:
    """Return all that `when` speaks of, as `needed` calls it.

    Some of what another condition needs is among it where the other surely holds wherever `when` does.
    """
    return frozenset[str]().union(*map(_spoken_by, leaves(when)))


def _spoken_by(leaf: Condition) -> frozenset[str]:
    match leaf:
        case FindingIs():
            return leaf.categories | leaf.concepts | leaf.marks
        case ModelSays(_, categories):
            return frozenset(map(named, (None, *categories)))
        case ProductNamed(products):
            return products | {Mark.PRODUCT}
    return frozenset()


def named(category: Category | None) -> str:
    """Return how `needed` calls a category that the model names; None: whatever it is."""
    return f"model: {category or 'any'}"


def leaves(when: Condition) -> Iterator[Condition]:
    """Yield every condition within `when` that has no parts."""
    match when:
        case AnyOf(parts) | AllOf(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)
        case _:
            yield when
