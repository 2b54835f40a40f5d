"""A protocol in force: what the packs say, as frozen data without pydantic."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from webcare_desk.domain.claim import Claim
from webcare_desk.domain.escalation import EscalationPlan
from webcare_desk.domain.finding import Category, Language, Mark
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.occasion import Ownership
from webcare_desk.domain.sla import YEARS, OfficeHours, Sla, Timetable, prepare
from webcare_desk.protocol.condition import (
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
    Outer,
    Plain,
    PostedIn,
    PostedWhile,
    ProductNamed,
    TierAtLeast,
    WrittenBy,
    WrittenIn,
    leaves,
    needed,
)
from webcare_desk.protocol.holiday import public_holidays
from webcare_desk.protocol.kind import ExampleKind

__all__ = [
    "AllOf",
    "Answers",
    "AnyOf",
    "CameIn",
    "Channel",
    "ChannelIs",
    "ChannelTime",
    "Condition",
    "Duty",
    "Example",
    "FindingIs",
    "IsReply",
    "ModelSays",
    "Not",
    "Openings",
    "Outer",
    "Plain",
    "PostedIn",
    "PostedWhile",
    "Product",
    "ProductNamed",
    "Protocol",
    "Reference",
    "Rule",
    "Template",
    "Term",
    "TierAtLeast",
    "Words",
    "WrittenBy",
    "WrittenIn",
    "leaves",
    "needed",
    "product_names",
    "words_in",
]

#: The priority of a rule that names none.
USUAL = 5
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
    priority: int = USUAL


@dataclass(frozen=True, slots=True)
class Template:
    """An approved reply; `texts` per language, with blanks such as `{{ first_name }}`."""

    id: str
    title: Words
    public: bool
    texts: Words


@dataclass(frozen=True, slots=True)
class Reference:
    """A contact or a phrase for the blank of its id; `says` is its claim, `outdated` its old words."""

    id: str
    kind: str
    text: Words
    checked: date
    valid_until: date | None
    says: Claim | None = None
    outdated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Channel:
    """A place that the desk reads and answers in."""

    id: str
    name: str
    owned: bool
    paid: bool = False
    sources: tuple[str, ...] = ()

    @property
    def ownership(self) -> Ownership:
        """Whose it is; what is paid is the sponsor's to answer for as well."""
        if self.paid:
            return Ownership.PAID
        return Ownership.OWNED if self.owned else Ownership.OTHER


@dataclass(frozen=True, slots=True)
class Duty:
    """A role and who stands in for it."""

    role: Role
    deputy: Role
    duty: Words
    person: str | None = None
    deputy_person: str | None = None


@dataclass(frozen=True, slots=True)
class Openings:
    """Office hours as the pack says them: `domain.sla.OfficeHours` before its holidays."""

    zone: str
    week: tuple[tuple[tuple[int, int], ...], ...]
    holidays: str | None


@dataclass(frozen=True, slots=True)
class ChannelTime:
    """What a channel has instead of a response time."""

    sla: str
    channel: str
    time: Sla


@dataclass(frozen=True, slots=True)
class Term:
    """A concept that this community has words for, per language."""

    id: str
    mark: Mark
    category: Category | None
    phrases: tuple[tuple[Language, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Protocol:
    """Everything the desk goes by; `digest` is the SHA-256 of its whole content.

    `rules` stand in the order in which they win among equals: those of higher
    priority first, then those of the uppermost pack. What `channel_times` and
    `channel_openings` do not name has the response times and the office hours of all.
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
    countries: tuple[str, ...] = ()
    channel_times: tuple[ChannelTime, ...] = ()
    channel_openings: Mapping[str, Openings] = field(default_factory=dict)
    terms: tuple[Term, ...] = ()

    @cached_property
    def asking(self) -> Mapping[str | None, tuple[int, ...]]:
        """The places of the rules by what `needed` says of them, under None those that ask nothing.

        Most comments satisfy few: by this a thousand rules cost little more than fifty.
        """
        found: dict[str | None, list[int]] = {}
        for place, rule in enumerate(self.rules):
            for asked in needed(rule.when) or (None,):
                found.setdefault(asked, []).append(place)
        return {asked: tuple(places) for asked, places in found.items()}

    @cached_property
    def timetable(self) -> Timetable:
        """The openings of the years of monitoring and one around; made at first use.

        The holidays take 0.6 s to import, and showing the inbox asks for none.
        """
        return self._prepared(self.openings)

    @cached_property
    def _timetables(self) -> Mapping[str, Timetable]:
        return {name: self._prepared(each) for name, each in self.channel_openings.items()}

    def timetable_of(self, channel: str | None) -> Timetable:
        """Return the openings on a channel: its own, or those of all."""
        if channel is None or channel not in self.channel_openings:
            return self.timetable
        return self._timetables[channel]

    def sla_of(self, name: str, channel: str | None) -> Sla:
        """Return the response time `name` as it is on a channel."""
        own = (
            each.time for each in self.channel_times if (each.sla, each.channel) == (name, channel)
        )
        return next(own, self.slas[name])

    def channel_of(self, source: str | None) -> Channel | None:
        """Return the channel that a source of the desk reads, if the pack names it."""
        return next(
            (each for each in self.channels if source in (each.sources or (each.id,))), None
        )

    @cached_property
    def asks_time(self) -> bool:
        """Whether a rule asks when a comment was posted; the openings are slow to make."""
        return any(
            isinstance(leaf, PostedWhile) for rule in self.rules for leaf in leaves(rule.when)
        )

    def _prepared(self, openings: Openings) -> Timetable:
        first, last = self.starts.year - 1, self.ends.year + 1
        closed = frozenset[date]()
        if openings.holidays is not None:
            # Of every year: a comment may be older than the openings that are made ahead.
            closed = public_holidays(openings.holidays, YEARS)
        return prepare(OfficeHours(openings.zone, openings.week, closed), first, last)


def product_names(protocol: Protocol) -> dict[str, tuple[str, ...]]:
    """Return for each product, by id, everything it is called."""
    return {product.id: product.spellings for product in protocol.products}
