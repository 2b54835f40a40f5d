"""Where comments come from."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.settings.table import Table

#: How the desk names what came from a file: nothing goes back there, and no hour of it is watched.
_FILES = "import:"


_FREE_NAME = QT_TRANSLATE_NOOP(
    "Said",
    "a name that does not begin with {files}, as those of files do: write "
    'name = "{free}" instead of name = "{name}", and keep its password anew with '
    "`webcare-desk secret set source:{free}`",
)


class SourceKind(StrEnum):
    """Which connector reads a source."""

    SANDBOX = "sandbox"
    WORDPRESS = "wordpress"


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """One source; its password or token is in the keyring as `source:NAME`."""

    name: str
    kind: SourceKind
    url: str
    user: str = ""


def said_source(path: Path, name: str, kind: str, url: str, user: str) -> SourceSettings:
    """Return what somebody says of a source, by the rules of the file; raises UsageError."""
    keys: dict[str, object] = {"name": name, "kind": kind, "url": url, "user": user}
    return read_source(Table(path, "source.", keys))


def read_source(table: Table) -> SourceSettings:
    """Return what one table `source` says."""
    source = SourceSettings(
        name=table.name("name"),
        kind=table.member("kind", SourceKind),
        url=table.text("url"),
        user=table.text("user", ""),
    )
    if source.name.startswith(_FILES):
        raise table.missing(key="name", wanted=_another(source))
    table.refuse_rest()
    return source


def _another(source: SourceSettings) -> Said:
    """Return what to write instead of a name that only files may have."""
    free = source.name.replace(_FILES, "").lstrip("._:/@+-") or source.kind
    return Said.of(_FREE_NAME, files=_FILES, free=free, name=source.name)
