"""Times as a person types them: of the zone of the desk's protocol where they name none."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import click

from webcare_desk.cli.show import F
from webcare_desk.cli.terminal import Terminal
from webcare_desk.errors import WebcareError

_FIRST_YEAR, _LAST_YEAR = 1900, 2200
#: Under which a command keeps the zone that it took.
_ZONE = "webcare_desk.zone"


class Moment(click.ParamType[int]):
    """A date or a time, of the protocol's zone where it names none; in UTC microseconds.

    Which zone was taken is told. A year of before 1900 or after 2200 is one mistyped: no desk has
    anything of then.
    """

    name = "moment"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Return the moment."""
        try:
            said = datetime.fromisoformat(str(value))
            found = (said if said.tzinfo else said.replace(tzinfo=_zone(ctx))).astimezone()
        except (ValueError, OverflowError, OSError):
            found = None
        if found is None:
            self.fail(f"“{value}” is no moment such as 2026-03-29 or 2026-03-29T02:30.", param, ctx)
        if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
            self.fail(f"“{value}” is not between {_FIRST_YEAR} and {_LAST_YEAR}.", param, ctx)
        return int(found.timestamp() * 1_000_000)


class Until(Moment):
    """Until when something lasts: a date alone means the end of that day, as in the window."""

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Return the last moment."""
        begin = super().convert(value, param, ctx)
        try:
            next_day = date.fromisoformat(str(value)) + timedelta(days=1)
        except ValueError:
            return begin  # it names a time
        return super().convert(next_day.isoformat(), param, ctx) - 1


def moment_option(
    name: str,
    words: str,
    *,
    target: str | None = None,
    kind: Moment | None = None,
    required: bool = False,
) -> Callable[[F], F]:
    """Give a command a moment; its help says by which zone it goes."""
    names = (name,) if target is None else (name, target)
    said = f"{words} Without a zone: of the protocol's."
    return click.option(*names, type=kind or Moment(), required=required, help=said)


def _zone(ctx: click.Context | None) -> ZoneInfo | None:
    """Return the zone of the desk's protocol and say that it is taken; None is this machine's."""
    if ctx is None:
        return None
    told = ctx.find_root().meta
    if _ZONE not in told:
        told[_ZONE] = name = _zone_of_protocol(ctx)
        taken = f"{name}, the protocol's" if name else "this machine: no protocol names one"
        click.echo(f"Times without a zone are of {taken}.", err=True)
    return ZoneInfo(told[_ZONE]) if told[_ZONE] else None


def _zone_of_protocol(ctx: click.Context) -> str:
    from webcare_desk.cli.screening.text import protocol_in_force  # loads YAML

    terminal = ctx.find_object(Terminal)
    with suppress(WebcareError):  # what keeps the desk shut the command itself will say
        return "" if terminal is None else protocol_in_force(terminal).protocol.openings.zone
    return ""
