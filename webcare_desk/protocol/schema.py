"""The format of a pack: one model for each kind of item in its files.

The field descriptions are the text of docs/protocol-format.md.
"""

from typing import Literal, Self

from pydantic import Field, model_validator

from webcare_desk.protocol.fields import (
    ACategory,
    AMark,
    ARole,
    AWritten,
    Country,
    Day,
    Flag,
    Ident,
    Phrase,
    Text,
    refuse,
)
from webcare_desk.protocol.schema_item import Entry, Item, Removed, Words
from webcare_desk.protocol.schema_plan import Plan, Step, Unanswered
from webcare_desk.protocol.schema_rule import (
    Condition,
    Examples,
    FindingTest,
    MatchTexts,
    NoMatchTexts,
    Rule,
)
from webcare_desk.protocol.schema_time import ChannelHours, ChannelTime, Hours, Sla

__all__ = [
    "Channel",
    "ChannelHours",
    "ChannelTime",
    "Condition",
    "Duty",
    "Entry",
    "Examples",
    "FindingTest",
    "Head",
    "Hours",
    "Item",
    "MatchTexts",
    "Monitoring",
    "NoMatchTexts",
    "Phrases",
    "Plan",
    "Product",
    "Reference",
    "Removed",
    "Rule",
    "Sla",
    "Step",
    "Template",
    "Term",
    "Unanswered",
    "Words",
]


class Channel(Item):
    """A place that the desk reads and answers in."""

    id: Ident = Field(description="the channel's id")
    name: Text = Field(description="its name for people")
    owned: Flag = Field(description="whether the sponsor owns, pays or controls it")
    paid: Flag = Field(default=False, description="whether it is somebody else's that is paid")
    sources: list[Text] | None = Field(
        None, min_length=1, description="the desk's sources that read it; without it, its id"
    )

    @model_validator(mode="after")
    def _whose(self) -> Self:
        if self.paid and not self.owned:
            message = "write owned: true too, the sponsor answers for what it pays"
            raise refuse(message)
        return self


class Duty(Item):
    """A role of the desk and who stands in for it."""

    role: ARole = Field(description="the role")
    deputy: ARole = Field(description="the role that stands in, never the same")
    duty: Words = Field(description="what the role is there for")
    person: Text | None = Field(None, description="who does it, by name and number")
    deputy_person: Text | None = Field(None, description="who stands in, by name and number")

    @model_validator(mode="after")
    def _two(self) -> Self:
        if self.role == self.deputy:
            message = "name another role than the one it stands in for"
            raise refuse(message)
        return self


#: The office's openings and holidays are worked out for every year of monitoring, and one around.
_FIRST_YEAR, _LAST_YEAR = 1990, 2199


class Monitoring(Item):
    """The days on which the community is watched."""

    start: Day = Field(description="first day")
    end: Day = Field(description="last day")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end < self.start:
            message = "let monitoring end after it starts"
            raise refuse(message)
        if not _FIRST_YEAR <= self.start.year <= self.end.year <= _LAST_YEAR:
            message = f"keep monitoring within the years {_FIRST_YEAR} to {_LAST_YEAR}"
            raise refuse(message)
        return self


class Head(Item):
    """pack.yaml: what the pack is for. A key replaces the same key of the pack below."""

    id: Ident = Field(description="the pack's id, the same as the name of its folder")
    extends: Ident | None = Field(None, description="the pack it is laid over")
    version: Text = Field(description="the version, as people call it")
    languages: list[AWritten] | None = Field(
        None, min_length=1, description="languages of its texts: `nl`, `en` or both"
    )
    country: Country | None = Field(None, description="ISO 3166-1 country")
    countries: list[Country] | None = Field(
        None, min_length=1, description="all countries it is for; without it, `country`"
    )
    sponsor: Words | None = Field(None, description="on whose behalf the desk answers")
    channels: list[Channel] | None = Field(None, description="where the desk reads and answers")
    monitoring: Monitoring | None = Field(None, description="when the community is watched")
    roles: list[Duty] | None = Field(None, min_length=1, description="roles and their deputies")


class Product(Entry):
    """A product of the sponsor (products.yaml)."""

    brand: Text = Field(description="brand name")
    substance: Text = Field(description="active substance")
    form: Words = Field(description="pharmaceutical form")
    brands: list[Text] = Field(default=[], description="brand names elsewhere")
    spellings: list[Text] = Field(min_length=1, description="how people write the brand name")
    prescription_only: Flag = Field(description="whether it may not be advertised to the public")


class Template(Entry):
    """An approved reply with named blanks only (templates.yaml)."""

    title: Words = Field(description="what the moderator chooses by")
    public: Flag = Field(description="whether it is answered in the open")
    text: Words = Field(description="the text; a blank is written {{ first_name }}")


class Reference(Entry):
    """A contact of a regulator or of help, as data with a validity (reference.yaml)."""

    kind: Literal["reporting", "crisis", "other", "locked"] = Field(
        description="what the contact is for; `locked`: a phrase nobody may change"
    )
    text: Words = Field(description="what the blank is filled with")
    checked: Day = Field(description="when somebody last looked whether it is right")
    valid_until: Day | None = Field(
        None, description="last day on which it may be given; after it the blank stays open"
    )
    says: Literal["escalated", "told-quality", "hidden"] | None = Field(
        None, description="what a phrase says was done; a reply with it waits until that is so"
    )
    outdated: list[Text] = Field(default=[], description="older wordings no reply may contain")


class Phrases(Item):
    """Wordings; `hoofdpijn*` begins a word, `mijn/m'n` are alternatives, `~` is up to three words."""

    nl: list[Phrase] | None = Field(None, min_length=1, description="in Dutch")
    en: list[Phrase] | None = Field(None, min_length=1, description="in English")


class Term(Entry):
    """What people of this community say, beside the words the program knows (lexicon.yaml)."""

    mark: AMark = Field(description="what it is evidence for")
    category: ACategory | None = Field(None, description="what a comment with it is about")
    phrases: Phrases = Field(description="how people write it")
