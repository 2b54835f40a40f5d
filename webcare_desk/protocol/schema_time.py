"""Response times and office hours, as sla.yaml has them."""

from itertools import pairwise
from typing import Literal, Self

from pydantic import Field, model_validator

from webcare_desk.protocol.fields import (
    Count,
    Holidays,
    Ident,
    Opening,
    Zone,
    opening_minutes,
    refuse,
)
from webcare_desk.protocol.schema_item import Entry, Item


class ChannelTime(Item):
    """A response time on one channel."""

    channel: Ident = Field(description="the channel")
    minutes: Count | None = Field(None, description="so many minutes, or")
    hours: Count | None = Field(None, description="so many hours, or")
    days: Count | None = Field(None, description="so many whole days after the day itself")
    time: Literal["business", "wall-clock", "calendar"] = Field(description="as for the rest")

    @model_validator(mode="after")
    def _one(self) -> Self:
        refuse_lengths(self)
        return self


class Sla(Entry):
    """A response time (sla.yaml): minutes, hours or days; a channel may have another one."""

    minutes: Count | None = Field(None, description="so many minutes, or")
    hours: Count | None = Field(None, description="so many hours, or")
    days: Count | None = Field(
        None, description="so many whole days after the day itself, until their last has ended"
    )
    time: Literal["business", "wall-clock", "calendar"] = Field(
        description="open time alone; every minute; or days, those on which it is closed too"
    )
    channels: list["ChannelTime"] = Field(default=[], description="what a channel has instead")

    @model_validator(mode="after")
    def _one(self) -> Self:
        refuse_lengths(self)
        return self


def refuse_lengths(item: ChannelTime | Sla) -> None:
    """Raise unless `item` has one length, that fits its kind of time."""
    if sum(value is not None for value in (item.minutes, item.hours, item.days)) != 1:
        message = "give either minutes or hours or days"
        raise refuse(message)
    if item.days is None and item.time == "calendar":
        message = "give days, calendar time counts nothing shorter"
        raise refuse(message)
    if item.days is not None and item.time == "wall-clock":
        message = "write business or calendar, wall-clock time counts hours"
        raise refuse(message)


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


class ChannelHours(Entry, Hours):
    """Office hours of one channel (sla.yaml); `id` is the channel's."""
