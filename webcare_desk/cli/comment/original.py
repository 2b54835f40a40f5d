"""`comment originals NUMBER`: what was frozen of a comment, as JSON and as a picture."""

import base64
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from webcare_desk.cli.kinds import NUMBER, Place
from webcare_desk.cli.show import json_option, say, say_json, say_table, when
from webcare_desk.cli.terminal import Terminal, pass_terminal, tell
from webcare_desk.domain import original
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import RefusedError, UsageError
from webcare_desk.newfile import written
from webcare_desk.store.base import Reads


@click.command()
@click.argument("number", type=NUMBER)
@click.option("--write", type=NUMBER, metavar="ORIGINAL", help="Write this one into --out.")
@click.option("--out", type=Place(), default=".", help="A folder.")
@json_option
@pass_terminal
def originals(
    terminal: Terminal, number: int, write: int | None, out: Path, *, as_json: bool
) -> None:
    """List what was frozen of comment NUMBER; with --write, as JSON and as a picture.

    The log says that a file of it left.
    """
    with terminal.looking(Right.READ, is_told=True) as (app, actor):
        found = app.desk.read.originals(number)
        files = {} if write is None else _files(app.desk.read, found, write)
        subject = None if app.desk.read.comment(number) is None else number
        record = partial(tell, app, actor, comment=subject, leaves=bool(files))
        paths = _written(out, files, record)
    if as_json:
        say_json(paths or found)
    elif paths:
        for path in paths:
            say(str(path))
    else:
        say_table(
            ("original", "because", "taken", "posts", "picture", "SHA-256"),
            (
                (
                    each.id,
                    each.cause.value,
                    when(each.taken_at),
                    _posts(each),
                    each.problem or each.state.value,
                    each.picture_hash or each.text_hash,
                )
                for each in found
            ),
        )


def _posts(frozen: original.Frozen) -> str:
    """Return how many posts were frozen, of how many where not all were."""
    held = len(frozen.posts)
    return str(held) if held == frozen.in_thread else f"{held} of {frozen.in_thread}"


def _written(folder: Path, files: dict[str, bytes], record: Callable[[], None]) -> list[Path]:
    """Write new files into a folder, once that is recorded; return where they are."""
    paths = [folder / name for name in files]
    for path in paths:
        if os.path.lexists(path):
            msg = f"{path} is there already; name another folder with --out."
            raise UsageError(msg)
    record()
    for path, content in zip(paths, files.values(), strict=True):
        with written(path) as draft:
            draft.write_bytes(content)
    return paths


def _files(read: Reads, found: list[original.Frozen], wanted: int) -> dict[str, bytes]:
    chosen = next((each for each in found if each.id == wanted), None)
    if chosen is None:
        msg = f"The comment has no original {wanted}."
        raise RefusedError(msg)
    files = {f"original-{wanted}.json": original.as_json(read.frozen_as(chosen))}
    picture = read.picture_of(wanted)
    if picture is not None:
        files[f"original-{wanted}.png"] = base64.b64decode(picture)
    return files
