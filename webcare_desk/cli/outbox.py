"""`outbox`: what is to leave the desk, what became of it, and one round of sending."""

from typing import TYPE_CHECKING

import click

from webcare_desk import actions
from webcare_desk.cli.held import why_held
from webcare_desk.cli.kinds import NUMBER, Member
from webcare_desk.cli.made_up import why_made_up
from webcare_desk.cli.pv_way import why_new_way
from webcare_desk.cli.show import gist, json_option, say, say_json, say_table, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.inbox import NEVER
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reply import Delivery, DeliveryState, waits_for_hide
from webcare_desk.errors import UsageError

if TYPE_CHECKING:
    from webcare_desk.app import App

_OPEN = (
    DeliveryState.UNCERTAIN,
    DeliveryState.FAILED,
    DeliveryState.HELD,
    DeliveryState.SENDING,
    DeliveryState.SENT,
)
#: So many of a state are shown, the newest.
_MOST = 500


@click.group()
def outbox() -> None:
    """See what is to leave the desk, and send it."""


@outbox.command("list")
@click.option("--state", type=Member(DeliveryState), help="Only these; else all that is not over.")
@json_option
@pass_terminal
def list_deliveries(terminal: Terminal, state: DeliveryState | None, *, as_json: bool) -> None:
    """List deliveries: replies, hides, deletions, packets to PV and complaints to quality."""
    with terminal.reading() as app:
        states = _OPEN if state is None else (state,)
        found = [app.desk.read.deliveries_in(kind) for kind in states]
    if as_json:
        say_json([each for some in found for each in some])
        return
    _show([each for some in found for each in some[-_MOST:]])
    for kind, some in zip(states, found, strict=True):
        if (more := len(some) - _MOST) > 0:
            say(f"{more} more that are {kind.value}, the oldest, are not shown; `--json` has all.")


def _show(found: list[Delivery]) -> None:
    say_table(
        ("delivery", "what", "comment", "state", "problem", "next try", "text, or where to"),
        (
            (
                each.id,
                each.kind.value,
                each.comment,
                each.state.value,
                each.problem,
                when(None if each.not_before == NEVER else each.not_before),
                gist(each),
            )
            for each in found
        ),
    )


def _require(app: "App", number: int) -> None:
    if app.desk.read.delivery(number) is None:
        msg = f"There is no delivery {number}."
        raise UsageError(msg)


@outbox.command()
@click.argument("number", type=NUMBER)
@pass_terminal
def cancel(terminal: Terminal, number: int) -> None:
    """Call delivery NUMBER back, as long as it is held."""
    with terminal.acting(Right.REPLY) as (app, actor):
        _require(app, number)
        app.desk.perform(actions.CancelDelivery(number), actor)
        say(f"Delivery {number} does not leave.")


@outbox.command("now")
@click.argument("number", type=NUMBER)
@pass_terminal
def send_now(terminal: Terminal, number: int) -> None:
    """Let delivery NUMBER leave at once; `outbox send` or an open window sends it.

    One that is uncertain is looked for on its platform before a minute is over; a reply that may
    say that its comment is hidden waits for that.
    """
    with terminal.acting(Right.REPLY) as (app, actor):
        _require(app, number)
        found = app.desk.perform(actions.SendNow(number), actor)
        if _is_behind(app, found):
            say(f"Delivery {number} waits until the comment is hidden.")
        elif found.state is DeliveryState.UNCERTAIN and not found.kind.is_mail:
            say(f"Delivery {number} is looked for in a minute; nothing is sent before that.")
        else:
            say(f"Delivery {number} leaves with the next round.")


@outbox.command()
@click.argument("number", type=NUMBER)
@pass_terminal
def retry(terminal: Terminal, number: int) -> None:
    """Let delivery NUMBER, which failed, try again."""
    from webcare_desk import retrying

    with terminal.acting(Right.REPLY) as (app, actor):
        found = retrying.retry(app.desk, lambda: app.protocol, number, actor)
        if _is_behind(app, found):
            say(f"Delivery {number} waits until the comment is hidden.")
        else:
            say(f"Delivery {number} is tried again with the next round.")


def _is_behind(app: "App", delivery: Delivery) -> bool:
    return waits_for_hide(delivery, app.desk.read.deliveries_of(delivery.comment))


@outbox.command()
@json_option
@pass_terminal
@click.pass_context
def send(ctx: click.Context, terminal: Terminal, *, as_json: bool) -> None:
    """Send what is due to platforms, PV and quality, and read it back: one round.

    It takes the right to escalate, as everybody has who works on comments.
    The exit code is 1 while a packet or a complaint cannot leave, or if anything of this round
    has a problem. A desk that was put back from a backup sends nothing until that is confirmed:
    1 too.
    """
    from webcare_desk import rounds

    with terminal.acting(Right.ESCALATE) as (app, _):
        moved, error = rounds.work_once(app)
        why, stuck = why_held(app), _stuck(app)
        told = (why_new_way(app), why_made_up(app)) if moved else ()
    if as_json:
        say_json(moved)
    else:
        _show(moved)
        for sentence in filter(None, told):
            say(sentence)
    if error is not None:
        raise error
    if why:
        click.echo(why, err=True)
    for each in stuck:
        late = f"The {each.kind.value} of comment {each.comment} has not left: {each.problem}."
        click.echo(f"{late} It is delivery {each.id}.", err=True)
    ctx.exit(int(bool(why or stuck or any(each.problem for each in moved))))


def _stuck(app: "App") -> list[Delivery]:
    """Return the mails to PV and to quality that did not leave, also those of earlier rounds."""
    waiting = (state for state in _OPEN if state is not DeliveryState.SENT)
    found = (each for state in waiting for each in app.desk.read.deliveries_in(state))
    return [each for each in found if each.kind.is_mail and each.problem is not None]
