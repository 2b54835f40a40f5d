"""`secret`: what the desk needs and no file may hold goes into the keyring."""

import click

from webcare_desk.cli.login import new_secret
from webcare_desk.cli.show import say
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.errors import UsageError

#: The mail password, one for each source, one for each login; the log's key is nobody's to set.
_KINDS = ("smtp", "source:", "login:")


@click.group()
def secret() -> None:
    """Put a secret into the keyring, or take it out."""


@secret.command("set")
@click.argument("name")
@pass_terminal
def set_secret(terminal: Terminal, name: str) -> None:
    """Keep the secret NAME: smtp, source:NAME or login:NAME.

    It is asked for unseen, or comes as one line on standard input.
    """
    _require_kind(name)
    terminal.secrets.put(name, new_secret(f"Secret {name}"))
    say(f"The secret {name} is in the keyring.")


@secret.command()
@click.argument("name")
@pass_terminal
def forget(terminal: Terminal, name: str) -> None:
    """Take the secret NAME out of the keyring."""
    _require_kind(name)
    terminal.secrets.forget(name)
    say(f"The secret {name} is not in the keyring.")


def _require_kind(name: str) -> None:
    """Refuse other names: a mistyped one would be a secret that nobody asks for."""
    whole = name == "smtp" or (name.startswith(_KINDS[1:]) and not name.endswith(":"))
    if not whole:
        msg = f"“{name}” is no secret of a desk; it is smtp, source:NAME or login:NAME."
        raise UsageError(msg)
