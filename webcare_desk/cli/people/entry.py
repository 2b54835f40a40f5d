"""`people alerts`, `sessions`, `code` and `rules`: who enters, and by which rules."""

import sys
from typing import TYPE_CHECKING

import click

from webcare_desk import actions
from webcare_desk.cli.asking import asked
from webcare_desk.cli.kinds import NUMBER, Whole, WholeOrNone
from webcare_desk.cli.login import line_of_input, moderator_of
from webcare_desk.cli.show import json_option, say, say_json, say_table, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.approval import code_drop
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import UsageError

if TYPE_CHECKING:
    from webcare_desk.app import App


@click.command()
@click.option("--seen", type=NUMBER, help="Say that you have looked at this one.")
@json_option
@pass_terminal
@click.pass_context
def alerts(ctx: click.Context, terminal: Terminal, seen: int | None, *, as_json: bool) -> None:
    """List wrong tries to enter; one that nobody has looked at is a finding."""
    with (terminal.looking if seen is None else terminal.acting)(Right.GUARD) as (app, actor):
        if seen is not None and actor is not None:
            app.desk.perform(actions.SeeAlert(seen), actor)
        found = [each for each in app.desk.read.alerts() if each.is_open or each.seen_at]
        names = _names(app)
    if as_json:
        say_json(found)
    else:
        header = ("number", "what", "account", "tries", "last", "seen by")
        rows = [
            (
                each.id,
                each.kind,
                names.get(each.moderator or ""),
                each.tries,
                when(each.last_at),
                names.get(each.seen_by or ""),
            )
            for each in found
        ]
        say_table(header, rows)
    ctx.exit(int(any(each.is_open for each in found)))


@click.command()
@click.option("--end", help="End this session; its number stands in the list.")
@json_option
@pass_terminal
def sessions(terminal: Terminal, end: str | None, *, as_json: bool) -> None:
    """List who is logged in, and end a session that somebody left open."""
    with (terminal.looking if end is None else terminal.acting)(Right.GUARD) as (app, actor):
        if end is not None and actor is not None:
            app.desk.perform(actions.EndSession(end), actor)
        mine = "" if actor is None else actor.session
        found = [each for each in app.desk.read.open_sessions() if each.actor.session != mine]
        names = _names(app)
    if as_json:
        say_json(found)
        return
    rows = [
        (
            names.get(each.actor.moderator),
            each.actor.role,
            when(each.began_at),
            when(each.locked_at),
            each.actor.session,
        )
        for each in found
    ]
    say_table(("login", "role", "since", "locked since", "session"), rows)


@click.command()
@click.argument("login", required=False)
@click.option(
    "--drop", is_flag=True, help="Ask for no code any more, at your own account or LOGIN."
)
@click.option("--ask", metavar="WORDS", help="With --drop: ask for a second person, and say why.")
@pass_terminal
def code(terminal: Terminal, login: str | None, *, drop: bool, ask: str | None) -> None:
    """Ask for a code at log-in from now on (TOTP), or drop the codes of an account.

    It shows a link for an authenticator program, and asks for the first code. Where no
    administrator can enter, two who can approve drop the codes of LOGIN: ask first, then do it.
    """
    with terminal.acting(Right.SESSION if login is None else Right.APPROVE) as (app, actor):
        from webcare_desk import people
        from webcare_desk.vault import totp

        whose = actor.moderator if login is None else moderator_of(app, login).id
        if ask is not None:
            if login is None or not drop:
                msg = "--ask goes with --drop and the login of somebody else."
                raise UsageError(msg)
            asked(app, actor, code_drop(moderator_of(app, login)), ask)
            return
        if drop:
            people.drop_code(app.desk, terminal.secrets, whose, actor)
            say("The account asks for no code any more.")
            return
        if whose != actor.moderator:
            msg = "Everybody enrols for himself; --drop is what an administrator can do, or two who can approve."
            raise UsageError(msg)
        own, key = app.desk.read.moderator(whose), totp.new_key()
        say(totp.link(key, "" if own is None else own.login, app.protocol.id).reveal())
        say(f"Or type this key by hand: {key.reveal()}")
        people.enrol(app.desk, terminal.secrets, key, _first_code(), actor)
        say("From now on your account asks for a code.")


def _first_code() -> str:
    if sys.stdin.isatty():
        return str(click.prompt("The first code", err=True))
    given = line_of_input()
    if given is None:
        msg = "Give the first code that the authenticator shows."
        raise UsageError(msg)
    return given.reveal()


@click.command()
@click.option("--idle", type=Whole(1, 240), help="Minutes until a window locks by itself.")
@click.option(
    "--password-days", type=WholeOrNone(30, 3650), help="How old passwords may grow; 0: any age."
)
@json_option
@pass_terminal
def rules(
    terminal: Terminal, idle: int | None, password_days: int | None, *, as_json: bool
) -> None:
    """Show the rules for people; an administrator sets those for entering."""
    changing = idle is not None or password_days is not None
    right = Right.ADMINISTER if changing else Right.SESSION
    with (terminal.acting if changing else terminal.looking)(right) as (app, actor):
        found = app.desk.read.policy()
        if changing and actor is not None:
            act = actions.SetEntryRules(
                found.idle_minutes if idle is None else idle,
                found.password_days if password_days is None else password_days,
            )
            app.desk.perform(act, actor)
            found = app.desk.read.policy()
    if as_json:
        say_json(found)
        return
    days = found.password_days
    ages = f"is too old after {days} days" if days else "never grows too old"
    gate = "need a certificate" if found.training_gate else "need none"
    say(f"A window locks after {found.idle_minutes} minutes without a key or a mouse.")
    say(f"A password {ages}.")
    say(f"Replying and closing {gate}; escalating never does.")
    say(
        f"The test asks {found.questions} questions; {found.pass_percent} % right earns "
        f"a certificate for {found.certificate_days} days."
    )


def _names(app: "App") -> dict[str, str]:
    return {person.id: person.login for person in app.desk.read.moderators()}


COMMANDS = (alerts, sessions, code, rules)
