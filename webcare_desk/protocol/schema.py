"""The format of a pack: one model for each kind of item in its files.

The field descriptions are the text of docs/protocol-format.md.
"""

from itertools import pairwise
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from webcare_desk.protocol.example import AnExample
from webcare_desk.protocol.fields import (
    ACategory,
    AContext,
    ALanguage,
    AMark,
    AQueue,
    ARole,
    Count,
    Day,
    Flag,
    Holidays,
    Ident,
    Opening,
    Text,
    Zone,
    opening_minutes,
    refuse,
)


class Item(BaseModel):
    """Anything in a pack: unknown keys are problems."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Entry(Item):
    """An item of a list that other items name by its id."""

    id: Ident = Field(description="the id, by which a pack above replaces or removes the item")


class Words(Item):
    """A text for people, in each language of the pack."""

    nl: Text | None = Field(None, description="in Dutch")
    en: Text | None = Field(None, description="in English")


class Channel(Item):
    """A place that the desk reads and answers in."""

    id: Ident = Field(description="the channel's id")
    name: Text = Field(description="its name for people")
    owned: Flag = Field(description="whether the sponsor owns, pays or controls it")


class Duty(Item):
    """A role of the desk and who stands in for it."""

    role: ARole = Field(description="the role")
    deputy: ARole = Field(description="the role that stands in, never the same")
    duty: Words = Field(description="what the role is there for")

    @model_validator(mode="after")
    def _two(self) -> Self:
        if self.role == self.deputy:
            message = "name another role than the one it stands in for"
            raise refuse(message)
        return self


class Monitoring(Item):
    """The days on which the community is watched."""

    start: Day = Field(description="first day")
    end: Day = Field(description="last day")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end < self.start:
            message = "let monitoring end after it starts"
            raise refuse(message)
        return self


class Head(Item):
    """pack.yaml: what the pack is for. A key replaces the same key of the pack below."""

    id: Ident = Field(description="the pack's id, the same as the name of its folder")
    extends: Ident | None = Field(None, description="the pack it is laid over")
    version: Text = Field(description="the version, as people call it")
    languages: list[ALanguage] | None = Field(None, min_length=1, description="languages spoken")
    country: Text | None = Field(None, pattern="^[A-Z]{2}$", description="ISO 3166-1 country")
    sponsor: Words | None = Field(None, description="on whose behalf the desk answers")
    channels: list[Channel] | None = Field(None, description="where the desk reads and answers")
    monitoring: Monitoring | None = Field(None, description="when the community is watched")
    roles: list[Duty] | None = Field(None, min_length=1, description="roles and their deputies")


class Product(Entry):
    """A product of the sponsor (products.yaml)."""

    brand: Text = Field(description="brand name")
    substance: Text = Field(description="active substance")
    form: Words = Field(description="pharmaceutical form")
    spellings: list[Text] = Field(min_length=1, description="how people write the brand name")
    prescription_only: Flag = Field(description="whether it may not be advertised to the public")


class FindingTest(Item):
    """Holds when one finding of the comment fits every key that is given."""

    category: list[ACategory] | None = Field(None, min_length=1, description="one of these")
    concept: list[Text] | None = Field(None, min_length=1, description="one of these")
    mark: list[AMark] | None = Field(None, min_length=1, description="evidence for one of these")
    within: list[AContext] | None = Field(None, min_length=1, description="in all these contexts")
    without: list[AContext] | None = Field(None, min_length=1, description="in none of these")

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not self.model_fields_set:
            message = "add what the finding must be, such as category"
            raise refuse(message)
        return self


class Condition(Item):
    """One condition: exactly one of these keys."""

    any: list["Condition"] | None = Field(None, min_length=1, description="one part holds")
    all: list["Condition"] | None = Field(None, min_length=1, description="every part holds")
    not_: "Condition | None" = Field(None, alias="not", description="the part does not hold")
    finding: FindingTest | None = Field(None, description="a finding like this is there")
    product: list[Ident] | None = Field(
        None, min_length=1, description="one of these products is named; `any` is every product"
    )
    language: list[ALanguage] | None = Field(None, min_length=1, description="written in one of")
    tier: Literal["none", "check", "strong"] | None = Field(
        None, description="at least this urgent"
    )
    position: Literal["top", "reply"] | None = Field(
        None, description="opens a thread, or answers another comment"
    )

    @model_validator(mode="after")
    def _one(self) -> Self:
        if len(self.model_fields_set) != 1:
            message = "write exactly one condition here, join several with all or any"
            raise refuse(message)
        return self


class MatchTexts(Item):
    """Texts on which the rule must match."""

    nl: list[AnExample] | None = Field(None, min_length=3, description="in Dutch")
    en: list[AnExample] | None = Field(None, min_length=3, description="in English")


class NoMatchTexts(Item):
    """Texts on which the rule must not match."""

    nl: list[AnExample] | None = Field(None, min_length=2, description="in Dutch")
    en: list[AnExample] | None = Field(None, min_length=2, description="in English")


class Examples(Item):
    """The rule's own tests."""

    match: MatchTexts = Field(description="must match")
    no_match: NoMatchTexts = Field(description="must not match")


