"""`screen`: what screening sees in comments, and why; how much it finds where the truth is known."""

import codecs
import io
import json
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

import click

from webcare_desk.cli.complain import Complain
from webcare_desk.cli.kinds import Place
from webcare_desk.cli.show import say
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.errors import UsageError

if TYPE_CHECKING:
    from webcare_desk.screening.lines import Line
    from webcare_desk.screening.reader import Reader

#: A comment of a platform has some thousand characters; and so many times that may be skipped.
_LONGEST: Final = 2**20
_PIECES: Final = 64


@click.command()
@click.argument("file", required=False, type=Place())
@click.option("--product", "products", multiple=True, help="A product's name; may be repeated.")
@click.option(
    "--eval", "labelled", type=Place(), metavar="LABELLED", help="Measure on comments with labels."
)
@click.option("--text", help="Explain one text instead, with the desk's own protocol.")
@click.option(
    "--json", "as_json", is_flag=True, help="Print the measures or the explanation as JSON."
)
@pass_terminal
@click.pass_context
def screen(  # noqa: PLR0913, PLR0917 - one for each option
    ctx: click.Context,
    terminal: Terminal,
    file: Path | None,
    products: tuple[str, ...],
    labelled: Path | None,
    text: str | None,
    *,
    as_json: bool,
) -> None:
    """Screen the comments in FILE, or with - or nothing on standard input.

    JSON Lines in, one line each out; nothing is kept. A line: id, text, and if known
    parent (a text, or the id of another line; on standard input, of one further up), lang and
    page_product.
    """
    if sum(each is not None for each in (file, labelled, text)) > 1 or (text and products):
        msg = (
            "Name one thing to screen: FILE, --eval LABELLED, or --text, which knows its products."
        )
        raise UsageError(msg)
    if text is not None:
        from webcare_desk.cli.screening.text import explain

        explain(terminal, text, as_json=as_json)
        return
    reader, complain = _reader(products), Complain()
    if labelled is not None:
        from webcare_desk.cli.screening.eval import measure

        measure(_comments(labelled, complain), reader, complain, as_json=as_json)
    else:
        _screen(_comments(file or Path("-"), complain), reader)
    if complain.met:
        ctx.exit(1)


def _screen(comments: Iterator["Line"], reader: "Reader") -> None:
    from webcare_desk.screening.lines import told

    for line in comments:
        say(json.dumps(told(line, reader(line))))


def _comments(file: Path, complain: Complain) -> Iterator["Line"]:
    """Return the comments in a file; one that can be read twice may be in any order."""
    from webcare_desk.screening.lines import read_lines, texts_of_parents

    is_twice = str(file) != "-" and file.is_file()
    below = texts_of_parents(partial(_lines, file)) if is_twice else {}
    return read_lines(_lines(file), complain, below)


def _reader(products: tuple[str, ...]) -> "Reader":
    from webcare_desk.paths import resources_dir
    from webcare_desk.screening.reader import load_reader

    return load_reader(resources_dir(), products)


def _lines(file: Path) -> Iterator[str | None]:
    """Yield the lines of a file; a byte that is no UTF-8 spoils its line alone."""
    if str(file) == "-":
        raw = getattr(sys.stdin, "buffer", None)
        yield from _each(raw or io.BytesIO(sys.stdin.read().encode("utf-8", "replace")))
        return
    try:
        with file.open("rb") as opened:
            yield from _each(opened)
    except OSError as error:
        msg = f"{file} cannot be read: {error.strerror}"
        raise UsageError(msg) from error


def _each(opened: IO[bytes]) -> Iterator[str | None]:
    """Yield each line, and None for one that is too long: it may be a device without an end."""
    while line := opened.readline(_LONGEST):
        if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            msg = "These comments are written in UTF-16: give them in UTF-8."
            raise UsageError(msg)
        if _is_whole(line):
            yield line.decode("utf-8", "surrogateescape")
        else:
            yield None
            _skip(opened)


def _is_whole(line: bytes) -> bool:
    return len(line) < _LONGEST or line.endswith(b"\n")


def _skip(opened: IO[bytes]) -> None:
    """Read to the end of a line; where none comes, these are no lines."""
    for _ in range(_PIECES):
        if _is_whole(opened.readline(_LONGEST)):
            return
    msg = "A line does not end: give comments as JSON Lines, each on a line of its own."
    raise UsageError(msg)
