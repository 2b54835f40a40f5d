"""Escalation plans, as plans.yaml has them."""

from typing import Self

from pydantic import Field, model_validator

from webcare_desk.protocol.fields import AReason, ARole, Count, Ident, refuse
from webcare_desk.protocol.schema_item import Entry, Item, Words


class Step(Item):
    """A step of a plan. Hours are wall-clock hours since somebody first saw the comment."""

    id: Ident = Field(description="the step's id")
    owner: ARole = Field(description="who does it")
    deputy: ARole = Field(description="who takes over")
    deputy_after: Count | None = Field(
        None, description="hours after which the deputy takes over; without it, `hours`"
    )
    hours: Count = Field(description="hours after which it is late")
    title: Words = Field(description="what is to be done")
    evidence: list[Words] = Field(
        default=[], description="what should be there when it is done: shown, not checked"
    )
    reasons: list[AReason] = Field(
        default=[],
        description="reasons with which it may end here, named in the log with who gave it",
    )

    @model_validator(mode="after")
    def _two(self) -> Self:
        if self.owner == self.deputy:
            message = "name another deputy than the owner"
            raise refuse(message)
        if self.deputy_after is not None and self.deputy_after > self.hours:
            message = "let the deputy take over no later than the step is due"
            raise refuse(message)
        return self


class Unanswered(Item):
    """What happens when a step is late and nobody acts: it goes round, and never rests."""

    owner: ARole = Field(description="who gets it first")
    hours: Count = Field(
        description="hours after which it goes on: to this owner, the step's own, the deputy, again"
    )


class Plan(Entry):
    """An escalation plan (plans.yaml): the last owner acknowledges."""

    steps: list[Step] = Field(min_length=2, description="in order")
    out_of_hours: ARole | None = Field(
        None, description="who has a step in time while the office is closed; without it, its owner"
    )
    nobody_acts: Unanswered | None = Field(
        None, description="without it, a day later to the deputy of the last step, and so on"
    )