class Rule(Entry):
    """When a comment is what, and what follows (rules.yaml)."""

    when: Condition = Field(description="the condition")
    category: ACategory = Field(description="what the comment then is; the most dangerous wins")
    queue: AQueue = Field(description="where it is then put")
    sla: Ident | None = Field(None, description="how fast it must be answered")
    plan: Ident | None = Field(None, description="the escalation plan")
    templates: list[Ident] = Field(description="the replies on offer")
    why: Words = Field(description="the reason, as the moderator reads it")
    examples: Examples = Field(description="texts that match and texts that do not")


class Template(Entry):
    """An approved reply with named blanks only (templates.yaml)."""

    title: Words = Field(description="what the moderator chooses by")
    public: Flag = Field(description="whether it is answered in the open")
    text: Words = Field(description="the text; a blank is written {{ first_name }}")


class Sla(Entry):
    """A response time (sla.yaml): minutes or hours."""

    minutes: Count | None = Field(None, description="so many minutes, or")
    hours: Count | None = Field(None, description="so many hours")
    time: Literal["business", "wall-clock"] = Field(
        description="whether nights, lunch and holidays count"
    )

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.minutes is None) == (self.hours is None):
            message = "give either minutes or hours"
            raise refuse(message)
        return self


class Hours(Item):
    """Office hours (sla.yaml): openings per weekday, such as 08:30-12:30."""

    zone: Zone = Field(description="time zone")
    holidays: Holidays | None = Field(None, description="country whose public holidays are closed")
    monday: list[Opening] = Field(default=[], description="openings")
    tuesday: list[Opening] = Field(default=[], description="openings")
    wednesday: list[Opening] = Field(default=[], description="openings")
    thursday: list[Opening] = Field(default=[], description="openings")
    friday: list[Opening] = Field(default=[], description="openings")
    saturday: list[Opening] = Field(default=[], description="openings")
    sunday: list[Opening] = Field(default=[], description="openings")

    def week(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """Return the openings in minutes after midnight, Monday first."""
        days = (self.monday, self.tuesday, self.wednesday, self.thursday, self.friday)
        return tuple(
            tuple(opening_minutes(opening) for opening in day)
            for day in (*days, self.saturday, self.sunday)
        )

    @model_validator(mode="after")
    def _openings(self) -> Self:
        week = self.week()
        if not any(week):
            message = "add an opening on at least one day"
            raise refuse(message)
        for day in week:
            if any(later[0] < earlier[1] for earlier, later in pairwise(day)):
                message = "write the openings of a day in order, without overlap"
                raise refuse(message)
        return self


class Step(Item):
    """A step of a plan."""

    id: Ident = Field(description="the step's id")
    owner: ARole = Field(description="who does it")
    deputy: ARole = Field(description="who takes over when it is late")
    hours: Count = Field(description="wall-clock hours since somebody first saw the comment")
    title: Words = Field(description="what is to be done")

    @model_validator(mode="after")
    def _two(self) -> Self:
        if self.owner == self.deputy:
            message = "name another deputy than the owner"
            raise refuse(message)
        return self


class Plan(Entry):
    """An escalation plan (plans.yaml): the last owner acknowledges."""

    steps: list[Step] = Field(min_length=2, description="in order")


class Reference(Entry):
    """A contact of a regulator or of help, as data with a validity (reference.yaml)."""

    kind: Literal["reporting", "crisis", "other"] = Field(description="what the contact is for")
    text: Words = Field(description="what the blank is filled with")
    checked: Day = Field(description="when somebody last looked whether it is right")
    valid_until: Day | None = Field(None, description="last day on which it may be given")
    outdated: list[Text] = Field(default=[], description="older wordings no reply may contain")


class Removed(Entry):
    """Takes the item of this id out of the packs below."""

    disabled: Flag = Field(description="true")
