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

This page is generated from `webcare_desk/protocol/schema.py` by
`python -m webcare_desk.protocol.document`.

A pack is a folder of YAML files. Every value is text as it is written: `no`, `007` and `17:30`
stay what they are; anchors, aliases, tags and repeated keys are problems. A file has at most
512 kB, 20,000 values and 24 levels.

A pack that `extends` another is laid over it: an item replaces the item with the same id as a
whole, and `disabled: true` removes it. In `pack.yaml` each key replaces the same key below.

All rules that match a comment count. The rule with the most dangerous category wins; among
equals, the rule of the uppermost pack, and in a file the first. `webcare-desk protocol check`
runs every example.
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
        properties: dict[str, Any] = {shelf.key: {"type": "array", "items": {"anyOf": either}}}
        if shelf.key == "slas":
            properties["hours"] = refs[Hours, "validation"]
        files[shelf.file] = {
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
        }
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
