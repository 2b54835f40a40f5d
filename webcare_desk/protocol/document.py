"""The format of a pack for editors and people, generated from the models.

`python -m webcare_desk.protocol.document` writes both files anew; a test
compares them with what the models say.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic.json_schema import models_json_schema

from webcare_desk.paths import resources_dir
from webcare_desk.protocol.layers import HEAD, Stack
from webcare_desk.protocol.schema import Head, Hours, Item, Removed

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_INTRODUCTION = """\
# The format of a protocol pack

This page is generated from `webcare_desk/protocol/schema.py` and the four `schema_*.py` beside it by
`python -m webcare_desk.protocol.document`.

A pack is a folder of YAML files. Every value is text as it is written: `no`, `007` and `17:30`
stay what they are; anchors, aliases, tags and repeated keys are problems. A file has at most
512 kB, 20,000 values and 24 levels, a pack at most 64 files. What is too long for one file stands
in parts, such as `rules.yaml` and `rules-grave.yaml`: one after the other, in the order of their names.
A pack is a folder, never an archive; and nothing in it is a pattern, so that nothing takes long to match.

A pack that `extends` another is laid over it: an item replaces the item with the same id as a
whole, and `disabled: true` removes it. In `pack.yaml` each key replaces the same key below.

## What wins, and why

All rules that match a comment count: each brings its plan, and the person reads the reason of
each. One wins and gives category, queue, response time and templates: the rule with the most
dangerous category (the order of [Category](#category)); among those the one with the highest
`priority`; then the rule of the uppermost pack, and in a file the first. `webcare-desk protocol
explain` says of every rule that holds why it wins or does not.

A condition asks for findings of the text, the products, the language and the role in which
somebody writes (`audience`: who says what they work as is a professional, who tells of somebody
else a caregiver, who speaks of themselves alone a patient), or for what the platform tells: the
channel and whose it is, the place in the thread and whom it answers, and when it was posted.
What is not known fits no condition. `time` goes by the office hours of the channel, `period` by
the days of monitoring in the time zone of `hours`.

An example says no channel and no time: it must match on some occasion, or on none.
`webcare-desk protocol check` runs every example.

## Time

`business` time runs while the office is open and pauses while it is closed; `wall-clock` time
never pauses. `days` are whole days after the day on which it begins: of `business` time the days
on which the office opens, until the last one closes; of `calendar` time all days, until midnight.
An office is open whenever the clock on its wall reads a time inside an opening, in its `zone` and
not on a public holiday of `holidays`. The clock of a safety report is wall-clock time always.

## Plans

A step has an owner, from `deputy_after` on its deputy, and is late after `hours`. When nobody acts
it goes on, so many hours later each time: to the owner of `nobody_acts`, to the step's own, to the
deputy, and round again. While the office is closed a step in time belongs to `out_of_hours`.
An escalation goes on by the plan of the version under which it was made.
A step ends when it is done, or with one of its reasons, which the log names with who gave it. Its
`evidence` is shown to who does the step; the desk does not check that it is there. Every step but
the last leads to the next one; the last needs somebody who may acknowledge.

So it goes with a plan that forwards: one with a step `forward`. Of another one, such as that of a
crisis or a threat, a person records each step, in any order: whoever may come to own it, or may do
all that one of those may. A step `answer` is done by the reply that was read back, too. The desk
runs the clock of the first step that is not done: while the office is closed, when it is late, and
each time it goes on, the log has an alarm that names whose turn it is, and the comment shows it.
Until somebody has looked the hours count from when the comment came in. The desk phones and mails
nobody. Who closes the comment before every step was recorded says in words why, and the log names
the steps; neither a reply nor PV's answer closes a crisis by itself. What is a crisis by a person's
word or an earlier version, and by no rule of this one, follows the first plan of a crisis that
leads to no packet, beside those of the rules that matched.
"""


def schema_text() -> str:
    """Return the JSON schema of all files of a pack, as resources/schemas has it."""
    shelves = Stack().shelves()
    models: list[type[Item]] = [Head, Hours, Removed, *(shelf.model for shelf in shelves)]
    refs, top = models_json_schema(
        [(model, "validation") for model in models], ref_template="#/$defs/{model}"
    )
    files: dict[str, Any] = {HEAD: refs[Head, "validation"]}
    for shelf in shelves:
        either = [refs[shelf.model, "validation"], refs[Removed, "validation"]]
        empty = {"type": "object", "properties": {}, "additionalProperties": False}
        properties = files.setdefault(shelf.file, empty)["properties"]
        properties[shelf.key] = {"type": "array", "items": {"anyOf": either}}
        if shelf.key == "slas":
            properties["hours"] = refs[Hours, "validation"]
    whole = {"$schema": _DRAFT, "title": "A protocol pack by file", "properties": files, **top}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def format_text() -> str:
    """Return docs/protocol-format.md: the files, then a table for each kind of item."""
    schema = json.loads(schema_text())
    lines = [_INTRODUCTION, "## Files", "", "| file | has |", "|---|---|"]
    for file, part in schema["properties"].items():
        lines.append(f"| `{file}` | {_has(part)} |")
    for name, part in sorted(schema["$defs"].items()):
        lines.extend(_table(name, part))
    return "\n".join(lines) + "\n"


def _has(part: dict[str, Any]) -> str:
    if "$ref" in part:
        return _kind(part)
    return ", ".join(f"`{key}`: {_kind(value)}" for key, value in part["properties"].items())


def _table(name: str, part: dict[str, Any]) -> Iterator[str]:
    yield from ("", f"## {name}", "", str(part["description"]), "")
    if "enum" in part:
        yield _kind(part)
        return
    yield from ("| key | value | needed | meaning |", "|---|---|---|---|")
    needed = part.get("required", [])
    for key, value in part["properties"].items():
        must = "yes" if key in needed else ""
        yield f"| `{key}` | {_kind(value)} | {must} | {value.get('description', '')} |"


def _kind(value: dict[str, Any]) -> str:
    """Return what a value is, in words: a list of text, one of a few words, a Rule."""
    if "$ref" in value:
        name = value["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    if "enum" in value:
        return "one of " + ", ".join(f"`{one}`" for one in value["enum"])
    if "anyOf" in value:
        return " or ".join(_kind(one) for one in value["anyOf"] if one.get("type") != "null")
    if value["type"] == "array":
        return f"list of {_kind(value['items'])}"
    kinds = {"boolean": "`true` or `false`", "integer": "whole number"}
    return kinds.get(value["type"], str(value.get("format", "text")))


def write(root: Path, resources: Path) -> None:
    """Write docs/protocol-format.md under `root` and the schema under `resources`."""
    for path, text in (
        (resources / "schemas" / "protocol.schema.json", schema_text()),
        (root / "docs" / "protocol-format.md", format_text()),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(resources_dir().parent, resources_dir())
