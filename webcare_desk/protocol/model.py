"""A protocol in force: what the packs say, as frozen data without pydantic."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from webcare_desk.domain.escalation import EscalationPlan
from webcare_desk.domain.finding import Category, Context, Language, Mark, Tier
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.sla import OfficeHours, Sla, Timetable, prepare
from webcare_desk.protocol.holiday import public_holidays
from webcare_desk.protocol.kind import ExampleKind

#: A text for people per language, like `Step.title`.
Words = tuple[tuple[str, str], ...]


def words_in(words: Words, language: str) -> str:
    """Return the text in `language`, else the first there is."""
    return dict(words).get(language) or words[0][1]


@dataclass(frozen=True, slots=True)
class Product:
    """A product of the sponsor; `spellings` begin with the brand and the substance."""

    id: str
    brand: str
    substance: str
    form: Words
    spellings: tuple[str, ...]
    prescription_only: bool


@dataclass(frozen=True, slots=True)
class FindingIs:
    """Holds for a finding that fits all of these; an empty set asks nothing."""

    categories: frozenset[Category]
    concepts: frozenset[str]
    marks: frozenset[Mark]
    within: frozenset[Context]
    without: frozenset[Context]


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
class IsReply:
    """Holds for an answer to another comment, or for a comment that opens a thread."""

    reply: bool


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


Condition = FindingIs | ProductNamed | WrittenIn | TierAtLeast | IsReply | AnyOf | AllOf | Not


def needed(when: Condition) -> frozenset[Category]:
    """Return categories of which a comment has one wherever `when` holds; empty: any comment may do."""
    if isinstance(when, FindingIs):
        return when.categories
    if isinstance(when, AllOf):
        return next((found for part in when.parts if (found := needed(part))), frozenset())
    if isinstance(when, AnyOf):
        each = [needed(part) for part in when.parts]
        return frozenset().union(*each) if all(each) else frozenset()
    return frozenset()


@dataclass(frozen=True, slots=True)
class Example:
    """A text on which the rule must match, or must not."""

    language: Language
    text: str
    matches: bool
    kind: ExampleKind = ExampleKind.PLAIN


@dataclass(frozen=True, slots=True)
class Rule:
    """When a comment is what, and what follows."""

    id: str
    when: Condition
    category: Category
    queue: Queue
    sla: str | None
    plan: str | None
    templates: tuple[str, ...]
    why: Words
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """An approved reply; `texts` per language, with blanks such as `{{ first_name }}`."""

    id: str
    title: Words
    public: bool
    texts: Words


@dataclass(frozen=True, slots=True)
class Reference:
    """A contact that replies name; fills the blank of its id."""

    id: str
    kind: str
    text: Words
    checked: date
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class Channel:
    """A place that the desk reads and answers in."""

    id: str
    name: str
    owned: bool


@dataclass(frozen=True, slots=True)
class Duty:
    """A role and who stands in for it."""

    role: Role
    deputy: Role
    duty: Words


@dataclass(frozen=True, slots=True)
class Openings:
    """Office hours as the pack says them: `domain.sla.OfficeHours` before its holidays."""

    zone: str
    week: tuple[tuple[tuple[int, int], ...], ...]
    holidays: str | None


@dataclass(frozen=True)
class Protocol:
    """Everything the desk goes by; `digest` is the SHA-256 of its whole content.

    `rules` stand in the order in which they win among equals: the uppermost pack first.
    """

    id: str
    version: str
    digest: str
    languages: tuple[Language, ...]
    country: str
    sponsor: Words
    starts: date
    ends: date
    channels: tuple[Channel, ...]
    roles: tuple[Duty, ...]
    products: tuple[Product, ...]
    rules: tuple[Rule, ...]
    templates: Mapping[str, Template]
    slas: Mapping[str, Sla]
    plans: Mapping[str, EscalationPlan]
    references: Mapping[str, Reference]
    openings: Openings

    @cached_property
    def asking(self) -> tuple[tuple[Rule, frozenset[Category]], ...]:
        """Each rule with what `needed` says of it: most comments satisfy few."""
        return tuple((rule, needed(rule.when)) for rule in self.rules)

    @cached_property
    def timetable(self) -> Timetable:
        """The openings of the years of monitoring and one around; made at first use.

        The holidays take 0.6 s to import, and showing the inbox asks for none.
        """
        first, last = self.starts.year - 1, self.ends.year + 1
        country, closed = self.openings.holidays, frozenset[date]()
        if country is not None:
            closed = public_holidays(country, range(first, last + 1))
        hours = OfficeHours(self.openings.zone, self.openings.week, closed)
        return prepare(hours, first, last)


def product_names(protocol: Protocol) -> dict[str, tuple[str, ...]]:
    """Return for each product, by id, everything it is called."""
    return {product.id: product.spellings for product in protocol.products}
