"""`protocol manual`: the protocol as a document for people."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from webcare_desk.cli.kinds import NewFile, Place
from webcare_desk.cli.protocol.read import loaded
from webcare_desk.cli.show import say
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.newfile import written

if TYPE_CHECKING:
    from webcare_desk.protocol.model import Protocol


@click.command()
@click.argument("pack", required=False)
@click.option("--root", type=Place(), help="The folder of all packs.")
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True)
@click.option(
    "--format", "form", type=click.Choice(["html", "pdf"]), default="pdf", show_default=True
)
@click.option("--out", type=NewFile(), required=True, help="The file to write.")
@pass_terminal
def manual(  # noqa: PLR0913, PLR0917 - the options of the command
    terminal: Terminal, pack: str | None, root: Path | None, language: str, form: str, out: Path
) -> None:
    """Write the PACK, or the protocol in force, as a document to read and to print."""
    from webcare_desk.reports.manual import manual_as

    protocol = _in_force(terminal) if pack is None else loaded(terminal, pack, root)
    content = manual_as(form, protocol, language)
    with written(out) as draft:
        draft.write_bytes(content)
    say(f"{out}: {protocol.id} {protocol.version}, {protocol.digest}.")


def _in_force(terminal: Terminal) -> "Protocol":
    from webcare_desk.cli.screening.text import triager

    return triager(terminal).protocol
