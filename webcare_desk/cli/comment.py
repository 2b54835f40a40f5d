"""`comment`: one comment, and everything a person does with it."""

import click

from webcare_desk.cli import comment_out, comment_work
from webcare_desk.cli.comment_escalate import escalate
from webcare_desk.cli.comment_original import originals
from webcare_desk.cli.comment_show import show


@click.group()
def comment() -> None:
    """Show a comment, and work on it."""


for _command in (show, originals, *comment_work.COMMANDS, *comment_out.COMMANDS, escalate):
    comment.add_command(_command)
