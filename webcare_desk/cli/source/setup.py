"""`source add`, `change`, `remove` and `test`: what an administrator does in the window."""

from typing import TYPE_CHECKING

import click

from webcare_desk.cli.kinds import Member
from webcare_desk.cli.login import new_secret
from webcare_desk.cli.show import plain, say
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import ConnectorError, SecretError
from webcare_desk.settings import SourceKind

if TYPE_CHECKING:
    from webcare_desk.connectors.base import Trial

_NEXT = "A window that is open reads by it within a minute."


@click.command()
@click.argument("name")
@click.option("--kind", type=Member(SourceKind), required=True, help="Which connector reads it.")
@click.option("--url", required=True, help="The address of the site, with https://.")
@click.option("--user", default="", help="The account of the desk there.")
@pass_terminal
def add(terminal: Terminal, name: str, kind: SourceKind, url: str, user: str) -> None:
    """Put the source NAME into desk.toml, and its password into the keyring.

    On standard input your own password comes first, that of the source in the next line.
    """
    from webcare_desk import setting_up

    with terminal.acting(Right.CONFIGURE) as (app, actor):
        others = [each.name for each in setting_up.sources_of(app)]
        source = setting_up.checked(name, kind.value, url, user, others)
        earlier = setting_up.earlier_address(app, source)
        setting_up.add_source(app, source, new_secret(f"Password of {name}"), actor)
    _tell_earlier(name, earlier)
    say(f"The source {plain(name)} is in desk.toml. {_NEXT}")


@click.command()
@click.argument("name")
@click.option("--kind", type=Member(SourceKind), help="Which connector reads it.")
@click.option("--url", help="The address of the site, with https://.")
@click.option("--user", help="The account of the desk there.")
@click.option("--password", "is_renewed", is_flag=True, help="Give another password too.")
@pass_terminal
def change(  # noqa: PLR0913 - the options of the command
    terminal: Terminal,
    name: str,
    kind: SourceKind | None,
    url: str | None,
    user: str | None,
    *,
    is_renewed: bool,
) -> None:
    """Change what desk.toml says of the source NAME; what is not named stays.

    Another address or user takes the password anew: the one that is kept goes to nobody else.
    """
    from webcare_desk import setting_up

    with terminal.acting(Right.CONFIGURE) as (app, actor):
        before = setting_up.named(app, name)
        said = (before.url if url is None else url, before.user if user is None else user)
        source = setting_up.checked(name, (kind or before.kind).value, *said, ())
        earlier = setting_up.earlier_address(app, source)
        asks = is_renewed or setting_up.takes_password(before, source)
        secret = new_secret(f"Password of {name}") if asks else None
        setting_up.change_source(app, before, source, secret, actor)
    _tell_earlier(name, earlier)
    say(f"The source {plain(name)} is changed in desk.toml. {_NEXT}")


def _tell_earlier(name: str, earlier: str) -> None:
    if earlier:
        click.echo(
            f"“{plain(name)}” was read at {plain(earlier)} before: if its comments are others, "
            "remove it and take another name.",
            err=True,
        )


@click.command()
@click.argument("name")
@pass_terminal
def remove(terminal: Terminal, name: str) -> None:
    """Take the source NAME out of desk.toml and its password out of the keyring.

    Its comments stay on the desk.
    """
    from webcare_desk import setting_up

    with terminal.acting(Right.CONFIGURE) as (app, actor):
        setting_up.remove_source(app, setting_up.named(app, name), actor)
    say(f"The source {plain(name)} is not in desk.toml any more; its comments stay. {_NEXT}")


@click.command("test")
@click.argument("name")
@pass_terminal
@click.pass_context
def try_out(ctx: click.Context, terminal: Terminal, name: str) -> None:
    """Log in at the source NAME and say what the account is given; nothing is kept.

    An account that is refused, or may not moderate, is a finding.
    """
    from webcare_desk import setting_up

    with terminal.reading(Right.CONFIGURE) as app:
        source = setting_up.named(app, name)
        try:
            found = setting_up.try_source(app, source, None)
        except (ConnectorError, SecretError) as error:
            say(plain(str(error)))
            ctx.exit(1)
    say(plain(_sentence(found)))
    ctx.exit(int(not found.may_moderate))


def _sentence(found: "Trial") -> str:
    where = f"“{found.site}”" if found.site else "the site"
    if found.may_moderate:
        return f"It works: {where} has {found.comments} comments, and the account may moderate."
    from webcare_desk.connectors.wordpress_pages import NO_MODERATOR

    return f"It reads {found.comments} comments of {where}. {NO_MODERATOR}"


COMMANDS = (add, change, remove, try_out)
