"""What `case check` and `case read` say of a file from elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypedDict

from webcare_desk.cli.files import read_file
from webcare_desk.domain.e2b import Null, walk
from webcare_desk.pv.e2b.checks import breaches
from webcare_desk.pv.e2b.read import read
from webcare_desk.pv.e2b.rules import Checked, Profile
from webcare_desk.pv.e2b.safe import LARGEST
from webcare_desk.pv.e2b.schema import schema_problems
from webcare_desk.settings import read_settings


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a message."""

    severity: str
    rule: str
    path: str
    element: str
    message: str


class Told(TypedDict):
    """A message as JSON tells it."""

    sections: list[dict[str, object]]
    unmodelled: list[dict[str, str]]


def pack_of(folder: Path) -> Path | None:
    """Return the folder of schemas that the settings of the desk in `folder` name, if any."""
    named = read_settings(folder).safety.schema_pack
    return folder / named if named else None


def checked(
    file: Path, profile: str, language: str, schema_pack: Path | None
) -> tuple[Problem, ...]:
    """Return what the rules, and the schemas where there are any, find in a file."""
    data = read_file(file, LARGEST)
    found = Checked(read(data).batch, Profile(profile), datetime.now(UTC))
    rules = (
        Problem(each.rule.severity.value, each.rule.id, each.path, each.element, text)
        for each in breaches(found)
        for text in (each.message(language),)
    )
    schema = () if schema_pack is None else schema_problems(data, schema_pack)
    return (*(Problem("error", "XSD", "", "", text) for text in schema), *rules)


def read_message(file: Path) -> Told:
    """Return what a message says, and what the model has no place for."""
    found = read(read_file(file, LARGEST))
    return {
        "sections": [
            {
                "path": path or "N",
                "section": each.code,
                "elements": {
                    code: {"null": value.value} if isinstance(value, Null) else value
                    for code, value in each.values
                },
            }
            for path, each in walk(found.batch)
        ],
        "unmodelled": [{"path": each.path, "content": each.content} for each in found.unmodelled],
    }


def lines(found: Told) -> Iterator[tuple[str, str, str]]:
    """Give each element with its path, for people."""
    for each in found["sections"]:
        values = each["elements"]
        for code, value in values.items() if isinstance(values, dict) else ():
            shown = f"({value['null']})" if isinstance(value, dict) else " ".join(value.split())
            yield str(each["path"]), str(code), shown
