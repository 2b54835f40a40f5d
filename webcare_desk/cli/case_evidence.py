"""`case evidence`: what was kept with an answer of PV, as it came."""

from pathlib import Path
from typing import Final

import click

from webcare_desk.cli.case_export import give
from webcare_desk.cli.kinds import NUMBER, Place
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.evidence import bytes_of
from webcare_desk.errors import UsageError

#: A mail with its attachments; more than this is no answer.
LARGEST: Final = 10 * 1024 * 1024


@click.command()
@click.argument("number", type=NUMBER)
@click.option("--out", type=Place(), help="A new file; else standard output.")
@pass_terminal
def evidence(terminal: Terminal, number: int, out: Path | None) -> None:
    """Give the evidence of answer NUMBER byte for byte; `case show` has the numbers."""
    with terminal.reading() as app:
        answer = app.desk.read.case_answer(number)
        kept = None if answer is None else app.desk.read.case_document(answer.evidence)
    if kept is None:
        msg = f"There is no answer {number} of PV on this desk."
        raise UsageError(msg)
    give(bytes_of(kept), out)


def attached(file: Path) -> bytes:
    """Return the bytes of a file that is attached; it is refused rather than cut."""
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError as error:
        msg = f"{file} cannot be read: {error.strerror}."
        raise UsageError(msg) from error
    if len(data) > LARGEST:
        msg = f"{file} is larger than {LARGEST // 1024 // 1024} MiB."
        raise UsageError(msg)
    return data
