"""`case evidence`: what was kept with an answer of PV, as it came."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from webcare_desk.cli.case.export import give
from webcare_desk.cli.files import read_file
from webcare_desk.cli.kinds import NUMBER, Place
from webcare_desk.cli.terminal import Terminal, pass_terminal, tell
from webcare_desk.domain.evidence import bytes_of
from webcare_desk.errors import UsageError

if TYPE_CHECKING:
    from webcare_desk.store.base import Reads

#: A mail with its attachments; more than this is no answer.
LARGEST: Final = 10 * 1024 * 1024


@click.command()
@click.argument("number", type=NUMBER)
@click.option("--list", "of_list", is_flag=True, help="NUMBER is a reconciliation: PV's signature.")
@click.option("--out", type=Place(), help="A new file; else standard output.")
@pass_terminal
def evidence(terminal: Terminal, number: int, out: Path | None, *, of_list: bool) -> None:
    """Give the evidence of answer NUMBER byte for byte; `case show` has the numbers.

    The log says that it left.
    """
    with terminal.looking(is_told=True) as (app, actor):
        read = app.desk.read
        kept = _signed_list(read, number) if of_list else _answer(read, number)
        if kept is None:
            what = (
                f"signature of PV under reconciliation {number}"
                if of_list
                else f"answer {number} of PV"
            )
            msg = f"There is no {what} on this desk."
            raise UsageError(msg)
        answer = None if of_list else read.case_answer(number)
        case = None if answer is None else answer.case
        give(bytes_of(kept), out, partial(tell, app, actor, case=case, leaves=True))


def _answer(read: "Reads", number: int) -> str | None:
    answer = read.case_answer(number)
    kept = None if answer is None else read.case_document(answer.evidence)
    if kept == "":
        msg = f"The evidence of answer {number} of PV was erased."
        raise UsageError(msg)
    return kept


def _signed_list(read: "Reads", number: int) -> str | None:
    found = read.reconciliation(number)
    document = None if found is None else found.pv_evidence
    return None if document is None else read.case_document(document)


def attached(file: Path) -> bytes:
    """Return the bytes of a file that is attached to an answer."""
    return read_file(file, LARGEST)
