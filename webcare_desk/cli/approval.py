"""`approval`: what takes two persons, and the second one's answer."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from webcare_desk import actions
from webcare_desk.actions.approve import is_asker_closed
from webcare_desk.cli.kinds import NUMBER
from webcare_desk.cli.login import to_sign
from webcare_desk.cli.show import ALL, json_option, plain, say, say_json, say_table, when
from webcare_desk.cli.sign_here import as_signed, say_signed, signatures
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.cli.why import reason_option
from webcare_desk.domain.approval import Request, RequestState, has_run_out
from webcare_desk.domain.moderator import Actor, Right, is_followed, rights_of
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.signature import signature_block
from webcare_desk.errors import UsageError

if TYPE_CHECKING:
    from webcare_desk.app import App


@click.group()
def approval() -> None:
    """See what waits for a second person, and decide."""


@approval.command("list")
@click.option("--all", "is_all", is_flag=True, help="Also what was decided or used.")
@json_option
@pass_terminal
def list_requests(terminal: Terminal, *, is_all: bool, as_json: bool) -> None:
    """List the requests, the newest first."""
    with terminal.reading(Right.SESSION) as app:
        found, at = app.desk.read.requests(is_open=not is_all, limit=ALL), app.desk.clock()
        names = {each.id: each.name for each in app.desk.read.moderators()}
    if as_json:
        say_json(found)
        return
    rows = (
        (
            each.id,
            each.wanted.kind.value,
            _state(each, at),
            names.get(each.asked_by, each.asked_by),
            when(each.asked_at),
            names.get(each.decided_by or "", ""),
            each.reason,
        )
        for each in found
    )
    say_table(("request", "what", "state", "asked by", "at", "decided by", "reason"), rows)


@approval.command()
@click.argument("request", type=NUMBER)
@json_option
@pass_terminal
def show(terminal: Terminal, request: int, *, as_json: bool) -> None:
    """Show REQUEST: exactly what would be done, and the signatures under it."""
    with terminal.looking(Right.SESSION) as (app, actor):
        found = _request(app, request)
        signed, at = signatures(app.desk.read, found.asking, found.approving), app.desk.clock()
        told = _told(app, actor, found)
        is_closed = is_asker_closed(app.desk.read, found)
    if as_json:
        say_json(as_signed({"request": found}, signed))
        return
    say(f"Request {found.id}: {found.wanted.kind.value}, {_state(found, at)}.")
    if is_closed:
        say("The account that asked is closed.")
    say(f"Reason: {plain(found.reason) or '–'}")
    if found.used_at is not None:
        say(f"Used: {when(found.used_at)}")
    _say_told(told)
    say(f"Exactly what is signed: {plain(found.wanted.payload)}")
    say_signed(signed)


def _told(app: "App", actor: Actor | None, request: Request) -> list[str]:
    """Return in words what a request changes, with quotes for whoever reads comments."""
    from webcare_desk.asked_version import version_changes
    from webcare_desk.reports.asked import changes

    stands = request.state in {RequestState.WAITING, RequestState.APPROVED}
    may_read = (
        actor is not None and Right.READ in rights_of(actor.role) and not is_followed(actor.role)
    )
    told = changes(app.desk.read, request.wanted, stands=stands, may_read=may_read)
    return [*told, *version_changes(app, request)]


def _say_told(lines: Iterable[str]) -> None:
    """Print what a request changes, a line each."""
    for line in lines:
        say(f"  {plain(line)}")


def _state(request: Request, at: int) -> str:
    """Return how far a request has come; one that ran out is of no use, approved or not."""
    return "expired" if has_run_out(request, at) else request.state.value


def _request(app: "App", request: int) -> Request:
    found = app.desk.read.request(request)
    if found is None:
        msg = f"There is no request {request} on this desk."
        raise UsageError(msg)
    return found


@approval.command()
@click.argument("request", type=NUMBER)
@pass_terminal
def approve(terminal: Terminal, request: int) -> None:
    """Sign REQUEST of somebody else, so that it may be done.

    On standard input the password comes twice: to log in, and to sign.
    """
    from webcare_desk import signing_off

    with terminal.acting(Right.APPROVE) as (app, actor):
        found = _request(app, request)
        say(f"You sign: {found.wanted.kind.value}")
        _say_told(_told(app, actor, found))
        say(f"Exactly: {plain(found.wanted.payload)}")
        login, password = to_sign(app, actor)
        made = signing_off.approve(app.desk, actor, password, request, login=login)
        say("\n".join(map(plain, signature_block(made))))
        say(f"Request {request} is approved; what it asks for can be done once.")


@approval.command()
@click.argument("request", type=NUMBER)
@reason_option(actions.Decline)
@pass_terminal
def decline(terminal: Terminal, request: int, reason: Reason, because: str) -> None:
    """Say no to REQUEST of somebody else."""
    with terminal.acting(Right.APPROVE) as (app, actor):
        app.desk.perform(actions.Decline(request, reason, because), actor)
        say(f"Request {request} is declined.")


@approval.command()
@click.argument("request", type=NUMBER)
@pass_terminal
def withdraw(terminal: Terminal, request: int) -> None:
    """Take back REQUEST, which you asked for yourself."""
    with terminal.acting(Right.SIGN) as (app, actor):
        app.desk.perform(actions.Withdraw(request), actor)
        say(f"Request {request} is withdrawn.")
