"""What is wrong with a line of many: said, counted, and never the end of the rest."""

import click

from webcare_desk.cli.show import plain


class Complain:
    """Says what is wrong with a line on standard error, and goes on."""

    def __init__(self) -> None:
        """Nothing was wrong yet."""
        self.met = 0

    def __call__(self, sentence: str) -> None:
        """Say it."""
        self.met += 1
        click.echo(plain(sentence), err=True)
