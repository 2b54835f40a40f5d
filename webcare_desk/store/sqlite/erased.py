"""What stays in a row whose personal text was erased: nothing that says anything."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from webcare_desk.store import tables
from webcare_desk.store.table import Table

#: In place of what a platform calls an author, a thread or a comment.
MARK: Final = "erased:"
_OF_A_COMMENT = re.compile(MARK + "[0-9a-f]{64}")
#: What stays where a column must hold something; elsewhere nothing does.
LEFT: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        tables.TEXT.name: {"body": ""},
        tables.DOCUMENT.name: {"body": ""},
        tables.AUTHOR.name: {"name": ""},
        tables.THREAD.name: {"title": ""},
        tables.COMMENT.name: {"link": ""},
        tables.REVISION.name: {"findings": "[]", "rules": "[]"},
        tables.HOLD.name: {"words": ""},
        tables.MOVE.name: {"link": ""},
    }
)


def is_blank(table: Table, key: object, values: Sequence[object]) -> bool:
    """Say whether the personal columns of a row hold exactly what an erasure leaves there.

    Without that, whoever erases a salt could put other words in the row's place.
    """
    left = LEFT.get(table.name, {})
    return all(
        _is_marked(table, key, value) if _has_mark(table, name) else value == left.get(name)
        for name, value in zip(table.personal, values, strict=True)
    )


def _has_mark(table: Table, name: str) -> bool:
    return name == "remote" and table in {tables.AUTHOR, tables.THREAD, tables.COMMENT}


def _is_marked(table: Table, key: object, value: object) -> bool:
    if table in {tables.AUTHOR, tables.THREAD}:
        return value == f"{MARK}{key}"
    return isinstance(value, str) and _OF_A_COMMENT.fullmatch(value) is not None
