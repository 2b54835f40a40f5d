"""One table of the settings file: each key is taken once, and complained of by its name."""

import re
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from webcare_desk.errors import UsageError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_NAME = re.compile(r"[a-z0-9][a-z0-9._:/@+-]{0,95}")
_TEXT = Said.of(QT_TRANSLATE_NOOP("Said", "a text"))
_PRINTABLE = Said.of(QT_TRANSLATE_NOOP("Said", "a text without control characters"))
_SHORT_NAME = Said.of(QT_TRANSLATE_NOOP("Said", "a short name in lower case, such as blog"))
_WHOLE = QT_TRANSLATE_NOOP("Said", "a whole number from {least} to {most}")
_ONE_OF = QT_TRANSLATE_NOOP("Said", "one of {known}")
_TABLE = Said.of(QT_TRANSLATE_NOOP("Said", "a table"))
_TABLES = Said.of(QT_TRANSLATE_NOOP("Said", "a list of tables"))
M = TypeVar("M", bound=StrEnum)
V = TypeVar("V")


class Table:
    """One table of the file; takes each key once and complains by name."""

    def __init__(self, path: Path, name: str, keys: dict[str, object]) -> None:
        """Keep what is still to be taken of the table `name` in the file `path`."""
        self._path = path
        self._name = name
        self._keys = keys

    def text(self, key: str, default: str | None = None) -> str:
        """Return the text of a key, in one line; without a default it must be there."""
        found = self._take(key, str, _TEXT, default)
        if _CONTROL.search(found):
            raise self._wrong(key, _PRINTABLE)
        return found

    def name(self, key: str) -> str:
        """Return a name that the log can hold: short, lower case, no blanks."""
        found = self.text(key)
        if not _NAME.fullmatch(found):
            raise self._wrong(key, _SHORT_NAME)
        return found

    def whole(self, key: str, default: int, most: int, least: int = 0) -> int:
        """Return a whole number from `least` to `most`: every number has an end."""
        wanted = Said.of(_WHOLE, least=least, most=most)
        found = self._take(key, int, wanted, default)
        if not least <= found <= most:
            raise self._wrong(key, wanted)
        return found

    def port(self, default: int) -> int:
        """Return the port of a server."""
        return self.whole("port", default, 65_535, least=1)

    def member(self, key: str, kind: type[M], default: M | None = None) -> M:
        """Return one of the words of `kind`."""
        found = self.text(key, default)
        try:
            return kind(found)
        except ValueError as error:
            raise self._wrong(key, Said.of(_ONE_OF, known=", ".join(kind))) from error

    def table(self, key: str) -> "Table":
        """Return a table inside this one; without it, an empty one."""
        return Table(self._path, f"{key}.", self._take(key, dict, _TABLE, {}))

    def tables(self, key: str) -> list["Table"]:
        """Return the tables of a list; without it, none."""
        found = self._take(key, list, _TABLES, [])
        if not all(isinstance(table, dict) for table in found):
            raise self._wrong(key, _TABLES)
        return [Table(self._path, f"{key}.", table) for table in found]

    def refuse_rest(self) -> None:
        """Raise UsageError for a key that nobody took."""
        for key in self._keys:
            msg = QT_TRANSLATE_NOOP("Said", "{path}: {name}{key} is not a setting.")
            raise UsageError(Said.of(msg, path=self._path, name=self._name, key=key))

    def _take(self, key: str, kind: type[V], wanted: Said, default: V | None) -> V:
        found = self._keys.pop(key, default)
        if not isinstance(found, kind) or isinstance(found, bool):
            raise self._wrong(key, wanted)
        return found

    def missing(self, key: str, wanted: Said) -> UsageError:
        """Return the error for a key that another key needs."""
        return self._wrong(key, wanted)

    def _wrong(self, key: str, wanted: Said) -> UsageError:
        msg = QT_TRANSLATE_NOOP("Said", "{path}: {name}{key} must be {wanted}.")
        return UsageError(Said.of(msg, path=self._path, name=self._name, key=key, wanted=wanted))
