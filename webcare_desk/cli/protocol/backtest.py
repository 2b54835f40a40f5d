"""`protocol backtest`: what another version would say of the comments that are on the desk."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from webcare_desk.cli.protocol.read import loaded, root_option
from webcare_desk.cli.show import json_option, plain, say, say_json, shortened
from webcare_desk.cli.terminal import Terminal, pass_terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from webcare_desk.backtest import Met, Progress
    from webcare_desk.domain.backtest import Verdict

#: So few comments need no process of their own.
_FEW = 2_000
#: What stands here of a comment is to know it by: who reads it whole does so where that is recorded.
_LINE = 110


@click.command()
@click.argument("new")
@root_option
@json_option
@pass_terminal
@click.pass_context
def backtest(
    ctx: click.Context, terminal: Terminal, new: str, root: Path | None, *, as_json: bool
) -> None:
    """Replay the comments of the desk through the pack NEW: what is classified differently.

    Nothing is changed. Ctrl+C ends it and says how far it came. A comment that
    PV would have to hear of and did not is marked with !, the other way round with -.
    """
    from webcare_desk.backtest import backtest as replayed

    protocol = loaded(terminal, new, root)
    with terminal.reading() as app:
        comments = sum(count.count for count in app.desk.read.queue_counts())
        processes = 0 if comments <= _FEW else min(2, os.cpu_count() or 1)
        steps = replayed(app.desk.read, protocol, *app.screens, processes=processes)
        outcome = _followed(steps, comments, is_quiet=as_json)
    outcome.tell(as_json=as_json)
    ctx.exit(int(outcome.is_stopped or bool(outcome.found)))


class _Outcome:
    """What was found so far."""

    def __init__(self, of: int) -> None:
        self.found: list[Met] = []
        self.read, self.of = 0, of
        self.is_stopped = False

    def take(self, step: "Progress") -> None:
        self.found += step.found
        self.read, self.of = step.read, step.of

    def tell(self, *, as_json: bool) -> None:
        if as_json:
            shown = [
                {
                    "comment": each.changed.comment,
                    "old": each.changed.old,
                    "new": each.changed.new,
                    "rules": each.changed.rules,
                    "newly_found": each.changed.is_found,
                    "lost": each.changed.is_lost,
                    "new_crisis": each.changed.is_new_crisis,
                    "lost_crisis": each.changed.is_lost_crisis,
                    "text": shortened(each.text, _LINE),
                }
                for each in self.found
            ]
            say_json(
                {"read": self.read, "of": self.of, "stopped": self.is_stopped, "changed": shown}
            )
            return
        if self.is_stopped:
            say(f"Stopped: {self.read} of {self.of} comments were read; nothing was changed.")
        met = [each.changed for each in self.found]
        say(
            f"{self.read} comments read, {len(met)} classified differently. "
            f"Crises: {sum(one.is_new_crisis for one in met)} found, "
            f"{sum(one.is_lost_crisis for one in met)} lost. "
            f"To look at and not before: {sum(one.is_found for one in met)}; "
            f"less grave than before: {sum(one.is_lost for one in met)}."
        )


def _followed(steps: "Iterator[Progress]", of: int, *, is_quiet: bool) -> _Outcome:
    outcome = _Outcome(of)
    try:
        for step in steps:
            outcome.take(step)
            if not is_quiet:
                for each in step.found:
                    _tell(each)
            if sys.stderr.isatty():
                click.echo(f"\r{step.read} of {step.of} comments", nl=False, err=True)
    except KeyboardInterrupt:
        outcome.is_stopped = True
    if sys.stderr.isatty():
        click.echo(err=True)
    return outcome


def _tell(each: "Met") -> None:
    changed = each.changed
    mark = "!" if changed.is_found else "-" if changed.is_lost else " "
    say(f"{mark} {changed.comment}: {_said(changed.old)} → {_said(changed.new)}")
    say(f"    {plain(shortened(each.text, _LINE))}")


def _said(said: "Verdict") -> str:
    return f"{said.category.value}, {said.tier.name.lower()}, {said.queue.value}"
