"""`source hours`: coverage hour by hour, with who was on duty."""

import click

from webcare_desk.cli.moments import moment_option
from webcare_desk.cli.period import in_order
from webcare_desk.cli.show import json_option, say_json, say_table, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.coverage import HourState
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.spans import DAY, HOUR
from webcare_desk.errors import UsageError

_MOST = 367 * DAY


@click.command()
@moment_option("--since", "From this moment; else the last 24 hours.")
@moment_option("--until", "Up to this moment; else until now.")
@json_option
@pass_terminal
@click.pass_context
def hours(
    ctx: click.Context, terminal: Terminal, since: int | None, until: int | None, *, as_json: bool
) -> None:
    """Show each hour of each source: what was read, and who was on duty; nights and weekends too.

    The exit code is 1 while a gap is not explained.
    """
    from webcare_desk import oversight

    with terminal.reading(Right.SESSION) as app:
        now = app.desk.clock()
        last = now if until is None else until
        begin, end = in_order(last - DAY if since is None else since, last)
        begin -= begin % HOUR
        if end - begin > _MOST:
            msg = "Each hour is a line: ask for a year at most, with --since and --until."
            raise UsageError(msg)
        names = oversight.watched(app.desk.read, (each.name for each in app.settings.sources))
        found = oversight.cover_hours(app.desk.read, names, begin, end, now)
        people = {each.id: each.name for each in app.desk.read.moderators()}
    if as_json:
        say_json(found)
    else:
        header = ("hour", "source", "state", "polls", "read", "new or changed", "on duty")
        say_table(
            header,
            (
                (
                    when(each.begins_at),
                    each.source,
                    each.state.value,
                    each.polls,
                    each.seen,
                    each.added,
                    ", ".join(people.get(name, name) for name in each.on_duty),
                )
                for each in found
            ),
        )
    ctx.exit(int(any(each.state is HourState.GAP for each in found)))
