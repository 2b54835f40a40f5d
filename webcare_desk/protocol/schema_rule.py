"""Rules and their conditions, as rules.yaml has them."""

from typing import Literal, Self

from pydantic import Field, model_validator

from webcare_desk.protocol.example import AnExample
from webcare_desk.protocol.fields import (
    ACategory,
    AContext,
    ALanguage,
    AMark,
    AnAddressee,
    AnAudience,
    AnOffice,
    AnOwnership,
    APeriod,
    AQueue,
    Count,
    Flag,
    Ident,
    Text,
    refuse,
)
from webcare_desk.protocol.schema_item import Entry, Item, Words


class FindingTest(Item):
    """Holds when one finding of the comment fits every key that is given."""

    category: list[ACategory] | None = Field(None, min_length=1, description="one of these")
    concept: list[Text] | None = Field(None, min_length=1, description="one of these")
    mark: list[AMark] | None = Field(None, min_length=1, description="evidence for one of these")
    within: list[AContext] | None = Field(None, min_length=1, description="in all these contexts")
    without: list[AContext] | None = Field(None, min_length=1, description="in none of these")
    apart: Flag | None = Field(
        None,
        description="within no other finding of its mark, as `my` is within `my mother`",
        # So that versions from before this key keep the digest that the log names.
        exclude_if=lambda value: value is None,
    )

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not self.model_fields_set:
            message = "add what the finding must be, such as category"
            raise refuse(message)
        return self


class ModelTest(Item):
    """Holds when the model beside the lexicon flags the comment, on every key that is given."""

    tier: Literal["check", "strong"] | None = Field(
        None, description="at least this urgent; `check` without it"
    )
    category: list[ACategory] | None = Field(None, min_length=1, description="for one of these")


class Condition(Item):
    """One condition: exactly one of these keys."""

    any: list["Condition"] | None = Field(None, min_length=1, description="one part holds")
    all: list["Condition"] | None = Field(None, min_length=1, description="every part holds")
    not_: "Condition | None" = Field(None, alias="not", description="the part does not hold")
    finding: FindingTest | None = Field(None, description="a finding like this is there")
    model: ModelTest | None = Field(None, description="the model flags the comment")
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
    answers: list[AnAddressee] | None = Field(
        None, min_length=1, description="answers the desk, its own author, or somebody else"
    )
    channel: list[Ident] | None = Field(None, min_length=1, description="came in on one of these")
    ownership: list[AnOwnership] | None = Field(
        None, min_length=1, description="the channel is owned, paid, or somebody else's"
    )
    audience: list[AnAudience] | None = Field(
        None, min_length=1, description="who writes, as far as the findings tell"
    )
    time: AnOffice | None = Field(
        None, description="posted while the office was open, or while it was closed"
    )
    period: list[APeriod] | None = Field(
        None, min_length=1, description="posted before, during or after the days of monitoring"
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
    priority: Count | None = Field(
        None, le=9, description="1 to 9: among rules of one category the highest wins; 5 without it"
    )
    queue: AQueue = Field(description="where it is then put")
    sla: Ident | None = Field(None, description="how fast it must be answered")
    plan: Ident | None = Field(None, description="the escalation plan")
    templates: list[Ident] = Field(description="the replies on offer")
    why: Words = Field(description="the reason, as the moderator reads it")
    examples: Examples = Field(description="texts that match and texts that do not")
