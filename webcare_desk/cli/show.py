"""How commands print: aligned tables for people, JSON for programs."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, is_dataclass
from datetime import UTC, datetime
from textwrap import indent
from typing import TYPE_CHECKING, Final, TypeVar

import click

from webcare_desk.domain.inbox import NEVER

if TYPE_CHECKING:
    from webcare_desk.domain.reply import Delivery

F = TypeVar("F", bound=Callable[..., object])
#: As a limit: a list that is asked for at the terminal ends where it ends.
ALL: Final = 2**63 - 1
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
#: What could steer a terminal or turn the direction of its text around.
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def json_option(command: F) -> F:
    """Give a command `--json`."""
    words = "Print JSON; times are UTC microseconds."
    return click.option("--json", "as_json", is_flag=True, help=words)(command)


def say(text: str) -> None:
    """Print one line or more; text from outside goes through `plain` first."""
    click.echo(text)


def say_json(value: object) -> None:
    """Print a value as JSON in ASCII, dataclasses as objects."""
    click.echo(json.dumps(value, default=_plain_value, indent=2))


def say_json_list(values: Iterable[object]) -> None:
    """Print values as one JSON list, each as soon as it is there: a long one fits no memory."""
    before = "[\n"
    for value in values:
        said = json.dumps(value, default=_plain_value, indent=2)
        click.echo(before + indent(said, "  "), nl=False)
        before = ",\n"
    click.echo("[]" if before == "[\n" else "\n]")


def say_table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows in aligned columns; the last column may be of any length."""
    lines = [list(header), *([cell(value) for value in row] for row in rows)]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        padded = (
            text + " " * (width - _width(text)) for text, width in zip(line, widths, strict=True)
        )
        click.echo("  ".join(padded).rstrip())


def cell(value: object) -> str:
    """Return a value as one line; nothing is a dash."""
    return plain(" ".join(str(value).split())) if value not in {None, ""} else "–"


def plain(text: str) -> str:
    """Return text from outside without what could steer a terminal."""
    return _STEERING.sub("�", text)


#: The characters of a text that a list shows.
LINE: Final = 80


def gist(delivery: "Delivery") -> str:
    """Return how a delivery's words begin; of a mail, all of where it went."""
    told = plain(delivery.told)
    return told if delivery.kind.is_mail else shortened(told, 60)


def shortened(text: str, most: int = LINE) -> str:
    """Return the beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rstrip()} …"


def when(at: int | None) -> str:
    """Return a moment (UTC microseconds) in the time of this machine, to the second.

    With its offset: so it can be asked for, whatever zone the desk's protocol is of.
    """
    if at is None:
        return "–"
    return datetime.fromtimestamp(at // 1_000_000, UTC).astimezone().isoformat(" ", "seconds")


def due(at: int | None, now: int) -> str:
    """Return a due time as people say it: `in 3 h 12 min`, `5 min late`."""
    if at is None or at == NEVER:
        return "–"
    seconds = abs(at - now) // 1_000_000
    if seconds >= 2 * _DAY:
        span = f"{seconds // _DAY} days"
    elif seconds >= _HOUR:
        span = f"{seconds // _HOUR} h {seconds % _HOUR // _MINUTE} min"
    else:
        span = f"{seconds // _MINUTE} min"
    return f"{span} late" if at < now else f"in {span}"


def _plain_value(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, set | frozenset):
        return sorted(value)
    return str(value)


def _width(text: str) -> int:
    """Return how many columns a text takes: wide letters and emoji take two."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
