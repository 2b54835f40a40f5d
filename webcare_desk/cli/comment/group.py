"""`comment`: one comment, and everything a person does with it."""

import click

from webcare_desk.cli.comment import out, work
from webcare_desk.cli.comment.escalate import escalate
from webcare_desk.cli.comment.original import originals
from webcare_desk.cli.comment.show import show


@click.group()
def comment() -> None:
    """Show a comment, and work on it."""


for _command in (show, originals, *work.COMMANDS, *out.COMMANDS, escalate):
    comment.add_command(_command)
