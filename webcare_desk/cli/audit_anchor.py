"""`audit`: what ties the log to the world outside, so that more than this machine knows it."""

import click

from webcare_desk.cli.login import credentials, password_of
from webcare_desk.cli.show import say
from webcare_desk.cli.terminal import Terminal, pass_terminal


@click.command("continue")
@click.option("--second", required=True, help="The login of the second person.")
@pass_terminal
def continue_(terminal: Terminal, second: str) -> None:
    """Go on with a log that is not the one the keyring remembers; takes two persons.

    The supervisor's password comes first, then that of the second person, each
    on a line of its own or asked for unseen. The log gets a new name and key.
    """
    from webcare_desk.forks import Person, continue_after_fork  # noqa: PLC0415 - keeps --help quick

    with terminal.opened() as app:
        first = Person(*credentials(terminal.secrets))
        verifier = continue_after_fork(app, first, Person(second, password_of(second)))
    say("The desk works again, and its log goes on under a new name.")
    say(f"Give this public key to the supervisor, to be registered: {verifier}")


COMMANDS: tuple[click.Command, ...] = (continue_,)
