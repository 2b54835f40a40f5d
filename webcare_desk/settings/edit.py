"""One source of the settings file put in, changed or taken out; all else stays byte for byte.

tomlkit says where each key and comment stands. What it makes is read back before it counts:
a layout that it cannot keep is refused, and a person changes the file by hand.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Item, Key, Table, Whitespace

from webcare_desk.errors import UsageError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.settings.desk import parse_settings
from webcare_desk.settings.source import SourceSettings

_Body = list[tuple[Key | None, Item]]
_BY_HAND = QT_TRANSLATE_NOOP(
    "Said", "{path}: its layout would not stay as it is; change this source in the file by hand."
)


def with_source(path: Path, text: str, source: SourceSettings) -> str:
    """Return the text with one source more, behind those that are there."""
    doc, newline = _document(path, text), _newline(text)
    lines = (f"{key} = {_quoted(value)}{newline}" for key, value in _said(source) if value)
    table = "".join((f"[[source]]{newline}", *lines))
    tables = doc.get("source")
    if tables is not None and not isinstance(tables, AoT):  # a list that no table can follow
        raise UsageError(Said.of(_BY_HAND, path=path))
    if tables is not None and doc.body[-1][1] is not tables:
        body = tables.body[-1].value.body
        body.insert(_behind(body), (None, Whitespace(newline + table)))  # only to be written
        after = doc.as_string()
    else:
        gap = newline if text.endswith("\n") or not text else newline * 2
        after = text + (gap if text else "") + table
    return _as_meant(path, text, after, (*parse_settings(path, text).sources, source))


def with_other(path: Path, text: str, source: SourceSettings) -> str:
    """Return the text with what `source` says of the source of that name."""
    doc = _document(path, text)
    table = _table(path, doc, source.name)
    for key, value in _said(source):
        if key in table and table[key] != value:
            table[key] = value
        elif key not in table and value:
            tail = _cut(table.value.body)
            table.add(key, value)
            table[key].trivia.trail = _newline(text)
            table.value.body.extend(tail)
    wanted = parse_settings(path, text).sources
    changed = tuple(source if each.name == source.name else each for each in wanted)
    return _as_meant(path, text, doc.as_string(), changed)


def without_source(path: Path, text: str, name: str) -> str:
    """Return the text without the source `name`; the comments behind it stay."""
    doc = _document(path, text)
    table, tables = _table(path, doc, name), doc["source"]
    assert isinstance(tables, AoT)  # noqa: S101 - the table was found in it
    at = next(number for number, each in enumerate(tables.body) if each is table)
    place = next(number for number, (_, item) in enumerate(doc.body) if item is tables)
    tail = _cut(table.value.body)
    del tables.body[at]
    if at:
        tables.body[at - 1].value.body.extend(tail)
    else:  # what stood behind it stands where it began
        doc.body[place : place if tables.body else place + 1] = tail
    left = tuple(each for each in parse_settings(path, text).sources if each.name != name)
    return _as_meant(path, text, doc.as_string(), left)


def _document(path: Path, text: str) -> tomlkit.TOMLDocument:
    """Return the file as tomlkit sees it; refuse one that it would write otherwise."""
    parse_settings(path, text)
    try:
        doc = tomlkit.parse(text)
    except TOMLKitError as error:
        raise UsageError(Said.of(_BY_HAND, path=path)) from error
    if doc.as_string() != text:
        raise UsageError(Said.of(_BY_HAND, path=path))
    return doc


def _table(path: Path, doc: tomlkit.TOMLDocument, name: str) -> Table:
    tables = doc.get("source")
    found = (
        [each for each in tables.body if each["name"] == name] if isinstance(tables, AoT) else []
    )
    if not found:
        raise UsageError(Said.of(_BY_HAND, path=path))
    return found[0]


def _as_meant(path: Path, before: str, after: str, sources: tuple[SourceSettings, ...]) -> str:
    """Return what is to be written, once it says exactly these sources and nothing else anew."""
    if parse_settings(path, after).sources != sources or _rest(after) != _rest(before):
        raise UsageError(Said.of(_BY_HAND, path=path))
    return after


def _rest(text: str) -> dict[str, object]:
    return {key: value for key, value in tomllib.loads(text).items() if key != "source"}


def _said(source: SourceSettings) -> Iterator[tuple[str, str]]:
    yield from (("name", source.name), ("kind", source.kind.value))
    yield from (("url", source.url), ("user", source.user))


def _quoted(value: str) -> str:
    return tomlkit.string(value).as_string()


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _cut(body: _Body) -> _Body:
    """Take the comments and blank lines at the end of a table away, and return them."""
    end = len(body)
    while end and body[end - 1][0] is None:
        end -= 1
    tail = body[end:]
    del body[end:]
    return tail


def _behind(body: _Body) -> int:
    """Return where a table's own lines end: at a blank line, for what follows is the next one's."""
    last = max((at for at, (key, _) in enumerate(body) if key is not None), default=-1)
    blank = (at for at in range(last + 1, len(body)) if isinstance(body[at][1], Whitespace))
    return next(blank, len(body))
