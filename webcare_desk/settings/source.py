"""Where comments come from."""

from dataclasses import dataclass
from enum import StrEnum

from webcare_desk.settings.table import Table


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


def read_source(table: Table) -> SourceSettings:
    """Return what one table `source` says."""
    source = SourceSettings(
        name=table.name("name"),
        kind=table.member("kind", SourceKind),
        url=table.text("url"),
        user=table.text("user", ""),
    )
    table.refuse_rest()
    return source
