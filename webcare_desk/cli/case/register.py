"""`case register`: the register as a table that leaves the desk."""

from pathlib import Path

import click

from webcare_desk.casebook.plans import plans_of_cases
from webcare_desk.casebook.register import Register, export_register
from webcare_desk.cli.kinds import Member, NewFile
from webcare_desk.cli.show import say
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.register import RegisterFilter, Shown


@click.command()
@click.option("--shown", type=Member(Shown), default=Shown.OPEN.value, help="Which cases.")
@click.option("--words", default="", help="Only with these words, author or number of PV.")
@click.option("--language", type=click.Choice(["nl", "en"]), help="Else that of the desk.")
@click.option("--out", type=NewFile(), required=True, help="A new file: .csv, .xlsx or .pdf")
@pass_terminal
def register(terminal: Terminal, shown: Shown, words: str, language: str | None, out: Path) -> None:
    """Write the register to a file; the log says that it left."""
    with terminal.acting(Right.READ) as (app, actor):
        plan_of = plans_of_cases(app.desk.read, app.folder, app.protocol)
        made = Register(plan_of, language or app.settings.language)
        count = export_register(app.desk, made, RegisterFilter(shown, words), out, actor)
    said = "1 case is" if count == 1 else f"{count} cases are"
    say(f"{said} in {out.name}.")
