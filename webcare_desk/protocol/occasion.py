"""What a comment's circumstances are in the terms of a protocol's conditions. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from webcare_desk.domain.occasion import Addressee, Circumstances, Office, Period
from webcare_desk.domain.sla import is_open, local_date
from webcare_desk.protocol.model import (
    Answers,
    CameIn,
    Channel,
    ChannelIs,
    Condition,
    IsReply,
    Outer,
    PostedIn,
    PostedWhile,
    Protocol,
    leaves,
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where, to whom and when a comment was written; what is None fits no condition."""

    channel: Channel | None = None
    to: Addressee | None = None
    office: Office | None = None
    period: Period | None = None

    def fits(self, when: Outer) -> bool:
        """Say whether a condition holds on this occasion; what is not known fits none."""
        match when:
            case Answers(to):
                fits = self.to in to
            case CameIn(channels):
                fits = self.channel is not None and self.channel.id in channels
            case ChannelIs(ownership):
                fits = self.channel is not None and self.channel.ownership in ownership
            case PostedWhile(office):
                fits = self.office is office
            case PostedIn(periods):
                fits = self.period in periods
        return fits


#: Nothing is known but the text, as for what somebody types to try a rule.
NOWHERE = Occasion()


def occasion_of(protocol: Protocol, told: Circumstances) -> Occasion:
    """Return what `protocol` makes of what a platform tells."""
    channel = protocol.channel_of(told.source)
    if told.posted_at is None:
        return Occasion(channel, told.to)
    return Occasion(
        channel=channel,
        to=told.to,
        office=_office(protocol, channel, told.posted_at) if protocol.asks_time else None,
        period=_period(protocol, told.posted_at),
    )


def _office(protocol: Protocol, channel: Channel | None, at: int) -> Office:
    table = protocol.timetable_of(None if channel is None else channel.id)
    return Office.OPEN if is_open(at, table) else Office.CLOSED


def _period(protocol: Protocol, at: int) -> Period:
    day = local_date(at, protocol.openings.zone)
    if day < protocol.starts:
        return Period.BEFORE
    return Period.DURING if day <= protocol.ends else Period.AFTER


def occasions(when: Condition, channels: tuple[Channel, ...]) -> Iterator[tuple[bool, Occasion]]:
    """Yield every position and occasion on which `when` may hold or not; most ask for none.

    What `when` does not ask stays unknown, so that there are few.
    """
    asked = {type(leaf) for leaf in leaves(when)}
    replies = (False, True) if asked & {IsReply, Answers} else (False,)
    for reply, channel, to, office, period in product(
        replies,
        (None, *channels) if asked & {CameIn, ChannelIs} else (None,),
        (None, *Addressee) if Answers in asked else (None,),
        Office if PostedWhile in asked else (None,),
        Period if PostedIn in asked else (None,),
    ):
        if reply or to is None:
            yield reply, Occasion(channel, to, office, period)
