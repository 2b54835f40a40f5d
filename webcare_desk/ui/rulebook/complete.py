"""What may be written at a place of a pack's file, from the JSON schema of the format. No widgets."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from webcare_desk.paths import resources_dir

Schema = Mapping[str, Any]
_KEY = re.compile(r"^(?P<indent> *)(?P<dash>(?:- +)*)(?P<key>[A-Za-z_][\w-]*):(?P<rest>.*)$")
_TYPED = re.compile(r"[\w-]*$")


def read_schema() -> Schema:
    """Return the schema of all files of a pack."""
    path = resources_dir() / "schemas" / "protocol.schema.json"
    found: Schema = json.loads(path.read_text(encoding="utf-8"))
    return found


def offers(schema: Schema, file: str, text: str, position: int) -> tuple[str, list[str]]:
    """Return the part of a word before `position` of `text`, and what it may become.

    Keys where a key is wanted, the words of an enumeration where a value is.
    `file` is the name of the file alone, such as `rules.yaml` or its part `rules-grave.yaml`.
    """
    before = text[:position].split("\n")
    line = before[-1]
    found = _TYPED.search(line)
    typed = "" if found is None else found[0]
    node = schema.get("properties", {}).get(re.sub(r"-.*(?=\.)", "", file))
    if node is None:
        return typed, []
    for key in _path(before):
        node = _below(schema, node, key)
        if node is None:
            return typed, []
    possible = _values(schema, node) if _wants_value(line) else _keys(schema, node)
    return typed, [word for word in possible if word.startswith(typed) and word != typed]


def _wants_value(line: str) -> bool:
    bare = line.strip()
    return bool(re.match(r"^(- +)*[A-Za-z_][\w-]*: *\S*$", bare)) or bool(
        re.search(r": *\[[^\]]*$", line)
    )


def _path(lines: list[str]) -> list[str]:
    """Return the keys around the end of `lines`, the outermost first."""
    path: list[str] = []
    line = lines[-1]
    found = _KEY.match(line)
    depth = len(line) - len(line.lstrip(" "))
    if found is not None:
        path.append(found["key"])
        depth = len(found["indent"]) + len(found["dash"])
    elif line.strip().startswith("-"):
        depth += len(line.lstrip(" ")) - len(line.lstrip(" ").lstrip("- "))
    for earlier in reversed(lines[:-1]):
        key = _KEY.match(earlier)
        if key is None:
            continue
        column = len(key["indent"]) + len(key["dash"])
        if column < depth or (column == depth == 0 and not path):
            if column < depth:
                path.append(key["key"])
                depth = column
        elif key["dash"] and len(key["indent"]) < depth:
            depth = min(depth, column)
    return path[::-1]


def _below(schema: Schema, node: Schema, key: str) -> Schema | None:
    for option in _options(schema, node):
        found = option.get("properties", {}).get(key)
        if found is not None:
            return dict(found)
    return None


def _options(schema: Schema, node: Schema) -> Iterator[Schema]:
    """Yield a node's alternatives, references and lists resolved."""
    if "$ref" in node:
        yield from _options(schema, schema["$defs"][node["$ref"].rpartition("/")[2]])
    elif "anyOf" in node:
        for part in node["anyOf"]:
            yield from _options(schema, part)
    elif node.get("type") == "array":
        yield from _options(schema, node.get("items", {}))
    else:
        yield node


def _keys(schema: Schema, node: Schema) -> Iterable[str]:
    options = _options(schema, node)
    return dict.fromkeys(f"{key}: " for each in options for key in each.get("properties", {}))


def _values(schema: Schema, node: Schema) -> Iterable[str]:
    found: dict[str, None] = {}
    for option in _options(schema, node):
        values = option.get("enum", [option["const"]] if "const" in option else [])
        if option.get("type") == "boolean":
            values = ["true", "false"]
        found |= dict.fromkeys(map(str, values))
    return found
