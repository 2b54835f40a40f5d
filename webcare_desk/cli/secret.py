"""`secret`: what the desk needs and no file may hold goes into the keyring."""

import click

from webcare_desk.cli.login import new_secret
from webcare_desk.cli.show import say
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.errors import UsageError

#: The ways to PV and back, one for each source and login; the log's key is nobody's to set.
_WHOLE = ("smtp", "https", "imap", "smime")
_KINDS = ("source:", "login:")


@click.group()
def secret() -> None:
    """Put a secret into the keyring, or take it out."""


@secret.command("set")
@click.argument("name")
@pass_terminal
def set_secret(terminal: Terminal, name: str) -> None:
    """Keep the secret NAME of this desk: smtp, https, imap, smime, source:NAME or login:NAME.

    It is asked for unseen, or comes as one line on standard input.
    """
    _require_kind(name)
    own = terminal.own(name)
    terminal.secrets.put(own, new_secret(f"Secret {name}"))
    say(f"The secret {name} is in the keyring.")


@secret.command()
@click.argument("name")
@pass_terminal
def forget(terminal: Terminal, name: str) -> None:
    """Take the secret NAME out of the keyring."""
    _require_kind(name)
    terminal.secrets.forget(terminal.own(name))
    terminal.secrets.forget(name)  # as it was kept before a desk had names of its own
    say(f"The secret {name} is not in the keyring.")


def _require_kind(name: str) -> None:
    """Refuse other names: a mistyped one would be a secret that nobody asks for."""
    is_known = name in _WHOLE or (name.startswith(_KINDS) and not name.endswith(":"))
    if not is_known:
        msg = (
            f"“{name}” is no secret of a desk; it is smtp, https, imap, smime, source:NAME or "
            "login:NAME."
        )
        raise UsageError(msg)
